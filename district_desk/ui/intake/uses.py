"""What selected words of the document can become, and the field values that they mean."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from district_desk.desk.words import URGENCIES
from district_desk.domain import notation
from district_desk.domain.directives import Directive, DocumentType
from district_desk.domain.vietnamese import collapse, same_spelling
from district_desk.domain.written_dates import read_date
from district_desk.ui.document_view.selection_bar import Use
from district_desk.ui.intake.fields import NAMES

FIELD_USES: Final = (
    Use("notation", "Số, ký hiệu"),
    Use("issued", "Ngày văn bản"),
    Use("issuer", "Cơ quan"),
    Use("subject", "Trích yếu"),
    Use("type_code", "Loại văn bản", is_minor=True),
    Use("urgency", "Độ khẩn", is_minor=True),
    Use("signer", "Người ký", is_minor=True),
    Use("signer_title", "Chức vụ", is_minor=True),
    Use("reply_due", "Hạn trả lời", is_minor=True),
    Use("place", "Địa danh", is_minor=True),
    Use("addressees", "Kính gửi", is_minor=True),
)

ITEM_USES: Final = (
    Use("item", "Mục mới", row=1, tip="Thêm một mục mang chữ đang chọn (Ctrl+Enter)"),
    Use("child", "Mục con", row=1, tip="Thêm một mục dưới mục đang chọn"),
    Use("split", "Tách tại đây", row=1, tip="Tách mục thành hai ở chữ đang chọn (Ctrl+T)"),
    Use("phrase", "Hạn", row=1, tip="Lấy chữ đang chọn làm thời hạn của mục"),
    Use("units", "Đơn vị", row=1, tip="Giao mục cho đơn vị nêu trong chữ đang chọn"),
    Use("coordinating", "Phối hợp", is_minor=True, row=1),
    Use("product", "Sản phẩm", is_minor=True, row=1),
    Use("via", "Nhận, tổng hợp qua", is_minor=True, row=1),
)

AGAIN_USES: Final = tuple(
    replace(use, is_minor=False, row=0)
    for use in (*FIELD_USES, Use("text", "Nội dung mục đang chọn"), *ITEM_USES)
    if use.key != "split"
)
"""What a text that was read again can become."""
AIMS: Final = {"number": "notation", "symbol": "notation"}
"""The use of a field whose words are taken together with another's."""

USES: Final = (*FIELD_USES, *ITEM_USES)
ITEM_KEYS: Final = frozenset({"text", *(use.key for use in ITEM_USES)})

LIGHT_NAMES: Final = NAMES | {
    "units": "chủ trì", "coordinating": "phối hợp", "via": "nhận qua", "phrase": "thời hạn", "text": "nội dung",
}  # fmt: skip


def clean(words: str) -> str:
    """Words of the document as a value: one line, without the emphasis signs that text files carry."""
    return collapse(words.replace("*", "").replace("#", "")).strip(" _")


def fill(directive: Directive, key: str, words: str, types: Sequence[DocumentType]) -> Directive | None:
    """The directive with the words put into a field; None where they are no such value."""
    said = clean(words)
    match key:
        case "notation":
            return _notation(directive, said)
        case "issued" | "reply_due":
            day = read_date(said, directive.issued if key == "reply_due" else None)
            return with_value(directive, key, day) if day else None
        case "type_code":
            code = next((each.code for each in types if same_spelling(each.name) == same_spelling(said)), "")
            return replace(directive, type_code=code) if code else None
        case "urgency":
            urgency = next((u for u, name in URGENCIES.items() if same_spelling(name) == same_spelling(said)), None)
            return None if urgency is None else replace(directive, urgency=urgency)
        case _:
            return with_value(directive, key, said)


def with_value(directive: Directive, key: str, value: Any) -> Directive:
    """The directive with one field set; số đến is a pair of number and suffix, None for automatic."""
    if key == "arrival_number":
        number, suffix = value or (None, "")
        return replace(directive, arrival_number=number, arrival_suffix=suffix)
    if key == "arrived":
        return replace(directive, arrived=value, arrival_year=value.year if value else None)
    return replace(directive, **{key: value})


def _notation(directive: Directive, said: str) -> Directive | None:
    bare = said.split(":", 1)[-1].strip() if same_spelling(said).startswith("số") else said
    bare = bare.removeprefix("số ").removeprefix("Số ")
    found = notation.parse(bare)
    return replace(directive, number=found.number, symbol=found.symbol) if found else None
