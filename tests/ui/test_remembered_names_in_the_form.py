"""Names that the office put right earlier: shown as such beside the form, taken back, listed in the catalogue."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from intake_bench import DIRECTIVE, Bench, intake
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from district_desk.desk import cataloguing
from district_desk.domain.corrections import NameField, ReadingCorrection
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.page import CataloguePage
from district_desk.ui.document_view import LightKind, lights_of
from district_desk.ui.intake import words

MISREAD = DIRECTIVE.replace("Nguyễn Văn Ví Dụ", "Nguyên Văn Vi Dụ")
SIGNER = "Nguyễn Văn Ví Dụ"


@pytest.fixture
def bench(tmp_path: Path, qtbot: Any) -> Iterator[Bench]:
    with intake(tmp_path, qtbot) as made:
        yield made


def next_letter(bench: Bench, number: int) -> Path:
    text = MISREAD.replace("Số: 90", f"Số: {number}").replace("đẩy mạnh", f"đẩy mạnh lần {number}")
    return bench.file(text, f"{number}.txt")


def enter(bench: Bench) -> str:
    with bench.qtbot.waitSignal(bench.page.said) as told:
        bench.qtbot.keyClick(bench.page.form.entry("signer"), Qt.Key.Key_F9)
    bench.settle()
    return str(told.args[0])


def test_a_corrected_signer_is_said_to_be_remembered_and_stands_in_the_next_document(bench: Bench):
    bench.read(next_letter(bench, 90))
    bench.page.form.edited.emit("signer", SIGNER)
    said = enter(bench)
    assert f"Đã nhớ cách đọc: “Nguyên Văn Vi Dụ” là “{SIGNER}”" in said

    bench.read(next_letter(bench, 91))
    page = bench.page
    assert page.form.entry("signer").text() == SIGNER
    assert page.memory_bar.sentence == f"Đặt theo cách đọc đã nhớ: Người ký “{SIGNER}” theo lần sửa ngày 06/09/2023."
    assert page.session is not None
    light = next(each for each in lights_of(page.session.reading, page.draft) if each.key == "signer")
    assert light.kind is LightKind.REMEMBERED
    assert page.document.pane.title_of(light) == "Người ký (theo lần sửa ngày 06/09/2023)"


def test_one_button_brings_back_what_the_words_say_and_can_be_undone(bench: Bench):
    cataloguing.put(bench.desk, [ReadingCorrection("", NameField.SIGNER, "Nguyên Văn Vi Dụ", SIGNER)])
    bench.read(next_letter(bench, 90))
    back = next(each for each in bench.page.memory_bar.findChildren(QPushButton) if each.text() == words.AS_WRITTEN)
    back.click()
    assert bench.page.form.entry("signer").text() == "Nguyên Văn Vi Dụ"
    assert bench.page.memory_bar.sentence == ""

    bench.page.moving.undo()
    assert bench.page.form.entry("signer").text() == SIGNER


def test_the_catalogue_lists_what_is_remembered(bench: Bench, qtbot: Any):
    cataloguing.put(bench.desk, [ReadingCorrection("", NameField.SIGNER, "Nguyên Văn Vi Dụ", SIGNER)])
    page = CataloguePage(bench.operations)
    qtbot.addWidget(page)
    page.attach(bench.desk)
    page.refresh()
    section = next(each for each in page.lists if each.spec.name == w.CORRECTIONS)

    row = cataloguing.corrections(bench.desk)[0]
    shown = [column.text(row) for column in section.model.columns]
    assert shown == ["mọi cơ quan", "Người ký", "Nguyên Văn Vi Dụ", SIGNER, "0", ""]
    assert list(section.model.ids) == [row.id]
