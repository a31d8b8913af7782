"""What an office begins with for the reform index, from resources/reform.toml; all of it is flagged as an example."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from district_desk.desk.shipped import shipped
from district_desk.domain.periodic_reports import CycleStep, PeriodRule, ReportSeries
from district_desk.domain.points import ONE, points_of
from district_desk.domain.reform_index import Criterion, IndexSet, RatingBand
from district_desk.domain.reform_plans import Weakness
from district_desk.domain.reform_triggers import Duty, Trigger
from district_desk.domain.unit_names import key_of
from district_desk.store import Writing


@cache
def _table() -> dict[str, Any]:
    with shipped("resources", "reform.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def domain_keys() -> Mapping[tuple[str, ...], str]:
    """The lasting short name of a domain by the words of each name it is known under."""
    return {
        key_of(name.casefold()): line["key"]
        for line in _table()["domain"]
        for name in (line["name"], line["key"], *line["also"])
    }


def put_seed(writing: Writing) -> None:
    """Triggers, weaknesses, report series and the steps of the year, into an office that has none."""
    for trigger in shipped_triggers():
        writing.put(trigger)
    for position, line in enumerate(_table()["weakness"]):
        writing.put(Weakness(line["text"], line["domain"], position))
    for position, line in enumerate(_table()["series"]):
        series = ReportSeries(line["title"], line["receiver"], line["basis"], is_example=1, position=position)
        kept = writing.put(series)
        for place, period in enumerate(line["period"]):
            writing.put(PeriodRule(kept.id, **period, position=place))
    for position, line in enumerate(_table()["step"]):
        writing.put(CycleStep(**line, is_example=1, position=position))


def shipped_triggers() -> list[Trigger]:
    """T1 to T5 of DOMAIN 5.4."""
    return [_trigger(position, line) for position, line in enumerate(_table()["trigger"])]


def put_example_index(writing: Writing, year: int) -> IndexSet:
    """The example index as that year's, with its criteria and bands, flagged as an example."""
    index = writing.put(IndexSet(year, title=_table()["title"], is_example=1))
    position = 0
    for line in _table()["domain"]:
        domain = Criterion(
            index.id, line["code"], line["name"], line["maximum"] * ONE, key=line["key"], position=position
        )
        parent_id = writing.put(domain).id
        position += 1
        for code, name, maximum, evidence in line["criteria"]:
            leaf = Criterion(index.id, code, name, points_of(maximum), parent_id, evidence=evidence, position=position)
            writing.put(leaf)
            position += 1
    put_example_bands(writing, index.id)
    return index


def put_example_bands(writing: Writing, index_id: int) -> None:
    """The four bands of the responsibility rating with limits that are an example (DOMAIN 5.3)."""
    for position, line in enumerate(_table()["band"]):
        total, each = (_limit(line.get(name)) for name in ("min_total", "min_each"))
        writing.put(RatingBand(index_id, line["name"], position, total, each))


def example_band_names() -> list[str]:
    """The names of those bands, the best first."""
    return [line["name"] for line in _table()["band"]]


def _limit(percent: int | None) -> int | None:
    return None if percent is None else percent * ONE


def _trigger(position: int, line: Mapping[str, Any]) -> Trigger:
    conditions = [
        condition | {"below": points_of(condition["below"])} if "below" in condition else condition
        for condition in line["when"]
    ]
    return Trigger(
        line["code"],
        line["title"],
        Duty(line["duty"]),
        json.dumps(conditions, ensure_ascii=False),
        unit_kinds=json.dumps(line["unit_kinds"]),
        item_words="\n".join(line["item_words"]),
        position=position,
    )
