"""Limits of time as an office writes them: the words found in a text, and the rule that they state.

Only words that prove a limit are taken: the date of a cited document ("Công văn số 966/… ngày 04/5/2023") or a
report's own period ("tính đến hết ngày …") is no limit. Style such as "kịp thời" is found only when asked for.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from district_desk.domain.due import DueKind, DueRule
from district_desk.domain.due_patterns import LOOSE_PATTERNS, PATTERNS, Pattern
from district_desk.domain.vietnamese import collapse
from district_desk.domain.written_dates import names_year


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """A phrase that sets a limit: its place in the text, its words on one line, its rule.

    ``doubtful`` asks a person to look: "chậm nhất trước ngày" says two things, a date lies before the document's
    own, a year had to be supplied or the day does not exist.
    """

    start: int
    end: int
    phrase: str
    rule: DueRule
    doubtful: bool = False


_BARE_COUNT: Final = re.compile(r"\d{1,3}\s+(?:ngày|tuần|tháng|giờ)", re.IGNORECASE)
_WITHIN_TERM: Final = "trong thời hạn "
_TOLD_BEFORE: Final = re.compile(
    r"(?:\btính|lũy kế|luỹ kế|giải ngân|số liệu|có hiệu lực|hiệu lực thi hành|được cấp|phát sinh|thời điểm|được ban hành|đã ban hành)\s*$",
    re.IGNORECASE,
)
_CLUE: Final = re.compile(
    r"\d|hằng|hàng|mỗi|ngày|tháng|quý|năm|tuần|lần|giờ|(?:định|cập)\s+(?:kỳ|nhật)|đột\s+xuất|yêu\s+cầu|thời\s+(?:gian|hạn)|tiến\s+độ|thường\s+xuyên",
    re.IGNORECASE,
)
"""Of these every strict pattern has one: where none stands, none of the forty has to be tried."""
_TWO_THINGS: Final = re.compile(r"nhất\s+(?:\w+\s+)?trước\b|\btrước\s+(?:cuối|hết)\b", re.IGNORECASE)
_DATED: Final = (DueKind.BEFORE, DueKind.BY, DueKind.ON, DueKind.RANGE)


def find(text: str, *, issued: date | None = None, loose: bool = False) -> list[FoundPhrase]:
    """Every limit in ``text``, in its order, none overlapping another.

    ``text`` is NFC and offsets count its characters. ``issued`` is the date of the document: it supplies a missing
    year. ``loose`` also takes what may be style only ("kịp thời", "hàng năm", "ngay").
    """
    lowered = text.lower() if _CLUE.search(text) else ""
    strict = [one for one in PATTERNS if lowered and (not one.words or any(word in lowered for word in one.words))]
    chosen = _apart([found for pattern in strict for found in _found(pattern, text, issued)])
    if loose:
        more = [found for pattern in LOOSE_PATTERNS for found in _found(pattern, text, issued)]
        free = [found for found in more if not any(f.start < found.end and found.start < f.end for f in chosen)]
        chosen = sorted((*chosen, *_apart(free)), key=lambda found: found.start)
    return chosen


def _apart(hits: list[FoundPhrase]) -> list[FoundPhrase]:
    """Those that do not overlap, the earlier first and the longer of two that begin together."""
    chosen: list[FoundPhrase] = []
    for found in sorted(hits, key=lambda f: (f.start, -f.end)):
        if not chosen or found.start >= chosen[-1].end:
            chosen.append(found)
    return chosen


def wholly_found(words: str, *, issued: date | None = None) -> list[FoundPhrase]:
    """The limits in words that are known to be a limit: style counts only where nothing proves one.

    A bare count, "15 ngày", is a length of time in a text and a limit only here.
    """
    if _BARE_COUNT.fullmatch(words):
        rule = find(_WITHIN_TERM + words, issued=issued)[0].rule
        return [FoundPhrase(0, len(words), words, rule)]
    return find(words, issued=issued) or find(words, issued=issued, loose=True)


def read_phrase(phrase: str, *, issued: date | None = None) -> DueRule:
    """The rule that one phrase states; the rule NONE where the grammar does not know the words."""
    hits = wholly_found(collapse(phrase), issued=issued)
    return max(hits, key=lambda f: f.end - f.start).rule if hits else DueRule()


def says_two_things(phrase: str) -> bool:
    """Whether a limit is both inclusive and exclusive by its words: "chậm nhất trước ngày", "trước cuối tháng"."""
    return _TWO_THINGS.search(phrase) is not None


def _found(pattern: Pattern, text: str, issued: date | None) -> list[FoundPhrase]:
    found = []
    for hit in pattern.regex.finditer(text):
        start, end = hit.span("p") if "p" in pattern.regex.groupindex else hit.span()
        end = start + len(text[start:end].rstrip())
        if _TOLD_BEFORE.search(text[max(0, start - 24) : start]):
            continue
        rule = pattern.read(hit, issued)
        if rule is not None:
            phrase = collapse(text[start:end])
            found.append(FoundPhrase(start, end, phrase, rule, _is_doubtful(phrase, rule, issued)))
    return found


def _is_doubtful(phrase: str, rule: DueRule, issued: date | None) -> bool:
    if says_two_things(phrase):
        return True
    if rule.kind not in _DATED:
        return False
    if rule.day is not None and rule.kind is DueKind.ON and names_year(phrase) and str(rule.day.year) not in phrase:
        return True
    return rule.day is None or (issued is not None and rule.day < issued)
