"""Tài liệu kiểm chứng in the window: completeness per unit, files and numbers filed and taken off."""

import pytest

from district_desk.desk.opening import create_office
from district_desk.desk.reform.index import begin_from_example
from district_desk.domain.reform_plans import Evidence
from district_desk.ui.reform import evidence_words as w
from district_desk.ui.reform.evidence_section import EvidenceSection


@pytest.fixture
def desk(tmp_path):
    made = create_office(tmp_path / "office", "cam-giang-2023")
    begin_from_example(made, 2022)
    yield made
    made.close()


@pytest.fixture
def section(desk, operations, qtbot):
    made = EvidenceSection(operations)
    operations.changed.connect(lambda changes, _: made.on_changes(changes))
    made.show_year(desk, 2022)
    made.show()
    qtbot.waitUntil(lambda: not operations.busy)
    yield made
    qtbot.waitUntil(lambda: not operations.busy)
    operations.close()
    made.close()
    made.deleteLater()


def settle(qtbot, section):
    qtbot.waitUntil(lambda: not section.operations.busy)


def complete(section):
    return section.units.index(0, 1).data()


def test_a_year_without_an_index_says_how_to_begin(section, desk):
    section.show_year(desk, 2019)
    assert section._stack.currentWidget() is section.empty


def test_files_and_numbers_are_filed_at_the_chosen_place_and_count(section, desk, qtbot, tmp_path):
    asked = len(section.board.asking)
    assert complete(section) == f"0/{asked} (0%)"
    paper = tmp_path / "Báo cáo.pdf"
    paper.write_bytes(b"%PDF-1.4")
    section.take_files([paper])
    settle(qtbot, section)
    form = section.add_number()
    form.keep()
    settle(qtbot, section)
    assert "Còn thiếu" in form.messages.sentence
    form.notation.setText("15/BC-UBND")
    form.keep()
    settle(qtbot, section)

    assert len(desk.store.reading().find(Evidence)) == 2
    assert complete(section).startswith(f"1/{asked}")
    assert section.criteria.index(0, 3).data() == w.papers(2)
    section.criterion_table.choose(section.board.asking[1].id)
    assert section.paper_table.current_id() == 0
    section.criterion_table.choose(section.board.asking[0].id)
    section.paper_table.selectAll()
    section.remove()
    settle(qtbot, section)
    assert desk.store.reading().find(Evidence) == []
    assert complete(section) == f"0/{asked} (0%)"


def test_a_document_without_a_file_says_so_when_it_is_opened(section, qtbot):
    form = section.add_number()
    form.subject.setText("Ảnh niêm yết TTHC")
    form.keep()
    settle(qtbot, section)
    said = []
    section.said.connect(said.append)
    section.open_file()
    assert said == [w.NO_FILE]
