"""The data set of a printed paper as JSON and back, so that it prints again identically after later changes.

One small codec for the frozen dataclasses of ``domain.paper``: fields by name, dates ISO, enumerations by value, tuples
as lists. What kind of value a field holds is read from its annotation, so nothing is named twice.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

from district_desk.domain import look_papers, number_papers, paper, reform_papers

PaperValues = (
    paper.AssignmentSheet | paper.ProcessingSlip | paper.RegisterBook | paper.TaskReport | paper.SummaryTable
    | paper.TaskList | paper.ReminderLetter | paper.ProposalList | look_papers.TaskMatrix | look_papers.DayList
    | reform_papers.IndexTable | reform_papers.PlanTable | reform_papers.UnitPlan | reform_papers.MeasureTable
    | reform_papers.WorkTable | reform_papers.ReformReport | reform_papers.ReformAnnex | reform_papers.EvidenceTable
    | reform_papers.PeriodicMatrix | number_papers.NumberCheck
)  # fmt: skip

_KINDS: Final[Mapping[str, type]] = {kind.__name__: kind for kind in get_args(PaperValues)}


@dataclass(frozen=True, slots=True)
class Paper:
    """Values and the form that they belong to. ``form_text`` is the form file as it was when the paper was printed;
    empty, the form of today is used."""

    form: str
    values: PaperValues
    form_text: str = ""


def to_text(papers: tuple[Paper, ...]) -> str:
    """The papers as one JSON object. Each form's file is in it once."""
    forms = {each.form: each.form_text for each in papers}
    told = [
        {"form": each.form, "kind": type(each.values).__name__, "values": _told(each.values)} for each in papers
    ]  # fmt: skip
    return json.dumps({"forms": forms, "papers": told}, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> tuple[Paper, ...]:
    """The papers that :func:`to_text` wrote.

    Raises:
        ValueError, KeyError, TypeError: the text is no data set of papers.
    """
    told = json.loads(text)
    return tuple(
        Paper(each["form"], _reader(_KINDS[each["kind"]])(each["values"]), told["forms"][each["form"]])
        for each in told["papers"]
    )


def _told(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _told(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_told(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _reader(hint: Any) -> Callable[[Any], Any]:
    """What makes a value of that annotation out of its JSON."""
    if get_origin(hint) is tuple:
        return _tuple_reader(get_args(hint))
    if get_origin(hint) is UnionType:
        return _one_of(get_args(hint))
    if is_dataclass(hint) and isinstance(hint, type):
        return _record_reader(hint)
    if isinstance(hint, type) and issubclass(hint, date):
        return date.fromisoformat
    return hint if isinstance(hint, type) and issubclass(hint, Enum) else _as_it_is


@cache
def _record_reader(kind: type) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = {name: _reader(hint) for name, hint in hints.items()}

    def read(told: Mapping[str, Any]) -> Any:
        return kind(**{name: readers[name](value) for name, value in told.items()})

    return read


def _tuple_reader(hints: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(hints) == 2 and hints[1] is Ellipsis:
        read = _reader(hints[0])
        return lambda told: tuple(read(each) for each in told)
    readers = [_reader(hint) for hint in hints]
    return lambda told: tuple(read(each) for read, each in zip(readers, told, strict=True))


def _one_of(hints: tuple[Any, ...]) -> Callable[[Any], Any]:
    """Something or nothing; or rows of one kind or another, told apart by the fields they have."""
    kinds = [hint for hint in hints if hint is not type(None)]
    if len(kinds) == 1:
        read = _reader(kinds[0])
        return lambda told: None if told is None else read(told)

    def read_rows(told: list[Mapping[str, Any]]) -> tuple[Any, ...]:
        rows = {frozenset(field.name for field in fields(row)): row for kind in kinds for row in get_args(kind)[:1]}
        return tuple(_record_reader(rows[frozenset(each)])(each) for each in told)

    return read_rows


def _as_it_is(value: Any) -> Any:
    return value
