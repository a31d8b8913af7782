"""Reading one form file with the place of every fault.

The words of a fault are facts for whoever edits the file ("cột “due” thiếu"), with the line where an editor finds
it; the sentence around them is the desk's.
"""

import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from district_desk.domain.problems import BadForm
from district_desk.domain.vietnamese import nfc
from district_desk.prints.document import A3, A3_LANDSCAPE, A4, A4_LANDSCAPE, Align, Column, Margins, Paper
from district_desk.prints.form_kinds import KINDS, FormKind

_TOP_KEYS: Final = frozenset({
    "name", "title", "note", "legal_basis", "valid_from", "valid_to", "paper", "columns", "wording", "signatures",
})  # fmt: skip
_PAPERS: Final = MappingProxyType({
    "A4": {"portrait": A4, "landscape": A4_LANDSCAPE},
    "A3": {"portrait": A3, "landscape": A3_LANDSCAPE},
})  # fmt: skip
_MARGINS: Final = ("top", "bottom", "left", "right")
_COLUMN_KEYS: Final = frozenset({"key", "heading", "number", "width", "align", "group", "turned"})
_SIGNATURE_KEYS: Final = frozenset({"key", "heading", "note"})


@dataclass(frozen=True, slots=True)
class RawForm:
    """The tables of a form file and its text, for line numbers."""

    path: Path
    source: str
    table: Mapping[str, object]

    @property
    def name(self) -> str:
        """The form's name, which must be its file's."""
        name = self.text("name")
        if name != self.path.name.split(".", 1)[0]:
            raise self.bad(f"tên “{name}” không khớp với tên tệp", "name")
        return name

    def kind(self) -> FormKind:
        """What a form of this name must hold; refuses keys that no form has."""
        for key in self.table:
            if key not in _TOP_KEYS:
                raise self.bad(f"không có mục “{key}”", key)
        if self.name not in KINDS:
            raise self.bad(f"không có mẫu nào tên “{self.name}”", "name")
        return KINDS[self.name]

    def text(self, key: str) -> str:
        """A text at the top of the file."""
        return self._text(self.table, key)

    def day(self, key: str) -> date | None:
        """A date at the top of the file; None where it is left out."""
        value = self.table.get(key)
        if value is None or type(value) is date:
            return value
        raise self.bad(f"“{key}” phải là ngày dạng 2020-03-05", key)

    def paper(self) -> Paper:
        """A4 (where no size is named) or A3, upright or lying."""
        table = self._table("paper")
        size = self._text(table, "size") if "size" in table else "A4"
        if size not in _PAPERS:
            raise self.bad(f"“size” phải là A4 hoặc A3, không phải “{size}”", "size")
        orientation = self._text(table, "orientation")
        if orientation not in _PAPERS[size]:
            raise self.bad(f"“orientation” phải là portrait hoặc landscape, không phải “{orientation}”", "orientation")
        return _PAPERS[size][orientation]

    def margins(self) -> Margins:
        """The margins in millimetres; each may be left out."""
        paper = self._table("paper")
        for key in paper:
            if key not in (*_MARGINS, "orientation", "size"):
                raise self.bad(f"không có mục “{key}” trong [paper]", key)
        return Margins(**{key: self._length(paper, key, limit=100) for key in _MARGINS if key in paper})

    def columns(self, kind: FormKind) -> tuple[Column, ...]:
        """The columns, all of those that the form's kind has and no other."""
        entries = list(self._entries("columns", _COLUMN_KEYS, kind.columns))
        return tuple(self._column(entry) for entry in entries)

    def _column(self, entry: Mapping[str, object]) -> Column:
        key = self._text(entry, "key")
        align = str(entry.get("align", "left"))
        if align not in set(Align):
            raise self.bad(f"“align” của cột “{key}” không thể là “{align}”", "key", key)
        return Column(
            key,
            self._text(entry, "heading"),
            self._length(entry, "width", limit=1000),
            Align(align),
            nfc(str(entry.get("number", ""))),
            nfc(str(entry.get("group", ""))),
            self._length(entry, "turned", limit=200) if "turned" in entry else 0,
        )

    def signatures(self, kind: FormKind) -> Iterator[tuple[str, str, str]]:
        """Key, heading and remark of each signature."""
        for entry in self._entries("signatures", _SIGNATURE_KEYS, kind.signatures):
            yield self._text(entry, "key"), self._text(entry, "heading"), nfc(str(entry.get("note", "")))

    def wording(self, kind: FormKind) -> Mapping[str, str]:
        """The sentences, each asking only for fields that its form has."""
        table = self._table("wording")
        for key in table:
            if key not in kind.wording:
                raise self.bad(f"không có câu “{key}” trong mẫu này", key)
        for key, fields in kind.wording.items():
            if key not in table:
                raise self.bad(f"thiếu câu “{key}”", "[wording]")
            self._check_fields(key, self._text(table, key), fields)
        return MappingProxyType({key: self._text(table, key) for key in kind.wording})

    def _check_fields(self, key: str, sentence: str, allowed: frozenset[str]) -> None:
        try:
            used = [
                f"{field}{':' if spec or conversion else ''}"
                for _, field, spec, conversion in string.Formatter().parse(sentence)
                if field is not None
            ]
        except ValueError as fault:
            raise self.bad(f"câu “{key}” có dấu ngoặc nhọn không khớp", key) from fault
        for field in used:
            if field not in allowed:
                raise self.bad(f"câu “{key}” dùng trường “{{{field}}}” không có", key)

    def _entries(self, key: str, known: frozenset[str], wanted: frozenset[str]) -> Iterator[Mapping[str, object]]:
        """The tables of an array, whose keys must be exactly the wanted ones."""
        entries = self.table.get(key, [])
        if not isinstance(entries, list):
            raise self.bad(f"“{key}” phải viết là [[{key}]]", key)
        seen: set[str] = set()
        for entry in entries:
            name = self._text(entry, "key")
            unknown = next(iter(set(entry) - known), None)
            if unknown or name in seen or name not in wanted:
                what = f"không có mục “{unknown}”" if unknown else f"“{name}” thừa hoặc không có trong mẫu này"
                raise self.bad(f"{what} trong [[{key}]]", "key", name)
            seen.add(name)
            yield entry
        for name in sorted(wanted - seen):
            raise self.bad(f"thiếu “{name}” trong [[{key}]]", f"[[{key}]]")

    def _table(self, key: str) -> Mapping[str, object]:
        value = self.table.get(key)
        if not isinstance(value, dict):
            raise self.bad(f"thiếu [{key}]")
        return value

    def _text(self, table: Mapping[str, object], key: str) -> str:
        value = table.get(key)
        if not isinstance(value, str):
            raise self.bad(f"“{key}” thiếu hoặc không phải là chữ", key)
        return nfc(value)

    def _length(self, table: Mapping[str, object], key: str, *, limit: float) -> float:
        value = table.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= limit:
            raise self.bad(f"“{key}” phải là số milimét lớn hơn 0", key)
        return float(value)

    def bad(self, detail: str, key: str = "", value: str = "") -> BadForm:
        """The fault, at the first line that sets that key (to that value)."""
        mark = re.escape(key) + (r'\s*=\s*"' + re.escape(value) if value else "")
        hit = re.search(rf"^\s*{mark}", self.source, re.MULTILINE) if key else None
        line = self.source.count("\n", 0, hit.start() + len(hit[0]) - len(hit[0].lstrip())) + 1 if hit else 0
        return BadForm(self.path, line, detail)


def read_source(path: Path) -> str:
    """The text of a form file.

    Raises:
        BadForm: it cannot be read, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise BadForm(path, 0, "không mở được tệp") from fault
    except UnicodeDecodeError as fault:
        raise BadForm(path, 0, "tệp không phải UTF-8") from fault


def raw_form(path: Path, source: str) -> RawForm:
    """The text as TOML; ``path`` is what faults name.

    Raises:
        BadForm: it is not TOML.
    """
    try:
        return RawForm(path, source, tomllib.loads(source))
    except tomllib.TOMLDecodeError as fault:
        place = re.search(r"at line (\d+)", str(fault))
        line = int(place[1]) if place else source.count("\n") + 1
        raise BadForm(path, line, "sai cú pháp TOML") from fault
