"""The commands ``print`` and ``stamp``: registers and sheets, reports on a period, letters that remind; the stamp ĐẾN."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from district_desk.cli.speech import Misused
from district_desk.domain.directives import Directive, Source
from district_desk.domain.paper import Division, TaskListKind
from district_desk.domain.problems import BadValue, NotFound
from district_desk.domain.signing import SigningAs
from district_desk.domain.stamps import StampPlace
from district_desk.domain.vietnamese import collapse

if TYPE_CHECKING:
    from district_desk.desk.office_desk import Desk
    from district_desk.desk.printed_reports import Wish

_KINDS: Final = ("pdf", "docx", "xlsx")
_LAST_NUMBER: Final = 999_999_999
"""No year has so many documents."""
_FILES: Final = (".txt", ".docx")


def add_printing(command: ArgumentParser, a_day: Callable[[str], date]) -> None:
    """The options of ``print`` that belong to reports and letters."""

    def days(name: str, where: str, words: str) -> None:
        command.add_argument(name, dest=where, type=a_day, metavar="NGÀY", help=words)

    days("--from", "first", "ngày đầu kỳ báo cáo; mặc định là đầu năm")
    days("--to", "last", "ngày cuối kỳ báo cáo; mặc định là ngày tính đến")
    for name, words in (("--from-number", "từ số đến này của sổ"), ("--to-number", "đến hết số đến này của sổ")):
        command.add_argument(name, type=_arrival, metavar="SỐ", help=words)
    days("--date", "day", "ngày ghi trên văn bản; mặc định là hôm nay")
    days("--until", "new_day", "hạn mới ghi trong công văn đôn đốc")
    command.add_argument("--assignment", type=_numbers, metavar="MÃ,MÃ", help="mã số các dòng giao việc cần đôn đốc")
    command.add_argument("--overdue", action="store_true", help="đôn đốc mọi nhiệm vụ quá hạn")
    command.add_argument("--one-letter", action="store_true", help="một công văn chung cho các đơn vị")
    command.add_argument("--unit", type=_words, default=(), metavar="MÃ,MÃ", help="chỉ các đơn vị này (mã đơn vị)")
    command.add_argument("--level", type=_words, default=(), metavar="MÃ,MÃ", help="chỉ các cấp giao này (mã cấp)")
    command.add_argument("--source", type=_sources, default=(), metavar="NGUỒN,NGUỒN",
                         help=f"chỉ các nguồn này: {', '.join(Source)}")  # fmt: skip
    command.add_argument("--person", default="", metavar="TÊN", help="chỉ người phụ trách này")
    for name, words in (("--causes", "nguyên nhân"), ("--next-steps", "nhiệm vụ, giải pháp kỳ tiếp theo")):
        command.add_argument(
            name, default="", metavar="CHỮ|TỆP", help=f"{words}: lời ghi trong báo cáo, hoặc tệp .txt, .docx"
        )
    command.add_argument("--by", type=Division, default=Division.UNIT, metavar="CÁCH", help=", ".join(Division))
    command.add_argument("--lists", type=_lists, default=(TaskListKind.OVERDUE,), metavar="DANH-MỤC,DANH-MỤC",
                         help=", ".join(TaskListKind))  # fmt: skip
    command.add_argument("--sign", type=SigningAs, metavar="CÁCH-KÝ", help=", ".join(SigningAs))
    command.add_argument("--signer", default="", metavar="TÊN", help="họ tên người ký")
    command.add_argument("--format", choices=_KINDS, metavar="DẠNG", help="pdf, docx hoặc xlsx; mặc định theo đuôi tệp")
    command.add_argument("--period", default="", metavar="KỲ", help="kỳ của báo cáo cải cách hành chính, ví dụ “Quý I”")
    command.add_argument(
        "--series", type=_number, default=0, metavar="MÃ", help="mã báo cáo định kỳ; mặc định là báo cáo đầu"
    )
    command.add_argument("--not-sent", action="store_true", help="bảng theo dõi kế hoạch: chỉ các đơn vị chưa nộp")
    command.add_argument("--text", type=_section, action="append", default=[], metavar="MỤC=CHỮ|TỆP",
                         help="lời ghi ở một mục của báo cáo cải cách hành chính (leading, procedures, causes…)")  # fmt: skip
    command.add_argument("--again", type=_number, metavar="MÃ", help="in lại đúng báo cáo đã in mang mã số này")


def add_stamp(add: Callable[..., ArgumentParser], a_path: Callable[[str], Path]) -> None:
    """The command ``stamp``."""
    command = add("stamp", "đóng dấu ĐẾN lên bản sao tệp PDF của văn bản đến", "folder", "directive!")
    command.add_argument("--out", type=a_path, required=True, metavar="TỆP", help="tệp PDF sẽ ghi")
    places = ", ".join(StampPlace)
    command.add_argument("--place", type=StampPlace, default=StampPlace.UNDER_DATE, metavar="CHỖ", help=places)
    command.add_argument("--alone", action="store_true", help="chỉ con dấu trên tờ trắng, để in lên bản giấy")


def examples(desk: "Desk | None", asked: Namespace) -> list[Path]:
    """Every form with its example data, as the kind that was named or as all of them."""
    from district_desk.desk.example_papers import print_examples
    from district_desk.desk.printing import FileKind

    return print_examples(desk, asked.out, kinds=(FileKind(asked.format),) if asked.format else tuple(FileKind))


def printed(desk: "Desk", asked: Namespace) -> list[Path]:
    """Carry out ``print``; the files that were written."""
    if not asked.form and not asked.again:
        raise Misused("Thiếu tên mẫu in. Gõ lệnh “forms” để xem các mẫu.")
    from district_desk.desk.printed_reports import (
        DAY_LIST,
        LETTER,
        MATRIX,
        PROPOSALS,
        REPORT,
        SUMMARY,
        TASKS,
        print_again,
        print_report,
    )
    from district_desk.desk.printing import FileKind, print_form
    from district_desk.desk.reform.prints import TITLES

    kind = FileKind(asked.format) if asked.format else None
    if kind is None and asked.out.suffix.lower().removeprefix(".") not in (*FileKind, ""):
        raise Misused(f"Không ghi được tệp dạng “{asked.out.suffix}”; hãy đặt tên tệp .pdf, .docx hoặc .xlsx.")
    if asked.again:
        return [print_again(desk, asked.again, asked.out, kind=kind)]
    numbers = _range(asked)
    wishes = {LETTER: _letter_wish, MATRIX: _matrix_wish, DAY_LIST: _day_wish}
    wishes |= dict.fromkeys((REPORT, SUMMARY, TASKS, PROPOSALS), _report_wish) | dict.fromkeys(TITLES, _reform_wish)
    if asked.form not in wishes:
        return print_form(
            desk, asked.form, asked.out, directive_id=asked.directive, year=asked.year, as_of=asked.as_of,
            numbers=numbers, kind=kind,
        )  # fmt: skip
    return [print_report(desk, asked.form, wishes[asked.form](desk, asked), asked.out, kind=kind).path]


def _range(asked: Namespace) -> tuple[int, int] | None:
    """The arrival numbers to print; an end that is not named is open."""
    from district_desk.desk.printing import FOLLOW_UP, REGISTER

    if asked.from_number is None and asked.to_number is None:
        return None
    if asked.form not in (REGISTER, FOLLOW_UP) or asked.directive:
        raise Misused("--from-number và --to-number chỉ dùng để in một phần của sổ.")
    first, last = asked.from_number or 1, asked.to_number or _LAST_NUMBER
    if last < first:
        raise Misused(
            f"Số cuối ({last}) phải không nhỏ hơn số đầu ({first}); hãy đổi lại --from-number và --to-number."
        )
    return first, last


def _matrix_wish(desk: "Desk", asked: Namespace) -> "Wish":
    """The matrix of everything still open, as the window first shows it."""
    from district_desk.desk.look_values import MatrixWish
    from district_desk.domain.listing import AssignmentFilter

    units, day = _unit_ids(desk, asked.unit), asked.as_of or desk.today()
    if len(units) > 1:
        raise Misused("Ma trận lọc theo một đơn vị; hãy nêu một mã sau --unit, hoặc bỏ --unit để in mọi đơn vị.")
    if asked.directive:
        desk.store.reading().get(Directive, asked.directive)  # a number that nobody knows is said, not printed empty
    until = day - timedelta(days=1) if asked.overdue else None
    wanted = AssignmentFilter(
        asked.directive, units[0] if units else None, open_only=asked.directive is None, due_until=until,
        levels=asked.level, sources=asked.source, person=asked.person,
    )  # fmt: skip
    return MatrixWish(wanted, day)


def _day_wish(desk: "Desk", asked: Namespace) -> "Wish":
    from district_desk.desk.look_values import DayWish

    return DayWish(asked.as_of or desk.today())


def _reform_wish(desk: "Desk", asked: Namespace) -> "Wish":
    """Of the year before this one, whose index is followed, unless one is named; a report is of this year."""
    from district_desk.desk.reform.papers import ReformWish
    from district_desk.desk.reform.prints import PERIODIC, REFORM_ANNEX, REFORM_REPORT

    this = desk.today().year
    year = asked.year or (this if asked.form in (REFORM_REPORT, REFORM_ANNEX, PERIODIC) else this - 1)
    texts = tuple((key, _written(words)) for key, words in asked.text)
    return ReformWish(
        year, _unit_ids(desk, asked.unit), asked.period, asked.series, asked.as_of, asked.day,
        asked.not_sent, texts=texts, **_signing(asked),
    )  # fmt: skip


def _report_wish(desk: "Desk", asked: Namespace) -> "Wish":
    from district_desk.desk.reporting import ReportWish

    last = asked.last or asked.as_of or desk.today()
    return ReportWish(
        first=asked.first or date(last.year, 1, 1), last=last, as_of=asked.as_of, unit_ids=_unit_ids(desk, asked.unit),
        levels=asked.level, sources=asked.source, person=_person(desk, asked.person), division=asked.by,
        lists=asked.lists, day=asked.day or desk.today(), causes=_written(asked.causes),
        next_steps=_written(asked.next_steps), **_signing(asked),
    )  # fmt: skip


def _letter_wish(desk: "Desk", asked: Namespace) -> "Wish":
    from district_desk.desk.reminder_letters import LetterWish

    if not asked.assignment and not asked.overdue:
        raise Misused(
            "Hãy nêu --assignment và mã số các dòng giao việc, hoặc --overdue để đôn đốc mọi nhiệm vụ quá hạn."
        )
    return LetterWish(
        asked.assignment, _unit_ids(desk, asked.unit), asked.as_of, asked.day, asked.new_day, asked.one_letter,
        **_signing(asked),
    )  # fmt: skip


def _signing(asked: Namespace) -> dict[str, Any]:
    return {"signer": asked.signer} | ({"signing": asked.sign} if asked.sign else {})


def _unit_ids(desk: "Desk", codes: tuple[str, ...]) -> tuple[int, ...]:
    from district_desk.domain.units import Unit

    found = {code: desk.store.reading().find(Unit, code=code) for code in codes}
    for code, units in found.items():
        if not units:
            raise NotFound("unit", code)
    return tuple(unit.id for units in found.values() for unit in units)


def _person(desk: "Desk", name: str) -> str:
    """The name as the lines have it.

    Raises:
        NotFound: nobody of that name answers for anything.
    """
    wanted = collapse(name)
    if wanted and wanted not in desk.store.reading().persons():
        raise NotFound("person", name)
    return wanted


def _written(text: str) -> str:
    """Words as they are typed, or those in a text or Word file.

    Raises:
        UnreadableFile: it names a file that is not there or cannot be read.
    """
    if not text.lower().endswith(_FILES):
        return text.strip()
    from district_desk.desk.reading import read_file

    return read_file(Path(text)).text.strip()


def _sources(text: str) -> tuple[Source, ...]:
    return tuple(Source(word) for word in _words(text))


def _numbers(text: str) -> tuple[int, ...]:
    parts = _words(text)
    if not parts or not all(part.isascii() and part.isdigit() and len(part) < 16 for part in parts):
        raise BadValue("assignment_id", text)
    return tuple(int(part) for part in parts)


def _number(text: str) -> int:
    return _numbers(text)[0]


def _arrival(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:16]) <= _LAST_NUMBER):
        raise BadValue("arrival_number", text)
    return int(text)


def _section(text: str) -> tuple[str, str]:
    from district_desk.desk.reform.report import SECTIONS

    key, equals, words = text.partition("=")
    if key not in SECTIONS or not equals:
        raise BadValue("section", key)
    return key, words


def _lists(text: str) -> tuple[TaskListKind, ...]:
    return tuple(TaskListKind(word) for word in _words(text))


def _words(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
