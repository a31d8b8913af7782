"""DOCX from its XML: tables, floating boxes, numbers that Word generates, footnotes, and files that lie."""

import zipfile
from pathlib import Path

import pytest

from district_desk.domain.problems import Unreadable, UnreadableFile
from district_desk.reader import read

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)

NUMBERING = f"""<w:numbering {NAMES}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>"""

STYLES = f"""<w:styles {NAMES}><w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:ilvl w:val="0"/>
<w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"""


def p(words: str, *, level: int | None = None, style: str = "") -> str:
    number = "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{number}</w:pPr><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


LETTERHEAD = table(
    (
        p("ỦY BAN NHÂN DÂN") + p("HUYỆN VÍ DỤ"),
        p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc"),
    ),
    (p("Số: 12/UBND-NV") + p("V/v rà soát hồ sơ"), p("Ví Dụ, ngày 02 tháng 5 năm 2024")),
)
SIGNATURE = table((p("Nơi nhận:") + p("- Như trên;") + p("- Lưu: VT."), p("CHỦ TỊCH") + p("Đặng Văn Mẫu")))
BODY = (
    p("Kính gửi: Phòng Nội vụ") + p("Chủ tịch UBND huyện yêu cầu Phòng Nội vụ thực hiện:")
    + p("Rà soát hồ sơ:", style="Muc") + p("Hồ sơ giấy.", level=1) + p("Hồ sơ điện tử:", level=1)
    + p("Của phòng.", level=2) + p("Của xã.", level=2) + p("Báo cáo trước ngày 30/6/2024.", level=0)
)  # fmt: skip


def document(path: Path, body: str, *, footnotes: str = "", prolog: str = "", **parts: str) -> Path:
    """A DOCX of that body; ``parts`` are other XML parts by name ("styles", "numbering", "header1", …)."""
    parts = {"numbering": NUMBERING, "styles": STYLES} | parts
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{prolog}<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part)
        if footnotes:
            archive.writestr("word/footnotes.xml", f"<w:footnotes {NAMES}>{footnotes}</w:footnotes>")
    return path


def test_the_letterhead_table_reads_column_by_column(tmp_path: Path) -> None:
    header = read(document(tmp_path / "a.docx", LETTERHEAD + BODY + SIGNATURE)).header
    values = (
        header.agency,
        header.number,
        header.symbol,
        header.place,
        header.subject,
        header.signer,
        header.signer_title,
    )
    assert [each.value if each else None for each in values] == [
        "ỦY BAN NHÂN DÂN HUYỆN VÍ DỤ", "12", "UBND-NV", "Ví Dụ", "rà soát hồ sơ", "Đặng Văn Mẫu", "CHỦ TỊCH",
    ]  # fmt: skip
    assert [each.value for each in header.cc] == ["Như trên", "Lưu: VT"]


def test_numbers_that_word_generates_are_read_as_printed(tmp_path: Path) -> None:
    reading = read(document(tmp_path / "a.docx", LETTERHEAD + BODY + SIGNATURE))
    assert [(item.path, item.label) for item in reading.items] == [
        ("1", "1."), ("1.a", "a)"), ("1.b", "b)"), ("1.b.-1", "-"), ("1.b.-2", "-"), ("2", "2."),
    ]  # fmt: skip
    assert reading.items[-1].deadlines[0].rule.code == "before"


def test_letters_that_word_generates_are_the_latin_ones_that_it_prints(tmp_path: Path) -> None:
    body = p("UBND huyện yêu cầu:") + p("Việc:", level=0) + "".join(p(f"Việc {n}.", level=1) for n in range(6))
    labels = [item.label for item in read(document(tmp_path / "a.docx", p("Số: 1/UBND-VP") + body)).items]
    assert labels == ["1.", "a)", "b)", "c)", "d)", "e)", "f)"]


def test_a_text_box_is_read_once_where_it_hangs(tmp_path: Path) -> None:
    box = f"<wps:txbx><w:txbxContent>{p('HỎA TỐC')}</w:txbxContent></wps:txbx>"
    shape = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    reading = read(document(tmp_path / "a.docx", LETTERHEAD + shape + BODY + SIGNATURE))
    assert reading.header.urgency is not None
    assert reading.header.urgency.value == "Hỏa tốc"
    assert reading.text.count("HỎA TỐC") == 1


def test_footnotes_stand_apart_from_the_item_that_refers_to_them(tmp_path: Path) -> None:
    body = (
        p("Số: 1/UBND-VP") + p("UBND huyện yêu cầu:")
        + "<w:p><w:r><w:t>1. Rà soát hồ sơ</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:t> cũ.</w:t></w:r></w:p>"
        + p("2. Báo cáo./.")
    )  # fmt: skip
    notes = f"<w:footnote w:type='separator' w:id='0'>{p('x')}</w:footnote><w:footnote w:id='1'>{p('Theo Báo cáo số 7/BC-UBND.')}</w:footnote>"
    reading = read(document(tmp_path / "a.docx", body, footnotes=notes))
    assert [item.text for item in reading.items] == ["1. Rà soát hồ sơ¹ cũ.", "2. Báo cáo./."]
    assert any("Theo Báo cáo số 7/BC-UBND" in reading.quote(span) for span in reading.leftovers)


def test_deleted_words_are_gone_and_inserted_ones_are_there(tmp_path: Path) -> None:
    body = (
        p("Số: 1/UBND-VP") + p("UBND huyện yêu cầu:")
        + "<w:p><w:r><w:t>1. Báo cáo </w:t></w:r><w:del><w:r><w:delText>hằng tuần</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>hằng tháng</w:t></w:r></w:ins></w:p>"
    )  # fmt: skip
    assert read(document(tmp_path / "a.docx", body)).items[0].text == "1. Báo cáo hằng tháng"


@pytest.mark.parametrize(
    "prolog", ['<!DOCTYPE x [<!ENTITY a "aaaa">]>', '<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd">']
)
def test_xml_that_declares_entities_is_refused(tmp_path: Path, prolog: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(document(tmp_path / "a.docx", p("x"), prolog=prolog))
    assert caught.value.reason is Unreadable.NOT_WORD


def test_a_document_that_unpacks_to_more_than_it_may_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(70):
            part.write(b" " * 1024 * 1024)
    with pytest.raises(UnreadableFile) as caught:
        read(path)
    assert caught.value.reason is Unreadable.NOT_WORD


def test_broken_xml_inside_a_word_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(document(tmp_path / "a.docx", "<w:p>"))
    assert caught.value.reason is Unreadable.NOT_WORD


def test_a_word_file_whose_packed_bytes_are_spoilt_is_refused(tmp_path: Path) -> None:
    """A stream that does not unpack is told by zlib, before the archive can compare its sum: it once ended the program."""
    path = tmp_path / "hong.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "Chỉ thị " * 2000)
    spoilt = bytearray(path.read_bytes())
    start = 30 + len("word/document.xml")
    spoilt[start : start + 8] = b"\xff" * 8
    path.write_bytes(spoilt)

    with pytest.raises(UnreadableFile) as refused:
        read(path)

    assert refused.value.reason is Unreadable.NOT_WORD
