"""Points are exact, totals follow the tree, and a band asks for every one of its conditions (DOMAIN 5.2 to 5.4)."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain.points import ONE, points_of, points_text, share, share_text
from district_desk.domain.problems import BadValue
from district_desk.domain.reform_index import Criterion, CriterionTree, RatingBand
from district_desk.domain.reform_scores import Score, Stage, Tally, band_of, failing, ranks, tally

STEERING = Criterion(1, "I", "Công tác chỉ đạo, điều hành CCHC", 15 * ONE, key="CĐĐH", id=1)
PROCEDURES = Criterion(1, "II", "Cải cách thủ tục hành chính", 20 * ONE, key="TTHC", position=1, id=2)
PUBLIC = Criterion(1, "2.1", "Công khai TTHC", 8 * ONE, parent_id=2, position=2, id=3)
IN_TIME = Criterion(1, "2.2", "Hồ sơ đúng hạn", 12 * ONE, parent_id=2, position=3, id=4)
TREE = CriterionTree.of([IN_TIME, PUBLIC, PROCEDURES, STEERING])


def counted(**points: str) -> Tally:
    ids = {"steering": 1, "procedures": 2, "public": 3, "in_time": 4}
    return tally(TREE, [Score(ids[name], 9, second_points=points_of(value)) for name, value in points.items()])


@pytest.mark.parametrize(
    ("written", "points"),
    [
        (14.99, 14_990_000),
        ("14,99", 14_990_000),
        ("15", 15 * ONE),
        (14.999999999999998, 15 * ONE),
        (0, 0),
        ("-0,5", -500_000),
    ],
)
def test_points_are_read_from_numbers_and_from_what_a_clerk_types(written, points):
    assert points_of(written) == points


@pytest.mark.parametrize("written", ["Có", "", "14,9,9", "1e5", True, "99999999", None])
def test_what_is_no_number_is_no_points(written):
    with pytest.raises(BadValue):
        points_of(written)


@given(st.integers(min_value=0, max_value=999_999 * ONE))
def test_points_survive_being_written_and_read(points):
    assert points_of(points_text(points)) == points


def test_a_share_is_exact_and_only_what_is_printed_is_rounded():
    reached = share(points_of("14,99"), 20 * ONE)

    assert reached == Fraction(7495, 100)
    assert (share_text(reached), share_text(reached, 1)) == ("74,95", "75,0")
    assert share_text(Fraction(74_996, 1000)) == "75,00"
    assert share_text(Fraction(74_996, 1000), cut=True) == "74,99"


def test_a_criterion_with_scored_parts_is_their_sum_and_one_without_its_own_score():
    assert counted(steering="13,21", public="6", in_time="9,5", procedures="1").points == {
        1: points_of("13,21"), 2: points_of("15,5"), 3: 6 * ONE, 4: points_of("9,5"),
    }  # fmt: skip
    assert counted(procedures="14,99").points == {2: points_of("14,99")}


def test_a_published_domain_stands_over_parts_that_nobody_appraised_or_that_are_not_all_there():
    published = Score(2, 9, second_points=14 * ONE)
    own_words = [Score(3, 9, self_points=8 * ONE), Score(4, 9, self_points=12 * ONE)]
    appraised = [Score(3, 9, second_points=8 * ONE), Score(4, 9, second_points=11 * ONE)]

    assert tally(TREE, [published, *own_words]).points == {2: 14 * ONE}
    assert tally(TREE, [published, appraised[0]]).points == {2: 14 * ONE}
    assert tally(TREE, [published, *appraised]).points == {2: 19 * ONE, 3: 8 * ONE, 4: 11 * ONE}
    assert tally(TREE, own_words).points[2] == 20 * ONE


def test_parts_whose_sum_is_the_published_domain_are_told_whoever_gave_them():
    first = [Score(3, 9, first_points=6 * ONE), Score(4, 9, first_points=8 * ONE)]

    counted = tally(TREE, [Score(2, 9, second_points=14 * ONE), *first])

    assert [(each.code, points) for each, points in counted.lost()] == [("2.1", 2 * ONE), ("2.2", 4 * ONE)]


def test_a_survey_alone_is_the_last_word_on_its_part():
    parts = [Score(3, 9, second_points=8 * ONE), Score(4, 9, survey_points=9 * ONE)]

    assert tally(TREE, [Score(2, 9, second_points=14 * ONE), *parts]).points[2] == 17 * ONE


def test_the_last_appraisal_counts_and_the_survey_comes_on_top():
    score = Score(1, 9, self_points=5, first_points=3, second_points=None, survey_points=1)

    assert score.points == 4
    assert [score.at(stage) for stage in Stage] == [5, 3, None, 1]
    assert Score(1, 9).points is None
    assert tally(TREE, [score], Stage.SELF).points == {1: 5}


def test_what_is_lost_is_told_at_the_lowest_scored_criterion():
    lost = counted(steering="15", public="8", in_time="10").lost()

    assert [(each.code, points) for each, points in lost] == [("2.2", 2 * ONE)]
    assert [each.code for each, _ in counted(procedures="18").lost()] == ["II"]


def test_a_tree_names_criteria_whose_parts_do_not_add_up():
    wrong = CriterionTree.of([STEERING, PROCEDURES, PUBLIC])

    assert [(each.code, total) for each, total in wrong.uneven()] == [("II", 8 * ONE)]
    assert TREE.uneven() == []
    assert TREE.domain_of(4) is PROCEDURES
    assert [each.code for each in TREE.leaves] == ["I", "2.1", "2.2"]


def test_a_total_above_ninety_is_not_the_best_band_where_one_domain_is_low():
    best = RatingBand(1, "Hoàn thành tốt nhiệm vụ", 0, 90 * ONE, None, json.dumps({"TTHC": 95 * ONE}))
    next_best = RatingBand(1, "Hoàn thành nhiệm vụ", 1, 70 * ONE)
    unit = counted(steering="15", public="8", in_time="10")

    assert unit.percent > 90
    assert band_of([next_best, best], unit) is next_best
    assert failing(best, unit) == ["Cải cách thủ tục hành chính"]
    assert band_of([best], unit) is None


def test_limits_of_a_band_are_inclusive_and_a_unit_scored_in_part_has_none():
    band = RatingBand(1, "Tốt", 0, min_each=75 * ONE)

    assert band_of([band], counted(steering="11,25", procedures="15")) is band
    assert band_of([band], counted(steering="11,249999", procedures="15")) is None
    assert band_of([RatingBand(1, "Tốt")], counted(steering="15")) is None


def test_units_with_the_same_total_share_a_rank():
    assert ranks({1: 80, 2: 90, 3: 80, 4: 70}) == {2: 1, 1: 2, 3: 2, 4: 4}
