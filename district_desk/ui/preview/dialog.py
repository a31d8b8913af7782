"""The preview: the very PDF that is saved and printed, seen first; for sheets, of the units that are chosen."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from district_desk.desk import Desk
from district_desk.desk.book_memory import REGISTERS, remember_printed
from district_desk.desk.listing import directive_view
from district_desk.desk.machine import write_whole
from district_desk.desk.printing import SHEETS, Order, preview, print_form
from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import Problem
from district_desk.domain.vietnamese import fold
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.preview import words
from district_desk.ui.preview.page_images import PageImages
from district_desk.ui.preview.page_view import PageView
from district_desk.ui.preview.paper import PrintRun
from district_desk.ui.print_job import PrintJob
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.buttons import button, tool_button
from district_desk.ui.widgets.labels import ElidedLabel, label
from district_desk.ui.widgets.message_bar import MessageBar

_UNIT: Final = int(Qt.ItemDataRole.UserRole)
_PAUSE_MS: Final = 250


class PreviewDialog(QDialog):
    """Shows one job; save and print write exactly the bytes that are shown."""

    def __init__(self, parent: QWidget | None, desk: Desk, operations: Operations, job: PrintJob) -> None:
        super().__init__(parent)
        self._desk, self._operations, self._job = desk, operations, job
        self._bytes = b""
        self._pages: PageImages | None = None
        self._run: PrintRun | None = None
        self.setWindowTitle(job.title or words.PREVIEW)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.messages = MessageBar()
        self.view = self._make_view()
        self.page_label = label("", role="muted")
        self.units = QListWidget(self)
        self.units.setAccessibleName("Các đơn vị có phiếu")
        self.units.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.one_file_each = QCheckBox("Mỗi đơn vị một tệp")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        self._build()

    @classmethod
    def show_for(cls, parent: QWidget | None, desk: Desk, operations: Operations, job: PrintJob) -> "PreviewDialog":
        """Opens the preview of a job over a window."""
        dialog = cls(parent, desk, operations, job)
        dialog._list_units()
        dialog.open()
        dialog._draw()
        return dialog

    @property
    def pdf(self) -> bytes:
        """The bytes that are shown, empty while they are drawn."""
        return self._bytes

    def _make_view(self) -> PageView:
        """Where the pages are shown."""
        return PageView(self)

    # --- drawing -------------------------------------------------------------------------------------------------
    def _list_units(self) -> None:
        is_sheets = self._job.form == SHEETS and self._job.directive_id is not None
        self._left.setVisible(is_sheets)
        self.one_file_each.setVisible(is_sheets)
        if self._job.directive_id is None or not is_sheets:
            return
        view = directive_view(self._desk, self._job.directive_id)
        names = {row.assignment.unit_id: row.unit for rows in view.lines.values() for row in rows}
        order = [unit.id for unit in self._desk.directory(self._desk.today()).units]
        for unit_id in sorted(names, key=lambda each: order.index(each) if each in order else len(order)):
            item = QListWidgetItem(names[unit_id], self.units)
            item.setData(_UNIT, unit_id)
            item.setToolTip(names[unit_id])
            is_on = not self._job.unit_ids or unit_id in self._job.unit_ids
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        self.units.itemChanged.connect(self._pause.start)

    def chosen_units(self) -> tuple[int, ...] | None:
        """The units whose sheets are wanted, None for all of them."""
        entries = [self.units.item(number) for number in range(self.units.count())]
        on = tuple(entry.data(_UNIT) for entry in entries if entry.checkState() is Qt.CheckState.Checked)
        return None if len(on) == len(entries) else on

    def _check_all(self) -> None:
        states = {self.units.item(number).checkState() for number in range(self.units.count())}
        wanted = Qt.CheckState.Unchecked if states == {Qt.CheckState.Checked} else Qt.CheckState.Checked
        for number in range(self.units.count()):
            self.units.item(number).setCheckState(wanted)

    def _draw(self) -> None:
        chosen, job, desk = self.chosen_units(), self._job, self._desk
        if chosen == ():
            self._show(b"")
            self.messages.say(words.NOTHING)
            return
        self.messages.hush()

        def work(progress: Progress) -> bytes:
            return preview(
                desk, job.form, directive_id=job.directive_id, year=job.year, as_of=job.as_of, unit_ids=chosen,
                numbers=job.numbers, stop=progress.stop,
            )  # fmt: skip

        self._operations.fetch(
            work, on_done=self._show, on_problem=self._refused, topic="preview", title=words.DRAWING
        )  # fmt: skip

    def _show(self, pdf: bytes) -> None:
        self._bytes = pdf
        older, self._pages = self._pages, PageImages(pdf) if pdf else None
        self.view.show_pages(self._pages)
        if older is not None:
            older.close()
        for each in (self.save_button, self.print_button):
            each.setEnabled(bool(pdf))
        self._name_page(self.view.page)

    def _refused(self, problem: Problem) -> None:
        self._show(b"")
        self.messages.say(sentence_of(problem), Tone.DANGER)

    def _name_page(self, page: int) -> None:
        self.page_label.setText(words.page_of(page, len(self._pages) if self._pages else 0))

    # --- saving --------------------------------------------------------------------------------------------------
    def save(self) -> None:
        """Asks where, and saves."""
        place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        if self.one_file_each.isVisible() and self.one_file_each.isChecked():
            folder = QFileDialog.getExistingDirectory(self, words.FOLDER_TITLE, str(place))
            if folder:
                self.save_each(Path(folder))
            return
        path, _ = QFileDialog.getSaveFileName(self, words.SAVE_TITLE, str(place / self._file_name()), words.PDF_FILES)
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Saves the bytes that are shown."""
        whole = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        pdf = self._bytes

        def work(_: Progress) -> list[Path]:
            return [write_whole(whole, pdf)]

        self._save(work)

    def save_each(self, folder: Path) -> None:
        """Saves one file a unit into a folder."""
        chosen, job, desk = self.chosen_units(), self._job, self._desk

        def work(progress: Progress) -> list[Path]:
            return print_form(
                desk, job.form, folder, directive_id=job.directive_id, year=job.year, as_of=job.as_of,
                unit_ids=chosen, one_file_each=True, step=progress.step, stop=progress.stop,
            )  # fmt: skip

        self._save(work)

    def _save(self, work: Callable[[Progress], list[Path]]) -> None:
        self._operations.fetch(work, on_done=self._saved, on_problem=self._not_saved, title=words.SAVING)

    def _saved(self, paths: list[Path]) -> None:
        open_folder = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(paths[0].parent)))
        self.messages.say(words.saved(paths), Tone.GOOD, remedy=words.OPEN_FOLDER, act=open_folder)
        self._remember()

    def _not_saved(self, problem: Problem) -> None:
        self.messages.say(sentence_of(problem), Tone.DANGER)

    def _file_name(self) -> str:
        about = "".join(c if c.isalnum() else "-" for c in fold(self._job.title)).strip("-")
        return f"{about or self._job.form}.pdf"

    def _remember(self) -> None:
        """A register that went to a file or to a printer goes on from there the next time."""
        job = self._job
        order = Order(job.form, job.directive_id, job.year, job.as_of, numbers=job.numbers)
        if job.form in REGISTERS:
            self._operations.run(partial(remember_printed, self._desk, order), initiator=self, quiet=True)

    # --- printing ------------------------------------------------------------------------------------------------
    def print_out(self) -> None:
        """Asks for a printer and prints the pages that are shown."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinters():
            self.messages.say(words.NO_PRINTER, Tone.WARNING)
            return
        if self._pages is None or self._run is not None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFromTo(1, len(self._pages))
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._pages))
        if dialog.exec():
            self.print_on(printer)

    def print_on(self, printer: "QPrinter") -> None:  # type: ignore[name-defined]  # noqa: F821 (imported when needed)
        """Prints on that printer: its range of pages, or all."""
        if self._pages is None or self._run is not None:
            return
        first, last = printer.fromPage() or 1, printer.toPage() or len(self._pages)
        self._run = PrintRun(self._pages, printer, (first, min(last, len(self._pages))), self)
        self._run.progressed.connect(self._tell_printing)
        self._run.finished.connect(self._printed)
        self._run.begin()

    def _tell_printing(self, done: int, total: int) -> None:
        stop = self._run.stop if self._run else None
        self.messages.say(words.printing(done, total), Tone.RUNNING, remedy="Dừng", act=stop)
        self._printed_pages = total

    def _printed(self, is_whole: bool) -> None:  # noqa: FBT001 (a signal's value)
        self._run = None
        if is_whole:
            self.messages.say(words.printed(self._printed_pages), Tone.GOOD)
            self._remember()
        else:
            self.messages.say(words.STOPPED, Tone.WARNING)

    # --- building ------------------------------------------------------------------------------------------------
    def _build(self) -> None:
        em = self.fontMetrics().height()
        self._printed_pages = 0
        self.save_button = button("Lưu PDF…", self.save, picture="pdf", tip="Lưu đúng tệp đang xem (Ctrl+S)")
        self.print_button = button("In…", self.print_out, role="primary", picture="print", tip="In (Ctrl+P)")
        self.head = head = QHBoxLayout()
        title = ElidedLabel(self._job.title or words.PREVIEW)
        title.setProperty("role", "heading")
        head.addWidget(title, 1)
        head.addWidget(self.page_label)
        for picture, name, act in (
            ("zoom-out", "Nhỏ hơn (Ctrl+-)", partial(self.view.zoom_by, -1)),
            ("zoom-in", "Lớn hơn (Ctrl++)", partial(self.view.zoom_by, 1)),
            ("preview", "Vừa bề ngang (Ctrl+0)", self.view.fit_width),
        ):
            head.addWidget(tool_button(picture, name, act))
        for widget in (self.one_file_each, self.save_button, self.print_button, button("Đóng", self.close)):
            head.addWidget(widget)
        self._left = QWidget(self)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(button("Chọn tất cả hoặc bỏ tất cả", self._check_all, role="link"))
        left.addWidget(self.units, 1)
        halves = QSplitter(self)
        halves.addWidget(self._left)
        halves.addWidget(self.view)
        halves.setStretchFactor(1, 1)
        halves.setSizes([em * 15, em * 40])
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.messages)
        column.addWidget(halves, 1)
        room = self.screen().availableSize()
        if (parent := self.parentWidget()) is not None:
            room = room.boundedTo(parent.window().size())
        self.resize(QSize(em * 58, em * 38).boundedTo(room))
        self._add_keys()
        self.view.page_changed.connect(self._name_page)

    def _add_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+S", self.save), ("Ctrl+P", self.print_out), ("Ctrl++", partial(self.view.zoom_by, 1)),
            ("Ctrl+=", partial(self.view.zoom_by, 1)), ("Ctrl+-", partial(self.view.zoom_by, -1)),
            ("Ctrl+0", self.view.fit_width),
        )  # fmt: skip
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def done(self, result: int) -> None:
        self._let_go()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._let_go()
        super().closeEvent(event)

    def _let_go(self) -> None:
        self._pause.stop()
        if self._run is not None:
            self._run.stop()
        if self._pages is not None:
            self.view.show_pages(None)
            self._pages.close()
            self._pages = None
