"""Slips that Tesseract makes in Vietnamese print, set right where only one reading is possible.

Signs that no Vietnamese office writes (Ð for Đ, ⁄ for /), letters among the digits of a number or a date (O, l, I), and
lost tone marks: in the fixed words that Decree 30/2020 puts on every document ("QUYÉT ĐỊNH", "Độc lập - Tự đo"), before
figures ("ngày", "Điều") and in the pairs of reader.compounds. Other words are never guessed: the person has the picture.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from district_desk.domain.vietnamese import fold, same_spelling
from district_desk.reader.compounds import COMPOUNDS
from district_desk.reader.recognition import Seen

_SIGNS: Final = str.maketrans({"Ð": "Đ", "ð": "đ", "⁄": "/", "∕": "/", "¡": "i"})
_TWICE: Final = re.compile(r"ĐĐ(?=[-/–]|$)")
_FIGURE: Final = re.compile(
    r"[\dOoIl|]*\d[\dOoIl|]*(?:[./,:-][\dOoIl|]+)+[.,;:)]*|\d[\dOol|]*\d[.,;:)]*|[OoIl|]\d+[.,;:)]*"
)
_IN_FIGURES: Final = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1"})
_ABOUT: Final = re.compile(r"[Vv]/[vyVwu]?")
"""What becomes of "V/v", which opens the subject of a letter."""
_DASHES: Final = re.compile(r"[-–—~_=«¬.]*[-–—~=«¬][-–—~_=«¬.]*")
_AROUND: Final = " .,:;*_'\"()“”"
_LETTER: Final = re.compile(r"[^\W_\u02b0-\u036f]")
_STROKE: Final = 50
"""A dash inside a line below this confidence is a scratch."""
_BLOT: Final = 25
"""A lone letter below this confidence is a blot."""
_FIXED: Final = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", "ỦY BAN NHÂN DÂN",
    "HỘI ĐỒNG NHÂN DÂN", "ỦY BAN MẶT TRẬN TỔ QUỐC", "PHÓ CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG", "PHÓ CHỦ TỊCH",
    "CHỦ TỊCH", "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC", "QUYẾT ĐỊNH", "CHỈ THỊ", "CÔNG ĐIỆN", "KẾ HOẠCH", "THÔNG BÁO", "TỜ TRÌNH",
    "Nơi nhận:", "Kính gửi:",
)  # fmt: skip
"""Words that stand on every document as they are written here; in the text itself, in small letters, none is touched."""
_BEFORE_FIGURES: Final = {fold(name): name for name in ("điều", "khoản", "điểm", "ngày", "tháng", "năm", "số", "quý")}
"""What stands before figures is one of these, whatever mark recognition gave it."""


def without_slips(line: Sequence[Seen]) -> list[Seen]:
    """The words of a line from left to right with their slips set right; blots and rules drop out."""
    words = [cleaned for at, word in enumerate(line) if (cleaned := _cleaned(word, opens=at == 0))]
    if not any(_LETTER.search(word.text) for word in words):
        return []
    return _compounds(_fixed(_before_figures(words)))


def _cleaned(word: Seen, *, opens: bool) -> Seen | None:
    text = _TWICE.sub("Đ", word.text.translate(_SIGNS))
    if _DASHES.fullmatch(text):
        is_dash = opens or (re.search(r"[-–—]", text) and word.confidence >= _STROKE)
        return replace(word, text="-") if is_dash else None
    if not _LETTER.search(text):
        return word if re.fullmatch(r"[+*/&]|\(\*+\)|\.{2,}|…", text) else None
    if len(text) == 1 and text.isalpha() and word.confidence < _BLOT:
        return None
    if opens and _ABOUT.fullmatch(text):
        text = "V/v"
    elif _FIGURE.fullmatch(text) and 2 * sum(map(str.isdigit, text)) >= sum(map(str.isalnum, text)):
        text = text.translate(_IN_FIGURES)
    return replace(word, text=text)


def _before_figures(words: list[Seen]) -> list[Seen]:
    return [
        replace(word, text=_as_written(word.text, _BEFORE_FIGURES[fold(word.text)]))
        if at + 1 < len(words) and words[at + 1].text[0].isdigit() and fold(word.text) in _BEFORE_FIGURES
        else word
        for at, word in enumerate(words)
    ]


def _as_written(seen: str, right: str) -> str:
    """The right word in the letter case of the seen one."""
    return right.upper() if seen.isupper() else right.capitalize() if seen[:1].isupper() else right


def _compounds(words: list[Seen]) -> list[Seen]:
    for at, pair in enumerate(pairwise([fold(word.text).strip(_AROUND) for word in words])):
        right = COMPOUNDS.get(pair)
        if right and words[at + 1].text.isupper() == words[at].text.isupper():
            words[at] = _put_right(words[at], _as_written(words[at].text, right[0]))
            words[at + 1] = _put_right(words[at + 1], _as_written(words[at + 1].text, right[1]))
    return words


def _fixed(words: list[Seen]) -> list[Seen]:
    """The fixed words of a document put right."""
    folded = [fold(word.text).strip(_AROUND) for word in words]
    for phrase in _FIXED:
        right = phrase.split()
        bare = [fold(each).strip(":") for each in right]
        for at in _places(folded, bare):
            seen = words[at : at + len(right)]
            if all(_same_case(word.text, each) for word, each in zip(seen, right, strict=True)):
                words[at : at + len(right)] = [_put_right(word, each) for word, each in zip(seen, right, strict=True)]
    return words


def _same_case(seen: str, right: str) -> bool:
    return seen.isupper() if right.isupper() else seen[:1].isupper() == right[:1].isupper()


def _places(folded: Sequence[str], bare: Sequence[str]) -> Iterator[int]:
    return (at for at in range(len(folded) - len(bare) + 1) if list(folded[at : at + len(bare)]) == list(bare))


def _put_right(word: Seen, right: str) -> Seen:
    """A word with the letters of the right one and the signs around it as they were seen."""
    letters, right = word.text.strip(_AROUND), right.strip(":")
    same = same_spelling(letters) == same_spelling(right)
    return word if same else replace(word, text=word.text.replace(letters, right, 1))
