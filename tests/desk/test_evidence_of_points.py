"""What proves a unit's points: files kept once by content, documents by their number, completeness in per cent."""

from datetime import date, datetime

import pytest

from district_desk.desk.filing import kept_path
from district_desk.desk.keeping import undo
from district_desk.desk.opening import create_office
from district_desk.desk.reform.evidence import (
    add_files,
    drop_evidence,
    evidence_board,
    evidence_file,
    put_document,
)
from district_desk.desk.reform.index import begin_from_example
from district_desk.domain.problems import BadValue, MissingField
from district_desk.domain.reform_plans import Evidence


@pytest.fixture
def desk(tmp_path):
    made = create_office(tmp_path / "office", "cam-giang-2023", clock=lambda: datetime(2023, 4, 3, 8, 0))
    begin_from_example(made, 2022)
    yield made
    made.close()


@pytest.fixture
def place(desk):
    """A criterion that asks for evidence, and a unit."""
    board = evidence_board(desk, 2022)
    return board.asking[0].id, board.units[0].id


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "Kế hoạch CCHC.pdf"
    path.write_bytes(b"%PDF-1.4 ...")
    return path


def test_a_file_is_kept_by_content_and_never_twice_at_one_criterion(desk, place, paper, tmp_path):
    twin = tmp_path / "bản sao.pdf"
    twin.write_bytes(paper.read_bytes())
    add_files(desk, *place, [paper, twin])
    with pytest.raises(BadValue):
        add_files(desk, *place, [twin])

    board = evidence_board(desk, 2022)
    [held] = board.of(place[1], place[0])
    assert kept_path(desk.folder, held.digest).read_bytes() == paper.read_bytes()
    assert evidence_file(desk, held).name == held.name


def test_completeness_counts_criteria_that_ask_and_have_some(desk, place, paper):
    before = evidence_board(desk, 2022)
    assert before.completeness(place[1]) == 0
    add_files(desk, *place, [paper])
    put_document(desk, Evidence(*place, notation="12/KH-UBND", dated=date(2022, 1, 5)))

    board = evidence_board(desk, 2022)
    assert board.proven(place[1]) == 1
    assert board.completeness(place[1]) * len(board.asking) == 100
    assert [each.position for each in board.of(place[1], place[0])] == [0, 1]


def test_what_is_taken_off_comes_back_with_undo(desk, place, paper):
    add_files(desk, *place, [paper])
    [held] = evidence_board(desk, 2022).of(place[1], place[0])
    drop_evidence(desk, [held.id])
    assert evidence_board(desk, 2022).of(place[1], place[0]) == ()
    undo(desk)
    assert evidence_board(desk, 2022).of(place[1], place[0]) == (held,)


def test_a_document_that_says_nothing_or_comes_from_tomorrow_is_refused(desk, place):
    with pytest.raises(MissingField):
        put_document(desk, Evidence(*place, notation="  "))
    with pytest.raises(BadValue):
        put_document(desk, Evidence(*place, notation="1/BC", dated=date(2023, 4, 4)))
