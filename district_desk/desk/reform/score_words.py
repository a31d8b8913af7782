"""What is said of a workbook of scores before it is taken: one sentence a fault, with its cell."""

from typing import Final

from district_desk.domain.score_preview import CellChange, ColumnMeaning, FaultKind, ScorePreview, SheetFault

_SENTENCES: Final = {
    FaultKind.OTHER_YEAR: "Tệp ghi năm {written}, không phải năm {expected}.",
    FaultKind.NO_UNIT: "Không thấy tệp ghi là của đơn vị nào; hãy chọn đơn vị.",
    FaultKind.UNKNOWN_UNIT: "Không có đơn vị “{written}” trong danh mục{near}.",
    FaultKind.DOUBLE_UNIT: "Đơn vị “{written}” đã có ở dòng {expected}.",
    FaultKind.UNKNOWN_COLUMN: "Không hiểu cột “{written}” là điểm gì; hãy chọn, hoặc bỏ qua cột này.",
    FaultKind.UNKNOWN_CRITERION: "Không có tiêu chí “{written}” trong bộ chỉ số.",
    FaultKind.DOUBLE_COLUMN: "Có hai cột cùng là điểm của “{written}”.",
    FaultKind.MISSING_COLUMN: "Không thấy cột {expected}.",
    FaultKind.NO_MAXIMUM: "Không thấy điểm tối đa của “{expected}”, mà năm này chưa có bộ chỉ số.",
    FaultKind.OTHER_MAXIMUM: "Điểm tối đa trong tệp là {written}, trong bộ chỉ số là {expected}.",
    FaultKind.NO_NUMBER: "“{written}” không phải là số điểm.",
    FaultKind.ABOVE_MAXIMUM: "{written} điểm vượt điểm tối đa {expected}.",
    FaultKind.BELOW_ZERO: "{written} điểm là số âm.",
    FaultKind.OTHER_TOTAL: "Tổng điểm ghi là {written}, cộng các lĩnh vực được {expected}.",
    FaultKind.NO_RANK: "“{written}” không phải là thứ hạng.",
    FaultKind.UNKNOWN_RATING: (
        "“{written}” không phải là tên mức xếp loại nào của bộ chỉ số nên không xét được ai phải nộp theo xếp loại; "
        "hãy sửa lại, hoặc thêm mức này vào bộ chỉ số."
    ),
    FaultKind.OTHER_OFFICE: "{written} trong {expected} đơn vị không có trong danh mục: có lẽ là tệp của nơi khác.",
    FaultKind.UNCOMPUTED: "Công thức chưa có kết quả; hãy mở tệp bằng Excel, lưu lại rồi nhận.",
}

_COLUMNS: Final = {
    ColumnMeaning.SKIP: "Không nhận",
    ColumnMeaning.UNIT: "Tên đơn vị",
    ColumnMeaning.TOTAL: "Tổng điểm (để đối chiếu)",
    ColumnMeaning.PERCENT: "Tỷ lệ % (không nhận)",
    ColumnMeaning.RANK: "Xếp hạng",
    ColumnMeaning.RATING: "Xếp loại",
    ColumnMeaning.NOTE: "Ghi chú",
    ColumnMeaning.CODE: "Số thứ tự của tiêu chí",
    ColumnMeaning.NAME: "Tên tiêu chí",
    ColumnMeaning.MAXIMUM: "Điểm tối đa",
    ColumnMeaning.DECLARED: "Số liệu kê khai",
    ColumnMeaning.METHOD: "Cách tính điểm",
    ColumnMeaning.EVIDENCE: "Tài liệu kiểm chứng",
    ColumnMeaning.EXPLANATION: "Giải trình",
    ColumnMeaning.SELF: "Điểm tự chấm",
    ColumnMeaning.FIRST: "Điểm thẩm định lần 1",
    ColumnMeaning.SECOND: "Điểm thẩm định lần 2",
    ColumnMeaning.SURVEY: "Điểm điều tra xã hội học",
    ColumnMeaning.CRITERION: "Điểm của tiêu chí",
}


def column_words(meaning: ColumnMeaning) -> str:
    """What a column means."""
    return _COLUMNS[meaning]


def change_words(change: CellChange) -> str:
    """Which field of a score a change is of."""
    return _COLUMNS[ColumnMeaning(change.field)]


def fault_sentence(fault: SheetFault) -> str:
    """What is wrong, with the cell in front: "Ô C7: …", "Cột C: …", "Dòng 7: …"."""
    near = (
        f"; có phải là “{'”, “'.join(fault.near)}” không" if fault.near and fault.kind is FaultKind.UNKNOWN_UNIT else ""
    )
    sentence = _SENTENCES[fault.kind].format(written=fault.written, expected=fault.expected, near=near)
    if fault.column and fault.row:
        return f"Ô {fault.cell}: {sentence}"
    if fault.column:
        return f"Cột {fault.column}: {sentence}"
    return f"Dòng {fault.row}: {sentence}" if fault.row else sentence


def taken_sentence(preview: ScorePreview) -> str:
    """What a preview would change, in one sentence."""
    what = f"{len(preview.changes)} ô thay đổi, {preview.units} đơn vị"
    made = sum(1 for each in preview.criteria if each.id <= 0)
    if made:
        what += f", {made} tiêu chí mới"
    return f"Chỉ số CCHC năm {preview.year}: {what}."
