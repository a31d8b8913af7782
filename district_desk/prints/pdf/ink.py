"""The operators of one page, and what is drawn with them: lines of words, rules, boxes.

Coordinates are points from the top left corner of the paper; the file's own run upward from the bottom.
"""

from typing import Final

from district_desk.prints.document import Align
from district_desk.prints.pdf.lines import Line
from district_desk.prints.style import RULE

MM: Final = 72 / 25.4
_TICK_LINE: Final = 0.7
_BAR_GREY: Final = 0.6
_HATCH: Final = 3.0
"""Points between the slanting lines of a hatched bar."""


class Ink:
    """Collects the content of a page."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self._out: list[str] = [f"{RULE:g} w"]
        self._writing = False
        self._face = ""
        self._stretch = 0.0

    def line(self, line: Line, left: float, baseline: float, stretch: float = 0.0) -> None:
        """Words from ``left``; ``stretch`` points are added to every blank."""
        out = self._out
        if not self._writing:
            out.append("BT")
            self._writing = True
        if stretch != self._stretch:
            out.append(f"{stretch:.4f} Tw")
            self._stretch = stretch
        out.append(f"1 0 0 1 {left:.2f} {self.height - baseline:.2f} Tm")
        for place, segment in enumerate(line.segments):
            if segment.ticked is not None:
                self._tick(line, place, left, baseline, stretch)
                continue
            if segment.fount.select != self._face:
                self._face = segment.fount.select
                out.append(self._face)
            out.append(f"({segment.code})Tj")

    def upward(self, line: Line, baseline: float, bottom: float) -> None:
        """Words that run upward from ``bottom``, their baseline at that distance from the left; without ticks."""
        out = self._out
        if not self._writing:
            out.append("BT")
            self._writing = True
        out.append(f"0 1 -1 0 {baseline:.2f} {self.height - bottom:.2f} Tm")
        for segment in line.segments:
            if segment.fount.select != self._face:
                self._face = segment.fount.select
                out.append(self._face)
            out.append(f"({segment.code})Tj")

    def set_line(self, line: Line, align: Align, left: float, width: float, baseline: float) -> None:
        """Words in a column, by its alignment."""
        blank = width - line.width
        if align is Align.JUSTIFY and not line.is_last and (gaps := line.gaps):
            self.line(line, left, baseline, blank / gaps)
        elif align is Align.CENTER:
            self.line(line, left + blank / 2, baseline)
        elif align is Align.RIGHT:
            self.line(line, left + blank, baseline)
        else:
            self.line(line, left, baseline)

    def rule(self, left: float, right: float, y: float) -> None:
        """A horizontal line."""
        self._draw(f"{left:.2f} {self.height - y:.2f} m {right:.2f} {self.height - y:.2f} l S")

    def dots(self, left: float, right: float, y: float) -> None:
        """A dotted line to write on."""
        level = self.height - y
        self._draw(f"q 1 J 0.9 w [0 3] 0 d {left:.2f} {level:.2f} m {right:.2f} {level:.2f} l S Q")

    def cells(self, edges: tuple[float, ...], top: float, height: float) -> None:
        """The border of a row of cells: a box from the first edge to the last, with the edges between."""
        low, high = f"{self.height - top - height:.2f}", f"{self.height - top:.2f}"
        inner = "".join(f"{x:.2f} {low} m {x:.2f} {high} l " for x in edges[1:-1])
        self._draw(f"{edges[0]:.2f} {low} {edges[-1] - edges[0]:.2f} {height:.2f} re {inner}S")

    def bar(self, left: float, top: float, width: float, height: float, *, hatched: bool) -> None:
        """A bordered bar, filled grey or hatched with slanting lines."""
        box = f"{left:.2f} {self.height - top - height:.2f} {width:.2f} {height:.2f} re"
        if not hatched:
            self._draw(f"q {_BAR_GREY} g {box} B Q")
            return
        low, high = self.height - top - height, self.height - top
        strokes = " ".join(
            f"{left + step * _HATCH - height:.2f} {low:.2f} m {left + step * _HATCH:.2f} {high:.2f} l"
            for step in range(1, int((width + height) / _HATCH) + 1)
        )
        self._draw(f"q {box} W n 0.5 w {strokes} S Q {box} S")

    def dashes(self, x: float, top: float, bottom: float) -> None:
        """A dashed line downward."""
        self._draw(f"q 1 w [3 2] 0 d {x:.2f} {self.height - top:.2f} m {x:.2f} {self.height - bottom:.2f} l S Q")

    def squares(self, left: float, top: float, size: float, rows: list[list[bool]]) -> None:
        """A matrix of black squares, each row in one run, as wide as ``size``."""
        module = size / len(rows)
        out = []
        for number, row in enumerate(rows):
            y = self.height - top - (number + 1) * module
            out += [f"{left + start * module:.3f} {y:.3f} {count * module:.3f} {module:.3f} re"
                    for start, count in _runs(row)]  # fmt: skip
        self._draw(" ".join(out) + " f")

    def content(self) -> bytes:
        """Everything drawn so far, as the file holds it."""
        self._end_words()
        return "\n".join(self._out).encode("ascii")

    def _draw(self, operators: str) -> None:
        self._end_words()
        self._out.append(operators)

    def _end_words(self) -> None:
        if self._writing:
            self._out.append("ET")
            self._writing = False

    def _tick(self, line: Line, place: int, left: float, baseline: float, stretch: float) -> None:
        """A box among words, and the words after it from where it ends."""
        box = line.segments[place]
        before = line.segments[:place]
        x = left + sum(s.width + stretch * s.code.count(" ") for s in before)
        side, y = box.fount.size * 0.68, self.height - baseline
        cross = f"{x:.2f} {y:.2f} m {x + side:.2f} {y + side:.2f} l {x:.2f} {y + side:.2f} m {x + side:.2f} {y:.2f} l "
        self._draw(f"q {_TICK_LINE} w {x:.2f} {y:.2f} {side:.2f} {side:.2f} re {cross if box.ticked else ''}S Q")
        self._out.append("BT")
        self._out.append(f"1 0 0 1 {x + box.width:.2f} {y:.2f} Tm")
        self._writing = True


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """Start and length of each run of True."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs
