"""The code pages in which Vietnamese was written before Unicode, as tables of our own.

TCVN3 is TCVN 5712:1993, the third set (fonts ``.VnTime``): a letter a byte, capitals with tones only by a capital
font. VNI (``VNI-Times``) writes most letters as a base and a mark. VISCII is RFC 1456. windows-1258 writes letters and
tones apart; the standard library knows it. Texts in the first two are met as Latin-1 letters ("Céng hoµ", "Coäng hoøa").
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from district_desk.domain.vietnamese import fold, nfc

_TONES: Final = "\u0300\u0301\u0309\u0303\u0323"
"""Grave, acute, hook, tilde, dot: the order of the tables below."""

_TCVN3: Final = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\xad®"
    "µ¸¶·¹»¾¼½ÆÇÊÈÉË"
    "ÌÐÎÏÑÒÕÓÔÖ×ÝØÜÞ"
    "ßãáâäåèæçéêíëìî"
    "ïóñòôõøö÷ùúýûüþ",
    "ĂÂÊÔƠƯĐăâêôơưđ"
    "àáảãạằắẳẵặầấẩẫậ"
    "èéẻẽẹềếểễệìíỉĩị"
    "òóỏõọồốổỗộờớởỡợ"
    "ùúủũụừứửữựỳýỷỹỵ",
)  # fmt: skip
_OF_A_PDF: Final = re.compile(r"(?<=[^\W\d_])[\u2212\u2219]|[\u2212\u2219](?=[^\W\d_])")
"""A PDF names two letters of these fonts after the signs that other fonts have in their places: ư (a soft hyphen) as
minus, ã (a middle dot) as bullet operator."""

_VNI_PLAIN: Final = dict(zip("ñôöæóòîÑÔÖÆÓÒÎ", "đơưỉĩịỵĐƠƯỈĨỊỴ", strict=True))
_VNI_MARKS: Final = "øùûõï"
_VNI_BASES: Final = (
    *((base, base, _VNI_MARKS) for base in "aeiouy"), ("ô", "ơ", _VNI_MARKS), ("ö", "ư", _VNI_MARKS),
    *((base, base + "\u0302", "àáåãä") for base in "aeo"), ("a", "ă", "èéúüë"),
)  # fmt: skip

_VISCII_LOW: Final = dict(zip("\x02\x05\x06\x14\x19\x1e", "ẲẴẪỶỸỴ", strict=True))
_VISCII_HIGH: Final = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII: Final = str.maketrans(_VISCII_LOW | {chr(0x80 + at): letter for at, letter in enumerate(_VISCII_HIGH)})


def _vni_pairs() -> dict[str, str]:
    pairs = {base + "â": nfc(base + "\u0302") for base in "aeo"} | {"aê": "ă"}
    for base, letter, marks in _VNI_BASES:
        pairs |= {base + mark: nfc(letter + tone) for mark, tone in zip(marks, _TONES, strict=True)}
    capital = {pair.upper(): letter.upper() for pair, letter in pairs.items()}
    mixed = {pair[0].upper() + pair[1]: letter.upper() for pair, letter in pairs.items()}
    return _VNI_PLAIN | mixed | pairs | capital


_VNI: Final = _vni_pairs()
_VNI_LETTER: Final = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))
_WORD: Final = re.compile(r"[^\W\d_]+")
_SYLLABLE: Final = re.compile(r"(?:ngh|[ckpt]h|tr|qu|g[ih]|n[gh]|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|[cn]h|[cmnpt])?")


def from_tcvn3(text: str) -> str:
    """The text in Unicode. A word of ASCII capitals among others is wholly in capitals ("CéNG" gives "CỘNG")."""
    text = _OF_A_PDF.sub(lambda sign: "\xad" if sign[0] == "\u2212" else "·", text)
    return "\n".join(_with_capitals(line.translate(_TCVN3)) for line in text.split("\n"))


def _with_capitals(line: str) -> str:
    """The line with the capitals that only the font showed: of a syllable with two plain capitals and no plain small
    letter, and of the short ones that stand in a row with it ("Uû BAN NH¢N D¢N"); "UBND" is no syllable."""
    words = list(_WORD.finditer(line))
    plain = ["".join(filter(str.isascii, word[0])) for word in words]
    capital = [
        len(letters) > 1 and letters.isupper() and bool(_SYLLABLE.fullmatch(fold(word[0])))
        for letters, word in zip(plain, words, strict=True)
    ]
    for row, neighbour in ((range(1, len(words)), -1), (range(len(words) - 2, -1, -1), 1)):
        for at in row:
            capital[at] |= capital[at + neighbour] and (not plain[at] or plain[at].isupper())
    letters = list(line)
    for word in (word for word, is_capital in zip(words, capital, strict=True) if is_capital):
        letters[word.start() : word.end()] = word[0].upper()
    return "".join(letters)


def from_vni(text: str) -> str:
    """The text in Unicode."""
    return _VNI_LETTER.sub(lambda hit: _VNI[hit[0]], text)


def from_viscii(text: str) -> str:
    """The text in Unicode; its bytes were read as Latin-1."""
    return text.translate(_VISCII)


CODE_PAGES: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {"TCVN3": from_tcvn3, "VNI": from_vni, "VISCII": from_viscii}
)
"""Of every page the way from its Latin-1 letters to Unicode."""
