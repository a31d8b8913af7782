"""What a file seems to be. Only a directive is offered for registration without a question (DOMAIN 2.15)."""

import re
from collections.abc import Sequence
from typing import Final

from district_desk.domain.reading import DocumentGuess, Header
from district_desk.reader.letterhead import is_title
from district_desk.reader.lines import Line
from district_desk.reader.signature import Signature
from district_desk.reader.stamps import is_unfilled
from district_desk.reader.words import FORM_TITLE, LIST_TITLE

_LETTERHEAD: Final = 40
_TOP: Final = 14
"""The title of a list or a form stands among its first lines."""
_PROSE: Final = 200
_PARAGRAPH: Final = 120
"""A paragraph of a report is longer than this, in characters; the lines of a pasted list are shorter."""
_ABOUT_AN_OFFICE: Final = re.compile(
    r"\b(?:ubnd|uy ban nhan dan|chu tich|thu tuong|chinh phu|van ban|chi thi|cong dien|cong van)\b"
)


def guess_of(header: Header, below: Signature, lines: Sequence[Line]) -> DocumentGuess:
    """A directive has a symbol, a title, a letterhead or a distribution list; an article has prose and none of them.

    A list or a form is told by its title where no number makes a document of it. A draft is marked so, or has neither
    number nor day nor signature where its letterhead has room for them (DOMAIN 2.1).
    """
    if not (header.symbol or header.number) and (other := _other_paper(lines)):
        return other
    if header.draft or (header.symbol and not below.signer and is_unfilled(lines[:_LETTERHEAD])):
        return DocumentGuess.DRAFT
    marks = (header.symbol, header.number, header.doc_type, header.subject, header.addressees, below.cc)
    if any(marks) or any(is_title(line) for line in lines):
        return DocumentGuess.DIRECTIVE
    joined = " ".join(line.folded for line in lines[:200])
    if _ABOUT_AN_OFFICE.search(joined) and (_tells(lines) or len(joined) > 4 * _PROSE):
        return DocumentGuess.ARTICLE
    return DocumentGuess.UNKNOWN


def _other_paper(lines: Sequence[Line]) -> DocumentGuess | None:
    """A list or a form, by its title: in capitals below the letterhead, or the first line of all."""
    for at, line in enumerate(lines[:_TOP]):
        if not (line.is_upper or (at == 0 and len(line.text) < _PARAGRAPH and not line.ended)):
            continue
        if FORM_TITLE.match(line.folded):
            return DocumentGuess.FORM
        if LIST_TITLE.match(line.folded):
            return DocumentGuess.LIST
    return None


def _tells(lines: Sequence[Line]) -> bool:
    """Whether most of the text is told in full sentences: paragraphs without a label, and no list."""
    told = [line for line in lines if len(line.text) > _PARAGRAPH and line.ended and line.label is None]
    listed = sum(line.label is not None for line in lines)
    return len(told) > max(1, listed) and 2 * sum(len(line.text) for line in told) > sum(len(x.text) for x in lines)
