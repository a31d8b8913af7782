"""What the office calls things: labels of enums, of fields and of records, for every screen, message and sheet."""

from typing import Final

from district_desk.domain.assignments import Clarity, EventKind, Role, State
from district_desk.domain.calendar import DayKind
from district_desk.domain.changes import Entity
from district_desk.domain.directives import ReferenceKind, Source, Urgency
from district_desk.domain.due import Frequency
from district_desk.domain.listing import DueSource, LikenessKind
from district_desk.domain.reading import DocumentGuess, ItemKind
from district_desk.domain.units import UnitKind

SOURCES: Final = {
    Source.RECEIVED: "Văn bản đến",
    Source.OWN: "Văn bản đi giao việc",
    Source.MEETING: "Kết luận họp",
    Source.SPOKEN: "Chỉ đạo miệng",
}
URGENCIES: Final = {
    Urgency.NORMAL: "Thường",
    Urgency.URGENT: "Khẩn",
    Urgency.VERY_URGENT: "Thượng khẩn",
    Urgency.EXPRESS: "Hỏa tốc",
}
ROLES: Final = {Role.LEAD: "Chủ trì", Role.SUPPORT: "Phối hợp", Role.INFORM: "Để biết"}
STATES: Final = {
    State.DONE_IN_TIME: "Hoàn thành đúng hạn",
    State.DONE_LATE: "Hoàn thành quá hạn",
    State.DONE_NO_DUE: "Hoàn thành (không quy định thời hạn)",
    State.RUNNING: "Đang thực hiện, trong hạn",
    State.OVERDUE: "Đang thực hiện, quá hạn",
    State.RUNNING_NO_DUE: "Đang thực hiện, không quy định thời hạn",
    State.RECALLED: "Thu hồi",
    State.INFORMED: "Để biết",
}
EVENTS: Final = {
    EventKind.HANDED_OVER: "Giao",
    EventKind.PROGRESS: "Tiến độ",
    EventKind.REPORTED: "Đơn vị báo cáo hoàn thành",
    EventKind.ACCEPTED: "Hoàn thành",
    EventKind.SENT_BACK: "Yêu cầu thực hiện lại",
    EventKind.EXTENDED: "Gia hạn",
    EventKind.SUSPENDED: "Tạm dừng",
    EventKind.RESUMED: "Tiếp tục thực hiện",
    EventKind.RETURNED: "Đơn vị trả lại",
    EventKind.REASSIGNED: "Chuyển đơn vị khác",
    EventKind.RECALLED: "Thu hồi",
    EventKind.REMINDED: "Đôn đốc",
}
ITEM_KINDS: Final = {
    ItemKind.TASK: "Nhiệm vụ",
    ItemKind.HEADING: "Đề mục",
    ItemKind.PURPOSE: "Mục đích, yêu cầu",
    ItemKind.INFORMATION: "Thông tin",
    ItemKind.CLOSING: "Đoạn kết",
}
GUESSES: Final = {
    DocumentGuess.DIRECTIVE: "Văn bản giao việc",
    DocumentGuess.ARTICLE: "Tin, bài báo",
    DocumentGuess.UNKNOWN: "Chưa rõ loại",
}
UNIT_KINDS: Final = {
    UnitKind.OFFICE: "Văn phòng",
    UnitKind.ROOM: "Phòng chuyên môn",
    UnitKind.BOARD: "Ban",
    UnitKind.SERVICE: "Đơn vị sự nghiệp",
    UnitKind.SECTOR: "Cơ quan ngành dọc",
    UnitKind.MASS: "Đoàn thể",
    UnitKind.COMMUNE: "Xã, phường",
    UnitKind.TOWNSHIP: "Thị trấn",
    UnitKind.VILLAGE: "Thôn, tổ dân phố",
    UnitKind.LEADERSHIP: "Thường trực UBND",
    UnitKind.OTHER: "Khác",
}
DAY_KINDS: Final = {DayKind.OFF: "Nghỉ", DayKind.WORKED: "Làm bù"}
REFERENCE_KINDS: Final = {
    ReferenceKind.EXECUTES: "Thực hiện",
    ReferenceKind.BASED_ON: "Căn cứ",
    ReferenceKind.MENTIONS: "Nhắc đến",
    ReferenceKind.REPLACES: "Thay thế",
    ReferenceKind.ANSWERS: "Trả lời",
}
LIKENESSES: Final = {LikenessKind.DUPLICATE: "Trùng số, ký hiệu và tác giả", LikenessKind.LOOK_ALIKE: "Có thể trùng"}
DUE_SOURCES: Final = {
    DueSource.ASSIGNMENT: "Nhiệm vụ",
    DueSource.HANDING_ON: "Chuyển văn bản",
    DueSource.INCOMPLETE: "Cần bổ sung",
    DueSource.REPLY: "Trả lời văn bản",
}
FREQUENCIES: Final = {
    Frequency.DAILY: "hằng ngày",
    Frequency.WEEKLY: "hằng tuần",
    Frequency.MONTHLY: "hằng tháng",
    Frequency.QUARTERLY: "hằng quý",
    Frequency.HALF_YEARLY: "6 tháng",
    Frequency.NINE_MONTHS: "9 tháng",
    Frequency.ANNUAL: "hằng năm",
    Frequency.ON_DEMAND: "đột xuất",
    Frequency.UNSPECIFIED: "định kỳ",
}
CLARITIES: Final = {
    Clarity.PERSON: "rõ người",
    Clarity.WORK: "rõ việc",
    Clarity.TIME: "rõ thời gian",
    Clarity.DUTY: "rõ trách nhiệm",
    Clarity.PRODUCT: "rõ sản phẩm",
    Clarity.AUTHORITY: "rõ thẩm quyền",
}
ENTITIES: Final = {
    Entity.DIRECTIVE: "văn bản",
    Entity.DOCUMENT_TEXT: "toàn văn",
    Entity.REFERENCE: "văn bản liên quan",
    Entity.ATTACHMENT: "tệp đính kèm",
    Entity.ITEM: "mục",
    Entity.ASSIGNMENT: "dòng giao việc",
    Entity.EVENT: "diễn biến",
    Entity.UNIT: "đơn vị",
    Entity.SUCCESSION: "kế thừa đơn vị",
    Entity.UNIT_GROUP: "nhóm đơn vị",
    Entity.GROUP_MEMBER: "thành viên nhóm",
    Entity.PERSON: "cán bộ",
    Entity.DOCUMENT_TYPE: "loại văn bản",
    Entity.ASSIGNING_LEVEL: "cấp giao",
    Entity.DAY_OFF: "ngày nghỉ",
    Entity.CALENDAR_YEAR: "năm lịch",
    Entity.SETTING: "thiết lập",
}
FIELDS: Final = {
    "number": "số văn bản",
    "symbol": "ký hiệu",
    "issued": "ngày văn bản",
    "issuer": "cơ quan ban hành",
    "type_code": "loại văn bản",
    "subject": "trích yếu",
    "arrival_number": "số đến",
    "arrival_suffix": "chữ sau số đến",
    "arrival_year": "năm của sổ",
    "arrived": "ngày đến",
    "passed_on": "ngày chuyển",
    "source": "nguồn",
    "urgency": "mức độ khẩn",
    "signer": "người ký",
    "signer_title": "chức vụ người ký",
    "place": "nơi ban hành",
    "assigning_level": "cấp giao",
    "addressees": "kính gửi",
    "recipients": "đơn vị hoặc người nhận",
    "reply_due": "hạn trả lời",
    "reply_notation": "số, ký hiệu văn bản trả lời",
    "leader": "lãnh đạo cho ý kiến",
    "leader_opinion": "ý kiến lãnh đạo",
    "opinion_on": "ngày cho ý kiến",
    "page_count": "số trang",
    "file_code": "số và ký hiệu hồ sơ",
    "note": "ghi chú",
    "reference_only": "tư liệu tham khảo",
    "binned_on": "ngày bỏ vào thùng rác",
    "path": "đường dẫn nhãn",
    "label": "nhãn",
    "text": "nội dung",
    "kind": "loại",
    "position": "thứ tự",
    "parent_id": "mục cha",
    "phrase": "thời hạn ghi trong văn bản",
    "rule": "quy tắc thời hạn",
    "due": "thời hạn",
    "internal_due": "hạn nội bộ",
    "product": "sản phẩm",
    "decider": "người quyết định",
    "units_written": "đơn vị ghi trong văn bản",
    "inherited_written": "đơn vị theo mục trên",
    "coordinating_written": "đơn vị phối hợp ghi trong văn bản",
    "via": "gửi qua",
    "ours": "giao cho cơ quan ta",
    "unit_id": "đơn vị",
    "item_id": "mục",
    "directive_id": "văn bản",
    "assignment_id": "dòng giao việc",
    "target_id": "văn bản được nhắc",
    "notation": "số, ký hiệu",
    "role": "vai trò",
    "period": "kỳ",
    "given": "ngày giao",
    "person": "người phụ trách",
    "on": "ngày",
    "counts_on": "ngày tính",
    "new_due": "hạn mới",
    "done_on": "ngày hoàn thành",
    "name": "tên",
    "code": "mã",
    "short_name": "tên ngắn",
    "head_title": "chức danh người đứng đầu",
    "aliases": "cách viết khác",
    "contact": "liên hệ",
    "valid_from": "có từ ngày",
    "valid_to": "đến hết ngày",
    "abbreviation": "chữ viết tắt",
    "title": "chức vụ",
    "authority": "hình thức ký",
    "may_sign": "được ký",
    "day": "ngày",
    "reason": "lý do",
    "year": "năm",
    "confirmed": "đã có thông báo",
    "basis": "căn cứ",
    "key": "thiết lập",
    "value": "giá trị",
    "digest": "mã kiểm tra tệp",
    "size": "cỡ tệp",
    "added": "ngày thêm",
    "part": "phần kế thừa",
    "successor_id": "đơn vị kế thừa",
    "group_id": "nhóm",
    "page_starts": "đầu các trang",
    "span_start": "vị trí đầu",
    "span_end": "vị trí cuối",
    "out": "tệp in ra",
    "directive": "văn bản",
    "as_of": "ngày tính đến",
}
SETTINGS: Final = {
    "profile": "Mẫu cơ quan",
    "level": "Cấp",
    "parent_body": "Cơ quan chủ quản",
    "body": "Tên cơ quan",
    "body_short": "Tên cơ quan viết gọn",
    "bureau": "Văn phòng",
    "bureau_unit": "Mã đơn vị của Văn phòng",
    "place": "Địa danh",
    "province": "Tỉnh, thành phố",
    "upper_body": "Cấp trên trực tiếp",
    "own_head": "Người đứng đầu cơ quan",
    "lower_units": "Cách gọi đơn vị cấp dưới",
    "address": "Địa chỉ",
    "email": "Thư điện tử",
    "phone": "Điện thoại",
    "organ_id": "Mã định danh cơ quan",
    "symbol": "Chữ viết tắt của cơ quan",
    "signer_authority": "Hình thức ký",
    "signer_title": "Chức vụ người ký",
    "signer_name": "Họ tên người ký",
    "automatic_numbers": "Tự động cấp số đến",
    "first_number": "Số đến đầu tiên",
    "before_is_inclusive": "“Trước ngày” gồm cả ngày đó",
    "roll_calendar_days": "Thời hạn theo ngày rơi vào ngày nghỉ thì lùi sang ngày làm việc kế tiếp",
    "internal_lead_days": "Hạn nội bộ sớm hơn (ngày làm việc)",
    "near_due_days": "Báo sắp đến hạn trước (ngày làm việc)",
    "return_days": "Hạn trả lại việc không thuộc chức năng (ngày làm việc)",
    "report_hour": "Giờ báo cáo",
    "sheet_number": "Phiếu giao nhiệm vụ có số",
    "work_hours": "Giờ làm việc",
    "officer": "Người sử dụng",
    "example_day": "Ngày của cơ quan mẫu",
}
REASONS: Final = {
    "not_a_unit": "không có trong danh mục đơn vị",
    "conditional": "chỉ giao cho đơn vị đạt điều kiện nêu trong văn bản",
    "vague": "không nêu rõ đơn vị nào",
    "ambiguous": "có thể là nhiều đơn vị",
    "elsewhere": "văn bản của cơ quan khác, có thể không phải đơn vị của ta",
    "ended": "đơn vị không còn, có nhiều đơn vị kế thừa",
    "to_us": "giao cho cơ quan ta, cần lãnh đạo phân công",
    "nobody": "không nêu đơn vị thực hiện",
}
"""Why an addressee was given to nobody, by the value of :class:`district_desk.desk.addressing.Reason`."""


def field_name(key: str) -> str:
    """The office's word for a field of a record."""
    return FIELDS.get(key, key)


def setting_name(key: str) -> str:
    """The office's word for a setting."""
    return SETTINGS.get(key, key)
