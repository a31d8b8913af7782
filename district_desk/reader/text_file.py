"""Plain text: UTF-8 and UTF-16 with or without a mark, and the code pages from before Unicode."""

import codecs
from pathlib import Path
from typing import Final

from district_desk.domain.problems import Unreadable, UnreadableFile
from district_desk.reader.legacy import decoded_legacy

_MARKED: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(path: Path, raw: bytes) -> str:
    """The text of the bytes.

    Raises:
        UnreadableFile: UNKNOWN_FORMAT where the bytes are no text that is known, EMPTY.
    """
    encoding = next((name for mark, name in _MARKED if raw.startswith(mark)), _unmarked(raw))
    text: str | None
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = None if b"\0" in raw else decoded_legacy(raw)
    if text is None or "\0" in text:
        raise UnreadableFile(path, Unreadable.UNKNOWN_FORMAT)
    if not text.strip():
        raise UnreadableFile(path, Unreadable.EMPTY)
    return text


def _unmarked(raw: bytes) -> str:
    """UTF-16 shows itself by a zero in every other byte; anything else is tried as UTF-8."""
    head = raw[:4000]
    if len(head) > 20 and head[1::2].count(0) > len(head) // 4:
        return "utf-16-le"
    if len(head) > 20 and head[::2].count(0) > len(head) // 4:
        return "utf-16-be"
    return "utf-8"
