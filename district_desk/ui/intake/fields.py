"""The fields of a directive on the intake screen: their names, kinds and places, in the order of the paper."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from district_desk.domain.directives import Source


class FieldKind(Enum):
    """How a field is typed."""

    LINE = "line"
    WORDS = "words"  # several lines, all of them seen
    DAY = "day"
    ARRIVAL = "arrival"  # số đến: automatic while blank
    LISTED = "listed"  # one of a list, typed or chosen
    URGENCY = "urgency"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: key of the directive, name, kind, width in 24ths of a wide and of a narrow form."""

    key: str
    name: str
    kind: FieldKind = FieldKind.LINE
    wide: int = 6
    narrow: int = 12


MAIN: Final = (
    Field("arrival_number", "Số đến", FieldKind.ARRIVAL, 4, 12),
    Field("arrived", "Ngày đến", FieldKind.DAY, 5, 12),
    Field("number", "Số", FieldKind.LINE, 3, 6),
    Field("symbol", "Ký hiệu", FieldKind.LINE, 7, 9),
    Field("issued", "Ngày văn bản", FieldKind.DAY, 5, 9),
    Field("issuer", "Cơ quan ban hành", FieldKind.LINE, 9, 24),
    Field("type_code", "Loại văn bản", FieldKind.LISTED, 5, 12),
    Field("urgency", "Độ khẩn", FieldKind.URGENCY, 5, 12),
    Field("assigning_level", "Cấp giao", FieldKind.LISTED, 5, 12),
    Field("subject", "Trích yếu nội dung", FieldKind.WORDS, 24, 24),
    Field("signer", "Người ký", FieldKind.LINE, 6, 12),
    Field("signer_title", "Chức vụ", FieldKind.LINE, 7, 12),
    Field("reply_due", "Hạn trả lời", FieldKind.DAY, 5, 12),
    Field("note", "Ghi chú", FieldKind.LINE, 6, 12),
)

MORE: Final = (
    Field("place", "Địa danh", FieldKind.LINE, 6, 12),
    Field("addressees", "Kính gửi", FieldKind.LINE, 12, 24),
    Field("page_count", "Số trang", FieldKind.COUNT, 6, 12),
    Field("recipients", "Đơn vị hoặc người nhận", FieldKind.LINE, 13, 24),
    Field("passed_on", "Ngày chuyển", FieldKind.DAY, 5, 12),
    Field("file_code", "Hồ sơ số", FieldKind.LINE, 6, 12),
    Field("leader", "Lãnh đạo cho ý kiến", FieldKind.LINE, 7, 12),
    Field("leader_opinion", "Ý kiến phân phối, chỉ đạo", FieldKind.LINE, 12, 24),
    Field("opinion_on", "Ngày cho ý kiến", FieldKind.DAY, 5, 12),
)

ONLY_RECEIVED: Final = frozenset({"arrival_number", "arrived", "recipients", "passed_on"})
ONLY_ON_PAPER: Final = frozenset({"number", "symbol", "type_code", "place", "page_count"})

NAMES: Final = {field.key: field.name for field in (*MAIN, *MORE)}


def shown(field: Field, source: Source) -> bool:
    """Whether a record of that source has this field."""
    if field.key in ONLY_RECEIVED:
        return source is Source.RECEIVED
    if field.key in ONLY_ON_PAPER:
        return source in (Source.RECEIVED, Source.OWN)
    return True


TITLES: Final = {
    Source.RECEIVED: "Vào sổ văn bản đến",
    Source.OWN: "Vào sổ văn bản đi giao việc",
    Source.MEETING: "Ghi kết luận họp",
    Source.SPOKEN: "Ghi chỉ đạo miệng",
}
