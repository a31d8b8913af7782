"""How an item reads in one cell: its limit, its units, its "rõ"; pure words, no widget."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from district_desk.desk.words import CLARITIES, FREQUENCIES
from district_desk.domain.assignments import Assignment, Clarity, Clearness, Role, clearness
from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.drafts import DraftItem
from district_desk.domain.due import DueKind
from district_desk.domain.items import Item
from district_desk.domain.reading import ItemKind
from district_desk.domain.units import Directory, Unit
from district_desk.ui.words import day

_SHORT_DAYS: Final = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


def is_work(item: Item) -> bool:
    """Whether the item asks for something: a task of ours, or a closing paragraph that gives one."""
    return item.kind in (ItemKind.TASK, ItemKind.CLOSING) and bool(item.ours)


def due_words(item: Item) -> str:
    """The limit as a cell says it: "trước 10/04/2023", "hằng quý, 6 tháng", "cần ấn định", or nothing."""
    rule = item.due_rule
    match rule.kind:
        case DueKind.BEFORE if rule.day:
            return f"trước {day(rule.day)}"
        case DueKind.PERIODIC:
            return ", ".join(FREQUENCIES.get(frequency, "định kỳ") for frequency in rule.frequencies)
        case DueKind.SOFT if item.due is None:
            return "cần ấn định"
        case DueKind.STANDING:
            return "thường xuyên"
        case DueKind.EVENT if item.due is None:
            return "theo sự kiện"
        case _:
            return day(item.due) or item.phrase


def rule_words(item: Item, calendar: WorkCalendar) -> str:
    """What the limit means: the last day, the last working day, and what to look at."""
    if item.due is None:
        return _without_date(item)
    last, working = item.due, calendar.last_working_on_or_before(item.due)
    said = [f"ngày cuối {_SHORT_DAYS[last.weekday()]} {day(last)}"]
    if working != last:
        said.append(f"ngày làm việc cuối {_SHORT_DAYS[working.weekday()]} {day(working)}")
    if item.internal_due:
        said.append(f"hạn nội bộ {day(item.internal_due)}")
    if not calendar.knows(last):
        said.append(f"chưa có lịch nghỉ năm {last.year}")
    return " · ".join(said)


def _without_date(item: Item) -> str:
    match item.due_rule.kind:
        case DueKind.PERIODIC:
            return "Việc định kỳ: " + due_words(item)
        case DueKind.SOFT:
            return "Chưa có ngày: lãnh đạo cần ấn định"
        case DueKind.EVENT:
            return "Tính từ khi sự kiện xảy ra"
        case DueKind.STANDING:
            return "Việc thường xuyên, không có hạn"
        case _:
            return "Chưa hiểu cụm từ này thành ngày" if item.phrase else "Chưa có thời hạn"


def units_words(directory: Directory, unit_ids: Sequence[int]) -> str:
    """Units in few words: whole groups by their name with a count, the rest by short name."""
    left, said = set(unit_ids), []
    for group in sorted(directory.groups, key=lambda group: -len(directory.of_group(group))):
        members = {unit.id for unit in directory.of_group(group)}
        if len(members) > 1 and members <= left:
            said.append(f"{group.name} ({len(members)})")
            left -= members
    said += [name_of(unit) for unit in directory.units if unit.id in left]
    return ", ".join(said)


def name_of(unit: Unit) -> str:
    """A unit as a narrow column names it."""
    return unit.short_name or unit.name


def ids_in(drafted: DraftItem, role: Role) -> tuple[int, ...]:
    """The units that have the item in that role, in the order given."""
    return tuple(line.unit_id for line in drafted.lines if line.role is role)


def clearness_of(drafted: DraftItem) -> Clearness:
    """The "rõ" of an item that is not yet written."""
    item = drafted.item
    lines = (Assignment(0, 0, line.unit_id, line.role, due=item.due, person=line.person) for line in drafted.lines)
    return clearness(item, lines)


def clearness_words(drafted: DraftItem) -> str:
    """The "rõ" in words: "4/6 rõ – thiếu: người, sản phẩm"."""
    state = clearness_of(drafted)
    said = f"{len(state.met)}/{len(Clarity)} rõ"
    return (
        f"{said} – thiếu: {_listed(CLARITIES[each].removeprefix('rõ ') for each in state.lacking)}"
        if state.lacking
        else said
    )


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def summary_words(items: Sequence[DraftItem], today: date) -> str:
    """The line above the items: how many, how many with a limit, how many still to look at."""
    work = [each for each in items if is_work(each.item)]
    with_due = sum(1 for each in work if each.item.due or each.item.phrase)
    to_see = sum(1 for each in work if needs_look(each))
    late = sum(1 for each in work if each.item.due and each.item.due < today)
    said = [f"{len(work)} việc", f"{with_due} có thời hạn"]
    said += [f"{to_see} cần xem lại"] if to_see else []
    said += [f"{late} đã qua hạn"] if late else []
    return " · ".join(said)


def needs_look(drafted: DraftItem) -> bool:
    """Whether a person should look at the item: nobody has it, or an addressee matched nobody."""
    return is_work(drafted.item) and (bool(drafted.unresolved) or not ids_in(drafted, Role.LEAD))
