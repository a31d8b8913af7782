"""Ctrl+K and the help pages."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest

from district_desk.desk.shipped import shipped
from district_desk.domain.directives import Directive
from district_desk.ui.help import words as help_words
from district_desk.ui.help.page import HelpPage
from district_desk.ui.places import PageKey


@pytest.fixture
def overlay(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    return window.search


def found(overlay):
    return [overlay.hits.index(row).data(Qt.ItemDataRole.UserRole) for row in range(overlay.hits.rowCount())]


def test_as_one_types_without_marks_hits_appear_and_enter_opens_the_first(
    overlay, window, qtbot, settled, type_vietnamese
):
    type_vietnamese(overlay.field, "cai cach hanh chinh")
    qtbot.waitUntil(lambda: overlay.hits.rowCount() > 0)
    hit = found(overlay)[0]
    qtbot.keyClick(overlay.field, Qt.Key.Key_Return)
    settled()
    assert overlay.isHidden()
    assert window.here is PageKey.REGISTER
    assert window.page(PageKey.REGISTER).table.current_id() == hit.directive_id


def test_enter_before_the_answer_opens_what_then_comes(overlay, window, qtbot, settled):
    directive = window.desk.store.reading().find(Directive)[0]
    overlay.field.setText(str(directive.uid))
    qtbot.keyClick(overlay.field, Qt.Key.Key_Return)
    qtbot.waitUntil(overlay.isHidden)
    settled()
    assert window.page(PageKey.REGISTER).table.current_id() == directive.id


def test_arrows_choose_and_esc_closes(overlay, qtbot, type_vietnamese):
    type_vietnamese(overlay.field, "van ban")
    qtbot.waitUntil(lambda: overlay.hits.rowCount() > 1)
    qtbot.keyClick(overlay.field, Qt.Key.Key_Down)
    assert overlay.list.currentIndex().row() == 1
    qtbot.keyClick(overlay.field, Qt.Key.Key_Up)
    assert overlay.list.currentIndex().row() == 0
    qtbot.keyClick(overlay.field, Qt.Key.Key_Escape)
    assert overlay.isHidden()


def test_esc_closes_the_search_though_the_page_below_has_an_esc_of_its_own(overlay, window, app, qtbot):
    """The register's "Về danh sách" took the key, and the search stood there until something was opened."""
    with qtbot.waitActive(window):
        window.activateWindow()
    overlay.field.setText("không có chữ này ở đâu cả")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert overlay.isHidden()
    assert window.page(PageKey.REGISTER).table.hasFocus()


def test_going_elsewhere_closes_the_search_even_with_the_mouse_over_it(overlay, window, monkeypatch):
    """Where the mouse happened to lie over it, it stayed above the next page with no way to close it."""
    monkeypatch.setattr(overlay, "underMouse", lambda: True)
    leaving = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    QCoreApplication.sendEvent(overlay.field, leaving)
    assert overlay.isHidden()


def test_without_hits_the_search_is_no_taller_than_its_words(overlay, qtbot, settled):
    empty = overlay.height()
    overlay.field.setText("van ban")
    qtbot.waitUntil(lambda: overlay.hits.rowCount() > 1)
    assert overlay.list.isVisible()
    assert overlay.height() > empty * 3


def test_the_topics_at_the_left_stand_as_far_apart_as_the_pages_of_the_rail(window, settled):
    """They were placed before the style sheet was known, and lay one over the other."""
    for key, name in ((PageKey.HELP, "topics"), (PageKey.CATALOGUE, "names")):
        window.go(key)
        settled()
        topics = getattr(window.page(key), name)
        first, second = (topics.visualItemRect(topics.item(row)) for row in (0, 1))
        assert first.bottom() < second.top()
        assert second.top() - first.top() >= 1.7 * topics.fontMetrics().height()


def test_nothing_found_says_what_to_try(overlay, qtbot, settled, type_vietnamese):
    type_vietnamese(overlay.field, "xyzzy qwrt")
    qtbot.waitUntil(lambda: overlay._note.text().startswith("Không tìm thấy"))


def test_the_hits_keep_qt_s_contract(overlay):
    tester = QAbstractItemModelTester(overlay.hits, QAbstractItemModelTester.FailureReportingMode.Fatal)
    overlay.hits.show([])
    assert overlay.hits.rowCount() == 0
    tester.deleteLater()


def test_every_topic_of_help_has_its_page_and_every_link_leads_somewhere():
    topics = {key for key, _ in help_words.TOPICS}
    written = {path.stem: path.read_text("utf-8") for path in shipped("resources", "help").glob("*.md")}
    assert set(written) == topics
    links = {link for text in written.values() for link in re.findall(r"\]\(([^)]+)\.md\)", text)}
    assert links <= topics


def test_every_page_has_a_help_topic_of_its_own(window):
    topics = [key for key, _ in help_words.TOPICS]
    shown = [window.page(key).topic for key in PageKey if key not in (PageKey.HELP, PageKey.FIRST_START)]
    assert set(shown) <= set(topics)
    assert len(set(shown)) == len(shown)


def test_a_link_in_the_help_opens_that_topic(app, operations, qtbot):
    from PySide6.QtCore import QUrl

    page = HelpPage(operations)
    qtbot.addWidget(page)
    page.show_topic("bat-dau")
    page._link(QUrl("hom-nay.md"))
    assert page.help_topic == "hom-nay"
    assert "Hôm nay" in page.text.toPlainText()
