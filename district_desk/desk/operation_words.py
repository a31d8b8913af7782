"""How every kind of operation is named: for the foot line in the past tense ("Đã giao 14 việc"), for the journal
("Giao 14 việc"), for undo and redo ("Hoàn tác: giao 14 việc")."""

from typing import Final

from district_desk.domain.changes import Changes
from district_desk.domain.listing import Operation

_OPERATIONS: Final = {
    "create_office": "lập cơ quan",
    "register": "vào sổ {subject}",
    "keep_reference": "lưu tư liệu {subject}",
    "register_and_assign": "vào sổ {subject} và giao {count} việc",
    "correct_directive": "sửa văn bản {subject}",
    "revise_directive": "sửa văn bản {subject}",
    "put_in_bin": "bỏ {many_documents} vào thùng rác",
    "take_from_bin": "lấy {many_documents} khỏi thùng rác",
    "pass_on": "chuyển {many_documents}",
    "attach": "đính kèm {subject}",
    "detach": "gỡ tệp {subject}",
    "assign_as_read": "giao {count} việc theo {subject}",
    "assign_items": "giao {count} việc",
    "edit_assignment": "sửa dòng giao việc {subject}",
    "withdraw": "rút {count} việc đã giao",
    "edit_item": "sửa mục của {subject}",
    "replace_items": "sửa các mục của {subject}",
    "record_result": "ghi kết quả {count} việc",
    "hand_over": "ghi ký nhận {count} việc",
    "note_progress": "ghi tiến độ {count} việc",
    "report_result": "ghi báo cáo hoàn thành {count} việc",
    "accept_result": "xác nhận hoàn thành {count} việc",
    "send_back": "yêu cầu thực hiện lại {count} việc",
    "grant_extension": "gia hạn {count} việc",
    "suspend": "tạm dừng {count} việc",
    "resume": "cho tiếp tục {count} việc",
    "return_as_not_ours": "ghi trả lại {count} việc",
    "reassign": "chuyển {count} việc cho {subject}",
    "recall": "thu hồi {count} việc",
    "save_view": "lưu bộ lọc {subject}",
    "drop_view": "bỏ bộ lọc {subject}",
    "remind": "đôn đốc {count} việc",
    "print_register": "ghi nhớ đã in sổ đến số {subject}",
    "put_units": "sửa {count} đơn vị",
    "drop_units": "bỏ {count} đơn vị",
    "put_people": "sửa {count} cán bộ",
    "drop_people": "bỏ {count} cán bộ",
    "put_types": "sửa {count} loại văn bản",
    "drop_types": "bỏ {count} loại văn bản",
    "put_levels": "sửa {count} cấp giao",
    "drop_levels": "bỏ {count} cấp giao",
    "put_groups": "sửa {count} nhóm đơn vị",
    "drop_groups": "bỏ {count} nhóm đơn vị",
    "put_corrections": "sửa {count} cách đọc đã nhớ",
    "drop_corrections": "bỏ {count} cách đọc đã nhớ",
    "make_occurrences": "lập {count} kỳ báo cáo",
    "skip_periods": "bỏ qua {count} kỳ báo cáo",
    "move_period": "dời kỳ báo cáo của {subject}",
    "change_calendar": "sửa lịch nghỉ {subject}, dời {count} hạn",
    "put_days": "sửa {count} ngày nghỉ",
    "drop_days": "bỏ {count} ngày nghỉ",
    "put_successors": "sửa đơn vị kế thừa của {subject}",
    "put_years": "sửa năm lịch {subject}",
    "put_settings": "sửa {count} thiết lập",
    "print_report": "in {subject}",
    "import_units": "nhập {count} đơn vị từ Excel",
    "give_plans": "giao {count} đơn vị nộp kế hoạch sau Chỉ số CCHC năm {subject}",
    "give_reviews": "giao {count} đơn vị kiểm điểm sau Chỉ số CCHC năm {subject}",
    "give_registrations": "giao {count} đơn vị đăng ký công việc đột phá sau Chỉ số CCHC năm {subject}",
    "release_plans": "thôi yêu cầu {count} kế hoạch khắc phục",
    "keep_measures": "ghi {count} giải pháp khắc phục của {subject}",
    "edit_plan": "sửa kế hoạch khắc phục của {subject}",
    "report_outcome": "ghi báo cáo kết quả khắc phục {subject}",
    "close_plans": "đóng {count} kế hoạch khắc phục",
    "follow_measures": "theo dõi {count} giải pháp khắc phục của {subject}",
    "keep_works": "ghi {count} công việc đột phá sau Chỉ số CCHC năm {subject}",
    "put_criteria": "ghi tiêu chí {subject}",
    "drop_criteria": "xóa tiêu chí {subject}",
    "move_criterion": "đổi chỗ tiêu chí {subject}",
    "put_bands": "ghi mức xếp loại {subject}",
    "drop_bands": "xóa mức xếp loại {subject}",
    "put_triggers": "ghi điều kiện phải nộp {subject}",
    "drop_triggers": "xóa điều kiện phải nộp {subject}",
    "put_weaknesses": "ghi {count} tồn tại, hạn chế vào danh mục",
    "drop_weaknesses": "xóa {count} tồn tại, hạn chế khỏi danh mục",
    "put_index": "sửa bộ chỉ số CCHC năm {subject}",
    "drop_index": "xóa bộ chỉ số CCHC năm {subject}",
    "import_index": "nhận bộ chỉ số CCHC từ Excel ({count} tiêu chí)",
    "begin_index": "lập bộ chỉ số CCHC năm {subject} theo ví dụ",
    "copy_index": "sao bộ chỉ số CCHC sang năm {subject}",
    "import_scores": "nhận điểm CCHC từ Excel ({count} ô)",
    "forget_matches": "bỏ {count} điều đã nhớ về tệp điểm",
    "set_scores": "ghi {count} ô điểm {subject}",
    "set_rating": "ghi xếp loại CCHC của {subject}",
    "add_evidence": "thêm {count} tài liệu kiểm chứng của {subject}",
    "drop_evidence": "bỏ {count} tài liệu kiểm chứng của {subject}",
    "keep_series": "sửa báo cáo định kỳ {subject}",
    "drop_series": "bỏ báo cáo định kỳ {subject}",
    "make_report_year": "lập {count} kỳ của {subject}",
    "keep_period": "sửa kỳ báo cáo {subject}",
    "note_submissions": "ghi nộp báo cáo {subject} của {count} đơn vị",
    "forget_submissions": "bỏ ghi nộp báo cáo {subject} của {count} đơn vị",
    "remind_reports": "đôn đốc {count} báo cáo định kỳ {subject}",
    "keep_year_steps": "sửa lịch năm CCHC ({count} mốc)",
    "tick_year_step": "đánh dấu xong: {subject}",
    "untick_year_step": "bỏ đánh dấu xong: {subject}",
    "import_people": "nhập {count} cán bộ từ Excel",
    "restore": "khôi phục bản sao lưu {subject}",
    "undo": "hoàn tác",
    "redo": "làm lại",
}


def operation_name(kind: str, *, subject: str = "", count: int = 0) -> str:
    """What an operation is called, in lower case: "giao 14 việc"."""
    direction, _, reversed_kind = kind.partition(":")
    if reversed_kind:
        return f"{_OPERATIONS[direction]}: {operation_name(reversed_kind, subject=subject, count=count)}"
    wording = _OPERATIONS.get(kind, "thay đổi {subject}")
    documents = f"{count} văn bản" if count > 1 or not subject else f"văn bản {subject}"
    said = wording.format(subject=subject, count=count, many_documents=documents)
    return " ".join(said.split())


def label_of(changes: Changes) -> str:
    """The line of the journal for a change: "Vào sổ 04/CT-UBND", "Giao 14 việc"."""
    return _capital(operation_name(changes.operation, subject=changes.subject, count=changes.count))


def done_label(changes: Changes) -> str:
    """The words of the foot line: "Đã giao 14 việc"."""
    return "Đã " + operation_name(changes.operation, subject=changes.subject, count=changes.count)


def journal_label(operation: Operation) -> str:
    """The line of the journal for a stored operation."""
    return _capital(operation_name(operation.kind, subject=operation.subject, count=operation.count))


def undo_label(operation: Operation | None) -> str:
    """The name of the undo action: "Hoàn tác: giao 14 việc"; "Hoàn tác" where there is nothing to take back."""
    if operation is None:
        return "Hoàn tác"
    return "Hoàn tác: " + operation_name(operation.kind, subject=operation.subject, count=operation.count)


def redo_label(operation: Operation | None) -> str:
    """The name of the redo action: "Làm lại: giao 14 việc"."""
    if operation is None:
        return "Làm lại"
    return "Làm lại: " + operation_name(operation.kind, subject=operation.subject, count=operation.count)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
