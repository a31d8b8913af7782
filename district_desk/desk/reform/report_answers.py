"""Periodic reports as the command line answers them: one row a unit and period."""

from typing import Any

from district_desk.desk.reform.report_matrix import ReportCell, ReportMatrix


def of_matrix(shown: ReportMatrix) -> list[dict[str, Any]]:
    """Period by period, the units in the office's order; our own report to the level above comes last."""
    return [
        _row(shown, cell)
        for period in shown.periods
        for unit in shown.units
        if (cell := shown.cells.get((unit.id, period.name))) is not None
    ]


def _row(shown: ReportMatrix, cell: ReportCell) -> dict[str, Any]:
    told, day = cell.submission, shown.as_of
    received = told.received if told.received and told.received <= day else None
    return {
        "series": shown.series.id,
        "title": shown.series.title,
        "example": bool(shown.series.is_example),
        "period": cell.period.name,
        "unit_code": cell.unit.code,
        "unit": cell.unit.name,
        "own": cell.unit == shown.bureau,
        "due": cell.due.isoformat() if cell.due else None,
        "last_working_day": cell.last_working.isoformat() if cell.last_working else None,
        "received": received.isoformat() if received else None,
        "notation": told.notation if received else "",
        "merged_into": told.merged_into,
        "excused": told.excused,
        "days_late": cell.days_late,
        "reminded": told.reminded,
        "state": cell.state.value,
    }
