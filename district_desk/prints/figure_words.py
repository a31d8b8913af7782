"""Figures as the words of a sentence: counts with dots, those below ten with a zero, shares with a decimal comma."""

from district_desk.domain.reporting import Period, Summary, in_percent, in_thousands
from district_desk.prints.wording import count_number, full_date


def counted(count: int) -> str:
    """A count inside a sentence: 0, 03, 258, 12.160."""
    return count_number(count) if 0 < count < 10 else in_thousands(count)


def of_summary(summary: Summary) -> dict[str, str]:
    """The fields of a sentence about some tasks. Without a prefix they speak of those given in the period, with
    ``carried_`` of those carried over, with ``all_`` of both."""
    given, carried, both = summary.given, summary.carried, summary.together
    counts = {
        "given": given.total, "done": given.done, "open": given.open, "overdue": given.overdue,
        "fallen_due": given.fallen_due, "in_time": given.in_time, "late": given.late, "no_due": given.no_due,
        "running": given.running, "running_no_due": given.running_no_due, "carried": carried.total,
        "carried_done": carried.done, "carried_open": carried.open, "carried_overdue": carried.overdue,
        "recalled": summary.recalled, "all": both.total, "all_done": both.done, "all_open": both.open,
        "all_overdue": both.overdue, "all_in_time": both.in_time,
    }  # fmt: skip
    shares = {
        "done_share": given.done_of_all, "overdue_share": given.overdue_of_all,
        "fallen_share": given.overdue_of_fallen_due, "in_time_share": given.of_done(given.in_time),
        "late_share": given.of_done(given.late), "no_due_share": given.of_done(given.no_due),
        "in_time_of_done": both.of_done(both.in_time),
    }  # fmt: skip
    return {key: counted(count) for key, count in counts.items()} | {
        key: in_percent(share) for key, share in shares.items()
    }


def of_period(period: Period) -> dict[str, str]:
    """The days of a report."""
    return {"first": full_date(period.first), "last": full_date(period.last), "as_of": full_date(period.as_of)}
