"""Theo dõi: what happens to a line after it was given, as dated events; each use case takes many lines at once.

A unit reports; only the office closes (DOMAIN 4.4). What the records do not allow is refused as a whole, with the line
and the reason named: nothing is half written and nothing is silently changed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from district_desk.desk import filing
from district_desk.desk.filing import Kept
from district_desk.desk.office_desk import Desk
from district_desk.desk.periods import duty_of, put_periods
from district_desk.desk.steps import checked, lives, place_of, put_step, subject_of
from district_desk.domain.assignments import Assignment, Channel, Event, EventKind, Overlay
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Attachment
from district_desk.domain.follow_up import Life, Obstacle, return_by
from district_desk.domain.items import Item
from district_desk.domain.problems import BadValue, MissingField, TwoLeads, WrongStep
from district_desk.domain.units import Unit
from district_desk.store import Reader, Writing

__all__ = [
    "Reassigned",
    "Returned",
    "Told",
    "accept_result",
    "close",
    "grant_extension",
    "hand_over",
    "note_progress",
    "reassign",
    "recall",
    "report_result",
    "resume",
    "return_as_not_ours",
    "send_back",
    "suspend",
]


@dataclass(frozen=True, slots=True)
class Told:
    """What the office was told, or tells: the day, the words, how and by whom, the paper and the files behind it.

    ``notation`` and ``dated`` name the document that it rests on, ``asked_notation`` the unit's own request,
    ``decided_by`` who granted, accepted or approved it, ``reason`` why. ``files`` are kept with every line's event.
    """

    on: date
    text: str = ""
    channel: Channel = Channel.NONE
    person: str = ""
    notation: str = ""
    dated: date | None = None
    asked_notation: str = ""
    decided_by: str = ""
    reason: str = ""
    files: tuple[Path, ...] = ()

    def event(self, kind: EventKind) -> Event:
        """The event that this tells, still without a line."""
        return Event(
            0, kind, self.on, text=self.text, notation=self.notation, person=self.person, channel=self.channel,
            dated=self.dated, asked_notation=self.asked_notation, decided_by=self.decided_by, reason=self.reason,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Returned:
    """Lines that units sent back; ``late`` are those sent back after the last day for it."""

    late: tuple[int, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Reassigned:
    """The lines of the unit that took over, in the order of the old ones."""

    assignment_ids: tuple[int, ...]
    changes: Changes


Shape = Callable[[Reader, Life, Event], Event]
"""Gives a line its own event; the transaction's reader sees what was written before it."""


def hand_over(desk: Desk, ids: Sequence[int], told: Told) -> Changes:
    """Ký nhận: the unit took the work over on a day; ``told.person`` signed for it.

    Raises:
        NotFound, WrongStep, WrongDay: as for every use case of this module; nothing was written.
    """
    return _follow(desk, "hand_over", ids, told, EventKind.HANDED_OVER)


def note_progress(desk: Desk, ids: Sequence[int], told: Told, *, percent: int | None = None) -> Changes:
    """What a unit tells of work that goes on; ``told.reason`` is why it is slow.

    Raises:
        MissingField: neither words nor a percentage.
        BadValue: a percentage outside 0 to 100.
    """
    if percent is None and not (told.text.strip() or told.reason.strip() or told.files):
        raise MissingField("text")
    if percent is not None and not 0 <= percent <= 100:
        raise BadValue("percent", str(percent))
    return _follow(
        desk, "note_progress", ids, told, EventKind.PROGRESS,
        shape=lambda _, __, event: replace(event, percent=percent)
    )  # fmt: skip


def report_result(desk: Desk, ids: Sequence[int], told: Told) -> Changes:
    """The unit reports that it is done on ``told.on``: the day that counts, once the office accepts the result."""
    return _follow(desk, "report_result", ids, told, EventKind.REPORTED)


def accept_result(desk: Desk, ids: Sequence[int], told: Told) -> Changes:
    """The office accepts, on ``told.on``, what units reported; each line counts as done on the day of its report.

    Raises:
        WrongStep: a unit has not reported (:func:`close` needs no report).
        MissingField: the office wants the file of the result, and there is none.
    """

    def accepted(reader: Reader, line: Life, event: Event) -> Event:
        if Overlay.AWAITING not in line.standing.marks and not line.standing.done:
            raise _wrong_step(reader, line, EventKind.ACCEPTED, Obstacle.NOT_REPORTED)
        return _accepted(desk, reader, line, replace(event, counts_on=line.standing.reported), told.files)

    return _follow(desk, "accept_result", ids, told, EventKind.ACCEPTED, shape=accepted)


def close(desk: Desk, ids: Sequence[int], told: Told, *, done_on: date | None = None) -> Changes:
    """The office closes lines on ``told.on``, with number, date and file of the result.

    The day that counts is ``done_on``, or that of the unit's report, or the day of closing.

    Raises:
        BadValue: done later than closed.
        MissingField: the office wants the file of the result, and there is none.
    """
    if done_on and done_on > told.on:
        raise BadValue("done_on", f"{done_on:%d/%m/%Y}")

    def closed(reader: Reader, line: Life, event: Event) -> Event:
        counts_on = done_on or line.standing.reported or told.on
        return _accepted(desk, reader, line, replace(event, counts_on=counts_on), told.files)

    return _follow(desk, "record_result", ids, told, EventKind.ACCEPTED, shape=closed)


def send_back(desk: Desk, ids: Sequence[int], told: Told) -> Changes:
    """The office wants a result done again, or does not agree to a return; ``told.reason`` says why.

    Raises:
        MissingField: no reason.
    """
    _must_say(told, "reason")
    return _follow(desk, "send_back", ids, told, EventKind.SENT_BACK)


def grant_extension(desk: Desk, ids: Sequence[int], told: Told, *, new_due: date) -> Changes:
    """Gia hạn: a new last day, asked for by ``told.asked_notation`` and granted by ``told.decided_by``.

    Raises:
        ExtensionRefused: it would shorten, lies in the past, or exceeds ``Office.extension_limit`` times or
            ``Office.extension_days`` days; or the line has no due date to extend.
    """
    return _follow(
        desk, "grant_extension", ids, told, EventKind.EXTENDED,
        shape=lambda _, line, event: replace(event, old_due=line.standing.due, new_due=new_due),
    )  # fmt: skip


def suspend(desk: Desk, ids: Sequence[int], told: Told) -> Changes:
    """Tạm dừng. The due date stays: only an extension moves it (see :class:`~...assignments.Standing`)."""
    return _follow(desk, "suspend", ids, told, EventKind.SUSPENDED)


def resume(desk: Desk, ids: Sequence[int], told: Told) -> Changes:
    """The work goes on."""
    return _follow(desk, "resume", ids, told, EventKind.RESUMED)


def return_as_not_ours(desk: Desk, ids: Sequence[int], told: Told) -> Returned:
    """A unit sends lines back as not its function (source document 001, 1.2c). The line stays open until the office
    gives it to another unit, recalls it, or sends it back."""
    late: list[int] = []

    def timed(_: Reader, line: Life, event: Event) -> Event:
        last = return_by(line, desk.calendar, desk.office.return_days)
        if last and event.on > last:
            late.append(line.assignment.id)
        return event

    changes = _follow(desk, "return_as_not_ours", ids, told, EventKind.RETURNED, shape=timed)
    return Returned(tuple(dict.fromkeys(late)), changes)


def recall(desk: Desk, ids: Sequence[int], told: Told) -> Changes:
    """Thu hồi: the office takes work back; the line leaves the totals and stays readable."""
    return _follow(desk, "recall", ids, told, EventKind.RECALLED)


def reassign(desk: Desk, ids: Sequence[int], unit_id: int, told: Told, *, due: date | None = None) -> Reassigned:
    """Give work to another unit: a new line, linked from the old one, which leaves the totals with its reason.

    ``told.decided_by`` is the leader who approved (source document 001, 1.2b). The new line has the old one's
    effective due date, or ``due``. With a recurring duty go its open periods whose day has not come, and what else the
    new unit owes in the time ahead is made; a period that was reported, closed or skipped stays where it is.

    Raises:
        MissingField: no reason, or nobody who approved.
        BadValue: the unit does not exist on that day, or has the line already.
        TwoLeads: the unit has that item already.
    """
    _must_say(told, "reason", "decided_by")
    made: list[int] = []
    desk.store.reading().get(Unit, unit_id)
    with desk.writing("reassign") as writing:
        kept = [filing.keep(desk.folder, path) for path in told.files]
        found = lives(writing.reader, ids)
        for line in found:
            successor = writing.put(_successor(writing, line, unit_id, told.on, due))
            _pass_to(desk, writing, line, successor, told=told, kept=kept)
            made.append(successor.id)
        for line in _open_periods(writing.reader, found, told.on):
            on = max(told.on, line.assignment.given or told.on)
            successor = writing.put(_successor(writing, line, unit_id, on, None))
            _pass_to(desk, writing, line, successor, told=replace(told, on=on), kept=kept)
        put_periods(desk, writing, {line.assignment.directive_id for line in found})
        writing.note(subject=writing.reader.get(Unit, unit_id).name, count=len(made))
    return Reassigned(tuple(made), writing.changes)


def _as_told(_: Reader, __: Life, event: Event) -> Event:
    return event


def _follow(  # noqa: PLR0913  what every step needs
    desk: Desk, operation: str, ids: Sequence[int], told: Told, kind: EventKind, *, shape: Shape = _as_told
) -> Changes:
    """One operation: the event for each line, checked first for all of them where files are to be kept."""
    event = told.event(kind)

    def shaped(reader: Reader, line: Life) -> Event:
        return checked(desk, reader, line, shape(reader, line, event))

    if told.files:
        for line in lives(desk.store.reading(), ids):
            shaped(desk.store.reading(), line)
    kept = [filing.keep(desk.folder, path) for path in told.files]
    with desk.writing(operation) as writing:
        found = lives(writing.reader, ids)
        for line in found:
            put_step(desk, writing, line, shaped(writing.reader, line), kept)
        writing.note(subject=told.notation or subject_of(writing.reader, found), count=len(found))
    return writing.changes


def _pass_to(  # noqa: PLR0913  what every step needs
    desk: Desk, writing: Writing, line: Life, successor: Assignment, *, told: Told, kept: Sequence[Kept]
) -> None:
    event = checked(desk, writing.reader, line, told.event(EventKind.REASSIGNED))
    put_step(desk, writing, line, replace(event, other_id=successor.id), kept)


def _open_periods(reader: Reader, passed: Sequence[Life], day: date) -> list[Life]:
    """Of the duties that are passed to another unit: the periods that go with them, unless they are passed themselves."""
    duties = {duty_of(line.assignment) for line in passed if not line.assignment.period}
    chosen = {line.assignment.id for line in passed}
    lines = reader.recurring_lines({line.assignment.directive_id for line in passed})
    ids = [line.id for line in lines if line.period and line.id not in chosen and duty_of(line) in duties]
    return [
        line
        for line in lives(reader, ids)
        if line.is_open and not line.standing.reported and line.standing.due and line.standing.due >= day
    ]


def _successor(writing: Writing, line: Life, unit_id: int, given: date, due: date | None) -> Assignment:
    unit, old = writing.reader.get(Unit, unit_id), line.assignment
    if unit_id == old.unit_id or not unit.is_valid(given):
        raise BadValue("unit_id", unit.name)
    same = writing.reader.find(Assignment, item_id=old.item_id, unit_id=unit_id, period=old.period)
    if any(each.is_open or each.standing.done for each in lives(writing.reader, [one.id for one in same])):
        raise TwoLeads(writing.reader.get(Item, old.item_id).path, unit.name)
    return replace(
        old, id=0, uid=0, unit_id=unit_id, given=given, due=due or line.standing.due, person="", note=""
    )  # fmt: skip


def _accepted(desk: Desk, reader: Reader, line: Life, event: Event, files: tuple[Path, ...]) -> Event:
    """The event, where the line has the file of its result or the office does not ask for one."""
    if desk.office.result_file_required and not files:
        reports = [each.id for each in line.events if each.kind in _EVIDENCE]
        if not any(reader.find(Attachment, event_id=report) for report in reports):
            raise MissingField("result_file")
    return event


_EVIDENCE: Final = (EventKind.PROGRESS, EventKind.REPORTED)


def _must_say(told: Told, *names: str) -> None:
    for name in names:
        if not str(getattr(told, name)).strip():
            raise MissingField(name)


def _wrong_step(reader: Reader, line: Life, kind: EventKind, obstacle: Obstacle) -> WrongStep:
    return WrongStep(kind.value, obstacle.value, *place_of(reader, line))
