"""What is asked about a cell of the matrix, and about the dates of one period."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from district_desk.desk import Desk
from district_desk.desk.reform.periodic_reports import Receipt, check_receipt
from district_desk.desk.reform.report_matrix import ReportCell
from district_desk.desk.reform.report_series import check_period
from district_desk.desk.reform.submission_words import period_words
from district_desk.domain.periodic_reports import PERIOD_DAYS, ReportPeriod
from district_desk.ui.catalogue.record_form import FieldSpec, Kind
from district_desk.ui.reform import report_words as w
from district_desk.ui.reform.checked_form import CheckedForm

_RECEIPT: Final = (
    FieldSpec("received", Kind.DAY), FieldSpec("notation"), FieldSpec("merged_into", span=2),
    FieldSpec("excused", span=2), FieldSpec("note", span=2),
)  # fmt: skip
_NAMES: Final = {"first": w.FIRST, "last": w.LAST}
_PERIOD: Final = tuple(FieldSpec(name, Kind.DAY, name=_NAMES.get(name, "")) for name in PERIOD_DAYS)


def receipt_form(parent: QWidget, desk: Desk, cells: Sequence[ReportCell]) -> CheckedForm:
    """What came of these cells; one cell shows what was noted of it, several begin blank."""

    def check(receipt: Receipt) -> None:
        for cell in cells:
            check_receipt(desk, cell.period, receipt)

    one = cells[0]
    told = one.submission
    held = Receipt(told.received, told.notation, told.merged_into, told.excused, told.note)
    is_one = len(cells) == 1
    return CheckedForm(
        parent, w.RECEIVE.rstrip("…") if is_one else w.several(len(cells)), held if is_one else Receipt(), _RECEIPT,
        check=check, fault_at="received", facts=w.cell_tip(one) if is_one else "",
    )  # fmt: skip


def period_form(parent: QWidget, period: ReportPeriod) -> CheckedForm:
    """The dates of one period of one year."""
    return CheckedForm(parent, period_words(period), period, _PERIOD, check=check_period, fault_at="last")
