"""What fell due while nobody looked: the day that the person at this machine last knew of.

That day belongs to a machine and not to the office's records; it lies in ``last-days.json`` among this account's files
(:mod:`district_desk.desk.this_machine`), one day for each office's folder. A file that cannot be read or written costs
no more than the look back.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from district_desk.desk.office_desk import Desk
from district_desk.desk.this_machine import account_file, keep_values, kept_values
from district_desk.domain.assignments import Role
from district_desk.domain.listing import AssignmentFilter
from district_desk.domain.problems import Problem

_FILE: Final = "last-days.json"


@dataclass(frozen=True, slots=True)
class Missed:
    """The days between the last known one and today, both left out, and how many open lead lines fell due on them."""

    since: date | None
    lines: int = 0


def settings_file() -> Path:
    """Where the last known days lie."""
    return account_file(_FILE)


def last_known(desk: Desk) -> date | None:
    """The day up to which the person knows what fell due; None where nobody has looked here before."""
    with suppress(ValueError, TypeError):
        return date.fromisoformat(kept_values(_FILE).get(_key(desk), ""))
    return None


def missed(desk: Desk) -> Missed:
    """What fell due since the last known day; ``since`` is None where nothing did, or nobody has looked here before."""
    today, since = desk.today(), last_known(desk)
    if since is None or (today - since).days <= 1:
        return Missed(None)
    wanted = AssignmentFilter(
        roles=(Role.LEAD,), open_only=True, due_from=since + timedelta(days=1), due_until=today - timedelta(days=1)
    )
    lines = len(desk.store.reading().assignment_ids(wanted, today))
    return Missed(since, lines) if lines else Missed(None)


def missed_at_start(desk: Desk) -> Missed:
    """The same when somebody sits down: where nothing was missed, today is known from now on.

    A machine that runs through the nights must not ask this at midnight: nobody is there to know.
    """
    found = missed(desk)
    if found.since is None:
        know(desk)
    return found


def know(desk: Desk) -> None:
    """Đã biết: what fell due before today is known."""
    with suppress(Problem, OSError):
        keep_values(_FILE, {**kept_values(_FILE), _key(desk): desk.today().isoformat()})


def _key(desk: Desk) -> str:
    return str(desk.folder.resolve())
