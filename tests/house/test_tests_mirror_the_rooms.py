"""Tests stand where a newcomer looks for them, and none waits for time."""

import ast
import re
from collections import Counter

import pytest
from house_sources import PACKAGE, ROOT, modules_of_tests

_TESTS = ROOT / "tests"
_ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


@pytest.mark.parametrize("room", _ROOMS)
def test_every_room_has_tests_of_its_own(room: str) -> None:
    home = _TESTS / ("journeys" if room == "cli" else room)  # the command line is walked as a whole

    assert list(home.rglob("test_*.py")) != []


def test_no_two_test_files_share_a_name() -> None:
    """They are files in folders and not packages, so two of one name would hide each other."""
    names = Counter(module.path.name for module in modules_of_tests() if module.path.name != "conftest.py")

    assert [name for name, count in names.items() if count > 1] == []


def test_no_test_sleeps() -> None:
    def waits(call: ast.Call) -> bool:
        return re.search(r"(^|\.)sleep$|qtbot\.wait$|QTest\.qWait$|qSleep$", ast.unparse(call.func)) is not None

    found = [
        f"{module.name}:{call.lineno}: wait for a fact (waitUntil, waitSignal, join), not for time"
        for module in modules_of_tests()
        for call in module.nodes(ast.Call)
        if waits(call)
    ]

    assert found == []


def test_every_test_asserts_something() -> None:
    """Something that can fail: an assert, an expected exception, a wait for a fact, or a check of its own name."""
    proofs = re.compile(
        r"\bassert\b|pytest\.(raises|fail|warns)|assertNotEmitted|\.wait(Until|Signals?|Active|Exposed)|\.check\(|\b_?(check|expect)\w*\("
    )

    empty = [
        f"{module.name}:{function.lineno}: {function.name}"
        for module in modules_of_tests()
        for function in module.nodes(ast.FunctionDef)
        if function.name.startswith("test_") and not proofs.search(ast.unparse(function))
    ]

    assert empty == []


def test_skipped_tests_say_why() -> None:
    bare = re.compile(
        r"pytest\.skip\(\)|mark\.skip(?!if)(?!\(reason)|mark\.skipif\((?!.*reason)|mark\.xfail(?!\(.*reason)", re.DOTALL
    )
    here = "test_tests_mirror_the_rooms.py"

    assert [module.name for module in modules_of_tests() if module.path.name != here and bare.search(module.text)] == []
