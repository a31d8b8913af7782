"""Lists as the office likes to see them, kept under a name: filter, columns in their order, sorting, widths."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from district_desk.desk.office_desk import Desk
from district_desk.desk.saved_views import drop_view, save_view, saved_views
from district_desk.domain.assignments import Role, State
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Source
from district_desk.domain.keepsakes import SavedView
from district_desk.domain.listing import AssignmentFilter, TaskSort
from district_desk.domain.problems import NotFound

TASKS: Final = "tasks"
"""The page of the assignment lines."""


@dataclass(frozen=True, slots=True)
class TaskView:
    """The list of assignment lines under a name.

    ``chip`` is the page's quick filter, kept by its key because "sắp đến hạn" is another day tomorrow. ``columns`` are
    keys in their order, none for the usual ones; ``widths`` are pixels at 100 % by key.
    """

    name: str
    chip: str
    wanted: AssignmentFilter = field(default_factory=AssignmentFilter)
    columns: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))


def task_views(desk: Desk) -> list[TaskView]:
    """The kept lists of the page, in the office's order."""
    return [_view_of(record) for record in saved_views(desk, TASKS)]


def keep_view(desk: Desk, view: TaskView) -> Changes:
    """Keep a list under its name; one of that name is written over.

    Raises:
        MissingField: no name.
    """
    wanted = {key: value for key, value in _plain(view.wanted).items() if key not in _SORTING}
    order = "down" if view.wanted.descending else "up"
    return save_view(desk, SavedView(
        TASKS,
        view.name,
        filter=json.dumps({"chip": view.chip, **wanted}, ensure_ascii=False),
        columns=json.dumps(view.columns),
        ordering=json.dumps([[view.wanted.sort.value, order]]),
        widths=json.dumps(dict(view.widths)),
    ))  # fmt: skip


def forget_view(desk: Desk, name: str) -> Changes:
    """Forget a kept list; the lines that it showed stay as they are.

    Raises:
        NotFound: none of that name.
    """
    for record in saved_views(desk, TASKS):
        if record.name == name:
            return drop_view(desk, record)
    raise NotFound("saved_view", name)


def _plain(wanted: AssignmentFilter) -> dict[str, Any]:
    """What the filter says, blanks left out, as JSON has it."""
    blank, found = AssignmentFilter(), {}
    for each in fields(AssignmentFilter):
        value = getattr(wanted, each.name)
        if value != getattr(blank, each.name):
            found[each.name] = value.isoformat() if isinstance(value, date) else value
    return found


def _view_of(record: SavedView) -> TaskView:
    told = json.loads(record.filter)
    known = {each.name for each in fields(AssignmentFilter)}
    found = {key: _READ.get(key, _as_it_is)(value) for key, value in told.items() if key in known}
    sort, order = next(iter(json.loads(record.ordering)), (TaskSort.DUE.value, "up"))
    return TaskView(
        record.name,
        told.get("chip", ""),
        AssignmentFilter(**found, sort=TaskSort(sort), descending=order == "down"),
        tuple(json.loads(record.columns)),
        json.loads(record.widths),
    )


def _as_it_is(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _each(kind: type[StrEnum]) -> Any:
    return lambda values: tuple(kind(value) for value in values)


_SORTING: Final = frozenset(("sort", "descending"))
_READ: Final = {
    "due_from": date.fromisoformat,
    "due_until": date.fromisoformat,
    "roles": _each(Role),
    "sources": _each(Source),
    "states": _each(State),
}
"""How a field of the filter comes back from JSON, where it is not as it is."""
