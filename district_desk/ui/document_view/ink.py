"""The colours of the document view, taken from the palette of the moment."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from district_desk.ui.document_view.lights import LightKind
from district_desk.ui.theme import LIGHT, Colours, colours


@dataclass(frozen=True, slots=True)
class Ink:
    """Washes under the words and outlines round them by kind, the wash of the chosen item, the marks of loose text and of
    words that recognition doubts, the rectangle that is drawn."""

    sheet: QColor
    text: QColor
    washes: dict[LightKind, QColor]
    outlines: dict[LightKind, QColor]
    chosen_item: QColor
    loose: QColor
    doubt: QColor
    drawn: QColor


def ink() -> Ink:
    """The ink of the moment; ask while painting, never keep it."""
    return _ink(colours())


def paper_ink() -> Ink:
    """The ink on the picture of a page, whose paper stays white when the window is dark."""
    return _ink(LIGHT)


def _ink(c: Colours) -> Ink:
    washes = {
        LightKind.FIELD: c.lit_field, LightKind.UNIT: c.lit_unit, LightKind.DUE: c.lit_due,
        LightKind.REMEMBERED: c.lit_task,
    }  # fmt: skip
    outlines = {
        LightKind.FIELD: c.warning, LightKind.UNIT: c.good, LightKind.DUE: c.danger,
        LightKind.REMEMBERED: c.running, LightKind.ITEM: c.running, LightKind.HEADING: c.neutral,
    }  # fmt: skip
    return Ink(
        sheet=QColor(c.surface),
        text=QColor(c.text),
        washes={kind: QColor(value) for kind, value in washes.items()},
        outlines={kind: QColor(value) for kind, value in outlines.items()},
        chosen_item=QColor(c.accent_soft),
        loose=QColor(c.warning),
        doubt=QColor(c.danger),
        drawn=QColor(c.accent),
    )
