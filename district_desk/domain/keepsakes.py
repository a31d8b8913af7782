"""What an office keeps for itself beside its records: a list as it likes to see it, a report as it was drawn.

Lists and tables are told in JSON here, because each page and each form has its own; whoever keeps one reads it back.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

EARLIEST: Final = datetime(1, 1, 1)  # noqa: DTZ001 (office time; stands for "not yet made")


@dataclass(frozen=True, slots=True)
class SavedView:
    """A filter of a page, kept under a name that is the page's only one.

    ``filter`` is a JSON object, ``columns`` a list of field keys in their order, ``ordering`` a list of
    ``[key, "up" | "down"]``, ``widths`` an object of pixels at 100 % by field key.
    """

    page: str
    name: str
    filter: str = "{}"
    columns: str = "[]"
    ordering: str = "[]"
    widths: str = "{}"
    position: int = 0
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """A report with the data set that it was drawn from, so that it prints again identically after later changes.

    ``parameters`` is a JSON object of what was asked, ``data`` of all values on the page.
    """

    form: str
    title: str = ""
    made_at: datetime = EARLIEST
    as_of: date = date.min
    parameters: str = "{}"
    data: str = "{}"
    id: int = 0
    uid: int = 0
