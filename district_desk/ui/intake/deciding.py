"""Entering, saving, leaving: what becomes of the document on the screen. Nothing is written before a decision, and
what is not decided is kept and offered again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from district_desk.desk.registering import Registered, as_reference, register, without_lines
from district_desk.desk.revising import revise
from district_desk.desk.sentences import sentence_of
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Source
from district_desk.domain.drafts import Draft
from district_desk.domain.problems import Problem
from district_desk.ui.intake import words
from district_desk.ui.intake.session import Session
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.ask import Question

if TYPE_CHECKING:
    from district_desk.ui.intake.page import IntakePage


class Deciding(QObject):
    """The decisions on one intake page. ``kept`` is the session that was left undecided, offered again later;
    ``next_after`` tells which file follows the one just entered, if any."""

    def __init__(self, page: "IntakePage") -> None:
        super().__init__(page)
        self._page = page
        self._after: Callable[[int], None] = page.registered.emit
        self._leaves = False
        self.kept: Session | None = None
        self.next_after: Callable[[Path | None], Path | None] = lambda _entered: None
        self.is_saving = False

    def begin(self) -> None:
        """Another document is on the screen."""
        self.is_saving = self._leaves = False

    # --- writing -------------------------------------------------------------------------------------------------
    def enter(self) -> None:
        """Vào sổ."""
        self._save(without_lines(self._page.draft), self._page.registered.emit)

    def enter_and_give(self) -> None:
        """Vào sổ và giao việc; a record is saved, an article is kept for reference."""
        self._save(self._page.draft, self._page.registered.emit, is_giving=True)

    def enter_next(self) -> None:
        """Vào sổ, văn bản tiếp."""
        session = self._page.session
        if session is not None:
            self._save(session.draft, partial(self._go_to_next, session.original, session.draft.directive.source))

    def _save(self, draft: Draft, after: Callable[[int], None], *, is_giving: bool = False) -> None:
        page, session = self._page, self._page.session
        if session is None or self.is_saving:
            return
        if faults := page.form.faults:
            page.messages.say(words.unreadable_fields(faults), Tone.WARNING)
            return
        self.is_saving, self._after = True, after
        page.enable()
        if session.before is not None:
            work = partial(revise, page.desk, session.before, session.draft)
            page.operations.run(work, on_done=self._corrected, on_problem=self._not_saved, initiator=page)
            return
        draft = as_reference(draft) if draft.directive.reference_only else draft
        entering = partial(register, page.desk, draft)
        done = partial(self._entered, is_giving and not draft.directive.reference_only)
        page.operations.run(entering, on_done=done, on_problem=self._not_saved, initiator=page)

    def _entered(self, is_giving: bool, result: Registered) -> None:  # noqa: FBT001 (bound by partial)
        is_reference = self._page.draft.directive.reference_only
        self._close()
        said = words.REFERENCE_KEPT if is_reference else words.registered(result.arrival, result.missing)
        nothing_given = words.NOTHING_GIVEN if is_giving and result.item_ids and not result.assignment_ids else ""
        self._page.said.emit(said + nothing_given + words.learned(result.learned))
        self._after(result.directive_id)

    def _corrected(self, changes: Changes) -> None:
        del changes
        directive_id = self._page.draft.directive.id
        self._close()
        self._page.registered.emit(directive_id)

    def _not_saved(self, problem: Problem) -> None:
        self.is_saving = False
        self._page.enable()
        self._page.messages.say(sentence_of(problem), Tone.DANGER)

    def _go_to_next(self, entered: Path | None, source: Source, _directive_id: int) -> None:
        following = self.next_after(entered)
        if following is None:
            self._page.open_blank(source)
        else:
            self._page.open_file(following, source=source)

    def _close(self) -> None:
        self.is_saving = False
        self._page.close_session()

    # --- leaving -------------------------------------------------------------------------------------------------
    def put_aside(self, session: Session | None) -> None:
        """Keeps what was not decided, so that opening another document loses nothing."""
        if session is not None and session.is_worth_keeping:
            self.kept = session

    def offer_kept(self) -> None:
        """Says that something was left undecided, with the way back to it."""
        if self.kept is not None:
            name = words.named(self.kept.draft.directive)
            self._page.messages.say(words.KEPT.format(name=name), remedy=words.GO_ON, act=self._go_on)

    def _go_on(self) -> None:
        kept, self.kept = self.kept, None
        if kept is not None:
            self._page.open_session(kept)

    def leave(self) -> None:
        """Esc: asks once where there is work; the work is kept until it is decided."""
        session = self._page.session
        if session is not None and session.has_work and not self._leaves:
            self._leaves = True
            self._page.messages.say(words.LEAVING, Tone.WARNING, remedy=words.DROP, act=self._drop)
            return
        self.put_aside(session)
        self._close()
        self._page.left.emit()

    def _drop(self) -> None:
        self._close()
        self._page.left.emit()

    def may_close(self) -> bool:
        """Whether the window may be closed: undecided work asks once, wherever in the window one is."""
        both = (self._page.session, self.kept)
        undecided = next((each for each in both if each is not None and each.has_work), None)
        if undecided is None or self.is_saving:
            return True
        sentence = words.CLOSING.format(name=words.named(undecided.draft.directive))
        if not Question.ask(self._page, words.CLOSE_TITLE, sentence, yes=words.CLOSE_YES, no=words.CLOSE_NO):
            return False
        self.kept = None
        self._close()
        return True
