"""Names put right once are put right in the next document of that issuer: seen, editable, taken back, undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from district_desk.desk import Desk, cataloguing
from district_desk.desk.keeping import undo
from district_desk.desk.opening import create_office
from district_desk.desk.reading import read_file
from district_desk.desk.registering import draft_of, register, without_lines
from district_desk.desk.remembering import remembered, without_remembered
from district_desk.domain.corrections import NameField, ReadingCorrection
from district_desk.domain.drafts import Draft, DraftLine
from district_desk.domain.problems import BadValue

LETTER = """ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG
SỞ NÔI VỤ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number}/SNV-CCHC

Hải Dương, ngày 05 tháng 9 năm 2023

V/v {subject}

Sở Nội vụ đề nghị thực hiện tốt một số nội dung sau:

1. Phòng Tài chỉnh rà soát hồ sơ, báo cáo trước ngày 20 tháng 9 năm 2023.

2. Phòng Nội vụ theo dõi, đôn đốc việc thực hiện.

GIÁM ĐỐC

Trân Văn Vì Dụ
"""
"""Written for these tests, as a scanner may misread it; it names no real act."""
ISSUER, SIGNER, UNIT = "Sở Nội vụ tỉnh Hải Dương", "Trần Văn Ví Dụ", "Phòng Tài chính - Kế hoạch"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_office(tmp_path / "office", "cam-giang-2023", clock=lambda: datetime(2023, 9, 6, 8, 0))
    yield made
    made.close()


def read(desk: Desk, tmp_path: Path, number: int = 1, text: str = LETTER) -> Draft:
    path = tmp_path / f"{number}.txt"
    path.write_text(text.format(number=number, subject=f"nội dung thứ {number}"), "utf-8")
    return draft_of(desk, read_file(path), file=path)


def corrected(draft: Draft, desk: Desk) -> Draft:
    """The draft as the clerk puts it right: issuer, signer, and the unit of the item that was given to nobody."""
    unit = next(each for each in desk.directory(desk.today()).units if each.name == UNIT)
    first = replace(draft.items[0], lines=(DraftLine(unit.id),), unresolved=())
    directive = replace(draft.directive, issuer=ISSUER, signer=SIGNER, number="77", subject="sửa tay")
    return replace(draft, directive=directive, items=(first, *draft.items[1:]))


def rows(desk: Desk) -> dict[NameField, ReadingCorrection]:
    return {row.field: row for row in cataloguing.corrections(desk)}


def test_names_put_right_are_learned_with_the_registration_and_nothing_else_is(desk: Desk, tmp_path: Path):
    draft = read(desk, tmp_path)
    done = register(desk, corrected(draft, desk))

    learned = {row.field: (row.issuer, row.written, row.meant) for row in done.learned}
    assert learned == {
        NameField.ISSUER: ("", "SỞ NÔI VỤ", ISSUER),
        NameField.SIGNER: (ISSUER, "Trân Văn Vì Dụ", SIGNER),
        NameField.UNIT: (ISSUER, draft.names[-1].written, UNIT),
    }
    assert set(rows(desk)) == set(learned), "number and subject were put right too, and are not remembered"


def test_what_was_left_as_read_teaches_nothing(desk: Desk, tmp_path: Path):
    assert register(desk, read(desk, tmp_path)).learned == ()
    assert rows(desk) == {}


def test_the_next_document_of_that_issuer_is_read_by_what_was_learned(desk: Desk, tmp_path: Path):
    register(desk, corrected(read(desk, tmp_path), desk))
    draft = read(desk, tmp_path, 2)

    assert (draft.directive.issuer, draft.directive.signer) == (ISSUER, SIGNER)
    assert draft.directive.number == "2"
    names = {unit.id: unit.name for unit in desk.directory(desk.today()).units}
    assert [names[line.unit_id] for line in draft.items[0].lines] == [UNIT]
    assert {(name.field, name.on) for name in remembered(draft)} == {
        (field, desk.today()) for field in (NameField.ISSUER, NameField.SIGNER, NameField.UNIT)
    }
    register(desk, draft)
    assert {row.times for row in rows(desk).values()} == {2}


def test_another_issuer_s_document_is_not_read_by_it(desk: Desk, tmp_path: Path):
    register(desk, corrected(read(desk, tmp_path), desk))
    other = LETTER.replace("SỞ NÔI VỤ", "SỞ TƯ PHÁP").replace("SNV", "STP")
    draft = read(desk, tmp_path, 3, other)

    assert draft.directive.signer == "Trân Văn Vì Dụ"
    assert remembered(draft) == ()


def test_what_was_put_in_place_is_taken_back_and_then_forgotten(desk: Desk, tmp_path: Path):
    register(desk, corrected(read(desk, tmp_path), desk))
    draft = without_remembered(read(desk, tmp_path, 2))

    assert draft.directive.signer == "Trân Văn Vì Dụ"
    assert draft.items[0].lines == ()
    assert draft.items[0].unresolved == (draft.names[-1].written,)
    register(desk, draft)
    assert set(rows(desk)) == {NameField.UNIT}, "an item that is given to nobody yet says nothing about its name"


def test_registering_without_giving_work_forgets_no_unit(desk: Desk, tmp_path: Path):
    register(desk, corrected(read(desk, tmp_path), desk))
    register(desk, without_lines(read(desk, tmp_path, 2)))

    assert rows(desk)[NameField.UNIT].meant == UNIT


def test_undoing_the_registration_takes_back_what_it_taught(desk: Desk, tmp_path: Path):
    register(desk, corrected(read(desk, tmp_path), desk))
    undo(desk)

    assert rows(desk) == {}
    assert read(desk, tmp_path, 2).directive.signer == "Trân Văn Vì Dụ"


def test_a_correction_of_a_correction_takes_its_place(desk: Desk, tmp_path: Path):
    register(desk, corrected(read(desk, tmp_path), desk))
    draft = read(desk, tmp_path, 2)
    register(desk, replace(draft, directive=replace(draft.directive, signer="Trần Văn Thí Dụ")))

    row = rows(desk)[NameField.SIGNER]
    assert (row.written, row.meant, row.times) == ("Trân Văn Vì Dụ", "Trần Văn Thí Dụ", 1)


def test_the_office_writes_the_list_itself(desk: Desk, tmp_path: Path):
    row = ReadingCorrection("", NameField.SIGNER, "trân văn vì dụ", SIGNER)
    cataloguing.put(desk, [row])
    draft = read(desk, tmp_path)

    assert draft.directive.signer == SIGNER
    assert remembered(draft)[0].on is None
    with pytest.raises(BadValue):
        cataloguing.put(desk, [row])
    cataloguing.drop(desk, list(rows(desk).values()))
    assert read(desk, tmp_path, 2).directive.signer == "Trân Văn Vì Dụ"
