"""Scores typed or pasted: one operation, refused whole where a cell cannot be, each cell with its history (DOMAIN 5.2)."""

from datetime import datetime

import pytest

from district_desk.desk.keeping import undo
from district_desk.desk.opening import create_office
from district_desk.desk.reform.index import begin_from_example
from district_desk.desk.reform.results import results
from district_desk.desk.reform.scoring import (
    ScoreCell,
    history_of_cell,
    points_at,
    score_grid,
    set_rating,
    set_scores,
)
from district_desk.desk.sentences import done_label, sentence_of
from district_desk.domain.points import ONE
from district_desk.domain.problems import BadValue
from district_desk.domain.reform_scores import Score, UnitRating


@pytest.fixture
def desk(tmp_path):
    made = create_office(tmp_path / "office", "cam-giang-2023", clock=lambda: datetime(2023, 4, 3, 8, 0))
    begin_from_example(made, 2022)
    yield made
    made.close()


@pytest.fixture
def grid(desk):
    return score_grid(desk, 2022)


def kept(desk):
    return desk.store.reading().find(Score)


def test_the_grid_has_every_commune_and_township_before_anything_is_scored(grid):
    assert len(grid.units) == 17
    assert not grid.scores


def test_a_block_is_one_operation_that_one_undo_takes_back(desk, grid):
    one, two = grid.tree.leaves[:2]
    cells = [ScoreCell(each.id, unit.id, "self_points", ONE) for each in (one, two) for unit in grid.units]
    changes = set_scores(desk, cells)

    assert done_label(changes) == "Đã ghi 34 ô điểm của Cao An, Cẩm Giang, Cẩm Hoàng và 14 đơn vị"
    assert {score.self_points for score in kept(desk)} == {ONE}
    undo(desk)
    assert kept(desk) == []


def test_points_above_the_maximum_keep_the_whole_block_out(desk, grid):
    leaf, unit = grid.tree.leaves[0], grid.units[0]
    good = ScoreCell(grid.tree.leaves[1].id, unit.id, "second_points", ONE)
    with pytest.raises(BadValue) as refused:
        set_scores(desk, [good, ScoreCell(leaf.id, unit.id, "second_points", leaf.maximum + 1)])

    assert sentence_of(refused.value).startswith("Vượt điểm tối đa:")
    assert kept(desk) == []


@pytest.mark.parametrize(
    ("written", "points"), [("2,5", 2_500_000), ("2.5", 2_500_000), (" 3 ", 3_000_000), ("", None)]
)
def test_points_are_read_with_a_comma_or_a_dot(grid, written, points):
    assert points_at(grid.tree.domains[0], written) == points


@pytest.mark.parametrize(
    ("written", "field"), [("hai", "points"), ("-1", "points_below"), ("999", "points_above"), ("1,2,3", "points")]
)
def test_what_is_no_possible_number_of_points_has_its_own_sentence(grid, written, field):
    with pytest.raises(BadValue) as refused:
        points_at(grid.tree.domains[0], written)
    assert refused.value.field == field
    assert "Chưa ghi gì" in sentence_of(refused.value)


def test_a_cell_tells_its_whole_history_newest_first(desk, grid):
    leaf, unit = grid.tree.leaves[0], grid.units[0]
    for points in (ONE, 2 * ONE, None):
        set_scores(desk, [ScoreCell(leaf.id, unit.id, "first_points", points)])
    set_scores(desk, [ScoreCell(leaf.id, unit.id, "declared", "97,5%")])
    [score] = kept(desk)

    past = [(each.old, each.new) for each in history_of_cell(desk, score, "first_points")]
    assert past == [("2", ""), ("1", "2"), ("", "1")]
    assert [(each.old, each.new) for each in history_of_cell(desk, score, "declared")] == [("", "97,5%")]


def test_an_official_rating_is_kept_beside_the_formulas_and_can_be_taken_away(desk, grid):
    unit = grid.units[0]
    full = [ScoreCell(each.id, unit.id, "second_points", each.maximum) for each in grid.tree.leaves]
    set_scores(desk, full)
    set_rating(desk, UnitRating(grid.index.id, unit.id, "Hoàn thành nhiệm vụ", 4))

    [row] = results(desk, 2022).rows
    assert (row.rating, row.rank, row.official_rank) == ("Hoàn thành nhiệm vụ", 1, 4)
    assert row.differs
    assert row.formula == "Hoàn thành xuất sắc nhiệm vụ"
    set_rating(desk, UnitRating(grid.index.id, unit.id))
    assert results(desk, 2022).rows[0].official == ""
    with pytest.raises(BadValue):
        set_rating(desk, UnitRating(grid.index.id, unit.id, rank=0))


def test_an_appraisal_and_a_survey_together_are_no_more_than_the_maximum(desk, grid):
    leaf, unit = grid.tree.leaves[0], grid.units[0]
    set_scores(desk, [ScoreCell(leaf.id, unit.id, "second_points", leaf.maximum)])

    with pytest.raises(BadValue) as seen:
        set_scores(desk, [ScoreCell(leaf.id, unit.id, "survey_points", ONE)])

    assert seen.value.field == "points_above"
    assert [score.points for score in kept(desk)] == [leaf.maximum]
