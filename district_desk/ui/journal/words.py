"""Every sentence of the journal's page."""

from collections.abc import Sequence
from typing import Final

from district_desk.desk.sentences import finding_sentence
from district_desk.domain.listing import CheckFinding, Operation, Snapshot
from district_desk.ui.words import count, moment, size

TITLE: Final = "Nhật ký, sao lưu"
SUBTITLE: Final = (
    "Mọi thao tác đã ghi, ai làm, khi nào; hoàn tác được từng việc. Bản sao lưu nằm trong thư mục dữ liệu."
)
JOURNAL: Final = "Nhật ký"
SNAPSHOTS: Final = "Bản sao lưu"
UNDO: Final = "Hoàn tác việc này"
UNDO_TIP: Final = "Hoàn tác thao tác đang chọn, nếu sau đó chưa có gì sửa lên"
BACKUP: Final = "Sao lưu ngay"
RESTORE: Final = "Khôi phục…"
RESTORE_TIP: Final = "Đưa dữ liệu về như lúc sao lưu đang chọn"
CHECK: Final = "Kiểm tra dữ liệu"
CHECKING: Final = "Đang kiểm tra dữ liệu…"
BACKING_UP: Final = "Đang sao lưu…"
CHECK_CLEAN: Final = "Dữ liệu toàn vẹn: tệp dữ liệu và mọi tệp đính kèm đều đúng."
RESTORE_TITLE: Final = "Khôi phục dữ liệu"
RESTORE_YES: Final = "Khôi phục"
EMPTY_SNAPSHOTS: Final = "Chưa có bản sao lưu"
EMPTY_SNAPSHOTS_HOW: Final = "Bản sao lưu tự làm trước thay đổi đầu tiên của mỗi ngày; bấm “Sao lưu ngay” để làm thêm."
REASONS: Final = {
    "daily": "Thay đổi đầu tiên trong ngày",
    "manual": "Người dùng bấm sao lưu",
    "before-migration": "Trước khi nâng cấp dữ liệu",
    "before-restore": "Trước khi khôi phục",
    "damaged": "Tệp hỏng được giữ lại",
}
UNDONE: Final = "đã hoàn tác"


def reason(snapshot: Snapshot) -> str:
    """Why the copy was made."""
    return REASONS.get(snapshot.reason, snapshot.reason)


def state(operation: Operation) -> str:
    """Whether it was taken back."""
    return UNDONE if operation.undone else ""


def restore_sentence(snapshot: Snapshot) -> str:
    """What restoring means, before it is done."""
    return (
        f"Đưa dữ liệu về lúc {moment(snapshot.taken)}? Những gì ghi sau lúc đó sẽ không còn trong sổ. Dữ liệu hiện nay "
        "được sao lưu trước, nên vẫn có thể quay lại."
    )


def backed_up(snapshot: Snapshot) -> str:
    """After a copy was made."""
    return f"Đã sao lưu lúc {moment(snapshot.taken)} ({size(snapshot.size)})."


def findings(found: Sequence[CheckFinding]) -> str:
    """What the check found."""
    return " ".join(finding_sentence(finding) for finding in found)


def foot(operations: int) -> str:
    """The page's half of the foot line."""
    return f"{count(operations)} thao tác gần nhất"
