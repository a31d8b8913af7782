"""Thirty assignment sheets: ours, straight to one PDF, against a DOCX template filled by python-docx and LibreOffice."""

import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import office_suite
from figures import Figure

from district_desk.desk import Desk
from district_desk.desk.assigning import assign_items
from district_desk.desk.opening import create_office
from district_desk.desk.printing import SHEETS, Order, print_form, values_of
from district_desk.desk.reading import read_file
from district_desk.desk.registering import draft_of, register
from district_desk.desk.shipped import shipped
from district_desk.domain.assignments import Role
from district_desk.domain.paper import AssignmentSheet
from district_desk.domain.units import Unit
from district_desk.prints.wording import full_date, place_and_date

UNITS = 30
_NOW = datetime(2023, 4, 7, 8, 0)
_COLUMNS = ("STT", "Nội dung", "Vai trò", "Phối hợp", "Sản phẩm", "Thời hạn")


def sheets(home: Path, units: int = UNITS) -> list[Figure]:
    """Seconds of all sheets of one directive, from its records to the file on disk."""
    with tempfile.TemporaryDirectory(dir=home) as place:
        folder = Path(place)
        desk = create_office(folder / "office", "cam-giang-2023", clock=lambda: _NOW)
        try:
            directive_id, given = _given(desk, units)
            first, later = (_printed(desk, directive_id, folder) for _ in range(2))
            values = values_of(desk, Order(SHEETS, directive_id))
        finally:
            desk.close()
        theirs = _by_template(values, folder, home) if office_suite.is_installed() else float("nan")
    against = "DOCX template + LibreOffice" if office_suite.is_installed() else office_suite.MISSING
    return [
        Figure(f"{given} assignment sheets, the first time", "s", first, theirs, against, most=2, at_least=5),
        Figure(f"{given} assignment sheets, again", "s", later, theirs, against, most=2, at_least=5),
    ]


def _given(desk: Desk, wanted: int) -> tuple[int, int]:
    """The example directive, every item given to so many units; its id and how many there were."""
    reading = read_file(shipped("resources", "examples", "chi-thi-vi-du.txt"))
    entered = register(desk, draft_of(desk, reading, arrived=_NOW.date()))
    units = desk.store.reading().find(Unit, "position")[:wanted]
    assign_items(desk, entered.item_ids, [unit.id for unit in units], Role.LEAD)
    return entered.directive_id, len(units)


def _printed(desk: Desk, directive_id: int, folder: Path) -> float:
    start = time.perf_counter()
    print_form(desk, SHEETS, folder / "sheets.pdf", directive_id=directive_id)
    return time.perf_counter() - start


def _by_template(values: Any, folder: Path, home: Path) -> float:
    """The same values in the way an office would do it: a template, one file a unit, one conversion of all."""
    template = folder / "template.docx"
    _make_template(template)
    start = time.perf_counter()
    files = []
    for number, sheet in enumerate(values):
        files.append(folder / f"sheet-{number:02}.docx")
        _fill(template, sheet, files[-1])
    filled = time.perf_counter() - start
    return filled + office_suite.to_pdf(files, folder, home)


def _make_template(path: Path) -> None:
    from docx import Document

    document = Document()
    head = document.add_table(rows=1, cols=2)
    for cell, text in zip(
        head.rows[0].cells, ("{parent}\n{body}", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{day}"), strict=True
    ):
        cell.text = text
    for text in ("PHIẾU GIAO NHIỆM VỤ", "Kính gửi: {unit}", "Căn cứ {directive}", "Ý kiến: {opinion}"):
        document.add_paragraph(text)
    table = document.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, _COLUMNS, strict=True):
        cell.text = text
    document.add_paragraph("Báo cáo trước {report_by}")
    document.add_paragraph("{signer_title}\n{signer}")
    document.save(str(path))


def _fill(template: Path, sheet: AssignmentSheet, out: Path) -> None:
    from docx import Document

    document = Document(str(template))
    head = sheet.letterhead
    fields = {
        "parent": head.parent, "body": head.body, "day": place_and_date(head.place, head.day), "unit": sheet.unit,
        "directive": sheet.directive, "opinion": sheet.opinion, "report_by": full_date(sheet.report_by),
        "signer_title": sheet.signer_title, "signer": sheet.signer,
    }  # fmt: skip
    letterhead, table = document.tables
    for paragraph in (*document.paragraphs, *(p for cell in letterhead.rows[0].cells for p in cell.paragraphs)):
        for run in paragraph.runs:
            run.text = run.text.format_map(fields)
    for number, line in enumerate(sheet.lines, 1):
        cells = table.add_row().cells
        texts = (str(number), f"{line.place} {line.text}", line.role, line.partners, line.product, line.due_phrase)
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text
    document.save(str(out))
