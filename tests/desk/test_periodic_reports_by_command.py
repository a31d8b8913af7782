"""Periodic reports from the command line: the matrix of a year, and a report that came."""

import shutil
from datetime import datetime

import pytest

from district_desk import cli


@pytest.fixture
def ask(folder, new_office, capsys):
    """Type a command on a day in a new office."""
    shutil.copytree(new_office, folder)

    def ask(day, *words):
        capsys.readouterr()
        told = [str(word) for word in (*words, "--folder", folder)]
        code = cli.commands.main(told, clock=lambda: datetime(*day, 8))
        out = capsys.readouterr()
        return code, out.out, out.err

    return ask


@pytest.fixture
def rows(ask):
    """The rows of the matrix of a year."""
    import json

    def rows(day, *words, year=2023):
        code, out, err = ask(day, "reports", "--year", year, "--json", *words)
        assert code == 0, err
        return json.loads(out)

    return rows


def of(rows, code, period="Quý I"):
    return next(row for row in rows if row["unit_code"] == code and row["period"] == period)


def test_a_report_that_came_is_told_with_its_days(ask, rows):
    code, out, _ = ask(
        (2023, 3, 21), "report-received", "--series", 1, "--period", "Quý I", "--unit", "10894", "--date", "18/3/2023",
        "--notation", "12/BC-UBND",
    )  # fmt: skip
    assert (code, out.strip()) == (0, "Đã ghi nộp báo cáo Quý I năm 2023 của 1 đơn vị")
    row = of(rows((2023, 3, 21)), "10894")
    told = {key: row[key] for key in ("series", "due", "received", "notation", "days_late", "state")}
    assert told == {
        "series": 1, "due": "2023-03-16", "received": "2023-03-18", "notation": "12/BC-UBND", "days_late": 2,
        "state": "late",
    }  # fmt: skip
    earlier = of(rows((2023, 3, 21), "--as-of", "2023-03-17"), "10894")
    assert (earlier["received"], earlier["days_late"], earlier["state"]) == (None, 1, "missing")
    assert of(rows((2023, 3, 21)), "10894", "Năm")["last_working_day"] == "2023-12-15"


def test_the_period_is_the_one_due_nearest_to_the_day_unless_a_year_is_named(ask, rows):
    words = ("report-received", "--series", 1, "--period", "Năm", "--unit", "10894", "--date", "2023-01-05")
    assert ask((2023, 3, 21), *words)[1].strip().endswith("Năm 2022 của 1 đơn vị")
    assert of(rows((2023, 3, 21), year=2022), "10894", "Năm")["state"] == "late"
    assert ask((2023, 3, 21), *words, "--year", 2023)[1].strip().endswith("Năm 2023 của 1 đơn vị")


def test_lines_for_people_say_the_state_in_words(ask):
    code, out, _ = ask((2023, 3, 21), "reports", "--year", 2023)
    assert code == 0
    assert "\tQuý I\t10894\tUBND xã Cẩm Hưng\t16/03/2023\t\t\tChưa nộp, quá 5 ngày" in out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--series", 9, "--period", "Quý I", "--unit", "10894"), "Không có báo cáo định kỳ nào mang mã số 9."),
        (("--series", 1, "--period", "Quý V", "--unit", "10894"), "Báo cáo này không có kỳ “Quý V” trong năm đó."),
        (("--series", 1, "--period", "Quý I", "--unit", "99"), "Không có đơn vị “99” trong danh mục."),
        (("--series", 1, "--period", "Quý I", "--unit", "10894", "--date", "2023-03-22"), "chưa tới"),
        (("--series", 1, "--period", "Quý I", "--unit", "10894", "--date", "2022-12-01", "--year", 2023), "đầu kỳ"),
        (("--series", "một", "--period", "Quý I", "--unit", "10894"), "mã số báo cáo"),
        (("--period", "Quý I", "--unit", "10894"), "Thiếu --series"),
    ],
)
def test_what_cannot_be_is_refused_with_one_sentence(ask, rows, words, sentence):
    code, out, err = ask((2023, 3, 21), "report-received", *words)
    assert (code, out) == (2, "")
    assert sentence in err.strip().splitlines()[-1]
    assert of(rows((2023, 3, 21)), "10894")["state"] == "missing"
