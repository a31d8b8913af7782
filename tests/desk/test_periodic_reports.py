"""Periodic reports of a year: who owes which, what came in time, late, merged or not at all, and who is reminded."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from district_desk.desk.keeping import undo
from district_desk.desk.reform import periodic_reports as reports
from district_desk.desk.reform.report_matrix import matrix, missing_units
from district_desk.desk.reform.report_series import (
    PeriodKey,
    drop_series,
    keep_period,
    keep_series,
    kinds_of,
    kinds_text,
    make_year,
    periods_of,
    rules_of,
    series_list,
)
from district_desk.desk.sentences import done_label, sentence_of
from district_desk.domain.changes import Entity
from district_desk.domain.periodic_reports import (
    PeriodRule,
    ReportPeriod,
    ReportSeries,
    ReportState,
    Submission,
)
from district_desk.domain.problems import BadValue, InUse, MissingField, NotFound, WrongReceipt
from district_desk.domain.units import Unit, UnitKind

YEAR = 2023


@pytest.fixture(autouse=True)
def in_march(desk):
    """The day after the Ministry's own, on which every unit is late."""
    desk.clock = lambda: datetime(2023, 3, 21, 8)


@pytest.fixture
def series(desk):
    return series_list(desk)[0]


@pytest.fixture
def communes(desk):
    found = desk.store.reading().find(Unit, "position")
    return [unit for unit in found if unit.kind is UnitKind.COMMUNE and unit.is_valid(date(2023, 3, 21))]


def key(series, name="Quý I", year=YEAR):
    return PeriodKey(series.id, year, name)


def note(desk, series, unit, **told):
    return reports.note_submissions(desk, key(series), [unit.id], reports.Receipt(**told))


def cell(desk, series, unit, name="Quý I", as_of=None):
    return matrix(desk, series.id, YEAR, as_of=as_of).cells[unit.id, name]


def test_a_new_office_has_four_reports_a_year_flagged_as_an_example(desk, series):
    periods = periods_of(desk.store.reading(), series.id, YEAR)
    assert [period.name for period in periods] == ["Quý I", "6 tháng", "Quý III", "Năm"]
    first = periods[0]
    assert (first.first, first.last, first.upper_due) == (date(2022, 12, 15), date(2023, 3, 14), date(2023, 3, 20))
    assert series.is_example
    assert not desk.store.reading().find(ReportPeriod)


# -- series and periods -------------------------------------------------------------------------------------


def test_a_year_is_made_once_and_a_moved_period_stays_moved(desk, series):
    assert done_label(make_year(desk, series.id, YEAR)).startswith("Đã lập 4 kỳ của Báo cáo công tác")
    second = periods_of(desk.store.reading(), series.id, YEAR)[1]
    keep_period(desk, replace(second, unit_due=date(2023, 6, 15)))
    assert not make_year(desk, series.id, YEAR)
    assert periods_of(desk.store.reading(), series.id, YEAR)[1].unit_due == date(2023, 6, 15)
    assert periods_of(desk.store.reading(), series.id, YEAR + 1)[1].unit_due == date(2024, 6, 16)


def test_a_period_that_was_not_made_yet_is_made_when_it_is_moved(desk, series):
    first = periods_of(desk.store.reading(), series.id, YEAR)[0]
    assert first.id == 0
    keep_period(desk, replace(first, unit_due=date(2023, 3, 10), last=date(2023, 3, 9)))
    kept = periods_of(desk.store.reading(), series.id, YEAR)
    assert (kept[0].unit_due, len(kept), all(each.id for each in kept)) == (date(2023, 3, 10), 4, True)


def test_a_series_that_is_edited_is_an_example_no_longer(desk, series):
    keep_series(desk, replace(series, title="Báo cáo CCHC"), rules_of(desk, series.id)[:2])
    kept = series_list(desk)[0]
    assert (kept.title, kept.is_example) == ("Báo cáo CCHC", 0)
    assert [rule.name for rule in rules_of(desk, series.id)] == ["Quý I", "6 tháng"]


def test_a_new_series_has_its_own_units_and_periods(desk):
    kinds = kinds_text({UnitKind.TOWNSHIP, UnitKind.COMMUNE})
    keep_series(desk, ReportSeries("Báo cáo tuần", unit_kinds=kinds), [PeriodRule(0, "Tháng 1", last="01-31")])
    made = series_list(desk)[-1]
    assert kinds_of(made) == {UnitKind.COMMUNE, UnitKind.TOWNSHIP}
    rows = matrix(desk, made.id, YEAR).units
    assert {unit.kind for unit in rows if unit.code != desk.office.bureau_unit} == kinds_of(made)


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"unit_due": "13-45"}, "period_day", "không phải là một ngày trong năm"),
        ({"unit_due": "03-10"}, "period_order", "chưa theo thứ tự"),
        ({"name": "6 tháng"}, "period_name", "bị lặp"),
    ],
)
def test_a_wrong_period_is_refused_with_a_sentence_and_nothing_is_written(desk, series, changed, field, sentence):
    rules = rules_of(desk, series.id)
    with pytest.raises(BadValue) as refused:
        keep_series(desk, series, [replace(rules[0], **changed), *rules[1:]])
    assert refused.value.field == field
    assert sentence in sentence_of(refused.value)
    assert rules_of(desk, series.id) == rules
    assert series_list(desk)[0].is_example


@pytest.mark.parametrize(
    ("series_told", "rules"), [({"title": " "}, True), ({"unit_kinds": "[]"}, True), ({"title": "Báo cáo"}, False)]
)
def test_a_series_needs_a_title_units_and_a_period(desk, series, series_told, rules):
    with pytest.raises(MissingField):
        keep_series(desk, replace(series, **series_told), rules_of(desk, series.id) if rules else [])


def test_a_series_of_which_something_was_noted_is_not_dropped(desk, series, communes):
    note(desk, series, communes[0], received=date(2023, 3, 15))
    with pytest.raises(InUse):
        drop_series(desk, series.id)
    reports.forget_submissions(desk, [(key(series), communes[0].id)])
    drop_series(desk, series.id)
    assert not series_list(desk)
    undo(desk)
    assert series_list(desk)[0].title == series.title


# -- the matrix ---------------------------------------------------------------------------------------------


def test_the_matrix_tells_in_time_late_merged_excused_missing_and_not_due(desk, series, communes):
    a, b, c, d, e = communes[:5]
    note(desk, series, a, received=date(2023, 3, 16), notation="12/BC-UBND")
    note(desk, series, b, received=date(2023, 3, 19))
    note(desk, series, c, merged_into="Báo cáo kinh tế - xã hội quý I", received=date(2023, 3, 15))
    note(desk, series, d, excused="Mới thành lập")
    told = [(each.state, each.days_late) for each in (cell(desk, series, unit) for unit in (a, b, c, d, e))]
    assert told == [
        (ReportState.IN_TIME, 0), (ReportState.LATE, 3), (ReportState.MERGED, 0), (ReportState.EXCUSED, 0),
        (ReportState.MISSING, 5),
    ]  # fmt: skip
    assert cell(desk, series, a, "6 tháng").state is ReportState.NOT_DUE
    assert cell(desk, series, a).submission.notation == "12/BC-UBND"


def test_as_of_an_earlier_day_what_came_later_is_not_known(desk, series, communes):
    note(desk, series, communes[0], received=date(2023, 3, 19))
    assert cell(desk, series, communes[0], as_of=date(2023, 3, 16)).state is ReportState.NOT_DUE
    earlier = cell(desk, series, communes[0], as_of=date(2023, 3, 18))
    assert (earlier.state, earlier.days_late) == (ReportState.MISSING, 2)
    assert len(missing_units(desk, key(series), as_of=date(2023, 3, 18))) == 1 + len(missing_units(desk, key(series)))


def test_a_due_day_off_shows_the_last_working_day_and_stays_where_it_is(desk, series, communes):
    late = cell(desk, series, communes[0], "Năm")
    assert (late.due, late.last_working) == (date(2023, 12, 16), date(2023, 12, 15))


def test_only_units_of_the_kinds_that_exist_on_the_due_day_owe_it(desk, series, communes):
    with desk.writing("put_units") as writing:
        writing.put(replace(communes[0], valid_to=date(2023, 5, 31)))
    shown = matrix(desk, series.id, YEAR)
    assert (communes[0].id, "Quý I") in shown.cells
    assert (communes[0].id, "6 tháng") not in shown.cells
    assert UnitKind.LEADERSHIP not in {unit.kind for unit in shown.units}
    with pytest.raises(BadValue):
        reports.note_submissions(
            desk, key(series, "6 tháng"), [communes[0].id], reports.Receipt(excused="Đã giải thể")
        )  # fmt: skip


def test_our_own_report_is_owed_to_the_level_above_by_its_own_day(desk, series):
    shown = matrix(desk, series.id, YEAR)
    own = shown.own("Quý I")
    assert own.unit.code == desk.office.bureau_unit
    assert (own.due, own.state, own.days_late) == (date(2023, 3, 20), ReportState.MISSING, 1)
    assert own not in shown.of_period("Quý I")
    note(desk, series, own.unit, received=date(2023, 3, 20), notation="45/BC-UBND")
    assert matrix(desk, series.id, YEAR).own("Quý I").state is ReportState.IN_TIME


# -- noting -------------------------------------------------------------------------------------------------


def test_many_units_are_noted_in_one_operation_and_taken_back_together(desk, series, communes):
    done = reports.note_submissions(
        desk, key(series), [unit.id for unit in communes], reports.Receipt(received=date(2023, 3, 14))
    )
    assert done_label(done.changes) == f"Đã ghi nộp báo cáo Quý I năm 2023 của {len(communes)} đơn vị"
    assert len(done.changes.ids(Entity.SUBMISSION)) == len(communes)
    undo(desk)
    assert not desk.store.reading().find(Submission)
    assert not desk.store.reading().find(ReportPeriod)


@pytest.mark.parametrize(
    ("day", "words"), [(date(2023, 3, 22), "chưa tới"), (date(2022, 12, 14), "trước ngày đầu kỳ (15/12/2022)")]
)
def test_a_report_comes_neither_in_the_future_nor_before_its_period(desk, series, communes, day, words):
    with pytest.raises(WrongReceipt) as refused:
        note(desk, series, communes[0], received=day)
    assert words in sentence_of(refused.value)
    assert not desk.store.reading().find(ReportPeriod)


def test_a_receipt_says_something_and_an_unknown_period_is_named(desk, series, communes):
    with pytest.raises(MissingField):
        note(desk, series, communes[0], notation="12/BC-UBND")
    with pytest.raises(NotFound) as missing:
        reports.note_submissions(desk, key(series, "Quý V"), [communes[0].id], reports.Receipt(excused="x"))
    assert "Quý V" in sentence_of(missing.value)


def test_an_excuse_takes_the_place_of_what_was_noted(desk, series, communes):
    note(desk, series, communes[0], received=date(2023, 3, 15), notation="12/BC-UBND")
    note(desk, series, communes[0], received=date(2023, 3, 15), excused="Ghi nhầm")
    kept = cell(desk, series, communes[0]).submission
    assert (kept.excused, kept.received, kept.notation) == ("Ghi nhầm", None, "")


# -- reminding ----------------------------------------------------------------------------------------------


def test_a_reminder_is_counted_and_told_to_each_unit_that_has_not_sent(desk, series, communes):
    sent, silent = communes[:2]
    note(desk, series, sent, received=date(2023, 3, 15))
    places = [(key(series), unit.id) for unit in (sent, silent)]
    reports.remind_reports(desk, places, on=date(2023, 3, 20))
    done = reports.remind_reports(desk, places, on=desk.today())
    [message] = done.messages
    assert message.unit == silent.name
    assert "kỳ Quý I năm 2023 (hạn 16/03/2023, quá hạn 5 ngày; gửi qua Phòng Nội vụ; đôn đốc lần 2)" in message.text
    kept = cell(desk, series, silent)
    assert (kept.submission.reminded, kept.submission.reminded_on) == (2, date(2023, 3, 21))
    assert kept.state is ReportState.MISSING


def test_nobody_is_reminded_of_what_came_nor_on_a_day_to_come(desk, series, communes):
    note(desk, series, communes[0], received=date(2023, 3, 15))
    with pytest.raises(BadValue, match="reminded"):
        reports.remind_reports(desk, [(key(series), communes[0].id)], on=desk.today())
    with pytest.raises(BadValue, match="day"):
        reports.remind_reports(desk, [(key(series), communes[1].id)], on=date(2023, 3, 22))


def test_what_was_noted_is_taken_back_and_its_reminders_stay_counted(desk, series, communes):
    place = (key(series), communes[0].id)
    reports.remind_reports(desk, [place], on=desk.today())
    note(desk, series, communes[0], received=date(2023, 3, 21))
    reports.forget_submissions(desk, [place])
    kept = cell(desk, series, communes[0])
    assert (kept.state, kept.submission.reminded) == (ReportState.MISSING, 1)
