"""How values read on every screen: dates dd/MM/yyyy, thousands with a dot, a range, a moment.

Sentences of a page live in the page's own ``words``; this module knows only values.
"""

from datetime import date, datetime
from typing import Final

from district_desk.domain.assignments import Role, State
from district_desk.domain.directives import Source, Urgency
from district_desk.domain.units import UnitKind

WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")

URGENCIES: Final = {
    Urgency.NORMAL: "Thường",
    Urgency.URGENT: "Khẩn",
    Urgency.VERY_URGENT: "Thượng khẩn",
    Urgency.EXPRESS: "Hỏa tốc",
}

ROLES: Final = {Role.LEAD: "Chủ trì", Role.SUPPORT: "Phối hợp", Role.INFORM: "Để biết"}

SOURCES: Final = {
    Source.RECEIVED: "Văn bản đến",
    Source.OWN: "Văn bản đi giao việc",
    Source.MEETING: "Kết luận họp",
    Source.SPOKEN: "Chỉ đạo miệng",
}

STATES: Final = {
    State.DONE_IN_TIME: "Hoàn thành đúng hạn",
    State.DONE_LATE: "Hoàn thành quá hạn",
    State.DONE_NO_DUE: "Hoàn thành (không quy định thời hạn)",
    State.RUNNING: "Đang thực hiện, trong hạn",
    State.OVERDUE: "Đang thực hiện, quá hạn",
    State.RUNNING_NO_DUE: "Đang thực hiện, không quy định thời hạn",
    State.RECALLED: "Thu hồi",
    State.INFORMED: "Để biết",
}
"""The labels of the status model, word for word (DOMAIN 4.4)."""

UNIT_KINDS: Final = {
    UnitKind.OFFICE: "Văn phòng",
    UnitKind.ROOM: "Phòng chuyên môn",
    UnitKind.BOARD: "Ban",
    UnitKind.SERVICE: "Đơn vị sự nghiệp",
    UnitKind.SECTOR: "Cơ quan ngành dọc",
    UnitKind.MASS: "Đoàn thể",
    UnitKind.COMMUNE: "Xã, phường",
    UnitKind.TOWNSHIP: "Thị trấn",
    UnitKind.VILLAGE: "Thôn, tổ dân phố",
    UnitKind.LEADERSHIP: "Thường trực UBND",
    UnitKind.OTHER: "Khác",
}


def day(value: date | None) -> str:
    """30/03/2023, or nothing."""
    return "" if value is None else f"{value:%d/%m/%Y}"


def moment(value: datetime) -> str:
    """30/03/2023 07:45."""
    return f"{value:%d/%m/%Y %H:%M}"


def near_moment(value: datetime, today: date) -> str:
    """A moment as people say it: "hôm nay 07:45", "hôm qua 16:20", "30/03/2023 07:45"."""
    match (today - value.date()).days:
        case 0:
            return f"hôm nay {value:%H:%M}"
        case 1:
            return f"hôm qua {value:%H:%M}"
        case _:
            return moment(value)


def long_day(value: date) -> str:
    """Thứ Hai, ngày 10 tháng 4 năm 2023."""
    return f"{WEEKDAYS[value.weekday()]}, ngày {value.day} tháng {value.month} năm {value.year}"


def count(value: int) -> str:
    """1.284."""
    return f"{value:,}".replace(",", ".")


def size(octets: int) -> str:
    """A file's size: "312 KB", "1,4 MB"."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000))} KB"
    return f"{octets / 1_000_000:.1f} MB".replace(".", ",")


def parse_day(text: str) -> date | None:
    """The date that was typed: 30/3/2023, 30-03-2023, 30.3.2023 or 30032023; None for anything else.

    Nothing is guessed: a day without its year is not a date.
    """
    bare = text.strip()
    if len(bare) == len("30032023") and bare.isdigit():
        bare = f"{bare[:2]}/{bare[2:4]}/{bare[4:]}"
    parts = bare.replace("-", "/").replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts) or len(parts[2]) != 4:
        return None
    try:
        return date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        return None
