"""Every sentence of the reminding."""

from collections.abc import Sequence
from typing import Final

from district_desk.desk.words import CHANNELS
from district_desk.domain.assignments import Channel
from district_desk.ui.words import count

TITLE: Final = "Đôn đốc"
REMIND: Final = "Đôn đốc…"
REMIND_TIP: Final = "Đôn đốc các đơn vị có việc đang chọn: công văn, điện thoại, tin nhắn"
KEY: Final = "Ctrl+D"
TABLE: Final = "Các việc được đôn đốc"
CHANNEL: Final = "Hình thức"
WAYS: Final = (Channel.DOCUMENT, Channel.PHONE, Channel.MESSAGE)
ON: Final = "Ngày đôn đốc"
NOTATION: Final = "Số, ký hiệu công văn"
DATED: Final = "Ngày của công văn"
PERSON: Final = "Người nghe điện thoại"
TEXT: Final = "Nội dung trao đổi, ghi chú"
NEW_DAY: Final = "Yêu cầu hoàn thành trước"
NEW_DAY_BLANK: Final = "để trống: theo thiết lập"
SIGNING: Final = "Ký"
ONE_LETTER: Final = "Một công văn gửi chung các đơn vị"
LETTER: Final = "Xem công văn…"
LETTER_TIP: Final = "Xem trước công văn đôn đốc của từng đơn vị; lưu PDF, lưu Word, in"
LETTER_TITLE: Final = "Công văn đôn đốc"
YES: Final = "Ghi đôn đốc"
CLOSE: Final = "Đóng"
NONE_LEFT: Final = "Không việc nào đang chọn đôn đốc được; lý do ghi ở từng dòng."
UNITS: Final = "Tin nhắn của từng đơn vị"
MESSAGE: Final = "Nội dung tin nhắn"
COPY: Final = "Chép tin nhắn"
COPY_ALL: Final = "Chép tất cả"
FIRST_TIME: Final = "chưa đôn đốc"
WITHHELD: Final = "Không đôn đốc"


def way(channel: Channel) -> str:
    """The name of a way to remind."""
    return "Công văn" if channel is Channel.DOCUMENT else CHANNELS[channel]


def heading(lines: int, units: int) -> str:
    """Whom one is about to remind of how much."""
    return f"Đôn đốc {count(lines)} việc của {count(units)} đơn vị"


def left_out(lines: int) -> str:
    """Some of the chosen lines cannot be reminded."""
    return f"{count(lines)} việc không đôn đốc được nên để lại; lý do ghi ở từng dòng."


def done(lines: int, units: int) -> str:
    """It is written down."""
    return f"Đã ghi đôn đốc {count(lines)} việc của {count(units)} đơn vị. Hoàn tác bằng Ctrl+Z ở cửa sổ chính."


def copied(units: Sequence[str]) -> str:
    """Messages are on the clipboard."""
    return (
        f"Đã chép tin nhắn cho {units[0] if len(units) == 1 else f'{count(len(units))} đơn vị'}; dán vào nơi cần gửi."
    )


def earlier(said: Sequence[str]) -> str:
    """What was said before."""
    return "; ".join(said) if said else FIRST_TIME


def send_to(unit: str, contact: str) -> str:
    """A unit, and where its message goes."""
    return f"{unit} ({contact})" if contact else unit
