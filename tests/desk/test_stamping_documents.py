"""Đóng dấu ĐẾN: what the stamp says of a document, the copy that is kept, the command."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from district_desk.cli.commands import main
from district_desk.desk import Desk
from district_desk.desk.filing import attach, attachment_file
from district_desk.desk.keeping import undo
from district_desk.desk.registering import Registered
from district_desk.desk.sentences import sentence_of
from district_desk.desk.stamping import attach_stamped, save_stamped, stamp_of, stampable, stamped
from district_desk.domain.directives import Attachment, Directive, Source
from district_desk.domain.problems import BadValue, NotFound
from district_desk.domain.stamps import Spot, StampPlace


@pytest.fixture
def received(desk: Desk, enter: Callable[..., Registered], directive: Path) -> int:
    """A received document with its file."""
    return enter(directive, Source.RECEIVED).directive_id


@pytest.fixture
def scan(desk: Desk, tmp_path: Path) -> Path:
    """A PDF as a scanner gives it."""
    path = tmp_path / "bản quét.pdf"
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(595, 842)
    pdf.save(path)
    pdf.close()
    return path


def words_of(pdf: bytes | Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def test_the_stamp_says_what_the_register_says(desk: Desk, received: int):
    entered = desk.store.reading().get(Directive, received)
    stamp = stamp_of(desk, received)
    assert (stamp.arrival, stamp.arrived, stamp.file_code) == (entered.arrival, entered.arrived, entered.file_code)
    assert stamp.body.casefold().startswith("ủy ban nhân dân\n")
    assert f"Số: {entered.arrival}" in words_of(stamped(desk, received, None))


def test_a_copy_with_the_stamp_is_kept_beside_the_file_and_can_be_taken_back(desk: Desk, received: int, scan: Path):
    before = scan.read_bytes()
    attach(desk, received, scan)
    (file,) = stampable(desk, received)
    pdf = stamped(desk, received, file, Spot(40, 60))
    changes = attach_stamped(desk, received, file, pdf)
    names = [each.name for each in desk.store.reading().find(Attachment, "id", directive_id=received)]
    assert names[-1] == "bản quét (dấu ĐẾN).pdf"
    assert stampable(desk, received) == [file], "what is stamped is not stamped again"
    assert attachment_file(desk, file).read_bytes() == before
    assert changes
    undo(desk)
    assert "bản quét (dấu ĐẾN).pdf" not in [
        each.name for each in desk.store.reading().find(Attachment, directive_id=received)
    ]


def test_only_what_was_received_is_stamped(
    desk: Desk, enter: Callable[..., Registered], directive: Path, tmp_path: Path
):
    own = enter(directive).directive_id
    for act in (
        lambda: stamp_of(desk, own),
        lambda: save_stamped(desk, own, tmp_path / "a.pdf"),
        lambda: save_stamped(desk, own, tmp_path / "a.pdf", alone=True),
    ):
        with pytest.raises(BadValue) as told:
            act()
        assert "Dấu ĐẾN chỉ đóng lên văn bản đến" in sentence_of(told.value)
    with pytest.raises(NotFound):
        stamp_of(desk, 9_999)
    assert not (tmp_path / "a.pdf").exists()


def test_the_command_stamps_the_first_pdf_or_a_blank_sheet(
    desk: Desk, received: int, scan: Path, tmp_path: Path, capsys
):
    folder = str(desk.folder)
    attach(desk, received, scan)
    desk.close()
    order = ["stamp", "--folder", folder, "--directive", str(received), "--out"]
    assert main([*order, str(tmp_path / "a.pdf"), "--place", StampPlace.BOTTOM_LEFT]) == 0
    assert main([*order, str(tmp_path / "b.pdf"), "--alone"]) == 0
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / "a.pdf"), str(tmp_path / "b.pdf")]
    for name in ("a.pdf", "b.pdf"):
        assert "ĐẾN" in words_of(tmp_path / name)


def test_the_command_says_that_there_is_no_pdf(desk: Desk, received: int, tmp_path: Path, capsys):
    folder = str(desk.folder)
    desk.close()
    assert main(["stamp", "--folder", folder, "--directive", str(received), "--out", str(tmp_path / "a.pdf")]) != 0
    assert "chưa có tệp PDF" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()
