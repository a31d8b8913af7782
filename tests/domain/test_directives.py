"""A record of the register: what it owes, and by when it must be passed on."""

from dataclasses import replace
from datetime import date

import pytest

from district_desk.domain.directives import Directive, Source, Urgency, missing, pass_on_by

COMPLETE = Directive(
    number="04", symbol="CT-UBND", issued=date(2023, 3, 30), issuer="UBND huyện Cẩm Giàng", type_code="CT",
    subject="tăng cường cải cách hành chính",
)  # fmt: skip


def test_a_complete_record_owes_nothing():
    assert missing(COMPLETE) == ()


@pytest.mark.parametrize("field", ["number", "symbol", "issuer", "subject", "type_code"])
def test_a_blank_field_is_owed(field):
    assert missing(replace(COMPLETE, **{field: ""})) == (field,)


def test_a_document_without_number_and_date_owes_both_in_the_order_of_the_form():
    assert missing(replace(COMPLETE, number="", issued=None)) == ("number", "issued")


@pytest.mark.parametrize("source", [Source.SPOKEN, Source.MEETING])
def test_a_spoken_order_owes_no_number_no_symbol_and_no_type(source):
    spoken = Directive(source, issuer="Chủ tịch UBND huyện", subject="kiểm tra ngập úng")
    assert missing(spoken) == ("issued",)


def test_a_file_kept_for_reference_owes_nothing():
    assert missing(Directive(reference_only=1)) == ()


@pytest.mark.parametrize(
    ("arrived", "by"),
    [
        (date(2024, 6, 7), date(2024, 6, 10)),  # Friday
        (date(2023, 4, 28), date(2023, 5, 4)),  # before the holidays of 30 April
        (date(2025, 4, 25), date(2025, 4, 26)),  # the Saturday is worked
        (date(2023, 4, 5), date(2023, 4, 6)),
    ],
)
def test_a_document_is_passed_on_at_the_latest_the_next_working_day(calendar, arrived, by):
    assert pass_on_by(Directive(arrived=arrived), calendar) == by


@pytest.mark.parametrize("urgency", [Urgency.URGENT, Urgency.VERY_URGENT, Urgency.EXPRESS])
def test_an_urgent_one_is_passed_on_the_same_day(calendar, urgency):
    assert pass_on_by(Directive(arrived=date(2024, 6, 7), urgency=urgency), calendar) == date(2024, 6, 7)


@pytest.mark.parametrize("source", [Source.OWN, Source.SPOKEN, Source.MEETING])
def test_what_did_not_arrive_is_not_passed_on(calendar, source):
    assert pass_on_by(Directive(source, arrived=date(2024, 6, 7)), calendar) is None


def test_a_document_whose_arrival_is_unknown_has_no_limit(calendar):
    assert pass_on_by(Directive(), calendar) is None


@pytest.mark.parametrize(
    ("number", "suffix", "printed"), [(411, "", "411"), (411, "a", "411a"), (None, "", ""), (None, "a", "")]
)
def test_the_arrival_number_prints_with_its_letter(number, suffix, printed):
    assert Directive(arrival_number=number, arrival_suffix=suffix).arrival == printed


def test_number_and_symbol_are_one_notation():
    assert str(COMPLETE.notation) == "04/CT-UBND"
    assert str(replace(COMPLETE, number="37", symbol="CT/TU").notation) == "37-CT/TU"
