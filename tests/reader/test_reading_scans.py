"""Scans and photos, drawn for the tests and recognised by the real Tesseract; skipped, saying so, where it is missing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from scanned_pages import (
    LETTER,
    RIGHT,
    SECOND,
    STEP,
    TOP,
    crooked,
    drawn,
    pdf_of,
    photographed,
    scan_pdf,
    sealed,
    stamped,
)

from district_desk.desk.reading import answer_of, read_box
from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import Stopped, Unreadable, UnreadableFile
from district_desk.domain.reading import Box, Reading, Span
from district_desk.reader import read
from district_desk.reader.recognition import model_folder

ROOT = Path(__file__).resolve().parents[2]
A4_HEIGHT = 841.9


@pytest.fixture(scope="session")
def model() -> Path:
    try:
        return model_folder(ROOT)
    except UnreadableFile as missing:
        pytest.skip(f"recognition is not on this machine: {missing.reason}")


@pytest.fixture(scope="session")
def letter(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """The first page of our letter, clean, at 200 dots an inch."""
    return drawn([LETTER], tmp_path_factory.mktemp("letter"))[0]


@pytest.fixture(scope="session")
def scan(letter: Image.Image, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letter and a second page, laid askew, as a PDF without text."""
    folder = tmp_path_factory.mktemp("scan")
    return scan_pdf(folder / "quet.pdf", [crooked(letter), crooked(drawn([SECOND], folder)[0], -1.2)])


@pytest.fixture(scope="session")
def reading(scan: Path) -> Reading:
    return read(scan)


def values(reading: Reading) -> list[str | None]:
    header = reading.header
    found = (header.agency, header.number, header.symbol, header.place, header.subject, header.signer)
    return [each.value if each else None for each in found]


LETTER_SAYS = ["ỦY BAN NHÂN DÂN HUYỆN VÍ DỤ", "507", "UBND-KT", "Ví Dụ", "góp ý dự thảo Quyết định", "Phùng Tô Ví"]


def test_a_scan_laid_askew_gives_the_letterhead_in_two_columns_and_items_with_their_limits(reading: Reading) -> None:
    assert values(reading) == LETTER_SAYS
    assert reading.header.issued is not None
    assert reading.header.issued.value.isoformat() == "2025-01-24"
    assert [each.value for each in reading.header.cc] == ["Như trên", "Lưu: VT, KT"]
    assert [item.path for item in reading.items][:2] == ["1", "2"]
    assert [each.phrase for each in reading.items[0].deadlines] == ["trước ngày 10/02/2025"]


def test_every_word_of_a_scan_keeps_its_place_in_the_text_and_on_the_page(reading: Reading) -> None:
    assert [page.number for page in reading.scanned] == [1, 2]
    assert len(reading.page_starts) == 2
    words = [word for page in reading.scanned for word in page.words]
    assert [reading.quote(word.span) for word in words] == reading.text.split()
    for page in reading.scanned:
        assert (page.width, page.height) == (pytest.approx(595.3, abs=1), pytest.approx(A4_HEIGHT, abs=1))
        assert all(0 <= word.box.left < word.box.right <= page.width for word in page.words)


def test_a_stretch_is_lit_where_it_was_printed_and_found_again_under_a_drawn_box(
    letter: Image.Image, tmp_path: Path
) -> None:
    straight = read(scan_pdf(tmp_path / "a.pdf", [letter]))
    assert straight.header.signer is not None
    [(page, box)] = straight.lit(straight.header.signer.span)
    base = A4_HEIGHT - (TOP - 19 * STEP)
    assert page == 1
    assert (box.left, box.bottom) == (pytest.approx(RIGHT + 60, abs=4), pytest.approx(base, abs=5))
    around = Box(box.left - 5, box.top - 5, box.right + 5, box.bottom + 5)
    assert straight.scanned[0].under(around) == straight.header.signer.span
    assert straight.scanned[0].under(Box(0, 0, 5, 5)) is None
    word = straight.scanned[0].at(box.left + 5, box.middle[1])
    assert word is not None
    assert straight.quote(word.span) == "Phùng"


def test_places_on_a_page_laid_askew_are_those_of_the_page_as_it_lies(reading: Reading) -> None:
    """The picture was turned about its middle by 1.5 degrees, so that words far right of it stand higher by 3 points."""
    assert reading.header.place is not None
    assert reading.header.agency is not None
    first = next(reading.lit(Span(reading.header.agency.span.start, reading.header.agency.span.start + 2)))[1]
    title = reading.text.index("CỘNG HÒA")
    last = next(reading.lit(Span(title, title + 8)))[1]
    assert 3 < first.bottom - last.bottom < 9


def test_a_drawn_box_is_read_again(scan: Path, reading: Reading) -> None:
    assert reading.header.subject is not None
    boxes = [box for _, box in reading.lit(reading.header.subject.span)]
    whole = boxes[0].joined(boxes[-1])
    again = read_box(scan, 1, Box(whole.left - 3, whole.top - 3, whole.right + 3, whole.bottom + 3))
    assert "góp ý dự thảo" in again.text
    assert "Quyết định" in again.text
    with pytest.raises(UnreadableFile) as caught:
        read_box(scan, 9, whole)
    assert caught.value.reason is Unreadable.MISSING


def test_pages_on_their_side_or_their_head_are_turned_before_they_are_read(
    letter: Image.Image, tmp_path: Path
) -> None:  # fmt: skip
    path = tmp_path / "nghieng.tif"
    sides = [letter.rotate(degrees, expand=True) for degrees in (90, 180)]
    sides[0].save(path, save_all=True, append_images=sides[1:])
    reading = read(path)
    assert [page.turned for page in reading.scanned] == [90, 180]
    assert values(reading) == LETTER_SAYS
    assert {(page.width, page.height) for page in reading.scanned} == {letter.size}

    assert reading.header.signer is not None
    [(page, box)] = reading.lit(reading.header.signer.span)
    around = Box(box.left - 5, box.top - 5, box.right + 5, box.bottom + 5)
    assert read_box(path, page, around, turned=90).text == "Phùng Tô Ví"


def test_a_page_that_is_said_to_lie_as_it_lies_is_not_turned(letter: Image.Image, tmp_path: Path) -> None:
    letter.rotate(180).save(tmp_path / "nguoc.png")
    assert read(tmp_path / "nguoc.png", turns={1: 0}).scanned[0].turned == 0
    assert values(read(tmp_path / "nguoc.png", turns={1: 180})) == LETTER_SAYS


def test_a_photo_in_uneven_light_is_read(letter: Image.Image, tmp_path: Path) -> None:
    path = tmp_path / "chup.jpg"
    photographed(letter).save(path, quality=80)
    reading = read(path)
    assert values(reading) == LETTER_SAYS
    assert (reading.scanned[0].width, reading.scanned[0].height) == letter.size


def test_a_tiff_of_two_pages_is_read_page_by_page(letter: Image.Image, tmp_path: Path) -> None:
    second = drawn([SECOND], tmp_path)[0]
    letter.convert("1").save(
        tmp_path / "a.tif", save_all=True, append_images=[second.convert("1")], compression="group4"
    )
    steps: list[tuple[int, int]] = []
    reading = read(tmp_path / "a.tif", step=lambda done, total: steps.append((done, total)))
    assert steps == [(1, 2), (2, 2)]
    assert [page.number for page in reading.scanned] == [1, 2]
    assert "báo cáo trước ngày 15/3/2025" in reading.text


def test_a_red_seal_hides_no_print_and_stamps_stand_aside_but_marks_count(letter: Image.Image, tmp_path: Path) -> None:
    page = sealed(letter, (0.62, 0.47))
    page = stamped(stamped(stamped(page, "HỎA TỐC", (0.12, 0.178)), "ĐẾN", (0.05, 0.02)), "Số: 345", (0.05, 0.045), 30)
    page.save(tmp_path / "a.png")
    reading = read(tmp_path / "a.png")
    assert values(reading) == LETTER_SAYS
    assert reading.header.urgency is not None
    assert reading.header.urgency.value == "Hỏa tốc"
    assert "ĐẾN" in " ".join(reading.quote(span) for span in reading.leftovers)
    assert not any("345" in item.text for item in reading.items)


def test_a_black_stamp_of_arrival_a_gazette_s_head_and_a_signature_s_frame_stand_aside(
    model: Path, tmp_path: Path
) -> None:
    imprints = [
        (20, -1.5, "2   CÔNG BÁO/Số 123 + 124/Ngày 05-01-2025"),
        (20, 5.0, "ĐẾN"), (20, 5.8, "Số: 991"), (20, 6.6, "Ngày: 27/01/2025"), (20, 7.4, "Chuyển: VP"),
        (330, 20.5, "Người ký: Ủy ban nhân dân huyện"), (330, 21.5, "Thời gian ký: 24.01.2025 16:20:01"),
    ]  # fmt: skip
    drawn([[*LETTER, *imprints]], tmp_path)[0].save(tmp_path / "a.png")
    reading = read(tmp_path / "a.png")
    assert values(reading) == LETTER_SAYS
    assert [item.path for item in reading.items] == ["1", "2"]
    aside = " ".join(reading.quote(span) for span in reading.leftovers)
    for words in ("CÔNG BÁO", "ĐẾN", "991", "27/01/2025", "Chuyển", "Người ký", "Thời gian ký"):
        assert words in aside
        assert not any(words in item.text for item in reading.items)


def test_a_mark_of_secrecy_stamped_on_a_scan_is_seen(letter: Image.Image, tmp_path: Path) -> None:
    stamped(letter, "MẬT", (0.12, 0.178)).save(tmp_path / "a.png")
    secrecy = read(tmp_path / "a.png").header.secrecy
    assert secrecy is not None
    assert secrecy.value == "Mật"


def test_a_number_written_by_hand_over_the_print_stays_empty_or_doubtful(letter: Image.Image, tmp_path: Path) -> None:
    page = letter.copy()
    number = (305, 265, 345, 300)
    scrawl = letter.crop((600, 900, 640, 935)).rotate(37, fillcolor="white")
    page.paste(scrawl, number[:2])
    page.save(tmp_path / "a.png")
    reading = read(tmp_path / "a.png")
    assert reading.header.number is None or reading.header.number.doubtful
    doubts = answer_of(reading)["doubts"]
    assert all(each["confidence"] < 70 and each["page"] == 1 and len(each["box"]) == 4 for each in doubts)
    assert doubts != []


def test_a_scanned_page_behind_pages_with_text_is_read_too(letter: Image.Image, tmp_path: Path) -> None:
    import pypdfium2

    with_text = pypdfium2.PdfDocument(pdf_of(tmp_path / "text.pdf", [LETTER]))
    scanned = pypdfium2.PdfDocument(scan_pdf(tmp_path / "scan.pdf", drawn([SECOND], tmp_path)))
    with_text.import_pages(scanned)
    with_text.save(tmp_path / "both.pdf")
    scanned.close()
    with_text.close()
    reading = read(tmp_path / "both.pdf")
    assert [page.number for page in reading.scanned] == [2]
    assert values(reading) == LETTER_SAYS
    assert "báo cáo trước ngày 15/3/2025" in reading.text


def test_recognition_may_be_stopped_between_pages(scan: Path) -> None:
    seen: list[int] = []
    with pytest.raises(Stopped):
        read(scan, step=lambda done, _: seen.append(done), stop=lambda: True)
    assert seen == []


def test_a_stop_in_the_middle_of_a_page_begins_no_other(letter: Image.Image, tmp_path: Path) -> None:
    path = scan_pdf(tmp_path / "dai.pdf", [letter] * 8)
    asked: list[int] = []
    seen: list[int] = []
    with pytest.raises(Stopped):
        read(path, step=lambda done, _: seen.append(done), stop=lambda: len(asked.append(1) or asked) > 4)
    assert len(seen) < 8


def test_a_page_without_words_and_a_broken_picture_are_told_apart(model: Path, tmp_path: Path) -> None:
    Image.new("L", (800, 1100), "white").save(tmp_path / "blank.png")
    (tmp_path / "broken.png").write_bytes((tmp_path / "blank.png").read_bytes()[:60])
    for name, reason in (("blank.png", Unreadable.NO_WORDS), ("broken.png", Unreadable.BROKEN_PICTURE)):
        with pytest.raises(UnreadableFile) as caught:
            read(tmp_path / name)
        assert caught.value.reason is reason


def test_the_model_is_looked_for_in_the_office_before_the_system(model: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tessdata"
    folder.mkdir()
    assert model_folder(tmp_path, [folder]) == model
    shutil.copy(model / "vie.traineddata", folder)
    assert model_folder(tmp_path, [folder]) == folder


def test_without_the_model_the_command_line_says_what_is_missing_and_reads_texts_all_the_same(tmp_path: Path) -> None:
    Image.new("L", (80, 110), "white").save(tmp_path / "a.png")
    bare = {**os.environ, "TESSDATA_PREFIX": str(tmp_path)}
    told = _started(["-m", "district_desk", "read", str(tmp_path / "a.png")], bare)
    assert told.returncode != 0
    assert "bộ nhận dạng chữ" in told.stderr or "vie.traineddata" in told.stderr
    text = Path(__file__).parent / "documents" / "chi-thi.txt"
    sample = text if text.exists() else next(text.parent.glob("*.txt"))
    assert _started(["-m", "district_desk", "read", str(sample)], bare).returncode == 0


def test_without_the_package_a_sentence_names_it(tmp_path: Path) -> None:
    Image.new("L", (80, 110), "white").save(tmp_path / "a.png")
    code = "import sys; sys.modules['tesserocr'] = None; from district_desk.__main__ import main; sys.exit(main())"
    told = _started(["-c", code, "read", str(tmp_path / "a.png")], dict(os.environ))
    assert told.returncode != 0
    assert told.stderr.strip().endswith(sentence_of(UnreadableFile(tmp_path / "a.png", Unreadable.NO_RECOGNIZER)))


def _started(arguments: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
