"""The commands of the reform index: ``cchc import-scores``, ``owed``, ``plans``, ``plan``, ``breakthrough``, ``dossier``."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from district_desk.cli.one_plan import add_one_plan, one_plan
from district_desk.cli.speech import opened, say, say_json, tell
from district_desk.domain.problems import BadValue


def add_reform(
    add: Callable[..., ArgumentParser],
    options: dict[str, Callable[[ArgumentParser], object]],
    a_year: Callable[[str], int],
    a_path: Callable[[str], Path],
    a_day: Callable[[str], object],
) -> None:
    """The arguments of all of them."""
    command = add("cchc", "chỉ số cải cách hành chính, kế hoạch khắc phục")
    actions = command.add_subparsers(dest="action", metavar="VIỆC", required=True, title="các việc", prog=command.prog)

    def action(name: str, words: str, *wanted: str) -> ArgumentParser:
        parser: ArgumentParser = actions.add_parser(name, help=words, description=words)
        for option in wanted:
            options[option](parser)
        parser.add_argument("--year", type=a_year, required=True, metavar="NĂM", help="năm của chỉ số")
        return parser

    taking = action("import-scores", "nhận điểm từ tệp Excel", "folder", "json")
    taking.add_argument("file", type=a_path, metavar="TỆP", help="bảng tổng hợp hoặc phiếu chấm điểm (.xlsx)")
    taking.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi")
    taking.add_argument("--unit", default="", metavar="MÃ", help="mã đơn vị của phiếu, khi phiếu không ghi")
    taking.add_argument("--skip-faults", action="store_true", help="bỏ qua các ô sai, nhận phần còn lại")
    action("owed", "đơn vị nào phải nộp kế hoạch khắc phục, vì sao", "folder", "directive", "as-of", "json")
    plans = action("plans", "các kế hoạch khắc phục đã giao, đã nộp", "folder", "as-of", "json")
    plans.add_argument("--give", action="store_true", help="giao cho mọi đơn vị phải nộp mà chưa giao")
    options["directive"](plans)
    dossier = action("dossier", "xuất hồ sơ minh chứng của một đơn vị ra thư mục", "folder")
    dossier.add_argument("--unit", required=True, metavar="MÃ", help="mã đơn vị")
    dossier.add_argument("--out", type=a_path, required=True, metavar="THƯ-MỤC", help="thư mục sẽ lập")
    plans.add_argument("--due", type=a_day, metavar="NGÀY", help="hạn nộp, khi văn bản không ghi")
    plans.add_argument("--given", type=a_day, metavar="NGÀY", help="ngày giao, khi giao trước hôm nay")
    plans.add_argument("--duty", choices=("plan", "review", "breakthrough"), default="plan", help="việc phải nộp")
    add_one_plan(action("plan", "một kế hoạch khắc phục: giải pháp, kết quả, đóng", "folder", "json"), a_path, a_day)
    works = action("breakthrough", "công việc đột phá đã đăng ký, đơn vị chưa đăng ký", "folder", "as-of", "json")
    works.add_argument("--take", type=a_path, metavar="TỆP", help="nhận bảng đăng ký từ tệp Excel, Word hoặc PDF")


def reform(asked: Namespace) -> None:
    """Carry out one of the actions."""
    actions = {
        "import-scores": _import_scores,
        "owed": _owed,
        "plans": _plans,
        "plan": one_plan,
        "breakthrough": _breakthrough,
        "dossier": _dossier,
    }
    actions[asked.action](asked)


def _import_scores(asked: Namespace) -> None:
    from district_desk.desk.reform.answers import of_preview
    from district_desk.desk.reform.score_import import STOPPING, preview_scores, take_scores
    from district_desk.desk.reform.score_words import change_words, fault_sentence, taken_sentence

    with opened(asked) as desk:
        preview = preview_scores(desk, asked.file, asked.year, unit_code=asked.unit)
        stops = any(fault.kind in STOPPING for fault in preview.faults)
        takes = not asked.dry_run and not stops and (asked.skip_faults or not preview.faults)
        if takes:
            take_scores(desk, preview)
    for fault in (*preview.faults, *preview.warnings):
        tell(fault_sentence(fault))
    if asked.json:
        say_json(of_preview(preview, taken=takes))
    else:
        say(taken_sentence(preview))
        for change in preview.changes:
            say(f"{change.unit}\t{change.criterion}\t{change.old or '–'} → {change.new}\t{change_words(change)}")
        say("Đã nhận." if takes else "Chưa ghi gì.")
    if not takes and not asked.dry_run:
        raise BadValue("scores", asked.file.name)


def _owed(asked: Namespace) -> None:
    from district_desk.desk.reform.answers import of_owed
    from district_desk.desk.reform.results import owed

    with opened(asked) as desk:
        rows = [of_owed(each) for each in owed(desk, asked.year, directive_id=asked.directive, as_of=asked.as_of)]
    if asked.json:
        say_json(rows)
        return
    for row in rows:
        say(
            f"{row['unit_code']}\t{row['unit']}\t{', '.join(_reason(each) for each in row['reasons'])}\t{row['due'] or ''}"
        )


def _dossier(asked: Namespace) -> None:
    from district_desk.desk.reform.evidence_dossier import export_dossier
    from district_desk.domain.problems import NotFound
    from district_desk.domain.units import Unit

    with opened(asked) as desk:
        found = desk.store.reading().find(Unit, code=asked.unit)
        if not found:
            raise NotFound("unit", asked.unit)
        done = export_dossier(desk, asked.year, found[0].id, asked.out)
    say(str(done.path))
    if done.lacking:
        tell(f"Còn {done.lacking} tiêu chí chưa có tài liệu kiểm chứng.")


def _plans(asked: Namespace) -> None:
    from district_desk.desk.reform.answers import of_plan
    from district_desk.desk.reform.plans import compare, give_plans, plans
    from district_desk.desk.sentences import done_label
    from district_desk.domain.reform_triggers import Duty

    duty = Duty(asked.duty)
    with opened(asked) as desk:
        if asked.give:
            owing = compare(desk, asked.year, duty=duty, directive_id=asked.directive).to_give
            tell(done_label(give_plans(desk, asked.year, owing, due=asked.due, given=asked.given)))
        rows = [of_plan(row) for row in plans(desk, asked.year, duty=duty, as_of=asked.as_of)]
    if asked.json:
        say_json(rows)
        return
    for row in rows:
        say(f"{row['unit_code']}\t{row['unit']}\t{row['state']}\t{row['due'] or ''}\t{row['sent'] or ''}")


def _breakthrough(asked: Namespace) -> None:
    from district_desk.desk.reform.answers import of_works
    from district_desk.desk.reform.breakthroughs import breakthrough_register, keep_works, read_works
    from district_desk.desk.reform.plan_tables import lines_of_file
    from district_desk.desk.sentences import done_label
    from district_desk.domain.problems import NotFound

    with opened(asked) as desk:
        if asked.take:
            found = read_works(desk, asked.year, lines_of_file(asked.take))
            if found.unknown:
                raise NotFound("unit", found.unknown[0][0])
            tell(done_label(keep_works(desk, asked.year, found.works)))
        answer = of_works(breakthrough_register(desk, asked.year, as_of=asked.as_of))
    if asked.json:
        say_json(answer)
        return
    for row in answer["works"]:
        say(f"{row['unit_code']}\t{row['unit']}\t{row['content']}\t{row['time']}\t{row['result']}")
    for row in answer["missing"]:
        say(f"{row['unit_code']}\t{row['unit']}\tchưa đăng ký\t{row['due'] or ''}")


def _reason(reason: dict[str, Any]) -> str:
    told = reason.get("rating") or (f"{reason['percent']}%".replace(".", ",") if "percent" in reason else "")
    return f"{reason['trigger']} ({told})" if told else str(reason["trigger"])
