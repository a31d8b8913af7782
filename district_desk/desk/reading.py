"""Reading a file: what the window shows at once, and the answer that ``read FILE --json`` gives."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from district_desk.desk.shipped import shipped
from district_desk.domain.reading import Box, BoxText, Found, FoundDue, PlacedWord, Reading, ReadItem


def read_file(
    path: Path,
    *,
    step: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] | None = None,
    office: Path | None = None,
    turns: Mapping[int, int] | None = None,
) -> Reading:
    """Read a text, DOCX or PDF file, a scan or a photo. Needs no office; opens nothing but that file.

    ``step(done, total)`` reports pages, ``stop()`` asks whether to give up; ``office`` is the folder of an office, whose
    folder ``tessdata`` may hold the model by which scans are recognised; ``turns`` are degrees clockwise by which scanned
    pages (from 1) are turned first, where the program is not to find out itself how they lie.

    Raises:
        UnreadableFile: with the reason.
        Stopped: ``stop`` said so.
    """
    from district_desk import reader

    return reader.read(path, step=step, stop=stop, models=_models(office), turns=turns or {})


def read_box(path: Path, page: int, box: Box, *, office: Path | None = None, turned: int = 0) -> BoxText:
    """Read a rectangle of a page (from 1) again, by sight, whatever the file's own text says; ``box`` is in the page's
    unit (:class:`~district_desk.domain.reading.Box`), on the page ``turned`` clockwise by so many degrees.

    Raises:
        UnreadableFile: the page cannot be shown, or recognition is missing.
    """
    from district_desk import reader

    return reader.read_box(path, page, box, models=_models(office), turned=turned)


def _models(office: Path | None) -> list[Path]:
    """Where the model of recognition may lie beside the system's own places: in the office, beside the program."""
    return [*([office / "tessdata"] if office else []), shipped("resources") / "tessdata"]


def answer_of(reading: Reading) -> dict[str, Any]:
    """The reading as plain values: header fields (null where the text has none), then the items in order.

    Dates are ISO; ``label`` is the path of labels; ``units`` are the names as written in the item's own text. Of a scan,
    ``doubts`` are the words that recognition is not sure of: confidence from 0 to 100, page from 1, and ``box`` as left,
    top, right, bottom in the unit in which ``pages`` gives the sizes of the scanned pages.
    """
    header = reading.header
    return {
        "name": reading.name,
        "guess": str(reading.guess),
        "agency": _value(header.agency),
        "parent_agency": _value(header.parent_agency),
        "number": _value(header.number),
        "symbol": _value(header.symbol),
        "place": _value(header.place),
        "date": header.issued.value.isoformat() if header.issued else None,
        "doc_type": _value(header.doc_type),
        "subject": _value(header.subject),
        "urgency": _value(header.urgency),
        "addressees": _values(header.addressees),
        "signer": _value(header.signer),
        "signer_title": _value(header.signer_title),
        "cc": _values(header.cc),
        "refs": _values(reading.references),
        "lead_units": _values(reading.lead_units),
        "items": [_item(item) for item in reading.items],
        "others": [answer_of(other) for other in reading.others],
        "pages": [{"page": page.number, "width": page.width, "height": page.height} for page in reading.scanned],
        "doubts": [_doubt(reading, page, word) for page, word in reading.doubts()],
    }


def _value(found: Found | None) -> str | None:
    return found.value if found else None


def _values(found: Iterable[Found]) -> list[str]:
    return [each.value for each in found]


def _item(item: ReadItem) -> dict[str, Any]:
    return {
        "label": item.path,
        "text": item.text,
        "kind": str(item.kind),
        "units": _values(item.units),
        "coordinating_units": _values(item.coordinating),
        "via": _values(item.via),
        "deadlines": [_deadline(each) for each in item.deadlines],
        "inherits_units_from": item.inherits or None,
        "start": item.span.start,
        "end": item.span.end,
    }


def _doubt(reading: Reading, page: int, word: PlacedWord) -> dict[str, Any]:
    box = word.box
    return {
        "text": reading.quote(word.span),
        "confidence": word.confidence,
        "page": page,
        "box": [box.left, box.top, box.right, box.bottom],
        "start": word.span.start,
        "end": word.span.end,
    }


def _deadline(found: FoundDue) -> dict[str, Any]:
    day = found.rule.day
    return {"text": found.phrase, "date": day.isoformat() if day else None, "rule": found.rule.code}
