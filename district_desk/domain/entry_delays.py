"""How long a received document waits at the desk, against the law's working days.

Registered and passed on the day it came, at the latest the next working day, an urgent one at once (Decree 30/2020
art. 4.2.c, 23.1); its work is given within the office's own measure, counted from arrival.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.directives import Urgency


class Stage(StrEnum):
    """The steps of a document through the office, in their order."""

    ENTERED = "entered"  # vào sổ
    PASSED_ON = "passed_on"  # chuyển
    ASSIGNED = "assigned"  # giao việc


_BY_LAW: Final = 1
"""Working days after the day of arrival, for entering and for passing on."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The days of one received document; None where a step is not done. ``assigned`` is the first line's day."""

    directive_id: int
    arrived: date
    urgency: Urgency
    entered: date | None
    passed_on: date | None
    assigned: date | None

    def on(self, stage: Stage) -> date | None:
        """The day of a step."""
        return {Stage.ENTERED: self.entered, Stage.PASSED_ON: self.passed_on, Stage.ASSIGNED: self.assigned}[stage]


def waited(entry: Entry, calendar: WorkCalendar, as_of: date) -> dict[Stage, int]:
    """Working days from arrival to each step, or to ``as_of`` where it was not done by then."""
    return {stage: calendar.working_between(entry.arrived, _until(entry, stage, as_of)) for stage in Stage}


def late(entry: Entry, days: Mapping[Stage, int], assign_days: int) -> tuple[Stage, ...]:
    """The steps that took, or are taking, longer than allowed; ``days`` as :func:`waited` counts them."""
    return tuple(stage for stage in Stage if days[stage] > allowed(entry, stage, assign_days))


def allowed(entry: Entry, stage: Stage, assign_days: int) -> int:
    """Working days after the day of arrival that a step may take: none where the document is urgent.

    ``assign_days`` is the office's own measure for the giving of work.
    """
    if stage is Stage.ASSIGNED:
        return assign_days
    return _BY_LAW if entry.urgency is Urgency.NORMAL else 0


def _until(entry: Entry, stage: Stage, as_of: date) -> date:
    day = entry.on(stage)
    return max(entry.arrived, day if day and day <= as_of else as_of)
