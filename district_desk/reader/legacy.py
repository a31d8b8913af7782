"""Texts in code pages from before Unicode: TCVN3 (.VnTime), VNI and windows-1258 are recognised and refused by name.

A wrong guess would put unreadable names into the register, so such a file is not read as if it were Latin.
"""

import re
from typing import Final

from district_desk.domain.vietnamese import nfc

_VIETNAMESE: Final = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
"""Letters that no old code page shows when it is read as Latin."""
_TCVN3: Final = re.compile(
    r"nh©n d©n|c«ng|®[a-zµ-þ]|§[aiĩ]|[a-z]Ö|chÝnh|quyÕt|ng[µ]y|th¸ng|n¨m|cña|vµ |viÖ|huyÖn|tØnh|Sè:|chñ|nghÜa|kÕ"
)
_VNI: Final = re.compile(
    r"nhaân daân|coâng|ñ[a-zöôø]|Ñ[a-zoàò]|ngaøy|thaùng|naêm|cuûa|vaø |vieäc|huyeän|tænh|Soá:|chuû|nghóa|[aeo]â[mnpty]|[öô][ôøùûõï]"
)
_CP1258: Final = re.compile(r"nhân dân|công|tháng|năm|của|việc|huyện|tỉnh|ngày|được|Độc lập")
_ENOUGH: Final = 3


def code_page_of(text: str) -> str:
    """The name of the old code page that a text, read as Latin, is really in; "" where it is none."""
    if len(_VIETNAMESE.findall(text)) * 50 > len(text):
        return ""
    hits = {"TCVN3": len(_TCVN3.findall(text)), "VNI": len(_VNI.findall(text))}
    name = max(hits, key=lambda page: hits[page])
    return name if hits[name] >= _ENOUGH else ""


def code_page_of_bytes(raw: bytes) -> str:
    """The name of the old code page in which bytes that are not UTF-8 are written; "" where it is not known."""
    name = code_page_of(raw.decode("latin-1"))
    if name:
        return name
    try:
        composed = nfc(raw.decode("cp1258"))
    except UnicodeDecodeError:
        return ""
    return "windows-1258" if len(_CP1258.findall(composed)) >= _ENOUGH else ""
