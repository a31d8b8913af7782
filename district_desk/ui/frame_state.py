"""What the frame knows of the office: what can be taken back, what is late, when it was last copied."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from district_desk.desk import Desk, keeping
from district_desk.desk.sentences import done_label
from district_desk.domain.changes import Changes
from district_desk.domain.listing import Counts
from district_desk.ui import frame_words as w
from district_desk.ui.foot import FootLine
from district_desk.ui.frame_actions import FrameActions
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.places import PageKey
from district_desk.ui.rail import Rail
from district_desk.ui.words import near_moment

if TYPE_CHECKING:
    from district_desk.desk.last_look import Missed


class FrameState(QObject):
    """Keeps undo, redo, rail and foot line true after every write."""

    def __init__(self, operations: Operations, actions: FrameActions, rail: Rail, foot: FootLine) -> None:
        super().__init__(operations)
        self._operations, self._actions, self._rail, self._foot = operations, actions, rail, foot
        self._desk: Desk | None = None
        self._entering = False
        self._done = ""
        self._is_undo = False
        foot.redo_wanted.connect(self.redo)

    def attach(self, desk: Desk) -> None:
        """The office is open."""
        self._desk = desk
        self._done = ""
        self.refresh()

    def detach(self) -> None:
        """The office is closed."""
        self._desk = None
        self._refresh_undo()

    def note(self, changes: Changes) -> None:
        """Something was written."""
        self._done = done_label(changes)
        self._is_undo = changes.operation.startswith("undo:")
        self.refresh()

    def set_entering(self, *, entering: bool) -> None:
        """While a document is entered Ctrl+Z belongs to the draft."""
        self._entering = entering
        self._refresh_undo()

    def refresh(self) -> None:
        """Ask everything anew."""
        self._refresh_undo()
        if (desk := self._desk) is None:
            return
        self._rail.set_office(desk.office.body_short or w.UNNAMED)
        self._operations.fetch(partial(_counts, desk), on_done=self._show_counts, topic="counts")
        self._operations.fetch(partial(_kept_words, desk), on_done=self._foot.set_kept, topic="kept")

    @Slot()
    def undo(self) -> None:
        """Ctrl+Z: take the last operation back, by name."""
        if self._desk is not None:
            self._operations.run(partial(keeping.undo, self._desk), initiator=self)

    @Slot()
    def redo(self) -> None:
        """Ctrl+Shift+Z."""
        if self._desk is not None:
            self._operations.run(partial(keeping.redo, self._desk), initiator=self)

    def _refresh_undo(self) -> None:
        desk = None if self._entering else self._desk
        undoable = keeping.undoable(desk) if desk is not None else None
        redoable = keeping.redoable(desk) if desk is not None else None
        self._actions.set_undo(undoable, redoable)
        self._show_step(undoable=undoable is not None, redoable=redoable is not None)

    def _show_step(self, *, undoable: bool, redoable: bool) -> None:
        """Beside an undo stands its redo: a second *Hoàn tác* there would take back what nobody looks at."""
        said, is_undo = bool(self._done), self._is_undo
        self._foot.set_done(self._done, undoable=undoable and said and not is_undo, redoable=redoable and is_undo)

    @Slot(object)
    def _show_counts(self, counts: Counts) -> None:
        self._rail.set_late({PageKey.TODAY: counts.overdue + counts.not_passed_on, PageKey.TASKS: counts.overdue})


def _counts(desk: Desk, progress: Progress) -> Counts:
    del progress
    return desk.store.reading().counts(None, desk.today())


def _kept_words(desk: Desk, progress: Progress) -> str:
    """The right half of the foot line."""
    del progress
    newest = max((snapshot.taken for snapshot in keeping.snapshots(desk)), default=None)
    return w.kept(near_moment(newest, desk.today()) if newest else "", desk.folder)


def clock_doubt(desk: Desk, progress: Progress) -> str:
    """That this machine's clock stands before the newest operation; empty where it does not."""
    del progress
    from district_desk.desk.keeping import written_after_now
    from district_desk.desk.sentences import clock_sentence

    written = written_after_now(desk)
    return clock_sentence(written, desk.now()) if written else ""


def missed_days(desk: Desk, progress: Progress) -> "Missed":
    """What fell due while nobody looked, told to somebody who sits down."""
    del progress
    from district_desk.desk.last_look import missed_at_start

    return missed_at_start(desk)
