"""How a name that a document writes, or that was misread in it, is to be read: what the clerk put right once.

Only names are remembered: who issues, who signs and as what, which unit is meant. Numbers, dates and subjects belong to
one document alone and are never taken from another.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NameField(StrEnum):
    """The names that are remembered; all but the last are fields of a directive."""

    ISSUER = "issuer"
    SIGNER = "signer"
    SIGNER_TITLE = "signer_title"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class ReadingCorrection:
    """What words mean in documents of an issuer (empty: of any). ``meant`` is what goes into the field; for a unit, a name
    that the office's list knows. ``times`` counts the documents in which it held, ``last_used`` is the day of the last."""

    issuer: str
    field: NameField
    written: str
    meant: str
    times: int = 0
    last_used: date | None = None
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class ReadName:
    """A name of a draft as it was read: ``read`` is what its words alone give, ``put`` what stands in the draft.

    ``on`` is the day on which the remembered correction that was applied was last used, None where it never was. Of a unit, ``item`` is the key
    of the draft's item, ``units`` are the ids that the item's other words gave it, and ``given`` those that memory added.
    """

    field: NameField
    written: str
    read: str = ""
    put: str = ""
    on: date | None = None
    item: int = 0
    units: tuple[int, ...] = ()
    given: tuple[int, ...] = ()

    @property
    def is_remembered(self) -> bool:
        """Whether a remembered correction was applied."""
        return self.put != self.read
