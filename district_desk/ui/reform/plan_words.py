"""The sentences of the parts on improvement plans and breakthrough works, and the steps of a plan's life."""

from datetime import date
from typing import Final

from district_desk.desk.reform.plan_board import reason_text
from district_desk.domain.assignments import EventKind
from district_desk.domain.directives import Directive
from district_desk.domain.items import Item, place_in_words
from district_desk.domain.reform_plans import PlanState, Sending
from district_desk.domain.reform_triggers import Duty, Reason
from district_desk.ui.tasks.step_words import Step
from district_desk.ui.words import day

TITLE: Final = "Kế hoạch khắc phục"
DUTY: Final = "Phải nộp"
DUTIES: Final = {
    Duty.PLAN: "Kế hoạch khắc phục",
    Duty.REVIEW: "Kiểm điểm trách nhiệm",
    Duty.BREAKTHROUGH: "Đăng ký đột phá",
}
ALL, TO_GIVE, AWAITED, LATE, SENT, GONE = "all", "to_give", "awaited", "late", "sent", "gone"
CHIPS: Final = (
    (ALL, "Tất cả"), (TO_GIVE, "Chưa giao"), (AWAITED, "Chưa nộp"), (LATE, "Nộp muộn"), (SENT, "Chờ duyệt"),
    (GONE, "Hết diện"),
)  # fmt: skip
HEADINGS: Final = {
    "unit": "Đơn vị", "rating": "Xếp loại", "why": "Căn cứ", "due": "Hạn nộp", "state": "Tình trạng",
    "paper": "Số văn bản", "measures": "Giải pháp",
}  # fmt: skip
NO_ONE: Final = "Chưa có đơn vị nào phải nộp"
NO_ONE_HOW: Final = (
    "Khi đã có điểm và xếp loại của năm, đơn vị thuộc diện phải nộp hiện ở đây cùng lý do. "
    "Đơn vị được kiểm tra thì giao trực tiếp bằng nút “Giao…”."
)
NONE_LEFT: Final = "Không có đơn vị nào ở mục này"
NONE_LEFT_HOW: Final = "Chọn “Tất cả” ở trên để xem mọi đơn vị."
SEARCH: Final = "Tìm đơn vị (Ctrl+F)"
NOT_GIVEN: Final = "Chưa giao"
BY_HAND: Final = "giao trực tiếp, không theo điểm"
GIVE: Final = "Giao…"
GIVE_KEY: Final = "Ctrl+Shift+A"
REMIND: Final = "Đôn đốc…"
STEPS: Final = "Bước tiếp…"
OPEN: Final = "Mở kế hoạch…"
OPEN_KEY: Final = "Ctrl+M"
DIRECTIVE: Final = "Văn bản giao"
DIRECTIVE_KEY: Final = "Ctrl+O"
PRINT: Final = "In bảng theo dõi…"
PRINT_NAME: Final = "Bảng theo dõi nộp kế hoạch khắc phục"
PRINT_PLAN: Final = "In kế hoạch của đơn vị…"
PRINT_PLAN_KEY: Final = "Ctrl+Shift+P"
PRINT_PLAN_NAME: Final = "Kế hoạch khắc phục của đơn vị"
NOT_YET_GIVEN: Final = "Hãy giao việc nộp kế hoạch cho đơn vị trước."
STILL_OPEN: Final = "Còn {count} giải pháp đang theo dõi chưa hoàn thành ({units}). Đóng kế hoạch thì các việc ấy vẫn còn trong sổ nhiệm vụ."
CLOSE_ANYWAY: Final = "Vẫn đóng"

SENT_STEP: Final = Step(
    EventKind.REPORTED, "Đã nộp…", "Ctrl+Shift+B", "intake", "Ghi đã nộp", ("on", "notation", "dated", "text", "files"),
    names={"on": "Ngày đến", "notation": "Số, ký hiệu", "dated": "Ngày của văn bản", "text": "Ghi chú"},
)  # fmt: skip
BACK_STEP: Final = Step(
    EventKind.SENT_BACK, "Yêu cầu bổ sung…", "Ctrl+Shift+L", "undo", "Yêu cầu bổ sung",
    ("on", "decided_by", "reason", "notation", "dated"), (("reason",),), {"reason": "Cần bổ sung gì"},
)  # fmt: skip
ACCEPT_STEP: Final = Step(
    EventKind.ACCEPTED, "Đạt…", "Ctrl+Shift+X", "done", "Ghi đạt", ("on", "decided_by", "text"),
    names={"on": "Ngày xem xét", "decided_by": "Người xem xét", "text": "Nhận xét"},
)  # fmt: skip
OUTCOME_STEP: Final = Step(
    EventKind.PROGRESS, "Báo cáo kết quả…", "Ctrl+Shift+K", "register", "Ghi báo cáo kết quả", ("on", "notation"),
    (("notation",),), {"on": "Ngày báo cáo", "notation": "Số, ký hiệu báo cáo"},
)  # fmt: skip
CLOSE_STEP: Final = Step(
    EventKind.RESUMED, "Đóng…", "Ctrl+Shift+D", "check", "Đóng kế hoạch", ("on",), names={"on": "Ngày đóng"}
)
RELEASE_STEP: Final = Step(
    EventKind.RECALLED, "Thôi yêu cầu…", "Ctrl+Shift+U", "withdraw", "Thôi yêu cầu",
    ("on", "decided_by", "reason", "notation"), (("reason",),), {"reason": "Vì sao không còn phải nộp"},
)  # fmt: skip
POSSIBLE: Final = {
    SENT_STEP: (PlanState.OWED, PlanState.TO_COMPLETE),
    BACK_STEP: (PlanState.SENT, PlanState.ACCEPTED),
    ACCEPT_STEP: (PlanState.SENT,),
    OUTCOME_STEP: (PlanState.ACCEPTED, PlanState.RESULT_REPORTED),
    CLOSE_STEP: (PlanState.RESULT_REPORTED,),
    RELEASE_STEP: (PlanState.OWED, PlanState.SENT, PlanState.TO_COMPLETE),
}
"""The states in which each step can be taken."""

GIVE_TITLE: Final = "Giao đơn vị nộp"
GIVE_ABOUT: Final = "Đơn vị có dấu được giao theo mục đã chọn. Bỏ dấu ở đơn vị không giao."
GIVE_DIRECTIVE: Final = "Văn bản giao"
GIVE_ITEM: Final = "Mục của văn bản"
GIVE_DUE: Final = "Hạn nộp (mục không ghi hạn)"
GIVE_DUE_TOLD: Final = "Hạn nộp (theo mục)"
GIVE_DAY: Final = "Ngày giao"
GIVE_OTHERS: Final = "Hiện cả đơn vị không thuộc diện theo điểm (giao sau kiểm tra)"
GIVE_HEADINGS: Final = ("Đơn vị", "Vì sao")
GIVE_NO_DIRECTIVE: Final = "Sổ chưa có văn bản nào. Hãy vào sổ văn bản giao việc này trước (Ctrl+N)."
GIVE_NO_ITEM: Final = "Văn bản này chưa có mục nào."
TICK_ALL: Final = "Chọn hết"
TICK_NONE: Final = "Bỏ hết"
PROPOSED: Final = " (đề xuất)"
TIED: Final = " (đã dùng)"


def give(units: int) -> str:
    """The button of the giving."""
    return f"Giao cho {units} đơn vị"


def directive_name(directive: Directive) -> str:
    """How a directive reads in a box."""
    name = str(directive.notation) if directive.symbol or directive.number else ""
    return " · ".join(part for part in (name, day(directive.issued), " ".join(directive.subject.split())) if part)


def item_name(item: Item) -> str:
    """How an item reads in a box: its place, its limit, its words."""
    due = f"hạn {day(item.due)}" if item.due else "không ghi hạn"
    return " · ".join(part for part in (place_in_words(item.path, item.kind), due, " ".join(item.text.split())) if part)


def why(reasons: tuple[Reason, ...]) -> str:
    """The reasons, each once: "T1: xếp loại “Hoàn thành nhiệm vụ”; T2: Cải cách TTHC đạt 74,95%"."""
    said = "; ".join(dict.fromkeys(f"{each.trigger}: {reason_text(each)}" for each in reasons))
    return said or BY_HAND


def awaited(due: date | None, days_left: int | None) -> str:
    """What has not come: "Chưa nộp, quá 3 ngày", "Chưa nộp, còn 2 ngày"."""
    if due is None or days_left is None:
        return "Chưa nộp"
    if days_left < 0:
        return f"Chưa nộp, quá {-days_left} ngày"
    return "Chưa nộp, hạn hôm nay" if days_left == 0 else f"Chưa nộp, còn {days_left} ngày"


def came(sending: Sending) -> str:
    """What has come: "Đã nộp 07/04", "Nộp muộn 3 ngày"."""
    return f"Nộp muộn {sending.days_late} ngày" if sending.days_late else f"Đã nộp {day(sending.on)[:5]}"


def paper(sending: Sending) -> str:
    """The unit's document: "15/KH-UBND, 06/04/2023"."""
    return ", ".join(part for part in (sending.notation, day(sending.dated)) if part)


def measures(done: int, followed: bool, total: int) -> str:  # noqa: FBT001  a fact beside two counts
    """How many measures, and how many of them are done."""
    return "" if not total else f"{done}/{total} xong" if followed else str(total)


def news(added: int, gone: int) -> str:
    """What the scores say beside what was given; empty for nothing."""
    parts = []
    if added:
        parts.append(f"{added} đơn vị thuộc diện phải nộp mà chưa giao")
    if gone:
        parts.append(f"{gone} đơn vị đã giao nay không còn thuộc diện")
    return ("Theo điểm hiện nay: " + "; ".join(parts) + ".") if parts else ""


def foot(year: int, duty: Duty, units: int, awaited_: int) -> str:
    """The page's half of the foot line."""
    return f"{DUTIES[duty]} · Chỉ số CCHC năm {year} · {units} đơn vị · {awaited_} chưa nộp"
