"""How the states of improvement plans are named (DOMAIN 5.5)."""

from typing import Final

from district_desk.domain.reform_plans import PlanState

PLAN_STATES: Final = {
    PlanState.OWED: "Phải nộp",
    PlanState.SENT: "Đã nộp",
    PlanState.TO_COMPLETE: "Yêu cầu bổ sung",
    PlanState.ACCEPTED: "Đạt",
    PlanState.RESULT_REPORTED: "Đã báo cáo kết quả",
    PlanState.CLOSED: "Đóng",
    PlanState.RECALLED: "Không còn phải nộp",
}
