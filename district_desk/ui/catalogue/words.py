"""Every sentence of the catalogue's page."""

from collections.abc import Sequence
from typing import Final

from district_desk.desk.catalogue_sheets import Fate, ImportLine, ImportPreview
from district_desk.desk.words import field_name
from district_desk.domain.calendar import CalendarYear
from district_desk.domain.units import Unit
from district_desk.ui.words import count, day

TITLE: Final = "Danh mục"
SUBTITLE: Final = "Thiết lập của cơ quan và các danh sách dùng khi vào sổ, giao việc, in ấn"
SECTIONS_NAME: Final = "Các danh mục"
OFFICE: Final = "Cơ quan"
UNITS: Final = "Đơn vị"
GROUPS: Final = "Nhóm đơn vị"
PEOPLE: Final = "Cán bộ"
TYPES: Final = "Loại văn bản"
LEVELS: Final = "Cấp giao"
DAYS: Final = "Ngày nghỉ, làm bù"
CORRECTIONS: Final = "Cách đọc đã nhớ"
ANY_ISSUER: Final = "mọi cơ quan"

ADD: Final = "Thêm…"
EDIT: Final = "Sửa…"
DROP: Final = "Bỏ"
ADD_TIP: Final = "Thêm một dòng (Insert khi con trỏ ở danh sách)"
EDIT_TIP: Final = "Sửa dòng đang chọn (Enter)"
DROP_TIP: Final = "Bỏ các dòng đang chọn (Delete khi con trỏ ở danh sách)"
EXPORT: Final = "Xuất…"
EXPORT_TIP: Final = "Xuất cả danh mục ra tệp Excel"
IMPORT: Final = "Nhập…"
IMPORT_TIP: Final = "Nhập từ tệp Excel; xem trước từng dòng rồi mới ghi"
SUCCESSOR: Final = "Kế thừa…"
SAVE: Final = "Lưu thiết lập"
SAVED: Final = "Đã lưu thiết lập."
DISCARD_TITLE: Final = "Thiết lập chưa lưu"
DISCARD: Final = "Thiết lập của cơ quan đã sửa nhưng chưa lưu. Bỏ những chỗ vừa sửa?"
DISCARD_YES: Final = "Bỏ chỗ vừa sửa"
DISCARD_NO: Final = "Ở lại"
EXPORT_TO: Final = "Xuất ra tệp Excel"
IMPORT_FROM: Final = "Nhập từ tệp Excel"
EXCEL: Final = "Excel (*.xlsx)"
OK: Final = "Ghi"
MEMBERS: Final = "Đơn vị trong nhóm"
NEEDED: Final = "Cần điền ô này."
FILTER: Final = "Tìm trong danh mục này (không cần dấu)"
DROP_TITLE: Final = "Bỏ khỏi danh mục"
IMPORTING: Final = "Đang đọc bảng Excel…"
EXPORTING: Final = "Đang xuất bảng Excel…"
IMPORT_TITLE: Final = "Xem trước khi nhập"
IMPORT_YES: Final = "Nhập vào danh mục"
SUCCESSOR_TIP: Final = "Đơn vị nào nhận nhiệm vụ của đơn vị này khi giải thể, chia tách, sáp nhập"
SUCCESSOR_TITLE: Final = "Đơn vị kế thừa"
NEW_UNIT: Final = "Đơn vị nhận"
FROM_DAY: Final = "Từ ngày"
PART: Final = "Phần kế thừa (trống: toàn bộ)"
ADD_SUCCESSOR: Final = "Thêm đơn vị nhận"
DROP_SUCCESSOR: Final = "Bỏ đơn vị nhận này"
SUCCESSOR_NEEDED: Final = "Hãy chọn đơn vị nhận, hoặc bỏ cả dòng."
DAY_NEEDED: Final = "Hãy ghi ngày đơn vị nhận bắt đầu làm."
TWICE: Final = "“{unit}” đã có ở dòng trên; mỗi đơn vị nhận ghi một dòng."
FIND_MEMBERS: Final = "Tìm đơn vị (không cần dấu); Enter để chọn khi chỉ còn một"
TICK_SHOWN: Final = "Chọn các đơn vị đang hiện"
UNTICK_SHOWN: Final = "Bỏ chọn"
WRONG_ORDER: Final = "Ngày hết hiệu lực phải sau ngày bắt đầu."
YES: Final = "Có"
FATES: Final = {Fate.ADD: "Thêm mới", Fate.CHANGE: "Sửa", Fate.SAME: "Giữ nguyên", Fate.FAULTY: "Có lỗi"}
CALENDAR_YEAR: Final = "Năm của bảng ngày nghỉ"
DAY_STATE: Final = "Tình trạng"
ANNOUNCED: Final = "Theo thông báo"
EXPECTED: Final = "Dự kiến"
CONFIRM_YEAR: Final = "Xác nhận năm…"
CONFIRM_TIP: Final = "Ghi rằng bảng của năm này đúng theo thông báo, và số thông báo"
BASIS_FIELD: Final = "Số thông báo lịch nghỉ, ví dụ 5034/TB-LĐTBXH"
CHANGE_BASIS: Final = "Sửa căn cứ…"
PROPOSE: Final = "Dự kiến ngày nghỉ…"
PROPOSE_TIP: Final = "Lập ngày nghỉ dự kiến theo luật cho năm chưa có thông báo"
PROPOSING: Final = "Đang lập ngày nghỉ dự kiến…"
PREVIEWING: Final = "Đang xem những thời hạn bị ảnh hưởng…"
TICK_ALL: Final = "Chọn hết"
TICK_NONE: Final = "Bỏ chọn hết"
AUTHORITIES: Final = {
    short: short
    for short in ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "KT. CHỦ TỊCH", "TL. CHỦ TỊCH", "TUQ. CHỦ TỊCH",
                  "Q. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "TL. CHÁNH VĂN PHÒNG")
}  # fmt: skip
"""How a signer may sign (Decree 30/2020, art. 13 and Appendix I.II.7); an office may write another."""


def foot(name: str, number: int) -> str:
    """The page's half of the foot line."""
    return f"{name}: {count(number)} dòng"


def drop_sentence(names: list[str]) -> str:
    """What will be taken off a list."""
    if len(names) == 1:
        return f"Bỏ “{names[0]}” khỏi danh mục? Có thể hoàn tác."
    return f"Bỏ {len(names)} dòng khỏi danh mục? Có thể hoàn tác."


def successor_note(unit: Unit) -> str:
    """Since when the successors matter."""
    if unit.valid_to is None:
        return (
            "Đơn vị này chưa có ngày kết thúc (ô “Đến hết ngày”), nên việc vẫn giao cho chính nó. "
            "Một đơn vị có thể chuyển cho nhiều đơn vị, và một đơn vị có thể nhận của nhiều đơn vị."
        )
    return f"Đơn vị này làm việc đến hết {day(unit.valid_to)}. Sau ngày đó, việc giao cho nó sẽ giao cho đơn vị nhận."


def unit_with_end(unit: Unit) -> str:
    """A unit's name in a choice, with its last day where it has ended."""
    return f"{unit.name} (đến hết {day(unit.valid_to)})" if unit.valid_to else unit.name


def heir(name: str, part: str) -> str:
    """One successor and its part: "P. Nội vụ (lao động, việc làm)"."""
    return f"{name} ({part})" if part else name


def inherited(names: Sequence[str]) -> str:
    """From whom a unit itself took over."""
    return f"Đơn vị này nhận từ: {'; '.join(names)}."


def members_ticked(ticked: int, units: int) -> str:
    """How many units a group will have."""
    return f"Đã chọn {ticked} trên {units} đơn vị"


def year_name(year: int) -> str:
    """A year in a list."""
    return f"Năm {year}"


def confirm_title(year: int) -> str:
    """Above the question whether a year's table is announced."""
    return f"Xác nhận bảng ngày nghỉ năm {year}"


def propose(year: int) -> str:
    """The button that asks what to expect of a year."""
    return f"Dự kiến năm {year}…"


def year_standing(year: int, kept: CalendarYear | None, days: int) -> str:
    """What the table of a year rests on, or what its absence means for a deadline."""
    if kept and kept.confirmed:
        return f"Năm {year}: theo thông báo {kept.basis}." if kept.basis else f"Năm {year}: đã xác nhận theo thông báo."
    if not days:
        return f"Năm {year} chưa có bảng ngày nghỉ: thời hạn trong năm này chỉ trừ thứ Bảy, Chủ nhật."
    return f"Năm {year} chưa xác nhận: {days} ngày dưới đây là dự kiến, thời hạn trong năm này có thể thay đổi."


def exported(name: str) -> str:
    """After a list was written to Excel."""
    return f"Đã xuất ra “{name}”."


def import_sentence(preview: ImportPreview) -> str:
    """What an import would do, in figures."""
    parts = [f"{FATES[fate].lower()} {preview.count(fate)}" for fate in Fate if preview.count(fate)]
    said = f"“{preview.path.name}”: {', '.join(parts)} dòng."
    if preview.count(Fate.FAULTY):
        said += " Hãy sửa các dòng có lỗi trong bảng rồi nhập lại; chưa ghi gì."
    return said


def import_note(line: ImportLine) -> str:
    """What is wrong with a row, or which fields would change."""
    if line.faults:
        return "; ".join(line.faults)
    return ", ".join("nhóm" if key == "groups" else field_name(key) for key in line.changed)
