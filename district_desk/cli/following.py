"""The commands of following up: what happened to lines (``event``), reminding units (``remind``), and the
periods of recurring duties (``periods``)."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from district_desk.cli.speech import opened, say, say_json
from district_desk.domain.assignments import Channel, EventKind
from district_desk.domain.problems import BadValue, MissingField

if TYPE_CHECKING:
    from district_desk.desk import Desk
    from district_desk.desk.following_up import Told

_KINDS: Final = tuple(kind.value for kind in EventKind if kind is not EventKind.REMINDED)
_ALSO: Final = {"closed": EventKind.ACCEPTED, "done": EventKind.ACCEPTED}


def some_numbers(text: str) -> list[int]:
    """Whole numbers above zero, parted by commas."""
    if not re.fullmatch(r"\s*[1-9][0-9]{0,14}(\s*,\s*[1-9][0-9]{0,14})*\s*", text):
        raise BadValue("assignment_id", text)
    return [int(part) for part in text.split(",")]


def a_kind(text: str) -> EventKind:
    """A kind of event by its name; "closed" and "done" are "accepted"."""
    name = text.strip().lower().replace("-", "_")
    if name not in (*_KINDS, *_ALSO):
        raise BadValue("kind", text)
    return _ALSO.get(name) or EventKind(name)


def a_channel(text: str) -> Channel:
    """How something was told, by its name."""
    name = text.strip().lower().replace("-", "_")
    if name not in [channel.value for channel in Channel]:
        raise BadValue("channel", text)
    return Channel(name)


def a_percentage(text: str) -> int:
    """0 to 100, with or without the sign."""
    number = text.strip().removesuffix("%").strip()
    if not re.fullmatch(r"[0-9]{1,3}", number) or int(number) > 100:
        raise BadValue("percent", text)
    return int(number)


def add_following(
    add: Callable[..., ArgumentParser], a_day: Callable[[str], object], a_path: Callable[[str], object]
) -> None:
    """The arguments of these commands."""
    event = add("event", "ghi một diễn biến của việc đã giao", "folder", "json")
    event.add_argument(
        "--assignment", type=some_numbers, required=True, metavar="MÃ[,MÃ…]", help="mã số dòng giao việc"
    )
    event.add_argument("--kind", type=a_kind, required=True, metavar="LOẠI", help=", ".join(_KINDS))
    event.add_argument("--date", type=a_day, metavar="NGÀY", help="ngày xảy ra; mặc định là hôm nay")
    event.add_argument("--due", type=a_day, metavar="NGÀY", help="hạn mới, khi gia hạn hoặc chuyển đơn vị")
    event.add_argument("--done", type=a_day, metavar="NGÀY", help="ngày hoàn thành, khi khác ngày báo cáo")
    event.add_argument("--unit", default="", metavar="MÃ", help="mã đơn vị nhận, khi chuyển đơn vị khác")
    event.add_argument("--percent", type=a_percentage, metavar="SỐ", help="tỷ lệ hoàn thành (%%)")
    event.add_argument("--file", type=a_path, action="append", default=[], metavar="TỆP", help="tệp kèm theo")
    for name, words in (
        ("reason", "lý do"),
        ("by", "người quyết định"),
        ("asked", "số, ký hiệu văn bản đề nghị"),
    ):
        event.add_argument(f"--{name}", default="", metavar="CHỮ", help=words)
    remind = add("remind", "đôn đốc các đơn vị", "folder", "as-of", "json")
    remind.add_argument("--assignment", type=some_numbers, default=[], metavar="MÃ[,MÃ…]", help="mã số dòng giao việc")
    remind.add_argument("--overdue", action="store_true", help="mọi việc quá hạn, chưa hoàn thành")
    recurring = add("periods", "lập các kỳ sắp đến hạn của việc định kỳ và liệt kê các kỳ chưa xong", "folder", "json")
    recurring.add_argument(
        "--as-of", type=a_day, metavar="NGÀY", help="các kỳ đến hạn đến hết ngày; mặc định theo thiết lập của cơ quan"
    )
    for command in (event, remind):
        command.add_argument("--text", default="", metavar="CHỮ", help="nội dung")
        command.add_argument("--person", default="", metavar="TÊN", help="người báo, người nhận")
        command.add_argument("--notation", default="", metavar="SỐ", help="số, ký hiệu văn bản")
        command.add_argument("--dated", type=a_day, metavar="NGÀY", help="ngày của văn bản đó")
        command.add_argument("--channel", type=a_channel, default=Channel.NONE, metavar="CÁCH", help=", ".join(
            channel.value for channel in Channel if channel.value))  # fmt: skip


def event(asked: Namespace) -> None:
    """Write one kind of event on lines, and answer how they stand on that day."""
    from district_desk.desk import answers
    from district_desk.desk.sentences import done_label

    with opened(asked) as desk:
        asked.date = asked.date or desk.today()
        changes, further = _written(desk, asked)
        rows = answers.assignment_rows(desk, [*asked.assignment, *further.get("new", ())], asked.date)
        if asked.json:
            say_json({"assignments": rows, **further})
            return
        say(done_label(changes))
        if further.get("late"):
            say(f"Trả lại quá thời hạn quy định: {len(further['late'])} việc")


def remind(asked: Namespace) -> None:
    """Remind units of lines, and answer what each of them is told."""
    from district_desk.desk import answers, chasing
    from district_desk.desk.sentences import done_label

    with opened(asked) as desk:
        day = asked.as_of or desk.today()
        if not (asked.assignment or asked.overdue):
            raise MissingField("assignment_id")
        ids = asked.assignment or chasing.overdue_to_chase(desk, day)
        done = chasing.remind(
            desk, ids, on=day, channel=asked.channel, notation=asked.notation, dated=asked.dated,
            person=asked.person, text=asked.text,
        )  # fmt: skip
        if asked.json:
            say_json(answers.of_reminded(desk, done, day))
            return
        say(done_label(done.changes))
        for message in done.messages:
            say(f"\n{message.text}")


def periods(asked: Namespace) -> None:
    """Make the periods of recurring duties that fall due up to a day, and answer those that are open."""
    from district_desk.desk import answers
    from district_desk.desk.limit_words import period_name
    from district_desk.desk.periods import make_occurrences, periods_due
    from district_desk.desk.sentences import done_label
    from district_desk.domain.changes import Entity

    with opened(asked) as desk:
        changes = make_occurrences(desk, asked.as_of)
        made = changes.ids(Entity.ASSIGNMENT)
        rows = answers.assignment_rows(desk, periods_due(desk, asked.as_of), desk.today())
        if asked.json:
            say_json({"made": sorted(made), "periods": rows})
            return
        say(done_label(changes) if made else "Không có kỳ nào cần lập thêm.")
        for row in rows:
            say(
                "\t".join(
                    (f"{date.fromisoformat(row['due']):%d/%m/%Y}", period_name(row["period"]), row["unit"], row["text"])
                )
            )


def _written(desk: "Desk", asked: Namespace) -> tuple[Any, dict[str, list[int]]]:
    """Carry out the use case of that kind; its changes, and what more there is to answer."""
    from district_desk.desk import following_up as use

    told, ids = _told(asked), asked.assignment
    plain = {
        EventKind.HANDED_OVER: use.hand_over, EventKind.REPORTED: use.report_result, EventKind.SENT_BACK: use.send_back,
        EventKind.SUSPENDED: use.suspend, EventKind.RESUMED: use.resume, EventKind.RECALLED: use.recall,
    }  # fmt: skip
    match asked.kind:
        case EventKind.PROGRESS:
            return use.note_progress(desk, ids, told, percent=asked.percent), {}
        case EventKind.ACCEPTED:
            return use.close(desk, ids, told, done_on=asked.done), {}
        case EventKind.EXTENDED:
            if asked.due is None:
                raise MissingField("new_due")
            return use.grant_extension(desk, ids, told, new_due=asked.due), {}
        case EventKind.RETURNED:
            returned = use.return_as_not_ours(desk, ids, told)
            return returned.changes, {"late": list(returned.late)}
        case EventKind.REASSIGNED:
            passed = use.reassign(desk, ids, _unit(desk, asked), told, due=asked.due)
            return passed.changes, {"new": list(passed.assignment_ids)}
    return plain[asked.kind](desk, ids, told), {}


def _told(asked: Namespace) -> "Told":
    from district_desk.desk.following_up import Told

    return Told(
        asked.date, asked.text, asked.channel, asked.person, asked.notation, asked.dated, asked.asked, asked.by,
        asked.reason or (asked.text if asked.kind in _WITH_REASON else ""), tuple(asked.file),
    )  # fmt: skip


_WITH_REASON: Final = (
    EventKind.SENT_BACK, EventKind.EXTENDED, EventKind.SUSPENDED, EventKind.RETURNED, EventKind.REASSIGNED,
    EventKind.RECALLED,
)  # fmt: skip
"""Of these the words that go with them are the reason, where no other is given."""


def _unit(desk: "Desk", asked: Namespace) -> int:
    from district_desk.desk.steps import unit_of_code

    if not asked.unit.strip():
        raise MissingField("unit_id")
    return unit_of_code(desk.store.reading(), asked.unit.strip(), asked.date).id
