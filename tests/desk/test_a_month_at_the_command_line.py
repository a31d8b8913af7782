"""April 2023 of an office, played by commands under a clock that stands where the test puts it; every list of every
day is right, and is the same when it is asked for again at the end of the month."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from district_desk import cli

Type = Callable[..., Any]


class Month:
    """A person who types commands in one office, one day after another."""

    def __init__(self, folder: Path, told: Callable[[], Any]) -> None:
        self.folder, self._told, self.day = folder, told, 3

    def types(self, *words: object) -> tuple[int, str, str]:
        """Exit code, answer and sentence of a command."""
        self._told()
        asked = [str(word) for word in words]
        code = cli.main([*asked, "--folder", str(self.folder)], clock=lambda: datetime(2023, 4, self.day, 9))
        said = self._told()
        return code, said.out, said.err

    def does(self, *words: object) -> Any:
        """The answer of a command that must succeed."""
        code, out, err = self.types(*words, "--json")
        assert code == 0, err
        return json.loads(out)

    def refused(self, *words: object) -> str:
        """The one sentence of a command that must be refused."""
        code, out, err = self.types(*words)
        assert (code, out) == (2, "")
        assert err.count("\n") == 1
        return err

    def states(self, day: int, label: str = "1.a") -> dict[str, int]:
        """How many lines of an item stand in which state, as of a day."""
        rows = self.does("list", "assignments", "--as-of", date(2023, 4, day))
        return dict(Counter(row["state"] for row in rows if row["label"] == label))


@pytest.fixture
def month(new_office: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> Month:
    import shutil

    shutil.copytree(new_office, folder)
    return Month(folder, capsys.readouterr)


def _the_last_week(month: Month, lines: list[int]) -> None:
    """Who was reminded speaks, or stays silent."""
    month.day = 25
    month.does("event", "--assignment", lines[4], "--kind", "progress", "--text", "sắp xong", "--reason", "thiếu người")
    month.does("event", "--assignment", lines[5], "--kind", "closed", "--done", "2023-04-19", "--notation", "9/BC-UBND")
    again = month.does("remind", "--assignment", f"{lines[6]},{lines[3]}", "--channel", "phone", "--person", "bà B")
    assert [each["ordinal"] for each in again["reminders"]] == [2, 1]
    silent = {row["id"]: row["reminders"] for row in month.does("list", "unanswered", "--as-of", "2023-04-25")}
    assert (silent[lines[6]], silent[lines[3]]) == (2, 1)
    assert not {lines[4], lines[5]} & set(silent)


def test_a_month_of_an_office(month: Month, directive: Path, tmp_path: Path) -> None:
    seen: dict[int, dict[str, int]] = {}
    entered = month.does("register", directive, "--own")
    month.does("assign", "--directive", entered["directive"], "--as-read")
    rows = [row for row in month.does("list", "assignments") if row["label"] == "1.a"]
    lines = [row["id"] for row in rows]
    seen[3] = month.states(3)
    assert seen[3] == {"TH_TH": 17}

    month.day = 4
    month.does("event", "--assignment", ",".join(map(str, lines)), "--kind", "handed_over", "--date", "2023-04-04")
    back = month.does("event", "--assignment", lines[0], "--kind", "returned", "--text", "không thuộc chức năng")
    assert (back["late"], back["assignments"][0]["overlays"]) == ([], ["returned"])

    month.day = 5
    assert "người quyết định" in month.refused(
        "event", "--assignment", lines[0], "--kind", "reassigned", "--unit", "PTP", "--text", "đúng chức năng"
    )
    passed = month.does(
        "event", "--assignment", lines[0], "--kind", "reassigned", "--unit", "PTP", "--text", "đúng chức năng",
        "--by", "Chủ tịch UBND huyện",
    )  # fmt: skip
    (successor,) = passed["new"]
    seen[5] = month.states(5)
    assert seen[5] == {"TH_TH": 17, "TH_THU_HOI": 1}
    assert month.states(4) == {"TH_TH": 17}

    month.day = 12
    month.does("event", "--assignment", lines[1], "--kind", "progress", "--percent", "60%", "--channel", "phone")
    proof = tmp_path / "báo cáo.pdf"
    proof.write_bytes(b"%PDF-1.7")
    month.does(
        "event", "--assignment", f"{lines[1]},{lines[2]}", "--kind", "reported", "--notation", "12/BC-UBND",
        "--file", proof,
    )  # fmt: skip
    month.day = 14
    month.does("event", "--assignment", lines[1], "--kind", "accepted")
    month.does("event", "--assignment", lines[2], "--kind", "sent_back", "--text", "thiếu số liệu")
    seen[14] = month.states(14)
    assert seen[14] == {"HT_DH": 1, "TH_TH": 16, "TH_THU_HOI": 1}

    month.day = 18
    month.does(
        "event", "--assignment", lines[3], "--kind", "extended", "--due", "2023-04-26", "--text", "mưa", "--by", "CT"
    )

    month.day = 21
    seen[21] = month.states(21)
    assert seen[21] == {"HT_DH": 1, "TH_TH": 1, "TH_QH": 15, "TH_THU_HOI": 1}
    done = month.does("remind", "--overdue", "--as-of", "2023-04-21", "--channel", "message")
    reminded = {each["assignment"]: each["ordinal"] for each in done["reminders"]}
    assert set(reminded) >= {successor, *lines[4:], lines[2]}
    assert set(reminded.values()) == {1}
    assert len(done["messages"]) == len({each["unit_code"] for each in done["reminders"]})
    assert "dòng giao việc" in month.refused("remind")

    _the_last_week(month, lines)

    month.day = 28
    month.does("event", "--assignment", lines[16], "--kind", "recalled", "--text", "bãi bỏ")
    seen[28] = month.states(28)
    assert seen[28] == {"HT_DH": 2, "TH_QH": 14, "TH_THU_HOI": 2}
    assert {day: month.states(day) for day in seen} == seen
    assert month.states(2) == {}
    assert month.types("check")[1] == "Dữ liệu nguyên vẹn.\n"


def test_papers_of_years_ago_are_followed_from_their_own_days(month: Month, directive: Path) -> None:
    entered = month.does("register", directive.rename(directive.with_name("cũ.txt")), "--arrived", "2022-12-05")
    month.does("assign", "--directive", entered["directive"], "--as-read", "--date", "2023-04-03")
    assert month.does("list", "assignments", "--as-of", "2023-04-02") == []

    lines = month.does("list", "assignments", "--as-of", "2023-04-03")
    assert {row["given"] for row in lines} == {"2023-04-03"}
    assert [row["late"] for row in month.does("list", "delays")] == []
    code, out, err = month.types("event", "--assignment", lines[0]["id"], "--kind", "handed_over")
    assert (code, out, err) == (0, "Đã ghi ký nhận 1 việc\n", "")


def test_what_cannot_be_is_refused_with_a_sentence_and_code_2(month: Month, directive: Path, tmp_path: Path) -> None:
    entered = month.does("register", directive, "--own")
    month.does("assign", "--directive", entered["directive"], "--as-read")
    rows = [row["id"] for row in month.does("list", "assignments") if row["label"] == "1.a"]
    month.day = 18
    month.does("event", "--assignment", rows[1], "--kind", "accepted")
    for words, part in (
        (("--kind", "extended", "--due", "2023-04-19"), "không được rút ngắn"),
        (("--kind", "extended"), "hạn mới"),
        (("--kind", "progress", "--text", "x", "--date", "2023-04-19"), "chưa tới"),
        (("--kind", "progress", "--text", "x", "--date", "2023-04-01"), "trước ngày của văn bản"),
        (("--kind", "vui"), "không dùng được"),
        (("--kind", "resumed"), "không tạm dừng"),
        (("--kind", "accepted", "--file", str(tmp_path / "không có.pdf")), "Không tìm thấy tệp"),
    ):  # fmt: skip
        assert part in month.refused("event", "--assignment", rows[3], *words)
    assert "mã số 99999" in month.refused("event", "--assignment", f"{rows[3]},99999", "--kind", "recalled")
    assert "đã hoàn thành" in month.refused("event", "--assignment", rows[1], "--kind", "progress", "--text", "x")
    assert month.states(18) == {"HT_DH": 1, "TH_TH": 16}
