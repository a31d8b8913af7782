"""The periods of recurring duties from the command line: made once, listed, and refused where nobody plans."""

import shutil
from datetime import datetime

import pytest

from district_desk import cli

RECURRING = """ỦY BAN NHÂN DÂN
HUYỆN CẨM GIÀNG

Số: 16/CT-UBND

Cẩm Giàng, ngày 03 tháng 4 năm 2023

CHỈ THỊ

Về việc báo cáo công tác cải cách hành chính

1. Phòng Nội vụ báo cáo kết quả thực hiện trước ngày 20 hằng tháng.
"""


@pytest.fixture
def ask(folder, new_office, tmp_path, capsys, monkeypatch):
    """Type a command on a day in an office with one recurring duty given."""
    shutil.copytree(new_office, folder)
    path = tmp_path / "16-CT-UBND.txt"
    path.write_text(RECURRING, "utf-8")

    def ask(day, *words):
        capsys.readouterr()
        code = cli.commands.main([str(word) for word in words], clock=lambda: datetime(*day, 8))
        told = capsys.readouterr()
        return code, told.out, told.err

    assert ask((2023, 4, 3), "register", path, "--folder", folder, "--own")[0] == 0
    assert ask((2023, 4, 3), "assign", "--folder", folder, "--directive", 1, "--as-read")[0] == 0
    return ask


def test_the_periods_due_by_a_day_are_made_once_and_listed(ask, folder):
    code, out, _ = ask((2023, 4, 3), "periods", "--folder", folder, "--as-of", "2023-06-30")
    assert code == 0
    assert out.splitlines()[0] == "Đã lập 2 kỳ báo cáo"
    assert [line.split("\t")[:3] for line in out.splitlines()[1:]] == [
        ["19/04/2023", "Tháng 4/2023", "Phòng Nội vụ"],
        ["19/05/2023", "Tháng 5/2023", "Phòng Nội vụ"],
        ["19/06/2023", "Tháng 6/2023", "Phòng Nội vụ"],
    ]
    again = ask((2023, 4, 4), "periods", "--folder", folder, "--as-of", "2023-06-30")[1]
    assert again.splitlines()[0] == "Không có kỳ nào cần lập thêm."
    assert again.splitlines()[1:] == out.splitlines()[1:]


def test_without_a_day_the_office_s_time_ahead_counts(ask, folder):
    out = ask((2023, 5, 2), "periods", "--folder", folder)[1]
    assert [line.split("\t")[0] for line in out.splitlines()] == ["Đã lập 1 kỳ báo cáo", "19/04/2023", "19/05/2023"]


def test_a_day_nobody_plans_for_is_refused_with_a_sentence(ask, folder):
    code, out, err = ask((2023, 4, 3), "periods", "--folder", folder, "--as-of", "2099-06-30")
    assert (code, out) == (2, "")
    assert "30/06/2099" in err


def test_a_day_of_arrival_before_the_document_is_told(ask, folder, tmp_path):
    path = tmp_path / "16-CT-UBND.txt"
    code, _, err = ask((2023, 4, 3), "register", path, "--folder", folder, "--arrived", "2023-03-01")
    assert code == 0
    assert "Ngày đến 01/03/2023 trước ngày của văn bản (03/04/2023); hãy xem lại." in err


def test_a_day_of_arrival_in_the_future_is_refused(ask, folder, tmp_path):
    arrived = "2023-05-01"
    code, out, err = ask(
        (2023, 4, 3), "register", tmp_path / "16-CT-UBND.txt", "--folder", folder, "--arrived", arrived
    )
    assert (code, out) == (2, "")
    assert "ngày đến" in err


def test_a_machine_whose_clock_stands_before_the_last_operation_is_told_so(ask, folder):
    code, _, err = ask((2023, 4, 2), "periods", "--folder", folder)
    assert code == 0
    assert "trước thao tác gần nhất trong sổ (08:00 ngày 03/04/2023)" in err
    assert ask((2023, 4, 3), "periods", "--folder", folder)[2] == ""
