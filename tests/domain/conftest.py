"""The shipped calendar and the shipped offices as values, read from the files that an office begins with."""

import tomllib
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from district_desk.domain.calendar import CalendarYear, DayKind, DayOff, WorkCalendar
from district_desk.domain.units import Directory, GroupMember, Succession, Unit, UnitGroup, UnitKind

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@cache
def read_toml(name: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / name).read_text("utf-8"))


@cache
def directory_of(profile: str, day: date) -> Directory:
    table = read_toml(f"profiles/{profile}.toml")
    units = tuple(
        Unit(
            line["code"], line["name"], line.get("short_name", ""), UnitKind(line["kind"]),
            line.get("head_title", ""), line.get("symbol", ""), "\n".join(line.get("aliases", ())),
            position=place, valid_from=line.get("valid_from"), valid_to=line.get("valid_to"), id=place + 1,
        )
        for place, line in enumerate(table.get("unit", ()))
    )  # fmt: skip
    ids = {unit.code: unit.id for unit in units}
    groups = tuple(
        UnitGroup(line["code"], line["name"], "\n".join(line.get("aliases", ())), place, id=place + 1)
        for place, line in enumerate(table.get("group", ()))
    )
    codes = {group.code: group.id for group in groups}
    members = tuple(
        GroupMember(codes[line["code"]], ids[code]) for line in table.get("group", ()) for code in line["members"]
    )
    heirs = tuple(
        Succession(ids[line["of"]], ids[line["by"]], line["on"], line.get("part", ""))
        for line in table.get("successor", ())
    )
    return Directory(units, groups, members, heirs, day)


@pytest.fixture
def resources() -> Callable[[str], dict[str, Any]]:
    return read_toml


@pytest.fixture
def shipped_folder() -> Path:
    return RESOURCES


@pytest.fixture
def office_on() -> Callable[[str, date], Directory]:
    return directory_of


@pytest.fixture(scope="session")
def cam_giang() -> Directory:
    return directory_of("cam-giang-2023", date(2023, 4, 3))


@pytest.fixture(scope="session")
def calendar() -> WorkCalendar:
    table = read_toml("days-off.toml")
    return WorkCalendar.of(
        [DayOff(line["day"], DayKind(line["kind"]), line.get("reason", "")) for line in table["day"]],
        [CalendarYear(line["year"], line["confirmed"], line.get("basis", "")) for line in table["year"]],
    )
