"""Word files opened by LibreOffice, compared page for page with the PDF of the same documents.

Skipped where LibreOffice is absent: what is compared is what another program makes of our file.
"""

import shutil
import subprocess
from collections import Counter
from datetime import date

import pypdfium2
import pytest
from paper_measures import FORMS, PrintedPage, printed

from district_desk.prints.builders import build
from district_desk.prints.document import Bars, Letterhead, SignatureRow
from district_desk.prints.examples import EXAMPLES
from district_desk.prints.forms import load
from district_desk.prints.to_docx import write

OFFICE = shutil.which("soffice")
DOCUMENTS = {name: build(load(FORMS, None, name, date(2023, 10, 2)).form, values) for name, values in EXAMPLES.items()}
CHARTED = {name for name, document in DOCUMENTS.items() if any(isinstance(block, Bars) for block in document.blocks)}
MOTTO = "Độc lập - Tự do - Hạnh phúc"

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """The pages that LibreOffice makes of the Word file of each form."""
    folder = tmp_path_factory.mktemp("word")
    for name, document in DOCUMENTS.items():
        write([document], folder / f"{name}.docx")
    subprocess.run(
        [OFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "pdf",
         "--outdir", folder, *sorted(folder.glob("*.docx"))],
        check=True, capture_output=True,
    )  # fmt: skip
    return {name: _pages(folder / f"{name}.pdf") for name in DOCUMENTS}


@pytest.fixture(scope="module")
def drawn():
    return {name: printed(document) for name, document in DOCUMENTS.items()}


def _pages(path):
    pdf = pypdfium2.PdfDocument(path)
    pages = [PrintedPage(page) for page in pdf]
    pdf.close()
    return pages


def _letters(page):
    """The letters of a page; words that run upward come apart, and a dotted line is dots in one of the two only."""
    return Counter("".join(page.text.split()).replace(".", ""))


def _kin(name):
    return [each for each in DOCUMENTS if any(isinstance(block, name) for block in DOCUMENTS[each].blocks)]


@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_a_word_file_has_as_many_pages_of_the_same_size_as_the_pdf(opened, drawn, name):
    sizes = [[(round(page.width), round(page.height)) for page in pages[name]] for pages in (opened, drawn)]
    assert sizes[0] == sizes[1]


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name not in CHARTED])
def test_every_page_holds_the_same_words_as_that_of_the_pdf(opened, drawn, name):
    for ours, theirs in zip(drawn[name], opened[name], strict=True):
        assert _letters(ours) == _letters(theirs)


@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_faces_and_sizes_are_those_of_the_pdf(opened, drawn, name):
    for ours, theirs in zip(drawn[name], opened[name], strict=True):
        looks = {(words.text, words.size, words.font) for words in theirs.words}
        told = {words.text for words in theirs.words}
        assert {(w.text, w.size, w.font) for w in ours.words if w.text in told} <= looks


@pytest.mark.parametrize("name", _kin(Letterhead))
def test_the_head_stands_where_it_stands_in_the_pdf_and_its_lines_have_the_decree_s_length(opened, drawn, name):
    ours, theirs = drawn[name][0], opened[name][0]
    for text in (MOTTO, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ngày"):
        here, there = ours.find(text), theirs.find(text)
        assert there.middle == pytest.approx(here.middle, abs=0.5)
        assert there.baseline == pytest.approx(here.baseline, abs=1.5)
    motto = theirs.find(MOTTO)
    assert theirs.rule_under(motto).length == pytest.approx(motto.right - motto.left, abs=1.5)
    (head,) = (block for block in DOCUMENTS[name].blocks if isinstance(block, Letterhead))
    body = theirs.find(head.body.split("\n")[-1].upper())
    assert 1 / 3 <= theirs.rule_under(body).length / (body.right - body.left) <= 1 / 2


@pytest.mark.parametrize("name", _kin(SignatureRow))
def test_copies_are_level_with_the_authority_and_the_hand_has_its_room(opened, name):
    (row,) = (block for block in DOCUMENTS[name].blocks if isinstance(block, SignatureRow))
    signature = next(each for each in row.signatures if each.authority)
    page = next(page for page in opened[name] if signature.authority[-1].upper() in page.text)
    if row.copies and row.copies.lines:
        level = page.find(signature.authority[0].upper()).baseline
        assert page.find("Nơi nhận:").baseline == pytest.approx(level, abs=0.3)
    if signature.name:
        above = page.find(signature.authority[-1].upper()).baseline
        assert page.find(signature.name).baseline - above >= 30


def test_only_the_second_page_on_shows_its_number_also_behind_a_cover(opened):
    for name, pages in opened.items():
        document = DOCUMENTS[name]
        for number, page in enumerate(pages, document.first_page):
            above = [words.text for words in page.words if words.baseline < document.margins.top - 2]
            assert above == ([str(number)] if number > 1 else [])
