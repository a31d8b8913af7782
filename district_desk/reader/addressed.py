"""Units as written: who must act, who cooperates, through whom.

The names are taken as they stand; which units of the office they mean is the resolver's work (domain). A body that
gives orders ("Chủ tịch UBND huyện yêu cầu …"), decides or only receives a report is not one that must act.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from district_desk.reader.limits import is_limited
from district_desk.reader.names import STRONG_HEAD, TOO_VAGUE, Named, names_at
from district_desk.reader.verbs import VERB

_GIVEN: Final = re.compile(
    r"(?:^|[.;,:]\s+|\b)(?:(?:đồng thời|cũng|và|tiếp tục|có ý kiến)\s+)?(?P<verb>[Gg]iao(?: trách nhiệm)?(?: cho)?|[Yy]êu c[ầâ]u(?:(?:,| và) đôn đốc)?|[Đđ]ề nghị|[Pp]hân công|[Cc]hỉ thị)\s+(?:đồng chí\s+)?(?=\S)"
)
_COOPERATES: Final = re.compile(
    r"\b[Pp]hối hợp(?:\s+(?:chặt chẽ|tốt|thường xuyên|đồng bộ))?(?:,\s*thống nhất)?\s*(?:với|cùng|cùng với)?\s+(?=\S)"
)
_THROUGH: Final = re.compile(
    r"(?:\(|\b)(?:[Tt]hông )?[Qq]ua\s+(?=(?:Phòng|phòng|Văn phòng|Sở|Ban|Cục|Chi cục|Công an|Trung tâm|Thanh tra|Bộ|Cổng|UBND|Ủy ban)\b)"
)
_FIELD: Final = re.compile(
    r"^\W{0,3}(?:[Cc]ơ quan|[Đđ]ơn vị|[Bb]ộ phận|[Cc]ác đơn vị)?\s*(?P<role>[Cc]hủ trì(?: thực hiện)?|[Tt]hực hiện|[Pp]hối hợp(?: thực hiện)?|[Tt]ham mưu|[Cc]hịu trách nhiệm|[Pp]hụ trách)\s*:\s*"
)
_OBLIGED: Final = re.compile(
    r"\s*,?\s*(?:phải|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|kịp thời (?:phản ánh|báo cáo)|chủ trì|cần|căn cứ|nghiêm túc|khẩn trương|chủ động)\b"
)
_CLAUSE_FIRST: Final = re.compile(
    r"\W{0,3}(?:Trên cơ sở|Căn cứ|Theo|Đối với|Trong quá trình|Để|Nhằm|Khi|Qua|Định kỳ|Hằng|Hàng|Sau khi|Trước khi|Trường hợp|Nếu)\b"
)
_CLAUSE_END: Final = re.compile(r"[.;:]\s")
_LONGEST_CLAUSE: Final = 1_000
"""Characters of a clause before its verb; prose without a full stop is no longer looked at."""
_CLAUSE_TURN: Final = re.compile(r",\s+(?:đề nghị\s+|yêu cầu\s+)?|vướng mắc\s+(?:đề nghị\s+|yêu cầu\s+|thì\s+)?")
_STRONGLY_OBLIGED: Final = re.compile(
    r"\s*,?\s*(?:phải|có trách nhiệm|chịu trách nhiệm|kịp thời phản ánh|kịp thời báo cáo|chủ trì)"
)
_DECIDES: Final = re.compile(r"\s*(?:xem xét|quyết định|cho phép|phê duyệt)")
_RECEIVED: Final = re.compile(
    r"\s*Nhận được\W+(?:[Cc]ông văn|[Vv]ăn bản|[Cc]hỉ thị|[Kk]ế hoạch|[Cc]ông điện|[Tt]hông báo)"
)
_NOUN: Final = re.compile(
    r"\b(?:được|do|theo|đã|khi có|đáp ứng|những|nội dung|nhiệm vụ|các|và đôn đốc)\b(?!.*,\s)"
    r"(?!.*(?:Chủ tịch|Ủy ban|UBND|Giám đốc|Thủ tướng)\b.{0,60}$)"
)
"""The clause before "yêu cầu" or "giao" makes it a noun or a told act: "theo yêu cầu", "đáp ứng yêu cầu"."""
_TOLD: Final = re.compile(r"\b(?:được|do)\b[^,]*$|\bgiao cho\b|nhiệm vụ được|công việc do")
_AMONG_DEEDS: Final = re.compile(
    rf"(?:^|[.;:,]|\bthì|\bphải)\s*(?:(?:phải|kịp thời|đồng thời|thường xuyên)\s+)?{VERB.pattern},\s*$"
)
"""One deed and a comma before "yêu cầu" make it another deed of the same actor: "phải hướng dẫn, yêu cầu các hộ …"."""
_TOLD_TO: Final = re.compile(r"\bthông báo\s+(?:để|đến|tới|cho)\s+(?=\S)")
_KNOWN_BY: Final = re.compile(r"\s*,?\s*(?:được\s+)?(?:biết|thực hiện)\b")
_DIRECTS: Final = re.compile(
    r"Chỉ đạo\s+(?=(?:Ban|[Cc]ơ quan|Sở|[Pp]hòng|Công an|Bảo hiểm|Trung tâm|Chi cục|Cục|Đài|Hạt|Văn phòng|Thanh tra|UBND"
    r"|Ủy ban|Uỷ ban|Chủ tịch|Thủ trưởng|Giám đốc|Trưởng|[Đđ]ội|[Tt]rạm|[Cc]hi hội|[Cc]hi đoàn)\b)"
)
_TITLE: Final = re.compile(r"\W{0,3}[^.;:]{3,70}:\s+(?=\S)")
"""A title of a few words on the line of its duty: "Kinh phí: UBND các xã bố trí …"."""
_MADE_RESPONSIBLE: Final = re.compile(
    r"(?! ?(?:chủ |phối hợp|theo |căn cứ|trong |trên cơ sở|tiếp tục|có ))(?P<more>[^,.;:]{3,110}?),?\s+(?:có|chịu) trách nhiệm"
    r"(?: sau| như sau| cụ thể)?\s*:?$"
)
"""The end of a heading: "Các hộ khai thác nước trên địa bàn có trách nhiệm:"; all before it is the name."""
_CELL_PARTS: Final = re.compile(
    r"[;\n]|(?:^|(?<=[;.,]) )[-+•]\s"
    r"|(?<=[^\W\d_A-ZĐ,])(?<!và)(?<!cùng)(?<!thuộc)(?<!của)(?<!phòng)(?<!trưởng)(?<!tịch)(?<!đốc)(?<!an)(?<!tra)(?<!đạo)"
    r" (?=(?:Sở|Phòng|UBND|Ủy ban|Công an|Văn phòng|Trung tâm|Các|Thanh tra|Chi cục|Cục|Bộ) )"
)
"""What parts the units in a cell; a cell of several lines has lost their ends and is parted before a new name."""
_DONE_BY: Final = re.compile(
    r"\b(?:do|để|thì)\s+(?=(?:cơ quan|đơn vị|Sở|Phòng|UBND|Ủy ban|Ban|Công an|Văn phòng|Chi cục|Cục|các)\b)"
)
_CARRIES_OUT: Final = re.compile(r"\s*(?:thực hiện|chủ trì|chịu trách nhiệm|đảm nhiệm)\b")
_CLAUSE: Final = re.compile(r"(?:^|[.;:,]\s+|\bthì\s+)(?=\S)")
_ISSUES: Final = re.compile(
    r"\s*(?:cũng\s+|đã\s+|có\s+ý kiến\s+)?(?:yêu cầu|đề nghị|giao|có ý kiến|quyết định|chỉ thị|ban hành)\b"
)


@dataclass(slots=True)
class Actors:
    """Who acts, who cooperates, and through whom it is sent, as offsets into one string."""

    units: list[Named]
    coordinating: list[Named]
    via: list[Named]


def actors(text: str, starts: Sequence[int] = ()) -> Actors:
    """The units that an item's own words (without its label) name; ``starts`` are where its further paragraphs begin."""
    via = _after(text, _THROUGH)
    cooperating = _after(text, _COOPERATES)
    field = _FIELD.match(text)
    if field:
        named = _field_names(text, field.end())
        if field["role"].lower().startswith("phối hợp"):
            return Actors([], named, via)
        return Actors(named, cooperating, via)
    taken = _distinct([*_first(text), *_given(text), *_obliged(text), *_done_by(text), *_later(text, starts)])
    others = {(name.start, name.end) for name in (*cooperating, *via)}
    units = [name for name in taken if (name.start, name.end) not in others and not TOO_VAGUE.fullmatch(name.text)]
    acting = {(name.start, name.end) for name in units}
    return Actors(units, [name for name in cooperating if (name.start, name.end) not in acting], via)


def given_in(text: str) -> list[Named]:
    """The units to which an opening sentence gives the list that follows it ("… yêu cầu Thủ trưởng …:")."""
    return _distinct(_given(text))


def _first(text: str) -> Iterator[Named]:
    """Who acts by the first words: those told of the document, a list of units, or one after an opening or a title."""
    told = _told_to(text)
    if told:
        yield from told
        return
    names = list(_leading(text))
    yield from names
    yield from _after_condition(text, 0)
    if not names and text[:1].islower():
        yield from _acting_at(text, 0)
    if not names and (title := _TITLE.match(text)):
        yield from _acting_at(text, title.end())


def _later(text: str, starts: Sequence[int]) -> Iterator[Named]:
    """Who acts by the first words of the paragraphs that follow the first."""
    for at in starts:
        yield from _acting_at(text, at)
        yield from _after_condition(text, at)


def _told_to(text: str) -> list[Named]:
    """Those who learn of it and carry it out: "Văn phòng thông báo để các sở biết, thực hiện"."""
    for hit in _TOLD_TO.finditer(text):
        names, end = names_at(text, hit.end())
        if names and _KNOWN_BY.match(text, end):
            return names
    return []


def _acting_at(text: str, at: int) -> list[Named]:
    """The list of units that begins there, if a deed of theirs follows."""
    names, end = names_at(text, at)
    return names if names and STRONG_HEAD.match(text, at) and _acts(text, end) else []


def _leading(text: str) -> Iterator[Named]:
    """A list of units with which the words begin: "Sở Nội vụ hướng dẫn …", "Thủ trưởng các sở …:"."""
    start = re.match(
        r"\W{0,3}(?:(?:Nhiệm vụ|Nội dung|Lưu ý|Trách nhiệm|Ghi chú)\s*:\s*)?(?:(?:Các )?[Đđ]ồng chí\s+)?(?P<those>Đối với\s+)?",
        text,
    )
    at = start.end() if start else 0
    directing = _DIRECTS.match(text, at)
    names, end = names_at(text, directing.end() if directing else at)
    if len(names) == 1 and not directing and _is_bare(text, end):
        whole = text[names[0].start :].rstrip(" :.;")
        names = [Named(names[0].start, names[0].start + len(whole), whole)]
    if names and (rest := _MADE_RESPONSIBLE.match(text, end)):
        names[-1] = Named(names[-1].start, rest.end("more"), text[names[-1].start : rest.end("more")])
    if not names or (_ISSUES.match(text, end) and not text[end:].lstrip().startswith("ban hành")):
        return
    if start and start["those"]:
        yield from (
            name
            for name in names
            if re.search(r"\b(?:xã|thị trấn|phường|huyện|đơn vị|cơ quan)\b.* (?:được|đạt|có|chưa) ", name.text)
        )
    elif not text[at].islower() or directing:
        yield from names


def _is_bare(text: str, end: int) -> bool:
    """Whether the words are no more than a unit's name as a heading, with little after what was read of it."""
    rest = text[end:].strip()
    return 0 < len(rest) < 40 and len(text) < 90 and not re.search(r"[,.;:()]", rest) and not _OBLIGED.match(text, end)


def _given(text: str) -> Iterator[Named]:
    clauses = [0, *(end.end() for end in _CLAUSE_END.finditer(text))]
    for hit in _GIVEN.finditer(text):
        at = hit.start("verb")
        if not _gives(text, clauses[bisect_right(clauses, at) - 1], at):
            continue
        names, _ = names_at(text, hit.end())
        yield from names


def _gives(text: str, clause: int, at: int) -> bool:
    """Whether the verb at ``at`` gives work here and is not told of ("nhiệm vụ được … giao", "theo yêu cầu …").

    ``clause`` is where its clause begins; of one without an end only the last words are looked at.
    """
    before = text[max(clause, at - _LONGEST_CLAUSE) : at]
    if text[at].isupper() or not before.strip() or _RECEIVED.match(text, clause, at):
        return True
    return not (_NOUN.search(before) or _TOLD.search(before) or _AMONG_DEEDS.search(before))


def _after_condition(text: str, start: int) -> Iterator[Named]:
    """The units that act after an opening clause: "Trên cơ sở kết quả …, Thủ trưởng các cơ quan khẩn trương …"."""
    if not _CLAUSE_FIRST.match(text, start):
        return
    sentence = _CLAUSE_END.search(text, start)
    for hit in _CLAUSE_TURN.finditer(text, start, sentence.start() if sentence else len(text)):
        names, end = names_at(text, hit.end())
        if names and STRONG_HEAD.match(text, hit.end()):
            if _acts(text, end):
                yield from names
            return


def _acts(text: str, end: int) -> bool:
    """Whether what follows a list of names says that they act, not that they decide or give orders."""
    if _ISSUES.match(text, end) or _DECIDES.match(text, end):
        return False
    return bool(VERB.match(text, _word_at(text, end))) or is_limited(text, end)


def _word_at(text: str, at: int) -> int:
    while at < len(text) and text[at] in " ,":
        at += 1
    return at


def _obliged(text: str) -> Iterator[Named]:
    """Units that a clause obliges: "Cơ quan được lấy ý kiến có trách nhiệm …", "…, các cơ quan phải …"."""
    for hit in _CLAUSE.finditer(text):
        if hit.end() and text[hit.start()] == "," and not STRONG_HEAD.match(text, hit.end()):
            continue
        names, end = names_at(text, hit.end())
        must = _OBLIGED if hit.end() == 0 else _STRONGLY_OBLIGED
        turns = hit.end() > 0 and text[hit.start()] in ".;" and STRONG_HEAD.match(text, hit.end())
        if names and (must.match(text, end) or (turns and _acts(text, end))):
            yield from names


def _done_by(text: str) -> Iterator[Named]:
    """Told after the deed: "do Sở Nội vụ thực hiện", "để Sở Tài chính thực hiện", "thì đơn vị đó thực hiện"."""
    for hit in _DONE_BY.finditer(text):
        names, end = names_at(text, hit.end())
        if names and _CARRIES_OUT.match(text, end):
            yield from names


def _after(text: str, pattern: re.Pattern[str]) -> list[Named]:
    found: list[Named] = []
    for hit in pattern.finditer(text):
        names, _ = names_at(text, hit.end())
        found += names
    return _distinct(found)


def _field_names(text: str, at: int) -> list[Named]:
    """The names after "Cơ quan chủ trì:", parted by semicolons or commas before a new name."""
    names, _ = names_at(text, at)
    for hit in re.finditer(r";\s*(?=\S)", text[at:]):
        more, _ = names_at(text, at + hit.end())
        names += more
    if names:
        return _distinct(names)
    rest = text[at:].rstrip(" .;")
    return [Named(at, at + len(rest), rest)] if rest and len(rest) < 120 else []


def names_in_cell(text: str) -> list[Named]:
    """The units that a cell of a table lists: parted by signs, by dashes, or only by their own first words."""
    found: list[Named] = []
    at = 0
    for piece in _CELL_PARTS.split(text):
        at = text.index(piece, at)
        if piece.strip(" .;,-"):
            found += _field_names(text[: at + len(piece)], at + len(piece) - len(piece.lstrip(" -,;")))
        at += len(piece)
    return _distinct(found)


def _distinct(names: Iterator[Named] | list[Named]) -> list[Named]:
    kept: list[Named] = []
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
