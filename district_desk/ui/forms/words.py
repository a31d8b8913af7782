"""Every sentence of the forms' page."""

from collections.abc import Mapping
from typing import Final

from district_desk.domain.keepsakes import PrintedReport
from district_desk.domain.paper import Division, TaskListKind
from district_desk.ui.words import moment

TITLE: Final = "Báo cáo, biểu mẫu"
SUBTITLE: Final = "Chọn mẫu ở bên trái, điền phạm vi ở bên phải, rồi xem và in"
TABLE: Final = "Danh sách mẫu in"
PRINT: Final = "Xem và in…"
PRINT_TIP: Final = "Xem trước bản in của mẫu đang chọn (Ctrl+P)"
OWN: Final = "Mở thư mục mẫu riêng"
OWN_TIP: Final = "Bản sao của mẫu đặt trong thư mục này sẽ được dùng thay mẫu có sẵn"
EXAMPLE: Final = "Xem mẫu với số liệu ví dụ"
EXAMPLE_TIP: Final = "Xem trang in của mẫu này trước khi có số liệu; mọi điều bịa ra đều ghi VÍ DỤ"
EDIT: Final = "Sửa mẫu này…"
EDIT_AGAIN: Final = "Sửa tiếp mẫu riêng…"
EDIT_TIP: Final = "Chép mẫu vào thư mục mẫu riêng của cơ quan rồi mở ra để sửa câu chữ, tên cột, bề rộng"
DROP: Final = "Bỏ bản sửa"
DROP_TIP: Final = "Dùng lại mẫu có sẵn; bản sửa được cất sang thư mục “da-bo”, không mất"
COPIED: Final = "Đã mở bản sao “{file}” để sửa; lưu tệp là dùng ngay."
DROPPED: Final = "Dùng lại mẫu có sẵn; bản sửa cất tại “{folder}”."
INSTEAD: Final = "Mẫu có sẵn được dùng thay."

YEAR: Final = "Năm của sổ"
AS_OF: Final = "Tính đến ngày"
FIRST_NUMBER: Final = "Từ số đến"
LAST_NUMBER: Final = "Đến số"
CHECK_NOTE: Final = "Số khuyết, số trùng, số sai thứ tự và văn bản chưa ghi ngày chuyển của năm đã chọn."
NUMBERS_NOTE: Final = "Để trống hai ô số thì in cả năm."
WRONG_NUMBERS: Final = "Số sau phải không nhỏ hơn số trước."
NOT_A_NUMBER: Final = "Ghi số, ví dụ 411."
NEEDED: Final = "Cần điền ngày."

LINES: Final = "Việc"
FIND: Final = "Tìm văn bản (không cần dấu)"
FOUND: Final = "Văn bản để in"
NOTHING_FOUND: Final = "Không có văn bản nào khớp. Bớt chữ trong ô tìm."
NO_WORK: Final = "Văn bản này chưa giao việc cho đơn vị nào nên chưa có phiếu để in."
NOT_RECEIVED: Final = "Phiếu này dùng cho văn bản đến."

PERIOD: Final = "Kỳ"
FIRST_DAY: Final = "Từ ngày"
LAST_DAY: Final = "Đến ngày"
WRONG_DAYS: Final = "Ngày cuối phải không sớm hơn ngày đầu."
UNIT: Final = "Đơn vị"
EVERY_UNIT: Final = "Mọi đơn vị"
LEVEL: Final = "Cấp giao"
EVERY_LEVEL: Final = "Mọi cấp giao"
SOURCE: Final = "Nguồn"
EVERY_SOURCE: Final = "Mọi nguồn"
PERSON: Final = "Người phụ trách"
EVERY_PERSON: Final = "Mọi người phụ trách"
CAUSES: Final = "Nguyên nhân (mục III)"
CAUSES_HINT: Final = "Để trống thì chừa dòng chấm để ghi tay."
NEXT_STEPS: Final = "Giải pháp kỳ tới (mục IV)"
NEXT_STEPS_HINT: Final = "Ghi thêm sau phần tự tổng hợp; mỗi dòng một đoạn."
DIVISION: Final = "Bảng tổng hợp chia theo"
SIGNING: Final = "Thẩm quyền ký"
LISTS: Final = "Kèm danh mục"
AGAIN: Final = "Bản đã lưu"
AGAIN_NONE: Final = "Chưa lưu bản nào"
AGAIN_SHOW: Final = "Xem lại đúng như đã lưu…"
NO_LIST: Final = "Hãy chọn ít nhất một danh mục."
DIVISIONS: Final[Mapping[Division, str]] = {
    Division.UNIT: "Đơn vị",
    Division.LEVEL: "Cấp giao",
    Division.SOURCE: "Nguồn văn bản",
    Division.PERSON: "Người phụ trách",
}
LIST_KINDS: Final[Mapping[TaskListKind, str]] = {
    TaskListKind.OVERDUE: "quá hạn, chưa xong",
    TaskListKind.DONE_LATE: "hoàn thành quá hạn",
    TaskListKind.NEAR: "sắp đến hạn",
}
MATRIX_NOTE: Final = "Ma trận mọi việc chưa xong. Muốn lọc theo đơn vị, văn bản, cấp giao… thì mở dạng Ma trận ở trang Nhiệm vụ rồi bấm In."
DAY_NOTE: Final = "Đủ các nhóm việc của trang Hôm nay. Muốn in một nhóm thì bấm vào nhóm ấy ở trang Hôm nay rồi bấm In."
LETTER_NOTE: Final = (
    "Công văn cho mọi nhiệm vụ quá hạn tính đến ngày trên. Chọn từng việc và ghi lần đôn đốc thì làm ở trang Nhiệm vụ."
)


def foot(forms: int) -> str:
    """The page's half of the foot line."""
    return f"{forms} mẫu in"


def example_title(title: str) -> str:
    """What the preview of a form with example data is called."""
    return f"{title} (số liệu ví dụ)"


def go_on(last: int) -> str:
    """Where printing of a register stopped, and from where it can go on."""
    return f"Lần trước đã in đến số {last}. In tiếp từ số {last + 1}"


def kept(report: PrintedReport) -> str:
    """One report that was saved: when, and which."""
    return f"{moment(report.made_at)}: {report.title}"
