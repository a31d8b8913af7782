"""Whatever the text is, there is a reading, its places lie in its text, and the same text reads the same."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from district_desk.reader import read_text

DOCUMENTS = [path.read_text("utf-8") for path in sorted((Path(__file__).parent / "documents").glob("*.txt"))]
PIECES = sorted({line for text in DOCUMENTS for line in text.split("\n")})


def check(text: str) -> None:
    reading = read_text("x", text)
    header = reading.header
    found = [
        header.agency, header.parent_agency, header.number, header.symbol, header.place, header.subject, header.signer,
        header.signer_title, *header.addressees, *header.cc, *reading.references, *reading.lead_units,
    ]  # fmt: skip
    spans = [each.span for each in found if each] + [item.span for item in reading.items] + list(reading.leftovers)
    assert all(0 <= span.start <= span.end <= len(reading.text) for span in spans)
    assert all(item.parent is None or item.parent < at for at, item in enumerate(reading.items))
    assert read_text("x", text) == reading


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_lines_of_directives_in_any_order(lines: list[str]) -> None:
    check("\n".join(lines))


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_text_at_all(text: str) -> None:
    check(text)


@settings(max_examples=40)
@given(st.sampled_from(DOCUMENTS), st.integers(0, 3000), st.integers(0, 400), st.text(max_size=20))
def test_a_document_with_a_piece_torn_out(text: str, at: int, length: int, patch: str) -> None:
    check(text[:at] + patch + text[at + length :])


def test_a_line_of_a_million_letters_is_read_in_time() -> None:
    check("Sở Nội vụ, " * 20_000)
    check("1. " * 50_000)
    check("a" * 1_000_000)
    check("\t".join(["(i)"] * 50_000))
