"""Tasks as they are told on paper: which document, what, who, how late, why, and how often they were chased."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from district_desk.desk.citing import cited_shortly, day_in_words, type_names
from district_desk.desk.office_desk import Desk
from district_desk.desk.words import CHANNELS
from district_desk.domain.assignments import Assignment, Channel, Event, EventKind
from district_desk.domain.directives import Directive
from district_desk.domain.items import Item
from district_desk.domain.paper import TaskLine
from district_desk.domain.reporting import Followed
from district_desk.domain.units import Unit


class LateWork:
    """What is known about some tasks, read at once."""

    def __init__(self, desk: Desk, lines: Sequence[Followed], as_of: date) -> None:
        reader = desk.store.reading()
        self._as_of = as_of
        self._types = type_names(desk)
        self._assignments = reader.many(Assignment, [line.assignment_id for line in lines])
        self._items = reader.many(Item, {line.item_id for line in self._assignments.values()})
        self._directives = reader.many(Directive, {line.directive_id for line in lines})
        self._units = reader.many(Unit, {line.unit_id for line in lines})
        self._events = reader.events_of([line.assignment_id for line in lines])

    def line(
        self, line: Followed, *, days: int | None = None, is_brief: bool = False, before: date | None = None
    ) -> TaskLine:
        """The task as a row; ``days`` in the place of the days late. ``is_brief`` leaves out how it was last chased, and
        only reminders before a day count where one is given."""
        reminders = self.reminders(line, before=before)
        return TaskLine(
            cited_shortly(self._directives[line.directive_id], self._types),
            self._words(line),
            self._units[line.unit_id].name,
            line.standing.due,
            line.standing.days_late if days is None else days,
            self._cause(line),
            _times(reminders) if is_brief else _chased(reminders),
        )

    def unit(self, line: Followed) -> Unit:
        """Who leads it."""
        return self._units[line.unit_id]

    def directive(self, line: Followed) -> Directive:
        """The document that gave it."""
        return self._directives[line.directive_id]

    def reminders(self, line: Followed, *, before: date | None = None) -> list[Event]:
        """How it was chased up to the as-of day, or before a day, oldest first."""
        found = [
            event
            for event in self._told(line)
            if event.kind is EventKind.REMINDED and (before is None or event.on < before)
        ]
        return sorted(found, key=lambda event: (event.on, event.id))

    def _told(self, line: Followed) -> list[Event]:
        return [event for event in self._events.get(line.assignment_id, ()) if event.on <= self._as_of]

    def _words(self, line: Followed) -> str:
        item = self._items[self._assignments[line.assignment_id].item_id]
        text = item.text.strip()
        return text.removeprefix(item.label).strip() if item.label else text

    def _cause(self, line: Followed) -> str:
        """The last reason that anybody gave; else what the unit last told about its progress."""
        told = sorted(self._told(line), key=lambda event: (event.on, event.id), reverse=True)
        reasons = (event.reason for event in told if event.reason)
        progress = (event.text for event in told if event.kind is EventKind.PROGRESS and event.text)
        return next(reasons, next(progress, ""))


def by_unit_then_longest(lines: Iterable[Followed], units: Mapping[int, Unit]) -> list[Followed]:
    """Lines in the office's order of units, the longest overdue first in each."""
    return sorted(
        lines,
        key=lambda line: (
            units[line.unit_id].position,
            line.unit_id,
            line.standing.due or date.max,
            line.assignment_id,
        ),
    )


def said_in(reminder: Event) -> str:
    """A reminder as it is cited: "Công văn số 533/UBND-VP ngày 20/5/2023 (lần 1)", "điện thoại ngày 15/9/2023"."""
    on = day_in_words(reminder.dated or reminder.on)
    ordinal = f" (lần {reminder.ordinal})" if reminder.ordinal else ""
    if reminder.notation:
        return f"Công văn số {reminder.notation} ngày {on}{ordinal}"
    way = "văn bản" if reminder.channel is Channel.NONE else CHANNELS[reminder.channel].lower()
    return f"{way} ngày {on}{ordinal}"


def _times(reminders: Sequence[Event]) -> str:
    return f"{len(reminders):02d} lần" if reminders else ""


def _chased(reminders: Sequence[Event]) -> str:
    """As in “02 lần; gần nhất 05/9/2023 (số 812/UBND-VP)”."""
    if not reminders:
        return ""
    last = reminders[-1]
    how = f"số {last.notation}" if last.notation else CHANNELS[last.channel].lower()
    known = last.notation or last.channel is not Channel.NONE
    return f"{_times(reminders)}; gần nhất {day_in_words(last.dated or last.on)}" + (f" ({how})" if known else "")
