"""The pages of the rail, in its order, each with its name, its picture and its key."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class PageKey(StrEnum):
    """A page that the window can show."""

    TODAY = "today"
    REGISTER = "register"
    TASKS = "tasks"
    REFORM = "reform"
    FORMS = "forms"
    CATALOGUE = "catalogue"
    JOURNAL = "journal"
    INTAKE = "intake"
    FIRST_START = "first_start"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the rail."""

    page: PageKey
    name: str
    picture: str


RAIL: Final = (
    Place(PageKey.TODAY, "Hôm nay", "today"),
    Place(PageKey.REGISTER, "Văn bản đến", "register"),
    Place(PageKey.TASKS, "Nhiệm vụ", "tasks"),
    Place(PageKey.REFORM, "Cải cách hành chính", "reform"),
    Place(PageKey.FORMS, "Báo cáo, biểu mẫu", "forms"),
    Place(PageKey.CATALOGUE, "Danh mục", "catalogue"),
    Place(PageKey.JOURNAL, "Nhật ký, sao lưu", "journal"),
)
