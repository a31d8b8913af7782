"""Vietnamese text: one form at every door, one folding for search, one order for lists.

No SQLite tokenizer finds "đôn đốc" from "don doc", because đ is a letter and not a marked d, and no
collation of the standard library knows the order a ă â … đ or the order of the tones. So text is
normalised to NFC where it enters, folded by :func:`fold` for search, and given :func:`sort_key` for order.
Nothing here changes what a person typed beyond NFC.
"""

import re
import unicodedata
from typing import Final

_HALVES: Final = re.compile("[\ud800-\udfff]")
_LATIN: Final = [chr(code) for code in (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00))]


def nfc(text: str) -> str:
    """The text in Unicode normal form C, the only form that is stored, compared or printed.

    What is no character (half a surrogate pair, a byte of a file's name that is no UTF-8) becomes "?".
    """
    if _HALVES.search(text):
        text = _HALVES.sub("?", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def collapse(text: str) -> str:
    """The text in NFC with every run of blanks and line ends made one space, and none at its ends."""
    return " ".join(nfc(text).split())


def _without_marks(letter: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", letter.casefold()) if not unicodedata.combining(c))
    return bare.replace("đ", "d")


_FOLDED: Final = str.maketrans({letter: _without_marks(letter) for letter in _LATIN} | {"đ": "d", "Đ": "d"})


def fold(text: str) -> str:
    """The text as search sees it: NFC, case folded, marks off, đ as d. "Đôn ĐỐC" gives "don doc"."""
    return nfc(text).translate(_FOLDED).casefold()


_VARIANTS: Final = (
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
    ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
    ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
)  # fmt: skip
_OLD_TONES: Final = re.compile("(?<!q)(?:" + "|".join(old for old, _ in _VARIANTS) + r")(?!\w)")
_NEW_OF: Final = dict(_VARIANTS)


def same_spelling(text: str) -> str:
    """The text lower case, blanks collapsed, with old tone places moved to the new ones (UỶ BAN, HOÀ → ủy ban, hòa).

    For comparing names as written; never for printing. Marks are kept.
    """
    return _OLD_TONES.sub(lambda hit: _NEW_OF[hit[0]], collapse(text).lower())


_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}  # huyền hỏi ngã sắc nặng
_RANK: Final = {letter: chr(ord("A") + place) for place, letter in enumerate(_ALPHABET)}


def _ranked(letter: str) -> tuple[str, str]:
    tone, base = "0", ""
    for part in unicodedata.normalize("NFD", letter):
        if part in _TONES:
            tone = _TONES[part]
        else:
            base += part
    base = unicodedata.normalize("NFC", base)
    return _RANK.get(base, base), tone


def sort_key(text: str) -> str:
    """A string whose plain order is the Vietnamese order: letters first (a ă â … d đ …), then tones.

    Runs of digits count as numbers, so that "Tổ 2" stands before "Tổ 10".
    """
    letters, tones = [], []
    for run in re.findall(r"\d+|\D", collapse(text).lower()):
        rank, tone = (run.zfill(8), "0") if run.isdigit() else _ranked(run)
        letters.append(rank)
        tones.append(tone)
    return "".join(letters) + "\u0000" + "".join(tones).rstrip("0")


def given_name_key(name: str) -> str:
    """The order of people's names: by given name (the last word), then by the rest, as an office lists them."""
    *rest, given = collapse(name).split(" ") if name.strip() else [""]
    return sort_key(given) + "\u0001" + sort_key(" ".join(rest))
