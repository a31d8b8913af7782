"""The steps of a line's life: what each is called, what it asks for, what it cannot do without."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from district_desk.domain.assignments import EventKind
from district_desk.ui.words import count


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its event, its words, its key, and the fields that it asks for in their order.

    Of each group in ``needs`` one field must be filled; ``names`` are words that a field has in this step only.
    """

    kind: EventKind
    text: str
    key: str
    picture: str
    yes: str
    fields: tuple[str, ...]
    needs: tuple[tuple[str, ...], ...] = ()
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)


NAMES: Final = {
    "on": "Ngày",
    "done_on": "Ngày hoàn thành",
    "person": "Người báo",
    "channel": "Hình thức",
    "percent": "Tỷ lệ hoàn thành (%)",
    "text": "Nội dung",
    "reason": "Lý do",
    "notation": "Số, ký hiệu văn bản",
    "dated": "Ngày của văn bản",
    "asked_notation": "Văn bản đề nghị gia hạn",
    "decided_by": "Người quyết định",
    "new_due": "Hạn mới",
    "due": "Hạn của đơn vị mới (trống: giữ hạn cũ)",
    "unit_id": "Đơn vị nhận",
    "files": "Tệp kèm theo",
}

HAND_OVER: Final = Step(
    EventKind.HANDED_OVER, "Ký nhận…", "Ctrl+Shift+K", "check", "Ghi ký nhận", ("on", "person"),
    names={"person": "Người ký nhận"},
)  # fmt: skip
PROGRESS: Final = Step(
    EventKind.PROGRESS, "Tiến độ…", "F7", "edit", "Ghi tiến độ",
    ("on", "percent", "text", "reason", "channel", "person", "notation", "dated", "files"),
    (("percent", "text", "reason", "files"),), {"reason": "Nguyên nhân chậm, khó khăn"},
)  # fmt: skip
REPORT: Final = Step(
    EventKind.REPORTED, "Đơn vị báo cáo hoàn thành…", "Ctrl+Shift+B", "intake", "Ghi báo cáo",
    ("on", "notation", "dated", "text", "channel", "person", "files"), names={"on": "Ngày báo cáo"},
)  # fmt: skip
ACCEPT: Final = Step(
    EventKind.ACCEPTED, "Xác nhận hoàn thành…", "Ctrl+Shift+X", "done", "Xác nhận",
    ("on", "decided_by", "text", "files"), names={"on": "Ngày xác nhận", "decided_by": "Người xác nhận"},
)  # fmt: skip
SEND_BACK: Final = Step(
    EventKind.SENT_BACK, "Yêu cầu thực hiện lại…", "Ctrl+Shift+L", "undo", "Yêu cầu thực hiện lại",
    ("on", "reason", "decided_by", "notation", "dated"), (("reason",),),
)  # fmt: skip
EXTEND: Final = Step(
    EventKind.EXTENDED, "Gia hạn…", "Ctrl+Shift+G", "calendar", "Gia hạn",
    ("new_due", "on", "asked_notation", "decided_by", "notation", "dated", "reason", "files"), (("new_due",),),
    {"on": "Ngày cho gia hạn", "decided_by": "Người cho phép", "notation": "Văn bản cho phép"},
)  # fmt: skip
SUSPEND: Final = Step(
    EventKind.SUSPENDED, "Tạm dừng…", "Ctrl+Shift+D", "stop", "Tạm dừng", ("on", "reason", "decided_by", "notation")
)
RESUME: Final = Step(
    EventKind.RESUMED, "Cho tiếp tục…", "Ctrl+Shift+T", "next", "Cho tiếp tục", ("on", "text", "decided_by", "notation")
)
RETURN: Final = Step(
    EventKind.RETURNED, "Đơn vị trả lại (không thuộc chức năng)…", "Ctrl+Shift+V", "back", "Ghi trả lại",
    ("on", "reason", "notation", "dated", "channel", "person", "files"),
)  # fmt: skip
REASSIGN: Final = Step(
    EventKind.REASSIGNED, "Chuyển đơn vị khác…", "Ctrl+Shift+N", "send", "Chuyển",
    ("unit_id", "reason", "decided_by", "on", "due", "notation", "dated"),
    (("unit_id",), ("reason",), ("decided_by",)), {"decided_by": "Lãnh đạo đồng ý"},
)  # fmt: skip
RECALL: Final = Step(
    EventKind.RECALLED, "Thu hồi…", "Ctrl+Shift+U", "withdraw", "Thu hồi", ("on", "reason", "decided_by", "notation")
)
SKIP: Final = Step(
    EventKind.RECALLED, "Bỏ qua kỳ này…", "Ctrl+Shift+J", "close", "Bỏ qua", ("reason",), (("reason",),),
    {"reason": "Lý do không phải báo cáo kỳ này"},
)  # fmt: skip
MOVE: Final = Step(
    EventKind.EXTENDED, "Dời hạn của kỳ này…", "Ctrl+Shift+H", "calendar", "Dời hạn", ("new_due", "reason"),
    (("new_due",),),
)  # fmt: skip
CLOSE: Final = Step(
    EventKind.ACCEPTED, "Ghi kết quả…", "F6", "done", "Ghi kết quả",
    ("done_on", "on", "notation", "dated", "text", "files"),
    (("done_on",),), {"on": "Ngày ghi nhận", "notation": "Số, ký hiệu văn bản kết quả", "text": "Kết quả"},
)  # fmt: skip
MENU: Final = (
    HAND_OVER, PROGRESS, REPORT, ACCEPT, SEND_BACK, EXTEND, SUSPEND, RESUME, RETURN, REASSIGN, RECALL,
    SKIP, MOVE,
)  # fmt: skip
OF_PERIODS: Final = (SKIP, MOVE)

CHOOSE_FILES: Final = "Chọn tệp…"
NO_FILES: Final = "Chưa chọn tệp nào."
FILES_OF: Final = "Mọi tệp (*)"
PERCENT_RANGE: Final = "từ 0 đến 100"


def title(step: Step) -> str:
    """The dialog's title."""
    return step.text.removesuffix("…")


def for_lines(lines: int) -> str:
    """What the step is written for."""
    return f"Ghi cho {count(lines)} việc đang chọn, một lần." if lines > 1 else "Ghi cho việc đang chọn."


def returned_late(lines: int) -> str:
    """Units that sent back after the last day for it."""
    return f"{count(lines)} việc bị trả lại sau thời hạn trả lại."
