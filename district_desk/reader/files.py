"""Which kind of file it is, and the one way in for all of them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from district_desk.domain.problems import FileBusy, Unreadable, UnreadableFile
from district_desk.domain.reading import Reading
from district_desk.reader.columns import laid_out
from district_desk.reader.directive import reading_of
from district_desk.reader.doubts import marked
from district_desk.reader.legacy import in_unicode
from district_desk.reader.plain_text import without_marks
from district_desk.reader.scan import Job
from district_desk.reader.text_file import decoded
from district_desk.reader.transcript import Transcript, from_pages
from district_desk.reader.web_page import is_web_page, words_of_page

LARGEST: Final = 100 * 1024 * 1024
"""The largest file that is read, in bytes; a directive is a thousand times smaller."""

_MOST_LINES: Final = 60_000
"""A plan of 500 pages has 25,000."""
_MOST_LETTERS: Final = 8_000_000

_PDF: Final = b"%PDF-"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_PICTURES: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
"""How files of PNG, JPG and TIFF begin."""
_CONTAINER: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office before 2007 begin, and those of later ones under a password."""
_RTF: Final = b"{\\rtf"

Step = Callable[[int, int], None]
Stop = Callable[[], bool]


def read(
    path: Path, *, step: Step | None = None, stop: Stop | None = None, models: Sequence[Path] = (),
    turns: Mapping[int, int] = MappingProxyType({}),
) -> Reading:  # fmt: skip
    """The reading of a text, Word, OpenDocument or PDF file, a scan or a photo. ``step(done, total)`` counts pages; ``stop()`` asks
    to give up; ``models`` are folders that may hold the model of recognition, before those of the system; ``turns`` are
    degrees clockwise by which scanned pages (from 1) are turned first, where that is not left to the program.

    Raises:
        UnreadableFile: with the reason, before anything large is loaded.
        FileBusy: another program holds the file.
        Stopped: ``stop`` said so.
    """
    head = _head_of(path)
    transcript = _transcript(Job(path, step, stop, models, turns), head)
    if not transcript.text.strip():
        raise UnreadableFile(path, Unreadable.EMPTY)
    if len(transcript.text) > _MOST_LETTERS or transcript.text.count("\n") > _MOST_LINES:
        raise UnreadableFile(path, Unreadable.TOO_LARGE)
    return marked(reading_of(path.name, transcript))


def read_text(name: str, text: str) -> Reading:
    """The reading of a text that is already in memory; pure."""
    return reading_of(name, _of_text(text))


def _transcript(job: Job, head: bytes) -> Transcript:
    path = job.path
    if _PDF in head:
        from district_desk.reader.pdf_file import transcript_of_pdf

        return transcript_of_pdf(job)
    if head.startswith(_PICTURES):
        from district_desk.reader.scan import transcript_of_picture

        return transcript_of_picture(job)
    if head.startswith((*_ZIP, _CONTAINER, _RTF)):
        return _of_word(job, head)
    text = decoded(path, path.read_bytes())
    if sum(map(bool, map(str.strip, text.split("\n")))) > _MOST_LINES:  # before each of them is cleaned
        raise UnreadableFile(path, Unreadable.TOO_LARGE)
    return _of_text(text)


def _of_word(job: Job, head: bytes) -> Transcript:
    """The text of a DOCX, or of what becomes one."""
    from district_desk.reader.old_office import as_docx, is_open_document, kind_of_container
    from district_desk.reader.word_file import transcript_of_word

    if head.startswith(_ZIP) and not is_open_document(job.path):
        return transcript_of_word(job.path)
    kind = "ODT" if head.startswith(_ZIP) else "RTF" if head.startswith(_RTF) else kind_of_container(job.path)
    with as_docx(job.path, kind, job.stop) as made:
        try:
            return transcript_of_word(made)
        except UnreadableFile as error:
            raise UnreadableFile(job.path, Unreadable.NOT_CONVERTED, kind) from error


def _of_text(text: str) -> Transcript:
    text = in_unicode(text)
    if is_web_page(text):
        return Transcript(without_marks(words_of_page(text)), wrapped=False)
    pages = [without_marks(laid_out(page)) for page in text.replace("\r\n", "\n").split("\f")]
    return from_pages([page for page in pages if page], wrapped=None)


def _head_of(path: Path) -> bytes:
    """The first bytes, after the size was looked at.

    Raises:
        UnreadableFile: missing, empty or too large.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UnreadableFile(path, Unreadable.MISSING)
        if size == 0:
            raise UnreadableFile(path, Unreadable.EMPTY)
        if size > LARGEST:
            raise UnreadableFile(path, Unreadable.TOO_LARGE, str(size))
        with path.open("rb") as file:
            return file.read(1024)
    except PermissionError as error:
        raise FileBusy(path) from error
    except OSError as error:
        raise UnreadableFile(path, Unreadable.MISSING) from error
