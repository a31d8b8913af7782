"""What the tests of the intake screen share: a real office, a real file, the real page."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt

from district_desk.desk import Desk
from district_desk.desk.opening import create_office
from district_desk.domain.drafts import DraftItem
from district_desk.ui.application import application
from district_desk.ui.intake.page import IntakePage
from district_desk.ui.operations import Operations

NOW = datetime(2023, 9, 6, 8, 0)
DIRECTIVE = """ỦY BAN NHÂN DÂN
HUYỆN CẨM GIÀNG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 90/CT-UBND

Cẩm Giàng, ngày 05 tháng 9 năm 2023

CHỈ THỊ
Về việc đẩy mạnh cải cách hành chính các tháng cuối năm 2023

Để hoàn thành kế hoạch cải cách hành chính năm 2023, Chủ tịch Ủy ban nhân dân huyện yêu cầu Thủ trưởng các cơ quan, \
đơn vị và Chủ tịch UBND các xã, thị trấn thực hiện tốt một số nội dung sau:

1. Phòng Nội vụ

a) Chủ trì, phối hợp với Phòng Tư pháp rà soát kết quả thực hiện kế hoạch cải cách hành chính, báo cáo Chủ tịch UBND \
huyện trước ngày 20 tháng 9 năm 2023.

b) Hướng dẫn các xã, thị trấn tự chấm điểm Chỉ số cải cách hành chính trong tháng 10 năm 2023.

2. Phòng Tài chính - Kế hoạch

Bố trí kinh phí mua sắm trang thiết bị cho Bộ phận Một cửa các xã, thị trấn, hoàn thành trước ngày 30 tháng 9 năm 2023.

3. Chủ tịch UBND các xã, thị trấn

a) Kiện toàn Bộ phận Một cửa; niêm yết đầy đủ danh mục thủ tục hành chính, gửi kết quả về UBND huyện (qua Phòng Nội \
vụ) trước ngày 25 tháng 9 năm 2023.

b) Định kỳ hàng quý báo cáo kết quả công tác cải cách hành chính về UBND huyện (qua Phòng Nội vụ).

4. Văn phòng HĐND và UBND huyện

Theo dõi, đôn đốc việc thực hiện Chỉ thị này, tổng hợp báo cáo Chủ tịch UBND huyện trước ngày 15 tháng 12 năm 2023.

Nơi nhận:
- Chủ tịch, các PCT UBND huyện;
- UBND các xã, thị trấn;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Ví Dụ
"""
"""Written for these tests; it names no real act."""


@dataclass
class Bench:
    desk: Desk
    operations: Operations
    page: IntakePage
    qtbot: Any
    folder: Path

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.operations.busy, timeout=10_000)

    def file(self, text: str = DIRECTIVE, name: str = "90-CT-UBND.txt") -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def read(self, path: Path | None = None) -> None:
        self.page.open_file(path or self.file())
        self.settle()

    def item(self, path: str) -> DraftItem:
        return next(each for each in self.page.draft.items if each.item.path == path)

    def choose(self, *paths: str) -> None:
        self.page.items.view.choose(tuple(self.item(path).key for path in paths))

    def paths(self) -> list[str]:
        return [each.item.path for each in self.page.draft.items]

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.page.items.view, key, modifier)

    def names_of(self, drafted: DraftItem) -> list[str]:
        units = {unit.id: unit.name for unit in self.desk.directory(self.desk.today()).units}
        return [units[line.unit_id] for line in drafted.lines]

    def click_words(self, words: str) -> None:
        pane = self.page.document.pane
        start = self.page.draft.text.index(words)
        pane.choose(None)
        rect = pane.cursorRect(pane._cursor_at(start + 1))
        if not pane.viewport().rect().contains(rect):
            pane.verticalScrollBar().setValue(pane.verticalScrollBar().value() + rect.top() - 40)
            rect = pane.cursorRect(pane._cursor_at(start + 1))
        self.qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() + QPoint(2, 0))


def _decide(page: IntakePage) -> None:
    """A page that is closed with work on it would ask; the test is over."""
    page.close_session()
    page.deciding.kept = None


@contextmanager
def intake(tmp_path: Path, qtbot: Any, profile: str = "cam-giang-2023") -> Iterator[Bench]:
    application()
    desk = create_office(tmp_path / "office", profile, clock=lambda: NOW)
    operations = Operations()
    page = IntakePage(desk, operations)
    qtbot.addWidget(page, before_close_func=_decide)
    page.attach(desk)
    page.resize(1154, 720)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    try:
        yield Bench(desk, operations, page, qtbot, tmp_path)
    finally:
        page.hide()
        operations.close(desk.close)
