"""The width of a letter. Fonts of one size differ more in width than in height, and Qt's own average is rounded."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget


def letters(widget: QWidget, number: float) -> int:
    """The width of so many digits in the widget's font, in pixels."""
    return letters_in(QFontMetrics(widget.font()), number)


def letters_in(metrics: QFontMetrics, number: float) -> int:
    """The same for a font that is at hand."""
    return round(metrics.horizontalAdvance("0123456789") * number / 10)
