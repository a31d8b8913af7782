"""Every sentence of the day's page."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from district_desk.desk.reform.due import ReformDue
from district_desk.domain.listing import DueLine
from district_desk.domain.look_papers import DayPart
from district_desk.ui.words import count, day, last_moment

TITLE: Final = "Hôm nay"
TABLE: Final = "Việc cần làm hôm nay"
NO_WORK: Final = "Các dòng đang chọn không phải việc đã giao cho đơn vị nào; hãy chọn dòng có đơn vị thực hiện."
ONLY_THESE: Final = "Chỉ xem các việc này"
KNOWN: Final = "Đã biết"
KNOWN_TIP: Final = "Không nhắc lại các việc này ở lần mở sau"
OPEN: Final = "Mở văn bản"
OPEN_REFORM: Final = "Mở Cải cách hành chính"
PRINT: Final = "In…"
PRINT_TIP: Final = "In danh sách việc trong ngày, hoặc chỉ nhóm đang chọn (Ctrl+P)"
DAY_LIST: Final = "Danh sách việc trong ngày"
COPY: Final = "Chép thành tin nhắn"
COPY_TIP: Final = "Chép các dòng đang chọn, mỗi đơn vị một đoạn, để dán vào tin nhắn"
EMPTY: Final = "Không có việc nào quá hạn hoặc sắp đến hạn"
EMPTY_HOW: Final = "Việc mới hiện ở đây khi đến gần hạn, khi văn bản chưa chuyển đúng ngày, hoặc còn ô cần bổ sung."
EMPTY_CARD: Final = "Không có việc nào thuộc nhóm này"
EMPTY_CARD_HOW: Final = "Bấm lại vào ô đang chọn để xem mọi việc."


def reform_due(each: ReformDue) -> str:
    """A report or a step of the reform year that is due."""
    return f"{each.what} (hạn {day(each.due)})"


def reform_line(found: Sequence[ReformDue]) -> str:
    """The first of them, and how many more there are."""
    if not found:
        return ""
    more = f" và {len(found) - 1} việc khác" if len(found) > 1 else ""
    return f"Cải cách hành chính: {reform_due(found[0])}{more}."


def card(part: DayPart, near_days: int) -> str:
    """The name of a figure."""
    return {
        DayPart.LATE: "Nhiệm vụ quá hạn",
        DayPart.NEAR: f"Đến hạn trong {near_days} ngày làm việc",
        DayPart.SILENT: "Đôn đốc chưa trả lời",
        DayPart.HAND_ON: "Văn bản chưa chuyển",
        DayPart.INCOMPLETE: "Văn bản cần bổ sung",
    }[part]


def foot(lines: int) -> str:
    """The page's half of the foot line."""
    return f"{count(lines)} việc cần làm hoặc cần xem"


def copied(units: int) -> str:
    """After copying."""
    return f"Đã chép tin nhắn cho {units} đơn vị; dán vào nơi cần gửi."


def message(unit: str, lines: Sequence[DueLine]) -> str:
    """One text for one unit, ready to paste."""
    tasks = "\n".join(
        f"{number}. {' '.join(line.what.split())} ({line.origin}; hạn {last_moment(line.due, line.hour)})"
        for number, line in enumerate(lines, start=1)
    )
    return f"Kính gửi {unit}: đề nghị thực hiện, báo cáo kết quả các nhiệm vụ sau:\n{tasks}"


def missed(since: date, lines: int) -> str:
    """After days off."""
    return f"Từ sau ngày {day(since)} đến hôm qua có {count(lines)} việc đến hạn mà chưa hoàn thành."


def silent(days: int, times: int) -> str:
    """An unanswered reminder: after how many, and how many working days ago the last was."""
    return f"Lần {times}, {days} ngày" if days else f"Lần {times}, hôm nay"
