"""Labels of items as offices write them (DOMAIN 2.7 to 2.9): roman, arabic, decimal, letters in any order with đ
and f, dashes, plus, Điều, (i). A number that is none ("40.000 DWT", "2018. Yêu cầu") is refused.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from district_desk.domain.vietnamese import fold
from district_desk.reader.words import UPPER


class Style(StrEnum):
    """A manner of labelling; labels of one manner under one parent are siblings."""

    PART = "part"  # Phần I, Chương II, Mục 1
    ARTICLE = "article"  # Điều 1.
    CAPITAL = "capital"  # A.
    ROMAN = "roman"  # I.
    ARABIC = "arabic"  # 1.
    BRACKET = "bracket"  # 1)
    DECIMAL2 = "decimal2"  # 1.1.
    DECIMAL3 = "decimal3"
    DECIMAL4 = "decimal4"
    LETTER = "letter"  # a)
    LETTER_DOT = "letter-dot"  # a.
    LETTER_NUMBER = "letter-number"  # a.1)
    SMALL_ROMAN = "small-roman"  # (i)
    ORDINAL = "ordinal"  # Thứ nhất, / Một là,
    LEAD = "lead"  # an unnumbered line that gives the bullets below it to somebody
    STAR = "star"  # *
    DASH = "dash"  # -
    DOT = "dot"  # •
    PLUS = "plus"  # +
    ROW = "row"  # a row of a table of tasks
    ROW_GROUP = "row-group"  # a row that opens a group of rows: I, A


BULLETS: Final = {Style.STAR: "*", Style.DASH: "-", Style.DOT: "-", Style.PLUS: "+"}
"""The sign of a bullet in a label path."""

_NOISE: Final = r"[.:;,'‘’\"|ˆ°¬_]?\s?"
_PATTERNS: Final = (
    (Style.ARTICLE, re.compile(r"(?P<key>[ĐDÐ][iI][eêềểé][uU]\s+\d{1,3}[a-zđ]?)\s*[.:]\s*")),
    (
        Style.PART,
        re.compile(
            rf"(?P<key>(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s+(?:thứ\s+\w+|THỨ\s+\w+|[IVX]{{1,5}}|\d{{1,2}}))\s*[.:]?\s*(?=$|[{UPPER}])"
        ),
    ),
    (Style.ROMAN, re.compile(rf"{_NOISE}(?P<key>[IVX]{{1,6}})\s?[./)\-–]\s*(?=[^\W\d]|[\"“(]|$)")),
    (Style.CAPITAL, re.compile(rf"(?P<key>[A-HĐK-U])\s?[.)/]\s+(?=[{UPPER}])")),
    (Style.DECIMAL4, re.compile(rf"(?P<key>\d{{1,2}}(?:\.\d{{1,2}}){{3}})[.)]?\s+(?=[{UPPER}\"“]|$)")),
    (Style.DECIMAL3, re.compile(rf"(?P<key>\d{{1,2}}(?:\.\d{{1,2}}){{2}})[.)]?\s+(?=[{UPPER}\"“]|$)")),
    (Style.DECIMAL2, re.compile(rf"(?P<key>\d{{1,2}}\.\d{{1,2}})[.)]?\s*(?=[{UPPER}\"“]|$)")),
    (Style.BRACKET, re.compile(rf"{_NOISE}\(?(?P<key>\d{{1,2}})\)\s*(?=[^\W\d]|[\"“(]|$)")),
    (
        Style.ARABIC,
        re.compile(
            rf"{_NOISE}(?:[-–]\s)?(?P<key>\d{{1,2}})\s?(?:\.(?![a-zđ]\))-?\s*(?=[^\W\d_]|[\"“(]|$)|,\s+(?=[{UPPER}])|[/-]\s+(?=[{UPPER}]))"
        ),
    ),
    (
        Style.SMALL_ROMAN,
        re.compile(rf"\(?(?P<key>[ivx]{{1,5}})\)\s*(?=[^\W\d]|[\"“]|$)|(?P<key2>[ivx]{{1,5}})\.\s+(?=[{UPPER}])"),
    ),
    (
        Style.ORDINAL,
        re.compile(r"(?P<key>Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|\w{2,4} là)\s*[,:]\s*(?!ngày\b)(?=\S)"),
    ),
    (Style.LETTER_NUMBER, re.compile(r"\(?(?P<key>[a-zđ]\.\d{1,2})[.)]\s*(?=[^\W\d]|[\"“])")),
    (
        Style.LETTER,
        re.compile(
            rf"{_NOISE}(?:\d{{1,2}}\.(?=[a-zđ]\))|\()?(?P<key>[a-zđ]{{1,2}})\s?(?:\)|/)[.,;]?\s*(?=[^\W\d]|[\"“(]|$)"
        ),
    ),
    (Style.LETTER_DOT, re.compile(rf"(?P<key>[a-zđ])\.\s+(?=[{UPPER}\"“]|$)")),
    (Style.PLUS, re.compile(rf"{_NOISE}(?P<key>\+)\s*(?=\S)")),
    (Style.DOT, re.compile(r"(?P<key>[•●▪◦■□‣⁃o])\s+(?=\S)|(?P<key2>[•●▪◦■‣])(?=\S)")),
    (Style.STAR, re.compile(r"(?P<key>\*)\s+(?=\S)")),
    (Style.DASH, re.compile(rf"{_NOISE}(?P<key>[-–—−~])\s*(?=[^\W\d]|[\"“(]|\d+ |\d{{2}})")),
)
_SESSION: Final = re.compile(r"[-–]\s*(?:Buổi )?(?:[Ss]áng|[Cc]hiều|[Tt]ối)\s*(?:ngày|:)?\s*(?:từ|lúc|\d)")
"""A session of a timetable ("- Sáng: từ 8h30"), which is no item."""
_COUNTED: Final = (
    ("nhất", "Một"), ("hai", "Hai"), ("ba", "Ba"), ("tư", "Bốn"), ("năm", "Năm"), ("sáu", "Sáu"), ("bảy", "Bảy"),
    ("tám", "Tám"), ("chín", "Chín"), ("mười", "Mười"),
)  # fmt: skip
_ORDER: Final = "abcdđeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its manner, its value ("1", "đ", "II", "2.1", "Điều 4"), and how many characters it takes."""

    style: Style
    key: str
    length: int

    @property
    def rank(self) -> int:
        """Its place in the order of its manner, from 1; 0 where it has none."""
        if self.style in (Style.ROMAN, Style.SMALL_ROMAN, Style.ROW_GROUP):
            return _roman(self.key.upper())
        if self.style is Style.ORDINAL:
            word = self.key.removeprefix("Thứ ").removesuffix(" là")
            return next((number for number, words in enumerate(_COUNTED, 1) if word in words), 0)
        if self.style in (Style.LETTER, Style.LETTER_DOT, Style.CAPITAL):
            return _ORDER.find(self.key.lower()) + 1
        digits = re.findall(r"\d+", self.key)
        return int(digits[-1]) if digits else 0


def label_at(text: str) -> Label | None:
    """The label with which a paragraph begins, or None."""
    if _SESSION.match(text):
        return None
    for style, pattern in _PATTERNS:
        if hit := pattern.match(text):
            key = hit["key"] or hit["key2"]
            if style is Style.ORDINAL and not Label(style, key, 0).rank:
                continue
            if style is Style.ARTICLE:
                key = "Điều " + key.split()[-1]
            return Label(style, key, hit.end())
    return None


def follows(label: Label, before: Label) -> bool:
    """Whether the label comes right after the other in their manner (đ may be skipped, f may stand for g)."""
    if label.style is not before.style:
        return False
    if label.style in (Style.LETTER, Style.LETTER_DOT):
        if before.key == "e" and label.key in "fg":
            return True
        if before.key == "d" and label.key == "e":
            return True
    return label.rank == before.rank + 1


def opens(label: Label) -> bool:
    """Whether the label is the first of its manner: I, 1, a, 1.1, Điều 1."""
    return label.style in BULLETS or label.rank == 1


def same_number(decimal: str, parent: str) -> bool:
    """Whether a decimal such as "2.1" belongs under the number "2"."""
    return decimal.rpartition(".")[0] == parent


def _roman(key: str) -> int:
    values = {"I": 1, "V": 5, "X": 10}
    total = 0
    for this, after in zip(key, [*key[1:], ""], strict=True):
        value = values.get(this, 0)
        total += -value if after and values.get(after, 0) > value else value
    return total


def plain(text: str) -> str:
    """The words of a label or heading, folded and without signs."""
    return re.sub(r"\W+", " ", fold(text)).strip()
