r"""Paragraphs of the body: lines that belong together, each paragraph with its label if it has one.

Lines are cut at a margin and pages cut sentences; a line that begins with a number may be the middle of a
sentence ("… quy mô\n40. Tàu"). A label is believed where it stands at the start of a paragraph, or comes next in order.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from district_desk.domain.reading import Span
from district_desk.reader.labels import BULLETS, Label, Style, follows, opens
from district_desk.reader.lines import Line, is_footnote, is_page_number, margin_of
from district_desk.reader.misread import misread_number
from district_desk.reader.tables import Row, Table

_FULL: Final = 0.72
"""A line at least this part of the margin's width was cut by the margin, not by a paragraph's end."""
_HIGHEST: Final = 60
"""No directive numbers its items higher; a larger "label" is a figure."""
_LONG_SENTENCE: Final = 250
_GIVES_ANEW: Final = re.compile(
    r"(?:Thừa lệnh )?(?:Tổng cục|Cục|Sở|Bộ|Ban|Văn phòng|UBND|Ủy ban|Chi cục|Phòng)\b[^.;:]{0,90}? thông báo (?:để|đến|tới|cho)\b[^.;:]{3,120} biết\b|Thừa lệnh|Yêu cầu|Đề nghị|Trên đây là|Nhận được|Giao [A-ZĐ]|(?:Chỉ thị|Kế hoạch|Hướng dẫn|Chương trình|Kết luận|Thông báo|Quy chế|Quy định) này (?:được|có hiệu lực|thay thế|phổ biến)\b|(?:Ủy ban|Uỷ ban|UBND|Chủ tịch) [^,.;:]{0,60} (?:yêu cầu|đề nghị)\b"
)
"""With these words a sentence at the start of a line turns to everybody, although no empty line parts it."""
_NEEDS_ORDER: Final = (Style.LETTER_DOT, Style.CAPITAL, Style.SMALL_ROMAN, Style.ORDINAL)
"""Manners that look like abbreviations or weekdays ("p.", "A.", "Thứ ba,") and count only in their order."""


@dataclass(slots=True)
class Paragraph:
    """The lines of one paragraph and its label; ``row`` where it is a row of a table of tasks."""

    lines: list[Line]
    label: Label | None = None
    row: Row | None = None

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """Its words on one line, label included."""
        return " ".join(line.text for line in self.lines)

    @property
    def words(self) -> str:
        """Its words without the label."""
        return self.text[self.label.length if self.label else 0 :].strip()

    @property
    def is_bare(self) -> bool:
        """Whether it is a label and nothing more yet."""
        return self.label is not None and len(self.lines) == 1 and len(self.lines[0].text) <= self.label.length

    @property
    def ended(self) -> bool:
        """Whether it ends with the end of a sentence or clause."""
        return self.lines[-1].ended

    @property
    def spans(self) -> list[Span]:
        """Its lines run together where nothing stands between them."""
        runs: list[Span] = []
        for line in self.lines:
            if runs and line.start - runs[-1].end <= 2:
                runs[-1] = Span(runs[-1].start, line.end)
            else:
                runs.append(line.span)
        return runs


@dataclass(slots=True)
class Body:
    """The paragraphs of a body and what was set aside: footnotes and page numbers."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    aside: list[Span] = field(default_factory=list)


def body_of(lines: Sequence[Line], *, wrapped: bool | None = None, table: Table | None = None) -> Body:
    """The paragraphs of these lines; ``table`` holds those that are rows of tasks."""
    table = table or Table()
    margin = 0 if wrapped is False else margin_of([line for line in lines if line.start not in table.rows])
    kept, aside = _without_footnotes([line for line in lines if line.start not in table.heads], margin, table.rows)
    body = Body(aside=[*aside, *(line.span for line in lines if line.start in table.heads)])
    last: dict[Style, Label] = {}
    for at, line in enumerate(kept):
        before = body.paragraphs[-1] if body.paragraphs else None
        row = table.rows.get(line.start)
        if row and before and before.row is row:
            before.lines.append(line)
            continue
        if row:
            body.paragraphs.append(Paragraph([line], row.label, row))
            continue
        label = _believed(kept, at, before, last, margin)
        if before is None or label or before.row or not _goes_on(before, line, margin):
            body.paragraphs.append(Paragraph([line], label))
        else:
            before.lines.append(line)
        if label:
            last[label.style] = label
    return body


def _without_footnotes(lines: Sequence[Line], margin: int, rows: Container[int]) -> tuple[list[Line], list[Span]]:
    """The lines without footnotes and page numbers, and where these stand; the number of a row of a table is neither."""
    kept: list[Line] = []
    aside: list[Span] = []
    note = False
    for at, line in enumerate(lines):
        note = is_footnote(line) or (note and not line.gap and margin > 0 and not _is_number(line))
        if line.start not in rows and (note or (is_page_number(line) and _stands_alone(lines, at))):
            aside.append(line.span)
        else:
            cut = bool(aside and kept and aside[-1].start > kept[-1].end)
            kept.append(replace(line, gap=True) if cut and not line.gap else line)
    return kept, aside


def _is_number(line: Line) -> bool:
    return line.label is not None and line.label.style not in BULLETS


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a number on a line of its own is a page number and not a label whose words stand on the next line."""
    return not (re.fullmatch(r"\d{1,2}[.)]", lines[at].text))


def _believed(
    lines: Sequence[Line], at: int, before: Paragraph | None, last: dict[Style, Label], margin: int
) -> Label | None:
    """The label of a line, if it is one."""
    label = misread_number(lines, at, last.get(Style.ARABIC)) or lines[at].label
    if label is None or label.rank > _HIGHEST:
        return None
    dotted = last.get(Style.LETTER_DOT)
    if label.style is Style.SMALL_ROMAN and dotted and dotted.key == "h" and label.key == "i":
        label = Label(Style.LETTER_DOT, label.key, label.length)
    if before is None or (before.is_bare and label.style in BULLETS):
        return label
    previous = last.get(label.style)
    if _unfinished(before, lines[at], margin):
        believed = _is_next(label, previous, before, lines, at)
    elif label.style in BULLETS:
        believed = not _is_stray_dash(before, label, lines, at)
    else:
        believed = label.style not in _NEEDS_ORDER or opens(label) or bool(previous and follows(label, previous))
    return label if believed else None


def _unfinished(before: Paragraph, line: Line, margin: int) -> bool:
    """Whether the line above was cut in the middle of a sentence by the margin."""
    above = before.lines[-1]
    return bool(margin) and not line.gap and not above.ended and len(above.text) >= _FULL * margin


def _is_next(label: Label, previous: Label | None, before: Paragraph, lines: Sequence[Line], at: int) -> bool:
    """Whether a label right after an unfinished line is one all the same."""
    if label.style in BULLETS:
        heading = (
            before.label is not None and not re.search(r"[;.]\s", before.words) and len(before.words) < _LONG_SENTENCE
        )
        return heading and _has_sibling(label, lines, at)
    return (previous is not None and follows(label, previous)) or (
        previous is None and opens(label) and len(before.lines) < 4
    )


def _is_stray_dash(before: Paragraph, label: Label, lines: Sequence[Line], at: int) -> bool:
    """Whether a lone dash after an unfinished sentence is the hyphen of a name ("… trật tự xã hội / - Cơ quan thường trực")."""
    if label.style is not Style.DASH or before.ended or before.lines[-1].text.endswith(","):
        return (
            not before.ended
            and lines[at].text[label.length : label.length + 1].islower()
            and not _has_sibling(label, lines, at)
        )
    long_sentence = len(before.words) > _LONG_SENTENCE or re.search(r"[;.]\s", before.words)
    bullet_above = before.label is not None and before.label.style is Style.DASH
    return bool(long_sentence) and not bullet_above and not _has_sibling(label, lines, at)


def _has_sibling(label: Label, lines: Sequence[Line], at: int) -> bool:
    """Whether another label of the manner follows before one of another manner does."""
    for place in range(at + 1, len(lines)):
        after = lines[place].label
        if after and after.style is label.style:
            return True
        if after and after.style not in BULLETS:
            return False
    return False


def _goes_on(before: Paragraph, line: Line, margin: int) -> bool:
    """Whether the line belongs to the paragraph above it."""
    above = before.lines[-1]
    if before.is_bare:
        return True
    lower = line.text[:1].islower() or line.text[:1] in "(," or (line.text[:1].isdigit() and not above.ended)
    if line.gap:
        return lower and (not above.ended or above.text.endswith(","))
    if not margin:
        return lower and not above.ended
    if not above.ended:
        return lower or not (above.is_upper or line.is_upper)
    closed = above.text.endswith((":", ";", "./.")) or bool(_GIVES_ANEW.match(line.text))
    return lower or (len(above.text) >= _FULL * margin and not closed)
