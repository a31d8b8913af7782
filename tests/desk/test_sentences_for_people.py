"""Every problem and every operation has its Vietnamese words; none of them speaks English."""

import ast
import inspect
import re
from datetime import date, datetime
from pathlib import Path

import pytest

import district_desk.desk
from district_desk.desk import words
from district_desk.desk.addressing import Reason
from district_desk.desk.sentences import (
    done_label,
    finding_sentence,
    journal_label,
    label_of,
    missing_sentence,
    operation_name,
    redo_label,
    sentence_of,
    undo_label,
)
from district_desk.domain import problems
from district_desk.domain.assignments import EventKind
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.follow_up import DayFault, ExtensionFault, Obstacle
from district_desk.domain.listing import CheckFinding, Operation
from district_desk.domain.office import SETTING_KEYS

_PATH = Path("Văn phòng") / "chi-thi.pdf"
_DAY = date(2023, 4, 10)
_PROBLEMS = [
    *(problems.UnreadableFile(_PATH, reason) for reason in problems.Unreadable),
    *(problems.UnopenableOffice(_PATH, reason, "OneDrive") for reason in problems.Unopenable),
    problems.SecretDocument("Mật"),
    problems.MissingField("subject"),
    problems.BadValue("arrived", "31/2/2023"),
    problems.NumberTaken(2023, "411", 5),
    *(problems.NotFound(what, "7") for what in ("directive", "form", "profile", "snapshot", "path", "chưa biết")),
    problems.InUse("unit", "Phòng Nội vụ", 3),
    problems.TwoLeads("1.a", "Phòng Nội vụ"),
    *(problems.WrongStep("extended", obstacle.value, "mục 1, điểm a", "UBND xã Cẩm Đông") for obstacle in Obstacle),
    *(problems.WrongStep(step.value, "closed", "mục 1, điểm a", "UBND xã Cẩm Đông") for step in EventKind),
    *(problems.WrongDay(fault.value, _DAY, _DAY, "mục 1, điểm a", "UBND xã Cẩm Đông") for fault in DayFault),
    *(
        problems.ExtensionRefused(fault.value, _DAY, _DAY, 2, "mục 1, điểm a", "UBND xã Cẩm Đông")
        for fault in ExtensionFault
    ),
    problems.WrongReceipt(_DAY, date(2023, 4, 9), "Quý I"),
    problems.UndoRefused("assign_items", "edit_item"),
    problems.NothingToUndo("undo"),
    problems.NothingToUndo("redo"),
    problems.BadForm(_PATH, 3, "thiếu cột “due”"),
    problems.MissingGlyphs("☐"),
    problems.BadSheet(_PATH, 4, "mã “PNV” đã có ở dòng 2"),
    problems.NoCalendar(date(2027, 1, 4)),
    problems.Stopped(),
    problems.DiskFull(_PATH),
    problems.ReadOnly(_PATH),
    problems.FileBusy(_PATH),
    problems.PathTaken(_PATH),
]
_ENGLISH = re.compile(r"\b(the|file|error|cannot|not|found|open|save|disk|undo|value|field|is|of)\b", re.IGNORECASE)


@pytest.mark.parametrize("problem", _PROBLEMS, ids=lambda problem: f"{problem!r}"[:60])
def test_a_problem_is_told_in_a_vietnamese_sentence(problem: problems.Problem) -> None:
    said = sentence_of(problem)

    assert said.endswith(".")
    assert said[0].isupper() or said[0] == "“"
    assert not _ENGLISH.search(said)
    assert "{" not in said
    assert "None" not in said


def test_no_kind_of_problem_is_without_a_sentence() -> None:
    kinds = {kind for _, kind in inspect.getmembers(problems, inspect.isclass) if issubclass(kind, problems.Problem)}
    told = {type(problem) for problem in _PROBLEMS}

    assert kinds - told == {problems.Problem, problems.EnvironmentProblem}


def test_a_secret_document_is_refused_in_the_words_of_the_rule() -> None:
    assert sentence_of(problems.SecretDocument("Mật")) == (
        "Văn bản mật phải đăng ký vào Sổ đăng ký bí mật nhà nước, không nhập vào phần mềm này."
    )


def test_every_operation_of_the_desk_has_a_name() -> None:
    kinds: set[str] = set()
    for path in Path(inspect.getfile(district_desk.desk)).parent.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in ("desk.writing", "_each", "_apply", "_follow"):
                kinds |= {a.value for a in call.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    kinds |= {
        f"{verb}_{word}"
        for verb in ("put", "drop")
        for word in ("units", "people", "types", "levels", "groups", "days")
    }

    unnamed = [kind for kind in sorted(kinds) if operation_name(kind).startswith("thay đổi")]

    assert len(kinds) > 25
    assert unnamed == []


@pytest.mark.parametrize(
    ("changes", "label", "done"),
    [
        (Changes("register", 1, 1, "04/CT-UBND"), "Vào sổ 04/CT-UBND", "Đã vào sổ 04/CT-UBND"),
        (Changes("assign_items", 1, 14), "Giao 14 việc", "Đã giao 14 việc"),
        (Changes("put_in_bin", 1, 3), "Bỏ 3 văn bản vào thùng rác", "Đã bỏ 3 văn bản vào thùng rác"),
        (Changes("pass_on", 1, 1, "04/CT-UBND"), "Chuyển văn bản 04/CT-UBND", "Đã chuyển văn bản 04/CT-UBND"),
        (Changes("undo:assign_items", 1, 14), "Hoàn tác: giao 14 việc", "Đã hoàn tác: giao 14 việc"),
    ],
)
def test_changes_are_named_as_the_office_says_them(changes: Changes, label: str, done: str) -> None:
    assert (label_of(changes), done_label(changes)) == (label, done)


def test_undo_and_redo_are_called_by_what_they_take_back() -> None:
    operation = Operation(1, "assign_items", datetime(2023, 4, 3, 8), "", "", "", 14, undone=False, undoes=None)

    assert undo_label(operation) == "Hoàn tác: giao 14 việc"
    assert redo_label(operation) == "Làm lại: giao 14 việc"
    assert journal_label(operation) == "Giao 14 việc"
    assert (undo_label(None), redo_label(None)) == ("Hoàn tác", "Làm lại")


def test_every_setting_entity_and_reason_has_a_label() -> None:
    assert set(words.SETTINGS) == set(SETTING_KEYS)
    assert set(words.ENTITIES) == set(Entity)
    assert set(words.REASONS) == {reason.value for reason in Reason}


def test_every_enumeration_that_is_shown_is_labelled_completely() -> None:
    tables = [value for value in vars(words).values() if isinstance(value, dict) and value]
    for table in tables:
        kind = type(next(iter(table)))
        if kind is not str:
            assert set(table) == set(kind), kind.__name__


def test_blanks_are_named_and_findings_are_told() -> None:
    assert missing_sentence(("number", "issued")) == "Cần bổ sung: số văn bản, ngày văn bản"
    assert missing_sentence(()) == ""
    assert finding_sentence(CheckFinding("file_missing", "chi-thi.pdf")) == "Thiếu tệp đính kèm: chi-thi.pdf"
