"""What recognition is not sure of: values of the header and of items that stand on doubtful words are marked.

A number, a day or a signer's name is read from a word or two, often under a pen or a seal, and looks as right when it
is wrong; below :data:`UNREAD` it is not taken at all. Words of the text stay as they were seen: the person has the picture beside them.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import Any, Final

from district_desk.domain.reading import Header, Reading, ReadItem, Span

UNREAD: Final = 35
"""Below this confidence a number, a day or a name is a picture of ink, not a value."""


def marked(reading: Reading) -> Reading:
    """The reading of a scan with what is doubtful marked, and numbers, days and names that were not read left out."""
    if not reading.scanned:
        return reading
    mark = partial(_marked, reading)
    items = tuple(_marked_item(item, mark) for item in reading.items)
    return replace(
        reading, header=_marked_header(reading, mark), items=items, lead_units=tuple(map(mark, reading.lead_units))
    )


def _marked_header(reading: Reading, mark: Callable[[Any], Any]) -> Header:
    header = reading.header
    values: dict[str, Any] = {each.name: getattr(header, each.name) for each in fields(header)}
    for name in ("number", "issued", "signer"):
        if values[name] and _worst(reading, values[name].span) < UNREAD:
            values[name] = None
    marks: dict[str, Any] = {
        name: tuple(map(mark, v)) if isinstance(v, tuple) else mark(v) for name, v in values.items()
    }
    return replace(header, **marks)


def _marked_item(item: ReadItem, mark: Callable[[Any], Any]) -> ReadItem:
    return replace(
        item,
        units=tuple(map(mark, item.units)),
        coordinating=tuple(map(mark, item.coordinating)),
        via=tuple(map(mark, item.via)),
        deadlines=tuple(map(mark, item.deadlines)),
    )


def _marked(reading: Reading, found: Any) -> Any:
    if found is None or next(reading.doubts(found.span), None) is None:
        return found
    return replace(found, doubtful=True)


def _worst(reading: Reading, span: Span) -> int:
    """The confidence of the least sure word of a stretch; 100 where nothing is doubtful."""
    return min((word.confidence for _, word in reading.doubts(span)), default=100)
