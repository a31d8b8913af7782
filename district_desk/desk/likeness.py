"""Has this document been entered before, or does it answer one of ours? Asked before saving (DOMAIN 3.10)."""

import re
from collections.abc import Iterable
from datetime import timedelta
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

from district_desk.desk.filing import digest_of
from district_desk.desk.office_desk import Desk
from district_desk.domain.directives import Attachment, Directive, ReferenceKind, Source
from district_desk.domain.drafts import Draft
from district_desk.domain.listing import Likeness, LikenessKind
from district_desk.domain.vietnamese import fold, same_spelling
from district_desk.store import Reader

_ALIKE: Final = 0.8
_ANSWERING: Final = (ReferenceKind.ANSWERS, ReferenceKind.EXECUTES)
_WHOSE: Final = r"[^.;]{0,40}?\bcủa\s+(?P<whose>[^\W\d_][\w ]*?(?=[,.;\n]|\s+(?:về|v/v|yêu cầu|đề nghị)\b))"
"""The body whose document is named: "… ngày 06/3/2023 của UBND huyện, "."""


def likenesses(desk: Desk, draft: Draft) -> list[Likeness]:
    """Earlier records that may be the same document: duplicates first, then look-alikes, then what it answers, each once.

    A duplicate has the same number, symbol and issuer, where CD and CĐ, 04 and 4 are the same; an issuer or a date
    that is blank on one side does not speak against it. A look-alike has the same issuer, a date within ``Office.alike_days`` and
    a like subject, or the very same file. What a received document answers, or carries out, under a number of our own
    is work that we gave: its result belongs to that record and is no new work.
    """
    reader, mine = desk.store.reading(), draft.directive
    found: dict[int, Likeness] = {}
    for kind, earlier in (
        *((LikenessKind.DUPLICATE, other) for other in _same_number(reader, mine)),
        *((LikenessKind.LOOK_ALIKE, other) for other in _same_file(reader, draft)),
        *((LikenessKind.LOOK_ALIKE, other) for other in _same_matter(reader, mine, desk.office.alike_days)),
        *((LikenessKind.ANSWERED, other) for other in _answered(desk, draft)),
    ):
        if earlier.id != mine.id and earlier.binned_on is None:
            found.setdefault(earlier.id, Likeness(kind, earlier))
    return list(found.values())


def _same_number(reader: Reader, mine: Directive) -> Iterable[Directive]:
    if mine.number and mine.symbol:
        yield from (other for other in reader.same_notation(str(mine.notation)) if _may_be_same(mine, other))


def _answered(desk: Desk, draft: Draft) -> Iterable[Directive]:
    if draft.directive.source is not Source.RECEIVED:
        return
    for each in draft.references:
        if each.kind in _ANSWERING and _names_us(desk, draft.text, each.notation):
            found = desk.store.reading().same_notation(each.notation)
            yield from (other for other in found if other.source is Source.OWN)


def _names_us(desk: Desk, text: str, notation: str) -> bool:
    """Whether the words after a number name no other body: offices number their documents alike."""
    hit = re.search(re.escape(notation) + _WHOSE, text)
    if hit is None:
        return True
    whose = _spelt(hit["whose"]).removeprefix("chủ tịch ")
    ours = [_spelt(name) for name in (desk.office.body, desk.office.body_short, desk.office.bureau) if name]
    return any(name.startswith(whose) or whose.startswith(name) for name in ours)


def _may_be_same(mine: Directive, other: Directive) -> bool:
    if mine.issuer and other.issuer:
        return _spelt(mine.issuer) == _spelt(other.issuer)
    return mine.issued is None or other.issued is None or mine.issued == other.issued


def _spelt(issuer: str) -> str:
    return same_spelling(issuer).replace("ủy ban nhân dân", "ubnd")


def _same_file(reader: Reader, draft: Draft) -> Iterable[Directive]:
    if draft.file:
        for attachment in reader.find(Attachment, digest=digest_of(Path(draft.file)), event_id=None):
            yield reader.get(Directive, attachment.directive_id)


def _same_matter(reader: Reader, mine: Directive, days: int) -> Iterable[Directive]:
    if not mine.subject:
        return
    if mine.issued is None:
        yield from reader.find(Directive, subject=mine.subject)
        return
    for offset in range(-days, days + 1):
        for other in reader.find(Directive, issued=mine.issued + timedelta(days=offset)):
            if _spelt(other.issuer) == _spelt(mine.issuer) and _alike(mine.subject, other.subject):
                yield other


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, fold(one), fold(other), autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
