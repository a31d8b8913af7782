"""Below the text: Nơi nhận, the authority line and the name (Decree 30/2020, Appendix I, 7 and 9b)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from district_desk.domain.reading import Found
from district_desk.domain.vietnamese import collapse, fold
from district_desk.reader.lines import Line, hull
from district_desk.reader.words import AUTHORITY, DISTRIBUTION, LOWER, UPPER

_DASH: Final = re.compile(r"^[\W_]{0,3}?[-–—−•+~]\s*")
_OFFICES: Final = (
    "chu tich", "pho chu tich", "giam doc", "pho giam doc", "thu tuong", "pho thu tuong", "bo truong", "thu truong",
    "chanh van phong", "pho chanh van phong", "truong ban", "pho truong ban", "truong phong", "pho truong phong",
    "bi thu", "pho bi thu", "cuc truong", "pho cuc truong", "tong cuc truong", "chanh thanh tra", "pho chanh thanh tra",
    "chu nhiem", "pho chu nhiem", "bo truong, chu nhiem", "uy ban nhan dan", "hieu truong", "vu truong", "pho vu truong",
    "ban thuong vu", "thuong truc", "ban thuong truc", "uy vien", "tong giam doc", "to truong", "chi cuc truong",
    "pho chi cuc truong", "vien truong", "chanh an", "tham muu truong", "chi huy truong", "doi truong", "nhan dan", "dan",
    "phong", "pho ban", "tl.", "pho giam", "doc", "quyen", "pho tong cuc truong", "chanh vp", "pho chanh vp", "trinh",
    "pho", "chanh", "pho hieu truong", "pho tong giam doc", "hoi dong nhan dan", "truong doan", "ban chi dao",
)  # fmt: skip
_SURNAMES: Final = frozenset((
    "a", "au", "b", "bach", "ban", "bhnuoch", "bo", "bui", "cam", "cao", "chau", "chu", "cong", "cu", "cung",
    "dam", "dang", "danh", "dao", "diep", "dieu", "dinh", "do", "doan", "doi", "duong", "giang", "giap", "h",
    "ha", "hau", "ho", "hoa", "hoang", "hua", "huu", "huynh", "kha", "khuat", "khuong", "kieu", "kim", "kpa",
    "ksor", "la", "lam", "lan", "le", "lieu", "lo", "loc", "luc", "luong", "luu", "ly", "ma", "mac", "mai",
    "nay", "nghe", "nghiem", "ngo", "nguyen", "nhan", "nhu", "ninh", "nong", "pham", "phan", "phi", "pho",
    "phu", "phung", "quach", "quan", "quang", "rcom", "rmah", "siu", "son", "sung", "ta", "tan", "tang",
    "thach", "thai", "than", "thao", "thieu", "tieu", "to", "ton", "tong", "tran", "trieu", "trinh", "truong",
    "tu", "ung", "uong", "van", "vang", "vi", "viem", "vien", "vo", "vu", "vuong", "y", "zo",
))  # fmt: skip
"""Family names, folded: of the Kinh, and of peoples of the north and the central highlands."""
_NAME: Final = re.compile(
    rf"(?:[{UPPER}][{LOWER}'’]+|[A-ZĐ]['’]?[A-ZĐ{LOWER}]+|[YH])(?:[ -](?:[{UPPER}][{LOWER}'’]*)){{1,5}}"
)
_HONORIFIC: Final = re.compile(
    r"^(?:(?:PGS|GS|TS|ThS|BS|CKI+|Ths|KS|CN|Ông|Bà|BSCKII?|DS|LS|Đ/c|Đồng chí|(?:Thiếu|Trung|Thượng|Đại) (?:úy|tá|tướng))(?:\.\s*|\s+))+"
)
_SIDE_BY_SIDE: Final = re.compile(rf"(?:^|\s)((?:(?:TM|KT|TL|TUQ|K/T|Q)\s?\.\s?|[KT]/[TML]\s*)[{UPPER}].*)$")
_OFFICE_BEHIND: Final = re.compile(rf"(?:[;:.,]|\t|\s\s)\s*((?:[{UPPER}]{{2,}}\b[ .,]*)+)$")
"""An office of the right column behind an entry of the left one: "- Như trên; PHÓ CHỦ TỊCH"."""
_OFFICE_WORDS: Final = frozenset(
    ("truong", "ban", "phong", "thue", "doan", "tram", "khoa", "giam", "chu", "bi", "ly", "cong")
)
_NEXT_LINE: Final = 3
"""Fewer characters than this between two lines: at most one empty line."""
_WORDS_OF_NAME: Final = range(2, 6)
_MOST: Final = 60


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands below the text; ``end`` is the index of the line after it."""

    signer: Found | None = None
    signer_title: Found | None = None
    cc: tuple[Found, ...] = ()
    end: int = 0


def signature(lines: Sequence[Line]) -> Signature:
    """Nơi nhận, authority and name among the lines below the text."""
    left, right = _apart(lines[:_MOST])
    at = next((place for place, line in enumerate(left) if DISTRIBUTION.match(line.folded)), None)
    listed, rest = _distribution(left, at) if at is not None else ([], list(left))
    title = _title(sorted([*rest, *right], key=lambda line: line.start))
    cc = [found for group in listed if (found := _entry(group))]
    signer = _signer(sorted([*rest, *right], key=lambda line: line.start), title)
    cc = [_without_stamp(entry, signer) for entry in cc]
    if signer is None:
        signer, cc = _name_in_list(listed, cc)
    title_found = _joined(title) if title else None
    ends = [found.span.end for found in (*cc, signer, title_found) if found]
    end = sum(1 for line in lines if line.start < max(ends, default=0))
    return Signature(signer, title_found, tuple(cc), end)


def is_authority(line: Line) -> bool:
    """Whether the line is an authority line such as "TM. ỦY BAN NHÂN DÂN" or "CHỦ TỊCH"."""
    return (bool(AUTHORITY.match(line.folded)) and line.is_upper) or is_office(line)


def is_office(line: Line) -> bool:
    """Whether the line is an office in capitals: "CHỦ TỊCH", "PHÓ GIÁM ĐỐC"."""
    bare = re.sub(r"\s+", " ", line.folded).strip(" .,;:*-")
    return line.is_upper and (bare in _OFFICES or bool(AUTHORITY.match(line.folded)) or _is_long_office(bare))


def _is_long_office(bare: str) -> bool:
    return any(bare.startswith(office + " ") for office in _OFFICES if len(office) > 6) and len(bare) < 80


def _apart(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The left column, and what recognition hung on it from the right one."""
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        hit = _SIDE_BY_SIDE.search(line.text) or _OFFICE_BEHIND.search(line.text)
        if hit and hit.start(1) > 0 and is_authority(line.cut(hit.start(1))):
            left.append(line.cut(0, hit.start(1)))
            right.append(line.cut(hit.start(1)))
        else:
            left.append(line)
    return [line for line in left if line.text], right


def _distribution(lines: Sequence[Line], at: int) -> tuple[list[list[Line]], list[Line]]:
    """The entries of Nơi nhận, each as its lines, and the lines that are none."""
    groups: list[list[Line]] = []
    rest: list[Line] = list(lines[:at])
    closed = False
    for place in range(at + 1, len(lines)):
        line = lines[place]
        if is_authority(line) or (closed and not _goes_on(groups, line)) or _is_name(line, strict=not line.gap):
            rest.append(line)
            closed = closed or not _more_entries(lines, place)
        elif closed:
            groups[-1].append(line)
        elif lead := _DASH.match(line.text):
            groups.append([line.cut(lead.end())])
            closed = fold(line.text[lead.end() :]).startswith("luu")
        elif groups and not line.gap and not line.is_upper:
            groups[-1].append(line)
        elif not groups and not line.is_upper:
            groups.append([line])
        else:
            rest.append(line)
    return groups, rest


def _goes_on(groups: Sequence[Sequence[Line]], line: Line) -> bool:
    """Whether the line goes on with the last entry, "Lưu: …", which closes the list."""
    open_end = bool(groups) and not groups[-1][-1].text.endswith((".", ";", ")"))
    return open_end and not line.gap and not line.is_upper and not _DASH.match(line.text)


def _more_entries(lines: Sequence[Line], place: int) -> bool:
    return any(_DASH.match(line.text) for line in lines[place + 1 :])


def _without_stamp(entry: Found, signer: Found | None) -> Found:
    """An entry without the signer's own name, which the stamp left behind it (DOMAIN 2.16)."""
    if signer is None:
        return entry
    *others, given = signer.value.split()
    if others and entry.value.endswith(f" {others[-1]} {given}"):
        return entry
    return Found(entry.value.removesuffix(f" {given}"), entry.span) if entry.value.endswith(f" {given}") else entry


def _entry(group: Sequence[Line]) -> Found | None:
    value = re.sub(r";\s+(?![^\W\d_]{2}).*$", "", collapse(" ".join(line.text for line in group)))
    value = value.rstrip(" ;.,:*_/-À'`").strip()
    return Found(value, hull(group)) if value and any(c.isalpha() for c in value) else None


def _title(lines: Sequence[Line]) -> list[Line]:
    """The lines in capitals that say by what authority it is signed."""
    taken: list[Line] = []
    for line in lines:
        if taken and _is_name_in_capitals(line, last=lines[-1]):
            break
        close = taken and (not line.gap or line.start - taken[-1].end < _NEXT_LINE)
        if is_office(line) or (close and line.is_upper and not re.search(r"\d", line.text)):
            taken.append(line)
        elif taken and not line.is_upper:
            break
    return taken


def _joined(lines: Sequence[Line]) -> Found:
    return Found(collapse(" ".join(line.text for line in lines)).strip(" *_,;"), hull(lines))


def _signer(lines: Sequence[Line], title: Sequence[Line]) -> Found | None:
    after = title[-1].end if title else 0
    for line in lines:
        if line.start >= after and (
            _is_name(line, strict=not title) or (title and _is_name_in_capitals(line, last=lines[-1]))
        ):
            bare = line.cut(len(hit[0])) if (hit := _HONORIFIC.match(line.text)) else line
            return Found(collapse(bare.text).strip(" .*"), bare.span)
    return None


def _is_name(line: Line, *, strict: bool) -> bool:
    bare = _HONORIFIC.sub("", line.text).strip(" .*")
    if not _NAME.fullmatch(bare) or line.is_upper:
        return False
    first = fold(re.split(r"[ -]", bare)[0])
    return first in _SURNAMES or not strict


def _is_name_in_capitals(line: Line, *, last: Line) -> bool:
    """Whether a name in capitals stands below the room left for the signature, or last of all: "ĐỖ THỊ MẪU"."""
    words = _HONORIFIC.sub("", line.text).strip(" .*").split()
    plain = (
        (line.gap or line is last)
        and line.is_upper
        and len(words) in _WORDS_OF_NAME
        and all(word.isalpha() for word in words)
    )
    folded = [fold(word) for word in words]
    titled = folded[:1] in (["pho"], ["truong"], ["quan"]) and not _OFFICE_WORDS.isdisjoint(folded[1:])
    return plain and folded[0] in _SURNAMES and not titled and not is_office(line)


def _name_in_list(groups: Sequence[Sequence[Line]], cc: Sequence[Found]) -> tuple[Found | None, list[Found]]:
    """A name that recognition of two columns left at the end of an entry: "…, thành phố; Trần Ngọc Căng"."""
    for at, group in enumerate(groups):
        line = group[-1]
        hit = re.search(r"[;.]\s+(" + _NAME.pattern + r")$", line.text)
        if hit and fold(hit[1].split()[0]) in _SURNAMES and at < len(cc):
            name = line.cut(hit.start(1))
            kept = _entry([*group[:-1], line.cut(0, hit.start())])
            return Found(name.text, name.span), [
                kept if kept and place == at else entry for place, entry in enumerate(cc)
            ]
    return None, list(cc)
