"""A recurring duty through the real window: read from a file, given with one key, its periods in Nhiệm vụ, taken back."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from district_desk.desk import opening
from district_desk.desk.opening import create_office
from district_desk.domain.assignments import Assignment
from district_desk.domain.listing import AssignmentRow
from district_desk.ui.application import build
from district_desk.ui.intake.page import IntakePage
from district_desk.ui.places import PageKey
from district_desk.ui.tasks import words as w
from district_desk.ui.tasks.page import TasksPage
from district_desk.ui.window import MainWindow

_PATIENCE = 20_000
_NOW = datetime(2023, 9, 6, 8, 0)
_DIRECTIVE = """ỦY BAN NHÂN DÂN
HUYỆN CẨM GIÀNG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 91/CT-UBND

Cẩm Giàng, ngày 05 tháng 9 năm 2023

CHỈ THỊ
Về việc báo cáo công tác cải cách hành chính

Chủ tịch Ủy ban nhân dân huyện yêu cầu Thủ trưởng các cơ quan, đơn vị thực hiện tốt một số nội dung sau:

1. Phòng Nội vụ

a) Tổng hợp, báo cáo kết quả công tác cải cách hành chính về UBND huyện trước ngày 20 hằng tháng.

b) Rà soát văn bản, báo cáo Chủ tịch UBND huyện trước ngày 20 tháng 9 năm 2023.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Ví Dụ
"""
"""Written for this test; it names no real act."""


@pytest.fixture
def window(tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    create_office(tmp_path / "office", "cam-giang-2023", clock=lambda: _NOW).close()
    opened = opening.open_office
    monkeypatch.setattr(opening, "open_office", lambda folder: opened(folder, clock=lambda: _NOW))
    made = build(tmp_path / "office")
    with qtbot.waitActive(made):
        made.activateWindow()
    qtbot.waitUntil(lambda: made.desk is not None and not made.operations.busy, timeout=_PATIENCE)
    yield made
    made.close()
    made.deleteLater()


def _drop(window: MainWindow, path: Path) -> IntakePage:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    nothing, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, data, left, nothing))
    page = window.page(PageKey.INTAKE)
    assert isinstance(page, IntakePage)
    return page


def _shown(page: TasksPage) -> list[tuple[str, str, str]]:
    """Due day, note and state of each row, as they read."""
    columns = {column.key: column for column in page.model.columns}
    rows = [page.model.row(place) for place in range(page.model.rowCount())]
    assert all(isinstance(row, AssignmentRow) for row in rows)
    return [tuple(columns[key].text(row) for key in ("due", "marks", "state")) for row in rows]  # type: ignore[misc,arg-type]


def test_a_recurring_duty_given_in_the_window_shows_its_periods_in_the_list(
    window: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    def settle() -> None:
        qtbot.waitUntil(lambda: not window.operations.busy, timeout=_PATIENCE)

    path = tmp_path / "chi-thi.txt"
    path.write_text(_DIRECTIVE, encoding="utf-8")
    intake = _drop(window, path)
    qtbot.waitUntil(lambda: intake.session is not None and intake.session.reading is not None, timeout=_PATIENCE)
    settle()
    with qtbot.waitSignal(intake.registered, timeout=_PATIENCE):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F10)
    settle()

    window.go(PageKey.TASKS)
    tasks = window.page(PageKey.TASKS)
    assert isinstance(tasks, TasksPage)
    _click(qtbot, tasks.chips._buttons[w.ALL])
    settle()
    shown = _shown(tasks)
    assert ("19/09/2023", "Tháng 9/2023", "Trong hạn") in shown
    assert [state for due, _, state in shown if due == "trước ngày 20 hằng tháng"] == ["Định kỳ"]

    qtbot.keyClick(tasks.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.desk is not None
    assert window.desk.store.reading().find(Assignment) == []
    assert tasks.model.rowCount() == 0


def _click(qtbot: Any, widget: Any) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
