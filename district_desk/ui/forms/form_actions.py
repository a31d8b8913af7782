"""What can be done with a form itself: see it with example data, change a copy of it, use the shipped one again."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.own_forms import copy_to_own, own_copy, own_folder, put_aside
from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import Problem
from district_desk.ui.forms import words as w
from district_desk.ui.operations import Operations
from district_desk.ui.widgets.buttons import button


class FormActions(QWidget):
    """Three buttons about the form that is chosen. ``changed()`` when the office's own forms are other than before;
    ``told(str)`` is a sentence for the foot line."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._desk: Desk | None = None
        self._form, self._title = "", ""
        self.example = button(w.EXAMPLE, self._show_example, picture="preview", tip=w.EXAMPLE_TIP)
        self.edit = button(w.EDIT, self._edit, picture="edit", tip=w.EDIT_TIP)
        self.drop = button(w.DROP, self._drop, picture="undo", tip=w.DROP_TIP)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for made in (self.example, self.edit, self.drop):
            row.addWidget(made)
        row.addStretch(1)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._noticed)
        self._watcher.fileChanged.connect(self._noticed)

    def show_form(self, desk: Desk, form: str, title: str) -> None:
        """Which form it is about."""
        self._desk, self._form, self._title = desk, form, title
        is_own = own_copy(desk, form) is not None
        self.edit.setText(w.EDIT_AGAIN if is_own else w.EDIT)
        self.drop.setEnabled(is_own)

    def watch(self, folder: Path) -> None:
        """Notice what an editor writes into the folder of own forms."""
        seen = [*self._watcher.files(), *self._watcher.directories()]
        if seen:
            self._watcher.removePaths(seen)
        if folder.is_dir():
            self._watcher.addPaths([str(folder), *map(str, folder.glob("*.toml"))])

    def open_folder(self, desk: Desk) -> None:
        """Show the folder of own forms; it is made where it is not there."""
        try:
            folder = own_folder(desk)
        except Problem as problem:
            self.told.emit(sentence_of(problem))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    # -- inside ---------------------------------------------------------------------------------------------

    @property
    def _office(self) -> Desk:
        assert self._desk is not None
        return self._desk

    def _show_example(self) -> None:
        from district_desk.ui.preview.paper_preview import PaperPreview, example_paper

        paper = example_paper(self._office, self._form, w.example_title(self._title))
        PaperPreview.show_work(self, self._office, self._operations, paper)

    def _edit(self) -> None:
        """Open the copy; where no program opens such a file, its folder."""
        try:
            path = copy_to_own(self._office, self._form)
        except Problem as problem:
            self.told.emit(sentence_of(problem))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
        self.told.emit(w.COPIED.format(file=path.name))
        self.changed.emit()

    def _drop(self) -> None:
        try:
            aside = put_aside(self._office, self._form)
        except Problem as problem:
            self.told.emit(sentence_of(problem))
            return
        if aside is not None:
            self.told.emit(w.DROPPED.format(folder=aside.parent))
            self.changed.emit()

    @Slot()
    def _noticed(self, *_: object) -> None:
        self.changed.emit()
