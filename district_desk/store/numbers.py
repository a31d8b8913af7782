"""Arrival numbers and years of the register."""

from district_desk.store.connections import Asking


def last_arrival_number(ask: Asking, year: int) -> int | None:
    """The highest arrival number given in a year, the bin included; None where there is none."""
    last: int | None = ask.value("SELECT max(arrival_number) FROM directive WHERE arrival_year = ?", (year,))
    return last


def arrival_numbers(ask: Asking, year: int) -> list[tuple[int, str, int]]:
    """All of a year's arrival numbers in order, the bin included: number, suffix, directive id."""
    sql = (
        "SELECT arrival_number, arrival_suffix, id FROM directive WHERE arrival_year = ? AND arrival_number IS NOT NULL"
        " ORDER BY arrival_number, arrival_suffix, id"
    )
    return ask.rows(sql, (year,))


def years(ask: Asking) -> list[int]:
    """The years that the register knows, newest first, found by hops along the index."""
    found: list[int] = []
    year = ask.value("SELECT max(year) FROM register_line WHERE shelf = 0")
    while year:
        found.append(year)
        year = ask.value("SELECT max(year) FROM register_line WHERE shelf = 0 AND year < ?", (year,))
    return found


def arrival_doubles(ask: Asking) -> list[tuple[int, int, str, int]]:
    """Arrival numbers given more than once: year, number, suffix, how often."""
    sql = (
        "SELECT arrival_year, arrival_number, arrival_suffix, count(*) FROM directive"
        " WHERE arrival_number IS NOT NULL AND binned_on IS NULL"
        " GROUP BY arrival_year, arrival_number, arrival_suffix HAVING count(*) > 1"
    )
    return ask.rows(sql)
