"""Units as written: who must act, who cooperates, through whom.

A unit's name begins with a word such as Sở, Phòng, Chủ tịch, "các cơ quan" and ends where the verb begins. The
names are taken as they stand; which units of the office they mean is the resolver's work (domain).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_HEADS: Final = (
    r"Thủ trưởng|Người đứng đầu|Chủ tịch|Phó Chủ tịch|Giám đ[ốôoó]c|Bí thư|Chánh Văn phòng|Chánh Thanh tra|Chánh án|Cục trưởng"
    r"|Chi cục trưởng|Hiệu trưởng|Trưởng (?:phòng|ban|Ban|Phòng|thôn|Công an)|Bộ trưởng|Viện trưởng|Chỉ huy trưởng|Lãnh đạo"
    r"|Văn phòng|Ủy ban|Uỷ ban|UBND|UBMTTQ|MTTQ|HĐND|Hội đồng|Thường trực|Sở|Bộ(?= [A-ZĐ])|Phòng|Ban(?= [A-ZĐ])|Cục|Tổng cục|Chi cục|Vụ"
    r"|Công an|Ngành|Thanh tra|Đài|Báo(?= [A-ZĐ]| và)|Trung tâm|Kho bạc|Bảo hiểm|Ngân hàng|Công ty|Tổng công ty|Tập đoàn|VNPT"
    r"|Viettel|Hội(?= [A-ZĐ])|Đoàn|Tỉnh đoàn|Huyện đoàn|Thành đoàn|Liên đoàn|Trường|Bệnh viện|Tòa án|Toà án|Viện|Mặt trận|Cổng"
    r"|Huyện ủy|Tỉnh ủy|Thành ủy|Đảng ủy|Thị ủy|Chi nhánh|Hạt|Điện lực|Bưu điện|Thông tấn xã|Tổ(?= [A-ZĐ]|\b công tác)"
    r"|Quỹ|Đội|Xí nghiệp|Hợp tác xã|Quân khu|Bộ Chỉ huy|Bộ Tư lệnh|Ban Chỉ huy|Trạm|Đồn|Doanh nghiệp"
)
_GROUP_WORDS: Final = (
    r"cơ quan|đơn vị|[Ss]ở|[Bb]ộ|[Pp]hòng|[Bb]an|[Nn]gành|địa phương|xã|phường|thị trấn|huyện ủy|thành ủy|đảng ủy|tỉnh ủy|thị ủy|huyện|quận|thành phố|tỉnh|trường|tổ chức"
    r"|doanh nghiệp|bệnh viện|trung tâm|đoàn thể|thôn|đồng chí|chủ đầu tư|thành viên|tập đoàn|công ty|ngân hàng|hội|đài|báo"
    r"|cá nhân|hộ gia đình|cấp ủy|chi bộ|cấp|vụ|cục|ban quản lý|tập thể|nhà thầu|chủ cơ sở|nhóm|đội|tổ"
)
_GROUP: Final = rf"(?:[Cc]ác|[Mm]ỗi|[Tt]ừng|[Mm]ột số|[Tt]oàn thể|[Tt]ất cả các|[Nn]hững) (?:{_GROUP_WORDS}|{_HEADS})\b"
_LOWER_HEADS: Final = (
    r"thủ trưởng|người đứng đầu|chủ tịch|giám đốc|lãnh đạo|cơ quan|đơn vị|Cơ quan|Đơn vị|Cán bộ|cán bộ|phòng|phòng chuyên môn|ngành"
    r"|Xã|xã|địa phương|Địa phương|Sở|sở|trưởng"
)
HEAD: Final = re.compile(rf"(?:(?:{_HEADS})(?![\w])|{_GROUP}|(?:{_LOWER_HEADS})(?=,? [\wĐđ]))")
_STRONG_HEAD: Final = re.compile(rf"(?:(?:{_HEADS})(?![\w])|{_GROUP}|(?:thủ trưởng|chủ tịch|giám đốc|người đứng đầu)\b)")

_VERBS: Final = re.compile(
    r"(?:chủ trì|chủ động|phối hợp|tổ chức(?! (?:xã hội|chính trị|có liên quan|liên quan|cá nhân|đoàn thể|đảng|hội|kinh tế|sau|phụ trách|thành viên|tôn giáo)|,)"
    r"|chỉ đạo|triển khai|thực hiện|theo(?! ngành)|căn cứ|có trách nhiệm"
    r"|chịu trách nhiệm|tiếp tục|tăng cường|khẩn trương|nghiêm túc|nghiêm chỉnh|rà soát|xây dựng|tham mưu|hướng dẫn|đôn đốc|kiểm tra"
    r"|báo cáo|đề xuất|kịp thời|tập trung|phải|cần|bố trí|bảo đảm|đảm bảo|quán triệt|phổ biến|tuyên truyền|nghiên cứu|tổng hợp|cử"
    r"|thường xuyên|đẩy mạnh|trực tiếp|để|nêu cao|nêu trên(?= )|thành lập|lập|ban hành|hoàn thành|gửi|cung cấp|cập nhật|tiến hành|biết|thì"
    r"|khi|trên cơ sở|trong (?:quá|việc|công|thời|phạm|lĩnh|tháng|quý|năm|triển|tổ|thực|đó|các|suốt|từng)|quyết tâm|quyết liệt|cụ thể|giải quyết"
    r"|xem xét|xử lý|đăng ký|nâng cao|là|tham gia|sử dụng|tạo điều kiện|thông báo|thông tin|góp ý|có văn bản|có ý kiến|có kế hoạch"
    r"|có biện pháp|có giải pháp|có phương án|giao|yêu cầu|đề nghị|phân công|tích cực|huy động|vận động|duy trì|giám sát|theo dõi|trình(?! độ)"
    r"|ưu tiên|chuẩn bị|thẩm định|tiếp nhận|lồng ghép|bám sát|nắm|đưa|hằng|hàng (?:năm|quý|tháng|tuần|ngày)|định kỳ|trước|sau(?! đây)"
    r"|đồng thời|cùng|với|đến|về (?:việc|tình|kết|công|các|nội|chủ|tầm)|vào|từ(?! H)|cho(?! vay)|tự|lựa chọn|kiện toàn|tuân thủ|chấp hành"
    r"|ký|phê duyệt|quyết định|công bố|công khai|cân đối|bổ sung|sớm|ngay|rút|khắc phục|phát huy|đổi mới|thống nhất|sẵn sàng|chi trả"
    r"|thanh tra(?! tỉnh| huyện)|hỗ trợ|giúp|thống kê|mở|tính|dự toán|chú trọng|quan tâm|nhận thức|siết|xác định|điều hành|làm việc|thể hiện"
    r"|được (?:nêu|giao|thực|phân|đánh|xếp|tổ|xin|lấy|nhận|bố|hỗ|cử|gửi|phát|biên)|bảo vệ(?! môi)|hoạt động|ứng dụng|khai thác|sản xuất|kinh doanh|ra(?= )|đóng góp|tập huấn"
    r"|đầu tư (?:xây|các|nâng)|nhận|quản lý (?:chặt|tốt|việc)|đánh giá|phân tích|trao đổi|trả lời|kết hợp|nghiệm thu|tăng|giảm|cam kết|đã|đang|sẽ|không|chưa|vẫn|còn|cũng|nào|chủ yếu|đề ra|chia sẻ|cảnh báo|khuyến khích|vận hành|bàn giao|đào tạo|bồi dưỡng|tiến độ|rà|nộp|chuyển|thu|chi(?= )|hoàn thiện|hoàn chỉnh|đối chiếu|chậm|nếu|hoặc|hay|mà|do|vì|nhằm|như|thay|qua|tại(?! thôn)|và (?:tổ chức|triển khai|thực hiện|báo cáo|chỉ đạo)"
    r"|Tăng cường|Chủ trì|Phối hợp|Triển khai|Tiếp tục|Chủ động|Rà soát|Tham mưu|Hướng dẫn|Đôn đốc|Căn cứ|Theo|Chịu trách nhiệm"
    r"|Bố trí|Đẩy mạnh|Khẩn trương|Nghiêm túc|Tập trung|Đề xuất|Thường xuyên|Kịp thời|Phát huy|Nâng cao|Cử|Chuẩn bị|Bảo đảm|Đảm bảo"
    r"|Tạo điều kiện|Có trách nhiệm|Thực hiện|Xem xét|Tích cực|Trực tiếp|Quán triệt|Phân công|Trên cơ sở)(?!\w)"
)
_TOKEN: Final = re.compile(r"\s*(?:[^\s,;:.()/]+(?:[-/&.][^\s,;:.()]+)*|[,;:.()/])")
_AND: Final = re.compile(r",?\s*(?:và|cùng|,)\s+")
_GROUP_TAIL: Final = re.compile(rf"\s*(?:các )?(?:{_GROUP_WORDS.replace('[Ss]', 's').replace('[Bb]', 'b').replace('[Pp]', 'p').replace('[Nn]', 'n')}|trực thuộc|thuộc|đặc khu|thị xã|lĩnh vực|liên quan|có liên quan|sự nghiệp|đoàn|tổ)\b")
_TITLED: Final = re.compile(r"(?:Thủ trưởng|thủ trưởng|[Nn]gười đứng đầu|Giám đốc|giám đốc|Lãnh đạo) ")
_TOO_VAGUE: Final = re.compile(r"(?:[Cc]ơ quan|[Đđ]ơn vị|[Đđ]ịa phương|[Nn]gành|[Pp]hòng|[Ss]ở|[Cc]án bộ|[Ll]ãnh đạo|[Xx]ã|trưởng|Ban|Đội|Tổ|Trường|Hội đồng)")
_NEVER: Final = re.compile(r"(?:cơ quan|đơn vị|cơ quan, đơn vị) (?:hành chính|mình|quản lý nhà nước)\b")
_LONGEST: Final = 220


_LIMITED: Final = re.compile(r"(?:[Cc]ác|[Nn]hững|[Cc]ơ quan|[Đđ]ơn vị|xã|Xã|[Tt]hủ trưởng)[ ,]")
_CONDITION: Final = re.compile(
    r"\s*(?:được (?:giao|phân công)(?: nhiệm vụ)?(?: chủ trì)?(?: thực hiện| triển khai)?(?: các)?(?: nhiệm vụ)?(?: được giao)?"
    r"(?: (?:thuộc|theo|tại) (?:Kế hoạch|Chỉ thị|Công văn|Quyết định|văn bản|Chương trình)(?: này)?)?"
    r"|(?:trình|soạn thảo) văn bản|(?:được (?:đánh giá|xếp loại|kiểm tra|thanh tra|lấy|xin)|có (?:thẩm quyền|hệ thống|Chỉ số|chỉ số|điểm|tỷ lệ|tỉ lệ)|đạt|chưa) [^,;.:]{3,90}?"
    r"(?=,|;|\.|:| và (?:các )?(?:xã|đơn vị|cơ quan)| (?:có trách nhiệm|phải|chịu trách nhiệm|gửi|thực hiện(?:$|[.;,]))|$)|đó(?!\w))"
)
_PLAIN_GROUP: Final = re.compile(r"[Cc]ác (?:[Ss]ở|[Pp]hòng|cơ quan|[Bb]ộ|[Bb]an)\b")
_IN_GROUP: Final = re.compile(r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|các cơ quan|các đơn vị|các tổ chức|các địa phương|địa phương|đơn vị|cơ quan)\b")


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
        end = _with_condition(text, at, _name_end(text, at))
        name = text[at:end].rstrip(" ,;")
        found.append(Named(at, at + len(name), name))
        joint = _next_in_list(text, end)
        if joint is None:
            return _grouped(text, found), end
        at = joint
    return _grouped(text, found), (found[-1].end if found else at)


def _with_condition(text: str, start: int, end: int) -> int:
    """A group with the words that limit it: "Các cơ quan được phân công chủ trì", "các xã, thị trấn đạt dưới 75%"."""
    if not _LIMITED.match(text, start):
        return end
    hit = _CONDITION.match(text, end)
    return hit.end() if hit else end


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
    joint = re.compile(r"\s*(?:;\s*(?:và\s+)?|,\s*(?:và\s+)?|và\s+|,?\s*cùng\s+(?!với))").match(text, end)
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
        token = hit[0].strip()
        if token == ":" and _is_listing(text, start, at):
            listing = True
        elif token in (";", ":", ".", "(", ")", "/"):
            return at
        elif token == ",":
            if not _comma_belongs(text, hit.end(), start, listing=listing):
                return at
        elif token == "và" and _and_parts(text, hit.end(), start):
            return at
        elif token == "có" and not re.match(r"\s*(?:liên quan|chức năng)", text[hit.end() :]):
            return at
        elif token != "và" and _VERBS.match(text, hit.end() - len(token)) and not _part_of_name(text, start, at, token):
            return at
        at = hit.end()
    return at


def _part_of_name(text: str, start: int, at: int, token: str) -> bool:
    """Whether what looks like a verb is inside a name: "công lập", "Ban chỉ đạo", "sự nghiệp"."""
    before = text[max(start, at - 12) : at].rstrip()
    return (token == "lập" and before.endswith(("công", "dân", "ngoài công"))) or (token == "chỉ" and before.endswith("Ban"))


def _is_listing(text: str, start: int, at: int) -> bool:
    """Whether a colon opens a list of names: "Các Bộ: Quốc phòng, Công an", "các tỉnh, thành phố: Hà Tĩnh, Huế"."""
    plural = re.match(r"(?:.{0,60}\b)?(?:[Cc]ác) (?:[Bb]ộ|[Ss]ở|tỉnh|huyện|xã|phường|thành phố|cơ quan|[Pp]hòng|đơn vị)[^:;.]{0,60}$", text[start:at])
    return bool(plural and re.match(r":\s*[A-ZĐ]\w+(?:\s[A-Zà-ỹa-zđ]+){0,5}(?:,| và |;|\s[a-z])", text[at : at + 60]))


def _comma_belongs(text: str, at: int, start: int, *, listing: bool) -> bool:
    """Whether the words after a comma are still of the same name."""
    if _TITLED.match(text, start) and re.compile(r"\s*các (?:cơ quan|đơn vị|phòng|sở|ban)\b").match(text, at):
        return True
    space = re.compile(r"\s*(?:và\s+)?").match(text, at)
    at = space.end() if space else at
    if _GROUP_TAIL.match(text, at) and not _VERBS.match(text, at) and not re.match(r"(?:các |từng )(?:cơ quan|đơn vị|sở|phòng|huyện|địa phương)\b", text[at:]):
        return True
    if _STRONG_HEAD.match(text, at):
        return listing and not re.match(r"(?:Sở|Bộ|Thủ trưởng|Chủ tịch|UBND|Ủy ban) ", text[at:])
    return text[at : at + 1].isupper()


def _and_parts(text: str, at: int, start: int) -> bool:
    """Whether "và" parts two names, and is not inside one ("Khoa học và Công nghệ", "HĐND và UBND")."""
    after = text[at:].lstrip()
    if re.search(r"(?:Văn phòng|Thường trực|VP)\s+(?:HĐND|Hội đồng nhân dân|ĐĐBQH|Đoàn đại biểu Quốc hội)[^,;:]{0,40}$", text[start:at - 3].rstrip() or ""):
        return False
    if re.match(r"(?:Phát thanh|Truyền hình|Hội đồng|Đầu tư|Đào tạo)", after):
        return False
    if re.search(r"(?:Đài|Báo)$", text[start : at - 3].rstrip()):
        return False
    return bool(_STRONG_HEAD.match(after)) or bool(_VERBS.match(after))


_GIVEN: Final = re.compile(
    r"(?:^|[.;,:]\s+|\b)(?:(?:đồng thời|cũng|và|tiếp tục|có ý kiến)\s+)?(?P<verb>[Gg]iao(?: trách nhiệm)?(?: cho)?|[Yy]êu c[ầâ]u|[Đđ]ề nghị|[Pp]hân công|[Cc]hỉ thị)\s+(?:đồng chí\s+)?(?=\S)"
)
_COOPERATES: Final = re.compile(
    r"\b[Pp]hối hợp(?:\s+(?:chặt chẽ|tốt|thường xuyên|đồng bộ))?(?:,\s*thống nhất)?\s*(?:với|cùng|cùng với)?\s+(?=\S)"
)
_THROUGH: Final = re.compile(r"(?:\(|\b)(?:[Tt]hông )?[Qq]ua\s+(?=(?:Phòng|phòng|Văn phòng|Sở|Ban|Cục|Chi cục|Công an|Trung tâm|Thanh tra|Bộ|Cổng|UBND|Ủy ban)\b)")
_FIELD: Final = re.compile(
    r"^\W{0,3}(?:[Cc]ơ quan|[Đđ]ơn vị|[Bb]ộ phận|[Cc]ác đơn vị)?\s*(?P<role>[Cc]hủ trì(?: thực hiện)?|[Tt]hực hiện|[Pp]hối hợp(?: thực hiện)?|[Tt]ham mưu|[Cc]hịu trách nhiệm|[Pp]hụ trách)\s*:\s*"
)
_OBLIGED: Final = re.compile(r"\s*,?\s*(?:phải|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|kịp thời (?:phản ánh|báo cáo)|chủ trì|cần|căn cứ|nghiêm túc|khẩn trương|chủ động)\b")
_CLAUSE_FIRST: Final = re.compile(r"\W{0,3}(?:Trên cơ sở|Căn cứ|Theo|Đối với|Trong quá trình|Để|Nhằm|Khi|Qua|Định kỳ|Hằng|Hàng|Sau khi|Trước khi|Trường hợp|Nếu)\b")
_DONE_BY: Final = re.compile(r"\b(?:do|để|thì)\s+(?=(?:cơ quan|đơn vị|Sở|Phòng|UBND|Ủy ban|Ban|Công an|Văn phòng|Chi cục|Cục|các)\b)")
_CLAUSE: Final = re.compile(r"(?:^|[.;:,]\s+|\bthì\s+)(?=\S)")
_ISSUES: Final = re.compile(r"\s*(?:cũng\s+|đã\s+|có\s+ý kiến\s+)?(?:yêu cầu|đề nghị|giao|có ý kiến|quyết định|chỉ thị|ban hành)\b")


@dataclass(slots=True)
class Actors:
    """Who acts, who cooperates, and through whom it is sent, as offsets into one string."""

    units: list[Named]
    coordinating: list[Named]
    via: list[Named]


def actors(text: str) -> Actors:
    """The units that an item's own words (without its label) name."""
    via = _after(text, _THROUGH)
    cooperating = _after(text, _COOPERATES)
    field = _FIELD.match(text)
    if field:
        named = _field_names(text, field.end())
        if field["role"].lower().startswith("phối hợp"):
            return Actors([], named, via)
        return Actors(named, cooperating, via)
    taken = _distinct([*_leading(text), *_given(text), *_obliged(text), *_done_by(text), *_after_condition(text)])
    others = {(name.start, name.end) for name in (*cooperating, *via)}
    units = [name for name in taken if (name.start, name.end) not in others and not _NEVER.fullmatch(name.text) and not _TOO_VAGUE.fullmatch(name.text)]
    return Actors(units, [name for name in cooperating if (name.start, name.end) not in {(u.start, u.end) for u in units}], via)


def given_in(text: str) -> list[Named]:
    """The units to which an opening sentence gives the list that follows it ("… yêu cầu Thủ trưởng …:")."""
    return _distinct(_given(text))


def _leading(text: str) -> Iterator[Named]:
    """A list of units with which the words begin: "Sở Nội vụ hướng dẫn …", "Thủ trưởng các sở …:"."""
    start = re.match(r"\W{0,3}(?:(?:Nhiệm vụ|Nội dung|Lưu ý|Trách nhiệm|Ghi chú)\s*:\s*)?(?P<those>Đối với\s+)?", text)
    at = start.end() if start else 0
    directing = re.compile(r"Chỉ đạo\s+(?=(?:Ban|cơ quan|Sở|Phòng|Công an|Bảo hiểm|Trung tâm|Chi cục|Cục|Đài|Hạt|Văn phòng|Thanh tra)\b)").match(text, at)
    names, end = names_at(text, directing.end() if directing else at)
    if len(names) == 1 and not directing and _is_bare(text, end):
        whole = text[names[0].start :].rstrip(" :.;")
        names = [Named(names[0].start, names[0].start + len(whole), whole)]
    if not names or _ISSUES.match(text, end) and not text[end:].lstrip().startswith("ban hành"):
        return
    if start and start["those"]:
        yield from (name for name in names if re.search(r"\b(?:xã|thị trấn|phường|huyện|đơn vị|cơ quan)\b.* (?:được|đạt|có|chưa) ", name.text))
    elif not text[at].islower() or directing:
        yield from names


def _is_bare(text: str, end: int) -> bool:
    """Whether the words are no more than a unit's name as a heading, with little after what was read of it."""
    rest = text[end:].strip()
    return 0 < len(rest) < 40 and len(text) < 90 and not re.search(r"[,.;:()]", rest) and not _OBLIGED.match(text, end)


def _given(text: str) -> Iterator[Named]:
    for hit in _GIVEN.finditer(text):
        if not _gives(text, hit.start("verb")):
            continue
        names, _ = names_at(text, hit.end())
        yield from names


def _gives(text: str, at: int) -> bool:
    """Whether the verb at ``at`` gives work here and is not told of ("nhiệm vụ được … giao", "theo yêu cầu …")."""
    clause = re.split(r"[.;:]\s", text[:at])[-1]
    if text[at].isupper() or not clause.strip() or re.match(r"\s*Nhận được (?:Công văn|văn bản)", clause):
        return True
    if re.search(r"\b(?:được|do|theo|đã|khi có|đáp ứng|những|nội dung|nhiệm vụ|các|và đôn đốc|những)\b(?!.*,\s)(?!.*(?:Chủ tịch|Ủy ban|UBND|Giám đốc|Thủ tướng)\b.{0,60}$)", clause):
        return False
    return not re.search(r"\b(?:được|do)\b[^,]*$", clause) and not re.search(r"\bgiao cho\b", clause) and "nhiệm vụ được" not in clause and "công việc do" not in clause


def _after_condition(text: str) -> Iterator[Named]:
    """The units that act after an opening clause: "Trên cơ sở kết quả …, Thủ trưởng các cơ quan khẩn trương …"."""
    opening = _CLAUSE_FIRST.match(text)
    if opening is None:
        return
    sentence = re.search(r"[.;:]\s", text)
    limit = sentence.start() if sentence else len(text)
    for hit in re.finditer(r",\s+(?:đề nghị\s+|yêu cầu\s+)?|vướng mắc\s+(?:đề nghị\s+|yêu cầu\s+|thì\s+)?", text[:limit]):
        names, end = names_at(text, hit.end())
        if names and _STRONG_HEAD.match(text, hit.end()):
            if _acts(text, end):
                yield from names
            return


def _acts(text: str, end: int) -> bool:
    """Whether what follows a list of names says that they act, not that they decide or give orders."""
    if _ISSUES.match(text, end) or re.match(r"\s*(?:xem xét|quyết định|cho phép|phê duyệt)", text[end:]):
        return False
    return bool(_VERBS.match(text, _word_at(text, end)) or _CONDITION.match(text, end))


def _word_at(text: str, at: int) -> int:
    while at < len(text) and text[at] in " ,":
        at += 1
    return at


def _obliged(text: str) -> Iterator[Named]:
    for hit in _CLAUSE.finditer(text):
        names, end = names_at(text, hit.end())
        if hit.end() and text[hit.start()] == "," and not _STRONG_HEAD.match(text, hit.end()):
            continue
        if names and _OBLIGED.match(text, end) and (hit.end() == 0 or re.match(r"\s*,?\s*(?:phải|có trách nhiệm|chịu trách nhiệm|kịp thời phản ánh|kịp thời báo cáo|chủ trì)", text[end:])):
            yield from names


def _done_by(text: str) -> Iterator[Named]:
    """ "do Sở Nội vụ thực hiện", "để Sở Tài chính thực hiện", "thì đơn vị đó thực hiện"."""
    for hit in _DONE_BY.finditer(text):
        names, end = names_at(text, hit.end())
        if names and re.match(r"\s*(?:thực hiện|chủ trì|chịu trách nhiệm|đảm nhiệm)\b", text[end:]):
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


def _distinct(names: Iterator[Named] | list[Named]) -> list[Named]:
    kept: list[Named] = []
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if all(name.start >= other.end for other in kept):
            kept.append(name)
    return kept
