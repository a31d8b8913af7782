"""What a day asks for, before any of it is read: keys of what falls due, documents that wait, units that are silent.

A day of a large office holds ten thousand of them, and a screen shows twenty; so they are ordered and counted by these
keys, and only what is looked at becomes a line with its words (:class:`district_desk.domain.listing.DueLine`).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from district_desk.domain.directives import Urgency
from district_desk.domain.listing import DueSource

NO_DUE: Final = "~"
"""Of a key without a last day: it stands after every ISO date."""


class DueKey(NamedTuple):
    """What falls due, in the order of its last day (ISO), of its directive, of its record; ``record_id`` is that of the
    assignment or, of a document, of the directive."""

    due: str
    directive_id: int
    record_id: int
    source: DueSource

    @property
    def last_day(self) -> date | None:
        """The last day as a date, None where there is none."""
        return None if self.due == NO_DUE else date.fromisoformat(self.due)


@dataclass(frozen=True, slots=True)
class WaitingDocument:
    """A document of the register that is still to be handed on, or has blanks to fill, or both.

    Its day of arrival and its urgency are told of one that is to be handed on; None and normal otherwise.
    """

    directive_id: int
    arrived: date | None
    urgency: Urgency
    hand_on: bool
    incomplete: bool


@dataclass(frozen=True, slots=True)
class Silence:
    """An open line whose unit has not spoken since it was reminded: so many times since, the last on that day."""

    line: DueKey
    times: int
    last: date
