"""Letters that remind: one for each unit with overdue tasks, or one for several (DOMAIN 4.6 F4), and the list of
proposals that rests on them (F6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from district_desk.desk.citing import cited, cited_shortly, type_names
from district_desk.desk.late_work import LateWork, by_unit_then_longest, said_in
from district_desk.desk.letterheads import copies_of, head_of, signature_of
from district_desk.desk.office_desk import Desk
from district_desk.desk.reporting import ReportWish, findings, merits_of
from district_desk.domain.assignments import State
from district_desk.domain.paper import ProposalLine, ProposalList, ReminderLetter
from district_desk.domain.problems import NotFound
from district_desk.domain.proposing import Merit
from district_desk.domain.reporting import EVERYTHING, Followed, Period
from district_desk.domain.signing import SigningAs
from district_desk.domain.units import Unit


@dataclass(frozen=True, slots=True)
class LetterWish:
    """What a person asks of reminder letters.

    ``assignment_ids`` None: every overdue task, of ``unit_ids`` where given. ``day`` is that of the letter (today),
    ``as_of`` that of the figures (the day). ``new_day`` is by when the tasks must be done (``Office.answer_days``).
    ``is_one_letter`` makes one letter to all units.
    """

    assignment_ids: tuple[int, ...] | None = None
    unit_ids: tuple[int, ...] = ()
    as_of: date | None = None
    day: date | None = None
    new_day: date | None = None
    is_one_letter: bool = False
    signing: SigningAs = SigningAs.BY_ORDER
    signer: str = ""


def overdue_lines(desk: Desk, as_of: date) -> list[Followed]:
    """Every lead line that is overdue on a day."""
    period = Period(date.min, as_of, as_of)
    return [line for line in desk.store.reading().followed(period, EVERYTHING) if line.standing.state is State.OVERDUE]


def reminder_letters(desk: Desk, wish: LetterWish) -> list[ReminderLetter]:
    """A letter for each unit in the office's order; tasks that are not overdue on that day are in none.

    Reminders of the letter's own day are not cited: they are this very letter.

    Raises:
        NotFound: none of the tasks asked for is overdue.
    """
    day = wish.day or desk.today()
    as_of = wish.as_of or day
    lines = [line for line in overdue_lines(desk, as_of) if _is_wanted(line, wish)]
    if not lines:
        raise NotFound("late lines", f"{as_of:%d/%m/%Y}")
    wish = replace(
        wish, day=day, as_of=as_of, new_day=wish.new_day or desk.calendar.plus_working(day, desk.office.answer_days)
    )
    work = LateWork(desk, lines, as_of)
    ordered = by_unit_then_longest(lines, {line.unit_id: work.unit(line) for line in lines})
    if wish.is_one_letter:
        return [_letter(desk, wish, work, ordered)]
    by_unit: dict[int, list[Followed]] = {}
    for line in ordered:
        by_unit.setdefault(line.unit_id, []).append(line)
    return [_letter(desk, wish, work, each) for each in by_unit.values()]


def _is_wanted(line: Followed, wish: LetterWish) -> bool:
    if wish.unit_ids and line.unit_id not in wish.unit_ids:
        return False
    return wish.assignment_ids is None or line.assignment_id in wish.assignment_ids


def _letter(desk: Desk, wish: LetterWish, work: LateWork, lines: Sequence[Followed]) -> ReminderLetter:
    office, types = desk.office, type_names(desk)
    earlier = [work.reminders(line, before=wish.day) for line in lines]
    said = sorted((event for each in earlier for event in each), key=lambda event: (event.on, event.ordinal))
    return ReminderLetter(
        letterhead=head_of(desk, wish.signing, wish.day),
        to=tuple(dict.fromkeys(work.unit(line).name for line in lines)),
        bureau=office.bureau,
        own_body=office.body_short or office.body,
        own_head=office.own_head,
        directives=tuple(dict.fromkeys(cited(work.directive(line), types) for line in lines)),
        earlier=tuple(dict.fromkeys(said_in(event) for event in said)),
        time=1 + max(map(len, earlier)),
        as_of=wish.as_of or desk.today(),
        lines=tuple(work.line(line, is_brief=True, before=wish.day) for line in lines),
        new_day=wish.new_day,
        cc=copies_of(desk, "Như trên"),
        signature=signature_of(desk, wish.signing, wish.signer),
    )


def proposals(desk: Desk, wish: ReportWish) -> ProposalList:
    """Whom to praise, to remind and to ask, over a period, with the figures, reminders and documents behind each."""
    found = findings(desk, wish)
    overdue = found.of_state(State.OVERDUE)
    work = LateWork(desk, overdue, found.tally.period.as_of)
    units = desk.store.reading().many(Unit, found.tally.by_unit)
    told: dict[Merit, list[tuple[int, ProposalLine]]] = {merit: [] for merit in Merit}
    for unit, merit, lines in merits_of(desk, found, work, overdue):
        line = ProposalLine(
            units[unit].name,
            found.tally.by_unit[unit],
            max((each.standing.days_late for each in lines), default=0),
            sum(len(work.reminders(each)) for each in lines),
            tuple(_evidence(desk, work, each) for each in sorted(lines, key=lambda each: -each.standing.days_late)),
        )
        told[merit].append((units[unit].position, line))
    ordered = {merit: tuple(line for _, line in sorted(each, key=lambda pair: pair[0])) for merit, each in told.items()}
    head = replace(head_of(desk, wish.signing, wish.day), number_line="")
    return ProposalList(
        head, found.tally.period, ordered[Merit.PRAISED], ordered[Merit.REMINDED], ordered[Merit.ACCOUNTABLE],
        copies_of(desk), signature_of(desk, wish.signing, wish.signer),
    )  # fmt: skip


def _evidence(desk: Desk, work: LateWork, line: Followed) -> str:
    """A task that speaks against a unit: its document, how late it is, how often it was chased."""
    reminders = len(work.reminders(line))
    chased = f", đôn đốc {reminders:02d} lần" if reminders else ""
    document = cited_shortly(work.directive(line), type_names(desk))
    return f"{document} (quá hạn {line.standing.days_late} ngày{chased})"
