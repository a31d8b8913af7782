"""The example office: Cẩm Giàng 2023 with documents written for it, entered by the same use cases as a clerk's own.

The score is data (resources/demo/demo.toml, which explains itself): each document is entered on its day, given,
passed on, answered; afterwards the office stands still on the day on which a newcomer finds it.
"""

import shutil
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any, Final

from district_desk.desk.assigning import assign_as_read, assign_items, record_result
from district_desk.desk.cataloguing import groups, put_settings
from district_desk.desk.office_desk import Clock, Desk
from district_desk.desk.opening import create_office
from district_desk.desk.periods import make_occurrences
from district_desk.desk.reading import read_file
from district_desk.desk.reform.demo_scores import enter_scores
from district_desk.desk.registering import (
    as_reference,
    correct_directive,
    dated,
    draft_of,
    empty_draft,
    pass_on,
    register,
    without_lines,
)
from district_desk.desk.shipped import shipped
from district_desk.domain.assignments import Assignment, Role
from district_desk.domain.directives import Directive, Source
from district_desk.domain.drafts import Draft, DraftItem
from district_desk.domain.due_phrases import read_phrase
from district_desk.domain.items import Item
from district_desk.domain.units import Unit

_MORNING: Final = time(8, 0)
Act = Callable[[Desk, dict[str, Any]], None]
"""One thing done with a document of the score, which remembers its record's id once it is entered."""


def create_demo(folder: Path, *, clock: Clock = datetime.now) -> Desk:
    """Make the example office in a folder, and sit down at its desk on its own day.

    Raises:
        UnopenableOffice, ReadOnly, DiskFull: as :func:`district_desk.desk.opening.create_office`.
    """
    with shipped("resources", "demo", "demo.toml").open("rb") as file:
        score = tomllib.load(file)
    was_there = folder.exists()
    desk = create_office(folder, score["profile"], clock=clock)
    try:
        _play(desk, [*_acts_of(score["document"]), (score["reform"]["on"], enter_scores, score["reform"])])
        _turn_to(desk, score["as_of"])
        make_occurrences(desk)
        put_settings(desk, replace(desk.office, example_day=score["as_of"].isoformat()))
    except BaseException:
        desk.close()
        if not was_there:
            with suppress(OSError):
                shutil.rmtree(folder)
        raise
    desk.clock = clock
    return desk


def _play(desk: Desk, acts: Iterable[tuple[date, Act, dict[str, Any]]]) -> None:
    """Everything on its day, so that the journal reads like a clerk's weeks."""
    for day, act, told in sorted(acts, key=lambda each: each[0]):
        _turn_to(desk, day)
        act(desk, told)


def _acts_of(documents: Iterable[dict[str, Any]]) -> Iterator[tuple[date, Act, dict[str, Any]]]:
    return ((day, act, document) for document in documents for day, act in _acts(document))


def _acts(document: Mapping[str, Any]) -> Iterator[tuple[date, Act]]:
    """What the clerk does with one document, each act with its day."""
    on = document["on"]
    yield on, _enter
    if "opinion" in document:
        yield document["opinion_on"], _note_opinion
    if "passed_on" in document:
        yield document["passed_on"], _pass_on
    if document.get("assign") == "as-read":
        yield on, _assign_as_read
    for given in document.get("given", ()):
        yield on, partial(_give, given=given)
    for result in document.get("result", ()):
        yield result["on"], partial(_record, result=result)


def _enter(desk: Desk, document: dict[str, Any]) -> None:
    document["id"] = register(desk, _draft(desk, document)).directive_id


def _note_opinion(desk: Desk, document: dict[str, Any]) -> None:
    directive = desk.store.reading().get(Directive, document["id"])
    correct_directive(
        desk,
        replace(
            directive,
            leader=document["leader"],
            leader_opinion=document["opinion"],
            opinion_on=document["opinion_on"],
        ),
    )


def _pass_on(desk: Desk, document: dict[str, Any]) -> None:
    pass_on(desk, [document["id"]], document["passed_on"])


def _assign_as_read(desk: Desk, document: dict[str, Any]) -> None:
    assign_as_read(desk, document["id"])


def _give(desk: Desk, document: dict[str, Any], *, given: Mapping[str, Any]) -> None:
    item = _item(desk, document["id"], given["item"])
    assign_items(desk, [item.id], list(_unit_ids(desk, given)), Role(given["role"]))


def _record(desk: Desk, document: dict[str, Any], *, result: Mapping[str, Any]) -> None:
    notation, text = result.get("notation", ""), result.get("text", "")
    record_result(desk, _lines(desk, document["id"], result), on=result["on"], notation=notation, text=text)


def _draft(desk: Desk, document: Mapping[str, Any]) -> Draft:
    source = Source(document["source"])
    if "file" not in document:
        draft = empty_draft(desk, source)
        told = replace(draft.directive, issuer=document["issuer"], subject=document["subject"], issued=document["on"])
        items = tuple(_told_item(key, line) for key, line in enumerate(document["item"], start=1))
        return dated(desk, replace(draft, directive=told, items=items))
    path = shipped("resources", "demo", document["file"])
    draft = without_lines(draft_of(desk, read_file(path), source=source, arrived=document["on"], file=path))
    return as_reference(draft) if document.get("reference") else draft


def _told_item(key: int, line: Mapping[str, str]) -> DraftItem:
    rule = read_phrase(line.get("phrase", ""))
    item = Item(
        0, path=str(key), label=f"{key}.", text=line["text"], phrase=line.get("phrase", ""), rule=rule.to_text()
    )
    return DraftItem(key, item)


def _item(desk: Desk, directive_id: int, path: str) -> Item:
    return desk.store.reading().find(Item, directive_id=directive_id, path=path)[0]


def _unit_ids(desk: Desk, given: Mapping[str, Any]) -> Iterable[int]:
    if "group" in given:
        return next(group.unit_ids for group in groups(desk) if group.group.code == given["group"])
    return [desk.store.reading().find(Unit, code=code)[0].id for code in given["units"]]


def _lines(desk: Desk, directive_id: int, result: Mapping[str, Any]) -> list[int]:
    """The lines of the item that the named units (absent: all) hold."""
    item = _item(desk, directive_id, result["item"])
    held = desk.store.reading().find(Assignment, item_id=item.id)
    wanted = set(_unit_ids(desk, result)) if "units" in result else {line.unit_id for line in held}
    return [line.id for line in held if line.unit_id in wanted]


def _turn_to(desk: Desk, day: date) -> None:
    """Set the office's clock to the morning of a day; the example never runs on the machine's."""
    morning = datetime.combine(day, _MORNING)
    desk.clock = lambda: morning
