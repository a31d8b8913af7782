"""How each component of a page looks: Decree 30/2020/NĐ-CP, Appendix I, in one table (DOMAIN 3.3).

A row names a component, the sizes that the decree allows, the one we ship, and its weight and slant. Writers ask
for a row by name and never carry a size of their own. The last rows are ours, for what the decree leaves open
(tables, notes, covers); they keep its font and colour.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Part(StrEnum):
    """The rows of the table."""

    COUNTRY = "country"  # Quốc hiệu
    MOTTO = "motto"  # Tiêu ngữ
    PARENT_BODY = "parent_body"  # tên cơ quan chủ quản trực tiếp
    BODY = "body"  # tên cơ quan ban hành
    NUMBER = "number"  # Số: …/…
    PLACE_AND_DATE = "place_and_date"  # địa danh và thời gian
    TITLE = "title"  # tên loại
    SUBJECT = "subject"  # trích yếu của văn bản có tên loại
    LETTER_SUBJECT = "letter_subject"  # V/v … của công văn
    BASIS = "basis"  # căn cứ
    TEXT = "text"  # nội dung
    SECTION = "section"  # phần, chương, mục có tiêu đề
    CLAUSE = "clause"  # khoản có tiêu đề
    AUTHORITY = "authority"  # quyền hạn, chức vụ người ký
    SIGNER = "signer"  # họ tên người ký
    ADDRESSEE = "addressee"  # Kính gửi
    COPIES_HEADING = "copies_heading"  # Nơi nhận:
    COPIES = "copies"  # danh sách nơi nhận
    URGENCY = "urgency"
    CIRCULATION = "circulation"
    DRAFTER = "drafter"
    ADDRESS = "address"
    APPENDIX = "appendix"
    APPENDIX_TITLE = "appendix_title"
    APPENDIX_NOTE = "appendix_note"
    PAGE_NUMBER = "page_number"
    TABLE_HEADING = "table_heading"
    TABLE_NUMBERING = "table_numbering"
    TABLE_CELL = "table_cell"
    QUESTION = "question"  # lời mẫu của phiếu, phía trên chỗ ghi
    SIGNATURE_HEADING = "signature_heading"
    SIGNATURE_NOTE = "signature_note"
    NOTE = "note"
    CODE = "code"
    COVER_BODY = "cover_body"
    COVER_PARENT = "cover_parent"
    COVER_TITLE = "cover_title"
    COVER_LINE = "cover_line"
    STAMP_BODY = "stamp_body"
    STAMP_WORD = "stamp_word"
    STAMP_LINE = "stamp_line"


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes in points: ``low`` and ``high`` are the decree's limits, ``size`` is what is drawn."""

    low: float
    high: float
    size: float
    bold: bool = False
    italic: bool = False
    upper: bool = False

    def cased(self, text: str) -> str:
        """The text in this row's case."""
        return text.upper() if self.upper else text


STYLES: Final[Mapping[Part, Style]] = MappingProxyType({
    Part.COUNTRY: Style(12, 13, 12, bold=True, upper=True),
    Part.MOTTO: Style(13, 14, 13, bold=True),
    Part.PARENT_BODY: Style(12, 13, 12, upper=True),
    Part.BODY: Style(12, 13, 12, bold=True, upper=True),
    Part.NUMBER: Style(13, 13, 13),
    Part.PLACE_AND_DATE: Style(13, 14, 13, italic=True),
    Part.TITLE: Style(13, 14, 14, bold=True, upper=True),
    Part.SUBJECT: Style(13, 14, 14, bold=True),
    Part.LETTER_SUBJECT: Style(12, 13, 12),
    Part.BASIS: Style(13, 14, 14, italic=True),
    Part.TEXT: Style(13, 14, 14),
    Part.SECTION: Style(13, 14, 14, bold=True),
    Part.CLAUSE: Style(13, 14, 14, bold=True),
    Part.AUTHORITY: Style(13, 14, 14, bold=True, upper=True),
    Part.SIGNER: Style(13, 14, 14, bold=True),
    Part.ADDRESSEE: Style(13, 14, 14),
    Part.COPIES_HEADING: Style(12, 12, 12, bold=True, italic=True),
    Part.COPIES: Style(11, 11, 11),
    Part.URGENCY: Style(13, 14, 13, bold=True, upper=True),
    Part.CIRCULATION: Style(13, 14, 13, bold=True, upper=True),
    Part.DRAFTER: Style(11, 11, 11),
    Part.ADDRESS: Style(11, 12, 11),
    Part.APPENDIX: Style(14, 14, 14, bold=True),
    Part.APPENDIX_TITLE: Style(13, 14, 14, bold=True, upper=True),
    Part.APPENDIX_NOTE: Style(13, 14, 13, italic=True),
    Part.PAGE_NUMBER: Style(13, 14, 13),
    Part.TABLE_HEADING: Style(11, 13, 11, bold=True),
    Part.TABLE_NUMBERING: Style(11, 13, 11, bold=True),
    Part.TABLE_CELL: Style(11, 13, 11),
    Part.QUESTION: Style(13, 14, 14, italic=True),
    Part.SIGNATURE_HEADING: Style(12, 13, 12, bold=True, upper=True),
    Part.SIGNATURE_NOTE: Style(11, 13, 12, italic=True),
    Part.NOTE: Style(11, 13, 12, italic=True),
    Part.CODE: Style(8, 9, 8),
    Part.COVER_PARENT: Style(12, 13, 13, upper=True),
    Part.COVER_BODY: Style(12, 13, 13, bold=True, upper=True),
    Part.COVER_TITLE: Style(20, 24, 22, bold=True, upper=True),
    Part.COVER_LINE: Style(13, 14, 14),
    Part.STAMP_BODY: Style(9, 11, 10, bold=True, upper=True),
    Part.STAMP_WORD: Style(13, 14, 14, bold=True, upper=True),
    Part.STAMP_LINE: Style(9, 11, 10),
})  # fmt: skip

COUNTRY: Final = "Cộng hòa xã hội chủ nghĩa Việt Nam"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"

LINE_HEIGHT: Final = 1.15
"""Single spacing of the font, as a share of the size: ascent 0.891, descent 0.216, gap 0.042 of the em."""
BASELINE: Final = 0.912
"""From the top of a line to its baseline, as a share of the size: half the gap and the ascent."""
FIRST_INDENT_MM: Final = 12.7
"""First-line indent of the body: 1 cm or 1.27 cm."""
PARAGRAPH_GAP: Final = 6.0
"""Points between paragraphs, at least 6."""
RULE: Final = 0.6
"""Thickness in points of the lines under the letterhead and in tables."""
SHORT_RULE: Final = 0.42
"""The line under the issuing body and the subject: between 1/3 and 1/2 of the text above it."""
SIGNING_ROOM_MM: Final = 30.0
"""Left blank for hand and seal."""
LEAST_RULE: Final = 0.25
"""Where the last line of a longer text is short, the line under it grows towards this share of the widest one …"""
LONGEST_RULE: Final = 0.5
"""… up to the decree's half of the line above it."""
LETTERHEAD_LEFT: Final = 66 / 165
"""Share of the text width that the issuing body takes; the rest is the country's name."""
