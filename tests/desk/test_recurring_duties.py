"""Recurring duties on a real office: periods made ahead, never twice, skipped, moved, closed by a report's number."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from district_desk.desk import recurring
from district_desk.desk.assigning import assign_items, edit_item, withdraw
from district_desk.desk.drafting import dated
from district_desk.desk.following_up import Told, close, reassign, recall
from district_desk.desk.keeping import redo, undo, undoable
from district_desk.desk.periods import make_occurrences, planned
from district_desk.desk.registering import register
from district_desk.desk.sentences import done_label, undo_label
from district_desk.domain.assignments import Assignment, Role, State
from district_desk.domain.changes import Entity
from district_desk.domain.directives import Directive, Source
from district_desk.domain.drafts import Draft, DraftItem, DraftLine
from district_desk.domain.due_phrases import read_phrase
from district_desk.domain.items import Item
from district_desk.domain.problems import BadValue, MissingField, NothingToUndo, WrongStep
from district_desk.domain.units import Unit, UnitKind

ISSUED = date(2023, 3, 30)


@pytest.fixture
def communes(desk):
    return [unit.id for unit in desk.store.reading().find(Unit, "position") if unit.kind is UnitKind.COMMUNE][:3]


@pytest.fixture
def give(desk, communes):
    """Give a recurring duty to three communes; the directive's id."""

    def give(phrase, units=None, **lines):
        item = Item(0, "1", "1.", "Báo cáo kết quả", phrase=phrase, rule=read_phrase(phrase, issued=ISSUED).to_text())
        directive = Directive(
            Source.OWN, number="4", symbol="CT-UBND", issued=ISSUED, issuer="UBND huyện", subject="Báo cáo"
        )
        given = tuple(DraftLine(unit, **lines) for unit in units or communes)
        return register(desk, dated(desk, Draft(directive, (DraftItem(1, item, lines=given),)))).directive_id

    return give


def at(desk, day):
    desk.clock = lambda: datetime(day.year, day.month, day.day, 8)


def duties(desk):
    return desk.store.reading().find(Assignment, period="")


def periods(desk):
    return [line for line in desk.store.reading().find(Assignment) if line.period]


def test_every_unit_gets_its_periods_ahead_of_time(desk, give, communes):
    directive_id = give("định kỳ hàng quý, 6 tháng, hàng năm hoặc đột xuất")
    changes = make_occurrences(desk, date(2023, 12, 31))
    made = periods(desk)
    assert done_label(changes) == "Đã lập 9 kỳ báo cáo"
    assert changes.ids(Entity.ASSIGNMENT) == {line.id for line in made}
    assert {line.unit_id for line in made} == set(communes)
    assert {(line.period, line.due) for line in made} == {
        ("2023-H1", date(2023, 6, 15)), ("2023-Q3", date(2023, 9, 15)), ("2023", date(2023, 12, 15)),
    }  # fmt: skip
    assert all(line.directive_id == directive_id and line.given == desk.today() for line in made)


def test_made_for_the_time_ahead_that_the_office_wants(desk, give):
    give("trước ngày 20 hằng tháng")
    make_occurrences(desk)
    assert {line.period for line in periods(desk)} == {"2023-04"}
    at(desk, date(2023, 4, 20))
    assert [each.occurrence.period for each in planned(desk)] == ["2023-05"] * 3


def test_nothing_is_made_twice_and_nothing_to_make_is_no_operation(desk, give):
    give("trước ngày 20 hằng tháng")
    make_occurrences(desk, date(2023, 7, 31))
    before = periods(desk)
    again = make_occurrences(desk, date(2023, 7, 31))
    assert periods(desk) == before
    assert (bool(again), again.journal_id) == (False, 0)


def test_after_undo_and_redo_each_period_is_there_once(desk, give):
    give("trước ngày 20 hằng tháng")
    before = periods(desk)
    make_occurrences(desk, date(2023, 6, 30))
    undo(desk)
    assert periods(desk) == before
    make_occurrences(desk, date(2023, 6, 30))
    with pytest.raises(NothingToUndo):
        redo(desk)
    codes = [(line.unit_id, line.period) for line in periods(desk)]
    assert len(codes) == len(set(codes)) == 9


def test_periods_come_with_the_work_and_go_with_its_undo(desk, give):
    give("trước ngày 20 hằng tháng")
    assert {line.period for line in periods(desk)} == {"2023-04"}
    assert undo_label(undoable(desk)) == "Hoàn tác: vào sổ 4/CT-UBND và giao 3 việc"
    undo(desk)
    assert desk.store.reading().find(Assignment) == []
    redo(desk)
    assert {(line.period, line.unit_id) for line in periods(desk)} == {
        ("2023-04", each.unit_id) for each in duties(desk)
    }


def _open_codes(desk, unit_id):
    ids = [line.id for line in periods(desk) if line.unit_id == unit_id]
    rows = desk.store.reading().assignment_rows(ids, desk.today())
    return sorted(row.assignment.period for row in rows if row.standing.state in (State.RUNNING, State.OVERDUE))


def test_a_duty_that_goes_to_another_unit_takes_the_periods_with_it_that_are_still_to_come(desk, give, communes):
    old, new, _ = communes
    give("trước ngày 20 hằng tháng", [old])
    make_occurrences(desk, date(2023, 6, 30))
    (duty,) = duties(desk)
    april = next(line for line in periods(desk) if line.period == "2023-04")
    close(desk, [april.id], Told(desk.today(), notation="9/BC-UBND"))

    reassign(desk, [duty.id], new, Told(desk.today(), reason="đổi đơn vị", decided_by="Chủ tịch"))
    assert (_open_codes(desk, old), _open_codes(desk, new)) == ([], ["2023-05", "2023-06"])
    assert undo_label(undoable(desk)).startswith("Hoàn tác: chuyển 1 việc")
    at(desk, date(2023, 4, 25))
    assert [each.occurrence.period for each in planned(desk, date(2023, 7, 31))] == ["2023-07"], "April was theirs"

    undo(desk)
    assert (_open_codes(desk, old), _open_codes(desk, new)) == (["2023-05", "2023-06"], [])


def test_the_new_unit_gets_the_periods_that_nobody_had_yet_in_the_same_operation(desk, give, communes):
    old, new, _ = communes
    give("trước ngày 20 hằng tháng", [old])
    (duty,) = duties(desk)
    at(desk, date(2023, 4, 24))
    reassign(desk, [duty.id], new, Told(desk.today(), reason="đổi đơn vị", decided_by="Chủ tịch"))
    assert (_open_codes(desk, old), _open_codes(desk, new)) == (["2023-04"], ["2023-05"])
    undo(desk)
    assert (_open_codes(desk, old), _open_codes(desk, new)) == (["2023-04"], [])


def test_work_that_is_given_later_gets_its_periods_with_it(desk, give, communes):
    give("trước ngày 20 hằng tháng", communes[:1])
    item = desk.store.reading().find(Item)[0]
    changes = assign_items(desk, [item.id], communes[1:], Role.LEAD)
    assert done_label(changes) == "Đã giao 2 việc"
    assert {line.unit_id for line in periods(desk)} == set(communes)
    undo(desk)
    assert {line.unit_id for line in periods(desk)} == set(communes[:1])


def test_a_limit_that_is_corrected_to_a_recurring_one_gets_its_periods(desk, give):
    give("thường xuyên")
    item = desk.store.reading().find(Item)[0]
    phrase = "trước ngày 20 hằng tháng"
    edit_item(desk, replace(item, phrase=phrase, rule=read_phrase(phrase, issued=ISSUED).to_text()))
    assert {line.due for line in periods(desk)} == {date(2023, 4, 19)}


def test_what_fell_due_before_the_duty_was_entered_is_not_made(desk, give):
    at(desk, date(2023, 9, 4))
    directive_id = give("trước ngày 20 hằng tháng")
    given = {line.given for line in duties(desk)}
    at(desk, date(2023, 9, 5))
    make_occurrences(desk)
    assert given == {ISSUED}
    assert {line.period for line in periods(desk)} == {"2023-09"}
    assert all(line.directive_id == directive_id for line in periods(desk))


def test_a_day_that_nobody_plans_for_is_refused(desk, give):
    give("trước ngày 20 hằng tháng")
    with pytest.raises(BadValue):
        make_occurrences(desk, date(2203, 4, 20))


def test_a_unit_whose_duty_was_recalled_may_be_given_it_again(desk, give, communes):
    give("trước ngày 20 hằng tháng", communes[:1])
    (duty,) = duties(desk)
    recall(desk, [duty.id, *(line.id for line in periods(desk))], Told(desk.today(), reason="nhầm"))
    assign_items(desk, [duty.item_id], communes[:1], Role.LEAD)
    again = next(line for line in duties(desk) if line.id != duty.id)
    states = [row.standing.state for row in desk.store.reading().assignment_rows([duty.id, again.id], desk.today())]
    assert states == [State.RECALLED, State.RUNNING_NO_DUE]
    assert [line.period for line in periods(desk)] == ["2023-04"]


def test_a_desk_opened_late_makes_the_same_lines_as_one_opened_every_day(desk, give):
    give("trước ngày 20 hằng tháng")
    at(desk, date(2023, 8, 25))
    make_occurrences(desk)
    late = {(line.period, line.given) for line in periods(desk)}
    undo(desk)
    for days in range(145):
        at(desk, date(2023, 4, 3) + timedelta(days=days))
        make_occurrences(desk)
    assert {(line.period, line.given) for line in periods(desk)} == late
    assert ("2023-06", date(2023, 5, 20)) in late


def test_a_skipped_period_leaves_the_totals_with_its_reason_and_is_not_made_again(desk, give):
    give("trước ngày 20 hằng tháng")
    make_occurrences(desk, date(2023, 5, 31))
    ids = [line.id for line in periods(desk) if line.period == "2023-04"]
    with pytest.raises(MissingField):
        recurring.skip(desk, ids, reason=" ")
    changes = recurring.skip(desk, ids, reason="lồng ghép vào báo cáo quý")
    make_occurrences(desk, date(2023, 5, 31))
    rows = desk.store.reading().assignment_rows(ids, desk.today())
    assert done_label(changes) == "Đã bỏ qua 3 kỳ báo cáo"
    assert {row.standing.state for row in rows} == {State.RECALLED}
    assert len(periods(desk)) == 6
    undo(desk)
    assert {row.standing.state for row in desk.store.reading().assignment_rows(ids, desk.today())} == {State.RUNNING}


def test_a_withdrawn_period_is_not_made_again_either(desk, give):
    give("trước ngày 20 hằng tháng")
    make_occurrences(desk)
    withdraw(desk, [line.id for line in periods(desk)])
    make_occurrences(desk)
    assert len(periods(desk)) == 3


def test_one_period_moves_and_the_others_stay(desk, give):
    give("trước ngày 20 hằng tháng")
    make_occurrences(desk, date(2023, 6, 30))
    first, second = [line for line in periods(desk) if line.period == "2023-05"][:2]
    recurring.move(desk, first.id, date(2023, 5, 12), reason="nghỉ lễ")
    make_occurrences(desk, date(2023, 6, 30))
    kept = desk.store.reading()
    assert (kept.get(Assignment, first.id).due, kept.get(Assignment, first.id).note) == (date(2023, 5, 12), "nghỉ lễ")
    assert kept.get(Assignment, second.id).due == date(2023, 5, 19)
    assert len(periods(desk)) == 9


def test_a_period_whose_day_has_passed_is_not_moved(desk, give):
    give("trước ngày 20 hằng tháng")
    make_occurrences(desk)
    line = periods(desk)[0]
    with pytest.raises(BadValue):
        recurring.move(desk, line.id, date(2023, 4, 1))
    at(desk, date(2023, 4, 21))
    with pytest.raises(BadValue):
        recurring.move(desk, line.id, date(2023, 4, 28))


def test_a_period_closes_with_the_number_of_its_report(desk, give):
    directive_id = give("trước ngày 20 hằng tháng")
    make_occurrences(desk, date(2023, 5, 31))
    at(desk, date(2023, 4, 18))
    line = next(line for line in periods(desk) if line.period == "2023-04")
    with pytest.raises(MissingField):
        recurring.close_periods(desk, [line.id], Told(date(2023, 4, 18)))
    recurring.close_periods(desk, [line.id], Told(date(2023, 4, 18), notation="12/BC-UBND"))
    with pytest.raises(WrongStep):
        recurring.skip(desk, [line.id], reason="đã nộp")
    duty = next(
        each for each in recurring.recurring(desk, directive_id) if each.duty.assignment.unit_id == line.unit_id
    )
    assert [(row.assignment.period, row.standing.state) for row in duty.periods] == [
        ("2023-04", State.DONE_IN_TIME), ("2023-05", State.RUNNING),
    ]  # fmt: skip
    assert duty.duty.standing.state is State.RUNNING_NO_DUE
    assert duty.next.period == "2023-04"


def test_only_periods_are_skipped_moved_and_closed_here(desk, give):
    give("trước ngày 20 hằng tháng")
    duty = desk.store.reading().find(Assignment)[0]
    for refused in (
        lambda: recurring.skip(desk, [duty.id], reason="x"),
        lambda: recurring.move(desk, duty.id, date(2023, 5, 1)),
        lambda: recurring.close_periods(desk, [duty.id], Told(desk.today(), notation="1/BC")),
    ):
        with pytest.raises(BadValue):
            refused()


@pytest.mark.parametrize("phrase", ["Hằng ngày", "đột xuất khi có yêu cầu", "trước ngày 28/4/2023", "thường xuyên"])
def test_what_has_no_periods_gets_none(desk, give, phrase):
    give(phrase)
    make_occurrences(desk, date(2023, 12, 31))
    assert periods(desk) == []


def test_partners_and_readers_owe_no_periods_of_their_own(desk, give):
    give("trước ngày 20 hằng tháng", role=Role.SUPPORT)
    assert planned(desk, date(2023, 12, 31)) == []


def test_a_duty_that_was_recalled_makes_no_more_periods(desk, give):
    give("trước ngày 20 hằng tháng")
    make_occurrences(desk)
    duties = [line.id for line in desk.store.reading().find(Assignment, period="")]
    withdraw(desk, duties)
    at(desk, date(2023, 6, 1))
    assert planned(desk) == []


def test_a_unit_that_has_ended_owes_no_later_periods(desk, give, communes):
    give("trước ngày 20 hằng tháng")
    unit = desk.store.reading().get(Unit, communes[0])
    with desk.writing("put_units") as writing:
        writing.put(
            type(unit)(
                **{name: getattr(unit, name) for name in unit.__dataclass_fields__} | {"valid_to": date(2023, 5, 1)}
            )
        )
    owed = [(each.duty.unit_id, each.occurrence.period) for each in planned(desk, date(2023, 6, 30))]
    assert [period for unit_id, period in owed if unit_id == unit.id] == []
    assert len(owed) == 4


def test_giving_the_item_again_changes_the_duty_and_not_one_of_its_periods(desk, give, communes):
    give("trước ngày 20 hằng tháng")
    make_occurrences(desk)
    before = periods(desk)
    item = desk.store.reading().find(Item)[0]
    assign_items(desk, [item.id], communes[:1], Role.LEAD, person="Nguyễn Văn A")
    assert periods(desk) == before
    assert desk.store.reading().find(Assignment, unit_id=communes[0], period="")[0].person == "Nguyễn Văn A"


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 200), st.booleans()), min_size=1, max_size=6))
def test_however_often_and_far_periods_are_made_each_is_there_once(desk, give, communes, steps):
    give("định kỳ tháng, quý, năm", communes[:1])
    for ahead, takes_back in steps:
        made = make_occurrences(desk, desk.today() + timedelta(days=ahead))
        if takes_back and made:
            undo(desk)
    codes = [(line.item_id, line.unit_id, line.period) for line in periods(desk)]
    assert len(codes) == len(set(codes))


def test_all_duties_of_the_office_are_listed_as_of_any_day(desk, give):
    give("trước ngày 20 hằng tháng")
    give("định kỳ hàng quý")
    make_occurrences(desk, date(2023, 7, 31))
    everything = recurring.recurring(desk)
    assert len(everything) == 6
    assert [len(each.periods) for each in everything] == [4, 4, 4, 1, 1, 1]
    assert recurring.recurring(desk, as_of=date(2023, 4, 2)) == []
