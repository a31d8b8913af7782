"""Every sentence of the day's page."""

from collections.abc import Sequence
from typing import Final

from district_desk.domain.listing import DueLine
from district_desk.ui.words import count, day

TITLE: Final = "Hôm nay"
TABLE: Final = "Việc cần làm hôm nay"
LATE: Final = "late"
NEAR: Final = "near"
HAND_ON: Final = "hand_on"
INCOMPLETE: Final = "incomplete"
OPEN: Final = "Mở văn bản"
COPY: Final = "Chép thành tin nhắn"
COPY_TIP: Final = "Chép các dòng đang chọn, mỗi đơn vị một đoạn, để dán vào tin nhắn"
EMPTY: Final = "Không có việc nào quá hạn hoặc sắp đến hạn"
EMPTY_HOW: Final = "Việc mới hiện ở đây khi đến gần hạn, khi văn bản chưa chuyển đúng ngày, hoặc còn ô cần bổ sung."
EMPTY_CARD: Final = "Không có việc nào thuộc nhóm này"
EMPTY_CARD_HOW: Final = "Bấm lại vào ô đang chọn để xem mọi việc."


def card(key: str, near_days: int) -> str:
    """The name of a figure."""
    return {
        LATE: "Nhiệm vụ quá hạn",
        NEAR: f"Đến hạn trong {near_days} ngày làm việc",
        HAND_ON: "Văn bản chưa chuyển",
        INCOMPLETE: "Văn bản cần bổ sung",
    }[key]


def foot(lines: int) -> str:
    """The page's half of the foot line."""
    return f"{count(lines)} việc cần làm hoặc cần xem"


def copied(units: int) -> str:
    """After copying."""
    return f"Đã chép tin nhắn cho {units} đơn vị; dán vào nơi cần gửi."


def message(unit: str, lines: Sequence[DueLine]) -> str:
    """One text for one unit, ready to paste."""
    tasks = "\n".join(
        f"{number}. {' '.join(line.what.split())} ({line.origin}; hạn {day(line.due)})"
        for number, line in enumerate(lines, start=1)
    )
    return f"Kính gửi {unit}: đề nghị thực hiện, báo cáo kết quả các nhiệm vụ sau:\n{tasks}"


def missing_words(what: str) -> str:
    """What a directive lacks."""
    return f"Cần bổ sung: {what}"
