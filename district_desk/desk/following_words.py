"""What is said when a step of a line's life cannot be, and what a unit is told when it is reminded.

The wording of a reminder stands here once: for the message that is pasted into a chat and for whoever reads it aloud.
"""

from collections.abc import Iterable
from typing import Final

from district_desk.domain.assignments import EventKind
from district_desk.domain.follow_up import DayFault, ExtensionFault, Obstacle
from district_desk.domain.items import Item, place_in_words
from district_desk.domain.listing import AssignmentRow
from district_desk.domain.problems import ExtensionRefused, WrongDay, WrongStep
from district_desk.domain.vietnamese import collapse

STEPS: Final = {
    EventKind.HANDED_OVER: "ghi ký nhận",
    EventKind.PROGRESS: "ghi tiến độ",
    EventKind.REPORTED: "ghi báo cáo hoàn thành",
    EventKind.ACCEPTED: "ghi hoàn thành",
    EventKind.SENT_BACK: "yêu cầu thực hiện lại",
    EventKind.EXTENDED: "gia hạn",
    EventKind.SUSPENDED: "tạm dừng",
    EventKind.RESUMED: "cho tiếp tục",
    EventKind.RETURNED: "ghi trả lại",
    EventKind.REASSIGNED: "chuyển đơn vị khác",
    EventKind.RECALLED: "thu hồi",
    EventKind.REMINDED: "đôn đốc",
}
_OBSTACLES: Final = {
    Obstacle.CLOSED: "việc đã hoàn thành; nếu kết quả chưa đạt, hãy chọn Yêu cầu thực hiện lại trước",
    Obstacle.RECALLED: "việc đã thu hồi hoặc đã chuyển đơn vị khác",
    Obstacle.INFORMED: "dòng này chỉ gửi để biết",
    Obstacle.AWAITING: "đơn vị đã báo cáo, đang chờ xác nhận; hãy xác nhận hoặc yêu cầu thực hiện lại",
    Obstacle.NOT_REPORTED: "đơn vị chưa báo cáo hoàn thành",
    Obstacle.SUSPENDED: "việc đang tạm dừng",
    Obstacle.NOT_SUSPENDED: "việc không tạm dừng",
    Obstacle.RETURNED: "đơn vị đã trả lại; hãy chuyển đơn vị khác, thu hồi, hoặc yêu cầu thực hiện",
    Obstacle.HANDED_OVER: "đơn vị đã ký nhận rồi",
}
_DAYS: Final = {
    DayFault.FUTURE: "ngày {day} chưa tới, máy này đang ghi ngày {bound}; nếu đồng hồ máy sai, hãy chỉnh lại",
    DayFault.BEFORE_DOCUMENT: "ngày {day} trước ngày của văn bản giao việc ({bound})",
    DayFault.BEFORE_GIVEN: "ngày {day} trước ngày giao ({bound}); nếu ngày giao sai, hãy sửa dòng giao việc trước",
    DayFault.BEFORE_LAST: "ngày {day} trước diễn biến đã ghi gần nhất ({bound})",
}
_EXTENSIONS: Final = {
    ExtensionFault.NO_DUE: "việc không có thời hạn; hãy đặt thời hạn trong dòng giao việc",
    ExtensionFault.SHORTENS: "hạn mới {new} không sau hạn đang có ({old}); gia hạn không được rút ngắn thời hạn",
    ExtensionFault.PASSED: "hạn mới {new} đã qua vào ngày cho gia hạn",
    ExtensionFault.TOO_OFTEN: "việc đã gia hạn đủ {limit} lần, là mức cho phép trong Danh mục",
    ExtensionFault.TOO_LONG: "hạn mới {new} vượt quá {limit} ngày so với hạn giao ban đầu, là mức cho phép trong Danh mục",
}


def in_the_way(obstacle: Obstacle) -> str:
    """What stands in the way, as a clause without a full stop."""
    return _OBSTACLES[obstacle]


def wrong_step(problem: WrongStep) -> str:
    """Why something cannot happen to a line as it stands."""
    said = STEPS[EventKind(problem.step)]
    why = _OBSTACLES[Obstacle(problem.obstacle)]
    return f"Không {said} được {_line(problem)}: {why}. Chưa ghi gì."


def wrong_day(problem: WrongDay) -> str:
    """Why a day cannot be that of an event."""
    why = _DAYS[DayFault(problem.fault)].format(day=f"{problem.day:%d/%m/%Y}", bound=f"{problem.bound:%d/%m/%Y}")
    said = f"{_line(problem)}: {why}. Chưa ghi gì."
    return said[0].upper() + said[1:]


def extension_refused(problem: ExtensionRefused) -> str:
    """Why an extension cannot be granted."""
    old, new = (f"{day:%d/%m/%Y}" if day else "" for day in (problem.due, problem.new_due))
    why = _EXTENSIONS[ExtensionFault(problem.fault)].format(old=old, new=new, limit=problem.limit)
    return f"Không gia hạn được {_line(problem)}: {why}. Chưa ghi gì."


def _line(problem: WrongStep | WrongDay | ExtensionRefused) -> str:
    """Which line it is about."""
    return f"{problem.label or 'việc'} của {problem.unit}"


def reminder_message(sender: str, unit: str, lines: Iterable[tuple[AssignmentRow, Item, int]]) -> str:
    """One text for one unit, ready to be pasted into a chat; each line with its item and its ordinal ("lần 2")."""
    told = [f"{number}. {_reminded(*line)}" for number, line in enumerate(lines, 1)]
    return "\n".join([
        f"Kính gửi {unit},",
        f"{sender} đôn đốc thực hiện {len(told)} nhiệm vụ sau:",
        *told,
        "Đề nghị khẩn trương thực hiện và báo cáo kết quả; có vướng mắc hoặc không thuộc chức năng, đề nghị phản ánh ngay.",
    ])  # fmt: skip


def _reminded(row: AssignmentRow, item: Item, ordinal: int) -> str:
    place, source = place_in_words(item.path, item.kind), row.notation or row.subject
    origin = f"{place}, {source}" if place else source
    text = collapse(item.text.strip().removeprefix(item.label)).rstrip(".;,: ")
    due, late = row.standing.due, row.standing.days_late
    limit = f"hạn {due:%d/%m/%Y}" + (f", quá hạn {late} ngày" if late else "") if due else "không quy định thời hạn"
    return f"{text} ({origin}; {limit}; đôn đốc lần {ordinal})."
