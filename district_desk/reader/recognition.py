"""Tesseract by way of tesserocr: a picture of a page becomes words with their places.

Both the package and the Vietnamese model may be missing; the program then says which, and reads everything else. One
engine reads one picture at a time and lets go of Python meanwhile, so that two threads with an engine each use two
cores; no engine starts threads of its own.
"""

import importlib.util
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from district_desk.domain.problems import Unreadable, UnreadableFile
from district_desk.domain.vietnamese import nfc

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGE: Final = "vie"
_FOLDERS: Final = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    r"C:\Program Files\Tesseract-OCR\tessdata",
)
"""Where Debian, other Linux systems and the usual Windows installer keep Tesseract's models."""
_WORD: Final = "5"
"""The level of a word among the rows that Tesseract gives."""


class Manner(IntEnum):
    """What Tesseract is to expect; the values are its own page segmentation modes."""

    PAGE = 3
    BLOCK = 6
    SCATTERED = 11


@dataclass(frozen=True, slots=True)
class Seen:
    """A word that was recognised: its box in pixels of the picture, ``confidence`` from 0 to 100, and the line of
    Tesseract's own that it stands in."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: int
    line: tuple[int, ...]


def model_folder(path: Path, folders: Sequence[Path] = ()) -> Path:
    """The folder of the Vietnamese model: TESSDATA_PREFIX where it is set, else ``folders``, else the system's.

    Raises:
        UnreadableFile: NO_RECOGNIZER where tesserocr is missing, NO_MODEL where no such folder holds the model;
            ``path`` is the file that cannot be read for want of it.
    """
    if importlib.util.find_spec("tesserocr") is None or importlib.util.find_spec("PIL") is None:
        raise UnreadableFile(path, Unreadable.NO_RECOGNIZER)
    named = os.environ.get("TESSDATA_PREFIX")
    looked = [Path(named), Path(named, "tessdata")] if named else [*folders, *map(Path, _FOLDERS)]
    found = next((folder for folder in looked if (folder / f"{LANGUAGE}.traineddata").is_file()), None)
    if found is None:
        raise UnreadableFile(path, Unreadable.NO_MODEL)
    return found


class Engine:
    """One Tesseract with the Vietnamese model loaded; for one thread at a time."""

    def __init__(self, folder: Path) -> None:
        import tesserocr

        tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)  # it would complain of specks on stderr
        self._api = tesserocr.PyTessBaseAPI(path=f"{folder}{os.sep}", lang=LANGUAGE, oem=tesserocr.OEM.LSTM_ONLY)

    def words(self, picture: "Image", dpi: int, manner: Manner = Manner.PAGE) -> list[Seen]:
        """The words of a grey picture in Tesseract's order."""
        self._api.SetPageSegMode(manner)
        self._api.SetImage(picture)
        self._api.SetSourceResolution(dpi)
        try:
            if not self._api.Recognize():
                return []
            return list(_words(self._api.GetTSVText(0)))
        finally:
            self._api.Clear()

    def close(self) -> None:
        """Give the memory back."""
        self._api.End()


def _words(table: str) -> Iterator[Seen]:
    """The words of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence."""
    for row in table.splitlines():
        cells = row.split("\t", 11)
        if len(cells) == 12 and cells[0] == _WORD and (text := nfc(cells[11]).strip()):
            left, top, width, height = map(int, cells[6:10])
            line = tuple(map(int, cells[2:5]))
            yield Seen(text, left, top, left + width, top + height, round(float(cells[10])), line)
