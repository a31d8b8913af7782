"""The detail pane: the directive, its items as a tree with lead and due, what it leans on, its history."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTabWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from district_desk.desk import Desk
from district_desk.desk.listing import DirectiveView
from district_desk.desk.sentences import journal_label
from district_desk.desk.words import REFERENCE_KINDS, field_name
from district_desk.domain.assignments import Role
from district_desk.domain.directives import Attachment, Directive, missing
from district_desk.domain.items import Item
from district_desk.domain.listing import AssignmentRow, FieldChange
from district_desk.ui.register import words as w
from district_desk.ui.widgets.buttons import ActionButton, button
from district_desk.ui.widgets.labels import label, selectable
from district_desk.ui.widgets.measure import letters
from district_desk.ui.widgets.record_header import RecordHeader
from district_desk.ui.widgets.row_delegate import RowDelegate
from district_desk.ui.words import URGENCIES, day, moment, parse_day, size

_DIRECTIVE_ROLE: Final = Qt.ItemDataRole.UserRole + 11
_LINES: Final = 2
_REST: Final = 0
"""Width of the column that takes what the others leave."""
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


class DirectivePane(QFrame):
    """One directive. ``directive_wanted(int)`` when a related record is opened; ``said(str)`` when a file is gone."""

    directive_wanted = Signal(int)
    file_wanted = Signal(object)

    def __init__(
        self, actions: Sequence[QAction], primary: QAction, more: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.header = RecordHeader()
        self._lacking = label("", role="fault")
        self._lacking.setWordWrap(True)
        self.items = _tree(w.ITEMS, w.ITEM_HEADINGS)
        self.related = _tree(w.RELATED, ("Quan hệ", "Văn bản"))
        self.history = _tree(w.HISTORY, ("Khi nào", "Việc"))
        self.related.activated.connect(self._open_related)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        for name, tree, nothing in (
            (w.ITEMS, self.items, w.NO_ITEMS), (w.RELATED, self.related, w.NO_RELATED), (w.HISTORY, self.history, ""),
        ):  # fmt: skip
            self._tabs.addTab(_OrNothing(tree, nothing), name)
        buttons = QHBoxLayout()
        for action in actions:
            buttons.addWidget(ActionButton(action))
        buttons.addWidget(ActionButton(primary, "primary"), 1)
        buttons.addWidget(ActionButton(more))
        record = QWidget()
        column = QVBoxLayout(record)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.header)
        column.addWidget(self._lacking)
        column.addWidget(self._tabs, 1)
        column.addLayout(buttons)
        nothing_chosen = label(w.NOTHING_CHOSEN, role="muted")
        nothing_chosen.setWordWrap(True)
        nothing_chosen.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing_chosen)
        self._stack.addWidget(record)
        unit = self.fontMetrics().height()
        self._tabs.setMinimumWidth(unit * 19)  # of the pane no minimum is set, or its buttons would be cut
        outer = QVBoxLayout(self)
        outer.setContentsMargins(unit // 2, unit // 2, unit // 2, unit // 2)
        outer.addWidget(self._stack)

    def show_nothing(self) -> None:
        """No directive is chosen."""
        self._stack.setCurrentIndex(0)

    def show_view(self, view: DirectiveView, type_name: str, history: Sequence[FieldChange]) -> None:
        """Show a directive."""
        directive = view.directive
        name = (
            " ".join(part for part in (type_name, str(directive.notation)) if part)
            or w.SOURCES_SINGULAR[directive.source]
        )
        self.header.show_record(name, day(directive.issued), directive.subject, self._facts(view))
        lacking = ", ".join(field_name(key) for key in missing(directive))
        self._lacking.setText(f"Cần bổ sung: {lacking}" if lacking else "")
        self._lacking.setVisible(bool(lacking))
        _fill(self.items, w.ITEM_HEADINGS, lambda model: _put_items(model, view), widths=(_REST, 11, 11))
        _fill(self.related, ("Quan hệ", "Văn bản"), lambda model: _put_related(model, view), widths=(14, _REST))
        _fill(self.history, ("Khi nào", "Việc"), lambda model: _put_history(model, history), widths=(20, _REST))
        self._tabs.setTabText(1, _counted(w.RELATED, len(view.references) + len(view.executed_by)))
        self._stack.setCurrentIndex(1)

    def _facts(self, view: DirectiveView) -> list[tuple[str, str | QWidget]]:
        d = view.directive
        urgency = URGENCIES[d.urgency] if d.urgency else ""
        return [
            ("Số đến", w.arrival(d.arrival, d.arrived)),
            ("Tác giả", d.issuer),
            ("Người ký", w.signed_by(d.signer, d.signer_title)),
            ("Độ khẩn", urgency),
            ("Người nhận", d.recipients),
            ("Ngày chuyển", day(d.passed_on)),
            ("Hạn trả lời", day(d.reply_due)),
            ("Ý kiến", d.leader_opinion),
            ("Ghi chú", d.note),
            ("Tệp gốc", self._files(view.attachments) or ""),
        ]

    def _files(self, attachments: Sequence[Attachment]) -> QWidget | None:
        if not attachments:
            return None
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for attachment in attachments:
            column.addWidget(self._file_link(attachment), 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _file_link(self, attachment: Attachment) -> QWidget:
        name = self.fontMetrics().elidedText(
            attachment.name, Qt.TextElideMode.ElideMiddle, self.fontMetrics().height() * 14
        )
        return button(
            f"{name} ({size(attachment.size)})", lambda: self.file_wanted.emit(attachment), role="link",
            tip=f"Mở {attachment.name} bằng chương trình của máy",
        )  # fmt: skip

    def _open_related(self) -> None:
        index = self.related.currentIndex()
        target = index.siblingAtColumn(0).data(_DIRECTIVE_ROLE)
        if target:
            self.directive_wanted.emit(int(target))


class _OrNothing(QStackedWidget):
    """A tree, or a sentence where it has no rows."""

    def __init__(self, tree: QTreeView, nothing: str) -> None:
        super().__init__()
        words: QLabel = selectable(nothing, role="muted")
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setMargin(self.fontMetrics().height() // 2)
        self.addWidget(tree)
        self.addWidget(words)
        tree.setProperty("or_nothing", True)
        self._tree = tree

    def follow(self) -> None:
        """Show whichever is right now."""
        self.setCurrentIndex(0 if self._tree.model().rowCount() else 1)


def open_file(desk: Desk, attachment: Attachment) -> None:
    """Open a kept file with the machine's own program.

    Raises:
        Problem: the file is gone, or changed since it was kept.
    """
    from district_desk.desk.filing import attachment_file

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(attachment_file(desk, attachment))))


def _tree(name: str, headings: Sequence[str]) -> QTreeView:
    tree = QTreeView()
    tree.setAccessibleName(name)
    tree.setModel(QStandardItemModel(0, len(headings), tree))
    tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
    tree.setAlternatingRowColors(True)
    tree.setAllColumnsShowFocus(True)
    tree.setMinimumHeight(tree.fontMetrics().height() * 4)
    tree.setIndentation(tree.fontMetrics().height())
    tree.setTextElideMode(Qt.TextElideMode.ElideRight)
    tree.setItemDelegate(RowDelegate(_LINES, tree))
    tree.setUniformRowHeights(True)
    tree.header().setStretchLastSection(False)
    tree.header().setMinimumSectionSize(tree.fontMetrics().height() * 2)
    return tree


def _fill(
    tree: QTreeView, headings: Sequence[str], put: Callable[[QStandardItemModel], None], *, widths: Sequence[int]
) -> None:
    """Write a tree anew; ``widths`` are in letters, one of them :data:`_REST`."""
    model = tree.model()
    assert isinstance(model, QStandardItemModel)
    model.clear()
    model.setHorizontalHeaderLabels(list(headings))
    put(model)
    tree.expandAll()
    header = tree.header()
    for column, width in enumerate(widths):
        is_rest = width == _REST
        header.setSectionResizeMode(
            column, QHeaderView.ResizeMode.Stretch if is_rest else QHeaderView.ResizeMode.Interactive
        )
        if not is_rest:
            header.resizeSection(column, letters(tree, width))
    holder = tree.parentWidget()
    if isinstance(holder, _OrNothing):
        holder.follow()


def _cells(*texts: str, tip: str = "") -> list[QStandardItem]:
    cells = [QStandardItem(text) for text in texts]
    for cell, text in zip(cells, texts, strict=True):
        cell.setToolTip(tip or text)
    return cells


def _put_items(model: QStandardItemModel, view: DirectiveView) -> None:
    placed: dict[int, QStandardItem] = {}
    for item in view.items:
        lines = view.lines.get(item.id, ())
        cells = _cells(_item_words(item), _leads(lines), _dues(item, lines))
        cells[0].setToolTip(_tip(item, lines))
        parent = placed.get(item.parent_id or 0, model.invisibleRootItem())
        parent.appendRow(cells)
        placed[item.id] = cells[0]


def _item_words(item: Item) -> str:
    text = " ".join(item.text.split())
    if item.label and not text.startswith(item.label):
        text = f"{item.label} {text}"
    return text if item.ours else f"(để biết) {text}"


def _leads(lines: Sequence[AssignmentRow]) -> str:
    leads = [line.unit for line in lines if line.assignment.role is Role.LEAD]
    return leads[0] if len(leads) == 1 else f"{len(leads)} đơn vị" if leads else ""


def _dues(item: Item, lines: Sequence[AssignmentRow]) -> str:
    dues = {line.standing.due for line in lines if line.assignment.role is Role.LEAD}
    if len(dues) == 1 and (only := dues.pop()):
        return day(only)
    return day(item.due) or item.phrase


def _tip(item: Item, lines: Sequence[AssignmentRow]) -> str:
    given = "\n".join(f"• {line.unit}: {w.role_and_due(line)}" for line in lines)
    limit = f"Thời hạn ghi: {item.phrase}" if item.phrase else ""
    return "\n".join(part for part in (item.text, limit, given) if part)


def _put_related(model: QStandardItemModel, view: DirectiveView) -> None:
    for reference in view.references:
        cells = _cells(REFERENCE_KINDS[reference.kind], reference.notation)
        cells[0].setData(reference.target_id, _DIRECTIVE_ROLE)
        if reference.target_id:
            cells[1].setText(f"{reference.notation} (có trong sổ)")
        model.appendRow(cells)
    for other in view.executed_by:
        cells = _cells("Được nhắc trong", _named(other))
        cells[0].setData(other.id, _DIRECTIVE_ROLE)
        model.appendRow(cells)


def _named(directive: Directive) -> str:
    return " ".join(part for part in (str(directive.notation), directive.subject) if part)


def _put_history(model: QStandardItemModel, history: Sequence[FieldChange]) -> None:
    by_operation: dict[int, QStandardItem] = {}
    for change in history:
        operation = change.operation
        parent = by_operation.get(operation.id)
        if parent is None:
            who = f"{journal_label(operation)} ({operation.officer})" if operation.officer else journal_label(operation)
            cells = _cells(moment(operation.at), who)
            model.appendRow(cells)
            parent = by_operation[operation.id] = cells[0]
        if change.before and change.field not in ("id", "uid"):
            parent.appendRow(
                _cells(field_name(change.field), f"{_spoken(change.before)} → {_spoken(change.after) or '(trống)'}")
            )


def _spoken(value: str) -> str:
    hit = _ISO.fullmatch(value)
    return day(parse_day(f"{hit[3]}/{hit[2]}/{hit[1]}")) if hit else value


def _counted(name: str, number: int) -> str:
    return f"{name} ({number})" if number else name
