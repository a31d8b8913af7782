"""Texts from before Unicode: our tables against those of viparse, and whole documents that read the same."""

import unicodedata
from pathlib import Path

import pytest
from viparse.normalize.tables import Charmap
from viparse.normalize.tcvn3 import TCVN3
from viparse.normalize.viscii import VISCII
from viparse.normalize.vni import VNI

from district_desk.domain.problems import Unreadable, UnreadableFile
from district_desk.reader import read, read_text
from district_desk.reader.code_pages import CODE_PAGES
from district_desk.reader.legacy import from_font, in_unicode

DOCUMENT = (Path(__file__).parent / "documents" / "cong-van-giao-viec.txt").read_text("utf-8")
DOCUMENT = DOCUMENT.replace("Ủy ban", "Uỷ ban").replace("ỦY BAN", "UỶ BAN")
"""As it had to be typed: TCVN3 has no Ủ."""
TABLES = {"TCVN3": TCVN3, "VNI": VNI, "VISCII": VISCII}


def written_in(table: Charmap, text: str) -> str:
    """The text as that code page shows it to a program that takes it for Latin-1."""
    letters: dict[str, str] = {}
    for old, letter in table.pairs:
        letters.setdefault(letter, old)
    if table is TCVN3:
        letters |= {new.upper(): old for new, old in letters.items() if new.upper() not in letters}
    return "".join(letters.get(letter, letter) for letter in text)


def spaced_tones(text: str) -> bytes:
    """The text in windows-1258, which writes letters and tones apart."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    apart = (
        unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones)) + "".join(c for c in parts if c in tones)
        for parts in (unicodedata.normalize("NFD", letter) for letter in text)
    )  # fmt: skip
    return "".join(apart).encode("cp1258")


@pytest.mark.parametrize("name", TABLES)
def test_our_table_says_what_viparse_says(name: str) -> None:
    assert {old: CODE_PAGES[name](old) for old, _ in TABLES[name].pairs} == dict(TABLES[name].pairs)


def test_vni_letters_that_viparse_never_met_follow_the_standard() -> None:
    assert CODE_PAGES["VNI"]("aú aü AÚ î Î ì í") == "ẳ ẵ Ẳ ỵ Ỵ ì í"


@pytest.mark.parametrize(("name", "encoding"), [
    ("TCVN3", "latin-1"), ("TCVN3", "utf-8"), ("TCVN3", "utf-16"), ("VNI", "cp1252"), ("VNI", "utf-8"), ("VISCII", "latin-1"),
])  # fmt: skip
def test_a_document_in_an_old_code_page_reads_as_in_unicode(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(written_in(TABLES[name], DOCUMENT).encode(encoding))
    old, new = read(path), read_text("a.txt", DOCUMENT)
    assert [item.text for item in old.items] == [item.text for item in new.items]
    assert old.text == new.text
    assert old.header == new.header


def test_a_document_in_windows_1258_reads_as_in_unicode(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(spaced_tones(DOCUMENT))
    assert read(path).text == read_text("a.txt", DOCUMENT).text


def test_capitals_that_only_the_font_showed_are_told_by_the_letters_beside_them() -> None:
    letters = written_in(TCVN3, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nUỷ ban nhân dân ở huyện; UBND tỉnh; Độc lập.")
    assert CODE_PAGES["TCVN3"](letters) == (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nUỷ ban nhân dân ở huyện; UBND tỉnh; Độc lập."
    )


def test_lines_of_unicode_between_old_ones_stay_as_they_are() -> None:
    old = written_in(TCVN3, "Uỷ ban nhân dân huyện yêu cầu các phòng, ban báo cáo kết quả thực hiện")
    assert in_unicode(f"Phòng Nội vụ được giao\n{old}\nPhó Chánh án") == (
        "Phòng Nội vụ được giao\nUỷ ban nhân dân huyện yêu cầu các phòng, ban báo cáo kết quả thực hiện\nPhó Chánh án"
    )


@pytest.mark.parametrize("text", ["Déjà vu à Genève; façade, señor, Übergröße © 2024 «oui»", DOCUMENT, "x ± 5 µm"])
def test_text_that_is_in_unicode_is_left_alone(text: str) -> None:
    assert in_unicode(text) == text


@pytest.mark.parametrize(("font", "table", "said"), [
    (".VnTime", TCVN3, "Kính gửi các đồng chí"), (".VnTimeH", TCVN3, "KÍNH GỬI CÁC ĐỒNG CHÍ"),
    ("VNI-Times", VNI, "Kính gửi các đồng chí"), ("ABCDEF+.VnArial", TCVN3, "Kính gửi các đồng chí"),
])  # fmt: skip
def test_a_font_names_its_code_page(font: str, table: Charmap, said: str) -> None:
    assert from_font(written_in(table, "Kính gửi các đồng chí"), font) == said


def test_unicode_words_in_an_old_font_are_left_alone() -> None:
    assert from_font("Đồng kính gửi", ".VnTime") == "Đồng kính gửi"


def test_bytes_of_another_language_are_no_document_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Съешь же ещё этих мягких французских булок\n".encode("cp1251") * 20)
    with pytest.raises(UnreadableFile) as caught:
        read(path)
    assert caught.value.reason is Unreadable.UNKNOWN_FORMAT
