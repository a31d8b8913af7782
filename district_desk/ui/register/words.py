"""Every sentence of the register's page."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from district_desk.domain.directives import Source
from district_desk.domain.listing import AssignmentRow, Counts, NumberAudit, RegisterChip
from district_desk.ui.words import ROLES, count, day

RECEIVED: Final = "received"
OWN: Final = "own"
SPOKEN: Final = "spoken"
REFERENCE: Final = "reference"
TITLES: Final = {
    "received": "Văn bản đến",
    "own": "Văn bản đi giao việc",
    "spoken": "Chỉ đạo miệng, kết luận họp",
    "reference": "Tư liệu tham khảo",
}
SOURCES: Final = {
    "received": (Source.RECEIVED,),
    "own": (Source.OWN,),
    "spoken": (Source.MEETING, Source.SPOKEN),
    "reference": (),
}
CHIPS: Final = (
    (RegisterChip.ALL.value, "Tất cả"),
    (RegisterChip.INCOMPLETE.value, "Cần bổ sung"),
    (RegisterChip.UNASSIGNED.value, "Chưa giao"),
    (RegisterChip.RUNNING.value, "Đang thực hiện"),
    (RegisterChip.OVERDUE.value, "Quá hạn"),
    (RegisterChip.NOT_PASSED_ON.value, "Chưa chuyển"),
    (RegisterChip.BINNED.value, "Thùng rác"),
)

SEARCH: Final = "Tìm không cần dấu: ky luat ky cuong…"
TABLE: Final = "Danh sách văn bản"
EVERY_YEAR: Final = "Mọi năm"
YEAR: Final = "Năm của sổ"
SOURCE: Final = "Nguồn văn bản"

ENTER: Final = {
    "received": "Vào sổ",
    "own": "Nhập văn bản đi",
    "spoken": "Ghi chỉ đạo",
    "reference": "Đọc tệp",
}
ENTER_TIP: Final = "Vào sổ văn bản mới (Ctrl+N)"
PRINT_REGISTER: Final = "In sổ"
PRINT_REGISTER_TIP: Final = "In Sổ đăng ký văn bản đến của năm đang xem (Ctrl+P)"
NO_BOOK: Final = "Sổ in theo mẫu chỉ có cho văn bản đến; danh sách này xuất được ra Excel (Ctrl+Shift+E)."
PRINT_FOLLOW_UP: Final = "In sổ theo dõi"
PRINT_FOLLOW_UP_TIP: Final = "In Sổ theo dõi giải quyết văn bản đến của năm đang xem, tính đến hôm nay"
AUDIT: Final = "Kiểm tra số đến"
AUDIT_TIP: Final = "Tìm số đến bị khuyết, bị trùng hoặc sai thứ tự ngày"
EXCEL: Final = "Xuất Excel…"
EXCEL_TIP: Final = "Ghi các văn bản đang xem ra tệp Excel, đúng thứ tự đang xem"
EXCEL_TO: Final = "Xuất ra tệp Excel"
EXCEL_FILES: Final = "Excel (*.xlsx)"
EXPORTING: Final = "Đang xuất ra Excel…"
FILE_KINDS: Final = "Văn bản, bản quét (*.pdf *.docx *.doc *.rtf *.odt *.txt *.png *.jpg *.jpeg *.tif *.tiff)"
MORE: Final = "Việc khác"
DETAIL: Final = "Ẩn, hiện phần chi tiết"
BACK: Final = "Về danh sách (Esc)"

ASSIGN: Final = "Giao việc…"
PRINT_SHEETS: Final = "In phiếu giao nhiệm vụ"
PRINT_SLIP: Final = "In phiếu giải quyết"
STAMP: Final = "Đóng dấu ĐẾN…"
STAMP_TIP: Final = "Dấu ĐẾN 35 × 50 mm lên bản sao tệp PDF của văn bản, hoặc riêng dấu để in lên bản giấy"
EDIT: Final = "Sửa…"
HAND_ON: Final = "Chuyển…"
ATTACH: Final = "Đính kèm tệp…"
BIN: Final = "Bỏ vào thùng rác"
UNBIN: Final = "Lấy lại từ thùng rác"
HAND_ON_TITLE: Final = "Ghi ngày chuyển văn bản"
HAND_ON_DAY: Final = "Ngày chuyển"
HAND_ON_YES: Final = "Ghi ngày chuyển"
ATTACH_FILE: Final = "Chọn tệp để đính kèm"

ITEMS: Final = "Nội dung giao"
RELATED: Final = "Liên quan"
HISTORY: Final = "Lịch sử"
ITEM_HEADINGS: Final = ("Nội dung", "Chủ trì", "Hạn")
NO_ITEMS: Final = "Chưa nhập mục nào cho văn bản này. Bấm “Giao việc…” để thêm."
NO_RELATED: Final = "Không có văn bản liên quan."
NOTHING_CHOSEN: Final = "Chọn một văn bản để xem nội dung giao, tệp gốc và lịch sử."

EMPTY: Final = "Chưa có văn bản nào trong sổ này"
EMPTY_HOW: Final = "Bấm “Vào sổ” (Ctrl+N), đọc tệp (Ctrl+I), hoặc kéo tệp PDF, DOCX, TXT thả vào cửa sổ."
EMPTY_FILTER: Final = "Không có văn bản nào khớp với bộ lọc"
EMPTY_FILTER_HOW: Final = "Bấm “Tất cả”, đổi năm hoặc xóa chữ trong ô tìm để xem các văn bản khác."
OPENING: Final = "Đang mở dữ liệu…"


def subtitle(source: str, year: int | None) -> str:
    """What is shown."""
    when = f"năm {year}" if year else "mọi năm"
    match source:
        case "received":
            return f"Sổ đăng ký văn bản đến {when}"
        case "own":
            return f"Văn bản của cơ quan có giao việc, {when}"
        case "spoken":
            return f"Giao việc không bằng văn bản, {when}"
        case _:
            return f"Báo, tài liệu giữ để tra cứu, không vào sổ, {when}"


def foot(source: str, year: int | None, counts: Counts | None, shown: int) -> str:
    """The page's half of the foot line."""
    name = "Sổ văn bản đến" if source == "received" else TITLES[source]
    when = f"năm {year}" if year else "mọi năm"
    said = f"{name} {when} · {count(shown)} văn bản đang xem"
    return said if counts is None else f"{said} · {count(counts.assignments)} nhiệm vụ"


def excel_name(source: str, year: int | None) -> str:
    """The name that a workbook is offered."""
    return f"{TITLES[source]} {year}.xlsx" if year else f"{TITLES[source]}.xlsx"


def exported(name: str) -> str:
    """After the list was written to Excel."""
    return f"Đã xuất ra “{name}”."


def arrival(number: str, arrived: date | None) -> str:
    """411 — ngày 30/03/2023."""
    return " — ".join(part for part in (number, arrived and f"ngày {day(arrived)}") if part)


def signed_by(signer: str, title: str) -> str:
    """Trần Văn Quyết, Chủ tịch UBND."""
    return ", ".join(part for part in (signer, title) if part)


def binned(documents: int) -> str:
    """What the bin action will take."""
    return BIN if documents < 2 else f"Bỏ {documents} văn bản vào thùng rác"


def audit_sentences(audit: NumberAudit) -> list[str]:
    """The findings about a year's numbers, a sentence each; none when the sequence is whole."""
    said: list[str] = []
    if audit.gaps:
        runs = ", ".join(str(first) if first == last else f"{first} đến {last}" for first, last in audit.gaps)
        said.append(f"Khuyết số: {runs}.")
    if audit.doubles:
        said.append(f"Trùng số: {', '.join(audit.doubles)}.")
    if audit.out_of_order:
        said.append(f"Ngày đến sớm hơn số đứng trước: {', '.join(audit.out_of_order)}.")
    return said


def audit_clean(year: int) -> str:
    """Nothing is wrong."""
    return f"Số đến năm {year} liên tục, không khuyết, không trùng."


def audit_found(year: int, sentences: Sequence[str]) -> str:
    """What the check found, in one message."""
    return f"Số đến năm {year}: " + " ".join(sentences)


SOURCES_SINGULAR: Final = {
    Source.RECEIVED: "Văn bản đến",
    Source.OWN: "Văn bản đi giao việc",
    Source.MEETING: "Kết luận họp",
    Source.SPOKEN: "Chỉ đạo miệng",
}


def role_and_due(line: AssignmentRow) -> str:
    """Chủ trì, hạn 05/04/2023."""
    due = f", hạn {day(line.standing.due)}" if line.standing.due else ""
    return ROLES[line.assignment.role] + due
