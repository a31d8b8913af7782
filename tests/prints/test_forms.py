"""Forms: what ships, what an office lays over it, and what is said about a file that cannot be used."""

from datetime import date

import pytest
from paper_measures import FORMS

from district_desk.domain.problems import BadForm, NotFound
from district_desk.prints.form_kinds import KINDS
from district_desk.prints.forms import all_forms, load, read_form

DAY = date(2023, 4, 1)
SHEET = "phieu-giao-nhiem-vu"


@pytest.fixture
def overlay(tmp_path):
    """The office's own folder, and a way to lay a changed copy of a shipped form into it."""

    def lay(name, *changes, file=""):
        text = (FORMS / f"{name}.toml").read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / (file or f"{name}.toml")
        path.write_text(text, encoding="utf-8")
        return path

    lay.folder = tmp_path
    return lay


def test_the_four_forms_ship_with_a_title_a_note_and_the_law_they_rest_on():
    shelf = all_forms(FORMS, None, DAY)
    assert [form.name for form in shelf.forms] == list(KINDS)
    assert shelf.problems == ()
    for form in shelf.forms:
        assert form.title
        assert form.note
        assert "30/2020" in form.legal_basis
        assert form.valid_from == date(2020, 3, 5)


@pytest.mark.parametrize(("name", "widths"), [
    (SHEET, [10, 62, 20, 25, 23, 25]),
    ("so-dang-ky-van-ban-den", [15, 12.5, 12.5, 20, 17.5, 27.5, 20, 20, 15, 15]),
    ("so-theo-doi-giai-quyet-van-ban-den", [11.9, 51.5, 24.5, 20, 19, 26, 11.9]),
])  # fmt: skip
def test_columns_have_the_widths_of_the_decree_or_of_the_office_practice(name, widths):
    assert [column.width for column in load(FORMS, None, name, DAY).form.columns] == widths


def test_the_received_register_has_the_headings_of_the_decree():
    assert [column.heading for column in load(FORMS, None, "so-dang-ky-van-ban-den", DAY).form.columns] == [
        "Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản",
        "Tên loại và trích yếu nội dung văn bản", "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú",
    ]  # fmt: skip


def test_the_office_s_own_copy_is_used(overlay):
    overlay(SHEET, ('title = "Phiếu giao nhiệm vụ"', 'title = "Phiếu giao việc"'))
    loaded = load(FORMS, overlay.folder, SHEET, DAY)
    assert loaded.form.title == "Phiếu giao việc"
    assert loaded.problem is None


def test_a_wrong_copy_is_reported_with_its_line_and_the_shipped_form_is_used(overlay):
    path = overlay(SHEET, ("Kính gửi: {unit}", "Kính gửi: {ten_don_vi}"))
    loaded = load(FORMS, overlay.folder, SHEET, DAY)
    assert loaded.form.path.parent == FORMS
    assert (loaded.problem.path, loaded.problem.line) == (path, _line(path, "addressee"))
    assert "{ten_don_vi}" in loaded.problem.detail
    assert all_forms(FORMS, overlay.folder, DAY).problems[0].path == path


def test_a_file_that_is_no_form_s_is_reported(overlay):
    path = overlay(SHEET, file="phieu-la.toml")
    (problem,) = all_forms(FORMS, overlay.folder, DAY).problems
    assert problem.path == path


def test_an_old_document_prints_on_the_form_of_its_day(overlay):
    overlay(SHEET, ("valid_from = 2020-03-05", "valid_from = 2020-03-05\nvalid_to = 2025-06-30"))
    overlay(SHEET, ("valid_from = 2020-03-05", "valid_from = 2025-07-01"),
            ('"Phiếu giao nhiệm vụ"', '"Phiếu giao việc"'), file=f"{SHEET}.2025.toml")  # fmt: skip
    titles = [load(FORMS, overlay.folder, SHEET, day).form.title for day in (DAY, date(2025, 7, 1))]
    assert titles == ["Phiếu giao nhiệm vụ", "Phiếu giao việc"]


def test_a_form_that_is_not_there_or_not_yet_valid_is_not_found():
    with pytest.raises(NotFound):
        load(FORMS, None, "phieu-khong-co", DAY)
    with pytest.raises(NotFound):
        load(FORMS, None, SHEET, date(2019, 1, 1))


@pytest.mark.parametrize(("old", "new", "at", "said"), [
    ("[paper]", "[paper", "[paper", "TOML"),
    ('heading = "Vai trò"\n', "", None, "heading"),
    ('key = "role"', 'key = "vai_tro"', 'key = "vai_tro"', "vai_tro"),
    ('[[columns]]\nkey = "due"\nheading = "Thời hạn"\nwidth = 25\nalign = "center"\n', "", "[[columns]]", "due"),
    ("width = 62", "width = -1", None, "width"),
    ('align = "left"', 'align = "giua"', 'key = "text"', "giua"),
    ("top = 20", "tren = 20", "tren", "tren"),
    ('orientation = "portrait"', 'orientation = "doc"', "orientation", "doc"),
    ('tasks = "Giao {unit}', 'tasks = "Giao {unit', "tasks", "tasks"),
    ('tasks = "Giao {unit}', 'tasks = "Giao {unit:>999999999}', "tasks", "tasks"),
    ('due_none = "Chưa quy định, cần ấn định"\n', "", "[wording]", "due_none"),
    ("due_none = ", 'due_nothing = "x"\ndue_none = ', "due_nothing", "due_nothing"),
    ('name = "phieu-giao-nhiem-vu"', 'name = "phieu-khac"', "name", "phieu-khac"),
    ("valid_from = 2020-03-05", 'valid_from = "5/3/2020"', "valid_from", "valid_from"),
    ('title = "Phiếu giao nhiệm vụ"', "title = 3", "title", "title"),
    ('key = "receiver"', 'key = "giver"', 'key = "giver"', "giver"),
    ('note = "Mỗi', 'mau = "đỏ"\nnote = "Mỗi', "mau", "mau"),
])  # fmt: skip
def test_every_fault_of_a_form_file_is_named(overlay, old, new, at, said):
    path = overlay(SHEET, (old, new))
    with pytest.raises(BadForm) as told:
        read_form(path)
    assert said in told.value.detail
    if at:
        assert told.value.line == _line(path, at)


def test_a_form_file_in_another_encoding_or_gone_is_a_bad_form(tmp_path):
    path = tmp_path / f"{SHEET}.toml"
    path.write_bytes("title = 'Phiếu'".encode("utf-16"))
    with pytest.raises(BadForm) as told:
        read_form(path)
    assert "UTF-8" in told.value.detail
    path.unlink()
    with pytest.raises(BadForm):
        read_form(path)


def _line(path, beginning):
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(beginning))
