"""What periodic reports and the reform year ask for on a day."""

from dataclasses import replace
from datetime import date, datetime

from district_desk.desk.reform.due import reform_due
from district_desk.desk.reform.periodic_reports import Receipt, note_submissions
from district_desk.desk.reform.report_matrix import matrix
from district_desk.desk.reform.report_series import PeriodKey, keep_series, rules_of, series_list
from district_desk.desk.reform.year import keep_steps, tick_step, year_steps
from district_desk.domain.periodic_reports import CycleStep


def test_examples_ask_for_nothing(desk):
    assert reform_due(desk, date(2023, 6, 20)) == []


def test_a_report_is_told_from_the_day_it_is_near_until_everybody_has_sent(desk):
    series = series_list(desk)[0]
    keep_series(desk, series, rules_of(desk, series.id))
    assert reform_due(desk, date(2023, 6, 5)) == []
    desk.clock = lambda: datetime(2023, 6, 15, 8)
    units, own = reform_due(desk, desk.today())
    number = len(matrix(desk, series.id, 2023).of_period("6 tháng"))
    assert (units.due, units.what) == (date(2023, 6, 16), f"{series.title}, 6 tháng năm 2023: {number} đơn vị chưa nộp")
    assert own.what.endswith("ta chưa gửi cấp trên")
    everybody = [unit.id for unit in matrix(desk, series.id, 2023).units]
    note_submissions(desk, PeriodKey(series.id, 2023, "6 tháng"), everybody, Receipt(date(2023, 6, 15)))
    assert reform_due(desk, desk.today()) == []


def test_a_step_is_told_until_it_is_ticked(desk):
    step = CycleStep("Họp rà soát", "04-05", 1)
    keep_steps(desk, [step, replace(step, title="Đã qua từ trước", month_day="02-01")])
    [told] = reform_due(desk, date(2023, 4, 4))
    assert (told.part, told.year, told.what) == ("year", 2022, "Họp rà soát")
    tick_step(desk, year_steps(desk, 2022)[0].step.id, 2022)
    assert reform_due(desk, date(2023, 4, 10)) == []
