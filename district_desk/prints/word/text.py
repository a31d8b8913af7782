"""Runs and paragraphs of a Word file as XML, and the lengths it counts in."""

import unicodedata
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from district_desk.domain.vietnamese import nfc
from district_desk.prints.document import Align, Run, Text, Tick
from district_desk.prints.style import STYLES, Part

_ALIGNS: Final = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_TICKED: Final = "\u2611"
_NOT_TICKED: Final = "\u2610"


def twips(millimetres: float) -> int:
    """Twentieths of a point, in which Word counts most lengths."""
    return round(millimetres * 1440 / 25.4)


def points(count: float) -> int:
    """Points as twentieths of one."""
    return round(count * 20)


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph stands: lengths in millimetres, ``before`` and ``after`` in points."""

    align: Align = Align.LEFT
    first_indent: float = 0
    indent: float = 0
    right_indent: float = 0
    before: float = 0
    after: float = 0
    stays_with_next: bool = False
    starts_page: bool = False
    rule_below: bool = False
    """A thin line under the paragraph, as long as its indents leave it."""
    exact_line: float = 0
    """Height of its lines in points where the font's own will not do."""


def paragraph(text: Text, part: Part, look: Look, *, more: str = "") -> str:
    """A paragraph of that style; ``more`` is XML after its runs."""
    return f"<w:p><w:pPr>{_properties(part, look)}</w:pPr>{runs(text, part)}{more}</w:p>"


def runs(text: Text, part: Part) -> str:
    """The runs of a text; its line ends become line breaks."""
    parts = (Run(text),) if isinstance(text, str) else text
    return "".join(_run(each, part) for each in parts)


def style_id(part: Part) -> str:
    """What the file calls the style of a part."""
    return "dd" + part.value.title().replace("_", "")


def clean(text: str) -> str:
    """The text in NFC without characters that XML or a page cannot hold; line ends and no-break blanks stay."""
    return "".join(c for c in nfc(text) if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


def _run(run: Run | Tick, part: Part) -> str:
    if isinstance(run, Tick):
        return f"<w:r><w:t>{_TICKED if run.ticked else _NOT_TICKED}</w:t></w:r>"
    emphasis = ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")
    properties = f"<w:rPr>{emphasis}</w:rPr>" if emphasis else ""
    lines = clean(STYLES[part].cased(run.text)).split("\n")
    told = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:r>{properties}{told}</w:r>"


def _properties(part: Part, look: Look) -> str:
    """The properties in the order that the schema wants."""
    line = f' w:line="{points(look.exact_line)}" w:lineRule="exact"' if look.exact_line else ""
    return (
        f'<w:pStyle w:val="{style_id(part)}"/>'
        + ("<w:keepNext/>" if look.stays_with_next else "")
        + ("<w:pageBreakBefore/>" if look.starts_page else "")
        + ('<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:pBdr>' if look.rule_below else "")
        + f'<w:spacing w:before="{points(look.before)}" w:after="{points(look.after)}"{line}/>'
        + f'<w:ind w:left="{twips(look.indent)}" w:right="{twips(look.right_indent)}"'
        + f' w:firstLine="{twips(look.first_indent)}"/>'
        + f'<w:jc w:val="{_ALIGNS[look.align]}"/>'
    )
