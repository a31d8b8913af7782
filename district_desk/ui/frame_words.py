"""The sentences of the frame, and where each page is found."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from district_desk.ui.places import PageKey
from district_desk.ui.words import day

TITLE: Final = "District Desk"
UNNAMED: Final = "Cơ quan chưa đặt tên"
READ_FILE: Final = "Đọc tệp văn bản"
FILE_KINDS: Final = (
    "Văn bản, bản quét (*.pdf *.docx *.doc *.rtf *.odt *.txt *.png *.jpg *.jpeg *.tif *.tiff);;Mọi tệp (*)"
)
CLOSE_TITLE: Final = "Đóng chương trình"
CLOSE_WHILE_WORKING: Final = (
    "Chương trình đang làm dở một việc. Nếu đóng, việc đó sẽ dừng lại; những gì đã lưu vẫn còn nguyên."
)
CLOSE_YES: Final = "Dừng và đóng"
CLOSE_NO: Final = "Làm tiếp"


def only_first(name: str, others: int) -> str:
    """Several files were dropped at once."""
    return f"Đang đọc “{name}”. Còn {others} tệp chưa đọc; xin thả lần lượt từng tệp sau khi vào sổ xong."


def kept(when: str, folder: Path) -> str:
    """When the last snapshot was taken, and where the data lie."""
    first = f"Sao lưu gần nhất: {when}" if when else "Chưa có bản sao lưu"
    return f"{first} · Dữ liệu: {folder}"


SEE: Final = "Xem"


def missed(since: date, lines: int) -> str:
    """At the start, after days on which nobody looked."""
    return f"Từ sau ngày {day(since)} đến hôm qua có {lines} việc đến hạn mà chưa hoàn thành."


_CLASSES: Final = {
    PageKey.TODAY: ("today", "TodayPage"),
    PageKey.REGISTER: ("register", "RegisterPage"),
    PageKey.TASKS: ("tasks", "TasksPage"),
    PageKey.REFORM: ("reform", "ReformPage"),
    PageKey.FORMS: ("forms", "FormsPage"),
    PageKey.CATALOGUE: ("catalogue", "CataloguePage"),
    PageKey.JOURNAL: ("journal", "JournalPage"),
    PageKey.FIRST_START: ("first_start", "FirstStartPage"),
    PageKey.HELP: ("help", "HelpPage"),
}


def page_class(key: PageKey) -> Callable[..., Any]:
    """The class of a page, imported when it is first wanted."""
    folder, name = _CLASSES[key]
    found: Callable[..., Any] = getattr(import_module(f"district_desk.ui.{folder}.page"), name)
    return found
