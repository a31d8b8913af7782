"""The sentences of the preview."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from district_desk.domain.stamps import StampPlace

DRAWING: Final = "Đang dựng bản in…"
SAVING: Final = "Đang lưu PDF…"
NO_PRINTER: Final = "Máy này chưa cài máy in nào nên không in được. Có thể lưu PDF rồi in ở máy khác."
NOTHING: Final = "Chưa chọn đơn vị nào nên không có trang nào để xem."
STOPPED: Final = "Đã dừng in. Những trang đã gửi sang máy in vẫn được in."
OPEN_FOLDER: Final = "Mở thư mục"
SAVE_TITLE: Final = "Lưu PDF"
WORD: Final = "Lưu Word…"
WORD_TIP: Final = "Lưu thành tệp Word để sửa tiếp"
SAVE_WORD_TITLE: Final = "Lưu Word"
EXCEL: Final = "Lưu Excel…"
EXCEL_TIP: Final = "Lưu thành tệp Excel, số và ngày tính toán được"
SAVE_EXCEL_TITLE: Final = "Lưu Excel"
EXCEL_FILES: Final = "Tệp Excel (*.xlsx)"
WORD_FILES: Final = "Tệp Word (*.docx)"
FOLDER_TITLE: Final = "Chọn thư mục để lưu, mỗi đơn vị một tệp"
PDF_FILES: Final = "Tệp PDF (*.pdf)"
PREVIEW: Final = "Xem trước bản in"
KEEP_AGAIN: Final = "Ghi lại"
STAMP: Final = "Đóng dấu ĐẾN"
STAMPING: Final = "Đang đóng dấu…"
STAMP_FILE: Final = "Đóng lên"
STAMP_PLACE: Final = "Chỗ đóng"
STAMP_ALONE: Final = "Tờ trắng, để in lên bản giấy"
STAMP_HOW: Final = "Bấm hoặc kéo trên trang đầu để đặt dấu vào chỗ trống. Dấu đóng lên bản sao; tệp gốc giữ nguyên."
STAMP_KEEP: Final = "Đính kèm bản sao"
STAMP_KEEP_TIP: Final = "Giữ bản sao có dấu bên cạnh tệp gốc của văn bản này"
STAMP_PLACES: Final[Mapping[StampPlace, str]] = {
    StampPlace.UNDER_DATE: "Bên phải, dưới ngày tháng",
    StampPlace.UNDER_NUMBER: "Bên trái, dưới số và ký hiệu",
    StampPlace.BOTTOM_RIGHT: "Cuối trang, bên phải",
    StampPlace.BOTTOM_LEFT: "Cuối trang, bên trái",
}


def saved(paths: list[Path]) -> str:
    """What was saved, and where."""
    return f"Đã lưu {paths[0]}." if len(paths) == 1 else f"Đã lưu {len(paths)} tệp vào {paths[0].parent}."


def stamp_kept(name: str) -> str:
    """The stamped copy lies beside the file."""
    return f"Đã đính kèm “{name}”. Tệp gốc giữ nguyên."


def not_kept(why: str) -> str:
    """A paper went out, and its data set could not be written."""
    return f"Chưa ghi được số liệu để in lại đúng bản này: {why}"


def printing(done: int, total: int) -> str:
    """How far printing is."""
    return f"Đang gửi sang máy in: trang {done}/{total}"


def printed(total: int) -> str:
    """Printing is done."""
    return f"Đã gửi {total} trang sang máy in."


def page_of(page: int, total: int) -> str:
    """Where one is."""
    return f"Trang {page}/{total}" if total else ""
