"""Lists kept under a name: chosen in a box, kept and forgotten by actions; filter, columns, order and widths at once."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu

from district_desk.desk import Desk, task_views
from district_desk.desk.task_views import TaskView
from district_desk.domain.directives import Directive
from district_desk.domain.listing import AssignmentFilter
from district_desk.ui.tasks import words as w
from district_desk.ui.tasks.filter_bar import FilterBar, box
from district_desk.ui.tasks.filter_question import FilterQuestion
from district_desk.ui.tasks.name_question import NameQuestion
from district_desk.ui.tasks.table import TaskTable
from district_desk.ui.widgets.page import Page


class KeptLists(QObject):
    """What is looked at beyond the boxes of a page: further filters, kept lists, columns."""

    def __init__(self, page: Page, bar: FilterBar, table: TaskTable) -> None:
        super().__init__(page)
        self._page, self._bar, self._table = page, bar, table
        self._views: list[TaskView] = []
        self.box: QComboBox = box(w.KEPT)
        self.box.activated.connect(self._choose)
        self.filter = self._add(w.FILTER, self._filter, key="Ctrl+L", picture="filter")
        self.keep = self._add(w.KEEP, self._keep, key="Ctrl+Shift+S", picture="save")
        self.forget = self._add(w.FORGET, self._forget, picture="remove")
        self.usual = self._add(w.USUAL_COLUMNS, self._usual)
        self.menu = self._add(w.VIEW, self._open_menu, key="Ctrl+M", picture="filter", tip=w.VIEW_TIP)

    def offer(self, desk: Desk) -> None:
        """Offer the kept lists; what is chosen stays chosen while it is kept."""
        chosen = self.box.currentData()
        self._views = task_views.task_views(desk)
        self.box.clear()
        self.box.addItem(w.KEPT, "")
        for view in self._views:
            self.box.addItem(view.name, view.name)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        self.box.setVisible(bool(self._views))
        self.forget.setEnabled(bool(self.box.currentData()))

    def columns_menu(self, parent: QMenu) -> QMenu:
        """A menu with one tick a column."""
        menu = parent.addMenu(w.COLUMNS)
        shown = self._table.shown_columns
        for column in self._table.all_columns:
            action = QAction(column.heading, menu)
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setData(column.key)
            action.toggled.connect(self._column_toggled)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.usual)
        return menu

    # -- inside ---------------------------------------------------------------------------------------------

    def _add(self, text: str, slot: Callable[[], Any], **looks: str) -> QAction:
        action = self._page.add_action(text, **looks)
        action.triggered.connect(slot)
        return action

    @Slot()
    def _open_menu(self) -> None:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.filter, self.keep, self.forget])
        self.columns_menu(menu)
        menu.popup(self._bar.mapToGlobal(QPoint(self._bar.width() * 2 // 3, self._bar.fontMetrics().height() * 2)))

    @Slot()
    def _choose(self) -> None:
        view = next((each for each in self._views if each.name == self.box.currentData()), None)
        self.forget.setEnabled(view is not None)
        if view is None:
            self._table.arrange((), {})
            self._bar.set_wanted(w.OPEN, AssignmentFilter())
            return
        self._table.arrange(view.columns, view.widths)
        self._bar.set_wanted(view.chip, view.wanted)

    @Slot()
    def _filter(self) -> None:
        reader, plain = self._page.desk.store.reading(), self._bar.plain
        known = reader.many(Directive, [plain.directive_id] if plain.directive_id else [])
        named = next((str(each.notation) for each in known.values()), "")
        wanted = FilterQuestion.ask(
            self._page, plain, self._bar.levels, self._find, units=self._bar.offered_units, known=named
        )
        if wanted is not None:
            self._bar.set_wanted(w.ALL if wanted.states else self._bar.chips.current, wanted)

    def _find(self, notation: str) -> int | None:
        found = self._page.desk.store.reading().same_notation(notation)
        return found[0].id if found else None

    @Slot()
    def _keep(self) -> None:
        name = NameQuestion.ask(
            self._page, [view.name for view in self._views], offered=self.box.currentData() or ""
        )  # fmt: skip
        if name:
            view = TaskView(
                name, self._bar.chips.current, self._bar.plain, self._table.shown_columns, self._table.own_widths
            )
            self._page.operations.run(partial(task_views.keep_view, self._page.desk, view), initiator=self._page)

    @Slot()
    def _forget(self) -> None:
        if name := self.box.currentData():
            self._page.operations.run(partial(task_views.forget_view, self._page.desk, name), initiator=self._page)

    @Slot()
    def _usual(self) -> None:
        self._table.arrange((), {})

    @Slot(bool)
    def _column_toggled(self, shown: bool) -> None:  # noqa: FBT001  Qt's own signature
        action = self.sender()
        if isinstance(action, QAction):
            self._table.choose_column(action.data(), shown=shown)
