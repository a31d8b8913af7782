"""Previewing a paper of the part that is shown, and writing a unit's dossier of evidence."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from district_desk.desk import Desk
from district_desk.desk.reform.papers import ReformWish
from district_desk.domain.units import Unit
from district_desk.ui.operations import Progress
from district_desk.ui.reform import words as w
from district_desk.ui.reform.section import ReformSection


def show_paper(section: ReformSection, form: str, wish: ReformWish) -> None:
    """Preview a form over the window; what is saved or printed there is kept."""
    from district_desk.desk.reform.prints import TITLES
    from district_desk.ui.preview.paper_preview import PaperPreview, new_paper

    if section.desk is not None:
        work = new_paper(section.desk, form, TITLES[form], wish)
        PaperPreview.show_work(section, section.desk, section.operations, work)


def ask_dossier(section: ReformSection, year: int, unit: Unit) -> None:
    """Ask in which folder a unit's dossier is to lie, and write it there under its own name."""
    folder = QFileDialog.getExistingDirectory(section, w.DOSSIER_WHERE)
    if folder:
        write_dossier(section, year, unit, Path(folder))


def write_dossier(section: ReformSection, year: int, unit: Unit, folder: Path) -> None:
    """Write it; the foot line shows how far it is, and the message bar says where it lies."""
    from district_desk.desk.reform.evidence_dossier import offered_name

    if section.desk is not None:
        work = partial(_written, section.desk, year, unit.id, folder / offered_name(unit, year))
        section.operations.fetch(work, on_done=section.said.emit, title=w.DOSSIER_WRITING)


def _written(desk: Desk, year: int, unit_id: int, out: Path, progress: Progress) -> str:
    from district_desk.desk.reform.evidence_dossier import export_dossier

    done = export_dossier(desk, year, unit_id, out, step=progress.step, stop=progress.stop)
    return w.dossier_done(str(done.path), done.files, done.lacking)
