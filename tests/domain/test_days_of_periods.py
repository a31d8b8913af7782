"""The days that the rules of periodic reports name in a year."""

from datetime import date

import pytest

from district_desk.domain.periodic_reports import day_of_year


@pytest.mark.parametrize(
    ("written", "year", "day"),
    [
        ("03-20", 2023, date(2023, 3, 20)),
        ("-12-15", 2023, date(2022, 12, 15)),
        ("+01-05", 2023, date(2024, 1, 5)),
        ("02-29", 2024, date(2024, 2, 29)),
        ("02-29", 2023, date(2023, 2, 28)),
    ],
)
def test_a_rule_names_a_day_of_its_year_the_one_before_or_the_one_after(written, year, day):
    assert day_of_year(written, year) == day


@pytest.mark.parametrize("written", ["13-01", "00-10", "02-30", "04-31", "3-20", "20/3", "", "--12-15", "12-15 "])
def test_what_names_no_day_of_a_year_is_refused(written):
    with pytest.raises(ValueError) as refused:
        day_of_year(written, 2023)
    assert refused.value.args == (written,)
