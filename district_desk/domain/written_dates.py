"""Dates as they are written in a document: "ngày 10 tháng 4 năm 2023", "10/4/2023", "28/12", "quý IV/2025".

A date without a year takes the year of the document. A date that the calendar does not have is no date.
"""

import re
from calendar import monthrange
from datetime import date
from typing import Final

YEARS: Final = range(1945, 2200)
"""Years that a document of such an office can bear or an office can ask about; another one is a slip of the pen."""

_YEAR: Final = r"(?:19|20)\d\d"
DATE: Final = (
    rf"(?:ngày\s+)?(?:(?:mồng|mùng)\s+)?(?:\d{{1,2}}\s*/\s*\d{{1,2}}(?:\s*/\s*{_YEAR})?(?![\d/])"
    rf"|\d{{1,2}}\s+tháng\s+\d{{1,2}}(?:,?\s+năm\s+{_YEAR})?(?!\d)|\d{{1,2}}\s*[-.]\s*\d{{1,2}}\s*[-.]\s*{_YEAR}(?!\d))"
)
"""A date as a pattern without groups: "ngày 10 tháng 4 năm 2023", "10/4", "10.4.2023"."""

PERIOD: Final = rf"(?:tháng\s+\d{{1,2}}|quý\s+(?:IV|I{{1,3}}|0?[1-4])\b|năm\s+(?={_YEAR}))(?:\s*(?:/|-|,?\s*năm\s)?\s*{_YEAR})?(?!\d)"
"""A month, quarter or year as a pattern without groups: "tháng 12 năm 2025", "quý IV/2025", "năm 2025"."""

_PARTS: Final = re.compile(
    rf"(\d{{1,2}})\s*(?:/|-|\.|\s+tháng\s+)\s*(\d{{1,2}})(?:\s*(?:/|-|\.|,?\s*năm)\s*({_YEAR}))?", re.IGNORECASE
)
_PERIOD_PARTS: Final = re.compile(r"(tháng|quý|năm)\s+(IV|I{1,3}|\d{1,2}(?!\d))?", re.IGNORECASE)
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def read_date(written: str, issued: date | None = None) -> date | None:
    """The first date in ``written``; without a year, the first such day that does not lie before ``issued``."""
    hit = _PARTS.search(written)
    if hit is None:
        return None
    day, month = int(hit[1]), int(hit[2])
    if hit[3]:
        return made(int(hit[3]), month, day)
    if issued is None:
        return None
    this_year = made(issued.year, month, day)
    return this_year if this_year is None or this_year >= issued else made(issued.year + 1, month, day)


def names_year(written: str) -> bool:
    """Whether a year stands in ``written``."""
    return re.search(rf"(?<!\d){_YEAR}(?!\d)", written) is not None


def read_period_end(written: str, issued: date | None = None) -> date | None:
    """The last day of the last month, quarter or year in ``written``; without a year, the year of ``issued``."""
    hits = list(_PERIOD_PARTS.finditer(written))
    if not hits:
        return None
    unit, number = next((hit.groups() for hit in reversed(hits) if hit[1].lower() != "năm"), hits[-1].groups())
    last_named = re.findall(_YEAR, written)
    year = int(last_named[-1]) if last_named else issued.year if issued else 0
    if not year:
        return None
    if unit.lower() == "năm" or number is None:
        return date(year, 12, 31)
    place = _ROMAN.get(number.lower()) or int(number)
    return month_end(year, place * 3 if unit.lower() == "quý" else place)


def month_end(year: int, month: int) -> date | None:
    """The last day of a month, or None where there is no such month."""
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None


def made(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
