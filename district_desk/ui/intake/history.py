"""Undo and redo of the clerk's moves on a draft, before anything is written. A draft is a value, so a step is one."""

from dataclasses import dataclass, field
from typing import Final

from district_desk.domain.drafts import Draft

_KEPT: Final = 200


@dataclass(slots=True)
class DraftHistory:
    """The draft of the moment, what it was before each move, and the names of the moves.

    Moves with the same non-empty ``run`` that follow each other (letters typed into one field) are one step.
    """

    draft: Draft
    _past: list[tuple[str, Draft]] = field(default_factory=list)
    _future: list[tuple[str, Draft]] = field(default_factory=list)
    _run: str = ""
    is_touched: bool = False

    def record(self, draft: Draft, name: str, *, run: str = "") -> bool:
        """The draft after a move; False where the move changed nothing."""
        if draft == self.draft:
            return False
        if not run or run != self._run:
            self._past.append((name, self.draft))
            del self._past[:-_KEPT]
        self.draft, self._run, self.is_touched = draft, run, True
        self._future.clear()
        return True

    def end_run(self) -> None:
        """What is typed next is a step of its own."""
        self._run = ""

    @property
    def undo_name(self) -> str:
        """The name of the move that undo would take back, empty where there is none."""
        return self._past[-1][0] if self._past else ""

    @property
    def redo_name(self) -> str:
        """The name of the move that redo would make again."""
        return self._future[-1][0] if self._future else ""

    def undo(self) -> Draft:
        """Takes the last move back; without one, the draft as it is."""
        if self._past:
            name, before = self._past.pop()
            self._future.append((name, self.draft))
            self.draft = before
        self._run = ""
        return self.draft

    def redo(self) -> Draft:
        """Makes the last undone move again."""
        if self._future:
            name, after = self._future.pop()
            self._past.append((name, self.draft))
            self.draft = after
        self._run = ""
        return self.draft
