"""The measures of a plan: prefilled from lost points, read from the unit's own table, their limits counted, their standing.

The columns are those of DOMAIN 5.5. What a unit's table calls a criterion is looked up in the index; what the index says
of points outranks what the table says.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.index import tree_of
from district_desk.desk.reform.plan_tables import Kinds, rows_by_heading
from district_desk.desk.reform.score_columns import code_and_name, name_key
from district_desk.desk.reform.seed import domain_keys
from district_desk.desk.steps import lives
from district_desk.domain.assignments import Assignment, Role
from district_desk.domain.due import DueKind, DueRule
from district_desk.domain.due_dates import resolve
from district_desk.domain.due_phrases import read_phrase
from district_desk.domain.follow_up import Life
from district_desk.domain.points import points_of
from district_desk.domain.problems import BadValue
from district_desk.domain.reform_index import Criterion, CriterionTree
from district_desk.domain.reform_plans import Measure, Plan, Weakness, sending
from district_desk.domain.reform_scores import Score, Tally, tally
from district_desk.store import Reader

_COLUMNS: Final = Kinds(
    {
        key: re.compile(pattern)
        for key, pattern in (
            ("number", r"^(s?tt|so tt|so thu tu)$"),
            ("lost", r"^(so )?diem (bi )?(tru|mat)"),
            ("maximum", r"^(diem|thang diem) (toi da|chuan)"),
            ("got", r"^(so )?diem (dat|duoc)|^ket qua diem"),
            ("percent", r"^ty le|^%"),
            ("cause", r"nguyen nhan"),
            ("responsible", r"trach nhiem|phu trach|chu tri|(don vi|ca nhan|bo phan).* thuc hien|thuc hien.* (don vi|ca nhan)"),
            ("remedy", r"giai phap|bien phap|cach khac phuc|^nhiem vu|nhiem vu.* (khac phuc|thuc hien)"),
            ("weakness", r"ton tai|han che|khuyet diem"),
            ("phrase", r"^(thoi (han|gian|diem)|tien do|han\b|ngay hoan thanh)"),
            ("product", r"^san pham|tai lieu kiem chung|tlkc|ket qua dau ra"),
            ("criterion", r"tieu chi|linh vuc|noi dung"),
        )
    },
    frozenset({"remedy"}),
)  # fmt: skip

_LIMIT: Final = "Thời hạn: "


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure as it stands on a day; ``line`` is the work that it became, None while it is not followed."""

    measure: Measure
    criterion: Criterion | None
    line: Life | None


@dataclass(frozen=True, slots=True)
class MeasureReading:
    """What a unit's table says, for the clerk to look through: nothing is written. ``criteria`` are those of the measures as
    written, ``unknown`` those that the index does not have, ``unread`` limits from which no day follows."""

    measures: tuple[Measure, ...]
    criteria: tuple[str, ...]
    unknown: tuple[str, ...]
    unread: tuple[str, ...]


def measure_rows(desk: Desk, plan_id: int, *, as_of: date | None = None) -> list[MeasureRow]:
    """The measures of a plan with their criteria and standing, in their order."""
    reader = desk.store.reading()
    kept = reader.find(Measure, "position", plan_id=plan_id)
    criteria = reader.many(Criterion, {each.criterion_id for each in kept if each.criterion_id})
    lines = lines_of(reader, kept, as_of or desk.today())
    return [MeasureRow(each, criteria.get(each.criterion_id or 0), lines.get(each.item_id or 0)) for each in kept]


def lines_of(reader: Reader, measures: Iterable[Measure], day: date) -> Mapping[int, Life]:
    """The work that followed measures became, by item: the lead's line that stands, or the last one."""
    found: dict[int, Life] = {}
    ids = [
        line.id
        for each in measures
        if each.item_id
        for line in reader.find(Assignment, item_id=each.item_id)
        if line.role is Role.LEAD and not line.period
    ]
    for one in lives(reader, ids, day):
        held = found.get(one.assignment.item_id)
        if held is None or not held.is_open:
            found[one.assignment.item_id] = one
    return found


def open_measures(desk: Desk, plan_ids: Sequence[int]) -> list[MeasureRow]:
    """The measures of these plans that are followed and not done yet: worth a question before a plan is closed."""
    rows = (row for plan_id in plan_ids for row in measure_rows(desk, plan_id))
    return [row for row in rows if row.line and row.line.is_open]


def draft_measures(desk: Desk, plan_id: int) -> list[Measure]:
    """A line for every criterion at which the unit lost points and that the plan does not name yet, in printed order."""
    reader = desk.store.reading()
    plan = reader.get(Plan, plan_id)
    counted = _counted(reader, plan)
    named = {each.criterion_id for each in reader.find(Measure, plan_id=plan_id)}
    return [
        Measure(plan_id, criterion.id, lost) for criterion, lost in counted.lost() if criterion.id not in named
    ]  # fmt: skip


def counted_of(desk: Desk, plan_id: int) -> Tally:
    """What the plan's unit reached at each criterion of the index."""
    reader = desk.store.reading()
    return _counted(reader, reader.get(Plan, plan_id))


def weaknesses(desk: Desk, domain: str = "") -> list[str]:
    """The office's pick-list, those of a domain (its key) first."""
    kept = desk.store.reading().find(Weakness, "position")
    return [each.text for each in sorted(kept, key=lambda each: bool(domain) and each.domain != domain)]


def with_due(desk: Desk, plan_id: int, measure: Measure) -> Measure:
    """The measure with the day that its words come to, counted from the day on which the plan came (today before that).

    Words from which no day follows ("thường xuyên") leave the day as it is.
    """
    if not measure.phrase.strip():
        return measure
    reader = desk.store.reading()
    [line] = lives(reader, [reader.get(Plan, plan_id).assignment_id])
    came = sending(line.events, line.standing.due, date.max).on
    start = came or desk.today()
    due = resolve(rule_of_limit(measure.phrase, start), start, desk.calendar, desk.habits).last_day
    return replace(measure, due=due or measure.due)


def rule_of_limit(phrase: str, issued: date | None) -> DueRule:
    """The rule of a cell in a column of limits, where a bare day, month or quarter is one ("30/4/2023", "Quý II")."""
    rule = read_phrase(phrase, issued=issued)
    return rule if rule.kind is not DueKind.NONE else read_phrase(_LIMIT + phrase, issued=issued)


def read_measures(desk: Desk, plan_id: int, lines: Sequence[Sequence[str]]) -> MeasureReading:
    """The measures in a table that bears headings.

    Raises:
        BadValue: of "plan_table", where no line heads a column of remedies.
    """
    rows = rows_by_heading(lines, _COLUMNS)
    if not rows:
        raise BadValue("plan_table", "Giải pháp khắc phục")
    reader = desk.store.reading()
    counted = _counted(reader, reader.get(Plan, plan_id))
    book = CriterionNames(counted.tree)
    found: list[Measure] = []
    written: list[str] = []
    unknown: dict[str, None] = {}
    above = ""
    for row in rows:
        above = row.get("criterion") or above
        if not (row.get("remedy") or row.get("weakness")):
            continue
        criterion = book.find(above)
        if above and criterion is None:
            unknown[above] = None
        found.append(with_due(desk, plan_id, _measure(plan_id, row, criterion, counted)))
        written.append(above)
    unread = dict.fromkeys(each.phrase for each in found if each.phrase and each.due is None)
    return MeasureReading(tuple(found), tuple(written), tuple(unknown), tuple(unread))


class CriterionNames:
    """The criteria of an index by every way of writing them: code, name, a domain's short and other names."""

    def __init__(self, tree: CriterionTree) -> None:
        self._by_name = {name_key(each.name): each for each in reversed(tree.criteria)}
        self._by_code = {each.code.casefold(): each for each in reversed(tree.criteria) if each.code}
        self._by_key = {each.key: each for each in tree.domains if each.key}

    def find(self, written: str) -> Criterion | None:
        """The criterion of that name, code or "code name"; None for none."""
        if not written.strip():
            return None
        code, name = code_and_name(written)
        return (
            self._by_name.get(name_key(name))
            or self._by_key.get(domain_keys().get(name_key(name), ""))
            or self._by_key.get(written.strip())
            or self._by_code.get((code or written).strip().rstrip(".").casefold())
        )


def lost_at(counted: Tally, criterion: Criterion | None) -> int | None:
    """The points lost at a criterion, None where nobody has scored it."""
    got = counted.points.get(criterion.id) if criterion else None
    return None if got is None or criterion is None else criterion.maximum - got


def _measure(plan_id: int, row: Mapping[str, str], criterion: Criterion | None, counted: Tally) -> Measure:
    lost = lost_at(counted, criterion)
    return Measure(
        plan_id, criterion.id if criterion else None, _lost(row) if lost is None else lost,
        row.get("weakness", ""), row.get("cause", ""), row.get("responsible", ""), row.get("remedy", ""),
        row.get("phrase", ""), product=row.get("product", ""),
    )  # fmt: skip


def _lost(row: Mapping[str, str]) -> int | None:
    """The points lost as the table says; None where it says nothing that is a number."""
    try:
        if row.get("lost"):
            return abs(points_of(row["lost"]))
        return points_of(row["maximum"]) - points_of(row["got"])
    except (BadValue, KeyError):
        return None


def _counted(reader: Reader, plan: Plan) -> Tally:
    return tally(tree_of(reader, plan.index_id), reader.find(Score, unit_id=plan.unit_id))
