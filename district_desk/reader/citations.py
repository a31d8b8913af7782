"""Numbers of other documents that the text names: three families (DOMAIN 2.4), Đ read as D forgiven (2.5).

How the text leans on a document is told by the words that lead to its number: "Thực hiện Công điện số …, Chỉ thị số …"
in the opening, "Căn cứ …", "Phúc đáp …", "thay thế …". A document named inside another's title is only mentioned.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from district_desk.domain.directives import ReferenceKind
from district_desk.domain.notation import comparable
from district_desk.domain.reading import Citation, Span
from district_desk.domain.vietnamese import collapse
from district_desk.reader.words import UPPER

_GROUP: Final = r"[A-ZĐ][A-Za-zĐđƯưÔô&]*\d{0,2}[A-Za-zĐđ]*"
_JOINT: Final = r"\s?[-–_](?:\s?|[ \t]*\n\s*)"
_NOTATION: Final = re.compile(
    rf"(?<![\w/.,-])(?:\d{{1,5}}[a-zđ]?\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?{_GROUP}(?:{_JOINT}{_GROUP})+"
    rf"|\d{{1,5}}\s?/\s?(?:19|20)\d\d\s?/\s?{_GROUP}(?:{_JOINT}{_GROUP})*"
    rf"|(?<=[Ss]ố )\d{{1,5}}/[A-ZĐ]{{2}}[A-ZĐ0-9a-z]*(?![\w/-])"
    rf"|\d{{1,4}}[a-zđ]?{_JOINT}[A-ZĐ0-9][A-ZĐa-z]{{1,4}}\s?/\s?{_GROUP}(?:{_JOINT}{_GROUP})*)"
)
_FORM: Final = re.compile(r"(?:mẫu|biểu|phiếu|mã)(?:\s+số)?\s*$", re.IGNORECASE)

_LEADS: Final = {
    ReferenceKind.ANSWERS: re.compile(r"\b(?:trả lời|phúc đáp|hồi đáp)\b", re.IGNORECASE),
    ReferenceKind.REPLACES: re.compile(r"\bthay thế\b", re.IGNORECASE),
    ReferenceKind.BASED_ON: re.compile(
        r"(?:^|(?<=\n))\W{0,3}(?:căn c[ứư]|xét|theo (?:đề nghị|tờ trình))\b", re.IGNORECASE
    ),
    ReferenceKind.EXECUTES: re.compile(
        r"\b(?:thực hiện|triển khai|tiếp theo|chấp hành|thi hành|quán triệt|theo (?:ý kiến )?chỉ đạo)\b", re.IGNORECASE
    ),
}
"""The words that lead to a document's number, by what they make of it."""
_REACH: Final = {ReferenceKind.BASED_ON: 240, ReferenceKind.REPLACES: 60}
_USUAL_REACH: Final = 140
"""So many characters after the words the number stands at most: "… tại Công văn số"."""
_SENTENCE: Final = re.compile(
    rf"(?<=[.!?])\s+(?=[{UPPER}])|\n\s*\n|\n(?=\W{0, 3}(?:Căn c[ứư]|Theo đề nghị|Xét|Thực hiện|V/v)\b)"
)
_ANOTHER: Final = re.compile(
    r"(?:[,;]\s*(?:và\s+)?|\bvà\s+)(?:các\s+)?(?:(?:Luật|Nghị|Quyết|Chỉ|Kế|Công|Thông|Kết|Hướng|Chương|Tờ|Báo|Văn|Đề|Quy)[\w ]{0,30}?)?(?:số:?)?\s*$"
)
"""Another document of one list: "…, Chỉ thị số", "và Công văn số"."""
_ABOUT: Final = re.compile(r"\bvề\b|\bban hành\b|\bsửa đổi\b")
_LOOK_BACK: Final = 900


def citations(text: str, stretch: Span, *, opening: int, own: str = "", own_at: int = -1) -> tuple[Citation, ...]:
    """Every document named in the stretch, once, in the order of the text, with the strongest kind it is named by.

    What stands before the offset ``opening`` may execute or answer; a later number in a task is mentioned. ``own`` is the
    document's own notation and ``own_at`` the offset of its symbol: neither is a citation.
    """
    passed = comparable(own).replace("_", "-")
    found: dict[str, Citation] = {}
    before: Citation | None = None
    for hit in _hits(text, stretch):
        value = collapse(hit[0]).rstrip(".-")
        key = comparable(value).replace("_", "-")
        if hit.start() <= own_at < hit.end() or (own and key == passed):
            continue
        span = Span(hit.start(), hit.start() + len(hit[0].rstrip(".-")))
        before = Citation(value, span, kind=_kind(text, span.start, before, opening))
        known = found.setdefault(key, before)
        if known.kind is ReferenceKind.MENTIONS:
            found[key] = replace(known, kind=before.kind)
    return tuple(found.values())


def _kind(text: str, at: int, before: Citation | None, opening: int) -> ReferenceKind:
    """How the text leans on the document whose number stands at the offset ``at``."""
    start = max(0, at - _LOOK_BACK)
    start = max((start, *(start + hit.end() for hit in _SENTENCE.finditer(text[start:at]))))
    if before and before.span.start >= start:
        between = text[before.span.end : at]
        if _ANOTHER.search(between):
            return before.kind
        if _ABOUT.search(between):
            return ReferenceKind.MENTIONS
        start = before.span.end
    led = text[start:at]
    for kind, lead in _LEADS.items():
        last = max((hit.end() for hit in lead.finditer(led)), default=None)
        if last is not None and len(led) - last <= _REACH.get(kind, _USUAL_REACH):
            return kind if at < opening or kind is ReferenceKind.REPLACES else ReferenceKind.MENTIONS
    return ReferenceKind.MENTIONS


def _hits(text: str, stretch: Span) -> Iterator[re.Match[str]]:
    for hit in _NOTATION.finditer(text, stretch.start, stretch.end):
        if not _FORM.search(text, max(0, hit.start() - 14), hit.start()):
            yield hit
