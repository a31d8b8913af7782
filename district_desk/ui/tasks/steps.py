"""The steps that can be taken with the chosen lines: each an action with its key, one question, one operation."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu

from district_desk.desk import Desk, following_up, recurring
from district_desk.desk.line_view import LineView
from district_desk.desk.sentences import sentence_of
from district_desk.domain.assignments import EventKind, Overlay, State
from district_desk.domain.problems import Problem
from district_desk.domain.units import Unit
from district_desk.ui.reminding import words as reminding
from district_desk.ui.tasks import step_words as w
from district_desk.ui.tasks import words
from district_desk.ui.tasks.step_question import Answer, StepQuestion
from district_desk.ui.tasks.step_words import Step
from district_desk.ui.widgets.page import Page

Take = Callable[[Desk, Sequence[int], Answer], Any]


class Steps(QObject):
    """The steps of a page on the lines that ``chosen`` names."""

    def __init__(self, page: Page, chosen: Callable[[], list[int]]) -> None:
        super().__init__(page)
        self._page, self._chosen = page, chosen
        self.actions = {step: self._add(step) for step in w.MENU}
        self.close = self._add(w.CLOSE, tip=words.RESULT_TIP, primary="primary")
        self.remind = page.add_action(reminding.REMIND, key=reminding.KEY, picture="send", tip=reminding.REMIND_TIP)
        self.remind.triggered.connect(self._remind)
        self.menu = page.add_action(words.STEPS, key="Shift+F10", picture="menu", tip=words.STEPS_TIP)
        self.menu.triggered.connect(self.open_menu)

    def set_possible(self, *, possible: bool, several: bool = False) -> None:
        """Whether anything is chosen to take a step with; a period is moved alone."""
        for action in (*self.actions.values(), self.close, self.remind, self.menu):
            action.setEnabled(possible)
        self.actions[w.MOVE].setEnabled(possible and not several)

    def set_next(self, view: LineView) -> None:
        """What may happen next to the one line that is chosen; only a report that waits can be accepted."""
        able, stands = frozenset(view.possible), view.life.standing
        for step, action in self.actions.items():
            action.setEnabled(step.kind in able)
        self.actions[w.ACCEPT].setEnabled(EventKind.ACCEPTED in able and Overlay.AWAITING in stands.marks)
        is_open_period = bool(view.row.assignment.period) and view.life.is_open
        self.actions[w.SKIP].setEnabled(is_open_period)
        self.actions[w.MOVE].setEnabled(is_open_period and stands.state is not State.OVERDUE)
        self.close.setEnabled(EventKind.ACCEPTED in able)
        self.remind.setEnabled(EventKind.REMINDED in able)

    @Slot()
    def open_menu(self) -> None:
        """The steps at the pointer, or at the page's top where the keyboard asked; those of a period only with one."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        here = [action for step, action in self.actions.items() if action.isEnabled() or step not in w.OF_PERIODS]
        menu.addActions([self.close, self.remind, *here])
        pointer = QCursor.pos()
        inside = self._page.rect().contains(self._page.mapFromGlobal(pointer))
        menu.popup(pointer if inside else self._page.mapToGlobal(QPoint(self._page.width() // 2, 80)))

    # -- inside ---------------------------------------------------------------------------------------------

    def _add(self, step: Step, **looks: str) -> QAction:
        action = self._page.add_action(step.text, key=step.key, picture=step.picture, **looks)
        action.setProperty("step", list(_ALL).index(step))
        action.triggered.connect(self._ask)
        return action

    @Slot()
    def _ask(self) -> None:
        action = self.sender()
        step, ids = list(_ALL)[action.property("step")], self._chosen()
        if ids:
            self._take(step, ids, None, "")

    @Slot()
    def _remind(self) -> None:
        from district_desk.ui.reminding import remind_dialog

        if ids := self._chosen():
            remind_dialog(self._page, self._page.desk, self._page.operations, ids)

    def _take(self, step: Step, ids: list[int], before: Answer | None, fault: str) -> None:
        desk = self._page.desk
        units = _units(desk) if step is w.REASSIGN else ()
        answer = StepQuestion.ask(
            self._page, step, len(ids), offered=desk.today(), units=units, answer=before, fault=fault
        )  # fmt: skip
        if answer is not None:
            self._page.operations.run(
                partial(_ALL[step], desk, ids, answer),
                on_done=self._tell,
                on_problem=partial(self._again, step, ids, answer),
                initiator=self._page,
            )

    def _again(self, step: Step, ids: list[int], answer: Answer, problem: Problem) -> None:
        """Refused as a whole: nothing that was typed is lost."""
        self._take(step, ids, answer, sentence_of(problem))

    def _tell(self, result: Any) -> None:
        if isinstance(result, following_up.Returned) and result.late:
            self._page.said.emit(w.returned_late(len(result.late)))


def _units(desk: Desk) -> Sequence[Unit]:
    return [unit for unit in desk.directory(desk.today()).units if unit.is_valid(desk.today())]


def _progress(desk: Desk, ids: Sequence[int], answer: Answer) -> Any:
    return following_up.note_progress(desk, ids, answer.told, percent=answer.percent)


def _extend(desk: Desk, ids: Sequence[int], answer: Answer) -> Any:
    assert answer.new_due is not None  # the question needs it
    return following_up.grant_extension(desk, ids, answer.told, new_due=answer.new_due)


def _reassign(desk: Desk, ids: Sequence[int], answer: Answer) -> Any:
    assert answer.unit_id is not None  # the question needs it
    return following_up.reassign(desk, ids, answer.unit_id, answer.told, due=answer.due)


def _close(desk: Desk, ids: Sequence[int], answer: Answer) -> Any:
    return following_up.close(desk, ids, answer.told, done_on=answer.done_on)


def _skip(desk: Desk, ids: Sequence[int], answer: Answer) -> Any:
    return recurring.skip(desk, ids, reason=answer.told.reason)


def _move(desk: Desk, ids: Sequence[int], answer: Answer) -> Any:
    assert answer.new_due is not None  # the question needs it
    (period,) = ids  # the action is there for one
    return recurring.move(desk, period, answer.new_due, reason=answer.told.reason)


def _as_told(take: Callable[..., Any]) -> Take:
    return lambda desk, ids, answer: take(desk, ids, answer.told)


_ALL: Final[dict[Step, Take]] = {
    w.HAND_OVER: _as_told(following_up.hand_over),
    w.PROGRESS: _progress,
    w.REPORT: _as_told(following_up.report_result),
    w.ACCEPT: _as_told(following_up.accept_result),
    w.SEND_BACK: _as_told(following_up.send_back),
    w.EXTEND: _extend,
    w.SUSPEND: _as_told(following_up.suspend),
    w.RESUME: _as_told(following_up.resume),
    w.RETURN: _as_told(following_up.return_as_not_ours),
    w.REASSIGN: _reassign,
    w.RECALL: _as_told(following_up.recall),
    w.SKIP: _skip,
    w.MOVE: _move,
    w.CLOSE: _close,
}
