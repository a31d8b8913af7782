"""Answers about the reform index as plain values, for JSON."""

from collections.abc import Sequence
from typing import Any

from district_desk.desk.reform.breakthroughs import UnitWorks
from district_desk.desk.reform.plans import PlanRow
from district_desk.desk.reform.results import Owed
from district_desk.desk.reform.score_words import fault_sentence
from district_desk.domain.points import share_text
from district_desk.domain.reform_triggers import Reason
from district_desk.domain.score_preview import ScorePreview


def of_owed(owed: Owed) -> dict[str, Any]:
    """One unit that owes: ``unit_code``, ``unit``, ``reasons``, ``due``, ``state``, and whether the work was given."""
    return {
        "unit_code": owed.unit.code,
        "unit": owed.unit.name,
        "reasons": [of_reason(each) for each in owed.reasons],
        "due": owed.due.isoformat() if owed.due else None,
        "state": owed.state.value,
        "given": owed.plan is not None,
    }


def of_reason(reason: Reason) -> dict[str, Any]:
    """A reason: ``trigger`` with ``rating`` or ``percent`` and the ``domain``."""
    answer: dict[str, Any] = {"trigger": reason.trigger}
    if reason.rating:
        answer["rating"] = reason.rating
    if reason.percent is not None:
        answer |= {"percent": float(share_text(reason.percent, 6, cut=True).replace(",", ".")), "domain": reason.domain}
    return answer


def of_plan(row: PlanRow) -> dict[str, Any]:
    """One plan: its unit, state, the codes of its triggers, when it was due and when and with what number it came;
    ``assignment`` is the line that asks for it."""
    return {
        "plan": row.plan.id,
        "assignment": row.plan.assignment_id,
        "unit_code": row.unit.code,
        "unit": row.unit.name,
        "state": row.state.value,
        "reasons": list(row.reasons),
        "due": row.due.isoformat() if row.due else None,
        "sent": row.sending.on.isoformat() if row.sending.on else None,
        "notation": row.sending.notation,
        "days_late": row.sending.days_late,
        "measures": row.measures,
    }


def of_works(rows: Sequence[UnitWorks]) -> dict[str, Any]:
    """The register of breakthrough works: ``works`` one by one, ``missing`` the units that have not registered."""
    return {
        "works": [
            {
                "unit_code": row.unit.code, "unit": row.unit.name, "content": work.content, "solution": work.solution,
                "criteria": work.criteria, "time": work.time, "result": work.result, "notation": work.notation,
                "registered_on": work.registered_on.isoformat() if work.registered_on else None, "note": work.note,
            }
            for row in rows
            for work in row.works
        ],
        "missing": [
            {
                "unit_code": row.unit.code, "unit": row.unit.name, "due": row.due.isoformat() if row.due else None,
                "given": row.plan is not None, "works": len(row.works),
            }
            for row in rows
            if not row.has_registered
        ],
    }  # fmt: skip


def of_preview(preview: ScorePreview, *, taken: bool) -> dict[str, Any]:
    """What a workbook would change, or changed: ``changes`` cell by cell, ``faults`` and ``warnings`` with their cells."""
    return {
        "year": preview.year,
        "taken": taken,
        "new_index": preview.is_new_index,
        "units": preview.units,
        "columns": [
            {"column": each.letter, "heading": each.heading, "meaning": each.meaning.value, "target": each.target,
             "certain": each.is_certain}
            for each in preview.columns
        ],
        "changes": [
            {"unit": each.unit, "criterion": each.criterion, "field": each.field, "old": each.old, "new": each.new}
            for each in preview.changes
        ],
        "faults": [_of_fault(each) for each in preview.faults],
        "warnings": [_of_fault(each) for each in preview.warnings],
    }  # fmt: skip


def _of_fault(fault: Any) -> dict[str, Any]:
    return {
        "kind": fault.kind.value,
        "cell": fault.cell,
        "written": fault.written,
        "near": list(fault.near),
        "sentence": fault_sentence(fault),
    }
