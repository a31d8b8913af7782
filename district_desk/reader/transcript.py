"""A transcript: what a file says as plain text, before anything is understood.

Every kind of file is brought to this one form at the door, so that the rules that read a directive know
nothing of Word, PDF or web pages, and so that every span points into the text that the clerk is shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from district_desk.domain.reading import ScannedPage, Span
from district_desk.domain.vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Transcript:
    """The text of a file in NFC, the offsets at which its pages begin, and whether its lines are paragraphs.

    ``wrapped`` is False where one line is one paragraph (Word), True where lines were cut at a margin (PDF),
    None where it has to be judged from the text. ``aside`` are the stretches that the file itself tells from the
    document's text: page numbers, running heads, footnotes, stamps of signatures. They are shown and never read.
    ``scanned`` are the pages that were recognised from their pictures.
    """

    text: str
    page_starts: tuple[int, ...] = ()
    wrapped: bool | None = None
    aside: tuple[Span, ...] = ()
    scanned: tuple[ScannedPage, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together on a page. ``goes_on``: no paragraph ends between it and the block before."""

    text: str
    aside: bool = False
    opens_page: bool = False
    goes_on: bool = False


def from_blocks(blocks: Iterable[Block], *, wrapped: bool | None) -> Transcript:
    """One transcript of the blocks, an empty line between them where a paragraph ends; blocks without words drop out."""
    pieces: list[str] = []
    starts: list[int] = []
    aside: list[Span] = []
    at, page_opens = 0, False
    for block in blocks:
        page_opens |= block.opens_page
        text = nfc(block.text).strip("\n")
        if not text:
            continue
        pieces.append(("\n" if block.goes_on else "\n\n") if pieces else "")
        at += len(pieces[-1])
        if page_opens:
            starts.append(at)
        if block.aside:
            aside.append(Span(at, at + len(text)))
        pieces.append(text)
        at, page_opens = at + len(text), False
    return Transcript("".join(pieces), tuple(starts) if len(starts) > 1 else (), wrapped, tuple(aside))


def from_pages(pages: Sequence[str], *, wrapped: bool | None) -> Transcript:
    """One transcript of the pages, a blank line between them."""
    return from_blocks((Block(page, opens_page=True) for page in pages), wrapped=wrapped)
