"""What Word can do to a document, one thing a test: each is met in the offices' files."""

import zipfile
from pathlib import Path

import pytest
from test_reading_word import BODY, LETTERHEAD, NAMES, SIGNATURE, document, p, table
from viparse.normalize.tables import Charmap
from viparse.normalize.tcvn3 import TCVN3
from viparse.normalize.vni import VNI

from district_desk.domain.reading import Reading
from district_desk.reader import read

HEAD = p("Số: 1/UBND-VP") + p("Kính gửi: Phòng Nội vụ") + p("UBND huyện yêu cầu:")
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="header1.xml"/><Relationship Id="r2" Target="header2.xml"/>'
    '<Relationship Id="r3" Target="footer1.xml"/></Relationships>'
)
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def r(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def para(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def of(tmp_path: Path, body: str, **parts: str) -> Reading:
    return read(document(tmp_path / "a.docx", body, **parts))


def texts(reading: Reading) -> list[str]:
    return [item.text for item in reading.items]


def old(table: Charmap, text: str) -> str:
    letters = {new: legacy for legacy, new in reversed(table.pairs)}
    return "".join(letters.get(letter, letter) for letter in text)


def test_rows_of_a_list_keep_a_tab_between_their_cells(tmp_path: Path) -> None:
    rows = table((p("TT"), p("Việc"), p("Đơn vị")), (p("1"), p("Rà soát") + p("hồ sơ"), p("Phòng Nội vụ")))
    assert "TT\tViệc\tĐơn vị\n1\tRà soát hồ sơ\tPhòng Nội vụ" in of(tmp_path, HEAD + p("1. Việc.") + rows).text


def test_a_ruled_table_of_two_columns_is_a_list_and_no_letterhead(tmp_path: Path) -> None:
    ruled = "<w:tblPr><w:tblBorders><w:insideH w:val='single'/></w:tblBorders></w:tblPr>"
    rows = table((p("Việc"), p("Đơn vị")), (p("Rà soát"), p("Phòng Nội vụ"))).replace("<w:tbl>", "<w:tbl>" + ruled)
    assert "Việc\tĐơn vị\nRà soát\tPhòng Nội vụ" in of(tmp_path, HEAD + rows).text


def test_a_letterhead_without_rules_in_a_table_of_the_grid_style_is_two_columns(tmp_path: Path) -> None:
    grid = "<w:tblPr><w:tblStyle w:val='TableGrid'/><w:tblBorders><w:insideH w:val='none'/></w:tblBorders></w:tblPr>"
    header = of(tmp_path, LETTERHEAD.replace("<w:tbl>", "<w:tbl>" + grid) + BODY + SIGNATURE).header
    assert header.agency is not None
    assert header.agency.value == "ỦY BAN NHÂN DÂN HUYỆN VÍ DỤ"


def test_a_floating_table_is_read_where_it_is_anchored(tmp_path: Path) -> None:
    floating = LETTERHEAD.replace("<w:tbl>", "<w:tbl><w:tblPr><w:tblpPr w:vertAnchor='page' w:tblpY='900'/></w:tblPr>")
    header = of(tmp_path, floating + BODY + SIGNATURE).header
    assert header.number is not None
    assert (header.number.value, header.place.value if header.place else "") == ("12", "Ví Dụ")


def test_a_table_in_a_cell_is_read_inside_it(tmp_path: Path) -> None:
    inner = table((p("- Việc con một;"),), (p("- Việc con hai."),))
    assert "Việc con một" in of(tmp_path, HEAD + table((p("1. Việc:") + inner,))).text


def test_deleted_rows_are_gone(tmp_path: Path) -> None:
    rows = table((p("1"), p("Giữ"), p("x")), (p("2"), p("Bỏ"), p("y")))
    text = of(
        tmp_path, HEAD + rows.replace("<w:tr><w:tc>" + p("2"), "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("2"))
    ).text
    assert "Giữ" in text
    assert "Bỏ" not in text


def numbered(levels: str, extra: str = "") -> str:
    return (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{extra}</w:numbering>'
    )


def level(at: int, form: str, pattern: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>'


def test_decimal_numbers_under_a_roman_one_are_written_in_figures_where_word_does_so(tmp_path: Path) -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    body = HEAD + p("Một:", level=0) + p("Rà soát.", level=1) + p("Báo cáo.", level=1)
    assert [item.label for item in of(tmp_path, body, numbering=numbered(levels)).items] == ["I.", "1.1.", "1.2."]


def test_a_list_that_starts_anew_starts_anew(tmp_path: Path) -> None:
    anew = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    again = p("Việc ba.", level=0).replace('w:numId w:val="1"', 'w:numId w:val="2"')
    body = HEAD + p("Việc một.", level=0) + p("Việc hai.", level=0) + p("Phần sau:") + again
    text = of(tmp_path, body, numbering=numbered(level(0, "decimal", "%1."), anew)).text
    assert ("2. Việc hai." in text, "1. Việc ba." in text) == (True, True)


def test_a_style_resting_on_a_numbered_style_is_numbered(tmp_path: Path) -> None:
    styles = (
        f"<w:styles {NAMES}><w:style w:type='paragraph' w:styleId='Goc'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Con'><w:basedOn w:val='Goc'/></w:style></w:styles>"
    )
    body = HEAD + p("Rà soát.", style="Con") + p("Báo cáo.", style="Con")
    assert [item.label for item in of(tmp_path, body, styles=styles).items] == ["1.", "2."]


def test_styles_that_rest_on_each_other_do_not_hang_the_reader(tmp_path: Path) -> None:
    styles = (
        f"<w:styles {NAMES}><w:style w:type='paragraph' w:styleId='A'><w:basedOn w:val='B'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/></w:style></w:styles>"
    )
    assert texts(of(tmp_path, HEAD + p("1. Rà soát.", style="A"), styles=styles)) == ["1. Rà soát."]


@pytest.mark.parametrize("both", [True, False])
def test_a_text_box_for_old_readers_only_is_read(tmp_path: Path, both: bool) -> None:  # noqa: FBT001 - a case
    box = f"<w:pict><w:txbxContent>{p('KHẨN')}</w:txbxContent></w:pict>"
    choice = f"<mc:Choice Requires='wps'>{box}</mc:Choice>" if both else ""
    shape = f"<w:p><w:r><mc:AlternateContent>{choice}<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    assert of(tmp_path, LETTERHEAD + shape + BODY).text.count("KHẨN") == 1


def test_footnotes_and_endnotes_follow_the_text_in_the_order_of_their_marks_and_belong_to_no_item(
    tmp_path: Path,
) -> None:
    body = HEAD + para(
        r("1. Rà soát"), "<w:r><w:endnoteReference w:id='7'/></w:r>", r(" hồ sơ"),
        "<w:r><w:footnoteReference w:id='3'/></w:r>", r("."),
    )  # fmt: skip
    endnotes = f"<w:endnotes {NAMES}><w:endnote w:id='7'>{p('Ghi chú cuối.')}</w:endnote></w:endnotes>"
    footnotes = f"<w:footnote w:id='3'>{p('1. Ghi chú chân trang.')}</w:footnote>"
    reading = of(tmp_path, body, endnotes=endnotes, footnotes=footnotes)
    assert texts(reading) == ["1. Rà soát¹ hồ sơ²."]
    assert [reading.quote(span) for span in reading.leftovers][-2:] == ["¹ Ghi chú cuối.", "² 1. Ghi chú chân trang."]


def running(tmp_path: Path, first: str) -> Reading:
    section = (
        f"<w:sectPr {R}><w:headerReference w:type='first' r:id='r1'/><w:headerReference w:type='default' r:id='r2'/>"
        "<w:footerReference w:type='default' r:id='r3'/><w:titlePg/></w:sectPr>"
    )
    path = document(
        tmp_path / "a.docx", LETTERHEAD + BODY + SIGNATURE + section,
        header1=f"<w:hdr {NAMES}>{first}</w:hdr>", header2=f"<w:hdr {NAMES}>{p('Trang 2/4')}{p('Công văn của huyện')}</w:hdr>",
        footer1=f"<w:ftr {NAMES}>{p('- 2 -')}{p('1. Chân trang')}</w:ftr>",
    )  # fmt: skip
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/_rels/document.xml.rels", RELATIONS)
    return read(path)


def test_running_heads_and_feet_are_kept_aside_without_page_numbers(tmp_path: Path) -> None:
    reading = running(tmp_path, "")
    assert [item.path for item in reading.items] == ["1", "1.a", "1.b", "1.b.-1", "1.b.-2", "2"]
    assert [reading.quote(span) for span in reading.leftovers][-2:] == ["Công văn của huyện", "1. Chân trang"]
    assert "Trang 2/4" not in reading.text
    assert reading.header.signer is not None


def test_the_head_of_the_first_page_is_read_because_a_secret_mark_may_stand_there(tmp_path: Path) -> None:
    reading = running(tmp_path, p("MẬT"))
    assert reading.header.secrecy is not None


def test_words_moved_or_deleted_are_gone_and_a_deleted_paragraph_end_joins(tmp_path: Path) -> None:
    ended = "<w:rPr><w:del/></w:rPr>"
    body = (
        HEAD
        + para(r("1. Rà soát "), f"<w:moveFrom>{r('xưa ')}</w:moveFrom>", properties=ended)
        + para(
            r("hồ sơ"),
            "<w:del><w:r><w:delText>cũ</w:delText><w:tab/></w:r></w:del>",
            f"<w:moveTo>{r(' nay')}</w:moveTo>",
            r("."),
        )
    )
    assert texts(of(tmp_path, body)) == ["1. Rà soát hồ sơ nay."]


def test_hidden_words_are_not_read_by_run_or_by_style(tmp_path: Path) -> None:
    styles = (
        f"<w:styles {NAMES}><w:style w:type='character' w:styleId='An'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    )
    body = HEAD + para(
        r("1. Rà soát"),
        r(" ẩn", "<w:vanish/>"),
        r(" ẩn", "<w:rStyle w:val='An'/>"),
        r(" hồ sơ.", "<w:vanish w:val='0'/>"),
    )
    assert texts(of(tmp_path, body, styles=styles)) == ["1. Rà soát hồ sơ."]


def test_capitals_that_only_the_format_shows_are_read_as_shown(tmp_path: Path) -> None:
    body = HEAD + para(r("Phần thứ nhất", "<w:caps/>"), r(" Chung", "<w:caps w:val='false'/>")) + p("1. Việc.")
    assert "PHẦN THỨ NHẤT Chung" in of(tmp_path, body).text


def test_a_soft_break_ends_a_line_and_a_page_break_does_not(tmp_path: Path) -> None:
    body = (
        HEAD
        + para(r("1. Rà soát"), "<w:r><w:br w:type='page'/></w:r>", r(" hồ sơ."))
        + para(r("2. Việc:"), "<w:r><w:br/></w:r>", r("- Một;"), "<w:r><w:br/></w:r>", r("- Hai."))
    )
    assert [item.path for item in of(tmp_path, body).items] == ["1", "2", "2.-1", "2.-2"]


def test_the_tab_after_a_number_is_a_blank(tmp_path: Path) -> None:
    body = HEAD + para(r("1."), "<w:r><w:tab/></w:r>", r("Rà soát.")) + para("<w:r><w:tab/></w:r>", r("2. Báo cáo."))
    assert texts(of(tmp_path, body)) == ["1. Rà soát.", "2. Báo cáo."]


def test_a_letterhead_and_a_signature_set_by_tabs_are_two_columns(tmp_path: Path) -> None:
    def line(left: str, right: str) -> str:
        return para(r(left), "<w:r><w:tab/><w:tab/></w:r>", r(right))

    body = (
        line("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + line("HUYỆN VÍ DỤ", "Độc lập - Tự do - Hạnh phúc")
        + line("Số: 12/UBND-NV", "Ví Dụ, ngày 02 tháng 5 năm 2024") + p("V/v rà soát hồ sơ") + p("") + p("Kính gửi: Phòng Nội vụ")
        + p("UBND huyện yêu cầu:") + p("1. Rà soát hồ sơ./.") + p("")
        + line("Nơi nhận:", "CHỦ TỊCH") + line("- Như trên;", "") + line("- Lưu: VT.", "Đặng Văn Mẫu")
    )  # fmt: skip
    header = of(tmp_path, body).header
    values = (header.agency, header.number, header.place, header.signer, header.signer_title)
    assert [each.value if each else None for each in values] == [
        "ỦY BAN NHÂN DÂN HUYỆN VÍ DỤ", "12", "Ví Dụ", "Đặng Văn Mẫu", "CHỦ TỊCH",
    ]  # fmt: skip


def test_content_controls_are_read_and_unfilled_ones_are_not(tmp_path: Path) -> None:
    def control(content: str, properties: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = (
        HEAD
        + control(p("1. Rà soát."))
        + para(r("2. Báo cáo "), control(r("trước ngày 30/6/2024")), r("."))
        + control(p("Bấm vào đây để nhập."), "<w:showingPlcHdr/>")
    )
    reading = of(tmp_path, body)
    assert texts(reading) == ["1. Rà soát.", "2. Báo cáo trước ngày 30/6/2024."]
    assert "Bấm vào đây" not in reading.text


@pytest.mark.parametrize(("font", "table"), [(".VnTime", TCVN3), ("VNI-Times", VNI)])
def test_a_document_in_an_old_font_reads_as_in_unicode(tmp_path: Path, font: str, table: Charmap) -> None:
    fonts = f"<w:rFonts w:ascii='{font}' w:hAnsi='{font}'/>"
    body = (
        HEAD
        + para(r(old(table, "1. Chủ tịch được rà soát hồ sơ"), fonts), r(" và báo cáo."))
        + para(r(old(table, "2. Đôn đốc."), "<w:rStyle w:val='Cu'/>"))
    )
    styles = f"<w:styles {NAMES}><w:style w:type='character' w:styleId='Cu'><w:rPr>{fonts}</w:rPr></w:style></w:styles>"
    assert texts(of(tmp_path, body, styles=styles)) == ["1. Chủ tịch được rà soát hồ sơ và báo cáo.", "2. Đôn đốc."]


def test_a_capital_font_gives_capitals_and_its_soft_hyphen_is_a_letter(tmp_path: Path) -> None:
    fonts = "<w:rPr><w:rFonts w:ascii='.VnTimeH'/></w:rPr>"
    title = f"<w:p><w:r>{fonts}<w:t>chñ tr</w:t></w:r><w:r>{fonts}<w:softHyphen/></w:r><w:r>{fonts}<w:t>¬ng</w:t></w:r></w:p>"
    assert "CHỦ TRƯƠNG" in of(tmp_path, HEAD + title + p("1. Việc.")).text


def test_a_document_saved_as_strict_open_xml_is_read(tmp_path: Path) -> None:
    path = document(tmp_path / "a.docx", HEAD + p("1. Rà soát."))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    usual, strict = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    with zipfile.ZipFile(tmp_path / "b.docx", "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part.replace(usual, strict))
    assert texts(read(tmp_path / "b.docx")) == ["1. Rà soát."]


def test_a_document_whose_part_has_another_name_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "word/document2.xml", f"<w:document {NAMES}><w:body>{HEAD}{p('1. Rà soát.')}</w:body></w:document>"
        )
    assert texts(read(path)) == ["1. Rà soát."]
