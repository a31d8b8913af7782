"""Opening an office behind the window that is already there; a folder without one leads to the first start."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from district_desk.desk import Desk
from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import Problem
from district_desk.ui.first_start import words as w
from district_desk.ui.places import PageKey
from district_desk.ui.theme import Tone
from district_desk.ui.window import MainWindow


class Opening(QObject):
    """Opens, founds or restores an office on the writer thread and hands it to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._folder: Path | None = None
        window.restore_wanted.connect(self.restore)

    def begin(self, folder: Path | None, *, demo: bool = False) -> None:
        """Open the office of a folder (None: the usual place); ``demo`` founds the example office where there is none."""
        self._window.operations.run(
            partial(_open_or_none, folder, demo=demo), on_done=self._opened, on_problem=self._refused, title=w.OPENING
        )

    @Slot(str)
    def restore(self, name: str) -> None:
        """Close the office, put the snapshot in its place, and open it again; what cannot be restored stays as it was."""
        desk = self._window.desk
        if desk is not None:
            self._window.detach()
            self._window.operations.run_alone(
                partial(_restored, desk, name), on_done=self._opened_again, on_problem=self._refused, title=w.RESTORING
            )

    @Slot(object)
    def _opened_again(self, answer: "tuple[Desk, str]") -> None:
        desk, sentence = answer
        self._window.attach(desk)
        self._window.messages.say(sentence, Tone.GOOD if sentence.startswith(w.RESTORED_BEGINS) else Tone.DANGER)

    @Slot(object)
    def _opened(self, answer: "Desk | Path") -> None:
        if isinstance(answer, Desk):
            self._window.attach(answer)
        else:
            self._folder = answer
            self._first_start()

    def _refused(self, problem: Problem) -> None:
        self._window.messages.say(sentence_of(problem), Tone.DANGER)
        self._folder = getattr(problem, "folder", self._folder)
        self._first_start()

    def _first_start(self) -> None:
        from district_desk.ui.first_start.page import FirstStartPage

        page = self._window.page(PageKey.FIRST_START)
        assert isinstance(page, FirstStartPage)
        if not page.property("wired"):
            page.setProperty("wired", True)
            page.office_wanted.connect(self._found)
            page.demo_wanted.connect(self._found_demo)
            page.other_wanted.connect(self._open_other)
        page.show_folder(self._folder)
        self._window.go(PageKey.FIRST_START)

    @Slot(object, str)
    def _found(self, folder: Path, profile: str) -> None:
        self._folder = folder
        self._window.operations.run(
            partial(_create, folder, profile), on_done=self._opened, on_problem=self._refused, title=w.FOUNDING
        )

    @Slot(object)
    def _found_demo(self, folder: Path) -> None:
        self.begin(folder, demo=True)

    @Slot(object)
    def _open_other(self, folder: Path) -> None:
        self.begin(folder)


def _open_or_none(folder: Path | None, *, demo: bool) -> "Desk | Path":
    """The open office, or the folder in which there is none yet."""
    from district_desk.desk import opening

    usual = opening.default_folder()
    place = folder or (opening.example_beside(usual) if demo else usual)
    if opening.is_office(place):
        return opening.open_office(place)
    if demo:
        from district_desk.desk.demo import create_demo

        return create_demo(place)
    return place


def _create(folder: Path, profile: str) -> Desk:
    from district_desk.desk import opening

    return opening.create_office(folder, profile)


def _restored(desk: Desk, name: str) -> "tuple[Desk, str]":
    """The office opened again, and what happened: restored, or why not."""
    from district_desk.desk import keeping, opening

    folder, clock = desk.folder, desk.clock
    desk.close()
    try:
        before = keeping.restore(folder, name, clock=clock)
        sentence = w.restored(name, before.name)
    except Problem as problem:
        sentence = sentence_of(problem)
    return opening.open_office(folder, clock=clock), sentence
