"""The main job through the real window, as a clerk does it: with keys, a dropped file, an input method and a mouse."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from district_desk.desk.listing import directive_view
from district_desk.domain.assignments import Assignment, Role
from district_desk.domain.directives import Directive
from district_desk.ui.application import build
from district_desk.ui.first_start.page import FirstStartPage
from district_desk.ui.intake.page import IntakePage
from district_desk.ui.places import PageKey
from district_desk.ui.preview.dialog import PreviewDialog
from district_desk.ui.register.page import RegisterPage
from district_desk.ui.widgets.ask import Question
from district_desk.ui.window import MainWindow

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 20_000


class Clerk:
    """Acts on the window and waits for facts, never for time."""

    def __init__(self, window: MainWindow, qtbot: Any, type_vietnamese: Callable[[QWidget, str], None]) -> None:
        self.window, self.qtbot, self.type = window, qtbot, type_vietnamese

    def wait(self, fact: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(fact, timeout=_PATIENCE)

    def settle(self) -> None:
        self.wait(lambda: not self.window.operations.busy)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if not self.window.isActiveWindow():  # without a window manager nothing gives it back after a dialog
            self.window.activateWindow()
            self.wait(self.window.isActiveWindow)
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def drop(self, path: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        event = QDropEvent(
            QPointF(400, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        self.window.dropEvent(event)
        self.wait(lambda: self.intake.session is not None and self.intake.session.reading is not None)
        self.settle()

    @property
    def intake(self) -> IntakePage:
        page = self.window.page(PageKey.INTAKE)
        assert isinstance(page, IntakePage)
        return page

    @property
    def register(self) -> RegisterPage:
        page = self.window.page(PageKey.REGISTER)
        assert isinstance(page, RegisterPage)
        return page

    def found_office(self, profile: str) -> None:
        self.wait(lambda: self.window.here is PageKey.FIRST_START)
        page = self.window.page(PageKey.FIRST_START)
        assert isinstance(page, FirstStartPage)
        page.choose_profile(profile)
        with self.qtbot.waitSignal(self.window.opened, timeout=_PATIENCE):
            self.qtbot.mouseClick(page.found, Qt.MouseButton.LeftButton)
        self.settle()

    def enter_and_give(self) -> int:
        with self.qtbot.waitSignal(self.intake.registered, timeout=_PATIENCE) as told:
            self.press(Qt.Key.Key_F10)
        self.settle()
        return int(told.args[0])

    def stored(self, kind: type[Any]) -> list[Any]:
        assert self.window.desk is not None
        return self.window.desk.store.reading().find(kind)


@pytest.fixture
def clerk(
    tmp_path: Path, qtbot: Any, type_vietnamese: Callable[[QWidget, str], None], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Clerk]:
    monkeypatch.setattr(Question, "ask", lambda *_, **__: True)  # a clerk who closes with a document half entered
    window = build(tmp_path / "office")
    with qtbot.waitActive(window):
        window.activateWindow()
    try:
        yield Clerk(window, qtbot, type_vietnamese)
    finally:
        window.close()
        window.deleteLater()


@pytest.fixture(params=["written for the program", "003 of the source documents"])
def directive_file(request: pytest.FixtureRequest) -> Path:
    """Our own example, and the chỉ thị of Cẩm Giàng where the source documents are present."""
    if request.param == "written for the program":
        return _ROOT / "resources" / "examples" / "chi-thi-vi-du.txt"
    samples: Path = request.getfixturevalue("samples")
    return samples / "directives" / "003-ct-camgiang-cchc.txt"


def test_from_first_start_to_printed_sheets_and_back(clerk: Clerk, directive_file: Path, tmp_path: Path):
    clerk.found_office("cam-giang-2023")
    clerk.drop(directive_file)
    assert clerk.window.here is PageKey.INTAKE
    assert clerk.intake.form.entry("symbol").text() == "CT-UBND"
    assert "UBND các xã, thị trấn (17)" in _shown_leads(clerk.intake)

    entry = clerk.intake.form.entry("issuer")
    entry.clear()
    clerk.type(entry, "UBND huyện Cẩm Giàng")
    directive_id = clerk.enter_and_give()
    desk = clerk.window.desk
    assert desk is not None
    view = directive_view(desk, directive_id)
    assert (view.directive.arrival, view.directive.issuer) == ("1", "UBND huyện Cẩm Giàng")
    to_communes = [rows for rows in view.lines.values() if _communes(rows) == 17]
    assert to_communes, "the heads of the communes and townships became seventeen lines"

    clerk.wait(lambda: clerk.window.here is PageKey.REGISTER and clerk.register.table.current_id() == directive_id)
    _print_sheets(clerk, tmp_path / "phieu.pdf")
    _find(clerk, "cai cach hanh chinh", directive_id)

    clerk.register.table.setFocus()
    clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    assert clerk.stored(Directive) == []
    assert clerk.stored(Assignment) == []
    clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    clerk.settle()
    assert len(clerk.stored(Directive)) == 1


def test_the_five_source_documents_stand_in_one_office(clerk: Clerk, samples: Path):
    clerk.found_office("cam-giang-2023")
    for path in sorted((samples / "directives").glob("00[0-4]-*.txt")):
        clerk.drop(path)
        if path.name.startswith("002"):
            assert "bài báo" in clerk.intake.messages.sentence
        clerk.enter_and_give()
        clerk.wait(lambda: clerk.window.here is PageKey.REGISTER)

    directives = {each.symbol or "bài báo": each for each in clerk.stored(Directive)}
    assert [each.arrival for each in directives.values()] == ["1", "2", "", "3", "4"]
    assert directives["bài báo"].reference_only == 1
    for symbol in ("UBND-NC", "UBND-VP"):
        assert (directives[symbol].number, directives[symbol].issued) == ("", None), "blank stays blank"
    assert any(line.role is Role.LEAD for line in clerk.stored(Assignment))


def test_a_sentence_of_an_article_is_picked_by_mouse_and_given(clerk: Clerk, samples: Path):
    clerk.found_office("cam-giang-2023")
    clerk.drop(next((samples / "directives").glob("002-*.txt")))
    clerk.intake.messages._remedy.click()
    before = {each.key for each in clerk.intake.draft.items}
    _drag_over(clerk, "Cán bộ, công chức cần làm việc tâm huyết")
    take = next(b for b in clerk.intake.document.bar.findChildren(QWidget) if b.property("use") == "item")
    clerk.qtbot.mouseClick(take, Qt.MouseButton.LeftButton)

    new = [each for each in clerk.intake.draft.items if each.key not in before]
    assert [each.item.text[:14] for each in new] == ["Cán bộ, công c"]


def _shown_leads(page: IntakePage) -> set[str]:
    from district_desk.ui.intake.items_model import ItemColumn

    model = page.items.view.model()
    return {str(model.index_of(key).siblingAtColumn(ItemColumn.LEAD).data()) for key in model.keys}


def _communes(rows: tuple[Any, ...]) -> int:
    return sum(1 for row in rows if row.unit.startswith(("UBND xã", "UBND thị trấn")))


def _print_sheets(clerk: Clerk, path: Path) -> None:
    clerk.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    clerk.wait(lambda: bool(clerk.window.findChildren(PreviewDialog)))
    dialog = clerk.window.findChildren(PreviewDialog)[0]
    clerk.wait(lambda: bool(dialog.pdf))
    dialog.save_to(path)
    clerk.settle()
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    addressed = {line for page in pages for line in page.splitlines() if line.startswith("Kính gửi")}
    assert sum("UBND xã" in line or "UBND thị trấn" in line for line in addressed) == 17
    assert pages[0].count("PHIẾU GIAO NHIỆM VỤ") == 1
    dialog.close()


def _find(clerk: Clerk, words: str, directive_id: int) -> None:
    clerk.window.go(PageKey.TASKS)
    clerk.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    overlay = clerk.window.search
    assert overlay is not None
    clerk.qtbot.keyClicks(overlay.field, words)
    clerk.wait(lambda: overlay.hits.rowCount() > 0)
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.window.here is PageKey.REGISTER)
    clerk.settle()
    assert clerk.register.table.current_id() == directive_id


def _drag_over(clerk: Clerk, words: str) -> None:
    pane = clerk.intake.document.pane
    start = clerk.intake.draft.text.index(words)
    first, last = pane.cursorRect(pane._cursor_at(start)), pane.cursorRect(pane._cursor_at(start + len(words)))
    if not pane.viewport().rect().contains(last):
        pane.verticalScrollBar().setValue(pane.verticalScrollBar().value() + first.top() - 40)
        first, last = pane.cursorRect(pane._cursor_at(start)), pane.cursorRect(pane._cursor_at(start + len(words)))
    left = Qt.MouseButton.LeftButton
    clerk.qtbot.mousePress(pane.viewport(), left, pos=first.center())
    clerk.qtbot.mouseMove(pane.viewport(), last.center() + QPoint(1, 0))
    clerk.qtbot.mouseRelease(pane.viewport(), left, pos=last.center() + QPoint(1, 0))
    clerk.wait(lambda: clerk.intake.document.selected_span() is not None)
