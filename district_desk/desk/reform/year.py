"""Lịch năm: the steps of the reform year for the index of a year, ticked when done (DOMAIN 5.6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from district_desk.desk.listing import near
from district_desk.desk.office_desk import Desk
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.periodic_reports import CycleStep, day_of_year
from district_desk.domain.problems import BadValue, MissingField

_ANY_YEAR = 2000


class StepState(StrEnum):
    """How a step stands on a day."""

    DONE = "done"
    LATE = "late"
    NEAR = "near"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class YearStep:
    """A step in the index of one year: its day as set, the last working day up to it, how it stands as of a day."""

    step: CycleStep
    day: date
    last_working: date
    state: StepState
    days_late: int


def year_steps(desk: Desk, scored_year: int, *, as_of: date | None = None) -> list[YearStep]:
    """The steps for the index of a year as of a day (today), in the office's order."""
    today = as_of or desk.today()
    soon = near(desk, today)
    found = []
    for step in desk.store.reading().find(CycleStep, "position"):
        day = step.day(scored_year)
        state = StepState.LATE if day < today else StepState.NEAR if day <= soon else StepState.TO_COME
        if step.is_done(scored_year):
            state = StepState.DONE
        late = (today - day).days if state is StepState.LATE else 0
        found.append(YearStep(step, day, desk.calendar.last_working_on_or_before(day), state, late))
    return found


def keep_steps(desk: Desk, steps: Sequence[CycleStep]) -> Changes:
    """Make the steps of the year those given, in that order; one that is left out goes.

    Raises:
        MissingField: a step without a title.
        BadValue: of "period_day", for a text that names no day of a year.
    """
    for step in steps:
        check_step(step)
    with desk.writing("keep_year_steps") as writing:
        kept = {step.id for step in steps}
        for gone in writing.reader.find(CycleStep):
            if gone.id not in kept:
                writing.drop(gone)
        for position, step in enumerate(steps):
            writing.put(replace(step, position=position))
        writing.note(count=len(steps))
    return writing.changes


def tick_step(desk: Desk, step_id: int, scored_year: int) -> Changes:
    """The step is done for the index of that year."""
    with desk.writing("tick_year_step") as writing:
        step = writing.reader.get(CycleStep, step_id)
        writing.put(replace(step, done_year=max(scored_year, step.done_year or scored_year)))
        writing.note(subject=step.title, count=1)
    return writing.changes


def untick_step(desk: Desk, step_id: int, scored_year: int) -> Changes:
    """The step is not done for that year: what stood there before it was ticked stands there again."""
    with desk.writing("untick_year_step") as writing:
        step = writing.reader.get(CycleStep, step_id)
        if step.is_done(scored_year):
            writing.put(replace(step, done_year=_done_before(desk, step, scored_year)))
        writing.note(subject=step.title, count=1)
    return writing.changes


def _done_before(desk: Desk, step: CycleStep, scored_year: int) -> int | None:
    """The last year before that one for which the step was ticked, as the journal knows."""
    story = desk.store.reading().history_of(Entity.CYCLE_STEP, step.id)
    years = {int(each.after) for each in story if each.field == "done_year" and each.after.isdigit()}
    return max((year for year in years if year < scored_year), default=None)


def check_step(step: CycleStep) -> None:
    """Whether a step can be kept like this; raises as :func:`keep_steps`."""
    if not step.title.strip():
        raise MissingField("title_of_step")
    try:
        plain = step.month_day == f"{day_of_year(step.month_day, _ANY_YEAR):%m-%d}"
    except ValueError:
        plain = False
    if not plain:
        raise BadValue("period_day", step.month_day)
