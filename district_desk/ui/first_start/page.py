"""Cards with the shipped profiles, the folder, and three ways to go on."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from district_desk.desk.opening import default_folder, example_beside
from district_desk.desk.profiles import profiles
from district_desk.domain.office import ProfileInfo
from district_desk.ui.first_start import words as w
from district_desk.ui.operations import Operations
from district_desk.ui.theme import colours
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import ElidedLabel, label
from district_desk.ui.widgets.page import Page
from district_desk.ui.widgets.paged_model import Index
from district_desk.ui.widgets.row_delegate import paint_lines

_PROFILE = Qt.ItemDataRole.UserRole


class FirstStartPage(Page):
    """The page of a folder without an office.

    Signals:
        office_wanted(Path, str): found an office there from that profile.
        demo_wanted(Path): found the example office there.
        other_wanted(Path): open the office of that folder.
    """

    office_wanted = Signal(object, str)
    demo_wanted = Signal(object)
    other_wanted = Signal(object)
    topic = "bat-dau"

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.set_words(w.TITLE, w.SUBTITLE)
        self._folder = default_folder()
        self.cards = QListWidget()
        self.cards.setAccessibleName(w.PROFILES)
        self.cards.setItemDelegate(_Card(self.cards))
        self.cards.setSpacing(self.fontMetrics().height() // 4)
        for info in profiles():
            item = QListWidgetItem(info.title)
            item.setData(_PROFILE, info)
            item.setToolTip(info.note)
            self.cards.addItem(item)
        self.cards.setCurrentRow(0)
        self._where = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        where = QHBoxLayout()
        where.addWidget(label(w.WHERE, role="muted"))
        where.addWidget(self._where, 1)
        where.addWidget(button(w.CHANGE, self._change_folder))
        ways = QHBoxLayout()
        ways.addWidget(button(w.OTHER, self._open_other, picture="open", tip=w.OTHER_TIP))
        ways.addStretch(1)
        ways.addWidget(button(w.DEMO, self._want_demo, picture="preview", tip=w.DEMO_TIP))
        self.found = button(w.FOUND, self._want_office, role="primary", picture="check")
        ways.addWidget(self.found)
        self.body.addWidget(self.cards, 1)
        self.body.addLayout(where)
        self.body.addWidget(label(w.LOCAL, role="muted"))
        self.body.addLayout(ways)
        self.cards.itemActivated.connect(self._activated)
        self.show_folder(None)

    def show_folder(self, folder: Path | None) -> None:
        """Where the data will lie; None is the usual place."""
        self._folder = folder or default_folder()
        self._where.setText(w.folder(self._folder))

    def choose_profile(self, name: str) -> None:
        """Choose the card of that profile."""
        for row in range(self.cards.count()):
            if self.cards.item(row).data(_PROFILE).name == name:
                self.cards.setCurrentRow(row)

    def shown(self) -> None:
        self.cards.setFocus()

    @Slot(QListWidgetItem)
    def _activated(self, _item: QListWidgetItem) -> None:
        self._want_office()

    @Slot()
    def _want_office(self) -> None:
        info: ProfileInfo = self.cards.currentItem().data(_PROFILE)
        self.office_wanted.emit(self._folder, info.name)

    @Slot()
    def _want_demo(self) -> None:
        self.demo_wanted.emit(example_beside(self._folder))

    @Slot()
    def _change_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, w.CHOOSE_FOLDER, str(self._folder.parent))
        if chosen:
            self.show_folder(Path(chosen))

    @Slot()
    def _open_other(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, w.CHOOSE_OTHER, str(self._folder.parent))
        if chosen:
            self.other_wanted.emit(Path(chosen))


class _Card(QStyledItemDelegate):
    """A profile: its title, and what it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(100, option.fontMetrics.lineSpacing() * 3 + option.fontMetrics.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c, unit = colours(), option.fontMetrics.height()
        info: ProfileInfo = index.data(_PROFILE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(c.accent if chosen else c.line)
        painter.setBrush(QColor(c.accent_soft if chosen else c.surface))
        box = option.rect.adjusted(1, 1, -2, -2)
        painter.drawRoundedRect(box, 5, 5)
        room = box.adjusted(unit * 3 // 4, unit // 2, -unit * 3 // 4, -unit // 3)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(c.text)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), info.title)
        painter.setFont(option.font)
        painter.setPen(c.text if chosen else c.muted)
        note = room.adjusted(0, option.fontMetrics.lineSpacing(), 0, 0)
        paint_lines(painter, info.note, note.toRectF(), 2)
        painter.restore()
