"""The values of the printed tables about reform: the index, who owes a plan, breakthrough works, evidence, periodic
reports. What a screen shows and what is printed come from the same questions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import PurePath
from typing import Final

from district_desk.desk.citing import day_in_words
from district_desk.desk.letterheads import copies_of, head_of, signature_of
from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.breakthroughs import breakthrough_register
from district_desk.desk.reform.evidence import EvidenceBoard, evidence_board
from district_desk.desk.reform.index import index_of_year
from district_desk.desk.reform.plan_board import BoardRow, plan_board, reason_text
from district_desk.desk.reform.plan_words import PLAN_STATES
from district_desk.desk.reform.report_matrix import ReportCell, matrix
from district_desk.desk.reform.report_series import series_list
from district_desk.desk.reform.results import Results, UnitResult, results
from district_desk.desk.unit_papers import unit_copies, unit_head, unit_signature
from district_desk.domain.paper import Letterhead, SignatureBlock
from district_desk.domain.points import ONE
from district_desk.domain.problems import NotFound
from district_desk.domain.reform_index import CriterionTree
from district_desk.domain.reform_papers import (
    DomainHead,
    EvidenceLine,
    EvidenceTable,
    IndexRow,
    IndexTable,
    PeriodHead,
    PeriodicMatrix,
    PeriodMark,
    PlanLine,
    PlanTable,
    UnitShares,
    WorkLine,
    WorkTable,
)
from district_desk.domain.reform_plans import Evidence, PlanState
from district_desk.domain.reform_scores import Tally
from district_desk.domain.reform_triggers import ConditionKind, Duty, Trigger
from district_desk.domain.signing import SigningAs
from district_desk.domain.units import Unit
from district_desk.domain.vietnamese import fold

_PRINTED: Final = {"CQĐT": "CQĐT-CQS"}
"""Short names of domains that the tracking table writes otherwise (DOMAIN 5.5)."""
_SHORTEST: Final = 2
_LONGEST: Final = 60
"""Letters of a file's name in a dossier, beside its number and code."""


@dataclass(frozen=True, slots=True)
class ReformWish:
    """What is to be printed: of which scored year, for which units, which period of which series of reports, as of
    which day. ``day`` is the date on the paper, ``signing`` who signs where it is not the usual one; ``texts`` are the clerk's words of a report by section."""

    year: int
    unit_ids: tuple[int, ...] = ()
    period: str = ""
    series_id: int = 0
    as_of: date | None = None
    day: date | None = None
    only_awaited: bool = False
    signing: SigningAs | None = None
    signer: str = ""
    texts: tuple[tuple[str, str], ...] = ()


def cut(value: Fraction | None) -> int | None:
    """A share in millionths of a per cent, cut off and never rounded up."""
    return None if value is None else int(value * ONE)


def domain_heads(tree: CriterionTree) -> tuple[DomainHead, ...]:
    """The domains of an index as a paper names them."""
    return tuple(DomainHead(each.name, each.key, each.maximum) for each in tree.domains)


def watched_limit(desk: Desk) -> int | None:
    """The share under which a domain obliges to a plan, the highest where triggers differ; None where none does."""
    triggers = desk.store.reading().find(Trigger, is_active=1)
    asked = (each for trigger in triggers for each in trigger.asked())
    return max((each.below for each in asked if each.kind is ConditionKind.DOMAIN), default=None)


def index_row(row: UnitResult, tree: CriterionTree) -> IndexRow:
    """A unit's result as it stands in the table; the announced rank before the computed one."""
    whole = row.counted.is_whole
    return IndexRow(
        row.unit.name,
        tuple(row.counted.points.get(each.id) for each in tree.domains),
        row.counted.total if whole else None,
        row.official_rank or row.rank,
        row.rating,
    )


def year_before(desk: Desk, year: int) -> Results | None:
    """The results of the year before, where it has an index."""
    return results(desk, year - 1) if index_of_year(desk.store.reading(), year - 1) else None


def shares_of(row: UnitResult, tree: CriterionTree, before: Results | None) -> UnitShares:
    """A unit's shares, and those of the year before at the domains of the same short name."""
    earlier = next((each.counted for each in before.rows if each.unit.id == row.unit.id), None) if before else None
    now = tuple(cut(row.counted.of_domain(each)) for each in tree.domains)
    return UnitShares(row.unit.name, now, tuple(_share_of(earlier, each.key) for each in tree.domains))


def _share_of(counted: Tally | None, key: str) -> int | None:
    found = [each for each in counted.tree.domains if each.key == key] if counted and key else []
    return cut(counted.of_domain(found[0])) if counted and found else None


def index_table(desk: Desk, wish: ReformWish) -> IndexTable:
    """Bảng tổng hợp Chỉ số, with a picture of each unit of the wish.

    Raises:
        NotFound: the year has no index.
    """
    told = results(desk, wish.year)
    before = year_before(desk, wish.year) if wish.unit_ids else None
    head, copies, signature = _issued(desk, wish)
    return IndexTable(
        head, wish.year, told.index.decision, bool(told.index.is_example), domain_heads(told.tree),
        tuple(index_row(row, told.tree) for row in told.rows), watched_limit(desk),
        tuple(shares_of(row, told.tree, before) for row in told.rows if row.unit.id in wish.unit_ids), copies, signature,
    )  # fmt: skip


def plan_table(desk: Desk, wish: ReformWish) -> PlanTable:
    """Bảng theo dõi nộp kế hoạch khắc phục as of a day; those that no longer owe one are left out.

    Raises:
        NotFound: the year has no index.
    """
    day = wish.as_of or desk.today()
    board = plan_board(desk, wish.year, duty=Duty.PLAN, as_of=day)
    rows = [row for row in board.rows if not (row.plan and row.plan.state is PlanState.RECALLED)]
    lines = [_plan_line(row, day) for row in rows if not wish.unit_ids or row.unit.id in wish.unit_ids]
    if wish.only_awaited:
        lines = [line for line in lines if line.is_awaited]
    domains = tuple(_PRINTED.get(each.key, each.key) or each.name for each in board.domains)
    return PlanTable(
        _issued(desk, wish)[0], wish.year, day, wish.only_awaited, domains, tuple(lines), *_issued(desk, wish)[1:]
    )


def _plan_line(row: BoardRow, day: date) -> PlanLine:
    sending = row.plan.sending if row.plan else None
    awaited = row.plan is None or row.plan.is_awaited
    late = max(0, (day - row.due).days) if awaited and row.due else sending.days_late if sending else 0
    return PlanLine(
        row.unit.name, row.rating, tuple(map(cut, row.shares)), "; ".join(map(reason_text, row.reasons)), row.due,
        sending.on if sending else None, sending.notation if sending else "", late, awaited, _plan_note(row),
    )  # fmt: skip


def _plan_note(row: BoardRow) -> str:
    """Where the plan stands, where the other columns do not say it."""
    if row.plan is None:
        return "chưa giao"
    told = (row.plan.plan.note, PLAN_STATES[row.plan.state] if row.plan.sending.on else "")
    return "; ".join(each for each in told if each)


def work_table(desk: Desk, wish: ReformWish) -> WorkTable:
    """Bảng đăng ký công việc đột phá; a unit that was asked and has registered none has a row too."""
    day = wish.as_of or desk.today()
    lines: list[WorkLine] = []
    for each in breakthrough_register(desk, wish.year, as_of=day):
        if wish.unit_ids and each.unit.id not in wish.unit_ids:
            continue
        lines += [
            WorkLine(each.unit.name, work.content, work.solution, work.criteria, work.time, work.result, work.note)
            for work in each.works
        ] or [WorkLine(each.unit.name, "", "", "", "", "", "")]
    head, copies, signature = _issued(desk, wish)
    return WorkTable(head, wish.year, day, tuple(lines), copies, signature)


def evidence_tables(desk: Desk, wish: ReformWish) -> list[EvidenceTable]:
    """Danh mục minh chứng, one of each unit that is asked; of every unit that has filed any where none is named.

    Raises:
        NotFound: the year has no index; or no unit has filed evidence.
    """
    board = evidence_board(desk, wish.year)
    filed = {unit_id for unit_id, _ in board.kept}
    wanted = wish.unit_ids or tuple(filed)
    units = [unit for unit in board.units if unit.id in wanted]
    if not units:
        raise NotFound("evidence", str(wish.year))
    return [_evidence_table(desk, wish, board, unit) for unit in units]


def _evidence_table(desk: Desk, wish: ReformWish, board: EvidenceBoard, unit: Unit) -> EvidenceTable:
    asking = board.asking
    names = dossier_names(board, unit)
    lines: list[EvidenceLine] = []
    for criterion in board.tree.criteria:
        kept = board.of(unit.id, criterion.id)
        if not kept and criterion not in asking:
            continue
        about = (criterion.code, criterion.name, criterion.evidence)
        lines += [EvidenceLine(*about, _document(each), names.get(each.id, "")) for each in kept]
        if not kept:
            lines.append(EvidenceLine(*about, "", ""))
    return EvidenceTable(
        replace(unit_head(desk, unit, "", wish.day or desk.today()), number_line=""), unit.name, wish.year, len(asking),
        len(asking) - board.proven(unit.id), tuple(lines), unit_copies(desk, unit), unit_signature(desk, unit, wish.signer),
    )  # fmt: skip


def _document(each: Evidence) -> str:
    number = f"{each.notation} ngày {day_in_words(each.dated)}" if each.dated else each.notation
    return ", ".join(part for part in (number.strip(), each.subject) if part) or each.name


def dossier_names(board: EvidenceBoard, unit: Unit) -> dict[int, str]:
    """The name in the dossier of each piece of evidence that has a file: "01-1.1-ke-hoach.pdf", in printed order."""
    filed = [each for criterion in board.tree.criteria for each in board.of(unit.id, criterion.id) if each.digest]
    codes = {criterion.id: criterion.code for criterion in board.tree.criteria}
    wide = max(_SHORTEST, len(str(len(filed))))
    names = {}
    for number, each in enumerate(filed, 1):
        parts = (f"{number:0{wide}d}", _bare(codes[each.criterion_id]), _bare(PurePath(each.name).stem)[:_LONGEST])
        names[each.id] = "-".join(part for part in parts if part) + PurePath(each.name).suffix.lower()
    return names


def _bare(text: str) -> str:
    """Letters without marks and figures that every file system takes, joined by dashes; a code keeps its dots."""
    return "-".join("".join(c if c.isalnum() or c == "." else " " for c in fold(text)).split()).strip(".")


def periodic_matrix(desk: Desk, wish: ReformWish) -> PeriodicMatrix:
    """Ma trận báo cáo định kỳ of a series in a year; our own report is its last row.

    Raises:
        NotFound: no such series, or none at all.
    """
    series = wish.series_id or next((each.id for each in series_list(desk)), 0)
    shown = matrix(desk, series, wish.year, as_of=wish.as_of)
    office = desk.office
    rows = tuple(
        (unit.name, tuple(_mark(shown.cells.get((unit.id, period.name))) for period in shown.periods))
        for unit in shown.units
        if not wish.unit_ids or unit.id in wish.unit_ids
    )
    return PeriodicMatrix(
        office.parent_body or office.body_short, office.bureau, shown.series.title, wish.year, shown.as_of,
        tuple(PeriodHead(period.name, period.unit_due) for period in shown.periods), rows,
    )  # fmt: skip


def _mark(cell: ReportCell | None) -> PeriodMark | None:
    return PeriodMark(cell.state, cell.days_late, cell.submission.received) if cell else None


def _issued(desk: Desk, wish: ReformWish) -> tuple[Letterhead, tuple[str, ...], SignatureBlock]:
    """Head, copies and signature of a table of ours, which bears no number."""
    signing = wish.signing or SigningAs.BUREAU
    head = replace(head_of(desk, signing, wish.day or desk.today()), number_line="")
    return head, copies_of(desk), signature_of(desk, signing, wish.signer)


def units_of(desk: Desk, ids: Sequence[int]) -> list[Unit]:
    """The units of a wish, in the office's order."""
    found = desk.store.reading().many(Unit, ids).values()
    return sorted(found, key=lambda unit: (unit.position, unit.id))
