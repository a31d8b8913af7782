"""The preview of a report or a letter: the same dialog, which also saves Word and keeps what was saved or printed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from district_desk.desk import Desk
from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import Problem
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.preview import words
from district_desk.ui.preview.dialog import PreviewDialog
from district_desk.ui.print_job import PrintJob
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.buttons import button

if TYPE_CHECKING:
    from district_desk.desk.printed_reports import Prepared, Wish


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is shown, and the papers behind it, None of one that was kept before."""

    pdf: bytes
    papers: "Prepared | None"


@dataclass(frozen=True, slots=True)
class PaperWork:
    """A report or a letter: ``draw`` gives its pages, ``write`` saves what was drawn as PDF or Word by the file's
    ending."""

    form: str
    title: str
    draw: Callable[[Progress], Drawn]
    write: Callable[[Drawn, Path, Progress], object]


def new_paper(desk: Desk, form: str, title: str, wish: "Wish") -> PaperWork:
    """A report, letter or list as it is asked for; saving or printing it keeps its data set."""
    return PaperWork(form, title, partial(_drawn, desk, form, wish), partial(_written, desk))


def kept_paper(desk: Desk, report_id: int, form: str, title: str) -> PaperWork:
    """One that was kept before, as it was then."""
    return PaperWork(form, title, partial(_drawn_again, desk, report_id), partial(_written_again, desk, report_id))


def example_paper(desk: Desk, form: str, title: str) -> PaperWork:
    """A form with its example data; it is nobody's report, so nothing of it is kept."""
    return PaperWork(form, title, partial(_drawn_example, desk, form), partial(_written_example, desk, form))


class PaperPreview(PreviewDialog):
    """Shows a report or a letter; save it as PDF, Word or Excel, print it."""

    def __init__(self, parent: QWidget | None, desk: Desk, operations: Operations, work: PaperWork) -> None:
        super().__init__(parent, desk, operations, PrintJob(work.form, work.title))
        self._work = work
        self._saved_as = Path()
        self._drawn: Drawn | None = None
        self._unkept: Prepared | None = None
        self.word_button = button(words.WORD, self.save_word, picture="word", tip=words.WORD_TIP)
        self.excel_button = button(words.EXCEL, self.save_excel, picture="excel", tip=words.EXCEL_TIP)
        for made in (self.word_button, self.excel_button):
            made.setEnabled(False)
            self.head.insertWidget(self.head.indexOf(self.print_button), made)

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
            self._work.draw, on_done=self._show_drawn, on_problem=self._refused, topic="preview", title=words.DRAWING
        )

    def _show_drawn(self, drawn: Drawn) -> None:
        self._drawn, self._unkept = drawn, drawn.papers
        self._show(drawn.pdf)

    def _show(self, pdf: bytes) -> None:
        super()._show(pdf)
        for made in (self.word_button, self.excel_button):
            made.setEnabled(bool(pdf))

    def save_word(self) -> None:
        """Asks where, and saves a Word file."""
        self._save_as(".docx", words.SAVE_WORD_TITLE, words.WORD_FILES)

    def save_excel(self) -> None:
        """Asks where, and saves an Excel workbook."""
        self._save_as(".xlsx", words.SAVE_EXCEL_TITLE, words.EXCEL_FILES)

    def _save_as(self, ending: str, title: str, files: str) -> None:
        place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        offered = (place / self._file_name()).with_suffix(ending)
        path, _ = QFileDialog.getSaveFileName(self, title, str(offered), files)
        if path:
            self.write_to(_ending(Path(path), ending))

    def save_to(self, path: Path) -> None:
        """Saves the PDF that is shown."""
        self.write_to(_ending(path, ".pdf"))

    def write_to(self, path: Path) -> None:
        """Saves by the ending of the path what is shown."""
        if self._drawn is None:
            return
        self._saved_as = path
        work = partial(self._work.write, self._drawn, path)
        self._operations.fetch(work, on_done=self._written, on_problem=self._not_saved, title=words.SAVING)

    def _written(self, _: object) -> None:
        self._saved([self._saved_as])
        self._keep()

    def _printed(self, is_whole: bool) -> None:  # noqa: FBT001 (a signal's value)
        super()._printed(is_whole)
        if is_whole:
            self._keep()

    def _keep(self) -> None:
        """What left the screen as a file or on paper prints again identically: once kept, it is the same for both."""
        papers, self._unkept = self._unkept, None
        if papers is not None:
            self._operations.run(
                partial(_kept, self._desk, papers), on_problem=partial(self._not_kept, papers), initiator=self
            )

    def _not_kept(self, papers: "Prepared", problem: Problem) -> None:
        self._unkept = papers
        self.messages.say(words.not_kept(sentence_of(problem)), Tone.WARNING, remedy=words.KEEP_AGAIN, act=self._keep)


def _ending(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")


def _drawn(desk: Desk, form: str, wish: "Wish", progress: Progress) -> Drawn:
    from district_desk.desk import printed_reports

    papers = printed_reports.prepare(desk, form, wish)
    return Drawn(printed_reports.drawn(desk, papers, stop=progress.stop), papers)


def _written(desk: Desk, drawn: Drawn, out: Path, progress: Progress) -> None:
    from district_desk.desk.printing import write_papers

    if drawn.papers is not None:
        write_papers(desk, drawn.papers.papers, out, step=progress.step, stop=progress.stop)


def _kept(desk: Desk, papers: "Prepared") -> object:
    from district_desk.desk.printed_reports import keep

    return keep(desk, papers)


def _drawn_again(desk: Desk, report_id: int, progress: Progress) -> Drawn:
    from district_desk.desk.printed_reports import preview_again

    return Drawn(preview_again(desk, report_id, stop=progress.stop), None)


def _written_again(desk: Desk, report_id: int, _: Drawn, out: Path, progress: Progress) -> None:
    from district_desk.desk.printed_reports import print_again

    print_again(desk, report_id, out, step=progress.step, stop=progress.stop)


def _drawn_example(desk: Desk, form: str, progress: Progress) -> Drawn:
    from district_desk.desk.example_papers import preview_example

    return Drawn(preview_example(desk, form, stop=progress.stop), None)


def _written_example(desk: Desk, form: str, _: Drawn, out: Path, progress: Progress) -> None:
    from district_desk.desk.example_papers import example_of
    from district_desk.desk.printing import write_papers

    write_papers(desk, [example_of(form)], out, step=progress.step, stop=progress.stop)
