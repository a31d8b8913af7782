"""Word files: real styles, tables whose headings come again, sections with their own paper and page numbers."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from paper_measures import FORMS

from district_desk.domain.problems import Stopped
from district_desk.prints.builders import build
from district_desk.prints.examples import EXAMPLES
from district_desk.prints.forms import load
from district_desk.prints.style import STYLES, Part
from district_desk.prints.to_docx import write

ANNEXED = ("bao-cao-nhiem-vu", "phu-luc-tong-hop-nhiem-vu", "phu-luc-danh-muc-nhiem-vu")


def built(name, **changes):
    return build(load(FORMS, None, name, date(2023, 10, 2)).form, replace(EXAMPLES[name], **changes))


def written(*documents):
    out = BytesIO()
    write(documents, out)
    return Document(BytesIO(out.getvalue()))


@pytest.fixture(scope="module")
def report():
    return written(*(built(name) for name in ANNEXED))


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_every_form_makes_a_word_file_with_its_words(name):
    made = built(name)
    told = written(made)
    words = " ".join(element.text or "" for element in told.element.body.iter(qn("w:t")))
    assert "VÍ DỤ" in words.upper()
    assert len(told.tables) >= sum(1 for _ in made.grids())


def test_every_part_is_a_style_in_the_decree_s_size(report):
    styles = {style.name: style for style in report.styles if style.style_id.startswith("dd")}
    assert len(styles) == len(STYLES)
    assert styles["Nội dung"].font.size.pt == STYLES[Part.TEXT].size
    assert styles["Tên loại"].font.bold
    assert styles["Nội dung"].font.name == "Times New Roman"


def test_paragraphs_stand_on_named_styles_and_carry_no_size_of_their_own(report):
    title = next(paragraph for paragraph in report.paragraphs if paragraph.text == "BÁO CÁO")
    assert title.style.name == "Tên loại"
    assert not list(report.element.body.iter(qn("w:sz")))


def test_each_document_is_a_section_on_its_own_paper_that_counts_from_one(report):
    sections = list(report.sections)
    assert [section.orientation for section in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.LANDSCAPE,
    ]
    assert all(section.different_first_page_header_footer for section in sections)
    starts = [section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for section in sections]
    assert starts == ["1", "1", "1"]
    assert (sections[0].left_margin.mm, sections[0].right_margin.mm) == (
        pytest.approx(30, abs=0.1),
        pytest.approx(15, abs=0.1),
    )
    assert all("PAGE" in section.header._element.xml for section in sections)


def test_headings_of_tables_come_again_and_rows_are_not_cut(report):
    summary = next(table for table in report.tables if "Tổng cộng" in table._tbl.xml)
    rows = summary._tbl.tr_lst
    headed = [row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None for row in rows]
    assert headed[:3] == [True, True, False]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert [cell.text for cell in summary.rows[0].cells][4] == "Đã hoàn thành"


def test_a_table_is_as_wide_as_the_text(report):
    summary = next(table for table in report.tables if "Tổng cộng" in table._tbl.xml)
    widths = [int(column.get(qn("w:w"))) for column in summary._tbl.tblGrid.findall(qn("w:gridCol"))]
    assert sum(widths) == pytest.approx(252 * 1440 / 25.4, abs=2)


def test_the_letterhead_is_a_table_without_borders(report):
    head = report.tables[0]
    assert head._tbl.tblPr.find(qn("w:tblBorders")) is None
    assert "Độc lập - Tự do - Hạnh phúc" in head.rows[0].cells[1].text
    assert head.rows[1].cells[0].text.endswith("/BC-VP")


def test_a_code_is_a_picture():
    out = BytesIO()
    write([built("phieu-giao-nhiem-vu")], out)
    with zipfile.ZipFile(BytesIO(out.getvalue())) as package:
        (picture,) = (name for name in package.namelist() if name.startswith("word/media/"))
        assert package.read(picture).startswith(b"\x89PNG")


def test_what_xml_cannot_hold_is_left_out_and_what_it_escapes_is_kept():
    told = written(built("bao-cao-nhiem-vu", causes="a < b & c\x0b\x00 \U0001f600 “d”"))
    assert any("Nguyên nhân: a < b & c \U0001f600 “d”" in paragraph.text for paragraph in told.paragraphs)


def test_a_long_list_is_written_in_a_moment_and_whole():
    lines = EXAMPLES["phu-luc-danh-muc-nhiem-vu"].lines * 500
    told = written(built("phu-luc-danh-muc-nhiem-vu", lines=lines))
    assert len(told.tables[0]._tbl.tr_lst) == 1501


def test_a_stopped_job_leaves_the_file_that_was_there(tmp_path):
    target = tmp_path / "a.docx"
    target.write_bytes(b"good")
    with pytest.raises(Stopped):
        write([built("cong-van-don-doc")], target, stop=lambda: True)
    assert target.read_bytes() == b"good"
    write([built("cong-van-don-doc")], target)
    assert re.match(rb"PK", target.read_bytes())


def test_a_word_file_has_at_least_one_section():
    with pytest.raises(ValueError, match="section"):
        write([], BytesIO())
