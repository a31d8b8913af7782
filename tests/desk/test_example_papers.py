"""Every form can be seen before it is needed, with data that say that they are invented."""

import pytest
from openpyxl import load_workbook

from district_desk.cli.commands import main
from district_desk.desk.example_papers import print_examples
from district_desk.desk.printing import FileKind, forms
from district_desk.domain.problems import Stopped


def test_every_form_is_printed_with_example_data_as_pdf_word_and_excel(tmp_path, capsys):
    assert main(["print", "--all-examples", "--out", str(tmp_path / "examples")]) == 0

    made = {path.name for path in (tmp_path / "examples").iterdir()}
    assert made == {f"{info.name}.{kind}" for info in forms() for kind in FileKind}
    assert len(capsys.readouterr().out.splitlines()) == len(made)
    for path in (tmp_path / "examples").glob("*.pdf"):
        assert path.read_bytes().startswith(b"%PDF-")
    sheet = load_workbook(tmp_path / "examples" / "so-dang-ky-van-ban-den.xlsx").worksheets[-1]
    assert any(cell.value == "Ngày đến" for row in sheet.iter_rows() for cell in row)


def test_one_kind_alone_and_a_stop_between_two_files(tmp_path):
    made = print_examples(None, tmp_path / "one", kinds=(FileKind.WORD,))
    assert {path.suffix for path in made} == {".docx"}

    asked = iter([False, False, True])
    with pytest.raises(Stopped):
        print_examples(None, tmp_path / "two", kinds=(FileKind.PDF,), stop=lambda: next(asked, True))
    assert len(list((tmp_path / "two").iterdir())) < len(made)


def test_printing_without_a_forms_name_says_what_is_missing(tmp_path, capsys):
    main(["new-office", "--profile", "trong", "--folder", str(tmp_path / "office")])
    capsys.readouterr()

    assert main(["print", "--folder", str(tmp_path / "office"), "--out", str(tmp_path / "a.pdf")]) == 2
    assert "Thiếu tên mẫu in" in capsys.readouterr().err
