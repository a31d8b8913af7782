"""Qt's own dialogs and menus, walked through: nothing of what they ask to have translated stays English."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextBrowser,
)

from district_desk.ui.language import OwnWords

_NO_SENTENCES = {"QShortcut", "QPageSize", "QMimeType", "QGuiApplication"}
"""What is printed on keys, names of paper, kinds of files that are no documents, the direction of writing."""
_NO_WORDS = re.compile(r"\.\.\.|mm|Form|Alt\+\w+|\d+ \(\dx\d\)")
"""Dots, units, keys, and a name in Qt Designer that nobody sees."""


class Watched(OwnWords):
    """The program's translator, noting what Qt asks and what nobody translated."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.unanswered: set[str] = set()
        self.answered: set[str] = set()

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        answer = super().translate(context, source, disambiguation, n)
        if answer is not None:
            self.answered.add(source)
        elif context not in _NO_SENTENCES and not _NO_WORDS.fullmatch(source):
            self.unanswered.add(f"{context}: {source}")
        return answer


@pytest.fixture
def asked(app) -> Iterator[Watched]:
    """Everything that Qt asks the translator while the test runs."""
    watched = Watched(app)
    app.installTranslator(watched)
    yield watched
    app.removeTranslator(watched)


def test_the_dialog_of_files_asks_in_vietnamese_in_every_way_it_is_used(asked, qtbot, tmp_path):
    """It said "Look in:", "Files of type:" and called every folder "Folder"."""
    (tmp_path / "văn bản").mkdir()
    (tmp_path / "04-CT-UBND.pdf").write_bytes(b"%PDF" * 400)
    dialog = QFileDialog(directory=str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    for accept in QFileDialog.AcceptMode:
        for mode in QFileDialog.FileMode:
            dialog.setAcceptMode(accept)
            dialog.setFileMode(mode)
            dialog.show()
    model = dialog.findChild(QLineEdit, "fileNameEdit").completer().model()
    qtbot.waitUntil(lambda: model.rowCount(model.index(str(tmp_path))) == 2)
    kinds = {model.data(model.index(str(tmp_path / name)).siblingAtColumn(2)) for name in ("văn bản",)}

    assert kinds == {"Thư mục"}
    assert {label.text() for label in dialog.findChildren(QLabel)} >= {"&Loại tệp:", "&Xem trong:"}
    assert asked.unanswered == set()
    assert "&Look in:" in asked.answered


def test_the_dialog_of_printers_asks_in_vietnamese(asked, qtbot):
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter()  # the dialog does not keep it
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    buttons = {button.text() for button in dialog.findChildren(QAbstractButton)}

    assert {"&In", "Hủy", "In tất cả", "Từ trang"} <= buttons
    assert asked.unanswered == set()
    assert "Double Sided Printing" in asked.answered


def test_messages_and_questions_of_qt_are_vietnamese(asked, qtbot):
    box, question = QMessageBox(), QInputDialog()
    qtbot.addWidget(box)
    qtbot.addWidget(question)
    for button in QMessageBox.StandardButton:
        if (
            button.value
            and button.value & (button.value - 1) == 0
            and button.value >= QMessageBox.StandardButton.Ok.value
        ):
            box.addButton(button)
    box.setDetailedText("chi tiết")
    box.show()
    question.show()

    assert "Xem chi tiết…" in {button.text() for button in box.buttons()}
    assert asked.unanswered == set()
    assert "Enter a value:" in asked.answered


def test_the_menus_of_fields_are_vietnamese(asked, qtbot):
    line, notes, page = QLineEdit("a"), QPlainTextEdit("b"), QTextBrowser()
    said = set()
    for field in (line, notes, page):
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        said |= {action.text().partition("\t")[0] for action in menu.actions() if action.text()}
        menu.deleteLater()

    assert said >= {"&Hoàn tác", "&Dán", "Chọn tất cả", "&Chép"}
    assert asked.unanswered == set()
    assert "Cu&t" in asked.answered
