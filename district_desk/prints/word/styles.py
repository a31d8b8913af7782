"""A Word style for each row of the style table (Decree 30/2020, Appendix I), so that a clerk changes one and all follow."""

from typing import Any, Final

from district_desk.prints.style import STYLES, Part, Style
from district_desk.prints.word.text import style_id

FONT: Final = "Times New Roman"

_NAMES: Final = {
    Part.COUNTRY: "Quốc hiệu", Part.MOTTO: "Tiêu ngữ", Part.PARENT_BODY: "Cơ quan chủ quản",
    Part.BODY: "Cơ quan ban hành", Part.NUMBER: "Số, ký hiệu", Part.PLACE_AND_DATE: "Địa danh, thời gian",
    Part.TITLE: "Tên loại", Part.SUBJECT: "Trích yếu", Part.LETTER_SUBJECT: "Trích yếu công văn",
    Part.BASIS: "Căn cứ", Part.TEXT: "Nội dung", Part.SECTION: "Mục có tiêu đề", Part.CLAUSE: "Khoản có tiêu đề",
    Part.AUTHORITY: "Quyền hạn, chức vụ", Part.SIGNER: "Họ tên người ký", Part.ADDRESSEE: "Kính gửi",
    Part.COPIES_HEADING: "Nơi nhận", Part.COPIES: "Danh sách nơi nhận", Part.URGENCY: "Mức độ khẩn",
    Part.CIRCULATION: "Phạm vi lưu hành", Part.DRAFTER: "Người soạn thảo", Part.ADDRESS: "Địa chỉ cơ quan",
    Part.APPENDIX: "Phụ lục", Part.APPENDIX_TITLE: "Tiêu đề phụ lục", Part.APPENDIX_NOTE: "Chỉ dẫn phụ lục",
    Part.PAGE_NUMBER: "Số trang", Part.TABLE_HEADING: "Đầu bảng", Part.TABLE_NUMBERING: "Số thứ tự cột",
    Part.TABLE_CELL: "Ô bảng", Part.QUESTION: "Lời mẫu", Part.SIGNATURE_HEADING: "Bên ký",
    Part.SIGNATURE_NOTE: "Ghi chú chữ ký", Part.NOTE: "Ghi chú", Part.CODE: "Mã", Part.COVER_BODY: "Bìa - cơ quan",
    Part.COVER_PARENT: "Bìa - cơ quan chủ quản", Part.COVER_TITLE: "Bìa - tên sổ", Part.COVER_LINE: "Bìa - dòng",
    Part.STAMP_BODY: "Dấu ĐẾN - cơ quan", Part.STAMP_WORD: "Dấu ĐẾN", Part.STAMP_LINE: "Dấu ĐẾN - dòng",
}  # fmt: skip


def add_styles(document: Any) -> None:
    """Put a style for each part into a python-docx document, on a Normal without gaps of its own."""
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(STYLES[Part.TEXT].size)
    _set_fonts(normal)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    normal.paragraph_format.widow_control = True
    for part, style in STYLES.items():
        _add(document, part, style)


def _add(document: Any, part: Part, style: Style) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    made = document.styles.add_style(_NAMES[part], WD_STYLE_TYPE.PARAGRAPH)
    made.element.set(_qualified("w:styleId"), style_id(part))
    made.base_style = document.styles["Normal"]
    made.font.name, made.font.size = FONT, Pt(style.size)
    made.font.bold, made.font.italic = style.bold, style.italic
    _set_fonts(made)
    made.quick_style = True


def _set_fonts(style: Any) -> None:
    """The font for every script: Word takes another for letters that it calls East Asian or complex."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(_qualified(f"w:{script}"), FONT)


def _qualified(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)
