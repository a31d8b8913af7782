"""Forms and values that the tests of the printing room share."""

from datetime import date

import pytest
from paper_measures import FORMS

from district_desk.prints.examples import EXAMPLES
from district_desk.prints.forms import load

DAY = date(2023, 4, 1)


@pytest.fixture
def sheet_form():
    return load(FORMS, None, "phieu-giao-nhiem-vu", DAY).form


@pytest.fixture
def sheet():
    return EXAMPLES["phieu-giao-nhiem-vu"]


@pytest.fixture
def slip_form():
    return load(FORMS, None, "phieu-giai-quyet-van-ban-den", DAY).form


@pytest.fixture
def slip():
    return EXAMPLES["phieu-giai-quyet-van-ban-den"]


@pytest.fixture
def register_form():
    return load(FORMS, None, "so-dang-ky-van-ban-den", DAY).form


@pytest.fixture
def book():
    return EXAMPLES["so-dang-ky-van-ban-den"]


@pytest.fixture
def follow_up_form():
    return load(FORMS, None, "so-theo-doi-giai-quyet-van-ban-den", DAY).form


@pytest.fixture
def follow_up_book():
    return EXAMPLES["so-theo-doi-giai-quyet-van-ban-den"]
