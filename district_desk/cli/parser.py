"""What may be typed after the program's name, and what is said, in Vietnamese, when something else was."""

import re
from argparse import SUPPRESS, ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NoReturn

from district_desk.cli.following import add_following
from district_desk.cli.printing import add_printing, add_stamp
from district_desk.cli.reform import add_reform
from district_desk.cli.reports import add_reports
from district_desk.cli.speech import Misused
from district_desk.domain.problems import BadValue
from district_desk.domain.written_dates import YEARS

PROGRAM: Final = "district-desk"


_SENTENCES: Final = (
    (r"the following arguments are required: (?P<what>.+)", "Thiếu {what}."),
    (r"argument (?P<what>.+?): expected one argument", "Thiếu giá trị sau {what}."),
    (r"argument (?P<what>\S+): invalid choice: '(?P<value>.*?)' .*", "Không có “{value}” để chọn."),
    (r"argument (?P<what>.+?): invalid \w+ value: '(?P<value>.*)'", "“{value}” không dùng được cho {what}."),
    (r"unrecognized arguments: (?P<what>.+)", "Không hiểu “{what}”."),
    (r"ambiguous option: (?P<what>\S+) .*", "“{what}” có thể là nhiều tham số."),
)
_NAMES: Final = {"what": "LOẠI", "command": "LỆNH"}


class _Parser(ArgumentParser):
    """An argument parser that speaks Vietnamese and never ends the process itself on bad input."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, allow_abbrev=False, formatter_class=_Help)
        self._positionals.title, self._optionals.title = "gồm", "tham số"
        self.add_argument("-h", "--help", action="help", help="xem cách dùng", default=SUPPRESS)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where to look."""
        raise Misused(f"{_in_vietnamese(message)} Gõ “{self.prog} --help” để xem cách dùng.")


class _Help(HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "Cách dùng: ")


def parsed(arguments: Sequence[str]) -> Namespace:
    """The arguments as values: ``command`` and what belongs to it.

    Raises:
        Misused: they make no command.
        BadValue: a date or number that is none.
    """
    return _parser().parse_args(arguments)


def a_day(text: str) -> date:
    """A date typed as 2023-04-10 or 10/4/2023."""
    hit = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text.strip())
    try:
        day = date(int(hit[3]), int(hit[2]), int(hit[1])) if hit else date.fromisoformat(text.strip())
    except ValueError:
        raise BadValue("day", text) from None
    if day.year not in YEARS:
        raise BadValue("day", text)
    return day


def a_year(text: str) -> int:
    """A year that a register can have."""
    if not re.fullmatch(r"[0-9]{4}", text.strip()) or int(text) not in YEARS:
        raise BadValue("year", text)
    return int(text)


def a_directive(text: str) -> int:
    """The number by which a directive is known here, above zero."""
    if not re.fullmatch(r"[0-9]{1,15}", text.strip()) or int(text) < 1:
        raise BadValue("directive", text)
    return int(text)


def a_path(text: str) -> Path:
    """A file or folder; an empty name, as an unset variable gives, would mean the folder one stands in."""
    if not text.strip():
        raise BadValue("file_path", text)
    return Path(text)


def _in_vietnamese(message: str) -> str:
    for pattern, sentence in _SENTENCES:
        if hit := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(**{key: _NAMES.get(value, value) for key, value in hit.groupdict().items()})
    return "Lệnh gõ chưa đúng."


def _parser() -> _Parser:
    parser = _Parser(prog=PROGRAM, description="Theo dõi văn bản giao việc. Không gõ lệnh nào: mở cửa sổ chương trình.")
    commands = parser.add_subparsers(dest="command", metavar="LỆNH", required=True, title="các lệnh", prog=PROGRAM)

    def add(name: str, words: str, *options: str) -> ArgumentParser:
        command = commands.add_parser(name, help=words, description=words)
        for option in options:
            _OPTIONS[option](command)
        return command

    add("profiles", "các mẫu cơ quan")
    new = add("new-office", "lập cơ quan mới", "folder!")
    new.add_argument("--profile", required=True, metavar="MẪU", help="tên mẫu cơ quan")
    add("demo", "lập cơ quan mẫu có sẵn ví dụ", "folder!")
    add("read", "đọc một tệp", "file", "json")
    register = add("register", "vào sổ một tệp", "file", "folder", "json")
    register.add_argument("--arrived", type=a_day, metavar="NGÀY", help="ngày đến; mặc định là hôm nay")
    register.add_argument("--own", action="store_true", help="văn bản đi giao việc của cơ quan ta")
    assign = add("assign", "giao việc theo văn bản", "folder", "directive!", "json")
    assign.add_argument("--as-read", action="store_true", help="giao đúng như văn bản ghi")
    assign.add_argument("--date", type=a_day, metavar="NGÀY", help="ngày giao; mặc định là hôm nay")
    listing = add("list", "liệt kê", "folder", "as-of", "json")
    kinds = ("directives", "items", "assignments", "units", "due", "unanswered", "delays")
    listing.add_argument("what", choices=kinds, metavar="LOẠI", help=", ".join(kinds))
    add_following(add, a_day, a_path)
    add("due", "tính thời hạn theo câu ghi trong văn bản", "phrase", "json")
    add("forms", "các mẫu in", "folder")
    printing = add("print", "in một mẫu ra tệp PDF, Word hoặc Excel", "folder", "directive", "as-of")
    printing.add_argument("form", nargs="?", default="", metavar="MẪU", help="tên mẫu in")
    printing.add_argument(
        "--out", type=a_path, required=True, metavar="TỆP", help="tệp PDF; với --all-examples là thư mục"
    )
    printing.add_argument("--all-examples", action="store_true", help="mọi mẫu với số liệu ví dụ")
    printing.add_argument("--year", type=a_year, metavar="NĂM", help="năm của sổ")
    add_printing(printing, a_day)
    add_stamp(add, a_path)
    add_reform(add, _OPTIONS, a_year, a_path, a_day)
    add_reports(add, a_year, a_day)
    _add_keeping(add)
    return parser


def _add_keeping(add: Callable[..., ArgumentParser]) -> None:
    """Finding again, checking, saving."""
    add("search", "tìm trong mọi văn bản, không cần gõ dấu", "folder", "json").add_argument(
        "text", metavar="CHỮ", help="chữ cần tìm"
    )
    add("check", "kiểm tra dữ liệu", "folder")
    add("backup", "sao lưu", "folder")
    add("restore", "khôi phục một bản sao lưu", "folder").add_argument(
        "snapshot", metavar="BẢN", help="tên bản sao lưu"
    )


def _folder(command: ArgumentParser, *, required: bool = False) -> None:
    words = "thư mục của cơ quan" + ("" if required else "; mặc định là thư mục riêng của tài khoản này")
    command.add_argument("--folder", type=a_path, required=required, metavar="THƯ-MỤC", help=words)


def _directive(command: ArgumentParser, *, required: bool = False) -> None:
    words = "mã số của văn bản"
    command.add_argument("--directive", type=a_directive, required=required, metavar="MÃ", help=words)


def _phrase(command: ArgumentParser) -> None:
    command.add_argument("phrase", metavar="CÂU", help="thời hạn như văn bản ghi")
    command.add_argument("--from", dest="start", type=a_day, required=True, metavar="NGÀY", help="tính từ ngày")
    words = "theo lịch của cơ quan; mặc định là lịch kèm theo"
    command.add_argument("--folder", type=Path, metavar="THƯ-MỤC", help=words)


_OPTIONS: Final[dict[str, Callable[[ArgumentParser], object]]] = {
    "phrase": _phrase,
    "folder": _folder,
    "folder!": lambda command: _folder(command, required=True),
    "directive": _directive,
    "directive!": lambda command: _directive(command, required=True),
    "file": lambda command: command.add_argument(
        "file", type=a_path, metavar="TỆP", help="tệp .txt, .docx, .pdf, .doc, .rtf, .odt, hoặc ảnh quét"
    ),
    "json": lambda command: command.add_argument("--json", action="store_true", help="trả lời bằng JSON"),
    "as-of": lambda command: command.add_argument(
        "--as-of", type=a_day, metavar="NGÀY", help="tính đến ngày; mặc định là hôm nay"
    ),
}
