"""Fields, chips, badges, the paged table: what every page is made of."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester

from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape, paint_badge
from district_desk.ui.widgets.chips import Chips
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.message_bar import MessageBar
from district_desk.ui.widgets.paged_model import BADGE_ROLE, PAGE, Column, PagedModel
from district_desk.ui.widgets.record_table import RecordTable
from district_desk.ui.widgets.row_delegate import wrapped
from district_desk.ui.widgets.search_field import SearchField
from district_desk.ui.words import count, day, parse_day, size


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("30/03/2023", date(2023, 3, 30)),
        ("30/3/2023", date(2023, 3, 30)),
        (" 30-3-2023 ", date(2023, 3, 30)),
        ("30.3.2023", date(2023, 3, 30)),
        ("30032023", date(2023, 3, 30)),
        ("30/3", None),
        ("30/3/23", None),
        ("31/2/2023", None),
        ("", None),
        ("hôm nay", None),
        ("٣٠/03/2023", None),
    ],
)
def test_a_date_is_read_or_not_read_and_never_guessed(typed, expected):
    assert parse_day(typed) == expected


def test_values_read_as_the_office_writes_them():
    assert day(date(2023, 4, 5)) == "05/04/2023"
    assert day(None) == ""
    assert count(1284) == "1.284"
    assert size(312_400) == "312 KB"
    assert size(1_400_000) == "1,4 MB"


def test_a_blank_date_stays_blank_and_a_wrong_one_stays_as_typed(app, qtbot):
    field = DateField("Ngày đến")
    qtbot.addWidget(field)
    field.show()
    assert field.value is None

    qtbot.keyClicks(field, "30/3")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.value, field.is_wrong, field.text()) == (None, True, "30/3")

    field.clear()
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field, "30/3/2023")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.value, field.is_wrong, field.text()) == (date(2023, 3, 30), False, "30/03/2023")


def test_setting_a_date_does_not_pretend_that_it_was_typed(app, qtbot):
    field = DateField("Ngày đến")
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.changed):
        field.set_value(date(2023, 3, 30))
        field.set_value(None)
    assert field.text() == ""


def test_chips_show_counts_and_arrows_move_between_them(app, qtbot):
    chips = Chips((("all", "Tất cả"), ("late", "Quá hạn"), ("done", "Xong")))
    qtbot.addWidget(chips)
    chips.show()
    chips.set_counts({"all": 1284})
    assert chips.current == "all"

    with qtbot.waitSignal(chips.chosen) as told:
        qtbot.keyClick(chips, Qt.Key.Key_Right)

    assert told.args == ["late"]
    assert "Tất cả 1.284" in [child.text() for child in chips.findChildren(type(chips._buttons["all"]))]


def test_a_search_begins_when_typing_pauses_with_what_the_input_method_committed(app, qtbot, type_vietnamese):
    field = SearchField("Tìm")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.asked) as told:
        type_vietnamese(field, "kỷ luật")
    assert told.args == ["kỷ luật"]

    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_enter_does_not_wait_for_the_pause(app, qtbot):
    field = SearchField("Tìm")
    qtbot.addWidget(field)
    field.show()
    asked = []
    field.asked.connect(asked.append)
    qtbot.keyClicks(field, "04")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked == ["04"]


def test_the_message_bar_says_and_hushes_and_its_remedy_acts(app, qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    acted = []
    bar.say("Đĩa đã đầy.", Tone.WARNING, remedy="Thử lại", act=lambda: acted.append(1))
    assert bar.sentence == "Đĩa đã đầy."
    bar._remedy.click()
    assert (acted, bar.sentence) == ([1], "")


@pytest.mark.parametrize("shape", Shape)
def test_a_badge_draws_its_shape_even_where_colour_says_nothing(app, shape):
    picture = QImage(160, 30, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    painter = QPainter(picture)
    paint_badge(painter, Badge("", Tone.NEUTRAL, shape), QRectF(0, 0, 160, 30))
    painter.end()
    shades = {picture.pixelColor(x, y).value() for x in range(40) for y in range(30)}
    assert len(shades) > 2


# -- the paged model --------------------------------------------------------------------------------------------


class Source:
    """Rows that count how they were asked for."""

    def __init__(self, rows):
        self.rows = rows
        self.asked = []

    def fetch(self, ids):
        self.asked.append(list(ids))
        return [(each, self.rows[each]) for each in ids if each in self.rows]


@pytest.fixture
def paged(app):
    source = Source({number: f"Dòng {number}" for number in range(1, 1001)})
    columns = (
        Column("id", "Số", lambda row: str(row[0]), 6, sort="id"),
        Column("text", "Nội dung", lambda row: row[1], 20, grows=True),
        Column("state", "Tình trạng", lambda _: "Trong hạn", 12, drops=1, badge=lambda _: Badge("Trong hạn")),
    )
    model = PagedModel(columns, source.fetch, lambda row: row[0])
    model.show(range(1, 1001))
    return model, source


def test_the_paged_model_keeps_qt_s_contract(paged):
    model, _ = paged
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(range(500, 700))
    model.touched(frozenset({520}))
    model.show([])
    model.show(range(3))
    assert model.rowCount() == 3
    tester.deleteLater()


def test_rows_come_by_the_page_and_only_when_asked_for(paged):
    model, source = paged
    assert source.asked == []
    assert model.data(model.index(500, 1)) == "Dòng 501"
    assert model.data(model.index(510, 1)) == "Dòng 511"
    assert [len(page) for page in source.asked] == [PAGE]
    assert isinstance(model.data(model.index(500, 2), BADGE_ROLE), Badge)


def test_a_write_drops_only_the_pages_that_hold_what_it_touched(paged, qtbot):
    model, source = paged
    for place in (0, 200, 400):
        model.row(place)
    source.rows[201] = "Đã sửa"
    with qtbot.waitSignal(model.dataChanged) as told:
        model.touched(frozenset({201, 999_999}))
    first = 200 // PAGE * PAGE
    assert (told.args[0].row(), told.args[1].row()) == (first, first + PAGE - 1)
    assert model.row(200) == (201, "Đã sửa")
    model.row(0)
    assert len(source.asked) == 4


def test_few_pages_are_kept_however_far_one_scrolls(app):
    source = Source(dict.fromkeys(range(20000), "x"))
    model = PagedModel((Column("id", "Số", lambda row: str(row[0]), 6),), source.fetch, lambda row: row[0])
    model.show(range(20_000))
    for place in range(0, 20_000, PAGE):
        model.row(place)
    assert len(model._pages) <= 24


def test_a_record_that_is_gone_since_the_list_was_made_shows_a_placeholder(paged):
    model, source = paged
    del source.rows[3]
    assert model.row(2) is None
    assert model.data(model.index(2, 0)) == "…"
    assert model.data(model.index(2, 1)) is None


def test_the_same_list_again_keeps_the_chosen_row(paged, qtbot):
    model, _ = paged
    table = RecordTable("Bảng", model)
    qtbot.addWidget(table)
    table.choose(700)
    table.show_ids(range(1, 1001))
    assert table.current_id() == 700
    table.show_ids(range(600, 800))
    assert table.current_id() == 700


def test_enter_opens_and_a_header_click_sorts_down_then_up(paged, qtbot):
    model, _ = paged
    table = RecordTable("Bảng", model)
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    table.choose(5)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [5]

    orders = []
    table.sorted_by.connect(lambda key, descends: orders.append((key, descends)))
    header = table.horizontalHeader()
    for _ in range(2):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    assert orders == [("id", True), ("id", False)]


def test_columns_give_way_where_there_is_no_room_instead_of_scrolling(paged, qtbot):
    model, _ = paged
    table = RecordTable("Bảng", model)
    qtbot.addWidget(table)
    table.resize(800, 300)
    table.show()
    assert not table.isColumnHidden(2)
    table.resize(240, 300)
    assert table.isColumnHidden(2)
    assert not table.isColumnHidden(1)


def test_copying_takes_the_chosen_rows_as_text(paged, qtbot, app):
    model, _ = paged
    table = RecordTable("Bảng", model)
    qtbot.addWidget(table)
    table.choose(2)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert app.clipboard().text() == "2\tDòng 2\tTrong hạn"


def test_text_breaks_at_blanks_and_after_the_marks_of_a_number_and_ends_in_an_ellipsis(app):
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    width = painter.fontMetrics().horizontalAdvance("966/UBND-N")
    assert wrapped("966/UBND-NCKSTTHC", painter, width, 2)[0] == "966/UBND-"
    long = wrapped("Về việc tăng cường kỷ luật, kỷ cương hành chính trong cơ quan", painter, width * 2, 2)
    assert len(long) == 2
    assert long[1].endswith("…")
    assert wrapped("Một\nHai", painter, 500, 2) == ["Một", "Hai"]
    painter.end()
