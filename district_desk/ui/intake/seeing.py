"""The picture beside the form: a rectangle read again, a page that lies wrong turned and read anew. The person decides
what becomes of either."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from district_desk.desk.reading import read_box
from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import Problem, Stopped
from district_desk.domain.reading import Box, Reading
from district_desk.ui.intake import words
from district_desk.ui.theme import Tone

if TYPE_CHECKING:
    from district_desk.ui.intake.page import IntakePage


class Seeing(QObject):
    """What is asked of the pictures on one intake page."""

    def __init__(self, page: "IntakePage") -> None:
        super().__init__(page)
        self._page = page

    def connect(self) -> None:  # type: ignore[override]  # QObject.connect is never used here
        """Listens to the document."""
        self._page.document.again_wanted.connect(self.read_again)
        self._page.document.turn_wanted.connect(self.turn)

    def read_again(self, number: int, box: Box) -> None:
        """Reads a rectangle of a page (from 1) off the window's thread and offers what stands there."""
        session = self._page.session
        if session is None or session.original is None:
            return
        turned = turns_of(session.reading).get(number, 0)
        work = partial(read_box, session.original, number, box, office=self._page.desk.folder, turned=turned)
        self._page.operations.fetch(
            lambda _: work(), on_done=self._page.document.show_again, on_problem=self._not_seen,
            topic="intake-again", title=words.READING_AGAIN,
        )  # fmt: skip

    def turn(self, number: int, degrees: int) -> None:
        """Reads the file anew with a page (from 1) turned; what was done so far is kept as a draft left undecided."""
        session = self._page.session
        if session is not None and session.original is not None and session.before is None:
            turns = {**turns_of(session.reading), number: degrees}
            self._page.open_file(session.original, turns, source=session.draft.directive.source)

    def _not_seen(self, problem: Problem) -> None:
        if not isinstance(problem, Stopped):
            self._page.messages.say(sentence_of(problem), Tone.WARNING)


def turns_of(reading: Reading | None) -> dict[int, int]:
    """How the pages were turned to be read."""
    return {page.number: page.turned for page in reading.scanned} if reading else {}
