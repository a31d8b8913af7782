"""The sentences of the intake page."""

from collections.abc import Sequence
from textwrap import shorten
from typing import Final

from district_desk.desk.words import NAME_FIELDS, field_name
from district_desk.domain.corrections import ReadingCorrection, ReadName
from district_desk.domain.directives import Directive
from district_desk.domain.listing import Likeness, LikenessKind
from district_desk.domain.reading import DocumentGuess, Reading
from district_desk.ui.document_view.lights import said_of
from district_desk.ui.words import day

LIT: Final = "bấm vào chữ tô màu để tới ô, bôi đen chữ để gán"
LIT_SCAN: Final = "bấm vào chữ tô màu để tới ô, kéo khung trên ảnh để gán chữ hoặc đọc lại"
BY_HAND: Final = "nhập tay theo văn bản giấy; ô nào chưa có thì để trống"
CORRECTING: Final = "sửa bản ghi đã vào sổ; bấm Lưu để ghi"
NO_DOCUMENT: Final = (
    "Không có tệp kèm theo.\nKéo tệp PDF, Word hoặc văn bản vào đây để máy đọc,\nhoặc nhập tay ở bên phải."
)
READING: Final = "Đang đọc {name}…"
READING_AGAIN: Final = "Đang đọc lại chữ trong khung…"
_KEEP: Final = (
    "không phải văn bản giao việc. Bấm F10 để lưu làm tư liệu tham khảo; "
    "muốn giao việc thì bôi đen câu cần giao rồi chọn “Mục mới”."
)
SEEMS: Final = {
    DocumentGuess.ARTICLE: f"Có vẻ đây là bài báo, {_KEEP}",
    DocumentGuess.LIST: f"Có vẻ đây là danh sách hoặc bảng biểu, {_KEEP}",
    DocumentGuess.FORM: f"Có vẻ đây là đơn hoặc biểu mẫu, {_KEEP}",
    DocumentGuess.DRAFT: (
        "Có vẻ đây là bản dự thảo: có chữ “Dự thảo”, hoặc chưa có số, ngày và người ký. Dự thảo chưa giao việc cho ai; "
        "có thể lưu làm tư liệu tham khảo, hoặc vào sổ rồi bổ sung khi có bản chính thức."
    ),
    DocumentGuess.UNKNOWN: (
        "Không thấy số, tên loại hay nơi nhận của văn bản trong tệp này. Nếu là văn bản giao việc, hãy điền các ô bên phải; "
        "nếu không, có thể lưu làm tư liệu tham khảo."
    ),
}
REFERENCE: Final = "Tệp này là tư liệu tham khảo, không vào sổ. Muốn giao việc theo tệp này thì chọn “Vẫn vào sổ”."
AS_REFERENCE: Final = "Chuyển thành tư liệu"
ENTER_ARTICLE: Final = "Vẫn vào sổ"
ANOTHER: Final = "Trong tệp còn một văn bản khác: {name}. Văn bản đang xem được giữ lại để nhập tiếp."
OUR_OWN: Final = "Văn bản này do cơ quan ta ban hành, mà đang vào như văn bản đến."
AS_OWN: Final = "Chuyển thành văn bản đi"
READ_ANOTHER: Final = "Xem văn bản kia"
LEAVING: Final = "Văn bản này chưa vào sổ. Bấm Esc lần nữa để rời trang; phần đã nhập được giữ để nhập tiếp."
CLOSE_TITLE: Final = "Văn bản chưa vào sổ"
CLOSING: Final = "Văn bản đang nhập dở ({name}) chưa vào sổ. Đóng chương trình thì phần đã nhập sẽ mất."
CLOSE_YES: Final = "Đóng, bỏ bản nhập dở"
CLOSE_NO: Final = "Ở lại"
DROP: Final = "Bỏ bản này"
KEPT: Final = "Còn văn bản nhập dở: {name}."
GO_ON: Final = "Nhập tiếp"
ONE_SENTENCE: Final = "Mục này chỉ có một câu nên không tách theo câu được."
NOTHING_SPLIT: Final = "Đặt con trỏ vào giữa nội dung mục, hoặc bôi đen chữ đầu của mục mới trong văn bản, rồi tách."
NO_ITEM: Final = "Chọn một mục trước, rồi gán chữ cho mục ấy."
SECOND_ARTICLE: Final = "Lưu làm tư liệu tham khảo"


def lit(reading: Reading) -> str:
    """What can be done with the document that was read."""
    return f"{reading.name} · {LIT_SCAN if reading.scanned else LIT}"


def not_a_value(name: str) -> str:
    """The selected words cannot be that field."""
    return f"Chữ đã chọn không đọc được thành {field_name(name)}. Chưa đổi gì."


def unreadable_fields(names: Sequence[str]) -> str:
    """Something stands in fields that cannot be read."""
    return f"Chưa đọc được ô {', '.join(names)}. Hãy sửa hoặc để trống rồi bấm lại."


def alike(likeness: Likeness) -> str:
    """An earlier record that may be the same document."""
    earlier = likeness.directive
    which = " ".join(part for part in (_arrival(earlier), _notation(earlier)) if part)
    if likeness.kind is LikenessKind.DUPLICATE:
        return f"Văn bản này đã vào sổ: {which}. Vào sổ nữa sẽ trùng."
    if likeness.kind is LikenessKind.ANSWERED:
        return f"Văn bản này trả lời hoặc báo cáo về văn bản của ta: {which}. Hãy mở bản ấy để ghi kết quả thực hiện."
    return f"Có thể trùng với văn bản đã vào sổ: {which}, “{shorten(earlier.subject, 80, placeholder=' …')}”."


def _arrival(earlier: Directive) -> str:
    return f"số đến {earlier.arrival} ngày {day(earlier.arrived)}," if earlier.arrival else ""


def _notation(earlier: Directive) -> str:
    said = str(earlier.notation)
    return f"{said} ngày {day(earlier.issued)}" if said and earlier.issued else said


def lacking(count: int) -> str:
    """How many fields are still to be filled in."""
    return f"cần bổ sung {count} ô"


REFERENCE_KEPT: Final = "Đã lưu làm tư liệu tham khảo, không vào sổ."


def registered(arrival: str, missing: Sequence[str]) -> str:
    """What registering did."""
    said = f"Đã vào sổ, số đến {arrival}." if arrival else "Đã vào sổ."
    return f"{said} Cần bổ sung: {', '.join(field_name(key) for key in missing)}." if missing else said


NOTHING_GIVEN: Final = " Chưa giao mục nào vì chưa rõ đơn vị; bấm “Giao việc…” (Ctrl+G) để chọn."
AS_WRITTEN: Final = "Trả về chữ đọc được"


def remembered(names: Sequence[ReadName]) -> str:
    """The names that stand as the office put them right in earlier documents."""
    said = "; ".join(f"{NAME_FIELDS[each.field]} “{each.put}” {said_of(each)}" for each in names[:2])
    more = f"; và {len(names) - 2} chỗ nữa" if len(names) > 2 else ""
    return f"Đặt theo cách đọc đã nhớ: {said}{more}."


def learned(rows: Sequence[ReadingCorrection]) -> str:
    """The corrections that are remembered from now on."""
    said = "; ".join(f"“{row.written}” là “{row.meant}”" for row in rows[:2])
    more = f"; và {len(rows) - 2} chỗ nữa" if len(rows) > 2 else ""
    return f" Đã nhớ cách đọc: {said}{more} (xem trong Danh mục)." if rows else ""


def another(reading: Reading) -> str:
    """The news that the file holds another document."""
    header = reading.header
    number = "/".join(found.value for found in (header.number, header.symbol) if found)
    subject = header.subject.value if header.subject else ""
    return ANOTHER.format(name=" ".join(filter(None, (number, shorten(subject, 60, placeholder=" …")))))


def named(directive: Directive) -> str:
    """A draft in a few words."""
    return str(directive.notation) or shorten(directive.subject, 60, placeholder=" …") or "chưa có số, ký hiệu"


FORM_TAB: Final = "Văn bản"
ITEM_TAB: Final = "Mục đang chọn"
LEAVE: Final = "Bỏ qua"
NEXT: Final = "Vào sổ, văn bản tiếp"
ENTER: Final = "Vào sổ"
GIVE: Final = "Vào sổ và giao việc"
SAVE: Final = "Lưu"
CORRECT: Final = "Sửa văn bản {name}"
OPEN_EARLIER: Final = "Mở bản đã có"
ATTACH: Final = "Nhập tay, kèm tệp này"
