"""How the decree writes dates and numbers, and how a sentence of a form is filled."""

import re
from datetime import date
from typing import Final

from district_desk.domain import decree_dates

DOTS: Final = "……"


def count_number(count: int) -> str:
    """A count or a document number below 10 with a leading 0."""
    return f"{count:02d}"


def day_month(day: date | None) -> str:
    """07/4: the register's "Ngày đến" and "Ngày chuyển"; empty for None."""
    return decree_dates.day_month(day) if day else ""


def short_date(day: date | None) -> str:
    """07/4/23: the register's "Ngày tháng văn bản"; empty for None."""
    return f"{day_month(day)}/{day.year % 100:02d}" if day else ""


def full_date(day: date | None) -> str:
    """07/4/2023; dots to write on for None."""
    return decree_dates.day_month_year(day) if day else f"{DOTS}/{DOTS}/20{DOTS}"


def spelled_date(day: date | None) -> str:
    """As in “ngày 07 tháng 4 năm 2023”, with dots where the day is not known."""
    if day is None:
        return f"ngày {DOTS} tháng {DOTS} năm 20{DOTS}"
    return f"ngày {decree_dates.day_number(day.day)} tháng {decree_dates.month_number(day.month)} năm {day.year}"


def place_and_date(place: str, day: date | None) -> str:
    """As in “Cẩm Giàng, ngày 31 tháng 3 năm 2023”; the decree's dots where either is not known."""
    return f"{place or DOTS}, {spelled_date(day)}"


def capitalised(text: str) -> str:
    """The text with its first letter large, the rest untouched."""
    return text[:1].upper() + text[1:]


def without_stop(text: str) -> str:
    """The text without the stop at its end, where a form adds its own."""
    return text.strip().rstrip(".;,")


def copies_list(names: tuple[str, ...]) -> tuple[str, ...]:
    """The list under "Nơi nhận:": "- Như trên;", and at the end "- Lưu: VT, VP." (Decree 30/2020, Appendix I, II.9)."""
    bare = [without_stop(name) for name in names]
    return (*(f"- {name};" for name in bare[:-1]), *(f"- {name}." for name in bare[-1:]))


def body_in_lines(body: str) -> str:
    """A people's committee with its place on a second line, as letterheads write it ("ỦY BAN NHÂN DÂN / HUYỆN AN LÃO")."""
    return re.sub(r"(?i)^((?:ủy|uỷ) ban nhân dân|hội đồng nhân dân)\s+", r"\1\n", body)
