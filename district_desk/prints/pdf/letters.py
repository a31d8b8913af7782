"""Letters: how wide each word is and how it is written in the file, for the four faces of one document.

A word is measured and encoded once for a face and size; registers repeat their words so often that this is most of
their speed. The sum of the advances is the exact width: viewers apply no kerning to a PDF string.
"""

import unicodedata
from pathlib import Path
from typing import Any, Final, NamedTuple

from district_desk.domain.vietnamese import nfc
from district_desk.prints.style import Style

FACES: Final = {
    (False, False): "LiberationSerif-Regular.ttf",
    (True, False): "LiberationSerif-Bold.ttf",
    (False, True): "LiberationSerif-Italic.ttf",
    (True, True): "LiberationSerif-BoldItalic.ttf",
}
_KEPT_WORDS: Final = 20_000
_NO_BREAK: Final = ("\u00a0", "\u202f", "\u2007")
_PRINTABLE_AS: Final = {"\u2011": "-"}
"""The no-break hyphen is in no face; the plain one looks the same, and only overlong words are torn at it."""


class Segment(NamedTuple):
    """A word, or a space, in one face: its letters, the same as a PDF string without its brackets, its width."""

    fount: "Fount"
    word: str
    code: str
    width: float
    ticked: bool | None = None
    """None for letters; otherwise a box to tick, and whether it is ticked."""


class _Face:
    """One font file in one document: advance in em and code of each character."""

    def __init__(self, path: Path, pdf: Any, missing: set[str]) -> None:
        from reportlab.pdfbase.ttfonts import TTFont

        self._font = TTFont(path.stem, str(path), validate=0)
        # Viewers (PDFium) cut the widths of a simple font to whole thousandths; with 443.85 a justified line would
        # end 0.15 mm short. Whole widths in the file and here make every viewer agree.
        face = self._font.face
        face.charWidths = {code: round(width) for code, width in face.charWidths.items()}
        face.defaultWidth = round(face.defaultWidth)
        self._pdf = pdf
        self._missing = missing
        self._known: dict[str, tuple[float, int, str]] = {}

    def name(self, subset: int = 0) -> str:
        """What content streams call a subset of this face."""
        return str(self._font.getSubsetInternalName(subset, self._pdf))

    def letter(self, character: str) -> tuple[float, int, str]:
        """Advance in em, subset, and the character as it stands between the brackets of a string."""
        known = self._known.get(character)
        if known is None:
            known = self._known[character] = self._read(character)
        return known

    def _read(self, character: str) -> tuple[float, int, str]:
        face, code_point = self._font.face, ord(character)
        if code_point not in face.charToGlyph:
            self._missing.add(character)
            return 0.0, 0, ""
        ((subset, code),) = self._font.splitString(character, self._pdf)
        advance = face.charWidths.get(code_point, face.defaultWidth) / 1000
        return advance, subset, _escaped(code[0])


class Fount:
    """A face at a size: a dictionary from words to segments that fills itself."""

    def __init__(self, face: _Face, size: float) -> None:
        self.size = size
        self._face = face
        self._segments: dict[str, Segment] = {}
        self.select = f"{face.name()} {size:g} Tf"
        self.gap = Segment(self, " ", " ", face.letter(" ")[0] * size)

    def segment(self, word: str) -> Segment:
        """The word, measured and encoded. A word has no blanks in it but no-break ones."""
        found = self._segments.get(word)
        if found is None:
            if len(self._segments) >= _KEPT_WORDS:
                self._segments.clear()
            found = self._segments[word] = self._measured(word)
        return found

    def _measured(self, word: str) -> Segment:
        letters = list(map(self._face.letter, printable(word)))
        if not letters:
            return Segment(self, word, "", 0.0)
        advances, subsets, codes = zip(*letters, strict=True)
        code = self._encoded(letters) if any(subsets) else "".join(codes)
        return Segment(self, word, code, sum(advances) * self.size)

    def _encoded(self, letters: list[tuple[float, int, str]]) -> str:
        """The codes, changing to another subset of the face and back where the first 224 letters are used up.

        No operator here holds a blank: the blanks of a code are the stretchable ones.
        """
        parts, current = [], 0
        for _, subset, code in (*letters, (0.0, 0, "")):
            if subset != current:
                parts.append(f")Tj\n{self._face.name(subset)}\n{self.size:g}\nTf(")
                current = subset
            parts.append(code)
        return "".join(parts)


class Letters:
    """The four faces of one file that is being written, and the characters that none of them has."""

    def __init__(self, folder: Path, pdf: Any) -> None:
        self._folder = folder
        self._pdf = pdf
        self._faces: dict[tuple[bool, bool], _Face] = {}
        self._founts: dict[tuple[float, bool, bool], Fount] = {}
        self.missing: set[str] = set()

    def fount(self, style: Style, *, bold: bool = False, italic: bool = False) -> Fount:
        """The face and size of a style, with emphasis on top of it."""
        key = (style.size, style.bold or bold, style.italic or italic)
        found = self._founts.get(key)
        if found is None:
            found = self._founts[key] = Fount(self._face(key[1:]), style.size)
        return found

    def _face(self, key: tuple[bool, bool]) -> _Face:
        if key not in self._faces:
            self._faces[key] = _Face(self._folder / FACES[key], self._pdf, self.missing)
        return self._faces[key]


def printable(word: str) -> str:
    """The word in NFC without characters that carry no ink (zero-width joints, soft hyphens, control characters)."""
    word = nfc(word)
    if word.isprintable() and "\u2011" not in word:
        return word
    return "".join(_PRINTABLE_AS.get(c, " " if c in _NO_BREAK else c) for c in word if _has_ink(c))


def _has_ink(character: str) -> bool:
    return (character.isascii() and character.isprintable()) or unicodedata.category(character) not in ("Cc", "Cf")


def _escaped(code: int) -> str:
    """One byte between the brackets of a PDF string."""
    if code < 32 or code > 126:
        return f"\\{code:03o}"
    return "\\" + chr(code) if chr(code) in "()\\" else chr(code)
