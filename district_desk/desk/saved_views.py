"""Filters that an office keeps under a name: what is shown, in which columns, in which order and how wide."""

import json
from dataclasses import replace

from district_desk.desk.office_desk import Desk
from district_desk.domain.changes import Changes
from district_desk.domain.keepsakes import SavedView
from district_desk.domain.problems import BadValue, MissingField
from district_desk.domain.vietnamese import collapse


def saved_views(desk: Desk, page: str) -> list[SavedView]:
    """The filters kept for a page, in the office's order."""
    return desk.store.reading().find(SavedView, "position", page=page)


def save_view(desk: Desk, view: SavedView) -> Changes:
    """Keep a filter; one of the same page and name takes the new shape, a new one comes last.

    Raises:
        MissingField: it has no name.
        BadValue: a part that is no JSON.
    """
    name = collapse(view.name)
    if not name:
        raise MissingField("name")
    for part in ("filter", "columns", "ordering", "widths"):
        _check_json(part, getattr(view, part))
    with desk.writing("save_view", subject=name) as writing:
        others = writing.reader.find(SavedView, "position", page=view.page)
        same = next((each for each in others if each.name == name), None)
        if same:
            view = replace(view, id=same.id, uid=same.uid, position=same.position)
        elif not view.id:
            view = replace(view, position=max((each.position for each in others), default=-1) + 1)
        writing.put(replace(view, name=name))
        writing.note(count=1)
    return writing.changes


def drop_view(desk: Desk, view: SavedView) -> Changes:
    """Take a kept filter off its page."""
    with desk.writing("drop_view", subject=view.name) as writing:
        writing.drop(view)
        writing.note(count=1)
    return writing.changes


def _check_json(part: str, text: str) -> None:
    try:
        json.loads(text)
    except ValueError:
        raise BadValue(part, text[:60]) from None
