"""How a run of Word looks where that changes what it says: an old font, all capitals, hidden."""

from dataclasses import dataclass, replace
from typing import Final
from xml.etree import ElementTree as ET

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = frozenset(["0", "false", "off", "none"])
_DEEPEST: Final = 20
"""Word follows no longer chain of styles; a longer one runs in a circle."""


@dataclass(frozen=True, slots=True)
class Look:
    """The name of the font ("" where nothing says it), and whether words are shown in capitals or not at all."""

    font: str = ""
    capitals: bool = False
    hidden: bool = False


class Styles:
    """The styles of one document; what a paragraph and its runs take from them."""

    def __init__(self, root: ET.Element | None) -> None:
        styles = [] if root is None else list(root.iter(f"{W}style"))
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles}
        self._usual = next((s.get(f"{W}styleId", "") for s in styles if _is_usual(s)), "")
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._plain = changed(Look(), defaults)
        self._known: dict[str, Look] = {}

    def of_paragraph(self, paragraph: ET.Element) -> Look:
        """The look that the paragraph's style gives to its runs."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = value(style) or self._usual
        if name not in self._known:
            self._known[name] = self._with(self._plain, name)
        return self._known[name]

    def of_run(self, run: ET.Element, above: Look) -> Look:
        """The look of a run in a paragraph of that look."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return above
        style = value(properties.find(f"{W}rStyle"))
        return changed(self._with(above, style) if style else above, properties)

    def numbering_of(self, name: str) -> ET.Element | None:
        """The numbering that a style, or one that it rests on, gives to its paragraphs."""
        for style in self._chain(name or self._usual):
            if (found := style.find(f"{W}pPr/{W}numPr")) is not None:
                return found
        return None

    def _with(self, look: Look, name: str) -> Look:
        for style in reversed(self._chain(name)):
            look = changed(look, style.find(f"{W}rPr"))
        return look

    def _chain(self, name: str) -> list[ET.Element]:
        """The style and those that it rests on, nearest first."""
        chain: list[ET.Element] = []
        while (style := self._styles.get(name)) is not None and len(chain) < _DEEPEST:
            chain.append(style)
            name = value(style.find(f"{W}basedOn")) or ""
        return chain


def changed(look: Look, properties: ET.Element | None) -> Look:
    """The look after these properties of a run."""
    if properties is None:
        return look
    fonts = properties.find(f"{W}rFonts")
    font = (fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")) if fonts is not None else None
    return replace(
        look,
        font=font or look.font,
        capitals=_switched(properties, "caps", old=look.capitals),
        hidden=_switched(properties, "vanish", old=look.hidden),
    )


def value(element: ET.Element | None) -> str | None:
    """The ``w:val`` of an element, None without one."""
    return None if element is None else element.get(f"{W}val")


def _switched(properties: ET.Element, name: str, *, old: bool) -> bool:
    switch = properties.find(f"{W}{name}")
    return old if switch is None else (value(switch) or "1") not in _OFF


def _is_usual(style: ET.Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and (style.get(f"{W}default") or "0") not in _OFF
