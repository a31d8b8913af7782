"""Reports, letters and proposals over a real office: the figures, the words on paper, and that they print again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from district_desk.desk import Desk
from district_desk.desk.assigning import assign_as_read, record_result
from district_desk.desk.cataloguing import put_settings
from district_desk.desk.kept_papers import Paper, from_text, to_text
from district_desk.desk.printed_reports import (
    LETTER,
    PROPOSALS,
    REPORT,
    SUMMARY,
    TASKS,
    papers_of,
    preview_again,
    preview_report,
    print_again,
    print_report,
    printed_reports,
)
from district_desk.desk.registering import Registered, correct_directive
from district_desk.desk.reminder_letters import LetterWish, overdue_lines, proposals, reminder_letters
from district_desk.desk.report_words import ReportWords, keep_words, words_of
from district_desk.desk.reporting import ReportWish, figures, persons, report
from district_desk.domain.assignments import Assignment, Channel, Event, EventKind
from district_desk.domain.directives import Directive, Source
from district_desk.domain.items import Item
from district_desk.domain.paper import Division, TaskListKind
from district_desk.domain.problems import BadValue, NotFound
from district_desk.domain.reporting import Tier, in_percent
from district_desk.domain.signing import SigningAs
from district_desk.domain.units import Unit
from district_desk.prints.examples import EXAMPLES

FIRST, LAST = date(2023, 4, 1), date(2023, 4, 30)
APRIL = ReportWish(FIRST, LAST)


@pytest.fixture
def given(desk: Desk, enter: Callable[..., Registered], directive: Path) -> int:
    """The example directive, entered and given to eighteen units on 03/4 as its words say; its id. Today is 04/5."""
    done = enter(directive)
    kept = desk.store.reading().get(Directive, done.directive_id)
    correct_directive(desk, replace(kept, assigning_level="CTOWN"))
    assign_as_read(desk, done.directive_id)
    desk.clock = lambda: datetime(2023, 5, 4, 8, 0)
    return done.directive_id


@pytest.fixture
def chased(desk: Desk, given: int) -> list[int]:
    """The lines of Cẩm Đông, reminded twice by letter and once by telephone; one of Tân Trường is done late."""
    lines = [line.id for line in _lines(desk, "10939")]
    record_result(desk, [_lines(desk, "10930")[0].id], on=date(2023, 4, 24), notation="9/BC-UBND")
    with desk.writing("remind") as writing:
        for line in lines:
            writing.put(Event(line, EventKind.REMINDED, date(2023, 4, 21), channel=Channel.DOCUMENT, ordinal=1,
                              notation="533/UBND-VP"))  # fmt: skip
        writing.put(Event(lines[0], EventKind.REMINDED, date(2023, 4, 26), channel=Channel.PHONE, ordinal=2))
        writing.put(Event(lines[0], EventKind.PROGRESS, date(2023, 4, 26), text="Đang làm", reason="Thiếu kinh phí"))
    return lines


def test_the_figures_of_a_month_are_those_of_its_lead_lines(desk: Desk, given: int) -> None:
    record_result(desk, [_lines(desk, "10939")[0].id], on=date(2023, 4, 19))
    told = figures(desk, APRIL).whole

    assert (told.given.total, told.given.in_time, told.given.overdue, told.given.running) == (35, 1, 34, 0)
    assert in_percent(told.given.overdue_of_fallen_due) == "97,14%"
    assert figures(desk, replace(APRIL, as_of=date(2023, 4, 10))).whole.given.overdue == 0


def test_what_was_open_when_the_period_began_is_carried_over(desk: Desk, given: int) -> None:
    may = figures(desk, ReportWish(date(2023, 5, 1), date(2023, 5, 31)))

    assert (may.whole.given.total, may.whole.carried.total, may.whole.carried.overdue) == (0, 35, 35)
    assert {year: each.total for year, each in may.carried_by_year.items()} == {2023: 35}


def test_a_report_may_be_about_some_units_levels_sources_or_a_person(desk: Desk, given: int) -> None:
    line = _lines(desk, "10939")[0]
    with desk.writing("edit_assignment") as writing:
        writing.put(replace(line, person="Nguyễn Văn Mẫu"))

    def total(**choice: Any) -> int:
        return figures(desk, replace(APRIL, **choice)).whole.given.total

    assert total(unit_ids=(line.unit_id,)) == 2
    assert (total(levels=("CTOWN",)), total(levels=("UBTINH",))) == (35, 0)
    assert (total(sources=(Source.OWN,)), total(sources=(Source.RECEIVED,))) == (35, 0)
    assert total(person="Nguyễn Văn Mẫu") == 1


def test_a_report_on_a_part_says_of_which(desk: Desk, given: int) -> None:
    line = _lines(desk, "10939")[0]
    with desk.writing("edit_assignment") as writing:
        writing.put(replace(line, person="Nguyễn Văn Mẫu"))
        writing.put(replace(_lines(desk, "10930")[0], person="Trần Văn An"))
    wish = replace(APRIL, unit_ids=(line.unit_id,), levels=("CTOWN",), sources=(Source.OWN,), person="Nguyễn Văn Mẫu")

    assert persons(desk) == ["Trần Văn An", "Nguyễn Văn Mẫu"]
    assert report(desk, wish)[0].scope == (
        "đơn vị chủ trì: UBND xã Cẩm Đông; cấp giao: Chủ tịch UBND huyện Cẩm Giàng; nguồn: văn bản đi giao việc;"
        " người phụ trách: Nguyễn Văn Mẫu"
    )
    assert report(desk, APRIL)[0].scope == ""


def test_what_is_typed_for_a_period_comes_back_and_a_printed_report_brings_its_words(
    desk: Desk, given: int, tmp_path: Path
) -> None:
    typed = ReportWords("Thiếu biên chế.\nHồ sơ chậm.", "Giao ban hằng tuần.")
    assert words_of(desk, FIRST, LAST, []) == ReportWords()
    made = print_report(
        desk, REPORT, replace(APRIL, causes=typed.causes, next_steps=typed.next_steps), tmp_path / "báo cáo.pdf"
    )
    assert "Nguyên nhân: Thiếu biên chế. Hồ sơ chậm." in _words(made.path)
    assert "Giao ban hằng tuần." in _words(made.path)
    assert words_of(desk, FIRST, LAST, printed_reports(desk, REPORT)) == typed

    keep_words(desk, FIRST, LAST, ReportWords("Khác", ""))

    assert words_of(desk, FIRST, LAST, printed_reports(desk, REPORT)) == ReportWords("Khác", "")
    assert words_of(desk, FIRST, date(2023, 6, 30), printed_reports(desk, REPORT)) == ReportWords()


def test_the_report_parts_the_work_by_who_assigned_it_and_the_annex_by_unit(desk: Desk, chased: list[int]) -> None:
    text, summary, late = report(desk, APRIL)

    assert [(tier, each.given.total) for tier, each in text.tiers] == [(Tier.UPPER, 0), (Tier.OWN, 35)]
    assert text.to == "UBND huyện Cẩm Giàng"
    assert text.letterhead.number_line.endswith("/BC-VP")
    assert text.signature.authority == ("CHÁNH VĂN PHÒNG",)
    assert [(group.heading, len(group.rows)) for group in summary.groups] == [
        ("Các phòng, ban chuyên môn", 1), ("Đơn vị sự nghiệp", 0), ("Cơ quan khác trên địa bàn", 0),
        ("UBND các xã, thị trấn", 17),
    ]  # fmt: skip
    assert sum(row.summary.together.total for group in summary.groups for row in group.rows) == 35
    assert len(late.lines) == sum(count for _, count in text.late_units) == summary.whole.together.overdue == 34
    assert text.accountable == ("UBND xã Cẩm Đông",)


def test_an_overdue_task_says_how_late_it_is_why_and_how_it_was_chased(desk: Desk, chased: list[int]) -> None:
    late = report(desk, APRIL)[2]
    first = next(line for line in late.lines if line.unit == "UBND xã Cẩm Đông")

    assert first.document == "Chỉ thị số 15/CT-UBND ngày 03/4/2023"
    assert first.text == "Tổng vệ sinh đường làng, ngõ xóm trước ngày 20 tháng 4 năm 2023."
    assert (first.due, first.days) == (date(2023, 4, 19), 11)
    assert first.cause == "Thiếu kinh phí"
    assert first.reminded == "02 lần; gần nhất 26/4/2023 (điện thoại)"


def test_lists_of_what_was_done_late_and_of_what_is_near(desk: Desk, chased: list[int]) -> None:
    wish = replace(APRIL, as_of=date(2023, 4, 25), lists=(TaskListKind.DONE_LATE, TaskListKind.NEAR))
    (_, _, done_late, near) = report(desk, wish)

    assert [(line.unit, line.days) for line in done_late.lines] == [("UBND xã Tân Trường", 5)]
    assert {line.due for line in near.lines} == {date(2023, 4, 27)}
    assert {line.days for line in near.lines} == {2}
    assert (done_late.appendix, near.appendix) == ("II", "III")


@pytest.mark.parametrize(("division", "names"), [
    (Division.LEVEL, ["Chủ tịch UBND huyện Cẩm Giàng"]), (Division.SOURCE, ["Văn bản đi giao việc"]),
    (Division.PERSON, ["Chưa ghi người phụ trách"]),
])  # fmt: skip
def test_the_summary_is_divided_as_asked(desk: Desk, given: int, division: Division, names: list[str]) -> None:
    (summary,) = (paper.values for paper in papers_of(desk, SUMMARY, replace(APRIL, division=division)))

    assert [row.name for row in summary.groups[0].rows] == names
    assert summary.groups[0].rows[0].summary == summary.whole


def test_days_that_make_no_period_are_refused(desk: Desk) -> None:
    with pytest.raises(BadValue):
        figures(desk, ReportWish(LAST, FIRST))
    with pytest.raises(BadValue):
        figures(desk, ReportWish(FIRST, LAST, as_of=date(2023, 3, 31)))


def test_each_late_unit_gets_its_letter_with_what_was_already_said(desk: Desk, chased: list[int]) -> None:
    letters = {letter.to[0]: letter for letter in reminder_letters(desk, LetterWish(day=date(2023, 5, 4)))}
    ours, other = letters["UBND xã Cẩm Đông"], letters["UBND xã Cẩm Hoàng"]

    assert len(letters) == 18
    assert (ours.time, other.time) == (3, 1)
    assert ours.earlier == ("Công văn số 533/UBND-VP ngày 21/4/2023 (lần 1)", "điện thoại ngày 26/4/2023 (lần 2)")
    assert [line.reminded for line in ours.lines] == ["02 lần", "01 lần"]
    assert ours.directives[0].endswith("về việc tăng cường vệ sinh môi trường trên địa bàn huyện")
    assert ours.letterhead.body == "Ủy ban nhân dân\nhuyện Cẩm Giàng"
    assert ours.letterhead.number_line.endswith("/UBND-VP")
    assert ours.signature.authority == ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")
    assert ours.new_day == desk.calendar.plus_working(date(2023, 5, 4), 5)


def test_a_reminder_of_the_letter_s_own_day_is_this_letter(desk: Desk, chased: list[int]) -> None:
    wish = LetterWish(tuple(chased), day=date(2023, 4, 26), as_of=date(2023, 4, 28))
    (letter,) = reminder_letters(desk, wish)

    assert (letter.time, letter.earlier) == (2, ("Công văn số 533/UBND-VP ngày 21/4/2023 (lần 1)",))


def test_one_letter_may_go_to_several_units(desk: Desk, given: int, tmp_path: Path) -> None:
    wish = LetterWish(day=date(2023, 5, 4), is_one_letter=True, signing=SigningAs.DEPUTY_HEAD)
    (letter,) = reminder_letters(desk, wish)
    made = print_report(desk, LETTER, wish, tmp_path / "công văn.pdf")

    assert len(letter.to) == 18
    assert letter.signature.authority == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert "- UBND thị trấn" in _words(made.path)


def test_no_letter_is_written_about_what_is_not_late(desk: Desk, given: int) -> None:
    with pytest.raises(NotFound):
        reminder_letters(desk, LetterWish(day=date(2023, 4, 4)))
    assert overdue_lines(desk, date(2023, 4, 4)) == []


def test_a_proposal_has_its_evidence(desk: Desk, chased: list[int]) -> None:
    told = proposals(desk, APRIL)
    (asked,) = told.accountable

    assert asked.who == "UBND xã Cẩm Đông"
    assert (asked.longest_late, asked.reminders) == (11, 3)
    assert asked.evidence[0] == "Chỉ thị số 15/CT-UBND ngày 03/4/2023 (quá hạn 11 ngày, đôn đốc 02 lần)"
    assert len(told.reminded) == 17
    assert told.praised == ()


def test_what_a_letter_leaves_and_what_is_proposed_are_settings_of_the_office(desk: Desk, chased: list[int]) -> None:
    put_settings(desk, replace(desk.office, answer_days=3, account_after=4))
    told = proposals(desk, APRIL)
    letter = reminder_letters(desk, LetterWish(day=date(2023, 5, 4)))[0]

    assert (len(told.reminded), told.accountable) == (18, ())
    assert letter.new_day == desk.calendar.plus_working(date(2023, 5, 4), 3)


def test_from_which_lateness_a_report_speaks_of_tasks_apart_is_the_office_s_choice(
    desk: Desk, chased: list[int], tmp_path: Path
) -> None:
    put_settings(desk, replace(desk.office, long_late_days=10))
    words = " ".join(_pages(print_report(desk, REPORT, APRIL, tmp_path / "báo cáo.pdf").path))

    assert "nhiệm vụ quá hạn trên 10 ngày" in " ".join(words.split())


def test_the_whole_report_is_one_file_with_annexes_numbered_apart(
    desk: Desk, chased: list[int], tmp_path: Path
) -> None:
    made = print_report(desk, REPORT, APRIL, tmp_path / "báo cáo.pdf")
    pages = _pages(made.path)
    words = " ".join(pages)

    assert "I. TÌNH HÌNH CHUNG" in words
    assert "quá hạn 34 nhiệm vụ, chiếm 97,14% tổng số nhiệm vụ được giao, 97,14% so với 35 nhiệm vụ có hạn" in words
    firsts = [page for page in pages if page.startswith(("Phụ lục I ", "Phụ lục II "))]
    assert len(firsts) == 2


def test_a_printed_report_prints_again_to_the_byte_after_everything_changed(
    desk: Desk, chased: list[int], tmp_path: Path
) -> None:
    made = print_report(desk, REPORT, replace(APRIL, day=date(2023, 5, 4)), tmp_path / "a.pdf")
    record_result(desk, chased, on=date(2023, 4, 29))
    with desk.writing("put_units") as writing:
        unit = desk.store.reading().find(Unit, code="10939")[0]
        writing.put(replace(unit, name="UBND xã Tên Mới"))
    own = desk.folder / "forms"
    own.mkdir()
    from district_desk.desk.shipped import shipped

    text = shipped("forms", f"{REPORT}.toml").read_text("utf-8")
    (own / f"{REPORT}.toml").write_text(text.replace("I. TÌNH HÌNH CHUNG", "I. CHUNG"), "utf-8")

    again = print_again(desk, made.kept.id, tmp_path / "b.pdf")

    assert again.read_bytes() == made.path.read_bytes() == preview_again(desk, made.kept.id)
    assert print_report(desk, REPORT, APRIL, tmp_path / "c.pdf").path.read_bytes() != again.read_bytes()
    assert [kept.title for kept in printed_reports(desk, REPORT)] == ["Báo cáo nhiệm vụ 01/4/2023 - 30/4/2023"] * 2


@pytest.mark.parametrize("form", list(EXAMPLES))
def test_the_data_set_of_every_form_comes_back_as_it_was(form: str) -> None:
    papers = (Paper(form, EXAMPLES[form], "name = 'x'"),)

    assert from_text(to_text(papers)) == papers


def test_a_report_of_a_year_that_saw_nothing_still_prints(desk: Desk, tmp_path: Path) -> None:
    made = print_report(desk, REPORT, ReportWish(date(2020, 1, 1), date(2020, 12, 31)), tmp_path / "trống.pdf")

    assert "Không có nhiệm vụ nào trong kỳ" in _words(made.path)
    assert "không có nhiệm vụ quá hạn" in _words(made.path)


def test_what_is_previewed_is_what_is_printed(desk: Desk, chased: list[int], tmp_path: Path) -> None:
    for form in (REPORT, SUMMARY, TASKS, PROPOSALS):
        made = print_report(desk, form, APRIL, tmp_path / f"{form}.pdf")
        assert preview_report(desk, form, APRIL) == made.path.read_bytes()


def test_letters_are_word_files_too(desk: Desk, chased: list[int], tmp_path: Path) -> None:
    from docx import Document

    wish = LetterWish(tuple(chased), day=date(2023, 5, 4))
    made = print_report(desk, LETTER, wish, tmp_path / "đôn đốc.docx")
    told = Document(str(made.path))

    assert "Kính gửi: UBND xã Cẩm Đông" in [paragraph.text for paragraph in told.paragraphs]
    grid = told.tables[1]
    assert [cell.text for cell in grid.rows[0].cells][:3] == ["TT", "Nội dung nhiệm vụ", "Văn bản giao"]
    assert len(grid.rows) == 3


def test_quang_nam_2020_comes_out_of_an_office_with_that_work(desk: Desk, tmp_path: Path) -> None:
    first, as_of = date(2020, 1, 1), date(2020, 7, 6)
    _fill(desk, first, {"in_time": 402, "late": 120, "no_due": 63, "running": 67, "overdue": 181})
    wish = ReportWish(first, as_of)
    told = figures(desk, wish).whole.given
    made = print_report(desk, REPORT, wish, tmp_path / "báo cáo.pdf")

    assert (told.total, told.done, told.running, told.overdue) == (833, 585, 67, 181)
    words = _words(made.path)
    assert "Trong 833 nhiệm vụ giao trong kỳ, đã hoàn thành 585 nhiệm vụ, đạt 70,23%" in words
    assert "nhiệm vụ quá hạn trên 120 ngày" in words


def _fill(desk: Desk, first: date, wanted: dict[str, int]) -> None:
    """So many tasks in each state, given on days that go round the first four months."""
    units = desk.store.reading().find(Unit, "position")
    shapes = {
        "in_time": (20, 15),
        "late": (10, 30),
        "no_due": (None, 12),
        "running": (900, None),
        "overdue": (20, None),
    }
    number = 0
    with desk.writing("register") as writing:
        directive = writing.put(Directive(Source.OWN, number="1", symbol="CT-UBND", issued=first, type_code="CT",
                                          assigning_level="UBTINH", issuer="UBND", subject="việc"))  # fmt: skip
        item = writing.put(Item(directive.id, path="1", text="Việc"))
        for state, count in wanted.items():
            due, done = shapes[state]
            for _ in range(count):
                number += 1
                day = first + timedelta(days=number % 120)
                line = writing.put(Assignment(
                    item.id, directive.id, units[number % len(units)].id, given=day,
                    due=day + timedelta(days=due) if due else None,
                ))  # fmt: skip
                if done:
                    writing.put(Event(line.id, EventKind.ACCEPTED, day + timedelta(days=done)))


def _lines(desk: Desk, code: str) -> list[Assignment]:
    unit = desk.store.reading().find(Unit, code=code)[0]
    return desk.store.reading().find(Assignment, unit_id=unit.id)


def _pages(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return pages


def _words(pdf: Path) -> str:
    return " ".join(_pages(pdf))
