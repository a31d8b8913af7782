"""The stamp ĐẾN that a registry puts on a received document (Decree 30/2020/NĐ-CP, Appendix IV, V; DOMAIN 3.7)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

WIDTH: Final = 50.0
HEIGHT: Final = 35.0
"""Millimetres of the stamp, by the decree."""


@dataclass(frozen=True, slots=True)
class ArrivalStamp:
    """What stands in the stamp; what is blank is a dotted line to write on."""

    body: str
    arrival: str = ""
    arrived: date | None = None
    passed_to: str = ""
    file_code: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """The top left corner of the stamp, in millimetres from that of the page as it is read."""

    left: float
    top: float

    def within(self, width: float, height: float) -> "Spot":
        """The nearest spot at which the whole stamp lies on a page of that size; a page that is too small has its corner."""
        return Spot(max(0.0, min(self.left, width - WIDTH)), max(0.0, min(self.top, height - HEIGHT)))


class StampPlace(StrEnum):
    """Where a stamp is usually put: in the blank under the head, or at the foot where the head leaves none."""

    UNDER_DATE = "under-date"
    UNDER_NUMBER = "under-number"
    BOTTOM_RIGHT = "bottom-right"
    BOTTOM_LEFT = "bottom-left"


_HEAD: Final = 52.0
"""Millimetres from the top of the paper, below the line of number and date."""
_FOOT: Final = 20.0
_RIGHT: Final = 15.0
_LEFT: Final = 30.0


def spot_of(place: StampPlace, width: float, height: float) -> Spot:
    """Where that is on a page of that many millimetres."""
    left = _LEFT if place in (StampPlace.UNDER_NUMBER, StampPlace.BOTTOM_LEFT) else width - _RIGHT - WIDTH
    top = _HEAD if place in (StampPlace.UNDER_DATE, StampPlace.UNDER_NUMBER) else height - _FOOT - HEIGHT
    return Spot(left, top).within(width, height)
