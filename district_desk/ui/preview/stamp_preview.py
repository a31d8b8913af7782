"""Đóng dấu ĐẾN: the stamp on the first page of a copy, moved by the mouse; the copy is saved, kept beside the file, printed."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.stamping import attach_stamped, stampable, stamped, stamped_name
from district_desk.domain.directives import Attachment
from district_desk.domain.stamps import HEIGHT, WIDTH, Spot, StampPlace
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.preview import words
from district_desk.ui.preview.dialog import PreviewDialog
from district_desk.ui.preview.page_view import PageView
from district_desk.ui.print_job import PrintJob
from district_desk.ui.theme import Tone, colours
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import label

_MM: Final = 72 / 25.4


class StampView(PageView):
    """Pages on whose first one a stamp is moved by the mouse; ``moved(Spot)`` when its button is let go."""

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outline: Spot | None = None
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._is_on_first(event.position()):
            self._show_outline(self._spot_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._outline is not None:
            self._show_outline(self._spot_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._outline is not None:
            spot = self._spot_at(event.position())
            self._show_outline(None)
            self.moved.emit(spot)

    def paint_over(self, painter: QPainter, number: int, place: QRectF) -> None:
        if number == 0 and self._outline is not None:
            mm = _MM * self.scale
            corner = place.topLeft() + QPointF(self._outline.left, self._outline.top) * mm
            painter.setPen(QPen(QColor(colours().accent), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(corner, QSizeF(WIDTH, HEIGHT) * mm))

    def _is_on_first(self, point: QPointF) -> bool:
        return bool(self.page) and self.place_of(0).contains(point)

    def _spot_at(self, point: QPointF) -> Spot:
        """The stamp with its middle there, pushed onto the page."""
        page, mm = self.place_of(0), _MM * self.scale
        inside = (point - page.topLeft()) / mm
        spot = Spot(inside.x() - WIDTH / 2, inside.y() - HEIGHT / 2)
        return spot.within(page.width() / mm, page.height() / mm)

    def _show_outline(self, spot: Spot | None) -> None:
        self._outline = spot
        self.viewport().update()


class StampPreview(PreviewDialog):
    """Shows the stamped copy of one received document; the original is never written."""

    def __init__(self, parent: QWidget | None, desk: Desk, operations: Operations, directive_id: int) -> None:
        super().__init__(parent, desk, operations, PrintJob("", words.STAMP))
        self._directive_id = directive_id
        self._moved_to: Spot | None = None
        self.file, self.place = QComboBox(), QComboBox()
        self._fill_choices()
        self.keep_button = button(words.STAMP_KEEP, self.keep, picture="attach", tip=words.STAMP_KEEP_TIP)
        self.keep_button.setEnabled(False)
        self.head.insertWidget(self.head.indexOf(self.save_button), self.keep_button)
        self._lay_choices()
        self.file.activated.connect(self._go_to_file)
        self.place.activated.connect(self._go_to_place)

    @classmethod
    def show_stamp(cls, parent: QWidget, desk: Desk, operations: Operations, directive_id: int) -> "StampPreview":
        """Opens it over a window."""
        dialog = cls(parent, desk, operations, directive_id)
        dialog._list_units()
        dialog.open()
        dialog._draw()
        return dialog

    @property
    def attachment(self) -> Attachment | None:
        """The file whose copy is stamped, None for the stamp alone."""
        chosen = self.file.currentData()
        return chosen if isinstance(chosen, Attachment) else None

    @property
    def spot(self) -> StampPlace | Spot:
        """Where the stamp stands."""
        return self._moved_to or StampPlace(self.place.currentData())

    @Slot(object)
    def move_to(self, spot: Spot) -> None:
        """Put the stamp there, in millimetres on the page."""
        self._moved_to = spot
        self._draw()

    def keep(self) -> None:
        """Keeps the copy that is shown beside the file of which it was made."""
        attachment = self.attachment
        if attachment is None or not self.pdf:
            return
        work = partial(attach_stamped, self._desk, self._directive_id, attachment, self.pdf)
        self._operations.run(work, on_done=self._kept, on_problem=self._not_saved, initiator=self)

    # -- inside ---------------------------------------------------------------------------------------------

    def _fill_choices(self) -> None:
        for attachment in stampable(self._desk, self._directive_id):
            self.file.addItem(attachment.name, attachment)
        self.file.addItem(words.STAMP_ALONE, None)
        for place, name in words.STAMP_PLACES.items():
            self.place.addItem(name, place)
        self.file.setAccessibleName(words.STAMP_FILE)
        self.place.setAccessibleName(words.STAMP_PLACE)

    def _lay_choices(self) -> None:
        row = QHBoxLayout()
        for name, box in ((words.STAMP_FILE, self.file), (words.STAMP_PLACE, self.place)):
            row.addWidget(label(name))
            row.addWidget(box)
        row.setStretch(1, 1)
        hint = label(words.STAMP_HOW, role="muted")
        hint.setWordWrap(True)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(1, row)
        column.insertWidget(2, hint)

    def _make_view(self) -> PageView:
        view = StampView(self)
        view.moved.connect(self.move_to)
        return view

    def _draw(self) -> None:
        self.messages.hush()
        desk, directive, attachment, spot = self._desk, self._directive_id, self.attachment, self.spot

        def work(progress: Progress) -> bytes:
            del progress
            return stamped(desk, directive, attachment, spot)

        self._operations.fetch(
            work, on_done=self._show, on_problem=self._refused, topic="preview", title=words.STAMPING
        )

    def _show(self, pdf: bytes) -> None:
        super()._show(pdf)
        self.keep_button.setEnabled(bool(pdf) and self.attachment is not None)

    @Slot()
    def _go_to_file(self, *_: object) -> None:
        self._draw()

    @Slot()
    def _go_to_place(self, *_: object) -> None:
        self._moved_to = None
        self._draw()

    def _kept(self, _: object) -> None:
        self.messages.say(words.stamp_kept(stamped_name(self.attachment)), Tone.GOOD)

    def _file_name(self) -> str:
        return stamped_name(self.attachment)
