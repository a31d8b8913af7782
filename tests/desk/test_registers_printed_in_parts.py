"""In sổ goes on where it stopped, and the check of the year's numbers is a page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from district_desk.desk import Desk
from district_desk.desk.book_checks import number_check
from district_desk.desk.book_memory import printed_up_to, remember_printed
from district_desk.desk.keeping import check, undo
from district_desk.desk.operation_words import label_of
from district_desk.desk.printing import FOLLOW_UP, NUMBER_CHECK, REGISTER, SHEETS, Order, print_form
from district_desk.desk.registering import empty_draft, pass_on, put_in_bin, register
from district_desk.domain.directives import Source
from district_desk.domain.number_papers import NumberFault

DAY = date(2023, 4, 3)


@pytest.fixture
def received(desk: Desk) -> Callable[[int, date], int]:
    """Enter a document with that number and day of arrival; its id."""

    def enter(number: int, arrived: date) -> int:
        draft = empty_draft(desk, Source.RECEIVED)
        return register(
            desk, replace(draft, directive=replace(draft.directive, arrival_number=number, arrived=arrived, subject="việc"))
        ).directive_id  # fmt: skip

    return enter


def test_the_last_number_that_was_printed_is_kept_for_each_register_and_year(
    desk: Desk, received: Callable[[int, date], int]
):
    for number in (1, 2, 3):
        received(number, DAY)
    assert printed_up_to(desk, REGISTER, 2023) == 0
    changes = remember_printed(desk, Order(REGISTER, year=2023, numbers=(1, 2)))
    assert changes is not None
    assert "đến số 2" in label_of(changes)
    assert (printed_up_to(desk, REGISTER, 2023), printed_up_to(desk, FOLLOW_UP, 2023)) == (2, 0)
    assert printed_up_to(desk, REGISTER, 2022) == 0
    assert remember_printed(desk, Order(REGISTER, year=2023, numbers=(1, 1))) is None, (
        "an earlier part takes nothing back"
    )
    remember_printed(desk, Order(REGISTER, year=2023))
    assert printed_up_to(desk, REGISTER, 2023) == 3
    undo(desk)
    assert printed_up_to(desk, REGISTER, 2023) == 2
    assert check(desk) == []
    assert desk.office.body, "what is remembered does not disturb the settings"


@pytest.mark.parametrize(
    "order", [Order(REGISTER, year=2023), Order(SHEETS, directive_id=1), Order(FOLLOW_UP, directive_id=1)]
)
def test_nothing_is_remembered_of_an_empty_register_or_of_one_document(desk: Desk, order: Order):
    assert remember_printed(desk, order) is None


def test_the_check_lists_gaps_wrong_order_and_what_was_not_passed_on(desk: Desk, received: Callable[[int, date], int]):
    first, _, third = received(1, DAY), received(4, DAY), received(5, date(2023, 3, 31))
    pass_on(desk, [first], DAY)
    found = number_check(desk, 2023, as_of=DAY)
    assert (found.count, found.first_number, found.last_number) == (3, "1", "5")
    told = [(line.fault, line.arrival) for line in found.lines]
    assert told == [
        (NumberFault.GAP, "2 đến 3"),
        (NumberFault.OUT_OF_ORDER, "5"),
        (NumberFault.NOT_PASSED_ON, "4"),
        (NumberFault.NOT_PASSED_ON, "5"),
    ]
    assert found.lines[-1].pass_on_by == date(2023, 4, 3), "Friday's document is passed on by Monday"
    put_in_bin(desk, [third])
    assert (NumberFault.NOT_PASSED_ON, "5") not in [
        (line.fault, line.arrival) for line in number_check(desk, 2023, as_of=DAY).lines
    ]


def test_the_check_is_printed_also_when_nothing_is_wrong(
    desk: Desk, received: Callable[[int, date], int], tmp_path: Path
):
    pass_on(desk, [received(1, DAY)], DAY)
    (path,) = print_form(desk, NUMBER_CHECK, tmp_path / "a.pdf", year=2023)
    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "KIỂM TRA SỐ ĐẾN" in text
    assert "có 01 văn bản, từ số 1 đến số 1" in text
    assert text.count("Không có.") == len(NumberFault)
    empty = number_check(desk, 2022, as_of=DAY)
    assert (empty.count, empty.lines) == (0, ())
