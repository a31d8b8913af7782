"""The example office's reform index: last year's, with scores that are said to be invented."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.editing import put_index
from district_desk.desk.reform.index import begin_from_example, index_in_force, tree_of
from district_desk.domain.points import points_of
from district_desk.domain.reform_scores import Score, UnitRating
from district_desk.domain.units import Unit


def enter_scores(desk: Desk, told: Mapping[str, Any]) -> None:
    """Give the year its example index, and every unit of the score its points of each domain, its rating and its rank."""
    begin_from_example(desk, told["year"])
    put_index(desk, replace(index_in_force(desk, told["year"]), title=told["title"], published=told["on"]))
    index = index_in_force(desk, told["year"])
    domains = tree_of(desk.store.reading(), index.id).domains
    with desk.writing("import_scores", subject=str(told["year"])) as writing:
        for line in told["unit"]:
            [unit] = writing.reader.find(Unit, code=line["code"])
            for domain, points in zip(domains, line["points"], strict=True):
                writing.put(Score(domain.id, unit.id, second_points=points_of(points)))
            writing.put(UnitRating(index.id, unit.id, line["rating"], line["rank"]))
        writing.note(count=len(told["unit"]) * len(domains))
