"""The values on paper and the files that hold them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from district_desk.desk import Desk
from district_desk.desk.assigning import assign_as_read, assign_items, record_result, withdraw
from district_desk.desk.book_values import follow_up_book, register_book
from district_desk.desk.cataloguing import put_settings
from district_desk.desk.citing import about, cited, day_in_words, units_in_words
from district_desk.desk.printing import FOLLOW_UP, REGISTER, SHEETS, SLIP, form_problems, forms, preview, print_form
from district_desk.desk.registering import Registered, correct_directive, empty_draft, put_in_bin, register
from district_desk.desk.searching import search
from district_desk.desk.sheet_values import assignment_sheets, processing_slip
from district_desk.domain.assignments import Assignment, Role
from district_desk.domain.changes import Entity
from district_desk.domain.directives import Directive, Source
from district_desk.domain.items import Item
from district_desk.domain.problems import BadValue, MissingField, NotFound
from district_desk.domain.units import Unit

DAY = date(2023, 4, 3)


@pytest.fixture
def given(desk: Desk, enter: Callable[..., Registered], directive: Path) -> int:
    """The example directive, entered and given as its words say; its id."""
    done = enter(directive)
    assign_as_read(desk, done.directive_id)
    return done.directive_id


def _words(pdf: Path | bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return pages


def test_each_unit_gets_its_own_sheet_with_its_own_tasks(desk: Desk, given: int) -> None:
    sheets = {sheet.unit: sheet for sheet in assignment_sheets(desk, given, day=DAY)}

    commune = sheets["UBND xã Cẩm Đông"]
    room = sheets["Phòng Tài nguyên và Môi trường"]
    assert len(sheets) == 19
    assert [line.place for line in commune.lines] == ["Mục 1, điểm a", "Mục 1, điểm b"]
    assert [(line.role, line.partners) for line in room.lines] == [("Chủ trì", "P. TC-KH")]
    assert sheets["Phòng Tài chính - Kế hoạch"].lines[0].role == "Phối hợp"
    assert commune.directive == (
        "Chỉ thị số 15/CT-UBND ngày 03/4/2023 của UBND huyện Cẩm Giàng về việc tăng cường vệ sinh môi trường "
        "trên địa bàn huyện"
    )


def test_the_sheet_says_the_last_working_day_of_its_earliest_limit(desk: Desk, given: int) -> None:
    room = next(s for s in assignment_sheets(desk, given, day=DAY) if s.unit == "Phòng Tài nguyên và Môi trường")

    assert (room.lines[0].last_day, room.report_by) == (date(2023, 4, 14), date(2023, 4, 14))
    assert room.letterhead.body == "Văn phòng HĐND và UBND"
    assert (room.authority, room.signer_title) == ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")


def test_the_code_of_a_sheet_opens_its_record_when_it_is_scanned(desk: Desk, given: int) -> None:
    sheet = assignment_sheets(desk, given, day=DAY)[0]

    (hit,) = search(desk, sheet.code)

    assert len(sheet.code) == 18
    assert (hit.entity, hit.directive_id, hit.title) == (Entity.ASSIGNMENT, given, "15/CT-UBND")
    assert search(desk, "9" * 18) == []


def test_recalled_lines_are_not_on_paper(desk: Desk, given: int) -> None:
    lines = desk.store.reading().find(Assignment, directive_id=given, unit_id=_unit(desk, "PTNMT"))
    record_result(desk, [lines[0].id], on=DAY)
    withdraw(desk, [lines[0].id])

    assert "Phòng Tài nguyên và Môi trường" not in {s.unit for s in assignment_sheets(desk, given, day=DAY)}


def test_a_sheet_carries_a_number_only_where_the_office_wants_it(desk: Desk, given: int) -> None:
    assert assignment_sheets(desk, given, day=DAY)[0].letterhead.number_line == ""

    put_settings(desk, replace(desk.office, sheet_number=True))

    assert assignment_sheets(desk, given, day=DAY)[0].letterhead.number_line.endswith("/PGV-VP")


def test_the_slip_names_groups_instead_of_seventeen_communes(desk: Desk, given: int) -> None:
    slip = processing_slip(desk, given, day=DAY)

    assert slip.leads == "UBND các xã, thị trấn; Phòng Tài nguyên và Môi trường"
    assert slip.partners == "Phòng Tài chính - Kế hoạch"
    assert slip.dues.endswith("UBND các xã, thị trấn: 19/4/2023; UBND các xã, thị trấn: 27/4/2023")


def test_the_register_holds_the_years_received_documents_in_their_order(desk: Desk) -> None:
    for number, subject in (("7", "về công tác cải cách hành chính"), ("8", "V/v góp ý dự thảo")):
        draft = empty_draft(desk, Source.RECEIVED)
        told = replace(
            draft.directive, number=number, symbol="UBND-VP", subject=subject, type_code="CV", issued=date(2023, 4, 1),
            issuer="UBND tỉnh Hải Dương", page_count=2, note="bản sao",
        )  # fmt: skip
        register(desk, replace(draft, directive=told))

    book = register_book(desk, 2023, as_of=DAY)

    assert [(line.arrival, line.notation) for line in book.lines] == [("1", "7/UBND-VP"), ("2", "8/UBND-VP")]
    assert [line.type_and_subject for line in book.lines] == [
        "Công văn về công tác cải cách hành chính",
        "Công văn về việc góp ý dự thảo",
    ]
    assert (book.first_number, book.last_number, book.first_day) == ("1", "2", DAY)
    assert book.lines[0].note == "2 trang; bản sao"
    assert register_book(desk, 2023, as_of=date(2023, 4, 2)).lines == ()

    part = register_book(desk, 2023, as_of=DAY, numbers=(2, 9))
    assert [line.arrival for line in part.lines] == ["2"]
    assert (part.first_number, part.last_number) == ("2", "2")
    with pytest.raises(BadValue):
        register_book(desk, 2023, as_of=DAY, numbers=(9, 2))


def test_the_follow_up_register_has_a_row_for_each_document_and_unit(desk: Desk, given: int) -> None:
    lines = desk.store.reading().find(Assignment, directive_id=given, unit_id=_unit(desk, "10939"))
    record_result(desk, [lines[0].id], on=DAY, notation="12/BC-UBND")

    book = follow_up_book(desk, 2023, as_of=date(2023, 4, 28), directive_id=given)

    rows = {line.unit: line for line in book.lines}
    assert len(rows) == 18
    assert rows["UBND xã Cẩm Đông"].progress == "Hoàn thành 1/2; quá hạn 1"
    assert rows["UBND xã Cẩm Đông"].reply_notation == "12/BC-UBND"
    assert rows["UBND xã Cẩm Đông"].due == "19/4/2023; 27/4/2023"
    assert rows["UBND xã Cẩm Đông"].document == "Chỉ thị số 15/CT-UBND ngày 03/4/2023 của UBND huyện Cẩm Giàng"
    assert rows["UBND xã Cẩm Vũ"].progress == "Đang thực hiện; quá hạn 2"


def test_the_units_of_the_leaders_note_stand_in_column_seven(desk: Desk) -> None:
    draft = empty_draft(desk, Source.RECEIVED)
    done = register(desk, replace(draft, directive=replace(draft.directive, subject="việc")))
    with desk.writing("edit_item") as writing:
        item = writing.put(Item(done.directive_id, path="1", text="việc"))
    assign_items(desk, [item.id], [_unit(desk, "PNV")], Role.LEAD)
    assign_items(desk, [item.id], [_unit(desk, "PTP")], Role.SUPPORT)

    assert register_book(desk, 2023, as_of=DAY).lines[0].recipients == "Phòng Nội vụ"

    kept = desk.store.reading().get(Directive, done.directive_id)
    correct_directive(desk, replace(kept, recipients="Chánh Văn phòng"))
    assert register_book(desk, 2023, as_of=DAY).lines[0].recipients == "Chánh Văn phòng"


def test_all_sheets_are_one_file_each_from_its_own_page(desk: Desk, given: int, tmp_path: Path) -> None:
    (file,) = print_form(desk, SHEETS, tmp_path / "phiếu.pdf", directive_id=given)

    firsts = [page for page in _words(file) if "PHIẾU GIAO NHIỆM VỤ" in page]
    assert len(firsts) == 19
    assert any("Kính gửi: UBND xã Cẩm Đông" in page for page in firsts)


def test_one_file_a_unit_is_named_after_the_unit(desk: Desk, given: int, tmp_path: Path) -> None:
    files = print_form(
        desk, SHEETS, tmp_path / "phiếu", directive_id=given, unit_ids=[_unit(desk, "PTNMT")], one_file_each=True
    )

    assert [file.name for file in files] == ["phieu-giao-nhiem-vu-01-phong-tai-nguyen-va-moi-truong.pdf"]
    assert "Kính gửi: Phòng Tài nguyên và Môi trường" in _words(files[0])[0]


def test_what_is_previewed_is_what_is_saved(desk: Desk, given: int, tmp_path: Path) -> None:
    (file,) = print_form(desk, SLIP, tmp_path / "phiếu.pdf", directive_id=given)

    assert _words(preview(desk, SLIP, directive_id=given)) == _words(file)


@pytest.mark.parametrize("form", [REGISTER, FOLLOW_UP])
def test_registers_print_for_a_year_without_documents_too(desk: Desk, form: str, tmp_path: Path) -> None:
    (file,) = print_form(desk, form, tmp_path / "sổ.pdf", year=2020)

    assert "2020" in _words(file)[0]


def test_sheets_need_a_directive_that_was_given(desk: Desk, tmp_path: Path) -> None:
    draft = empty_draft(desk, Source.SPOKEN)
    done = register(desk, replace(draft, directive=replace(draft.directive, subject="việc")))

    with pytest.raises(MissingField):
        print_form(desk, SHEETS, tmp_path / "a.pdf")
    with pytest.raises(NotFound):
        print_form(desk, SHEETS, tmp_path / "a.pdf", directive_id=done.directive_id)
    with pytest.raises(NotFound):
        print_form(desk, "mau-la", tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_the_offices_own_copy_of_a_form_is_used_and_a_broken_one_reported(desk: Desk) -> None:
    from district_desk.desk.shipped import shipped

    own = desk.folder / "forms"
    own.mkdir()
    text = shipped("forms", f"{SLIP}.toml").read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title"))
    (own / f"{SLIP}.toml").write_text(text.replace(title, 'title = "Phiếu xử lý"'), "utf-8")
    assert {form.title for form in forms(desk)} >= {"Phiếu xử lý"}

    (own / f"{SLIP}.toml").write_text("name = ", "utf-8")
    assert [problem.path.name for problem in form_problems(desk)] == [f"{SLIP}.toml"]
    assert "Phiếu xử lý" not in {form.title for form in forms(desk)}


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("V/v góp ý dự thảo", "về việc góp ý dự thảo"),
        ("Về việc tăng cường", "về việc tăng cường"),
        ("Về công tác phòng chống", "về công tác phòng chống"),
        ("tăng cường kỷ luật", "về việc tăng cường kỷ luật"),
    ],
)
def test_a_subject_follows_a_citation_whatever_it_begins_with(subject: str, said: str) -> None:
    assert about(subject) == said


def test_what_is_not_known_is_left_out_of_a_citation() -> None:
    directive = Directive(symbol="UBND-NC", type_code="CV", subject="chấn chỉnh")

    assert cited(directive, {"CV": "Công văn"}) == "Công văn số …/UBND-NC về việc chấn chỉnh"
    assert (day_in_words(date(2023, 2, 3)), day_in_words(None)) == ("03/02/2023", "")


def test_units_of_a_whole_group_are_called_by_its_name(desk: Desk) -> None:
    directory = desk.directory(DAY)
    communes = directory.of_group(next(group for group in directory.groups if group.code == "XTT"))
    room = next(unit for unit in directory.units if unit.code == "PNV")

    assert units_in_words([room, *communes], directory) == "UBND các xã, thị trấn; Phòng Nội vụ"
    assert units_in_words(communes[:2], directory) == "UBND các thị trấn"
    assert units_in_words(communes[1:3], directory) == "; ".join(unit.name for unit in communes[1:3])


def _unit(desk: Desk, code: str) -> int:
    return desk.store.reading().find(Unit, code=code)[0].id


def test_what_lies_in_the_bin_is_not_followed_but_keeps_its_line_in_the_register(
    desk: Desk, enter: Callable[..., Registered], directive: Path
) -> None:
    done = enter(directive, Source.RECEIVED)
    assert len(follow_up_book(desk, 2023, as_of=DAY).lines) == 1

    put_in_bin(desk, [done.directive_id])

    assert follow_up_book(desk, 2023, as_of=DAY).lines == ()
    assert "bỏ khỏi sổ ngày" in register_book(desk, 2023, as_of=DAY).lines[0].note
