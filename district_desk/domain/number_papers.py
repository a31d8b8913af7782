"""What stands on the printed check of a year's arrival numbers (Decree 30/2020/NĐ-CP art. 4.2.c, 22.2)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NumberFault(StrEnum):
    """What can be wrong with an arrival number, in the order of the page; the values are the keys of the form's
    sentences."""

    GAP = "gap"
    DOUBLE = "double"
    OUT_OF_ORDER = "out_of_order"
    NOT_PASSED_ON = "not_passed_on"


@dataclass(frozen=True, slots=True)
class NumberLine:
    """One number or run of numbers. ``pass_on_by`` is the last day to pass a document on, for those that were not."""

    fault: NumberFault
    arrival: str
    arrived: date | None = None
    document: str = ""
    pass_on_by: date | None = None


@dataclass(frozen=True, slots=True)
class NumberCheck:
    """Kiểm tra số đến of a year at a day: how many documents, from which number to which, and what was found."""

    parent: str
    body: str
    year: int
    day: date
    count: int
    first_number: str
    last_number: str
    lines: tuple[NumberLine, ...]
