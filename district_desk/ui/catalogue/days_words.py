"""What is said of proposed days off, and of deadlines that a change of the calendar would move."""

from typing import Final

from district_desk.desk.calendaring import MovedDeadline, ProposedYear
from district_desk.desk.words import DAY_KINDS
from district_desk.domain.calendar import DayOff
from district_desk.ui.catalogue.tick_view import TickWords
from district_desk.ui.words import WEEKDAYS, day

_MANY: Final = 4
"""From so many units on a line says how many, not which."""
MOVES: Final = TickWords(
    "Thời hạn bị ảnh hưởng",
    "Những việc đang làm sau đây tính hạn theo ngày làm việc, nên sửa lịch thì hạn sẽ khác. Chọn hạn nào dời theo lịch "
    "mới; hạn không chọn giữ nguyên như đã giao. Hạn đến sớm hơn thì không chọn sẵn.",
    ("Hạn cũ", "Hạn mới", "Văn bản, mục", "Nội dung", "Đơn vị"),
    3,
    lambda moved: f"Ghi lịch, dời {moved} hạn" if moved else "Ghi lịch, giữ nguyên hạn",
)


def day_line(off: DayOff) -> tuple[str, ...]:
    """A proposed day, as it stands in the list."""
    return day(off.day), WEEKDAYS[off.day.weekday()], DAY_KINDS[off.kind], off.reason


def proposal_words(proposal: ProposedYear) -> TickWords:
    """What is said about the days that a year lets one expect."""
    return TickWords(
        f"Ngày nghỉ dự kiến năm {proposal.year}",
        f"Các ngày nghỉ năm {proposal.year} theo luật; ngày hoán đổi, làm bù phải chờ thông báo. Những ngày được chọn sẽ "
        "ghi vào bảng và mang chữ “Dự kiến” cho đến khi xác nhận năm.",
        ("Ngày", "Thứ", "Nghỉ hay làm bù", "Lý do"),
        3,
        lambda days: f"Ghi {days} ngày dự kiến" if days else "Không ghi ngày nào",
    )


def move_line(move: MovedDeadline, notation: str) -> tuple[str, ...]:
    """A deadline that would move, as it stands in the list."""
    units = ", ".join(move.units) if len(move.units) < _MANY else f"{len(move.units)} đơn vị"
    return day(move.old), day(move.new), f"{notation}, {move.path}", f"{move.phrase}: {move.text}", units
