"""Words that limit an addressee: conditions ("có tổng đàn trên 5.000 con") and exceptions ("trừ thị trấn Lai Cách").

They belong to the addressee as written. Cut off, they would give all communes what is asked of a few.
"""

import re
from typing import Final

from district_desk.reader.verbs import VERB

_SEVERAL: Final = re.compile(
    r"(?:\b(?:[Cc]ác|[Nn]hững|[Mm]ỗi|[Tt]ừng|[Mm]ọi|[Tt]oàn thể|[Tt]ất cả)\b|\bcấp (?:xã|huyện)\b|\b(?:xã|phường|huyện), |^(?:[Cc]ơ quan|[Đđ]ơn vị|[Xx]ã|[Đđ]ịa phương|[Tt]hủ trưởng)\b)"
)
"""In the name of more than one unit, or of a unit by its role: only such can be limited."""
_BY_ROLE: Final = re.compile(r"(?:[Cc]ác|[Nn]hững|[Cc]ơ quan|[Đđ]ơn vị|xã|Xã|[Tt]hủ trưởng)[ ,]")
_ROLE: Final = re.compile(
    r"\s*(?:được (?:giao|phân công)(?: nhiệm vụ)?(?: chủ trì)?(?: thực hiện| triển khai)?(?: các)?(?: nhiệm vụ)?(?: được giao)?"
    r"(?: (?:thuộc|theo|tại) (?:Kế hoạch|Chỉ thị|Công văn|Quyết định|văn bản|Chương trình)(?: này)?)?"
    r"|(?:trình|soạn thảo) văn bản|(?:có thẩm quyền|có hệ thống) [^,;.:]{3,90}?"
    r"(?=,|;|\.|:| (?:có trách nhiệm|phải|chịu trách nhiệm|gửi|thực hiện(?:$|[.;,]))|$)|đó(?!\w))"
)
_CONDITION: Final = re.compile(
    r"\s*(?:có|đạt|được|chưa|đã|đang|còn|vẫn còn|bị|thuộc|nằm trong|nằm|nào|nơi|mà|tại|theo (?:danh sách|phụ lục)"
    r"|không (?:đạt|hoàn thành|có|thuộc|nằm|đủ|đảm bảo|bảo đảm|còn)"
    r"|(?:tính )?đến [^,;.:]{2,40}? (?:chưa|còn|đạt|có))(?=\s+\S)"
)
_HANGING: Final = re.compile(r"(?<!trực)\s(?:được|bị|thuộc|nằm trong|nằm|đạt)$")
"""A condition whose first word is a verb, before which the name was ended: "các đơn vị được | kiểm tra"."""
_MEASURE: Final = re.compile(r"(?:tỷ lệ|tỉ lệ|kết quả|chỉ số|Chỉ số|điểm|tiến độ|nhu cầu|khối lượng)\s*$")
"""After such a word a verb says what is measured: "tỷ lệ tiêm phòng", "tiến độ giải ngân"."""
_WORD: Final = re.compile(r"\s*(?:[\"“][^\"”\n]*[\"”]|\(|[^\s,;:()]+(?:,(?=\d)\d+[^\s,;:()]*)?)")
_EXCEPT: Final = r"(?:trừ|ngoại trừ|không bao gồm|không gồm|không kể)\b"
_BRACKET: Final = re.compile(
    r"\s*\((?!(?:thông )?qua\b|sau đây|gọi |viết tắt|để |báo cáo|nếu |gửi |đã |theo (?:chức năng|thẩm quyền))[^()]{3,160}\)"
)
"""What stands in brackets after several units says which of them; a receiving unit or an abbreviation does not."""
_EXCEPTION_IN_BRACKETS: Final = re.compile(rf"\s*\({_EXCEPT}[^()]*\)")
_EXCEPTION: Final = re.compile(rf"\s*,?\s*{_EXCEPT}")
_OTHER_NAME: Final = re.compile(
    r"\s*(?:Phòng|Ban|Sở|Trung tâm|Công an|Văn phòng|Đài|Hội|Thủ trưởng|Chủ tịch|UBND|[Cc]ác|xã|thị trấn|cơ quan|đơn vị)\b"
)
_OTHER_UNIT: Final = re.compile(r"(?:Phòng|Ban|Sở|Trung tâm|Công an|Văn phòng|Đài|Hội|Thủ trưởng|Chủ tịch|[Cc]ác)\b")
_LONGEST: Final = 200
"""No condition is longer, in characters."""


def limited_end(text: str, start: int, end: int) -> int:
    """The offset after what limits the name that stands from ``start`` to ``end``; ``end`` where nothing does."""
    if limited := _condition_end(text, start, end):
        end = limited
    bracket = _BRACKET if _SEVERAL.search(text[start:end]) else _EXCEPTION_IN_BRACKETS
    if hit := bracket.match(text, end):
        return hit.end()
    if hit := _EXCEPTION.match(text, end):
        return _exception_end(text, hit.end())
    return end


def is_limited(text: str, end: int) -> bool:
    """Whether a condition follows the name that ends there."""
    return bool(_ROLE.match(text, end) or _opens_condition(text, end))


def _condition_end(text: str, start: int, end: int) -> int:
    if not _SEVERAL.search(text[start:end]):
        return 0
    if hanging := _HANGING.search(text, start, end):
        end = hanging.start()
    role = _ROLE.match(text, end)
    if role and _BY_ROLE.match(text, start):
        return role.end()
    opened = _opens_condition(text, end)
    return _up_to_verb(text, _past_first_word(text, opened.end())) if opened else 0


def _opens_condition(text: str, end: int) -> re.Match[str] | None:
    """A condition and not a duty: "có trách nhiệm", "có văn bản" are what the units do."""
    hit = _CONDITION.match(text, end)
    if hit is None:
        return None
    begin = end + len(hit[0]) - len(hit[0].lstrip())
    duty = VERB.match(text, begin)
    return None if duty and duty[0].startswith("có ") else hit


def _past_first_word(text: str, at: int) -> int:
    """The end of the word that a condition opens upon; even a verb is of the condition there ("chưa hoàn thành")."""
    while text[at].isspace():
        at += 1
    hit = VERB.match(text, at) or _WORD.match(text, at)
    return hit.end() if hit else at


def _up_to_verb(text: str, at: int) -> int:
    """The end of the condition's words: before the verb, or what parts sentences and lists."""
    limit = min(len(text), at + _LONGEST)
    while at < limit:
        hit = _WORD.match(text, at)
        if hit is None or _is_deed(text, hit):
            return at
        word = hit[0].strip()
        if word.endswith(".") or word == "(" or (word == "và" and _OTHER_NAME.match(text, hit.end())):
            return at if word in ("(", "và") else hit.end() - 1
        at = hit.end()
    return at


def _is_deed(text: str, hit: re.Match[str]) -> bool:
    word = hit.end() - len(hit[0].lstrip())
    if _MEASURE.search(text, max(0, word - 12), word):
        return False
    return bool(VERB.match(text, word)) and not re.match(
        r"(?:từ|đến|về|với|trong|tại|do|qua|trước|sau|là)\b", text[word:]
    )


def _exception_end(text: str, at: int) -> int:
    """The end of "trừ xã A, xã B": names up to the verb or another addressee."""
    while True:
        at = _up_to_verb(text, at)
        more = re.compile(r",\s*").match(text, at)
        if more is None or VERB.match(text, more.end()) or _OTHER_UNIT.match(text, more.end()):
            return at
        if not re.compile(r"(?:xã|thị trấn|phường|UBND|[A-ZĐ])").match(text, more.end()):
            return at
        at = more.end()
