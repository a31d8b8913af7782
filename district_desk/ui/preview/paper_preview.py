"""The preview of a report or a letter: the same dialog, which also saves Word and keeps what was saved."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from district_desk.desk import Desk
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.preview import words
from district_desk.ui.preview.dialog import PreviewDialog
from district_desk.ui.print_job import PrintJob
from district_desk.ui.widgets.buttons import button

if TYPE_CHECKING:
    from district_desk.desk.printed_reports import Wish


@dataclass(frozen=True, slots=True)
class PaperWork:
    """A report or a letter: ``draw`` gives the PDF, ``write`` saves it as PDF or Word by the file's ending.

    What ``write`` returns is announced when it holds Changes.
    """

    form: str
    title: str
    draw: Callable[[Progress], bytes]
    write: Callable[[Path, Progress], object]


def new_paper(desk: Desk, form: str, title: str, wish: "Wish") -> PaperWork:
    """A report, letter or list as it is asked for; saving it keeps its data set."""
    return PaperWork(form, title, partial(_drawn, desk, form, wish), partial(_written, desk, form, wish))


def kept_paper(desk: Desk, report_id: int, form: str, title: str) -> PaperWork:
    """One that was saved before, as it was then."""
    return PaperWork(form, title, partial(_drawn_again, desk, report_id), partial(_written_again, desk, report_id))


class PaperPreview(PreviewDialog):
    """Shows a report or a letter; save it as PDF or Word, print it."""

    def __init__(self, parent: QWidget | None, desk: Desk, operations: Operations, work: PaperWork) -> None:
        super().__init__(parent, desk, operations, PrintJob(work.form, work.title))
        self._work = work
        self._saved_as = Path()
        self.word_button = button(words.WORD, self.save_word, picture="word", tip=words.WORD_TIP)
        self.word_button.setEnabled(False)
        self.head.insertWidget(self.head.indexOf(self.print_button), self.word_button)

    @classmethod
    def show_work(cls, parent: QWidget | None, desk: Desk, operations: Operations, work: PaperWork) -> "PaperPreview":
        """Opens the preview over a window."""
        dialog = cls(parent, desk, operations, work)
        dialog._list_units()
        dialog.open()
        dialog._draw()
        return dialog

    def _draw(self) -> None:
        self.messages.hush()
        self._operations.fetch(
            self._work.draw, on_done=self._show, on_problem=self._refused, topic="preview", title=words.DRAWING
        )

    def _show(self, pdf: bytes) -> None:
        super()._show(pdf)
        self.word_button.setEnabled(bool(pdf))

    def save_word(self) -> None:
        """Asks where, and saves a Word file."""
        place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        offered = (place / self._file_name()).with_suffix(".docx")
        path, _ = QFileDialog.getSaveFileName(self, words.SAVE_WORD_TITLE, str(offered), words.WORD_FILES)
        if path:
            self.write_to(_ending(Path(path), ".docx"))

    def save_to(self, path: Path) -> None:
        """Saves the PDF that is shown."""
        self.write_to(_ending(path, ".pdf"))

    def write_to(self, path: Path) -> None:
        """Saves by the ending of the path."""
        self._saved_as = path
        work = partial(self._work.write, path)
        self._operations.run_long(
            work, on_done=self._written, on_problem=self._not_saved, initiator=self, title=words.SAVING
        )

    def _written(self, _: object) -> None:
        self._saved([self._saved_as])


def _ending(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")


def _drawn(desk: Desk, form: str, wish: "Wish", progress: Progress) -> bytes:
    from district_desk.desk.printed_reports import preview_report

    return preview_report(desk, form, wish, stop=progress.stop)


def _written(desk: Desk, form: str, wish: "Wish", out: Path, progress: Progress) -> object:
    from district_desk.desk.printed_reports import print_report

    return print_report(desk, form, wish, out, step=progress.step, stop=progress.stop)


def _drawn_again(desk: Desk, report_id: int, progress: Progress) -> bytes:
    from district_desk.desk.printed_reports import preview_again

    return preview_again(desk, report_id, stop=progress.stop)


def _written_again(desk: Desk, report_id: int, out: Path, progress: Progress) -> object:
    from district_desk.desk.printed_reports import print_again

    return print_again(desk, report_id, out, step=progress.step, stop=progress.stop)
