"""Numbers and symbols of documents: "04/CT-UBND", "73/2023/NĐ-CP", "37-CT/TU" (DOMAIN 2.4).

A number is text: "012" and "01814" are not 12 and 1814 (DOMAIN 2.3). Two notations may name the same
document although recognition read Đ as D, so they are compared by :func:`comparable`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from district_desk.domain.vietnamese import nfc

_LETTERS: Final = "A-ZĐÀ-Ỹa-zđà-ỹ"
_GROUP: Final = rf"[{_LETTERS}][{_LETTERS}0-9&.]*"


class Family(StrEnum):
    """The three ways in which documents are numbered."""

    ADMINISTRATIVE = "administrative"
    NORMATIVE = "normative"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Notation:
    """A number and its symbol: "04" and "CT-UBND"; either may be empty. ``year`` only in the normative family."""

    number: str = ""
    symbol: str = ""
    family: Family = Family.ADMINISTRATIVE

    def __str__(self) -> str:
        """As printed: 04/CT-UBND; 37-CT/TU; a blank number is "…/UBND-NC"."""
        if not self.symbol:
            return self.number
        joint = "-" if self.family is Family.PARTY else "/"
        return f"{self.number or '…'}{joint}{self.symbol}"

    @property
    def ordinal(self) -> int:
        """The number as an integer for sorting, 0 where there is none."""
        digits = re.match(r"\d+", self.number)
        return int(digits[0]) if digits else 0


_FAMILIES: Final = {
    Family.NORMATIVE: rf"(?P<number>\d+[a-zđ]?)/(?P<symbol>(?:19|20)\d\d/{_GROUP}(?:-{_GROUP})*)",
    Family.PARTY: rf"(?P<number>\d+[a-zđ]?)-(?P<symbol>{_GROUP}/{_GROUP}(?:-{_GROUP})*)",
    Family.ADMINISTRATIVE: rf"(?P<number>\d+[a-zđ]?)?/(?P<symbol>{_GROUP}(?:-{_GROUP})*)",
}
"""Compiled at first use: these three take 15 ms, which the window's start can spend better."""


def parse(written: str) -> Notation | None:
    """The notation in ``written`` ("2121 /UBND-NCKSTTHC", "/UBND-NC", "37-CT/TU"), or None where it is not one."""
    tight = re.sub(r"\s*([/-])\s*", r"\1", nfc(written).strip())
    for family, pattern in _FAMILIES.items():
        if hit := re.fullmatch(pattern, tight):
            return Notation(hit["number"] or "", hit["symbol"], family)
    return Notation(number=tight) if re.fullmatch(r"\d+[a-zđ]?", tight) else None


def family_of(symbol: str) -> Family:
    """The family that a bare symbol belongs to: "CT-UBND", "2023/NĐ-CP", "CT/TU"."""
    if re.match(r"(?:19|20)\d\d/", symbol):
        return Family.NORMATIVE
    return Family.PARTY if "/" in symbol else Family.ADMINISTRATIVE


def comparable(written: str) -> str:
    """The form in which two writings of one document's number are equal: upper case, Đ as D, no leading zeros."""
    tight = re.sub(r"\s+", "", nfc(written)).upper().replace("Đ", "D")
    return re.sub(r"(?<![\dA-Z])0+(?=\d)", "", tight)
