"""Numbers that recognition took for a letter: "ö. Tỉnh đoàn …" between 7 and 10, "l. Sở Nội vụ …" before 2.

The numbers around it prove what stood there; a sign that they do not prove is left as it is.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from district_desk.reader.labels import Label, Style
from district_desk.reader.lines import Line
from district_desk.reader.words import UPPER

_SIGN: Final = re.compile(rf"(?P<sign>[^\W\d_]|[|!§&])\s?[.,]\s+(?=[{UPPER}])")
_LIKE_ONE: Final = "lI|!i"
_FAR: Final = 120
"""The next number stands no more lines below."""
_NEAR: Final = 3
"""So many numbers may be missing after the one that was misread."""


def misread_number(lines: Sequence[Line], at: int, before: Label | None) -> Label | None:
    """The number that stands on the line under another sign, or None; ``before`` is the number above it."""
    hit = _SIGN.match(lines[at].text)
    if hit is None or not (lines[at].gap or at == 0 or lines[at - 1].ended):
        return None
    after = next(_numbers(lines[at + 1 : at + _FAR]), 0)
    above = before.rank if before else 0
    if hit["sign"] in _LIKE_ONE and after == above + 2 == 2 and not _goes_on_in_roman(lines[at + 1 :]):
        return Label(Style.ARABIC, "1", hit.end())
    if above and above + 2 <= after <= above + 1 + _NEAR:
        return Label(Style.ARABIC, str(above + 1), hit.end())
    return None


def _numbers(lines: Sequence[Line]) -> Iterator[int]:
    for line in lines:
        if line.label and line.label.style is Style.ARABIC:
            yield line.label.rank


def _goes_on_in_roman(lines: Sequence[Line]) -> bool:
    return any(line.label and line.label.style is Style.ROMAN and line.label.rank > 1 for line in lines)
