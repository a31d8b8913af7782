"""The grid of scores is a sheet: typing replaces, Enter and Tab go on, blocks come from Excel and go back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from district_desk.desk.keeping import undo
from district_desk.desk.opening import create_office
from district_desk.desk.reform.index import begin_from_example
from district_desk.domain.points import ONE
from district_desk.domain.reform_scores import Score
from district_desk.ui.reform import score_words as w
from district_desk.ui.reform.score_table import block_of
from district_desk.ui.reform.scores_section import ScoresSection


@pytest.fixture
def desk(tmp_path):
    made = create_office(tmp_path / "office", "cam-giang-2023")
    begin_from_example(made, 2022)
    yield made
    made.close()


@pytest.fixture
def section(desk, operations, qtbot):
    made = ScoresSection(operations)
    operations.changed.connect(lambda changes, _: made.on_changes(changes))
    made.show_year(desk, 2022)
    made.resize(1000, 500)
    made.show()
    qtbot.waitUntil(lambda: not operations.busy)
    made.domains.setCurrentIndex(2)
    yield made
    qtbot.waitUntil(lambda: not operations.busy)
    operations.close()
    made.close()
    made.deleteLater()


def scores(desk):
    return {(each.criterion_id, each.unit_id): each.second_points for each in desk.store.reading().find(Score)}


def type_into(qtbot, table, keys, last):
    """Type over the current cell, as a clerk does."""
    qtbot.keyClicks(table, keys[0])
    [entry] = [each for each in table.viewport().findChildren(QLineEdit) if each.isVisible()]
    qtbot.keyClicks(entry, keys[1:])
    qtbot.keyClick(entry, last)


def settle(qtbot, section):
    qtbot.waitUntil(lambda: not section.operations.busy)


def text(section, row, column):
    return section.model.index(row, column).data()


def test_typing_replaces_and_enter_goes_down_and_tab_right(section, desk, qtbot):
    table = section.table
    type_into(qtbot, table, "2,5", Qt.Key.Key_Return)
    type_into(qtbot, table, "1", Qt.Key.Key_Tab)
    type_into(qtbot, table, "2", Qt.Key.Key_Down)
    settle(qtbot, section)

    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, 1)
    assert [text(section, *place) for place in ((0, 0), (1, 0), (1, 1))] == ["2,5", "1", "2"]
    assert sorted(scores(desk).values()) == [ONE, 2 * ONE, 2_500_000]
    type_into(qtbot, table, "3", Qt.Key.Key_Escape)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert text(section, 2, 1) == ""
    assert table.currentIndex().row() == 3


def test_a_block_from_excel_is_one_operation_and_goes_back_as_it_came(section, desk, qtbot):
    QGuiApplication.clipboard().setText("1,5\t2\r\n0.5\t1\r\n")
    section.table.setCurrentIndex(section.model.index(3, 0))
    section.table.paste()
    settle(qtbot, section)

    assert sorted(scores(desk).values()) == [500_000, ONE, 1_500_000, 2 * ONE]
    columns = len(section.model.look.columns)
    assert text(section, 3, columns - 2) == "3,5"
    section.table.selectionModel().select(
        section.model.index(4, 1), section.table.selectionModel().SelectionFlag.ClearAndSelect
    )
    section.table.setCurrentIndex(section.model.index(3, 0))
    section.table.copy()
    assert QGuiApplication.clipboard().text() == "1,5"
    undo(desk)
    section.refresh()
    settle(qtbot, section)
    assert text(section, 3, columns - 2) == ""


def test_a_block_with_points_above_the_maximum_writes_nothing_and_says_which_cell(section, desk, qtbot):
    said = []
    section.said.connect(said.append)
    section.model.write((0, 0), [["1", "99"], ["x", "1"]])
    settle(qtbot, section)

    assert scores(desk) == {}
    assert len(said) == 1
    assert "Vượt điểm tối đa: 99 >" in said[0]
    assert "và 1 ô khác" in said[0]
    assert "Vượt điểm tối đa" in section.model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_a_block_that_does_not_fit_is_refused(section, desk):
    said = []
    section.said.connect(said.append)
    section.model.write((16, 0), [["1"], ["1"]])
    assert said == [w.too_large(2, 1, 1, len(section.model.look.columns))]
    assert scores(desk) == {}


def test_delete_clears_and_the_sum_of_parts_is_not_written_over(section, desk, qtbot):
    section.model.write((0, 0), [["1"]])
    settle(qtbot, section)
    section.domains.setCurrentIndex(0)
    domain_cell = section.model.index(0, 0)
    assert section.model.hindrance(domain_cell) == w.IS_SUM
    said = []
    section.table.refused.connect(said.append)
    section.table.setCurrentIndex(domain_cell)
    qtbot.keyClicks(section.table, "5")
    assert said == [w.IS_SUM]

    section.domains.setCurrentIndex(2)
    section.table.setCurrentIndex(section.model.index(0, 0))
    qtbot.keyClick(section.table, Qt.Key.Key_Delete)
    settle(qtbot, section)
    assert list(scores(desk).values()) == [None]
    assert section.past.text().count("→") == 2


def test_one_units_look_takes_what_it_declares_and_explains(section, desk, qtbot):
    section.looks.setCurrentIndex(1)
    fields = [axis.field for axis in section.model.look.columns]
    row = next(place for place, axis in enumerate(section.model.look.rows) if "." in axis.criterion.code)
    section.model.write((row, fields.index("declared")), [["97,5%", "1", "1", "Đã bổ sung"]])
    settle(qtbot, section)

    [score] = desk.store.reading().find(Score)
    assert (score.declared, score.self_points, score.first_points, score.explanation) == (
        "97,5%", ONE, ONE, "Đã bổ sung",
    )  # fmt: skip
    assert text(section, row, fields.index("counted")) == "1"


@pytest.mark.parametrize(
    ("clipboard", "block"),
    [
        ("", []),
        ("1\t2\n", [["1", "2"]]),
        ('"a\nb"\tc\r\n\r\nd', [["a\nb", "c"], [""], ["d"]]),
        ("\t1", [["", "1"]]),
    ],
)
def test_the_clipboard_is_read_as_excel_writes_it(clipboard, block):
    assert block_of(clipboard) == block
