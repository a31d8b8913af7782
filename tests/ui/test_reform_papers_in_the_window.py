"""Charts and papers of the page on reform: what is drawn on the screen, what is printed from each part, the dossier."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from district_desk.desk.opening import create_office, open_office
from district_desk.desk.printed_reports import printed_reports
from district_desk.desk.reform.evidence import add_files
from district_desk.desk.reform.index import begin_from_example, index_in_force, tree_of
from district_desk.desk.reform.papers import ReformWish, index_table
from district_desk.desk.reform.texts import texts_of
from district_desk.domain.reform_scores import Score
from district_desk.domain.units import Unit
from district_desk.ui.forms import reform_words as fw
from district_desk.ui.forms.reform_choice import ReformChoice, offered_reform
from district_desk.ui.preview.paper_preview import PaperPreview
from district_desk.ui.reform.chart import Chart, ChartBar, ChartView
from district_desk.ui.reform.chart_dialog import ChartDialog, ranked_chart, unit_chart
from district_desk.ui.reform.evidence_section import EvidenceSection
from district_desk.ui.reform.papers import write_dossier
from district_desk.ui.reform.reports_section import ReportsSection
from district_desk.ui.reform.results_section import ResultsSection


@pytest.fixture(scope="module")
def scored(tmp_path_factory):
    """An office with two communes scored in full, the second below 75 % in one domain."""
    folder = tmp_path_factory.mktemp("charts") / "office"
    desk = create_office(folder, "cam-giang-2023")
    begin_from_example(desk, 2022)
    with desk.writing("keep_scores") as writing:
        units = [unit for unit in writing.reader.find(Unit, "position") if unit.name.startswith("UBND xã")][:2]
        tree = tree_of(writing.reader, index_in_force(desk, 2022).id)
        for unit in units:
            for each in tree.leaves:
                lost = 2 if unit is units[1] and tree.domain_of(each.id).key == "TTHC" else 0
                writing.put(Score(each.id, unit.id, first_points=each.maximum - lost * 1_000_000))
    desk.close()
    return folder


@pytest.fixture
def desk(scored, tmp_path):
    made = open_office(shutil.copytree(scored, tmp_path / "office"))
    yield made
    made.close()


@pytest.fixture
def shown(desk, operations, qtbot):
    """Shows a part of the page for a year."""
    made = []

    def show(kind, year=2022):
        section = kind(operations)
        section.resize(1000, 500)
        section.show_year(desk, year)
        section.show()
        qtbot.waitUntil(lambda: not operations.busy)
        made.append(section)
        return section

    yield show
    qtbot.waitUntil(lambda: not operations.busy)
    for section in made:
        section.close()
        section.deleteLater()


def whole(desk):
    table = index_table(desk, ReformWish(2022))
    return index_table(desk, ReformWish(2022, tuple(unit.id for unit in desk.store.reading().find(Unit)))), table


def preview_of(section, qtbot):
    [dialog] = section.findChildren(PaperPreview)
    qtbot.waitUntil(lambda: dialog._drawn is not None)
    return dialog


def test_all_units_are_ranked_and_a_unit_is_held_against_the_limit(desk):
    table, _ = whole(desk)
    ranked, second = ranked_chart(table), unit_chart(table, table.pictures[1])
    assert [bar.figures for bar in ranked.bars] == [("100,00",), ("92,00",)]
    assert second.limit == 75
    assert ("60,00",) in [bar.figures for bar in second.bars]
    assert second.series == ("Năm 2022",)


def test_last_year_stands_beside_this_one_where_it_is_known(desk):
    table, _ = whole(desk)
    picture = replace(table.pictures[1], before=(80_000_000, *[None] * 6))
    chart = unit_chart(table, picture)
    assert chart.series == ("Năm 2022", "Năm 2021")
    assert chart.bars[0].figures[1] == "80,00"
    assert chart.bars[1].figures[1] == "–"


def test_a_bar_is_painted_up_to_its_value_and_its_figures_can_be_heard(app, qtbot):
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(800, 200)
    view.show_chart(Chart("Biểu đồ", ("Năm 2022",), (ChartBar("một", (50.0,), ("50,00",)),)))
    picture = view.grab().toImage()
    level = int(view._line * 1.5 + view._line * 0.7)
    inside, outside = (picture.pixelColor(int(view.x_of(value)), level) for value in (45, 55))
    assert inside != outside
    assert QColor(inside).saturation() > QColor(outside).saturation()
    assert view.accessibleName() == "Biểu đồ; một: 50,00"


def test_the_chart_of_a_unit_is_printed_with_the_table(shown, desk, qtbot):
    section = shown(ResultsSection)
    section.chart_action.trigger()
    qtbot.waitUntil(lambda: bool(section.findChildren(ChartDialog)))
    section.charts.which.setCurrentIndex(2)
    unit = section.charts.unit
    section.charts.accept()
    dialog = preview_of(section, qtbot)
    [paper] = dialog._drawn.papers.papers
    assert [picture.unit for picture in paper.values.pictures] == [unit]
    dialog.close()


def test_an_empty_year_offers_no_chart_and_nothing_to_print(shown):
    section = shown(ResultsSection, 2019)
    assert not section.chart_action.isEnabled()
    assert not section.print_shown()


def test_the_matrix_of_reports_is_printed_from_its_part(shown, desk, qtbot):
    section = shown(ReportsSection)
    assert section.print_shown()
    dialog = preview_of(section, qtbot)
    assert len(dialog._drawn.papers.papers[0].values.periods) == 4
    dialog.close()


def test_the_evidence_of_the_chosen_unit_is_printed_and_handed_over_as_a_folder(shown, desk, tmp_path, qtbot):
    file = tmp_path / "ke-hoach.pdf"
    file.write_bytes(b"x")
    unit = desk.store.reading().find(Unit, name="UBND xã Cẩm Đông")[0]
    criterion = tree_of(desk.store.reading(), index_in_force(desk, 2022).id).leaves[0]
    add_files(desk, criterion.id, unit.id, [file])
    section = shown(EvidenceSection)
    said = []
    section.said.connect(said.append)
    write_dossier(section, 2022, unit, tmp_path)
    qtbot.waitUntil(lambda: bool(said))
    assert "Đã xuất 1 tệp" in said[0]
    assert (tmp_path / f"ho-so-minh-chung-2022-{unit.code}" / "01-1.1-ke-hoach.pdf").read_bytes() == b"x"
    assert section.print_shown()
    preview_of(section, qtbot).close()


@pytest.fixture
def choice(app, desk, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "account"))
    made = ReformChoice()
    qtbot.addWidget(made)
    made.show_office(desk, offered_reform(desk))
    made.show()
    return made


def test_the_forms_page_asks_what_each_form_needs(choice):
    choice.show_form("bang-theo-doi-ke-hoach-khac-phuc")
    choice.not_sent.setChecked(True)
    wish = choice.wish()
    assert (wish.year, wish.only_awaited, wish.period) == (2022, True, "")
    choice.as_of.set_value(None)
    assert choice.wish() is None
    choice.show_form("danh-muc-minh-chung")
    assert choice.wish().as_of is None


def test_a_report_takes_the_words_of_its_sections_and_remembers_them(choice, desk):
    choice.show_form("bao-cao-cchc")
    choice.year.setCurrentIndex(choice.year.findData(2023))
    choice.texts.section.setCurrentIndex(2)
    choice.texts.words.setPlainText("Công khai thủ tục")
    assert choice.wish().texts == (("procedures", "Công khai thủ tục"),)
    assert choice.texts.section.currentText() == fw.written(fw.SECTIONS["procedures"])
    choice.period.setCurrentIndex(1)
    assert choice.texts.words.toPlainText() == ""
    assert texts_of(desk, 2023, "Quý I") == {"procedures": "Công khai thủ tục"}
    assert printed_reports(desk) == []
