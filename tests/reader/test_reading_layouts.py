"""The layouts in which documents reach an office, each with a document written for it and the header it has.

What the ``.toml`` beside a text does not name is not in the text, and the reading must not have it either.
"""

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from district_desk.domain.reading import DocumentGuess, Reading
from district_desk.reader import read, read_text

LAYOUTS = Path(__file__).parent / "layouts"
NAMES = sorted(path.stem for path in LAYOUTS.glob("*.txt"))
SINGLE = (
    "agency", "parent_agency", "number", "symbol", "place", "issued", "doc_type", "subject", "urgency", "secrecy",
    "signer", "signer_title",
)  # fmt: skip


def values_of(read: Reading) -> dict[str, Any]:
    """What was read, without what was not."""
    header = read.header
    single = {name: found.value for name in SINGLE if (found := getattr(header, name))}
    lists = {"addressees": header.addressees, "cc": header.cc, "references": read.references}
    return single | {name: [each.value for each in found] for name, found in lists.items() if found}


@pytest.mark.parametrize("name", NAMES)
def test_the_header_of_every_layout_is_read_whole_and_nothing_is_added(name: str) -> None:
    wanted = tomllib.loads((LAYOUTS / f"{name}.toml").read_text("utf-8"))
    assert values_of(read(LAYOUTS / f"{name}.txt")) == wanted


@pytest.mark.parametrize("name", NAMES)
def test_every_layout_is_taken_for_a_directive_and_what_is_not_issued_yet_for_a_draft(name: str) -> None:
    not_issued = {"du-thao-cua-so-chua-co-so"}
    wanted = DocumentGuess.DRAFT if name in not_issued else DocumentGuess.DIRECTIVE
    assert read(LAYOUTS / f"{name}.txt").guess is wanted


SAVED = {
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "blanks and line ends of Windows": lambda text: text.replace("\n", "  \r\n"),
    "indented lines": lambda text: re.sub(r"(?m)^(?=.)", "    ", text),
    "marks of bold type": lambda text: re.sub(r"(?m)^([^\W\d_][^a-zà-ỹ\n]{5,})$", r"**\1**", text),
    "a cell of a table": lambda text: f"|\n{text}\n|",
}


@pytest.mark.parametrize("way", SAVED)
def test_a_header_reads_alike_however_the_text_was_saved(way: str) -> None:
    for name in NAMES:
        text = (LAYOUTS / f"{name}.txt").read_text("utf-8")
        assert values_of(read_text("a.txt", SAVED[way](text))) == values_of(read_text("a.txt", text)), name
