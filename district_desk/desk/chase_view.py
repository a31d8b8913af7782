"""What one sees before units are reminded: each line with its next ordinal, what was said before, and what forbids it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from district_desk.desk.following_words import in_the_way
from district_desk.desk.late_work import said_in
from district_desk.desk.office_desk import Desk
from district_desk.desk.steps import lives
from district_desk.domain.assignments import EventKind
from district_desk.domain.follow_up import Life, next_ordinal, obstacle
from district_desk.domain.listing import AssignmentRow

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class ChaseLine:
    """A line that may be reminded. ``ordinal`` is that of its next reminder, ``earlier`` cites those before, oldest
    first; ``hindrance`` says why it cannot be reminded now, empty where it can."""

    row: AssignmentRow
    ordinal: int
    earlier: tuple[str, ...]
    hindrance: str

    @property
    def id(self) -> int:
        """The assignment's id."""
        return self.row.assignment.id


def chase_lines(desk: Desk, assignment_ids: Sequence[int], *, as_of: date | None = None) -> list[ChaseLine]:
    """The lines in the order given, each once, with every reminder that is known.

    Raises:
        NotFound: no such line.
    """
    reader, day = desk.store.reading(), as_of or desk.today()
    found = {line.assignment.id: line for line in lives(reader, assignment_ids)}
    ids = list(found)
    rows = [
        row
        for start in range(0, len(ids), _PAGE)
        for row in reader.assignment_rows(ids[start : start + _PAGE], day)
    ]  # fmt: skip
    return [_line(row, found[row.assignment.id]) for row in rows]


def _line(row: AssignmentRow, line: Life) -> ChaseLine:
    forbidding = obstacle(EventKind.REMINDED, line)
    return ChaseLine(
        row,
        next_ordinal(line.events),
        tuple(said_in(event) for event in line.reminders),
        in_the_way(forbidding) if forbidding else "",
    )
