"""Stacks: lines under each other in one column, measured before they are drawn (letterhead, titles, signatures)."""

from district_desk.prints.document import Align, Text
from district_desk.prints.pdf.ink import Ink
from district_desk.prints.pdf.letters import Letters
from district_desk.prints.pdf.lines import Line, lines_of
from district_desk.prints.style import BASELINE, LEAST_RULE, LINE_HEIGHT, LONGEST_RULE, SHORT_RULE, STYLES, Part, Style

_RULE_GAP = 2.5
"""Points from the lowest letters to a rule under them, and from the rule to what follows."""


class Stack:
    """Lines of one column. Heights and offsets are points from its top; ``height`` grows with each line."""

    def __init__(self, letters: Letters, width: float, align: Align = Align.CENTER) -> None:
        self._letters = letters
        self._width = width
        self._align = align
        self._lines: list[tuple[float, Line]] = []
        self._rules: list[tuple[float, float]] = []
        self.height = 0.0
        self.widest = 0.0

    def add(self, text: Text, part: Part, before: float = 0.0) -> float:
        """Lines of that part; gives the baseline of the first."""
        style = STYLES[part]
        self.height += before
        first = self.height + baseline_of(style)
        for line in lines_of(text, style, self._letters, self._width):
            self._lines.append((self.height + baseline_of(style), line))
            self.widest = max(self.widest, line.width)
            self.height += style.size * LINE_HEIGHT
        return first

    def rule_below(self, part: Part, *, share: float = SHORT_RULE) -> None:
        """A line in the middle under the last line of that part, as long as that share of it; under the short end of a
        longer text it grows, but not over half of the line above it."""
        if not self._lines:
            return
        baseline, line = self._lines[-1]
        y = baseline + STYLES[part].size * 0.22 + _RULE_GAP
        grown = min(self.widest * LEAST_RULE, line.width * LONGEST_RULE)
        self._rules.append((y, max(line.width * share, grown)))
        self.height = max(self.height, y + _RULE_GAP)

    def skip(self, height: float) -> None:
        """Blank space."""
        self.height += height

    def paint(self, ink: Ink, left: float, top: float) -> None:
        """Draw it there."""
        for offset, line in self._lines:
            ink.set_line(line, self._align, left, self._width, top + offset)
        middle = left + self._width / 2
        for offset, length in self._rules:
            ink.rule(middle - length / 2, middle + length / 2, top + offset)


def baseline_of(style: Style) -> float:
    """From the top of a line to its baseline, in points."""
    return style.size * BASELINE
