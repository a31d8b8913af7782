"""Files spoilt at random, and files made to do harm: a sentence or a reading in time, and nothing left open.

The number of spoilt files is small here; ``SPOILT=5000 pytest tests/reader/test_reading_spoilt_files.py`` spoils that
many of each kind.
"""

import io
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from test_reading_pdf_pages import HEAD, Typesetter
from test_reading_word import BODY, LETTERHEAD, NAMES, SIGNATURE, document, p

from district_desk.domain.problems import Unreadable, UnreadableFile
from district_desk.reader import read

SPOILT = int(os.environ.get("SPOILT", "60"))
WORD_SAID = {None, Unreadable.NOT_WORD, Unreadable.UNKNOWN_FORMAT, Unreadable.EMPTY, Unreadable.ENCRYPTED_WORD}
PDF_SAID = {None, Unreadable.BROKEN_PDF, Unreadable.UNKNOWN_FORMAT, Unreadable.EMPTY, Unreadable.ENCRYPTED_PDF}
NOT_SEEN = {Unreadable.NO_RECOGNIZER, Unreadable.NO_MODEL, Unreadable.NO_WORDS}


def opened() -> set[str]:
    """The files that this process holds open."""
    held = Path("/proc/self/fd")
    return {str(link.readlink()) for link in held.iterdir() if link.is_symlink()} if held.is_dir() else set()


def attempt(path: Path) -> Unreadable | None:
    """What the reader says to a file; anything but a reading or a problem fails the test, and so does an open file."""
    try:
        read(path)
    except UnreadableFile as problem:
        said: Unreadable | None = problem.reason
    else:
        said = None
    assert str(path) not in opened()
    path.rename(path.with_name("moved")).unlink()
    return said


def spoilt(raw: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed, cut out, doubled or put elsewhere."""
    data = bytearray(raw)
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(data) + 1), chance.choice((1, 1, 2, 8, 64, 512))
        match chance.randrange(5):
            case 0:
                data[at : at + length] = chance.randbytes(length)
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length] * chance.randint(1, 20)
            case 3:
                data[at : at + 1] = bytes([chance.choice((0, 0xFF, 0x7F, 0x80, ord("<"), ord("("), ord("9")))])
            case _:
                del data[max(at, 16) :]
    return bytes(data)


@pytest.fixture(scope="module")
def word_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return document(tmp_path_factory.mktemp("word") / "a.docx", LETTERHEAD + BODY + SIGNATURE).read_bytes()


@pytest.fixture(scope="module")
def pdf_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    sheet = Typesetter(tmp_path_factory.mktemp("pdf") / "a.pdf")
    for words in [*HEAD, "1. Rà soát hồ sơ của các phòng, ban và các xã.", "2. Báo cáo./."]:
        sheet.paragraph(words)
    sheet.canvas.save()
    return sheet.path.read_bytes()


@pytest.fixture
def without_recognition(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A page without a text layer is refused at once: recognising spoilt pages is no matter of this test."""
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))


def test_spoilt_word_archives_end_in_a_reading_or_a_sentence(word_file: bytes, tmp_path: Path) -> None:
    chance = random.Random(4)
    for number in range(SPOILT):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(spoilt(word_file, chance))
        assert attempt(path) in WORD_SAID


def test_word_archives_with_a_spoilt_part_end_in_a_reading_or_a_sentence(word_file: bytes, tmp_path: Path) -> None:
    chance = random.Random(5)
    with zipfile.ZipFile(io.BytesIO(word_file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for number in range(SPOILT):
        path = tmp_path / f"{number}.docx"
        broken = chance.choice(list(parts))
        with zipfile.ZipFile(path, "w") as archive:
            for name, part in parts.items():
                archive.writestr(name, mixed(part, chance) if name == broken else part)
        assert attempt(path) in WORD_SAID


def mixed(part: bytes, chance: random.Random) -> bytes:
    """XML that stays well formed: tags put in another's place, and numbers made absurd."""
    pieces = part.decode().split("<")
    for _ in range(chance.randint(1, 6)):
        one, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        same = pieces[one][:1] == pieces[other][:1] == "/" or ("/>" in pieces[one]) == ("/>" in pieces[other])
        if same:
            pieces[one], pieces[other] = pieces[other], pieces[one]
    absurd = chance.choice(('w:val="-1"', 'w:val="999999999999"', 'w:val="x"', 'w:val=""'))
    return "<".join(pieces).replace('w:val="1"', absurd, chance.randint(0, 2)).encode()


@pytest.mark.usefixtures("without_recognition")
def test_spoilt_pdf_files_end_in_a_reading_or_a_sentence(pdf_file: bytes, tmp_path: Path) -> None:
    chance = random.Random(6)
    for number in range(SPOILT):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(spoilt(pdf_file, chance))
        assert attempt(path) in PDF_SAID | NOT_SEEN


def entities(path: Path) -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "a"}">' for n in range(10))
    document(path, p("&a9;"), prolog=f"<!DOCTYPE x [{bomb}]>")


def entities_in_another_encoding(path: Path) -> None:
    text = (
        f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "aaaa">]><w:document {NAMES}>&a;</w:document>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", text.encode("utf-16"))


def packed(path: Path, unit: bytes, times: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(times):
            part.write(unit)


def nested(path: Path) -> None:
    document(path, "<w:tbl><w:tr><w:tc>" * 20_000 + "</w:tc></w:tr></w:tbl>" * 20_000)


def many_parts(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(12_000):
            archive.writestr(f"{number}", b"")


HOSTILE: dict[str, tuple[Callable[[Path], object], set[Unreadable | None]]] = {
    "entities": (entities, {Unreadable.NOT_WORD}),
    "entities in UTF-16": (entities_in_another_encoding, {Unreadable.NOT_WORD}),
    "unpacks to 2 GB": (lambda path: packed(path, b" " * 1024 * 1024, 200), {Unreadable.NOT_WORD}),
    "millions of elements": (lambda path: packed(path, b"<a/>" * 250_000, 12), {Unreadable.NOT_WORD}),
    "nested 20,000 deep": (nested, {Unreadable.NOT_WORD}),
    "12,000 parts": (many_parts, {Unreadable.NOT_WORD}),
    "a line of a million letters": (lambda path: path.write_text("Sở Nội vụ, " * 90_000, "utf-8"), {None}),
    "a million letters of no code page": (lambda path: path.write_bytes(b"\xe1\xf0\x9a\xfe " * 200_000), {None, Unreadable.UNKNOWN_FORMAT}),
    "a million lines": (lambda path: path.write_text("Báo cáo.\n" * 1_000_000, "utf-8"), {Unreadable.TOO_LARGE}),
    "200,000 lines": (lambda path: path.write_text("1. Báo cáo.\n\n" * 100_000, "utf-8"), {Unreadable.TOO_LARGE}),
    "a web page nested 100,000 deep": (lambda path: path.write_text("<html><body>" + "<div>" * 100_000 + "1. Việc.", "utf-8"), {None}),
    "a web page of open tags": (lambda path: path.write_text("<html><p" * 100_000, "utf-8"), {None, Unreadable.EMPTY}),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_file_made_to_do_harm_is_answered_in_time(what: str, tmp_path: Path) -> None:
    make, said = HOSTILE[what]
    path = tmp_path / "a.docx"
    make(path)
    assert attempt(path) in said


@pytest.mark.usefixtures("without_recognition")
def test_a_pdf_whose_font_names_no_letters_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    page = Canvas(str(path), pageCompression=0)
    page.setFont("Symbol", 12)
    page.drawString(100, 700, "abcdefgh" * 10)
    page.save()
    assert attempt(path) in {None, *NOT_SEEN}


@pytest.fixture(autouse=True)
def nothing_stays_open() -> Iterator[None]:
    before = len(opened())
    yield
    assert len(opened()) <= before + 1
