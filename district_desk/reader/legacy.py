"""Texts from before Unicode: which code page they are in is judged by the words that come out.

A document of an office is full of the same few hundred syllables. Read by the right table it shows them, by a wrong one
it does not; where no table makes them appear the text is left as it is.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from district_desk.domain.vietnamese import nfc
from district_desk.reader.code_pages import CODE_PAGES, from_tcvn3, from_vni

_VIETNAMESE: Final = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
"""Letters that no old code page shows when it is read as Latin."""
_FOREIGN: Final = re.compile(r"[\xa1-\xff\u2212\u2219]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_COMMON: Final = frozenset(
    re.findall(
        r"\w+",
        """
        ấn ban bản bảo báo bằng biên bộ các cán cáo cấp căn chế chỉ chính chủ chức có công cộng cơ của cứ dân dự để đề
        đến điều định độc đơn đối đồng được giám gửi hạn hạnh hành hiện hiệu hòa hoà hoạt hoạch hội hợp huyện kế khai
        kiện kiểm kinh kính kỳ làm lập liên luật lưu năm ngày nghị nghĩa nghiệp người nhà nhận nhân nhiệm những nội nơi
        nước phải phát phó phòng phối phúc quan quản quyết quyền rà sát soát sở số tác tại tế thành tháng thể theo thị
        thông thủ thực thuộc tỉnh tịch tình tiến tổ tổng trách trên triển trình trong trước trường trưởng tư tự ủy uỷ và
        văn vấn về vị việc viên việt với vụ xã xét xuất xử ý yêu
        """,
    )
)
"""Syllables that make up a third and more of what an office writes."""
_FEWEST: Final = 3
_SHARE: Final = 0.15
"""Part of the words that must be common ones before a table is believed; running text shows about 0.4."""
_FONT: Final = re.compile(r"^(?:[A-Z]{6}\+)?(?:(\.vn)|(vni[- ]))", re.IGNORECASE)


def in_unicode(text: str) -> str:
    """The text with those of its lines in Unicode that an old font wrote (TCVN3 or VNI, met as Latin letters)."""
    if not _FOREIGN.search(text):
        return text
    lines = text.split("\n")
    old = [at for at, line in enumerate(lines) if _FOREIGN.search(line) and not _VIETNAMESE.search(line)]
    ways = {name: CODE_PAGES[name] for name in ("TCVN3", "VNI")}
    way = _best("\n".join(lines[at] for at in old), ways)
    for at in old if way else ():
        lines[at] = _better(lines[at], way)
    return "\n".join(lines)


def decoded_legacy(raw: bytes) -> str | None:
    """The text of bytes that are no Unicode; None where no old code page makes Vietnamese of them."""
    latin = raw.decode("latin-1")
    found = dict.fromkeys(CODE_PAGES, latin)
    windows = raw.decode("cp1252", "replace").replace("\ufffd", " ")
    found["TCVN3"] = found["VNI"] = windows
    texts = {name: CODE_PAGES[name](text) for name, text in found.items()}
    texts["windows-1258"] = nfc(raw.decode("cp1258", "replace"))
    name = max(texts, key=lambda page: _hits(texts[page]))
    return texts[name] if _is_vietnamese(texts[name]) else None


def from_font(text: str, font: str) -> str:
    """The words of a run by the name of its font: ``.VnTime`` is TCVN3, ``.VnTimeH`` its capitals, ``VNI-Times`` VNI."""
    named = _FONT.match(font)
    if named is None or _VIETNAMESE.search(text):
        return text
    if named[2]:
        return from_vni(text)
    return from_tcvn3(text).upper() if font.endswith("H") else from_tcvn3(text)


def _best(text: str, ways: Mapping[str, Callable[[str], str]]) -> Callable[[str], str] | None:
    """The way that makes the most Vietnamese of the text, or None where none makes more than there is."""
    way = max(ways.values(), key=lambda each: _hits(each(text)))
    made = way(text)
    return way if _is_vietnamese(made) and _hits(made) > 2 * _hits(text) else None


def _better(line: str, way: Callable[[str], str] | None) -> str:
    """The line by that way, unless it reads better as it stands (a line of Unicode between old ones)."""
    made = way(line) if way else line
    return made if _hits(made) >= _hits(line) else line


def _hits(text: str) -> int:
    return sum(word in _COMMON for word in _WORD.findall(text.lower()) if not word.isascii())


def _is_vietnamese(text: str) -> bool:
    hits = _hits(text)
    return hits >= _FEWEST and hits >= _SHARE * len(_WORD.findall(text))
