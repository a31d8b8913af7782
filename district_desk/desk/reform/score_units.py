"""The units of a scored year, whatever became of them since."""

from district_desk.desk.office_desk import Desk
from district_desk.domain.units import Unit


def units_of_year(desk: Desk, year: int) -> list[Unit]:
    """Units of today and those that stood in the scored year, in the office's order."""
    units = {each.id: each for each in desk.directory(desk.today()).units}
    units |= {each.id: each for each in desk.store.reading().find(Unit, "position") if _stood(each, year)}
    return sorted(units.values(), key=lambda each: (each.position, each.id))


def _stood(unit: Unit, year: int) -> bool:
    began, ended = unit.valid_from, unit.valid_to
    return (began is None or began.year <= year) and (ended is None or ended.year >= year)
