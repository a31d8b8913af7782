"""The steps of a plan's life: each an action with its key, one question, one operation, for one unit or several."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu

from district_desk.desk import Desk
from district_desk.desk.reform import plans as reform_plans
from district_desk.desk.reform.plan_measures import open_measures
from district_desk.desk.reform.plans import PlanRow
from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import Problem
from district_desk.ui.icons import icon
from district_desk.ui.reform import plan_words as w
from district_desk.ui.reform.section import ReformSection
from district_desk.ui.tasks.step_question import Answer, StepQuestion
from district_desk.ui.tasks.step_words import Step
from district_desk.ui.widgets.ask import Question

_ONE_BY_ONE: Final = (w.SENT_STEP, w.OUTCOME_STEP)
"""Each unit's document has a number of its own."""


class PlanSteps(QObject):
    """The steps of a part on the plans that ``chosen`` names."""

    def __init__(
        self, part: ReformSection, chosen: Callable[[], Sequence[PlanRow]], office: Callable[[], Desk]
    ) -> None:  # fmt: skip
        super().__init__(part)
        self._part, self._chosen, self._office = part, chosen, office
        self.actions = {step: self._add(step) for step in w.POSSIBLE}

    def set_possible(self, plans: Sequence[PlanRow]) -> None:
        """Offer what can happen to all of these plans."""
        for step, action in self.actions.items():
            allowed = bool(plans) and all(plan.state in w.POSSIBLE[step] for plan in plans)
            action.setEnabled(allowed and (len(plans) == 1 or step not in _ONE_BY_ONE))

    def open_menu(self, *further: QAction) -> None:
        """The steps at the pointer, or at the part's top where the keyboard asked."""
        menu = QMenu(self._part)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([*self.actions.values(), *further])
        pointer = QCursor.pos()
        inside = self._part.rect().contains(self._part.mapFromGlobal(pointer))
        menu.popup(pointer if inside else self._part.mapToGlobal(QPoint(self._part.width() // 2, 0)))

    # -- inside ---------------------------------------------------------------------------------------------

    def _add(self, step: Step) -> QAction:
        action = QAction(icon(step.picture), step.text, self._part)
        action.setShortcut(step.key)
        action.setToolTip(f"{step.yes} ({step.key})")
        action.triggered.connect(self._ask)
        self._part.addAction(action)
        return action

    @Slot()
    def _ask(self) -> None:
        sender, plans = self.sender(), list(self._chosen())
        step = next((step for step, action in self.actions.items() if action is sender), None)
        if step and plans and self._may(step, plans):
            self._take(step, [plan.plan.id for plan in plans], None, "")

    def _may(self, step: Step, plans: Sequence[PlanRow]) -> bool:
        """Closing with measures that still run is asked about first."""
        if step is not w.CLOSE_STEP:
            return True
        still = open_measures(self._office(), [plan.plan.id for plan in plans])
        said = w.STILL_OPEN.format(count=len(still), units=", ".join(plan.unit.name for plan in plans))
        return not still or Question.ask(self._part, w.CLOSE_STEP.yes, said, yes=w.CLOSE_ANYWAY)

    def _take(self, step: Step, ids: list[int], before: Answer | None, fault: str) -> None:
        desk = self._office()
        answer = StepQuestion.ask(self._part, step, len(ids), offered=desk.today(), answer=before, fault=fault)
        if answer is not None:
            self._part.operations.run(
                partial(_TAKES[step], desk, ids, answer),
                on_problem=partial(self._again, step, ids, answer),
                initiator=self._part,
            )

    def _again(self, step: Step, ids: list[int], answer: Answer, problem: Problem) -> None:
        """Refused as a whole: nothing that was typed is lost."""
        self._take(step, ids, answer, sentence_of(problem))


def _send(desk: Desk, ids: Sequence[int], answer: Answer) -> Any:
    return reform_plans.send_plan(desk, ids[0], answer.told)


def _report(desk: Desk, ids: Sequence[int], answer: Answer) -> Any:
    return reform_plans.report_outcome(desk, ids[0], notation=answer.told.notation, on=answer.told.on)


def _as_told(take: Callable[..., Any]) -> Callable[[Desk, Sequence[int], Answer], Any]:
    return lambda desk, ids, answer: take(desk, ids, answer.told)


_TAKES: Final = {
    w.SENT_STEP: _send,
    w.BACK_STEP: _as_told(reform_plans.ask_to_complete),
    w.ACCEPT_STEP: _as_told(reform_plans.accept_plans),
    w.OUTCOME_STEP: _report,
    w.CLOSE_STEP: lambda desk, ids, answer: reform_plans.close_plans(desk, ids, answer.told.on),
    w.RELEASE_STEP: _as_told(reform_plans.release_plans),
}
