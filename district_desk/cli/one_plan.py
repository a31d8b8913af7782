"""``cchc plan``: the measures of one unit's plan, followed as tasks, the report on the result, the closing."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from district_desk.cli.speech import Misused, opened, say, say_json

if TYPE_CHECKING:
    from district_desk.desk.office_desk import Desk
    from district_desk.desk.reform.plans import PlanRow


def add_one_plan(plan: ArgumentParser, a_path: Callable[[str], Path], a_day: Callable[[str], object]) -> None:
    """The arguments; several steps may be asked at once and are taken in this order."""
    plan.add_argument("--unit", required=True, metavar="MÃ", help="mã đơn vị")
    plan.add_argument("--measures", type=a_path, metavar="TỆP", help="nhận bảng giải pháp từ tệp Excel, Word hoặc PDF")
    plan.add_argument("--follow", action="store_true", help="theo dõi từng giải pháp thành việc, khi kế hoạch đã đạt")
    plan.add_argument("--result", default="", metavar="SỐ", help="số, ký hiệu báo cáo kết quả khắc phục")
    plan.add_argument("--close", action="store_true", help="đóng kế hoạch")
    plan.add_argument("--date", type=a_day, metavar="NGÀY", help="ngày báo cáo hoặc đóng; mặc định là hôm nay")


def one_plan(asked: Namespace) -> None:
    """Carry out the steps asked of one unit's plan, and answer how it stands."""
    from district_desk.desk.reform.answers import of_plan

    with opened(asked) as desk:
        row = _row(desk, asked)
        _steps(desk, asked, row)
        answer = of_plan(_row(desk, asked)) | {"lines": _lines(desk, row.plan.id)}
    if asked.json:
        say_json(answer)
        return
    say(f"{answer['unit_code']}\t{answer['unit']}\t{answer['state']}")
    for line in answer["lines"]:
        say(f"{line['remedy']}\t{line['due'] or ''}\t{line['assignment'] or ''}")


def _steps(desk: "Desk", asked: Namespace, row: "PlanRow") -> None:
    from district_desk.desk.reform.plan_following import follow_measures
    from district_desk.desk.reform.plan_measures import read_measures
    from district_desk.desk.reform.plan_tables import lines_of_file
    from district_desk.desk.reform.plans import close_plans, keep_measures, measures_of, report_outcome

    plan_id, day = row.plan.id, asked.date or desk.today()
    if asked.measures:
        found = read_measures(desk, plan_id, lines_of_file(asked.measures))
        keep_measures(desk, plan_id, [*measures_of(desk, plan_id), *found.measures])
    if asked.follow:
        follow_measures(desk, plan_id)
    if asked.result:
        report_outcome(desk, plan_id, notation=asked.result, on=day)
    if asked.close:
        close_plans(desk, [plan_id], day)


def _row(desk: "Desk", asked: Namespace) -> "PlanRow":
    from district_desk.desk.reform.plans import plans

    found = [row for row in plans(desk, asked.year) if row.unit.code == asked.unit]
    if not found:
        raise Misused(f"Đơn vị mang mã “{asked.unit}” không có kế hoạch khắc phục nào sau chỉ số năm {asked.year}.")
    return found[0]


def _lines(desk: "Desk", plan_id: int) -> list[dict[str, Any]]:
    from district_desk.desk.reform.plan_measures import measure_rows

    return [
        {
            "remedy": row.measure.remedy,
            "responsible": row.measure.responsible,
            "due": row.measure.due.isoformat() if row.measure.due else None,
            "assignment": row.line.assignment.id if row.line else None,
            "state": row.line.standing.state.value if row.line else None,
        }
        for row in measure_rows(desk, plan_id)
    ]
