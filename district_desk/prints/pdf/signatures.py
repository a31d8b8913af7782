"""Signatures: Nơi nhận at the left, level with the authority line, and who signs beside it."""

from collections.abc import Iterator
from typing import Final

from district_desk.prints.document import Align, Code, Copies, Signature, SignatureRow
from district_desk.prints.pdf.flow import Slab
from district_desk.prints.pdf.ink import MM, Ink
from district_desk.prints.pdf.letters import Letters
from district_desk.prints.pdf.stacks import Stack, baseline_of
from district_desk.prints.style import LINE_HEIGHT, STYLES, Part

_BEFORE: Final = 14.0
_LONGEST_LIST: Final = 14
"""Lines of Nơi nhận beside the signature; the rest goes on below it and may turn the page."""
_GUTTER: Final = 4.0
_QUIET_MODULES: Final = 3
"""White around a code, in its modules; the paper gives the rest."""


def signature_slabs(row: SignatureRow, letters: Letters, left: float, width: float) -> Iterator[Slab]:
    """The row as one slab, and what is left of a very long list of copies after it."""
    shares = (row.copies_share if row.copies else 0.0, *(signature.share for signature in row.signatures))
    unit = width / sum(shares)
    level = _level(row)
    columns: list[tuple[float, Stack]] = []
    x = left + shares[0] * unit
    for signature in row.signatures:
        columns.append((x, _signature(signature, row, letters, signature.share * unit, level)))
        x += signature.share * unit
    copies = _Copies(row.copies, letters, shares[0] * unit - _GUTTER, level) if row.copies else None
    height = max([stack.height for _, stack in columns] + ([copies.height] if copies else []))

    def paint(ink: Ink, top: float) -> None:
        for x, stack in columns:
            stack.paint(ink, x, top)
        if copies:
            copies.paint(ink, left, top)

    rest = list(copies.rest(left)) if copies else []
    yield Slab(height, paint, _BEFORE, stays=bool(rest))
    yield from rest


def _level(row: SignatureRow) -> float:
    """The baseline, from the top of the row, on which authorities and "Nơi nhận:" stand."""
    above = max((_height(Part.SIGNATURE_HEADING) for signature in row.signatures if signature.heading), default=0.0)
    return above + baseline_of(STYLES[Part.AUTHORITY])


def _height(part: Part) -> float:
    return STYLES[part].size * LINE_HEIGHT


def _signature(signature: Signature, row: SignatureRow, letters: Letters, width: float, level: float) -> Stack:
    stack = Stack(letters, width)
    if signature.heading:
        stack.add(signature.heading, Part.SIGNATURE_HEADING)
    first = Part.AUTHORITY if signature.authority else Part.SIGNATURE_NOTE
    stack.skip(max(0.0, level - baseline_of(STYLES[first]) - stack.height))
    for line in signature.authority:
        stack.add(line, Part.AUTHORITY)
    if signature.note:
        stack.add(signature.note, Part.SIGNATURE_NOTE)
    stack.skip(row.room * MM)
    if signature.name:
        stack.add(signature.name, Part.SIGNER)
    return stack


class _Copies:
    """Nơi nhận, its list, and the code below it."""

    def __init__(self, copies: Copies, letters: Letters, width: float, level: float) -> None:
        self._letters = letters
        self._width = width
        self._code = copies.code
        self._stack = Stack(letters, width, Align.LEFT)
        self._stack.skip(level - baseline_of(STYLES[Part.COPIES_HEADING]))
        if copies.lines:
            self._stack.add(copies.heading, Part.COPIES_HEADING)
        for line in copies.lines[:_LONGEST_LIST]:
            self._stack.add(line, Part.COPIES)
        self._late = copies.lines[_LONGEST_LIST:]
        self._list_height = self._stack.height
        self._below = CodeBox(copies.code, letters) if copies.code else None
        self.height = self._list_height + (self._below.height if self._below else 0.0)

    def paint(self, ink: Ink, left: float, top: float) -> None:
        """Draw the list and the code."""
        self._stack.paint(ink, left, top)
        if self._below:
            self._below.paint(ink, left, top + self._list_height)

    def rest(self, left: float) -> Iterator[Slab]:
        """The lines that found no room beside the signature."""
        for text in self._late:
            stack = Stack(self._letters, self._width, Align.LEFT)
            stack.add(text, Part.COPIES)
            yield Slab(stack.height, lambda ink, top, stack=stack: stack.paint(ink, left, top))  # type: ignore[misc]


class CodeBox:
    """A QR code with white around it and its digits below, in two lines as wide as the code."""

    def __init__(self, code: Code, letters: Letters) -> None:
        self.width = code.size * MM
        self._matrix = code_matrix(code.digits)
        self._quiet = self.width / len(self._matrix) * _QUIET_MODULES
        self._digits = Stack(letters, self.width)
        self._digits.add(in_threes(code.digits), Part.CODE)
        self.height = 2 * self._quiet + self.width + self._digits.height

    def paint(self, ink: Ink, left: float, top: float) -> None:
        """Draw it with its left edge there."""
        ink.squares(left, top + self._quiet, self.width, self._matrix)
        self._digits.paint(ink, left, top + 2 * self._quiet + self.width)


def in_threes(digits: str) -> str:
    """Digits in threes, as a person types them, in two lines."""
    threes = [digits[place : place + 3] for place in range(0, len(digits), 3)]
    half = (len(threes) + 1) // 2
    return "\u00a0".join(threes[:half]) + "\n" + "\u00a0".join(threes[half:])


def code_matrix(digits: str) -> list[list[bool]]:
    """The dark modules of the QR code, level M (a stamp may cover 15 % of it)."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel, QRNumber

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QRNumber(digits))
    code.make()
    return [[bool(module) for module in row] for row in code.modules]
