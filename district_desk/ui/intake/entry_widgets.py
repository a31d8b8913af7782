"""Fields of the intake form that the shared widgets do not have: growing text, and lists that offer but never type."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QPlainTextEdit, QSizePolicy, QWidget

from district_desk.domain.vietnamese import fold, same_spelling
from district_desk.ui.icons import icon

_PAUSE_MS: Final = 180
_OFFERED: Final = 12


def mark(field: QWidget, state: str) -> None:
    """Sets the state that the style sheet shows: "wanting", "wrong" or ""."""
    if field.property("state") != state:
        field.setProperty("state", state)
        field.style().unpolish(field)
        field.style().polish(field)


class GrowingText(QPlainTextEdit):
    """Several lines, as high as their text between two bounds; Tab goes on to the next field."""

    edited = Signal(str)

    def __init__(self, name: str, *, least: int = 2, most: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._loading = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._tell)
        self._fit()

    def show_text(self, text: str) -> None:
        """Shows a text without telling; the cursor stays where the text did not change."""
        if text == self.toPlainText():
            return
        self._loading = True
        self.setPlainText(text)
        self._loading = False

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _height(self) -> int:
        lines = min(max(int(self.document().size().height()), self._least), self._most)
        around = self.height() - self.viewport().height() if self.isVisible() else 12
        return lines * (self.fontMetrics().lineSpacing() + 1) + 6 + max(around, 8)

    def _fit(self) -> None:
        height = self._height()
        if height != self.height():
            self.setFixedHeight(height)
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _tell(self) -> None:
        self._fit()
        if not self._loading:
            self.edited.emit(self.toPlainText())


class OfferingField(QLineEdit):
    """A line that offers earlier values in a list below it: on ↓, and once typing pauses.

    Nothing is ever put into the field by itself; what is chosen from the list is chosen by the person. While an
    input method composes nothing is offered, because a list that opens then takes the letters away.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._offers: tuple[str, ...] = ()
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_OFFERED)
        self._list = QListView(self)
        self._completer.setPopup(self._list)
        self._completer.activated.connect(self._take)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._offer_typed)
        self._arrow = QAction(icon("down", "muted"), f"Các giá trị có sẵn: {name} (↓)", self)
        self._arrow.triggered.connect(self.offer_all)
        self.addAction(self._arrow, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._typed)

    def set_offers(self, offers: Sequence[str]) -> None:
        """What is offered, the likeliest first."""
        self._offers = tuple(dict.fromkeys(offer for offer in offers if offer))
        self._arrow.setVisible(bool(self._offers))

    @property
    def offers(self) -> tuple[str, ...]:
        """What is offered."""
        return self._offers

    def offer_all(self) -> None:
        """Opens the whole list."""
        self._open(self._offers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._list.isVisible():
            self.offer_all()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._pause.stop()
        super().focusOutEvent(event)

    def _typed(self) -> None:
        self.changed.emit()
        self._pause.start()

    def _offer_typed(self) -> None:
        wanted = fold(self.text().strip())
        fitting = [offer for offer in self._offers if wanted and wanted in fold(offer) and offer != self.text()]
        if fitting and self.hasFocus():
            self._open(fitting)
        else:
            self._list.hide()

    def _open(self, offers: Sequence[str]) -> None:
        if offers:
            self._model.setStringList(list(offers))
            self._completer.complete()

    def _take(self, text: str) -> None:
        self.setText(text)
        self.changed.emit()


class ListedField(OfferingField):
    """A line whose value is a code of a list, typed by name with or without marks. ``value`` is "" for no entry."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._names: dict[str, str] = {}

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Code and name of each entry, in the office's order."""
        self._names = dict(entries)
        self.set_offers([name for _, name in entries])

    @property
    def value(self) -> str:
        """The code of the name that stands here; "" where it is none of the list."""
        words = same_spelling(self.text())
        return next((code for code, name in self._names.items() if words and same_spelling(name) == words), "")

    @property
    def is_wrong(self) -> bool:
        """Whether something stands here that is not in the list."""
        return bool(self.text().strip()) and not self.value

    def set_value(self, code: str) -> None:
        """Shows the entry of a code, without telling."""
        self.setText(self._names.get(code, code))
