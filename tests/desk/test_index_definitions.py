"""The index is the office's own: edited, copied to the next year, out to Excel and back (DOMAIN 5.2, 5.3)."""

from dataclasses import replace
from datetime import datetime

import pytest

from district_desk.desk.keeping import check, undo
from district_desk.desk.opening import create_office
from district_desk.desk.reform.editing import drop, drop_index, move_criterion, put, put_index
from district_desk.desk.reform.index import (
    bands_of,
    begin_from_example,
    copy_index,
    index_in_force,
    index_of_year,
    tree_of,
)
from district_desk.desk.reform.index_sheets import Fate, export_index, preview_index, take_index
from district_desk.desk.reform.scoring import ScoreCell, set_rating, set_scores
from district_desk.desk.sentences import sentence_of
from district_desk.domain.points import ONE
from district_desk.domain.problems import BadSheet, BadValue, InUse, MissingField, NotFound
from district_desk.domain.reform_index import Criterion, RatingBand
from district_desk.domain.reform_scores import Score, UnitRating
from district_desk.domain.reform_triggers import Trigger


@pytest.fixture
def desk(tmp_path):
    made = create_office(tmp_path / "office", "cam-giang-2023", clock=lambda: datetime(2023, 1, 5, 8, 0))
    begin_from_example(made, 2022)
    yield made
    made.close()


def tree(desk, year=2022):
    return tree_of(desk.store.reading(), index_in_force(desk, year).id)


def named(desk, code, year=2022) -> Criterion:
    return next(each for each in tree(desk, year).criteria if each.code == code)


def test_the_example_says_that_it_is_one_until_a_decision_is_named(desk):
    index = index_in_force(desk, 2022)
    assert (index.is_example, tree(desk).maximum, tree(desk).uneven()) == (1, 100 * ONE, [])

    put_index(desk, replace(index, decision="Quyết định 1/QĐ-UBND"))
    assert index_in_force(desk, 2022).is_example == 0


def test_a_copy_stands_by_itself_and_a_second_one_is_the_next_version(desk):
    copy_index(desk, index_in_force(desk, 2022).id, 2023)
    put(desk, [replace(named(desk, "3.2", 2023), maximum=9 * ONE)])

    assert named(desk, "3.2").maximum == 8 * ONE
    assert tree(desk, 2023).domain_of(named(desk, "3.2", 2023).id).key == "TTHC"
    copy_index(desk, index_in_force(desk, 2022).id, 2023)
    assert index_in_force(desk, 2023).version == 2
    assert named(desk, "3.2", 2023).maximum == 8 * ONE
    assert len(bands_of(desk.store.reading(), index_in_force(desk, 2023).id)) == 4


def test_a_year_that_was_scored_keeps_the_index_by_which_it_was(desk):
    index, unit = index_in_force(desk, 2022), desk.directory(desk.today()).units[0]
    set_rating(desk, UnitRating(index.id, unit.id, "Hoàn thành nhiệm vụ"))

    for give in (lambda: copy_index(desk, index.id, 2022), lambda: begin_from_example(desk, 2022)):
        with pytest.raises(BadValue) as seen:
            give()
        assert sentence_of(seen.value).startswith("Năm 2022 đã có điểm, xếp loại hoặc kế hoạch")
    assert index_in_force(desk, 2022) == index


def test_a_criterion_whose_parts_do_not_add_up_is_pointed_out(desk):
    put(desk, [replace(named(desk, "3.2"), maximum=9 * ONE)])

    assert [(each.code, total) for each, total in tree(desk).uneven()] == [("III", 21 * ONE)]


def test_criteria_change_places_among_their_own_and_stop_at_the_end(desk):
    move_criterion(desk, named(desk, "3.3").id, -1)
    assert [each.code for each in tree(desk).children(named(desk, "III").id)] == ["3.1", "3.3", "3.2", "3.4"]

    move_criterion(desk, named(desk, "3.1").id, -5)
    assert [each.code for each in tree(desk).children(named(desk, "III").id)] == ["3.1", "3.3", "3.2", "3.4"]


@pytest.mark.parametrize(
    ("changed", "problem"), [({"name": " "}, MissingField), ({"maximum": -1}, BadValue), ({"code": ""}, MissingField)]
)
def test_a_criterion_that_cannot_be_is_refused(desk, changed, problem):
    with pytest.raises(problem):
        put(desk, [replace(named(desk, "3.1"), **changed)])


def test_triggers_know_a_domain_by_a_name_that_no_other_has(desk):
    with pytest.raises(BadValue) as seen:
        put(desk, [replace(named(desk, "I"), key="TTHC")])

    assert sentence_of(seen.value).startswith("Lĩnh vực khác đã có tên tắt “TTHC”")
    put(desk, [replace(named(desk, "III"), name="Cải cách thủ tục")])


def test_a_maximum_does_not_fall_below_points_that_were_given(desk):
    unit = desk.directory(desk.today()).units[0]
    set_scores(desk, [ScoreCell(named(desk, "3.1").id, unit.id, "first_points", 3 * ONE)])

    with pytest.raises(BadValue) as seen:
        put(desk, [replace(named(desk, "3.1"), maximum=2 * ONE)])

    assert sentence_of(seen.value).startswith("Đã có đơn vị được 3 điểm")
    put(desk, [replace(named(desk, "3.1"), maximum=3 * ONE)])


def test_a_criterion_cannot_stand_below_itself(desk):
    with pytest.raises(BadValue):
        put(desk, [replace(named(desk, "III"), parent_id=named(desk, "3.1").id)])


def test_what_was_scored_cannot_be_dropped_and_what_was_not_can(desk):
    unit = desk.directory(desk.today()).units[0]
    with desk.writing("import_scores") as writing:
        writing.put(Score(named(desk, "3.1").id, unit.id, second_points=ONE))

    with pytest.raises(InUse):
        drop(desk, [named(desk, "3.1")])
    with pytest.raises(InUse):
        drop(desk, [named(desk, "III")])
    with pytest.raises(InUse):
        drop_index(desk, index_in_force(desk, 2022).id)
    drop(desk, [named(desk, "3.4")])
    assert "3.4" not in {each.code for each in tree(desk).criteria}


def test_an_index_of_which_only_a_rating_is_known_stays_with_a_sentence(desk):
    index, unit = index_in_force(desk, 2022), desk.directory(desk.today()).units[0]
    set_rating(desk, UnitRating(index.id, unit.id, " Hoàn thành  nhiệm vụ "))

    with pytest.raises(InUse) as seen:
        drop_index(desk, index.id)

    assert sentence_of(seen.value) == (
        "“Bộ chỉ số năm 2022” đang được dùng ở 1 chỗ nên không bỏ được. "
        "Hãy xóa điểm, xếp loại và kế hoạch của bộ chỉ số này trước."
    )
    assert desk.store.reading().find(UnitRating)[0].rating == "Hoàn thành nhiệm vụ"


def test_an_index_without_scores_goes_whole_and_comes_back_whole(desk):
    before = tree(desk).criteria
    drop_index(desk, index_in_force(desk, 2022).id)
    assert index_of_year(desk.store.reading(), 2022) is None
    with pytest.raises(NotFound):
        index_in_force(desk, 2022)

    undo(desk)
    assert tree(desk).criteria == before
    assert check(desk) == []


def test_a_trigger_needs_a_condition_and_a_band_limits_that_can_be(desk):
    with pytest.raises(MissingField):
        put(desk, [Trigger("T9", "Không có điều kiện")])
    with pytest.raises(BadValue):
        put(desk, [RatingBand(index_in_force(desk, 2022).id, "Quá cao", min_total=101 * ONE)])
    with pytest.raises(BadValue):
        put(desk, [Trigger("T1", "Trùng mã", conditions='[{"when": "everyone"}]')])


def test_an_index_goes_to_excel_and_comes_back_the_same(desk, tmp_path):
    path = export_index(desk, index_in_force(desk, 2022).id, tmp_path / "bo-chi-so.xlsx")

    same = preview_index(desk, path, 2022)
    assert (same.count(Fate.SAME), len(same.lines), same.faults, same.missing) == (25, 25, (), ())
    take_index(desk, preview_index(desk, path, 2024))
    told = [
        [(each.code, each.name, each.maximum, each.evidence) for each in tree(desk, year).criteria]
        for year in (2022, 2024)
    ]
    assert told[0] == told[1]
    assert {each.code: each.key for each in tree(desk, 2024).domains} == {
        each.code: each.key for each in tree(desk).domains
    }


def test_a_changed_sheet_changes_what_it_changes_and_adds_what_it_adds(desk, tmp_path):
    from openpyxl import load_workbook

    path = export_index(desk, index_in_force(desk, 2022).id, tmp_path / "bo-chi-so.xlsx")
    book = load_workbook(path)
    rows = {row[0].value: row for row in book.active.iter_rows(min_row=2)}
    rows["3.2"][2].value = "7,5"
    book.active.append(["7.4", "An toàn thông tin", 2.5])
    book.save(path)

    preview = preview_index(desk, path, 2022)
    assert (preview.count(Fate.CHANGE), preview.count(Fate.ADD)) == (1, 1)
    take_index(desk, preview)
    assert named(desk, "3.2").maximum == points("7.5")
    assert tree(desk).domain_of(named(desk, "7.4").id).key == "CQĐT"


def points(text: str) -> int:
    return round(float(text) * ONE)


def test_a_summary_of_units_is_no_index(desk, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["TT", "Đơn vị", "Điểm"])
    book.save(tmp_path / "a.xlsx")

    with pytest.raises(BadSheet):
        preview_index(desk, tmp_path / "a.xlsx", 2022)
