"""Pages saved from a portal or a newspaper: the words, without scripts, menus and styles."""

import re
from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = frozenset(
    [
        "p",
        "div",
        "br",
        "tr",
        "li",
        "ul",
        "ol",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
        "td",
        "th",
        "hr",
        "figcaption",
    ]
)
_SILENT: Final = frozenset(
    ["script", "style", "head", "nav", "noscript", "template", "svg", "button", "form", "select", "iframe", "aside"]
)
_PAGE: Final = re.compile(
    r"<!doctype\s+html|<html[\s>]|<body[\s>]|(?:<p[\s>][^<]{20,}.*?){3}", re.IGNORECASE | re.DOTALL
)
_VOID: Final = frozenset(["br", "hr", "img", "input", "meta", "link"])


def is_web_page(text: str) -> bool:
    """Whether the text is HTML."""
    return "<" in text[:20000] and bool(_PAGE.search(text[:20000]))


def words_of_page(page: str) -> str:
    """The words of a page, one paragraph a line, an empty line between paragraphs."""
    reader = _Words()
    reader.feed(page)
    reader.close()
    lines = [re.sub(r"\s+", " ", line).strip() for line in "".join(reader.parts).split("\n")]
    return "\n\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own signature
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._silent and tag == self._silent[-1]:
            self._silent.pop()
        elif tag in _BLOCKS and tag not in _VOID:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\n", " "))
