"""Dates as Decree 30/2020 writes them, on paper and in sentences alike."""

from datetime import date


def day_number(day: int) -> str:
    """Days below 10 with a leading 0 (Decree 30/2020, Appendix I, II.4)."""
    return f"{day:02d}"


def month_number(month: int) -> str:
    """Months 1 and 2 with a leading 0, the others as they are (the same clause)."""
    return f"{month:02d}" if month < 3 else str(month)


def day_month(day: date) -> str:
    """As in 07/4."""
    return f"{day_number(day.day)}/{month_number(day.month)}"


def day_month_year(day: date) -> str:
    """As in 07/4/2023."""
    return f"{day_month(day)}/{day.year}"
