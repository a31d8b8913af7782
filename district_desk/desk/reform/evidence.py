"""What proves a unit's points (tài liệu kiểm chứng): files kept by content, or the numbers of documents, a criterion and
unit each; and how much of what an index asks for is there (source document 003 item 4; DOMAIN 10.4, 003-4b)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from district_desk.desk.filing import Kept, copy_of, keep
from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.index import index_in_force, tree_of
from district_desk.desk.reform.results import asked_units
from district_desk.domain.changes import Changes
from district_desk.domain.points import share
from district_desk.domain.problems import BadValue, MissingField
from district_desk.domain.reform_index import Criterion, CriterionTree, IndexSet
from district_desk.domain.reform_plans import Evidence
from district_desk.domain.reform_triggers import Duty, Trigger
from district_desk.domain.units import Unit


@dataclass(frozen=True, slots=True)
class EvidenceBoard:
    """All evidence of a year: ``kept`` by unit and criterion. ``units`` are in the office's order."""

    index: IndexSet
    tree: CriterionTree
    units: tuple[Unit, ...]
    kept: Mapping[tuple[int, int], tuple[Evidence, ...]]

    @property
    def asking(self) -> tuple[Criterion, ...]:
        """The criteria that ask for evidence, in printed order."""
        return tuple(each for each in self.tree.criteria if each.evidence.strip())

    def of(self, unit_id: int, criterion_id: int) -> tuple[Evidence, ...]:
        """What one unit has at one criterion."""
        return self.kept.get((unit_id, criterion_id), ())

    def proven(self, unit_id: int) -> int:
        """How many of the criteria that ask for evidence have some of this unit."""
        return sum(bool(self.of(unit_id, each.id)) for each in self.asking)

    def completeness(self, unit_id: int) -> Fraction:
        """The same in per cent of all that ask; 0 where none asks."""
        return share(self.proven(unit_id), len(self.asking))


def evidence_board(desk: Desk, year: int) -> EvidenceBoard:
    """The evidence of a year's index, of the units that are asked for plans and those that have filed any.

    Raises:
        NotFound: the year has no index.
    """
    index, reader = index_in_force(desk, year), desk.store.reading()
    kept: dict[tuple[int, int], tuple[Evidence, ...]] = {}
    for each in reader.evidence(index.id):
        key = (each.unit_id, each.criterion_id)
        kept[key] = (*kept.get(key, ()), each)
    filed = reader.many(Unit, {unit_id for unit_id, _ in kept}).values()
    units = asked_units(desk, filed, reader.find(Trigger, duty=Duty.PLAN.value), desk.today())
    return EvidenceBoard(index, tree_of(reader, index.id), tuple(units), kept)


def add_files(desk: Desk, criterion_id: int, unit_id: int, paths: Sequence[Path]) -> Changes:
    """File copies of these files as evidence; one whose content is there already at the criterion is not filed twice.

    Raises:
        UnreadableFile, DiskFull, ReadOnly, FileBusy: as :func:`district_desk.desk.filing.keep`.
        BadValue: of field "evidence_file", where all of them are there already.
    """
    kept = [keep(desk.folder, path) for path in paths]
    there = desk.store.reading().find(Evidence, criterion_id=criterion_id, unit_id=unit_id)
    digests, place = {each.digest for each in there}, max((each.position for each in there), default=-1)
    added = list({file.digest: file for file in kept if file.digest not in digests}.values())
    if kept and not added:
        raise BadValue("evidence_file", kept[0].name)
    with desk.writing("add_evidence") as writing:
        for position, file in enumerate(added, start=place + 1):
            writing.put(
                Evidence(criterion_id, unit_id, name=file.name, digest=file.digest, size=file.size, position=position)
            )
        writing.note(subject=writing.reader.get(Unit, unit_id).name, count=len(added))
    return writing.changes


def put_document(desk: Desk, evidence: Evidence) -> Changes:
    """File a document by its number, date and subject, or correct what is said of a filed one.

    Raises:
        MissingField: of "evidence", where it says neither a number nor a subject and has no file.
        BadValue: of field "dated", for a day to come.
    """
    said = replace(evidence, notation=" ".join(evidence.notation.split()), subject=" ".join(evidence.subject.split()))
    if not (said.notation or said.subject or said.digest):
        raise MissingField("evidence")
    if said.dated and said.dated > desk.today():
        raise BadValue("dated", f"{said.dated:%d/%m/%Y}")
    with desk.writing("add_evidence") as writing:
        if not said.id:
            there = writing.reader.find(Evidence, criterion_id=said.criterion_id, unit_id=said.unit_id)
            said = replace(said, position=max((each.position for each in there), default=-1) + 1)
        writing.put(said)
        writing.note(subject=writing.reader.get(Unit, said.unit_id).name, count=1)
    return writing.changes


def drop_evidence(desk: Desk, ids: Iterable[int]) -> Changes:
    """Take evidence off; the bytes of its files stay, so this can be undone."""
    with desk.writing("drop_evidence") as writing:
        found = writing.reader.many(Evidence, ids)
        for each in found.values():
            writing.drop(each)
        units = writing.reader.many(Unit, {each.unit_id for each in found.values()})
        writing.note(subject=", ".join(unit.name for unit in units.values()), count=len(found))
    return writing.changes


def evidence_file(desk: Desk, evidence: Evidence) -> Path:
    """A copy of the kept file under its own name, for the system's viewer.

    Raises:
        NotFound: the kept file is gone from the office's folder.
    """
    return copy_of(desk, Kept(evidence.name, evidence.digest, evidence.size))
