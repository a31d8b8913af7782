"""The sentences of the search."""

from typing import Final

from district_desk.domain.changes import Entity

HINT: Final = "Số, ký hiệu, trích yếu, nội dung, đơn vị… (không cần dấu); quét mã trên phiếu"
NAME: Final = "Tìm trong tất cả"
RESULTS: Final = "Kết quả tìm"
BEGIN: Final = "Gõ để tìm trong văn bản, mục giao, toàn văn và đơn vị. Mũi tên để chọn, Enter để mở, Esc để đóng."
NOTHING: Final = "Không tìm thấy. Thử ít chữ hơn, hoặc chỉ gõ số của văn bản."
KINDS: Final = {
    Entity.DIRECTIVE: "Văn bản",
    Entity.ITEM: "Mục giao",
    Entity.DOCUMENT_TEXT: "Toàn văn",
    Entity.ASSIGNMENT: "Giao việc",
    Entity.UNIT: "Đơn vị",
    Entity.PERSON: "Cán bộ",
    Entity.ATTACHMENT: "Tệp",
    Entity.REFERENCE: "Liên quan",
}


def found(number: int) -> str:
    """How many hits are shown."""
    return f"{number} kết quả"
