"""One line of the table: what was measured, our figure, the other's, their ratio, the bar, and whether it is kept."""

from dataclasses import dataclass
from math import isnan, nan

_HEADINGS = ("", "ours", "theirs", "", "ratio", "bar", "")
_WIDTHS = (44, 11, 11, 34, 7, 11, 5)


@dataclass(frozen=True, slots=True)
class Figure:
    """``most`` is a bar for our figure in its unit; ``at_most`` and ``at_least`` are bars for the ratio.

    The ratio is ours to theirs; with ``at_least`` it is theirs to ours: how many times faster we are.
    """

    what: str
    unit: str
    ours: float
    theirs: float = nan
    against: str = ""
    most: float = nan
    at_most: float = nan
    at_least: float = nan

    @property
    def ratio(self) -> float:
        """Not a number where there is nothing to compare with."""
        return self.theirs / self.ours if not isnan(self.at_least) else self.ours / self.theirs

    @property
    def verdict(self) -> str:
        """Ok, over, or nothing where there is no bar or nothing to compare with."""
        kept = [self.ours <= self.most] if not isnan(self.most) else []
        if not isnan(self.ratio):
            kept += [self.ratio <= self.at_most] if not isnan(self.at_most) else []
            kept += [self.ratio >= self.at_least] if not isnan(self.at_least) else []
        return ("ok" if all(kept) else "over") if kept else ""

    def line(self) -> str:
        """The figure as a row of the table."""
        ratio = f"{self.ratio:.2f}" if not isnan(self.ratio) else ""
        parts = (
            self.what, _amount(self.ours, self.unit), _amount(self.theirs, self.unit), self.against, ratio,
            self._bar(), self.verdict,
        )  # fmt: skip
        return _row(parts)

    def _bar(self) -> str:
        bars = [f"≤ {_amount(self.most, self.unit)}"] if not isnan(self.most) else []
        bars += [f"× ≤ {self.at_most:g}"] if not isnan(self.at_most) else []
        bars += [f"× ≥ {self.at_least:g}"] if not isnan(self.at_least) else []
        return ", ".join(bars)


def heading() -> str:
    """The names of the columns, and a rule under them."""
    return _row(_HEADINGS) + "\n" + "─" * (sum(_WIDTHS) + 2 * len(_WIDTHS))


def _row(parts: tuple[str, ...]) -> str:
    aligned = (
        part.rjust(width) if place in (1, 2, 4) else part.ljust(width)
        for place, (part, width) in enumerate(zip(parts, _WIDTHS, strict=True))
    )
    return "  ".join(aligned).rstrip()


def _amount(value: float, unit: str) -> str:
    if isnan(value):
        return ""
    if unit == "s":
        return f"{value * 1000:.1f} ms" if value < 0.1 else f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s"
    if unit == "kB":
        return f"{value / 1024:.0f} MB"
    return f"{value:.0f} {unit}".rstrip()
