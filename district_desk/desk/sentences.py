"""What is said to people: one clear Vietnamese sentence or two for every problem and every change.

A problem's sentence says what happened, what was kept and what to do. How a change is named is in
:mod:`.operation_words`, whose labels are handed on here.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from district_desk.desk.following_words import extension_refused, wrong_day, wrong_step
from district_desk.desk.operation_words import (
    done_label,
    journal_label,
    label_of,
    operation_name,
    redo_label,
    undo_label,
)
from district_desk.desk.words import field_name
from district_desk.domain.items import place_in_words
from district_desk.domain.listing import CheckFinding
from district_desk.domain.problems import (
    BadForm,
    BadSheet,
    BadValue,
    DiskFull,
    ExtensionRefused,
    FileBusy,
    InUse,
    MissingField,
    MissingGlyphs,
    NoCalendar,
    NotFound,
    NothingToUndo,
    NumberTaken,
    PathTaken,
    Problem,
    ReadOnly,
    SecretDocument,
    Stopped,
    TwoLeads,
    UndoRefused,
    Unopenable,
    UnopenableOffice,
    Unreadable,
    UnreadableFile,
    WrongDay,
    WrongReceipt,
    WrongStep,
)

__all__ = [
    "NOTHING_LOST", "UNKNOWN_FAULT", "clock_sentence", "done_label", "finding_sentence", "journal_label", "label_of",
    "missing_sentence", "operation_name", "redo_label", "sentence_of", "undo_label",
]  # fmt: skip

NOTHING_LOST: Final = "Những gì đã lưu trước đó vẫn còn nguyên."
UNKNOWN_FAULT: Final = "Chương trình gặp lỗi ngoài dự kiến và đã dừng việc đang làm. " + NOTHING_LOST

_UNREADABLE: Final = {
    Unreadable.MISSING: "Không tìm thấy tệp “{name}”. Tệp có thể đã bị chuyển hoặc xóa; hãy chọn lại tệp.",
    Unreadable.EMPTY: "Tệp “{name}” trống, không có nội dung để đọc. Hãy kiểm tra lại tệp gốc.",
    Unreadable.TOO_LARGE: "Tệp “{name}” quá lớn nên không đọc. Hãy tách tệp hoặc quét lại với độ phân giải thấp hơn.",
    Unreadable.UNKNOWN_FORMAT: (
        "Không đọc được tệp “{name}”: chỉ đọc tệp văn bản (.txt), Word (.docx, .doc, .rtf), OpenDocument (.odt), PDF và ảnh quét, ảnh chụp (PNG, JPG, TIFF). "
        "Hãy lưu lại tệp theo một trong các dạng đó."
    ),
    Unreadable.NOT_WORD: (
        "Tệp “{name}” không phải là tệp Word hợp lệ. Hãy mở bằng Word rồi lưu lại thành .docx, hoặc xin lại tệp gốc."
    ),
    Unreadable.ENCRYPTED_WORD: "Tệp “{name}” có mật khẩu nên không đọc được. Hãy xin bản không đặt mật khẩu.",
    Unreadable.NO_CONVERTER: (
        "“{name}” là tệp {detail}; muốn đọc loại tệp này, máy phải cài LibreOffice (miễn phí), mà máy này chưa cài. "
        "Hãy mở tệp bằng Word rồi lưu lại thành .docx; hoặc vào sổ bằng tay và đính kèm tệp này."
    ),
    Unreadable.NOT_CONVERTED: (
        "LibreOffice không chuyển được tệp {detail} “{name}”; tệp có thể bị hỏng. "
        "Hãy mở bằng Word rồi lưu lại thành .docx, hoặc xin lại tệp gốc."
    ),
    Unreadable.BROKEN_PDF: "Tệp PDF “{name}” bị hỏng hoặc chưa tải xong. Hãy tải lại hoặc xin lại tệp gốc.",
    Unreadable.ENCRYPTED_PDF: "Tệp PDF “{name}” có mật khẩu nên không đọc được. Hãy xin bản không đặt mật khẩu.",
    Unreadable.NO_RECOGNIZER: (
        "“{name}” là bản quét hoặc ảnh chụp, mà máy này chưa có bộ nhận dạng chữ (gói tesserocr) nên chưa đọc được. "
        "Nhờ người quản trị máy cài thêm gói đó (xem Trợ giúp, phần Vào sổ); hoặc vào sổ bằng tay và đính kèm tệp này."
    ),
    Unreadable.NO_MODEL: (
        "“{name}” là bản quét hoặc ảnh chụp, mà máy này chưa có dữ liệu nhận dạng tiếng Việt (tệp vie.traineddata) nên "
        "chưa đọc được. Hãy chép tệp đó vào thư mục “tessdata” trong thư mục của cơ quan; "
        "hoặc vào sổ bằng tay và đính kèm tệp này."
    ),
    Unreadable.NO_WORDS: (
        "Không nhận ra chữ nào trong “{name}”. Hãy quét lại cho rõ, đúng chiều; hoặc vào sổ bằng tay và đính kèm tệp này."
    ),
    Unreadable.BROKEN_PICTURE: "Tệp ảnh “{name}” bị hỏng hoặc chưa tải xong. Hãy quét hoặc chụp lại.",
    Unreadable.BUSY: (
        "Tệp “{name}” đang được chương trình khác mở hoặc không được phép đọc. Hãy đóng chương trình đó rồi thử lại."
    ),
}
_UNOPENABLE: Final = {
    Unopenable.NOT_AN_OFFICE: (
        "Thư mục “{folder}” không có dữ liệu của cơ quan. Hãy chọn đúng thư mục, hoặc lập cơ quan mới ở đó."
    ),
    Unopenable.NEWER: (
        "Dữ liệu trong “{folder}” do bản chương trình mới hơn ghi ({detail}) nên không mở, để khỏi làm mất gì. "
        "Hãy cài bản chương trình mới."
    ),
    Unopenable.DAMAGED: (
        "Tệp dữ liệu trong “{folder}” bị hỏng. Tệp được để nguyên; hãy khôi phục từ bản sao lưu gần nhất."
    ),
    Unopenable.NETWORK: (
        "Thư mục “{folder}” nằm trên ổ đĩa mạng nên không mở, vì dữ liệu dễ hỏng. "
        "Hãy chuyển thư mục về ổ đĩa của máy này."
    ),
    Unopenable.SYNCED: (
        "Thư mục “{folder}” đang được đồng bộ ({detail}) nên không mở, vì dữ liệu dễ hỏng. "
        "Hãy chuyển thư mục ra ngoài vùng đồng bộ."
    ),
    Unopenable.ALREADY_OPEN: (
        "Dữ liệu trong “{folder}” đang được mở ở nơi khác ({detail}). Hãy dùng cửa sổ đó, hoặc đóng nó rồi thử lại."
    ),
    Unopenable.EXISTS: "Thư mục “{folder}” đã có dữ liệu của cơ quan; dữ liệu đó được để nguyên. Hãy chọn thư mục khác.",
    Unopenable.UNREADABLE_NAME: (
        "Tên thư mục “{folder}” có ký tự không đọc được nên không dùng. Hãy đổi tên thư mục rồi làm lại."
    ),
    Unopenable.MISSING: "Không thấy dữ liệu của cơ quan trong “{folder}”. Hãy chọn đúng thư mục, hoặc lập cơ quan mới.",
}
_NOT_FOUND: Final = {
    "directive": "Không có văn bản nào mang mã số {name}.",
    "item": "Không có mục nào mang mã số {name}.",
    "assignment": "Không có dòng giao việc nào mang mã số {name}.",
    "unit": "Không có đơn vị “{name}” trong danh mục.",
    "person": "Không có việc nào ghi người phụ trách là “{name}”. Hãy ghi đúng cả họ và tên như trong việc đã giao.",
    "form": "Không có mẫu in “{name}”. Gõ lệnh “forms” để xem các mẫu.",
    "profile": "Không có mẫu cơ quan “{name}”. Gõ lệnh “profiles” để xem các mẫu.",
    "snapshot": "Không có bản sao lưu “{name}” trong thư mục của cơ quan.",
    "path": "Không tìm thấy “{name}”. Thư mục hoặc ổ đĩa có thể đã bị gỡ; hãy kiểm tra lại.",
    "attachment": "Tệp đính kèm “{name}” không còn trong thư mục của cơ quan. Hãy đính kèm lại từ tệp gốc.",
    "lines": "Văn bản “{name}” chưa giao việc cho đơn vị nào nên chưa có phiếu để in. Hãy giao việc trước.",
    "late lines": "Đến hết ngày {name}, không có nhiệm vụ quá hạn nào trong số đã chọn nên không có gì để đôn đốc.",
    "report_series": "Không có báo cáo định kỳ nào mang mã số {name}.",
    "report_period": "Báo cáo này không có kỳ “{name}” trong năm đó. Gõ lệnh “reports” để xem các kỳ.",
    "index_set": "Năm {name} chưa có bộ chỉ số cải cách hành chính.",
    "evidence": "Năm {name} chưa có tài liệu kiểm chứng nào của đơn vị đã chọn.",
    "plan": "Sau Chỉ số năm {name} chưa giao kế hoạch khắc phục cho đơn vị nào, hoặc đơn vị đã chọn chưa có điểm.",
    "printed_report": "Không có báo cáo đã in nào mang mã số {name}.",
    "pdf": (
        "Văn bản mang mã số {name} chưa có tệp PDF nào để đóng dấu ĐẾN. "
        "Hãy đính kèm tệp PDF, hoặc in riêng con dấu lên bản giấy."
    ),
    "shipped file": "Thiếu tệp “{name}” đi kèm chương trình. Hãy cài lại chương trình.",
}


def sentence_of(problem: Problem) -> str:
    """The sentence for a problem, ready to show; it ends with what to do where something can be done."""
    for kind in type(problem).__mro__:
        if say := _SENTENCES.get(kind):
            return say(problem)
    return UNKNOWN_FAULT


def _unreadable(problem: UnreadableFile) -> str:
    return _UNREADABLE[problem.reason].format(name=problem.path.name or problem.path, detail=problem.detail)


def _unopenable(problem: UnopenableOffice) -> str:
    said = _UNOPENABLE[problem.reason].format(folder=problem.folder, detail=problem.detail)
    return said.replace(" ()", "")


def _not_found(problem: NotFound) -> str:
    known = _NOT_FOUND.get(problem.what)
    return known.format(name=problem.name) if known else f"Không tìm thấy “{problem.name}”."


def _secret(_: SecretDocument) -> str:
    return "Văn bản mật phải đăng ký vào Sổ đăng ký bí mật nhà nước, không nhập vào phần mềm này."


def _taken(problem: NumberTaken) -> str:
    return (
        f"Số đến {problem.number} của năm {problem.year} đã có văn bản khác. Chưa ghi gì; "
        "hãy lấy số kế tiếp, hoặc thêm chữ sau số (ví dụ "
        f"{problem.number}a)."
    )


def _missing_field(problem: MissingField) -> str:
    return f"Còn thiếu {field_name(problem.field)}. Chưa ghi gì; hãy điền rồi làm lại."


_BAD_VALUES: Final = {
    "stamp": "Dấu ĐẾN chỉ đóng lên văn bản đến; “{value}” không phải văn bản đến.",
    "phrase": (
        "Không đọc được thời hạn trong “{value}”. Hãy ghi như trong văn bản, ví dụ “trước ngày 10/4/2023” hay "
        "“trong thời hạn 05 ngày làm việc”, hoặc chọn ngày."
    ),
    "period_day": (
        "“{value}” không phải là một ngày trong năm. Hãy ghi ngày/tháng, ví dụ “20/3”, “15/12 năm trước” hoặc “05/01 năm sau”."
    ),
    "period_order": (
        "Các ngày của kỳ “{value}” chưa theo thứ tự: đầu kỳ, chốt số liệu, hạn của đơn vị, hạn tổng hợp, hạn gửi cấp trên. "
        "Chưa ghi gì; hãy sửa lại."
    ),
    "period_line": "Có dòng đang chọn không phải là một kỳ của việc định kỳ. Chưa ghi gì; hãy chỉ chọn các kỳ.",
    "period_name": "Tên kỳ “{value}” bị lặp. Chưa ghi gì; hãy đặt mỗi kỳ một tên.",
    "reminded": "Các báo cáo đã chọn đều đã nộp hoặc không phải nộp, nên không có đơn vị nào để đôn đốc.",
    "plan_state": (
        "Kế hoạch đang ở tình trạng “{value}” nên chưa ghi được: kế hoạch đạt rồi mới báo cáo kết quả, "
        "có báo cáo kết quả rồi mới đóng. Chưa ghi gì."
    ),
    "plan_table": (
        "Không thấy bảng nào có cột “{value}”. Hãy chọn đúng tệp, hoặc sửa tiêu đề các cột rồi làm lại. Chưa ghi gì."
    ),
    "key_taken": "Lĩnh vực khác đã có tên tắt “{value}”; hãy đặt cho mỗi lĩnh vực một tên riêng. Chưa ghi gì.",
    "maximum_below": (
        "Đã có đơn vị được {value} điểm ở tiêu chí này, cao hơn điểm tối đa mới; hãy sửa điểm ấy trước. Chưa ghi gì."
    ),
    "index_scored": (
        "Năm {value} đã có điểm, xếp loại hoặc kế hoạch theo bộ chỉ số đang dùng; hãy sửa bộ chỉ số ấy, hoặc xóa những gì đã "
        "ghi trước khi thay. Chưa ghi gì."
    ),
    "measure": (
        "Giải pháp “{value}” đang được theo dõi trong sổ nhiệm vụ nên không bỏ được; nếu không làm nữa, hãy thu hồi việc "
        "ấy ở trang Nhiệm vụ. Chưa ghi gì."
    ),
    "section": "Báo cáo không có mục “{value}”. Các mục: leading, institutions, procedures, apparatus, service, finance, digital, results, shortcomings, causes, next, proposals.",
    "evidence_file": "“{value}” đã có ở tiêu chí này rồi. Chưa ghi gì.",
    "points": "“{value}” không phải là số điểm. Chưa ghi gì; hãy ghi một số, ví dụ 4,5.",
    "points_below": "{value} điểm là số âm. Chưa ghi gì.",
    "points_above": "Vượt điểm tối đa: {value}. Chưa ghi gì.",
    "rank": "“{value}” không phải là thứ hạng. Chưa ghi gì; hãy ghi một số từ 1 trở lên.",
    "announced_year": "Lịch nghỉ năm {value} đã có thông báo nên không đề xuất lại; hãy sửa từng ngày nếu cần.",
}
"""Where the general sentence would not say what to do."""


def _bad_value(problem: BadValue) -> str:
    if special := _BAD_VALUES.get(problem.field):
        return special.format(value=problem.value)
    return f"“{problem.value}” không dùng được cho {field_name(problem.field)}. Chưa ghi gì; hãy sửa lại."


_FREED: Final = {
    "assignment": "Việc này là của một kế hoạch khắc phục: hãy thôi yêu cầu nộp ở trang Cải cách hành chính.",
    "criterion": "Hãy xóa điểm, tài liệu kiểm chứng và các tiêu chí con của nó trước.",
    "index_set": "Hãy xóa điểm, xếp loại và kế hoạch của bộ chỉ số này trước.",
    "reform_trigger": "Đã có việc giao theo điều kiện này: hãy sửa điều kiện, bỏ dấu “Đang dùng” để thôi xét.",
    "report_series": "Hãy bỏ những gì đã ghi của các kỳ trước.",
}
"""What to do about records without a last day, by table."""


def _in_use(problem: InUse) -> str:
    remedy = _FREED.get(problem.what, "Hãy gỡ những chỗ đó trước, hoặc đặt ngày hết hiệu lực.")
    name = f"Việc mã số {problem.name}" if problem.what == "assignment" else f"“{problem.name}”"
    return f"{name} đang được dùng ở {problem.count} chỗ nên không bỏ được. {remedy}"


def _two_leads(problem: TwoLeads) -> str:
    return (
        f"{problem.unit} đã được giao {place_in_words(problem.label) or 'việc này'} rồi. Mỗi việc chỉ giao một đơn vị chủ trì; "
        "hãy sửa dòng đang có."
    )


def _wrong_receipt(problem: WrongReceipt) -> str:
    bound = f"{problem.bound:%d/%m/%Y}"
    why = f"chưa tới (hôm nay là {bound})" if problem.day > problem.bound else f"trước ngày đầu kỳ ({bound})"
    return (
        f"Báo cáo {problem.period} không thể nhận ngày {problem.day:%d/%m/%Y}: ngày đó {why}. Chưa ghi gì; hãy sửa lại."
    )


def _undo_refused(problem: UndoRefused) -> str:
    return (
        f"Không hoàn tác được “{operation_name(problem.operation)}”, vì sau đó dữ liệu đã được sửa"
        + (f" bởi “{operation_name(problem.changed_by)}”" if problem.changed_by else "")
        + ". Mọi thứ được giữ nguyên."
    )


def _nothing_to_undo(problem: NothingToUndo) -> str:
    return (
        "Không còn thao tác nào để làm lại." if problem.direction == "redo" else "Không còn thao tác nào để hoàn tác."
    )


def _bad_form(problem: BadForm) -> str:
    line = f", dòng {problem.line}" if problem.line else ""
    return f"Mẫu in “{problem.path.name}”{line} không dùng được: {problem.detail}. Hãy sửa hoặc bỏ tệp mẫu đó."


def _missing_glyphs(problem: MissingGlyphs) -> str:
    return f"Phông chữ in không có các ký tự {problem.characters}. Hãy sửa nội dung rồi in lại."


def _bad_sheet(problem: BadSheet) -> str:
    row = f", dòng {problem.row}" if problem.row else ""
    return f"Bảng Excel “{problem.path.name}”{row}: {problem.detail}. Chưa nhập gì; hãy sửa bảng rồi nhập lại."


def _no_calendar(problem: NoCalendar) -> str:
    return (
        f"Chưa có bảng ngày nghỉ của năm {problem.day.year}, nên chưa tính được hạn theo ngày làm việc. "
        "Hãy nhập ngày nghỉ ở Danh mục, phần Ngày nghỉ."
    )


def _stopped(_: Stopped) -> str:
    return "Đã dừng theo yêu cầu; không có gì được ghi dở."


def _disk_full(problem: DiskFull) -> str:
    return f"Đĩa đã đầy nên không ghi được vào “{problem.path}”. {NOTHING_LOST} Hãy giải phóng dung lượng rồi làm lại."


def _read_only(problem: ReadOnly) -> str:
    return (
        f"Không được phép ghi vào “{problem.path}”. {NOTHING_LOST} "
        "Hãy chọn nơi khác, hoặc xin quyền ghi vào thư mục đó."
    )


def _busy(problem: FileBusy) -> str:
    return f"“{problem.path}” đang được chương trình khác mở. {NOTHING_LOST} Hãy đóng chương trình đó rồi thử lại."


def _path_taken(problem: PathTaken) -> str:
    return (
        f"Không ghi được vào “{problem.path}”, vì ở đó đã có một thư mục hoặc tệp khác cùng tên. {NOTHING_LOST} "
        "Hãy chọn tên khác."
    )


_SENTENCES: Final[dict[type[BaseException], Callable[[Any], str]]] = {
    UnreadableFile: _unreadable,
    UnopenableOffice: _unopenable,
    NotFound: _not_found,
    SecretDocument: _secret,
    NumberTaken: _taken,
    MissingField: _missing_field,
    BadValue: _bad_value,
    InUse: _in_use,
    TwoLeads: _two_leads,
    WrongStep: wrong_step,
    WrongDay: wrong_day,
    ExtensionRefused: extension_refused,
    WrongReceipt: _wrong_receipt,
    UndoRefused: _undo_refused,
    NothingToUndo: _nothing_to_undo,
    BadForm: _bad_form,
    MissingGlyphs: _missing_glyphs,
    BadSheet: _bad_sheet,
    NoCalendar: _no_calendar,
    Stopped: _stopped,
    DiskFull: _disk_full,
    ReadOnly: _read_only,
    FileBusy: _busy,
    PathTaken: _path_taken,
}

_FINDINGS: Final = {
    "pages": "Tệp dữ liệu bị hỏng: {detail}",
    "link": "Có dòng trỏ tới bản ghi không còn: {detail}",
    "file_missing": "Thiếu tệp đính kèm: {detail}",
    "file_altered": "Tệp đính kèm khác với khi được lưu: {detail}",
    "file_unknown": "Có tệp không còn văn bản nào dùng (không hại gì): {detail}",
    "list": "Danh sách lệch với bản ghi: {detail}",
    "search": "Chỉ mục tìm kiếm lệch với bản ghi: {detail}",
    "arrival_double": "Số đến bị cấp trùng: {detail}",
}


def finding_sentence(finding: CheckFinding) -> str:
    """What a check found, as a sentence."""
    return _FINDINGS.get(finding.fact, "{fact}: {detail}").format(fact=finding.fact, detail=finding.detail)


def clock_sentence(written: datetime, now: datetime) -> str:
    """That the machine's clock stands before what was written already."""
    return (
        f"Đồng hồ máy này đang ghi {now:%H:%M ngày %d/%m/%Y}, trước thao tác gần nhất trong sổ "
        f"({written:%H:%M ngày %d/%m/%Y}); hãy kiểm tra đồng hồ máy."
    )


def missing_sentence(missing: tuple[str, ...]) -> str:
    """What a record still lacks ("Cần bổ sung: số văn bản, ngày văn bản"), or nothing."""
    return "Cần bổ sung: " + ", ".join(field_name(key) for key in missing) if missing else ""
