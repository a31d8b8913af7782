"""Hồ sơ minh chứng: a unit's evidence as a folder that can be handed over: numbered copies of the files, and the index
sheet as PDF. The folder appears whole or not at all, and takes the place only of an earlier dossier."""

import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from district_desk.desk.filing import kept_path
from district_desk.desk.kept_papers import Paper
from district_desk.desk.machine import explained
from district_desk.desk.office_desk import Desk
from district_desk.desk.printing import Step, Stop, write_papers
from district_desk.desk.reform.evidence import evidence_board
from district_desk.desk.reform.papers import ReformWish, dossier_names, evidence_tables
from district_desk.desk.reform.prints import EVIDENCE
from district_desk.domain.problems import NotFound, PathTaken, Stopped
from district_desk.domain.reform_plans import Evidence
from district_desk.domain.units import Unit

SHEET: Final = "00-danh-muc-minh-chung.pdf"


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier that lies there: how many files it holds beside the sheet, and how many criteria have no evidence."""

    path: Path
    files: int
    lacking: int


def export_dossier(  # noqa: PLR0913  what, where to, and who watches
    desk: Desk, year: int, unit_id: int, out: Path, *, step: Step | None = None, stop: Stop | None = None
) -> Dossier:
    """Write the dossier of a unit as the folder ``out``; an earlier dossier there is replaced.

    Raises:
        NotFound: the year has no index, the unit has filed nothing, or a kept file is gone from the office's folder.
        PathTaken: something else stands there.
        Stopped, DiskFull, ReadOnly, FileBusy: nothing was changed.
    """
    if out.exists() and not _is_dossier(out):
        raise PathTaken(out)
    wish = ReformWish(year, (unit_id,))
    [table] = evidence_tables(desk, wish)
    board = evidence_board(desk, year)
    names = dossier_names(board, desk.store.reading().get(Unit, unit_id))
    kept = {each.id: each for group in board.kept.values() for each in group}
    with explained(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{out.name[:40]}-", dir=out.parent))
    try:
        _copy(desk, [(kept[number], made / name) for number, name in names.items()], step, stop)
        write_papers(desk, [Paper(EVIDENCE, table)], made / SHEET, stop=stop)
        with explained(out):
            made.chmod(0o755)
            _exchange(made, out)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return Dossier(out, len(names), table.lacking)


def _is_dossier(folder: Path) -> bool:
    """Whether a folder is an earlier dossier, or empty."""
    return folder.is_dir() and ((folder / SHEET).is_file() or not any(folder.iterdir()))


def _copy(desk: Desk, files: list[tuple[Evidence, Path]], step: Step | None, stop: Stop | None) -> None:
    for done, (each, target) in enumerate(files):
        if stop and stop():
            raise Stopped
        source = kept_path(desk.folder, each.digest)
        if not source.is_file():
            raise NotFound("attachment", each.name)
        with explained(target):
            shutil.copyfile(source, target)
        if step:
            step(done + 1, len(files))


def _exchange(made: Path, out: Path) -> None:
    """Put the new folder where the old one is; should that fail, the old one stays."""
    aside = made.with_name(f"{made.name}.old")
    if out.exists():
        out.rename(aside)
    try:
        made.rename(out)
    except OSError:
        with suppress(OSError):
            aside.rename(out)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def offered_name(unit: Unit, year: int) -> str:
    """What a dossier's folder is called: "ho-so-minh-chung-2022-C10642"."""
    return f"ho-so-minh-chung-{year}-{unit.code}"
