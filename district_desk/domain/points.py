"""Points of the reform index, exact.

A score is compared with a limit "dưới 75 %", and 14,99 of 20 is under it while it prints as 75,0 % (DOMAIN 5.4): so
points are whole numbers of millionths, sums and comparisons are exact, and only what is printed is rounded. Six
places are more than any score sheet has, and few enough that the noise of a spreadsheet's arithmetic
(14.999999999999998) is not taken for a lost point.
"""

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from district_desk.domain.problems import BadValue

ONE: Final = 1_000_000
"""One point, or one per cent where a limit is meant."""

_LARGEST: Final = 1_000_000
_WRITTEN: Final = re.compile(r"[+-]?\d{1,6}(?:[.,]\d{1,15})?")


def points_of(written: object) -> int:
    """Millionths of a point from what a cell or a clerk says: 14.99, "14,99", Decimal("14.99").

    Raises:
        BadValue: of field "points", for what is no number: a text, a truth value, more than six figures before the comma.
    """
    if type(written) in (int, float) and -_LARGEST < written < _LARGEST:  # type: ignore[operator]  # both are numbers
        return round(written * ONE)  # type: ignore[operator]
    text = str(written).strip()
    if isinstance(written, bool) or not _WRITTEN.fullmatch(text):
        raise BadValue("points", text)
    return int((Decimal(text.replace(",", ".")) * ONE).to_integral_value(ROUND_HALF_UP))


def points_text(points: int | None, places: int | None = None) -> str:
    """Points as an office writes them: "14,99"; empty for None. ``places`` rounds half up, None keeps all there are."""
    if points is None:
        return ""
    value = Decimal(points) / ONE
    if places is not None:
        return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}".replace(".", ",")
    return f"{value.normalize():f}".replace(".", ",")


def share(points: int, maximum: int) -> Fraction:
    """Points in per cent of their maximum, unrounded; 0 of a maximum of 0."""
    return Fraction(points * 100, maximum) if maximum else Fraction(0)


def share_text(value: Fraction, places: int = 2, *, cut: bool = False) -> str:
    """A share in per cent, rounded half up for the eye: "74,95".

    ``cut`` leaves further places off where the share is the reason for what follows: 74,996 is under 75, so it must not
    read "75,00".
    """
    rounding = ROUND_DOWN if cut else ROUND_HALF_UP
    shown = (Decimal(value.numerator) / value.denominator).quantize(Decimal(1).scaleb(-places), rounding)
    return f"{shown:f}".replace(".", ",")
