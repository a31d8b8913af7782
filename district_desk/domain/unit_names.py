"""Names of units as words: the many writings of one name made equal, and an index to look them up in.

"Ủy ban nhân dân", "Uỷ ban nhân dân" and "UBND" are one word here, a dash, an "và" and a comma inside a name do not
count, "P." is "Phòng". Marks count: "Cẩm Giang" and "Cẩm Giàng" are two communes (DOMAIN 7.2).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from district_desk.domain.units import Directory, Unit, UnitGroup, UnitKind
from district_desk.domain.vietnamese import fold, nfc, same_spelling


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark (, ; : and brackets) of a phrase, in its equal form, with its place in the phrase."""

    form: str
    start: int
    end: int
    capital: bool = False


SKIPPED_INSIDE: Final = frozenset({"và", ",", "các", ":", "những"})
"""What may stand between the words of one name without parting it."""

_REWRITES: Final = {
    tuple(short.split()): tuple(long.split())
    for short, long in (
        ("ủy ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hđnd"), ("tt", "thị trấn"), ("p", "phòng"), ("vp", "văn phòng"),
        ("mặt trận tổ quốc việt nam", "mttq"), ("mặt trận tổ quốc", "mttq"), ("mttq việt nam", "mttq"), ("mttqvn", "mttq"),
        ("liên hiệp phụ nữ", "lhpn"), ("cựu chiến binh", "ccb"), ("liên đoàn lao động", "lđlđ"), ("bảo hiểm xã hội", "bhxh"),
        ("thanh niên cộng sản hồ chí minh", "tncs"), ("tncs hồ chí minh", "tncs"), ("tncs hcm", "tncs"), ("chqs", "chỉ huy quân sự"),
        ("gd đt", "giáo dục đào tạo"), ("gdđt", "giáo dục đào tạo"), ("tn mt", "tài nguyên môi trường"), ("tnmt", "tài nguyên môi trường"),
        ("tc kh", "tài chính kế hoạch"), ("tckh", "tài chính kế hoạch"), ("vh tt", "văn hóa thông tin"), ("vhtt", "văn hóa thông tin"),
        ("vhxh", "văn hóa xã hội"), ("vh xh", "văn hóa xã hội"), ("kt ht", "kinh tế hạ tầng"), ("ktht", "kinh tế hạ tầng"),
        ("nn ptnt", "nông nghiệp phát triển nông thôn"), ("nnptnt", "nông nghiệp phát triển nông thôn"), ("ptnt", "phát triển nông thôn"),
        ("lđ tb xh", "lao động thương binh xã hội"), ("lđtb xh", "lao động thương binh xã hội"), ("lđtbxh", "lao động thương binh xã hội"),
        ("gdnn gdtx", "giáo dục nghề nghiệp giáo dục thường xuyên"), ("tand", "tòa án nhân dân"), ("vksnd", "viện kiểm sát nhân dân"),
        ("thads", "thi hành án dân sự"), ("đvsn", "đơn vị sự nghiệp"), ("sncl", "sự nghiệp công lập"), ("đtxd", "đầu tư xây dựng"),
        ("huyện ủy", "huyện_ủy"), ("tỉnh ủy", "tỉnh_ủy"), ("thành ủy", "thành_ủy"), ("đảng ủy", "đảng_ủy"), ("&", "và"), ("/", ","),
    )
} | {("\n",): (";",)}  # fmt: skip
_LONGEST: Final = max(map(len, _REWRITES))
_TOKEN: Final = re.compile(r"\w+|[,;:()&/\n]")


def words_of(phrase: str) -> list[Word]:
    """The words and marks of a phrase in their equal form. A joint "và" is dropped by :data:`SKIPPED_INSIDE`, not here."""
    text = nfc(phrase)
    raw = [Word(same_spelling(hit[0]) or hit[0], *hit.span(), hit[0][:1].isupper()) for hit in _TOKEN.finditer(text)]
    return list(_rewritten(raw))


def _rewritten(raw: Sequence[Word]) -> Iterator[Word]:
    place = 0
    while place < len(raw):
        for taken in range(min(_LONGEST, len(raw) - place), 0, -1):
            forms, count = _forms(raw, place, taken)
            if (long := _REWRITES.get(forms)) is not None:
                first, last = raw[place], raw[place + count - 1]
                yield from (Word(form, first.start, last.end, first.capital) for form in long)
                place += count
                break
        else:
            yield raw[place]
            place += 1


def _forms(raw: Sequence[Word], place: int, wanted: int) -> tuple[tuple[str, ...], int]:
    """The next ``wanted`` forms from ``place``, an inner "&" or "và" not counted, and how many words that took."""
    forms: list[str] = []
    count = 0
    for word in raw[place:]:
        count += 1
        if word.form not in ("&", "và") or not forms:
            forms.append(word.form)
        if len(forms) == wanted:
            break
    return tuple(forms), count


def key_of(name: str) -> tuple[str, ...]:
    """The words of a name that count when it is compared."""
    return tuple(word.form for word in words_of(name) if word.form not in SKIPPED_INSIDE and word.form not in "();")


LEVELS: Final = ("huyện", "quận", "thị xã", "thành phố", "tỉnh", "trung ương", "xã", "phường", "thị trấn", "đặc khu")
_COMMON_BEGINNINGS: Final = (
    ("ubnd", "xã"),
    ("ubnd", "phường"),
    ("ubnd", "thị", "trấn"),
    ("ubnd", "đặc", "khu"),
    ("phòng",),
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for: units (several when they share the name) or a group."""

    units: tuple[Unit, ...] = ()
    group: UnitGroup | None = None


Index = dict[str, list[tuple[tuple[str, ...], Known]]]


@dataclass(frozen=True, slots=True)
class NameBook:
    """All names of a directory: full ones, the same without marks, and bare ones ("Nội vụ", "Cẩm Đông")."""

    full: Index
    unmarked: Index
    bare: Index

    @classmethod
    def of(cls, directory: Directory) -> "NameBook":
        """The book of a directory; ended units are in it too, because documents still name them."""
        full: dict[tuple[str, ...], Known] = {}
        bare: dict[tuple[str, ...], Known] = {}
        for unit in directory.units:
            for name in (unit.name, *unit.aliases.splitlines()):
                for key in _full_keys(key_of(name), unit):
                    _add(full, key, unit)
            for key in _bare_keys(unit):
                _add(bare, key, unit)
        for group in directory.groups:
            for name in (group.name, *group.aliases.splitlines()):
                full.setdefault(key_of(name), Known(group=group))
        return cls(_index(full.items()), _index(_folded(full)), _index(bare.items()))


@lru_cache(maxsize=4)
def book_of(directory: Directory) -> NameBook:
    """The book of a directory, made once for many phrases."""
    return NameBook.of(directory)


def _full_keys(key: tuple[str, ...], unit: Unit) -> Iterator[tuple[str, ...]]:
    if not key:
        return
    yield key
    if key[0] == "ubnd" and unit.kind in (UnitKind.COMMUNE, UnitKind.TOWNSHIP) and len(key) > 2:
        yield key[1:]
    if key[-1] in LEVELS and len(key) > 1:
        yield key[:-1]


def _bare_keys(unit: Unit) -> Iterator[tuple[str, ...]]:
    for name in (unit.name, unit.short_name, *unit.aliases.splitlines()):
        key = key_of(name)
        for beginning in _COMMON_BEGINNINGS:
            if key[: len(beginning)] == beginning and len(key) > len(beginning):
                yield key[len(beginning) :]
    if unit.short_name:
        yield key_of(unit.short_name)


def _add(book: dict[tuple[str, ...], Known], key: tuple[str, ...], unit: Unit) -> None:
    known = book.get(key, Known())
    if unit.id not in {other.id for other in known.units}:
        book[key] = Known((*known.units, unit))


def _folded(book: dict[tuple[str, ...], Known]) -> Iterator[tuple[tuple[str, ...], Known]]:
    folded: dict[tuple[str, ...], Known] = {}
    for key, known in book.items():
        plain = tuple(map(fold, key))
        earlier = folded.get(plain, Known())
        units = (*earlier.units, *(unit for unit in known.units if unit not in earlier.units))
        folded[plain] = Known(units, earlier.group or known.group)
    return iter(folded.items())


def _index(entries: Iterable[tuple[tuple[str, ...], Known]]) -> Index:
    index: Index = {}
    for key, known in entries:
        if key:
            index.setdefault(key[0], []).append((key, known))
    for keys in index.values():
        keys.sort(key=lambda entry: -len(entry[0]))
    return index
