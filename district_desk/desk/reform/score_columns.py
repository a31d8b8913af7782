"""What the columns of a workbook of scores mean: found by their headings, whatever their order.

A heading that nobody knows is asked about once; the answer is kept (:class:`SheetMatch`) and serves the next file.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from district_desk.desk.reform.seed import domain_keys
from district_desk.domain.reform_index import Criterion, CriterionTree
from district_desk.domain.score_preview import ColumnMeaning, ColumnUse
from district_desk.domain.unit_names import key_of
from district_desk.domain.vietnamese import fold
from district_desk.exchange import ScoreColumn, ScoreSheet, SheetLayout

_STAGES: Final = (
    (re.compile(r"\btu (cham|danh gia)\b"), ColumnMeaning.SELF),
    (re.compile(r"\btham dinh\b.*\b(lan )?(2|hai|ii)\b|\bsau giai trinh\b"), ColumnMeaning.SECOND),
    (re.compile(r"\btham dinh\b"), ColumnMeaning.FIRST),
    (re.compile(r"\b(xhh|dtxhh|xa hoi hoc|dieu tra)\b"), ColumnMeaning.SURVEY),
)
_IN_SUMMARY: Final = (
    (re.compile(r"(tt|stt|so tt)"), ColumnMeaning.SKIP),
    (re.compile(r"tong (so )?diem.*|tong cong|tong|diem tong.*|cong"), ColumnMeaning.TOTAL),
    (re.compile(r"(chi so|ty le|ket qua)( cchc)?( \(?%\)?| dat| nam \d+)*|%"), ColumnMeaning.PERCENT),
    (re.compile(r"(xep hang|thu hang|vi thu|hang)( nam \d+)?"), ColumnMeaning.RANK),
    (re.compile(r"(ket qua )?(xep loai|danh gia, xep loai|muc do hoan thanh).*"), ColumnMeaning.RATING),
    (re.compile(r"ghi chu"), ColumnMeaning.SKIP),
)
_IN_SCORE_SHEET: Final = (
    (re.compile(r"(tt|stt|so tt|ma( so)?)"), ColumnMeaning.CODE),
    (re.compile(r"(diem|thang diem) (toi da|chuan)|thang diem|diem chuan"), ColumnMeaning.MAXIMUM),
    (re.compile(r"(so lieu|noi dung) (ke khai|tu ke khai)|ke khai|ket qua thuc hien"), ColumnMeaning.DECLARED),
    (re.compile(r"cach (tinh|cham) diem|phuong phap (tinh|cham) diem"), ColumnMeaning.METHOD),
    (re.compile(r".*(tai lieu kiem chung|tlkc|tai lieu chung minh).*"), ColumnMeaning.EVIDENCE),
    (re.compile(r"(y kien )?giai trinh.*"), ColumnMeaning.EXPLANATION),
    (re.compile(r"ghi chu"), ColumnMeaning.NOTE),
)
_GROUPING: Final = re.compile(r"linh vuc|tieu chi|noi dung")
_PLAIN: Final = re.compile(r"(so )?diem( dat( duoc)?)?|dat( duoc)?|so diem dat( duoc)?")
"""A heading that says "points" and no more: whose, the one above it says."""

MAKES_DOMAIN: Final = "+"
"""The answer that a column is a domain of the index that the workbook makes."""

PUBLISHED: Final = (ColumnMeaning.RATING, ColumnMeaning.RANK, ColumnMeaning.TOTAL, ColumnMeaning.PERCENT)
"""What a column of a summary may be said to be, beside points."""
_NUMBERED: Final = re.compile(r"(\d+(?:\.\d+)*|[IVXLC]+)[.)]?(?:\s+|$)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Understood:
    """The columns in their order, and the criterion that each one of points belongs to, by its place."""

    uses: tuple[ColumnUse, ...]
    criteria: Mapping[int, Criterion]
    stages: Mapping[int, ColumnMeaning]
    """The stage of the points at each place."""

    def place_of(self, sheet: ScoreSheet, meaning: ColumnMeaning) -> int | None:
        """The place of the first column of that meaning."""
        places = (each.place for each, use in zip(sheet.columns, self.uses, strict=True) if use.meaning is meaning)
        return next(places, None)


def understand(sheet: ScoreSheet, tree: CriterionTree, answers: Mapping[tuple[str, str], str]) -> Understood:
    """The meaning of every column. Where ``tree`` is empty, the columns of a summary make the domains of a new index:
    their criteria have ids -1, -2, … in the order of the columns."""
    known = _Known(tree, answers, makes_domains=not tree.criteria)
    uses, criteria, stages = [], {}, {}
    for column in sheet.columns:
        use, criterion = (
            _summary_use(sheet, column, known)
            if sheet.layout is SheetLayout.UNITS
            else (
                _score_sheet_use(sheet, column, answers),
                None,
            )
        )
        uses.append(use)
        if criterion is not None:
            criteria[column.place] = criterion
            stages[column.place] = _stage(column.headings) or ColumnMeaning.SECOND
        elif use.meaning.value.endswith("_points"):
            stages[column.place] = use.meaning
    return Understood(tuple(uses), criteria, stages)


class _Known:
    """The criteria by every name under which a heading may call them."""

    def __init__(self, tree: CriterionTree, answers: Mapping[tuple[str, str], str], *, makes_domains: bool) -> None:
        self.answers = answers
        self.makes_domains = makes_domains
        self.made: dict[str, Criterion] = {}
        self._by_target = {target_of(each): each for each in tree.criteria}
        self._by_name: dict[tuple[str, ...], Criterion] = {}
        for each in tree.criteria:
            self._by_name.setdefault(name_key(each.name), each)

    def answered(self, heading: str) -> str | None:
        """What the clerk said of a heading; empty for "leave it out"."""
        return self.answers.get(("column", fold(heading)))

    def criterion(self, heading: str, *, grouped: bool) -> Criterion | None:
        """The criterion that a heading names; ``grouped`` where it stands under a heading such as "theo lĩnh vực"."""
        wanted = self.answered(heading)
        if wanted is not None and wanted in self._by_target:
            return self._by_target[wanted]
        code, name = code_and_name(heading)
        key = domain_keys().get(name_key(name), "")
        if self.makes_domains:
            return self._new_domain(code, name, key) if key or grouped or wanted == MAKES_DOMAIN else None
        return self._by_target.get(key) or self._by_name.get(name_key(name)) or self._by_target.get(code)

    def _new_domain(self, code: str, name: str, key: str) -> Criterion:
        number = len(self.made) + 1
        target = key or name
        if target not in self.made:
            code = code or roman(number)
            self.made[target] = Criterion(0, code, name, key=key or code, position=number - 1, id=-number)
        return self.made[target]


def target_of(criterion: Criterion) -> str:
    """By what an answer names a criterion: a domain by its key, any other by its code."""
    return criterion.key or criterion.code


def name_key(name: str) -> tuple[str, ...]:
    """The words of a criterion's name that count when two are compared."""
    return key_of(name.casefold())


def code_and_name(heading: str) -> tuple[str, str]:
    """Code and name of "1.1. Kế hoạch CCHC năm"; the code is empty where there is none."""
    hit = _NUMBERED.fullmatch(heading.strip())
    return (hit[1], hit[2].strip() or heading.strip()) if hit else ("", heading.strip())


def roman(number: int) -> str:
    """A small number as an office counts domains."""
    return (
        ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")[number]
        if number < 13
        else str(number)
    )


def _summary_use(sheet: ScoreSheet, column: ScoreColumn, known: _Known) -> tuple[ColumnUse, Criterion | None]:
    heading = asked_heading(column)
    if column.place == sheet.key_place:
        return ColumnUse(column.letter, heading, ColumnMeaning.UNIT), None
    answered = known.answered(heading)
    if answered is not None and answered in ("", *PUBLISHED):
        return ColumnUse(column.letter, heading, ColumnMeaning(answered or ColumnMeaning.SKIP)), None
    meaning = _meaning(_IN_SUMMARY, heading)
    if meaning is None or (len(column.headings) > 1 and meaning is not ColumnMeaning.PERCENT):
        grouped = any(_GROUPING.search(fold(above)) for above in column.headings[:-1])
        if criterion := known.criterion(heading, grouped=grouped and meaning is None):
            return ColumnUse(column.letter, heading, ColumnMeaning.CRITERION, target_of(criterion)), criterion
    if meaning is ColumnMeaning.TOTAL and len(column.headings) > 1 and heading == column.heading:
        meaning = ColumnMeaning.SKIP  # the sum of one domain
    is_certain = meaning is not None or not _has_numbers(sheet, column.place)
    return ColumnUse(column.letter, heading, meaning or ColumnMeaning.SKIP, is_certain=is_certain), None


def asked_heading(column: ScoreColumn) -> str:
    """The heading that says what a column is about: its own, or the nearest one above that names more than a stage
    ("Tự chấm") or "Điểm"."""
    naming = (each for each in reversed(column.headings) if not (_stage((each,)) or _PLAIN.fullmatch(fold(each))))
    return next(naming, column.heading)


def _score_sheet_use(sheet: ScoreSheet, column: ScoreColumn, answers: Mapping[tuple[str, str], str]) -> ColumnUse:
    heading = column.heading
    if column.place == sheet.key_place:
        return ColumnUse(column.letter, heading, ColumnMeaning.NAME)
    answered = answers.get(("column", fold(heading)))
    if answered is not None:
        return ColumnUse(column.letter, heading, ColumnMeaning(answered) if answered else ColumnMeaning.SKIP)
    meaning = _meaning(_IN_SCORE_SHEET, heading) or _stage(column.headings)
    if meaning is None:
        return ColumnUse(column.letter, heading, ColumnMeaning.SKIP, is_certain=not _has_numbers(sheet, column.place))
    return ColumnUse(column.letter, heading, meaning)


def _meaning(rules: Sequence[tuple[re.Pattern[str], ColumnMeaning]], heading: str) -> ColumnMeaning | None:
    words = fold(heading)
    return next((meaning for pattern, meaning in rules if pattern.fullmatch(words)), None)


def _stage(headings: Sequence[str]) -> ColumnMeaning | None:
    words = [fold(heading) for heading in reversed(headings)]
    return next((stage for each in words for pattern, stage in _STAGES if pattern.search(each)), None)


def _has_numbers(sheet: ScoreSheet, place: int) -> bool:
    cells = (row.cells[place] for row in sheet.rows if place < len(row.cells))
    return any(isinstance(cell, (int, float)) for cell in cells)
