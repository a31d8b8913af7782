"""One document on the intake screen, from its opening to its decision: where it came from and every move on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from district_desk.desk import Desk
from district_desk.desk.addressing import issued_by_us
from district_desk.desk.reading import read_file
from district_desk.desk.registering import draft_of, likenesses
from district_desk.domain.directives import Directive, Source
from district_desk.domain.drafts import Draft
from district_desk.domain.listing import DirectiveFilter, Likeness
from district_desk.domain.reading import Reading
from district_desk.domain.units import Unit
from district_desk.ui.intake.history import DraftHistory
from district_desk.ui.operations import Progress

_RECENT: Final = 200


@dataclass(slots=True)
class Session:
    """A document that is being entered (``before`` is None) or corrected (``before`` is the record as a draft)."""

    history: DraftHistory
    reading: Reading | None = None
    before: Draft | None = None
    alike: list[Likeness] = field(default_factory=list)
    original: Path | None = None
    """A file whose pages can be shown beside the text: what was read, or the record's own attachment."""

    @property
    def draft(self) -> Draft:
        """The draft of the moment."""
        return self.history.draft

    @property
    def has_work(self) -> bool:
        """Whether the person has changed something that is not yet written."""
        return self.history.is_touched

    @property
    def is_worth_keeping(self) -> bool:
        """Whether it is offered again after leaving: there is work, or a document was read and not decided."""
        return self.has_work or (self.reading is not None and self.before is None)


def read_for_intake(
    desk: Desk, path: Path, progress: Progress, turns: Mapping[int, int] | None = None,
    source: Source = Source.RECEIVED,
) -> Session:  # fmt: skip
    """Reads a file and makes the first draft of it; runs off the window's thread. ``turns`` says how scanned pages lie.

    Raises:
        UnreadableFile, SecretDocument, Stopped: nothing of the file is kept.
    """
    reading = read_file(path, step=progress.step, stop=progress.stop, office=desk.folder, turns=turns)
    return _session_of(desk, reading, path, source)


def session_behind(desk: Desk, session: Session) -> Session:
    """The next document of the same file, with those behind it. Only asked where there is one."""
    assert session.reading is not None
    assert session.original is not None
    first, *rest = session.reading.others
    source = session.draft.directive.source
    return _session_of(desk, replace(first, others=tuple(rest)), session.original, source)


def session_as_own(desk: Desk, session: Session) -> Session:
    """The same document as one of our own, which takes no số đến. Only asked of one that was read."""
    assert session.reading is not None
    assert session.original is not None
    return _session_of(desk, session.reading, session.original, Source.OWN)


def looks_our_own(desk: Desk, session: Session) -> bool:
    """Whether a document that was read as a received one bears our own name."""
    directive = session.draft.directive
    is_new = session.before is None and session.reading is not None
    return is_new and directive.source is Source.RECEIVED and issued_by_us(directive.issuer, desk.office)


def _session_of(desk: Desk, reading: Reading, path: Path, source: Source) -> Session:
    draft = draft_of(desk, reading, source=source, file=path)
    return Session(DraftHistory(draft), reading, alike=likenesses(desk, draft), original=path)


def recent_values(desk: Desk, progress: Progress) -> dict[str, list[str]]:
    """What the last documents had in fields that repeat, newest first, each value once.

    Behind the issuers come those that the office knows by its own lists: itself, its upper body, its units.
    """
    reader = desk.store.reading()
    ids = reader.directive_ids(DirectiveFilter(), desk.today())[:_RECENT]
    if progress.stop():
        return {}
    directives = [row.directive for row in reader.directive_rows(ids, desk.today())]
    found = {key: _distinct(directives, key) for key in ("issuer", "signer", "signer_title", "place")}
    known = [desk.office.body_short, desk.office.upper_body, *(unit.name for unit in reader.find(Unit, "position"))]
    return {**found, "issuer": [*found["issuer"], *(name for name in known if name)]}


def _distinct(directives: Iterable[Directive], key: str) -> list[str]:
    return list(dict.fromkeys(value for each in directives if (value := getattr(each, key))))
