"""What is to be printed, said by a page and carried out by the preview."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A form by name and what to fill it with; ``title`` is what the preview is called, ``numbers`` the first and the
    last arrival number of a part of a register."""

    form: str
    title: str = ""
    directive_id: int | None = None
    year: int | None = None
    as_of: date | None = None
    unit_ids: tuple[int, ...] = ()
    numbers: tuple[int, int] | None = None
