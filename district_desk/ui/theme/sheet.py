"""The one style sheet. Widgets are told apart by object name or by the property ``role``; sizes follow the font."""

from string import Template
from typing import Final

from PySide6.QtGui import QFontMetrics

from district_desk.ui.theme.palette import Colours

_SHEET: Final = Template("""
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: ${quarter}px; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="record"] { font-size: ${record}px; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="figure"] { font-size: ${figure}px; font-weight: 600; }
QLabel[role="fault"] { color: $danger; }

QPushButton, QToolButton[role="plain"] {
  background: $surface; color: $text; border: 1px solid $line; border-radius: 4px;
  padding: ${third}px ${half}px; min-height: ${line_height}px;
}
QPushButton:hover, QToolButton[role="plain"]:hover { background: $accent_soft; border-color: $accent; }
QPushButton:focus, QToolButton[role="plain"]:focus { border: 2px solid $accent; }
QPushButton:disabled { color: $muted; background: $header; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:default, QPushButton[role="primary"] {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[role="primary"]:hover { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $neutral_soft; color: $neutral; border-color: $line; }
QPushButton[role="link"], QToolButton[role="link"] {
  background: transparent; border: none; color: $accent; padding: 1px ${quarter}px; min-height: ${unit}px;
  text-decoration: underline; text-align: left;
}
QPushButton[role="link"]:focus { border: 1px dotted $accent; }
QPushButton[role="chip"] {
  border-radius: ${chip}px; padding: ${quarter}px ${half}px; min-height: ${line_height}px; background: $surface;
}
QPushButton[role="chip"]:checked {
  background: $accent_soft; border: 2px solid $accent; color: $running;
}
QPushButton[role="card"] { border-radius: 6px; text-align: left; min-height: ${card}px; }
QPushButton[role="card"]:checked { border: 2px solid $accent; background: $accent_soft; }
QToolButton[role="flat"] { border: none; padding: ${quarter}px; border-radius: 4px; }
QToolButton[role="flat"]:hover { background: $accent_soft; }
QToolButton[role="flat"]:focus { border: 1px solid $accent; }

QLineEdit, QPlainTextEdit, QTextEdit {
  background: $surface; color: $text; border: 1px solid $line; border-radius: 4px;
  padding: ${quarter}px ${third}px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit { min-height: ${line_height}px; }
QComboBox, QSpinBox { min-height: ${entry}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid $accent;
}
QLineEdit[state="wrong"] { border: 2px solid $danger; }
QLineEdit[state="wanting"], QPlainTextEdit[state="wanting"] { border: 1px dashed $warning; background: $warning_soft; }
QLineEdit:read-only { background: $header; }

QCheckBox::indicator:unchecked, QAbstractItemView::indicator:unchecked {
  background: $surface; border: 1px solid $muted; border-radius: 2px;
}
QCheckBox::indicator:unchecked:disabled { background: $header; border-color: $line; }

QTableView, QTreeView, QListView, QTextBrowser {
  background: $surface; alternate-background-color: $alternate; border: 1px solid $line; border-radius: 4px;
  selection-background-color: $accent_soft; selection-color: $text; outline: 0;
}
QTableView:focus, QTreeView:focus, QListView:focus { border: 1px solid $accent; }
QHeaderView::section {
  background: $header; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: ${third}px ${third}px; font-weight: 600;
}
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar::tab { background: transparent; color: $muted; padding: ${third}px ${half}px; border: none; }
QTabBar::tab:selected { color: $running; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { border-bottom: 2px solid $text; }
QSplitter::handle { background: transparent; }
QFrame[role="panel"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QListWidget[role="sections"]::item { padding: ${section}px ${half}px; border-radius: 3px; }
QListWidget[role="sections"]::item:selected { background: $accent_soft; color: $text; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[role="overlay"] { background: $surface; border: 2px solid $accent; border-radius: 8px; }
QFrame#rail { background: $rail; }
QFrame#rail QLabel { color: $rail_muted; }
QFrame#rail QLabel[role="record"] { color: $rail_text; }
QFrame#rail QPushButton[role="link"] { color: $rail_muted; }
QFrame#foot { background: $surface; border-top: 1px solid $line; }
QFrame#strip { background: $accent_soft; border-top: 1px solid $accent; }
QFrame[role="message"] { border-radius: 4px; }
QFrame[tone="danger"] { background: $danger_soft; border: 1px solid $danger; }
QFrame[tone="danger"] QLabel { color: $danger; }
QFrame[tone="warning"] { background: $warning_soft; border: 1px solid $warning; }
QFrame[tone="warning"] QLabel { color: $warning; }
QFrame[tone="good"] { background: $good_soft; border: 1px solid $good; }
QFrame[tone="good"] QLabel { color: $good; }
QFrame[tone="neutral"] { background: $neutral_soft; border: 1px solid $line; }
QFrame[tone="neutral"] QLabel { color: $neutral; }
QProgressBar { border: 1px solid $line; border-radius: 3px; background: $surface; text-align: center; }
QProgressBar::chunk { background: $accent; }
QMenu { background: $surface; border: 1px solid $line; }
QMenu::item { padding: ${third}px ${half}px ${third}px ${half}px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $muted; }
""")


def style_sheet(colours: Colours, metrics: QFontMetrics) -> str:
    """The sheet for these colours and for the size of the application's font."""
    unit = metrics.height()
    sizes = {
        "unit": unit, "quarter": max(2, unit // 5), "third": max(3, unit // 4), "half": max(6, round(unit * 0.65)),
        "line_height": unit + 2, "title": round(unit * 1.25), "record": round(unit * 0.95),
        "figure": round(unit * 1.7), "card": round(unit * 3.6), "entry": unit + unit // 2, "chip": round(unit * 0.75),
        "section": round(unit * 0.4),
    }  # fmt: skip
    names = {name: getattr(colours, name) for name in Colours.__dataclass_fields__}
    return _SHEET.substitute(names, **sizes)
