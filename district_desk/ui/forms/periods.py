"""The periods that an office reports on, as days around today."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

Days = tuple[date, date]
OWN: Final = "own"
"""Days that a person types."""


def _months(first: date, months: int) -> Days:
    """So many whole months from the first of one."""
    place = first.year * 12 + first.month - 1 + months
    return first, date(place // 12, place % 12 + 1, 1) - timedelta(days=1)


def _of_length(months: int) -> Callable[[date], Days]:
    def period(today: date) -> Days:
        return _months(date(today.year, (today.month - 1) // months * months + 1, 1), months)

    return period


def _last_month(today: date) -> Days:
    last = today.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last


PERIODS: Final[Mapping[str, tuple[str, Callable[[date], Days]]]] = {
    "month": ("Tháng này", _of_length(1)),
    "last_month": ("Tháng trước", _last_month),
    "quarter": ("Quý này", _of_length(3)),
    "half": ("6 tháng này", _of_length(6)),
    "year": ("Năm nay", _of_length(12)),
}
"""By key: the name, and the first and the last day of it at a day."""
