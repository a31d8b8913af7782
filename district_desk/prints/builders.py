"""Which builder makes which form, for whoever has a form's name and its values."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from district_desk.domain.look_papers import DayList, TaskMatrix
from district_desk.domain.number_papers import NumberCheck
from district_desk.domain.paper import (
    AssignmentSheet,
    ProcessingSlip,
    ProposalList,
    RegisterBook,
    ReminderLetter,
    SummaryTable,
    TaskList,
    TaskReport,
)
from district_desk.domain.reform_papers import (
    EvidenceTable,
    IndexTable,
    MeasureTable,
    PeriodicMatrix,
    PlanTable,
    ReformAnnex,
    ReformReport,
    UnitPlan,
    WorkTable,
)
from district_desk.prints import form_kinds as kinds
from district_desk.prints.assignment_sheets import build_assignment_sheet
from district_desk.prints.day_lists import build_day_list
from district_desk.prints.document import Document
from district_desk.prints.evidence_tables import build_evidence_table
from district_desk.prints.forms import Form
from district_desk.prints.number_checks import build_number_check
from district_desk.prints.processing_slips import build_processing_slip
from district_desk.prints.proposal_lists import build_proposal_list
from district_desk.prints.reform_reports import build_reform_annex, build_reform_report
from district_desk.prints.reform_tables import build_index_table, build_periodic_matrix, build_plan_table
from district_desk.prints.registers import build_follow_up_register, build_received_register
from district_desk.prints.reminder_letters import build_reminder_letter
from district_desk.prints.report_annexes import build_task_list, build_task_summary
from district_desk.prints.task_matrices import build_task_matrix
from district_desk.prints.task_reports import build_task_report
from district_desk.prints.unit_plans import build_measure_table, build_unit_plan, build_work_table

Values = (
    AssignmentSheet | ProcessingSlip | RegisterBook | TaskReport | SummaryTable | TaskList | ReminderLetter | ProposalList
    | TaskMatrix | DayList | NumberCheck | IndexTable | PlanTable | UnitPlan | MeasureTable | WorkTable | ReformReport | ReformAnnex
    | EvidenceTable | PeriodicMatrix
)  # fmt: skip

_BUILDERS: Final[Mapping[str, tuple[type, Callable[[Form, Any], Document]]]] = MappingProxyType({
    kinds.ASSIGNMENT_SHEET: (AssignmentSheet, build_assignment_sheet),
    kinds.PROCESSING_SLIP: (ProcessingSlip, build_processing_slip),
    kinds.RECEIVED_REGISTER: (RegisterBook, build_received_register),
    kinds.FOLLOW_UP_REGISTER: (RegisterBook, build_follow_up_register),
    kinds.TASK_REPORT: (TaskReport, build_task_report),
    kinds.TASK_SUMMARY: (SummaryTable, build_task_summary),
    kinds.TASK_LIST: (TaskList, build_task_list),
    kinds.REMINDER_LETTER: (ReminderLetter, build_reminder_letter),
    kinds.PROPOSALS: (ProposalList, build_proposal_list),
    kinds.TASK_MATRIX: (TaskMatrix, build_task_matrix),
    kinds.NUMBER_CHECK: (NumberCheck, build_number_check),
    kinds.DAY_LIST: (DayList, build_day_list),
    kinds.INDEX_TABLE: (IndexTable, build_index_table),
    kinds.PLAN_TABLE: (PlanTable, build_plan_table),
    kinds.UNIT_PLAN: (UnitPlan, build_unit_plan),
    kinds.UNIT_MEASURES: (MeasureTable, build_measure_table),
    kinds.BREAKTHROUGHS: (WorkTable, build_work_table),
    kinds.REFORM_REPORT: (ReformReport, build_reform_report),
    kinds.REFORM_ANNEX: (ReformAnnex, build_reform_annex),
    kinds.EVIDENCE: (EvidenceTable, build_evidence_table),
    kinds.PERIODIC_MATRIX: (PeriodicMatrix, build_periodic_matrix),
})  # fmt: skip


def build(form: Form, values: Values) -> Document:
    """The document of that form with these values.

    Raises:
        TypeError: the values belong to another form.
    """
    kind, builder = _BUILDERS[form.name]
    if not isinstance(values, kind):
        raise TypeError(f"{form.name} is not made of {type(values).__name__}")
    return builder(form, values)
