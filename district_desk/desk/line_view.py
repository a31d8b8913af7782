"""One line with everything that happened to it: what its page shows."""

from dataclasses import dataclass
from datetime import date

from district_desk.desk.listing import near
from district_desk.desk.office_desk import Desk
from district_desk.desk.steps import lives
from district_desk.domain.assignments import Event, EventKind, Overlay
from district_desk.domain.directives import Attachment
from district_desk.domain.follow_up import Life, obstacle, return_by
from district_desk.domain.listing import AssignmentRow
from district_desk.store import Reader


@dataclass(frozen=True, slots=True)
class LineView:
    """A line on a day: its row and story, files by event, what is said beside the state, and the links of a transfer.

    ``return_by`` is the last day on which the unit may send it back as not its function, ``possible`` what may happen
    next, ``came_from`` and ``went_to`` the lines before and after a transfer.
    """

    row: AssignmentRow
    life: Life
    files: dict[int, tuple[Attachment, ...]]
    overlays: tuple[Overlay, ...]
    working_days_late: int
    return_by: date | None
    possible: tuple[EventKind, ...]
    came_from: int | None
    went_to: int | None


def line_view(desk: Desk, assignment_id: int, *, as_of: date | None = None) -> LineView:
    """Everything about one line as it stood at ``as_of`` (today).

    Raises:
        NotFound: no such line.
    """
    reader, day = desk.store.reading(), as_of or desk.today()
    (line,) = lives(reader, [assignment_id], day)
    (row,) = reader.assignment_rows([assignment_id], day)
    (known,) = lives(reader, [assignment_id])
    return LineView(
        row,
        line,
        {event.id: tuple(reader.find(Attachment, event_id=event.id)) for event in line.events},
        line.standing.overlays(near(desk, day)),
        line.standing.working_days_late(desk.calendar),
        return_by(line, desk.calendar, desk.office.return_days),
        tuple(kind for kind in EventKind if obstacle(kind, known) is None),
        _came_from(reader, assignment_id),
        next((event.other_id for event in line.events if event.other_id), None),
    )


def _came_from(reader: Reader, assignment_id: int) -> int | None:
    events = reader.find(Event, other_id=assignment_id)
    return events[0].assignment_id if events else None
