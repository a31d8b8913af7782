"""How values read on every screen: dates dd/MM/yyyy, thousands with a dot, a range, a moment.

Names of states and kinds are the desk's and are handed on here; sentences of a page live in the page's own ``words``.
"""

from datetime import date, datetime
from typing import Final

from district_desk.desk.words import ROLES, SOURCES, STATES, UNIT_KINDS, URGENCIES

__all__ = [
    "ROLES", "SOURCES", "STATES", "UNIT_KINDS", "URGENCIES", "WEEKDAYS",
    "count", "day", "long_day", "moment", "near_moment", "parse_day", "size",
]  # fmt: skip

WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def day(value: date | None) -> str:
    """30/03/2023, or nothing."""
    return "" if value is None else f"{value:%d/%m/%Y}"


def last_moment(value: date | None, hour: str) -> str:
    """A last day with its hour, where its limit names one: 30/03/2023 16:00."""
    return f"{day(value)} {hour}" if value and hour else day(value)


def moment(value: datetime) -> str:
    """30/03/2023 07:45."""
    return f"{value:%d/%m/%Y %H:%M}"


def near_moment(value: datetime, today: date) -> str:
    """A moment as people say it: "hôm nay 07:45", "hôm qua 16:20", "30/03/2023 07:45"."""
    match (today - value.date()).days:
        case 0:
            return f"hôm nay {value:%H:%M}"
        case 1:
            return f"hôm qua {value:%H:%M}"
        case _:
            return moment(value)


def long_day(value: date) -> str:
    """Thứ Hai, ngày 10 tháng 4 năm 2023."""
    return f"{WEEKDAYS[value.weekday()]}, ngày {value.day} tháng {value.month} năm {value.year}"


def count(value: int) -> str:
    """1.284."""
    return f"{value:,}".replace(",", ".")


def size(octets: int) -> str:
    """A file's size: "312 KB", "1,4 MB"."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000))} KB"
    return f"{octets / 1_000_000:.1f} MB".replace(".", ",")


def parse_day(text: str) -> date | None:
    """The date that was typed: 30/3/2023, 30-03-2023, 30.3.2023 or 30032023; None for anything else.

    Nothing is guessed: a day without its year is not a date.
    """
    bare = text.strip()
    if len(bare) == len("30032023") and bare.isdigit():
        bare = f"{bare[:2]}/{bare[2:4]}/{bare[4:]}"
    parts = bare.replace("-", "/").replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts) or len(parts[2]) != 4:
        return None
    try:
        return date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        return None
