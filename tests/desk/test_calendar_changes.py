"""The calendar as the office keeps it: years proposed and confirmed, changes shown before they move a deadline."""

from dataclasses import replace
from datetime import date

import pytest

from district_desk.desk import calendaring
from district_desk.desk.answers import assignments, due
from district_desk.desk.calendaring import PROPOSED
from district_desk.desk.drafting import dated
from district_desk.desk.following_up import Told, close, grant_extension
from district_desk.desk.keeping import undo
from district_desk.desk.registering import register
from district_desk.desk.sentences import done_label, sentence_of
from district_desk.domain.assignments import Assignment
from district_desk.domain.calendar import CalendarYear, DayKind, DayOff
from district_desk.domain.directives import Directive, Source
from district_desk.domain.drafts import Draft, DraftItem, DraftLine
from district_desk.domain.due_phrases import read_phrase
from district_desk.domain.items import Item
from district_desk.domain.problems import BadValue, MissingField
from district_desk.domain.units import Unit, UnitKind

EXTRA = DayOff(date(2023, 4, 14), DayKind.OFF, "nghỉ đột xuất")


@pytest.fixture
def communes(desk):
    return [unit.id for unit in desk.store.reading().find(Unit, "position") if unit.kind is UnitKind.COMMUNE][:2]


@pytest.fixture
def given(desk, communes):
    """A received directive of 03/4/2023 whose items have these limits, each given to two communes; its items."""

    def given(*phrases, source=Source.RECEIVED):
        arrived = desk.today() if source is Source.RECEIVED else None
        directive = Directive(
            source, arrival_year=arrived and 2023, arrived=arrived, number="7", symbol="CV", issued=date(2023, 4, 3),
            issuer="UBND tỉnh", subject="Vệ sinh môi trường",
        )  # fmt: skip
        items = tuple(
            DraftItem(
                place,
                Item(
                    0,
                    str(place),
                    text=f"Việc {place}",
                    phrase=phrase,
                    rule=read_phrase(phrase, issued=directive.issued).to_text(),
                ),
                lines=tuple(DraftLine(unit) for unit in communes),
            )
            for place, phrase in enumerate(phrases, 1)
        )
        done = register(desk, dated(desk, Draft(directive, items)))
        return desk.store.reading().find(Item, "position", directive_id=done.directive_id)

    return given


def lines_of(desk, item):
    return desk.store.reading().find(Assignment, item_id=item.id)


def test_a_year_that_is_not_announced_is_proposed_by_law_and_moon(desk):
    proposal = calendaring.propose_year(desk, 2027)
    days = [f"{day.day:%d/%m}" for day in proposal.days if day.kind is DayKind.OFF]
    assert days == [
        "01/01", "04/02", "05/02", "08/02", "09/02", "10/02", "16/04", "30/04", "03/05", "02/09", "03/09", "24/11",
    ]  # fmt: skip
    assert all(day.reason for day in proposal.days)
    assert proposal.basis == PROPOSED


@pytest.mark.parametrize("year", [2029, 2030])
def test_no_day_in_lieu_of_the_day_of_culture_is_proposed(desk, year):
    assert [day for day in calendaring.propose_year(desk, year).days if day.day.month == 11] == []


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_a_year_that_the_shipped_table_knows_is_never_proposed(desk, year):
    with pytest.raises(BadValue) as refused:
        calendaring.propose_year(desk, year)
    assert sentence_of(refused.value).startswith(f"Lịch nghỉ năm {year} đã có thông báo")


def test_a_year_out_of_reach_is_refused(desk):
    with pytest.raises(BadValue):
        calendaring.propose_year(desk, 1899)


def test_proposed_days_count_and_stay_expected_until_the_clerk_confirms(desk):
    changes = calendaring.accept_proposal(desk, calendaring.propose_year(desk, 2027))
    assert not desk.calendar.is_working(date(2027, 2, 8))
    assert not desk.calendar.knows(date(2027, 2, 8))
    year = desk.store.reading().find(CalendarYear, year=2027)
    assert [(each.confirmed, each.basis) for each in year] == [(0, PROPOSED)]
    assert done_label(changes).startswith("Đã sửa lịch nghỉ 01/01/2027 và 11 ngày khác")
    with pytest.raises(MissingField):
        calendaring.confirm_year(desk, 2027, " ")
    calendaring.confirm_year(desk, 2027, "123/TB-BNV")
    assert desk.calendar.knows(date(2027, 2, 8))
    with pytest.raises(BadValue):
        calendaring.propose_year(desk, 2027)
    undo(desk)
    undo(desk)
    assert desk.calendar.is_working(date(2027, 2, 8))


def test_lists_say_where_a_deadline_lies_in_a_year_that_is_not_announced(desk, given):
    given("trước ngày 10/02/2027", "trước ngày 20/4/2023")
    told = {line["due"]: line["calendar_confirmed"] for line in due(desk, desk.today()) if line["due"]}
    assert told[date(2027, 2, 9).isoformat()] is False
    assert told[date(2023, 4, 19).isoformat()] is True
    rows = assignments(desk, desk.today())
    assert {row["due"]: row["calendar_confirmed"] for row in rows} == {"2027-02-09": False, "2023-04-19": True}


def test_a_change_shows_what_it_would_move_and_writes_nothing(desk, given):
    counted, fixed, days = given("trong thời hạn 10 ngày làm việc", "trước ngày 20/4/2023", "trong thời hạn 11 ngày")
    moved = calendaring.preview_calendar_change(desk, [EXTRA])
    assert [(each.item_id, each.old, each.new) for each in moved] == [
        (days.id, date(2023, 4, 14), date(2023, 4, 17)), (counted.id, date(2023, 4, 17), date(2023, 4, 18)),
    ]  # fmt: skip
    assert [len(each.units) for each in moved] == [2, 2]
    assert (moved[1].old_internal, moved[1].new_internal) == (date(2023, 4, 13), date(2023, 4, 13))
    assert desk.store.reading().get(Item, fixed.id) == fixed
    assert desk.calendar.is_working(EXTRA.day)


def test_only_what_the_clerk_chose_moves_in_one_operation_with_one_undo(desk, given):
    counted, days = given("trong thời hạn 10 ngày làm việc", "trong thời hạn 11 ngày")
    moved = calendaring.preview_calendar_change(desk, [EXTRA])
    changes = calendaring.change_calendar(desk, [EXTRA], moving=[each for each in moved if each.item_id == counted.id])
    reader = desk.store.reading()
    assert done_label(changes) == "Đã sửa lịch nghỉ 14/04/2023, dời 1 hạn"
    assert reader.get(Item, counted.id).due == date(2023, 4, 18)
    assert {line.due for line in lines_of(desk, counted)} == {date(2023, 4, 18)}
    assert {line.due for line in lines_of(desk, days)} == {date(2023, 4, 14)}
    assert not desk.calendar.is_working(EXTRA.day)
    undo(desk)
    assert {line.due for line in lines_of(desk, counted)} == {date(2023, 4, 17)}
    assert desk.calendar.is_working(EXTRA.day)


def test_a_day_taken_away_moves_deadlines_back(desk, given):
    (item,) = given("trong thời hạn 20 ngày làm việc")
    holiday = desk.store.reading().find(DayOff, day=date(2023, 5, 3))
    (moved,) = calendaring.preview_calendar_change(desk, [], dropping=holiday)
    assert (moved.old, moved.new) == (date(2023, 5, 4), date(2023, 5, 3))
    calendaring.change_calendar(desk, [], dropping=holiday, moving=[moved])
    assert {line.due for line in lines_of(desk, item)} == {date(2023, 5, 3)}


def test_what_was_done_extended_or_set_by_hand_stays_as_it_is(desk, given):
    (item,) = given("trong thời hạn 10 ngày làm việc")
    first, second = lines_of(desk, item)
    close(desk, [first.id], Told(desk.today(), notation="1/BC-UBND"))
    grant_extension(desk, [second.id], Told(desk.today(), decided_by="Chủ tịch"), new_due=date(2023, 5, 10))
    assert calendaring.preview_calendar_change(desk, [EXTRA]) == []
    (other,) = given("trong thời hạn 10 ngày làm việc", source=Source.OWN)
    with desk.writing("edit_item") as writing:
        writing.put(replace(other, due=date(2023, 4, 21)))
        for line in lines_of(desk, other):
            writing.put(replace(line, due=date(2023, 4, 21)))
    assert calendaring.preview_calendar_change(desk, [EXTRA]) == []


def test_a_line_with_words_of_its_own_moves_by_them(desk, given):
    (item,) = given("trước ngày 20/4/2023")
    line = lines_of(desk, item)[0]
    with desk.writing("edit_assignment") as writing:
        writing.put(replace(line, phrase="trong thời hạn 10 ngày làm việc", due=date(2023, 4, 17)))
    (moved,) = calendaring.preview_calendar_change(desk, [EXTRA])
    assert (moved.assignment_ids, moved.new) == ((line.id,), date(2023, 4, 18))


def test_a_deadline_that_changed_after_the_preview_stops_the_whole_change(desk, given):
    (item,) = given("trong thời hạn 10 ngày làm việc")
    moved = calendaring.preview_calendar_change(desk, [EXTRA])
    with desk.writing("edit_item") as writing:
        writing.put(replace(item, due=date(2023, 4, 25)))
        for line in lines_of(desk, item):
            writing.put(replace(line, due=date(2023, 4, 25)))
    with pytest.raises(BadValue):
        calendaring.change_calendar(desk, [EXTRA], moving=moved)
    assert desk.calendar.is_working(EXTRA.day)


def test_a_working_saturday_must_be_one(desk):
    with pytest.raises(BadValue):
        calendaring.change_calendar(desk, [DayOff(date(2023, 4, 12), DayKind.WORKED)])
