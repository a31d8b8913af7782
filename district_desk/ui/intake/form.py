"""The form of a directive: fields in the order of the paper, what is missing marked, nothing filled in by itself."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from district_desk.desk.words import URGENCIES
from district_desk.domain.directives import Directive, Source, Urgency, missing
from district_desk.ui.intake.entry_widgets import GrowingText, ListedField, OfferingField, mark
from district_desk.ui.intake.fields import MAIN, MORE, Field, FieldKind, shown
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.form import FormRow

WANTING: Final = "cần bổ sung"
_COLUMNS: Final = 24
_NARROW_EMS: Final = 34  # narrower than so many times the height of a line, the form takes its narrow shape
_OFFERING: Final = frozenset({"issuer", "signer", "signer_title", "place"})

Entry = QLineEdit | GrowingText | QComboBox


class DirectiveForm(QWidget):
    """Shows a directive and tells what the person changes.

    Signals:
        edited(str, object): the field's key and its new value; an unreadable date or number is told as nothing.
        entered(str): the focus came to that field.
    """

    edited = Signal(str, object)
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._directive = Directive()
        self._entries: dict[str, Entry] = {}
        self._rows: dict[str, FormRow] = {}
        self._is_narrow: bool | None = None
        self._doubtful: frozenset[str] = frozenset()
        self._grid = QGridLayout()
        unit = self.fontMetrics().height()
        self._grid.setHorizontalSpacing(unit // 2)
        self._grid.setVerticalSpacing(unit // 4)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        for field in (*MAIN, *MORE):
            self._add(field)
        self._entries["urgency"].setMaximumHeight(self.entry("symbol").sizeHint().height())
        self._more = button("Thêm ô", self._toggle_more, role="link", tip="Các ô ít dùng: kính gửi, nơi nhận, hồ sơ…")
        self._shows_more = False
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, unit // 3, 0)
        column_layout.setSpacing(0)
        column_layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column_layout.addLayout(self._grid)
        column_layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column_layout.addStretch(1)
        self._lay_out(is_narrow=False)

    # --- what is shown -------------------------------------------------------------------------------------------
    def show_directive(self, directive: Directive, *, doubtful: frozenset[str] = frozenset()) -> None:
        """Shows a record anew: every field takes the record's value."""
        self._directive, self._doubtful = directive, doubtful
        for key, entry in self._entries.items():
            _put(key, entry, directive)
        self._mark_all()
        self._lay_out(is_narrow=bool(self._is_narrow))

    def follow(self, directive: Directive) -> None:
        """Shows the record after a move: only fields whose value differs are touched, so nothing typed is disturbed."""
        self._directive = directive
        for key, entry in self._entries.items():
            if _value(key, entry) != _wanted(key, directive):
                _put(key, entry, directive)
        self._mark_all()

    def show_next_number(self, words_of_number: str) -> None:
        """What stands pale in the blank số đến: the number that registering would give."""
        self.entry("arrival_number").setPlaceholderText(words_of_number)

    def set_offers(self, key: str, offers: Sequence[str]) -> None:
        """Earlier values of a field."""
        entry = self._entries[key]
        if isinstance(entry, OfferingField):
            entry.set_offers(offers)

    def set_entries(self, key: str, entries: Sequence[tuple[str, str]]) -> None:
        """Codes and names of a listed field."""
        entry = self._entries[key]
        if isinstance(entry, ListedField):
            entry.set_entries(entries)

    def entry(self, key: str) -> QLineEdit:
        """The line of a field."""
        entry = self._entries[key]
        assert isinstance(entry, QLineEdit)
        return entry

    @property
    def subject(self) -> GrowingText:
        """The field of the trích yếu."""
        entry = self._entries["subject"]
        assert isinstance(entry, GrowingText)
        return entry

    def focus_field(self, key: str) -> None:
        """Puts the cursor into a field, opening the rare ones where it is one of them."""
        if any(field.key == key for field in MORE) and not self._shows_more:
            self._toggle_more()
        if key in self._entries:
            self._entries[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Puts the cursor where work begins: the first field that lacks something, or the first of the form."""
        lacking = missing(self._directive)
        key = lacking[0] if lacking else next(f.key for f in MAIN if shown(f, self._directive.source))
        self.focus_field(key)

    @property
    def faults(self) -> tuple[str, ...]:
        """Names of the fields in which something stands that cannot be read."""
        self._mark_all()
        fields = ((field, self._entries[field.key]) for field in (*MAIN, *MORE))
        return tuple(field.name for field, entry in fields if _is_wrong(field.key, entry))

    # --- building ------------------------------------------------------------------------------------------------
    def _add(self, field: Field) -> None:
        entry = self._make(field)
        row = FormRow(field.name, entry, self)
        entry.installEventFilter(self)
        entry.setProperty("key", field.key)
        self._entries[field.key] = entry
        self._rows[field.key] = row

    def _make(self, field: Field) -> Entry:
        if field.kind is FieldKind.WORDS:
            text = GrowingText(field.name)
            text.edited.connect(self._text_edited)
            return text
        if field.kind is FieldKind.URGENCY:
            choice = QComboBox()
            for urgency, name in URGENCIES.items():
                choice.addItem(name, urgency)
            choice.activated.connect(self._line_edited)
            return choice
        return self._make_line(field)

    def _make_line(self, field: Field) -> QLineEdit:
        if field.kind is FieldKind.DAY:
            day = DateField(field.name)
            day.setMinimumWidth(day.fontMetrics().horizontalAdvance("00/00/0000") + day.fontMetrics().height() * 3)
            day.changed.connect(self._line_edited)
            day.editingFinished.connect(self._mark_sender)
            return day
        if field.kind is FieldKind.LISTED or field.key in _OFFERING:
            line = ListedField(field.name) if field.kind is FieldKind.LISTED else OfferingField(field.name)
            line.changed.connect(self._line_edited)
            return line
        plain = QLineEdit()
        plain.textEdited.connect(self._line_edited)
        return plain

    def _lay_out(self, *, is_narrow: bool) -> None:
        self._is_narrow = is_narrow
        place = line = 0
        for field in (*MAIN, *MORE):
            row = self._rows[field.key]
            is_shown = shown(field, self._directive.source) and (self._shows_more or field not in MORE)
            row.setVisible(is_shown)
            if not is_shown:
                continue
            width = field.narrow if is_narrow else field.wide
            if place + width > _COLUMNS:
                place, line = 0, line + 1
            self._grid.addWidget(row, line, place, 1, width, Qt.AlignmentFlag.AlignTop)
            place += width
        self._order_tabs()

    def _order_tabs(self) -> None:
        entries = [self._entries[field.key] for field in (*MAIN, *MORE)]
        for earlier, later in pairwise(entries):
            QWidget.setTabOrder(earlier, later)

    def _toggle_more(self) -> None:
        self._shows_more = not self._shows_more
        self._more.setText("Bớt ô" if self._shows_more else "Thêm ô")
        self._lay_out(is_narrow=bool(self._is_narrow))

    @property
    def more_button(self) -> QPushButton:
        """The button that shows the rare fields."""
        return self._more

    def minimumSizeHint(self) -> QSize:
        """As narrow as the narrow shape; the wide one must not keep the form from taking it."""
        return QSize(self.fontMetrics().height() * 16, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW_EMS * self.fontMetrics().height()
        if is_narrow != self._is_narrow:
            self._lay_out(is_narrow=is_narrow)

    # --- telling -------------------------------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(watched.property("key"))
        return super().eventFilter(watched, event)

    def _text_edited(self, text: str) -> None:
        self.edited.emit(self.sender().property("key"), " ".join(text.split()))

    def _line_edited(self) -> None:
        key = self.sender().property("key")
        value = _value(key, self._entries[key])
        self._mark_one(key)
        self.edited.emit(key, value)

    def _mark_sender(self) -> None:
        self._mark_one(self.sender().property("key"))

    # --- marking -------------------------------------------------------------------------------------------------
    def _mark_all(self) -> None:
        for key in self._entries:
            self._mark_one(key)

    def _mark_one(self, key: str) -> None:
        entry = self._entries[key]
        if isinstance(entry, QComboBox):
            return
        lacks = key in missing(self._directive) and not _written(entry)
        mark(entry, "wrong" if _is_wrong(key, entry) else "wanting" if lacks else "")
        if key != "arrival_number":
            entry.setPlaceholderText(WANTING if lacks else "")
        is_doubtful = key in self._doubtful
        entry.setToolTip("Máy đọc chưa chắc, xin xem lại với văn bản" if is_doubtful else "")


def _written(entry: Entry) -> str:
    if isinstance(entry, GrowingText):
        return entry.toPlainText().strip()
    return entry.text().strip() if isinstance(entry, QLineEdit) else entry.currentText()


def _is_wrong(key: str, entry: Entry) -> bool:
    if isinstance(entry, (DateField, ListedField)):
        return entry.is_wrong
    return key in ("arrival_number", "page_count") and bool(_written(entry)) and _value(key, entry) is None


def _value(key: str, entry: Entry) -> object:
    """The value that stands in a field, as the record keeps it; None where nothing readable stands."""
    match entry:
        case DateField() | ListedField():
            return entry.value
        case QComboBox():
            return Urgency(entry.currentData())
        case GrowingText():
            return " ".join(entry.toPlainText().split())
        case _:
            return _READERS.get(key, str.strip)(entry.text())


def _wanted(key: str, directive: Directive) -> object:
    if key == "arrival_number":
        return None if directive.arrival_number is None else (directive.arrival_number, directive.arrival_suffix)
    return getattr(directive, key)


def _put(key: str, entry: Entry, directive: Directive) -> None:
    value = directive.arrival if key == "arrival_number" else getattr(directive, key)
    match entry:
        case DateField():
            assert value is None or isinstance(value, date)
            entry.set_value(value)
        case ListedField():
            entry.set_value(value)
        case QComboBox():
            entry.setCurrentIndex(entry.findData(value))
        case GrowingText():
            entry.show_text(value)
        case _:
            entry.setText("" if value is None else str(value))
            entry.setCursorPosition(0)


def _arrival(text: str) -> tuple[int, str] | None:
    from district_desk.desk.registering import typed_number
    from district_desk.domain.problems import BadValue

    try:
        return typed_number(text) if text.strip() else None
    except BadValue:
        return None


def _count(text: str) -> int | None:
    return int(text) if text.strip().isascii() and text.strip().isdigit() else None


_READERS: Final[dict[str, Callable[[str], object]]] = {"arrival_number": _arrival, "page_count": _count}

__all__ = ["WANTING", "DirectiveForm", "Source"]
