"""How a line of the register reads: the columns of Decree 30's register in its order, and its state as a badge."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QObject

from district_desk.desk import Desk
from district_desk.desk.register_fields import FIELDS, Look, RegisterState, state_of, state_words
from district_desk.domain.directives import Directive, Source
from district_desk.domain.listing import DirectiveRow
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.paged_model import Column, PagedModel

_BADGES: Final = {
    RegisterState.BINNED: (Tone.NEUTRAL, Shape.DASH),
    RegisterState.REFERENCE: (Tone.NEUTRAL, Shape.DASH),
    RegisterState.OVERDUE: (Tone.DANGER, Shape.TRIANGLE),
    RegisterState.INCOMPLETE: (Tone.WARNING, Shape.DIAMOND),
    RegisterState.ENTERED: (Tone.NEUTRAL, Shape.DASH),
    RegisterState.UNASSIGNED: (Tone.NEUTRAL, Shape.RING),
    RegisterState.DONE: (Tone.GOOD, Shape.TICK),
    RegisterState.NEAR: (Tone.WARNING, Shape.DIAMOND),
    RegisterState.RUNNING: (Tone.RUNNING, Shape.DISC),
}


_LONGEST: Final = state_words(DirectiveRow(Directive(Source.OWN), 888, 888, 0, 888, None), Look())
"""The words of the longest badge with three figures: "Quá hạn 888 việc"."""


def badge_of(row: DirectiveRow, look: Look) -> Badge:
    """The state of a directive in one badge: what is most urgent about it."""
    return Badge(state_words(row, look), *_BADGES[state_of(row, look)])


class RegisterModel(PagedModel[DirectiveRow]):
    """The register by id. Without a desk it is empty."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._desk: Desk | None = None
        self._look = Look()
        super().__init__(self._make_columns(), self._rows, _id_of, parent)

    @property
    def look(self) -> Look:
        """What rows are read with."""
        return self._look

    def attach(self, desk: Desk) -> None:
        """Read from this office from now on."""
        self._desk = desk
        self.renew_look()

    def renew_look(self) -> None:
        """Types, calendar or settings changed."""
        assert self._desk is not None
        self._look = Look.of(self._desk)
        self.drop_all()

    def _rows(self, ids: Sequence[int]) -> Sequence[DirectiveRow]:
        assert self._desk is not None
        return self._desk.store.reading().directive_rows(ids, self._look.today)

    def _make_columns(self) -> tuple[Column[DirectiveRow], ...]:
        return (
            self._column("arrived", 10),
            self._column("arrival", 6),
            self._column("issuer", 10),
            self._column("notation", 13),
            self._column("issued", 10, drops=1),
            self._column("subject", 20, grows=True),
            self._column("recipients", 14, drops=3),
            self._column("passed_on", 10, drops=2),
            self._column("note", 12, drops=4),
            self._column("state", 9, badge=lambda row: badge_of(row, self._look), longest=_LONGEST),
        )

    def _column(self, key: str, width: int, **looks: Any) -> Column[DirectiveRow]:
        """A field of the register as a column of this width; the look is that of the moment a row is read."""
        told = FIELDS[key]
        return Column(
            key, told.heading, lambda row: told.text(row, self._look), width, sort=told.sort or "", **looks
        )  # fmt: skip


def _id_of(row: DirectiveRow) -> int:
    return row.directive.id
