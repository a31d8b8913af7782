"""Names of units as offices write them: where one begins and where it ends.

A name begins with a word such as Sở, Phòng, Chủ tịch, "các cơ quan" and ends where the verb begins. Vietnamese has no
marks of case, so the verbs of directives are listed here; a name that holds such a word is told by what stands before it.
"""

import re
from dataclasses import dataclass
from typing import Final

from district_desk.reader.limits import limited_end
from district_desk.reader.verbs import VERB

_HEADS: Final = (
    r"Thủ trưởng|Người đứng đầu|Chủ tịch|Phó Chủ tịch|Giám đ[ốôoó]c|Bí thư|Chánh Văn phòng|Chánh Thanh tra|Chánh án|Cục trưởng"
    r"|Chi cục trưởng|Hiệu trưởng|Trưởng(?: (?:phòng|ban|Ban|Phòng|thôn|ấp|khóm|xóm|bản|buôn|khu phố|Công an)|(?= các))|Bộ trưởng|Viện trưởng|Chỉ huy trưởng|Lãnh đạo"
    r"|Văn phòng|Ủy ban|Uỷ ban|UBND|UBMTTQ|MTTQ|HĐND|Hội đồng|Thường trực|Sở|Bộ(?= [A-ZĐ])|Bộ phận(?= [A-ZĐ])|Phòng|Ban(?= [A-ZĐ]| thường (?:vụ|trực)\b| chấp hành| quản lý)|Cục|Tổng cục|Chi cục|Vụ"
    r"|Công an|Ngành|Thanh tra|Đài|Báo(?= [A-ZĐ]| và)|Trung tâm|Kho bạc|Bảo hiểm|Ngân hàng|Công ty|Tổng công ty|Tập đoàn|VNPT"
    r"|Viettel|Hội(?= [A-ZĐ])|Đoàn|Tỉnh đoàn|Huyện đoàn|Thành đoàn|Liên đoàn|Trường(?! hợp)|Bệnh viện|Tòa án|Toà án|Viện|Mặt trận|Cổng"
    r"|Huyện ủy|Tỉnh ủy|Thành ủy|Đảng ủy|Thị ủy|Chi nhánh|Hạt|Điện lực|Bưu điện|Thông tấn xã|Tổ(?= [A-ZĐ]|\b công tác)"
    r"|Quỹ|Đội|Viễn thông(?= [A-ZĐ])|(?:Ủy|Uỷ) viên(?= (?:[A-ZĐ]|các ))|Xí nghiệp|Hợp tác xã|Quân khu|Bộ Chỉ huy|Bộ Tư lệnh|Ban Chỉ huy|Trạm|Đồn|Doanh nghiệp"
)
_GROUP_WORDS: Final = (
    r"cơ quan|đơn vị|[Ss]ở|[Bb]ộ|[Pp]hòng|[Bb]an|[Nn]gành|địa phương|xã|phường|thị trấn|huyện ủy|thành ủy|đảng ủy|tỉnh ủy|thị ủy|huyện|quận|thành phố|tỉnh|trường(?! hợp)|tổ chức"
    r"|doanh nghiệp|bệnh viện|trung tâm|đoàn thể|thôn|ấp|khóm|xóm|khu phố|tổ dân phố|buôn|bản(?! (?:sao|đồ|kế|cam|ghi|vẽ|tin|án|in|mềm))|đồng chí|chủ đầu tư|thành viên|tập đoàn|công ty|ngân hàng|hội|đài|báo"
    r"|cá nhân|hộ|hộ gia đình|cơ sở|cấp ủy|chi bộ|chi ủy|đảng bộ|ông(?: \(bà\)|, bà)?|chi hội|chi đoàn|lực lượng|hợp tác xã|trạm|cán bộ|công chức|viên chức|đảng viên|cấp|vụ|cục|ban quản lý|tập thể|nhà thầu|chủ (?:cơ sở|rừng|hộ|phương tiện|tàu|doanh nghiệp|trang trại)|nhóm|đội|tổ"
)
_GROUP: Final = (
    rf"(?:[Cc]ác|Quý|[Mm]ỗi|[Tt]ừng|[Mm]ột số|[Tt]oàn thể|[Tt]ất cả các|[Nn]hững) (?:{_GROUP_WORDS}|{_HEADS})(?!\w)"
)
_LOWER_HEADS: Final = (
    r"thủ trưởng|người đứng đầu|chủ tịch|giám đốc|lãnh đạo|cơ quan|đơn vị|Cơ quan|Đơn vị|Cán bộ|cán bộ|phòng|phòng chuyên môn|ngành"
    r"|Xã|xã|địa phương|Địa phương|Sở|sở|trưởng|[Cc]hi hội|[Cc]hi đoàn"
)
HEAD: Final = re.compile(rf"(?:(?:{_HEADS})(?![\w])|{_GROUP}|(?:{_LOWER_HEADS})(?=,? [\wĐđ]))")
STRONG_HEAD: Final = re.compile(
    rf"(?:(?:{_HEADS})(?![\w])|{_GROUP}|(?:thủ trưởng|chủ tịch|giám đốc|người đứng đầu|lãnh đạo(?= các| cấp))\b)"
)

_INSIDE: Final = (
    ("lập", ("công", "dân")),
    ("chỉ", ("Ban",)),
    ("Chỉ", ("Ban", "Trung tâm", "Đoàn")),
    ("đầu", ("dự án",)),
    ("xây", ("đầu tư", "Quản lý", "quản lý")),
    ("thường", ("Giáo dục",)),
    ("thông", ("Cổng", "Công nghệ", "công nghệ")),
    ("tổng", ("Kế hoạch", "Hành chính", "Nội chính", "Kinh tế", "Văn thư")),
    ("đào", ("Quản lý", "quản lý", "công tác")),
    ("nhận", ("Tiếp",)),
    ("khai", ("Quản lý", "quản lý")),
    ("kinh", ("doanh nghiệp", "hộ", "cơ sở", "cá nhân", "sản xuất,", "sản xuất", "thương nhân", "Đăng ký")),
    ("sản", ("doanh nghiệp", "hộ", "cơ sở", "cá nhân", "đơn vị")),
    ("thanh", ("cơ quan",)),
    ("kiểm", ("cơ quan", "Ủy ban", "Uỷ ban", "Đoàn", "đoàn")),
    ("giám", ("Đoàn", "đoàn", "Đoàn kiểm tra,", "đoàn kiểm tra,")),
    ("tham", ("cơ quan",)),
)
"""Words that are verbs elsewhere, and the words after which they are part of a name."""
_TOKEN: Final = re.compile(r"\s*(?:[^\s,;:.()/]+(?:[-/&.][^\s,;:.()]+)*|[,;:.()/])")
_GROUP_TAIL: Final = re.compile(
    rf"\s*(?:các )?(?:{_GROUP_WORDS.replace('[Ss]', 's').replace('[Bb]', 'b').replace('[Pp]', 'p').replace('[Nn]', 'n')}|trực thuộc|thuộc|đặc khu|thị xã|lĩnh vực|liên quan|có liên quan|sự nghiệp|đoàn|tổ|người lao động|tiểu học|truyền hình|trung học|phổ thông|mầm non|mẫu giáo)\b"
)
_TITLED: Final = re.compile(r"(?:Thủ trưởng|thủ trưởng|[Nn]gười đứng đầu|Giám đốc|giám đốc|Lãnh đạo) ")
TOO_VAGUE: Final = re.compile(
    r"(?:[Cc]ơ quan|[Đđ]ơn vị|[Đđ]ịa phương|[Nn]gành|[Pp]hòng|[Ss]ở|[Cc]án bộ|[Ll]ãnh đạo|[Xx]ã|trưởng|Ban|Đội|Tổ|Trường|Hội đồng|Cổng(?! [Tt]hông tin điện tử).*"
    r"|(?:cơ quan|đơn vị|cơ quan, đơn vị) (?:hành chính|mình|quản lý nhà nước))"
)
"""Words that name no unit when they stand alone."""
_LONGEST: Final = 220
"""No name of a unit or group is longer, in characters."""
_SIGNS: Final = frozenset(";:.()/")
_JOINT: Final = re.compile(r"\s*(?:;\s*(?:và\s+)?|,\s*(?:và\s+)?|và\s+|,?\s*cùng\s+(?!với))")
_SPACE: Final = re.compile(r"\s*(?:và\s+)?")
_HAVING: Final = re.compile(r"\s*(?:liên quan|chức năng|tên)\b")
_PLURAL: Final = re.compile(
    r"\b[Cc]ác (?:[Bb]ộ|[Ss]ở|tỉnh|huyện|xã|phường|thành phố|cơ quan|[Pp]hòng|đơn vị)[^:;.]{0,60}$"
)
_FIRST_OF_LIST: Final = re.compile(r":\s*[A-ZĐ]\w+(?:\s\w+){0,5}(?:,| và |;|\s[a-z])")
_COLON: Final = re.compile(r"\s*:\s*")
_OF_TITLED: Final = re.compile(r"\s*các (?:cơ quan|đơn vị|phòng|sở|ban)\b")
_OTHERS: Final = re.compile(r"[^.;:()]{3,60}\s+khác\s*(?=$|[.;:)])")
"""The end of a group told by examples: "các cơ quan báo chí, phát thanh, truyền hình khác"."""
_NEW_GROUP: Final = re.compile(r"(?:các |từng )(?:cơ quan|đơn vị|sở|phòng|huyện|địa phương)\b")
_NOT_OF_LIST: Final = re.compile(r"(?:Sở|Bộ|Thủ trưởng|Chủ tịch|UBND|Ủy ban) ")
_TWO_BODIES: Final = re.compile(
    r"(?:(?:Văn phòng|Thường trực|VP)\s+(?:HĐND|Hội đồng nhân dân|ĐĐBQH|Đoàn đại biểu Quốc hội)[^,;:]{0,40}|Đài|Báo)\s*$"
)
_SECOND_HALF: Final = re.compile(r"(?:Phát thanh|Truyền hình|Hội đồng|Đầu tư|Đào tạo)")
_PLAIN_GROUP: Final = re.compile(r"[Cc]ác (?:[Ss]ở|[Pp]hòng|cơ quan|[Bb]ộ|[Bb]an)\b")
_IN_GROUP: Final = re.compile(
    r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|các cơ quan|các đơn vị|các tổ chức|các địa phương|địa phương|đơn vị|cơ quan)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A unit's name and where it stands in the string that was searched."""

    start: int
    end: int
    text: str


def names_at(text: str, at: int) -> tuple[list[Named], int]:
    """The list of units that begins at an offset, and the offset after it. Empty where none begins there."""
    found: list[Named] = []
    while HEAD.match(text, at):
        end = limited_end(text, at, _name_end(text, at))
        name = text[at:end].rstrip(" ,;")
        found.append(Named(at, at + len(name), name))
        joint = _next_in_list(text, end)
        if joint is None:
            return _grouped(text, found), end
        at = joint
    return _grouped(text, found), (found[-1].end if found else at)


def _grouped(text: str, names: list[Named]) -> list[Named]:
    """One name for what an office writes as one group: "Các Sở, ban, ngành, UBND xã, phường và các cơ quan có liên quan"."""
    if len(names) < 2 or not _PLAIN_GROUP.match(names[0].text):
        return names
    kept = [names[0]]
    for name in names[1:]:
        last = kept[-1]
        if len(kept) == 1 and ";" not in text[last.end : name.start] and _IN_GROUP.match(name.text):
            kept[0] = Named(last.start, name.end, text[last.start : name.end])
        else:
            kept.append(name)
    return kept


def _next_in_list(text: str, end: int) -> int | None:
    """Where the next name of the list begins, or None where the list ends."""
    joint = _JOINT.match(text, end)
    if joint and HEAD.match(text, joint.end()):
        return joint.end()
    return None


def _name_end(text: str, start: int) -> int:
    """Where the name that begins at ``start`` ends."""
    head = HEAD.match(text, start)
    at = head.end() if head else start
    listing = False
    while at < min(len(text), start + _LONGEST):
        hit = _TOKEN.match(text, at)
        if hit is None:
            return at
        word = hit[0].strip()
        if word == ":" and _is_listing(text, start, at):
            listing = True
        elif word in _SIGNS or _ends_name(text, start, hit, listing=listing):
            return at
        at = hit.end()
    return at


def _ends_name(text: str, start: int, hit: re.Match[str], *, listing: bool) -> bool:
    """Whether the name ends before this word."""
    word = hit[0].strip()
    if word == ",":
        return not _comma_belongs(text, hit.end(), start, listing=listing)
    if word == "và":
        return _and_parts(text, hit.end(), start)
    if word == "có":
        return not _HAVING.match(text, hit.end())
    return bool(VERB.match(text, hit.end() - len(word))) and not _part_of_name(text, start, hit.start(), word)


def _part_of_name(text: str, start: int, at: int, word: str) -> bool:
    """Whether what looks like a verb is inside a name: "công lập", "Ban chỉ đạo", "sự nghiệp"."""
    before = text[max(start, at - 12) : at].rstrip()
    return any(word == verb and before.endswith(words) for verb, words in _INSIDE)


def _is_listing(text: str, start: int, at: int) -> bool:
    """Whether a colon opens a list of names: "Các Bộ: Quốc phòng, Công an", "các tỉnh, thành phố: Hà Tĩnh, Huế"."""
    word = _COLON.match(text, at)
    begins = word.end() if word else at
    deed = VERB.match(text[begins : begins + 1].lower() + text[begins + 1 : begins + 30])
    return not deed and bool(_PLURAL.search(text, start, at) and _FIRST_OF_LIST.match(text, at))


def _comma_belongs(text: str, at: int, start: int, *, listing: bool) -> bool:
    """Whether the words after a comma are still of the same name."""
    if _TITLED.match(text, start) and _OF_TITLED.match(text, at):
        return True
    space = _SPACE.match(text, at)
    at = space.end() if space else at
    if _OTHERS.match(text, at) and not STRONG_HEAD.match(text, at):
        return True
    if _GROUP_TAIL.match(text, at) and not VERB.match(text, at) and not _NEW_GROUP.match(text, at):
        return True
    if STRONG_HEAD.match(text, at):
        return listing and not _NOT_OF_LIST.match(text, at)
    return text[at : at + 1].isupper()


def _and_parts(text: str, at: int, start: int) -> bool:
    """Whether "và" parts two names, and is not inside one ("Khoa học và Công nghệ", "HĐND và UBND")."""
    space = _SPACE.match(text, at)
    after = space.end() if space else at
    if _TWO_BODIES.search(text, start, at - 3) or _SECOND_HALF.match(text, after):
        return False
    return bool(STRONG_HEAD.match(text, after) or VERB.match(text, after))
