"""Numbers of other documents that the text names: three families (DOMAIN 2.4), Đ read as D forgiven (2.5)."""

import re
from collections.abc import Iterator
from typing import Final

from district_desk.domain.notation import comparable
from district_desk.domain.reading import Found, Span
from district_desk.domain.vietnamese import collapse

_GROUP: Final = r"[A-ZĐ][A-Za-zĐđƯưÔô&]*\d{0,2}[A-Za-zĐđ]*"
_JOINT: Final = r"\s?[-–_]\s?"
_NOTATION: Final = re.compile(
    rf"(?<![\w/.,-])(?:\d{{1,5}}[a-zđ]?\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?{_GROUP}(?:{_JOINT}{_GROUP})+"
    rf"|\d{{1,5}}\s?/\s?(?:19|20)\d\d\s?/\s?{_GROUP}(?:{_JOINT}{_GROUP})*"
    rf"|\d{{1,4}}[a-zđ]?{_JOINT}[A-ZĐ0-9][A-ZĐa-z]{{1,4}}\s?/\s?{_GROUP}(?:{_JOINT}{_GROUP})*)"
)
_FORM: Final = re.compile(r"(?:mẫu|biểu|phiếu|mã)(?:\s+số)?\s*$", re.IGNORECASE)


def citations(text: str, stretch: Span, *, own: str = "", own_at: int = -1) -> tuple[Found, ...]:
    """Every document named in the stretch, once, in the order of the text.

    ``own`` is the document's own notation and ``own_at`` the offset of its symbol: neither is a citation.
    """
    seen = {comparable(own).replace("_", "-")} if own else set()
    found: list[Found] = []
    for hit in _hits(text, stretch):
        if hit.start() <= own_at < hit.end():
            continue
        value = collapse(hit[0]).rstrip(".-")
        key = comparable(value).replace("_", "-")
        if key not in seen:
            seen.add(key)
            found.append(Found(value, Span(hit.start(), hit.start() + len(hit[0].rstrip(".-")))))
    return tuple(found)


def _hits(text: str, stretch: Span) -> Iterator[re.Match[str]]:
    for hit in _NOTATION.finditer(text, stretch.start, stretch.end):
        if not _FORM.search(text, max(0, hit.start() - 14), hit.start()):
            yield hit
