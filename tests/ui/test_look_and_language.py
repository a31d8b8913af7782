"""Contrast, icons, Qt's own words, and names for every control."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QIcon
from PySide6.QtWidgets import QMessageBox

from district_desk import ui
from district_desk.ui.icons import icon
from district_desk.ui.theme import DARK, LIGHT, Theme, Tone, colours

PACKAGE = Path(ui.__file__).parent


def _luminance(colour):
    def part(value):
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    c = QColor(colour)
    return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF())


def _contrast(ink, ground):
    high, low = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _pairs(c):
    for ground in (c.window, c.surface, c.alternate, c.header, c.accent_soft):
        yield from ((c.text, ground), (c.muted, ground))
    for ground in (c.surface, c.window):
        yield from ((c.accent, ground), (c.danger, ground))
    for ground in (c.rail, c.rail_chosen):
        yield from ((c.rail_text, ground), (c.rail_muted, ground))
    for tone in Tone:
        yield c.of_tone(tone)
    for ground in (c.lit_field, c.lit_task, c.lit_due, c.lit_unit, c.lit_chosen):
        yield c.text, ground
    yield c.on_accent, c.accent
    yield "#FFFFFF", "#B3261E"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_out_from_its_ground_by_four_and_a_half(palette):
    weak = [(ink, ground, round(_contrast(ink, ground), 2)) for ink, ground in _pairs(palette)
            if _contrast(ink, ground) < 4.5]  # fmt: skip
    assert weak == []


def test_the_colours_follow_the_system(app):
    theme = next(child for child in app.children() if isinstance(child, Theme))
    theme.follow(Qt.ColorScheme.Dark)
    try:
        assert colours() is DARK
        assert app.palette().window().color() == QColor(DARK.window)
    finally:
        theme.follow(Qt.ColorScheme.Light)
    assert colours() is LIGHT


def test_every_icon_that_a_page_names_is_shipped_and_draws_something(app):
    named = set()
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text("utf-8")
        named |= set(re.findall(r'(?:\bicon|tool_button|EmptyPlace)\("([a-z-]+)"', text))
        named |= set(re.findall(r'picture="([a-z-]+)"', text))
    assert len(named) > 20
    for name in sorted(named):
        assert _ink(icon(name)) > 10, name


def _ink(picture: QIcon) -> int:
    image = picture.pixmap(QSize(24, 24)).toImage()
    return sum(image.pixelColor(x, y).alpha() > 100 for x in range(image.width()) for y in range(image.height()))


def test_an_icon_takes_the_colour_of_the_palette_in_use(app):
    theme = next(child for child in app.children() if isinstance(child, Theme))
    before = icon("print").pixmap(QSize(24, 24)).toImage()
    theme.follow(Qt.ColorScheme.Dark)
    try:
        after = icon("print").pixmap(QSize(24, 24)).toImage()
    finally:
        theme.follow(Qt.ColorScheme.Light)
    assert before != after


def test_qt_s_own_buttons_speak_vietnamese(app, qtbot):
    box = QMessageBox()
    qtbot.addWidget(box)
    standard = QMessageBox.StandardButton
    box.setStandardButtons(
        standard.Yes | standard.No | standard.Cancel | standard.Save | standard.Discard | standard.Ok
    )
    words = {button.text() for button in box.buttons()}
    assert words == {"Có", "Không", "Hủy", "Lưu", "Bỏ", "Đồng ý"}


def test_numbers_and_long_dates_are_vietnamese(app):
    assert QLocale().toString(1234567) == "1.234.567"
    assert "tháng 3" in QLocale().toString(QDate(2024, 3, 5), QLocale.FormatType.LongFormat)


def test_every_control_of_every_page_has_a_name(window, settled):
    """What a screen reader would say; an unnamed button is a button nobody can find."""
    from district_desk.ui.places import RAIL

    unnamed = []
    for place in RAIL:
        window.go(place.page)
        settled()
        unnamed += [f"{place.page}: {found}" for found in _unnamed(window)]
    assert unnamed == []


_ROLES = {
    QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.ComboBox, QAccessible.Role.EditableText,
    QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List, QAccessible.Role.SpinBox,
    QAccessible.Role.RadioButton, QAccessible.Role.PageTab,
}  # fmt: skip


def _unnamed(window):
    from PySide6.QtWidgets import QWidget

    for widget in window.findChildren(QWidget):
        inside = widget.objectName().startswith("qt_") or (
            type(widget).__module__.startswith("PySide6")
            and (type(widget).__name__ in ("QScrollBar", "QHeaderView", "QTableCornerButton"))
        )
        if inside or not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if face and face.role() in _ROLES and not face.text(QAccessible.Text.Name):
            yield f"{type(widget).__name__} in {type(widget.parent()).__name__}"
