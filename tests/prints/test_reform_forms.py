"""Forms about reform: what stands on them, what a chart measures, and the same in Word and Excel."""

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pypdfium2
import pypdfium2.raw
import pytest
from docx import Document as WordFile
from paper_measures import FONTS, FORMS, printed

from district_desk.domain.points import ONE
from district_desk.domain.reform_papers import DomainHead
from district_desk.prints import builders, to_docx, to_pdf, to_xlsx
from district_desk.prints.document import A3_LANDSCAPE, A4_LANDSCAPE, Bar, Bars, Document, DottedLines, RowKind, Title
from district_desk.prints.examples import EXAMPLES
from district_desk.prints.forms import load
from district_desk.prints.pdf.charts import ChartSlabs
from district_desk.prints.pdf.ink import Ink
from district_desk.prints.pdf.pages import PdfFile

DAY = date(2023, 4, 10)


def built(name, **changes):
    return builders.build(load(FORMS, None, name, DAY).form, replace(EXAMPLES[name], **changes))


def grid(document):
    return next(document.grids())


def headings(document):
    return [column.heading for column in grid(document).columns]


def texts(document):
    return [getattr(block, "text", "") for block in document.blocks]


def paths(chart):
    """Left and right edge, in points, of the bars and of the dashed lines that a chart is drawn with."""
    file = BytesIO()
    to_pdf.write([Document("Biểu đồ", (chart,))], file, fonts=FONTS)
    pdf = pypdfium2.PdfDocument(file.getvalue())
    bounds = [path.get_bounds() for path in pdf[0].get_objects([pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    bars = [(left, right) for left, low, right, high in bounds if right - left > 30 and 10 < high - low < 14]
    lines = sorted({round((left + right) / 2, 1) for left, low, right, high in bounds if right - left < 5 < high - low})
    return bars, lines


def test_the_summary_has_a_column_a_domain_a_row_of_maxima_and_points_that_are_not_rounded_up():
    document = built("bang-tong-hop-chi-so")
    rows = grid(document).rows
    assert headings(document)[:2] == ["TT", "Đơn vị"]
    assert headings(document)[-4:] == ["Tổng điểm", "Chỉ số (%)", "Xếp hạng", "Xếp loại"]
    assert len(headings(document)) == 6 + 7
    assert rows[0].cells[1] == "Điểm tối đa"
    assert "14,99" in rows[2].cells
    assert rows[-1].kind is RowKind.TOTAL


def test_a_thousandth_of_a_point_is_written_where_there_is_one():
    table = EXAMPLES["bang-tong-hop-chi-so"]
    row = replace(table.rows[0], points=(13_589_000, *table.rows[0].points[1:]), total=87_089_000)
    assert "87,089" in grid(built("bang-tong-hop-chi-so", rows=(row,))).rows[1].cells


def test_an_index_of_many_domains_is_printed_on_a3():
    domains = tuple(DomainHead(f"Lĩnh vực {place}", "", 5 * ONE) for place in range(16))
    rows = tuple(replace(row, points=(4 * ONE,) * 16) for row in EXAMPLES["bang-tong-hop-chi-so"].rows)
    assert built("bang-tong-hop-chi-so").paper == A4_LANDSCAPE
    assert built("bang-tong-hop-chi-so", domains=domains, rows=rows, pictures=()).paper == A3_LANDSCAPE


def test_all_units_are_ranked_the_best_first():
    ranked = next(block for block in built("bang-tong-hop-chi-so").blocks if isinstance(block, Bars))
    assert [bar.label for bar in ranked.bars] == ["1. UBND thị trấn Ví Dụ", "2. UBND xã Mẫu Đơn", "3. UBND xã Ví Dụ"]
    assert [bar.figures for bar in ranked.bars] == [("87,00",), ("81,00",), ("78,99",)]


def test_a_share_just_under_the_limit_is_drawn_left_of_its_line():
    chart = Bars("Biểu đồ", ("Năm 2022",), (Bar("dưới mức", (74.0,), ("74,00",)), Bar("trên mức", (76.0,), ("76,00",))),
                 limit=75, limit_name="mức 75%")  # fmt: skip
    (under, over), lines = paths(chart)
    limit = lines[-1]  # the sample in the legend stands farther left
    assert under[1] < limit < over[1]
    assert under[0] == over[0]


def test_the_second_series_is_hatched_so_that_a_copy_in_black_and_white_can_be_read():
    chart = Bars("Biểu đồ", ("Năm 2022", "Năm 2021"), (Bar("một", (80.0, 60.0), ("80,00", "60,00")),))
    ink = Ink(200, 100)
    slabs = list(ChartSlabs(chart, PdfFile(FONTS, "").letters, 10, 180).slabs(last_stays=False))
    slabs[2].paint(ink, 0)
    told = ink.content().decode()
    assert told.count("0.6 g") == 1
    assert told.count(" W n ") == 1


def test_a_value_that_is_not_known_has_no_bar():
    bar = Bar("một", (80.0, None), ("80,00", "–"))
    bars, _ = paths(Bars("Biểu đồ", ("Năm 2022", "Năm 2021"), (bar, bar)))
    assert len(bars) == 2


def test_a_long_chart_goes_on_with_its_legend_and_a_short_one_stays_in_one_piece():
    def pages(count):
        bars = tuple(Bar(f"UBND xã {place}", (50.0,), ("50,00",)) for place in range(count))
        return printed(Document("Biểu đồ", (Bars("Xếp hạng", ("Năm 2022",), bars),), A4_LANDSCAPE))

    assert [len(pages(18)), len(pages(60))] == [1, 3]
    assert all("Năm 2022" in page.text for page in pages(60))


def test_the_tracking_table_has_the_ten_columns_and_says_how_late():
    document = built("bang-theo-doi-ke-hoach-khac-phuc")
    assert headings(document) == [
        "TT", "Xã, thị trấn", "Xếp loại", "Điểm TTHC %", "Điểm CQĐT-CQS %", "Căn cứ phải nộp", "Hạn nộp",
        "Ngày nộp, số văn bản", "Đúng hạn/Chậm … ngày", "Ghi chú",
    ]  # fmt: skip
    late, sent = grid(document).rows
    assert late.cells[8][0].text == "Chưa nộp, quá hạn 3 ngày"
    assert late.cells[8][0].bold
    assert sent.cells[7:9] == ("11/4/2023, số 25/KH-UBND", "Chậm 2 ngày")


def test_a_plan_has_five_sections_and_lines_to_write_on_where_nothing_is_known():
    whole, bare = built("ke-hoach-khac-phuc"), built("ke-hoach-khac-phuc", measures=())
    sections = [text for text in texts(whole) if text[:3] in ("I. ", "II.", "III", "IV.", "V. ")]
    assert len(sections) == 5
    assert not any(isinstance(block, DottedLines) for block in whole.blocks)
    assert any(isinstance(block, DottedLines) for block in bare.blocks)
    assert any(text.startswith("- 3.2. Tỷ lệ hồ sơ giải quyết đúng hạn: Hồ sơ đất đai") for text in texts(whole))


def test_the_table_of_a_plan_lies_across_with_eleven_columns_of_the_given_widths():
    document = built("phu-luc-ke-hoach-khac-phuc")
    assert [column.width for column in grid(document).columns] == [8, 48, 14, 14, 14, 36, 30, 26, 34, 14, 14]
    assert document.paper == A4_LANDSCAPE
    assert grid(document).rows[1].cells[2:5] == ("8", "5,99", "74,88")


def test_the_report_keeps_its_outline_and_the_clerk_s_words_stand_in_their_section():
    told = texts(built("bao-cao-cchc"))
    order = [
        "I. CÔNG TÁC",
        "II. KẾT QUẢ",
        "1. Cải cách thể chế",
        "6. Xây dựng",
        "III. ĐÁNH GIÁ",
        "IV. PHƯƠNG",
        "V. KIẾN",
    ]
    places = [next(place for place, text in enumerate(told) if text.startswith(start)) for start in order]
    assert places == sorted(places)
    own = told.index("Niêm yết, công khai 100% thủ tục hành chính tại bộ phận Một cửa (VÍ DỤ).")
    assert told[own - 1] == "2. Cải cách thủ tục hành chính"
    assert any("chưa nộp 01" in text for text in told)


def test_evidence_that_is_lacking_is_said_in_bold_and_a_criterion_is_named_once():
    rows = grid(built("danh-muc-minh-chung")).rows
    assert [row.cells[1] for row in rows] == ["1.1", "1.3", "", "3.4"]
    assert rows[-1].cells[4][0].bold


def test_the_periodic_matrix_counts_who_has_not_sent():
    rows = grid(built("ma-tran-bao-cao-dinh-ky")).rows
    assert rows[1].cells[2] == "13/3/2023, muộn 3 ngày"
    assert rows[-1].cells[2:] == ("0", "1", "0", "0", "1")


def test_word_shades_as_much_of_the_room_as_the_bar_is_long():
    file = BytesIO()
    to_docx.write([built("bang-tong-hop-chi-so")], file)
    tables = WordFile(file).tables
    chart = tables[-1]._tbl.xml
    assert 'w:fill="999999"' in chart
    assert 'w:val="dashed"' in chart
    assert "74,95" in chart


@pytest.mark.parametrize("name", ["bang-tong-hop-chi-so", "ke-hoach-khac-phuc"])
def test_excel_holds_the_figures_of_a_chart_and_excel_s_own_chart_over_them(name):
    file = BytesIO()
    to_xlsx.write([built(name)], file)
    book = openpyxl.load_workbook(file)
    page = book["Biểu đồ"]
    cells = {cell.value for row in page.iter_rows() for cell in row}
    assert {74.95, 81, 75, "Năm 2021", "mức 75%"} <= cells
    assert any("charts/chart" in entry for entry in zipfile.ZipFile(file).namelist())


def test_excel_shows_the_whole_letterhead_the_whole_headings_and_counts_as_counts():
    file = BytesIO()
    to_xlsx.write([built("danh-muc-minh-chung"), built("ma-tran-bao-cao-dinh-ky"), built("phu-luc-bao-cao-cchc")], file)
    evidence, matrix, annex, _ = openpyxl.load_workbook(file).worksheets
    body = next(cell for row in evidence.iter_rows() for cell in row if "ỦY BAN" in str(cell.value))
    heading = next(cell for row in matrix.iter_rows() for cell in row if str(cell.value).startswith("Quý I\n"))
    assert evidence.row_dimensions[body.row].height > 30
    assert matrix.row_dimensions[heading.row].height > 30
    shown = {cell.value: cell.number_format for cell in annex["C"] if isinstance(cell.value, int | float)}
    assert (shown[82.33], shown[22]) == ("#,##0.00", "#,##0")


def test_the_annex_of_the_report_draws_the_ranking_and_the_domains_against_the_limit():
    ranked, means = [block for block in built("phu-luc-bao-cao-cchc").blocks if isinstance(block, Bars)]
    assert [bar.label for bar in ranked.bars] == ["1. UBND thị trấn Ví Dụ", "2. UBND xã Mẫu Đơn", "3. UBND xã Ví Dụ"]
    assert (ranked.limit, means.limit) == (None, 75)
    assert [bar.figures for bar in means.bars][-1] == ("75,83",)


@pytest.mark.parametrize(("period", "said"), [("Quý I", "quý I năm 2023"), ("Năm", "năm 2023")])
def test_the_report_names_its_period_as_an_office_does(period, said):
    title = next(block for block in built("bao-cao-cchc", period=period).blocks if isinstance(block, Title))
    assert title.subject == f"Công tác cải cách hành chính {said}"
