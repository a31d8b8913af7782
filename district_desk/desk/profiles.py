"""Shipped profiles: with what an office begins. A profile is data (resources/profiles), and so are the lists that all
offices share: document types, days off, assigning levels where a profile brings none of its own."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from district_desk.desk.dating import shipped_days, shipped_years
from district_desk.desk.reform.seed import put_seed
from district_desk.desk.shipped import shipped
from district_desk.domain.directives import AssigningLevel, DocumentType
from district_desk.domain.office import Office, ProfileInfo, Setting
from district_desk.domain.problems import NotFound
from district_desk.domain.units import GroupMember, Person, Succession, Unit, UnitGroup, UnitKind
from district_desk.store import Writing

_SETTINGS: Final = {field.name for field in fields(Office)}
_LINES: Final = ("aliases",)


def profiles() -> list[ProfileInfo]:
    """The shipped profiles, the empty one last."""
    found = [_info(_read(path)) for path in sorted(shipped("resources", "profiles").glob("*.toml"))]
    return sorted(found, key=lambda info: info.name == "trong")


def profile_named(name: str) -> dict[str, Any]:
    """The tables of a shipped profile.

    Raises:
        NotFound: no profile of that name.
    """
    for path in shipped("resources", "profiles").glob("*.toml"):
        table = _read(path)
        if table["name"] == name:
            return table
    raise NotFound("profile", name)


def write_profile(writing: Writing, profile: Mapping[str, Any]) -> None:
    """Write a profile's settings and lists, and the lists that every office begins with, into an empty office."""
    for key, value in (profile.get("office", {}) | {"profile": profile["name"]}).items():
        if key in _SETTINGS:
            writing.put(Setting(key, json.dumps(value, ensure_ascii=False)))
    _put_units(writing, profile)
    levels = profile.get("assigning_level") or _shared("assigning-levels")["assigning_level"]
    for position, line in enumerate(levels):
        writing.put(AssigningLevel(**_of(AssigningLevel, line), position=position))
    for position, line in enumerate(_shared("document-types")["document_type"]):
        writing.put(DocumentType(**_of(DocumentType, line), position=position))
    for year in shipped_years():
        writing.put(year)
    for day in shipped_days():
        writing.put(day)
    put_seed(writing)


def _put_units(writing: Writing, profile: Mapping[str, Any]) -> None:
    ids: dict[str, int] = {}
    for position, line in enumerate(profile.get("unit", ())):
        values = _of(Unit, line) | {"kind": UnitKind(line.get("kind", "room")), "position": position}
        ids[line["code"]] = writing.put(Unit(**values)).id
    for position, line in enumerate(profile.get("group", ())):
        group = writing.put(UnitGroup(**_of(UnitGroup, line), position=position))
        for code in line["members"]:
            writing.put(GroupMember(group.id, ids[code]))
    for line in profile.get("successor", ()):
        writing.put(Succession(ids[line["of"]], ids[line["by"]], line["on"], line.get("part", "")))
    for position, line in enumerate(profile.get("person", ())):
        unit_id = ids.get(line.get("unit", ""))
        writing.put(Person(**_of(Person, line), unit_id=unit_id, position=position))


def _of(kind: type[Any], line: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of a line that are fields of the record; lists become texts of several lines."""
    names = {field.name for field in fields(kind)}
    return {
        key: "\n".join(value) if key in _LINES else value
        for key, value in line.items()
        if key in names and key not in ("unit_id", "position")
    }


def _info(table: Mapping[str, Any]) -> ProfileInfo:
    return ProfileInfo(table["name"], table["title"], table.get("note", ""))


def _shared(name: str) -> dict[str, Any]:
    return _read(shipped("resources", f"{name}.toml"))


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)
