"""The laws that no linter knows; each failure is a sentence with a place."""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from house_sources import PACKAGE, ROOT, Module, modules, modules_of_tests, our_files

_EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc", "data", "info", "base"}
_OUTSIDE_WORLD = {"now", "today", "utcnow", "open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir"}
_CHANCE_AND_CLOCK = {"random", "secrets", "uuid", "time", "os", "io", "subprocess", "tempfile", "shutil"}


def _complaints(found: Iterator[str]) -> str:
    return "\n".join(found)


def test_the_domain_opens_no_file_reads_no_clock_and_draws_no_random_number() -> None:
    def found() -> Iterator[str]:
        for module in modules("domain"):
            for name in sorted({name.split(".")[0] for name in module.imported()} & _CHANCE_AND_CLOCK):
                yield f"{module.name}: imports {name}; what depends on the machine belongs to the desk"
            for call in module.nodes(ast.Call):
                if _called(call) in _OUTSIDE_WORLD:
                    yield f"{module.name}:{call.lineno}: calls {_called(call)}(); the domain is given days and texts"

    assert _complaints(found()) == ""


def _called(call: ast.Call) -> str:
    target = call.func
    return target.attr if isinstance(target, ast.Attribute) else target.id if isinstance(target, ast.Name) else ""


def test_the_domain_stands_on_the_standard_library_alone() -> None:
    import sys

    def found() -> Iterator[str]:
        for module in modules("domain"):
            for name in module.imported():
                if name.split(".")[0] not in sys.stdlib_module_names | {"district_desk"}:
                    yield f"{module.name}: imports {name}"

    assert _complaints(found()) == ""


def test_signals_of_the_whole_program_are_never_connected_to_a_lambda() -> None:
    """A lambda keeps the closed window alive and raises at the next change; a bound method does not."""

    def found() -> Iterator[str]:
        for module in modules("ui"):
            for call in module.nodes(ast.Call):
                if _called(call) == "connect" and call.args and _is_shared_signal(call.func):
                    target = call.args[0]
                    if isinstance(target, ast.Lambda) or (
                        isinstance(target, ast.Call) and _called(target) == "partial"
                    ):
                        yield f"{module.name}:{call.lineno}: connect a bound method of a QObject here"

    assert _complaints(found()) == ""


def _is_shared_signal(connect: ast.expr) -> bool:
    """Whether this is ``….operations.changed.connect`` or another signal that outlives the page."""
    shared = r"operations\.(changed|failed|lasting|progressed)$|(^|\.)(bus|application|app)\.\w+$"
    return isinstance(connect, ast.Attribute) and re.search(shared, ast.unparse(connect.value)) is not None


def test_no_module_hides_behind_an_empty_name() -> None:
    def found() -> Iterator[str]:
        for path in sorted(PACKAGE.rglob("*")):
            if path.stem.strip("_") in _EMPTY_NAMES and "__pycache__" not in path.parts:
                yield f"{path.relative_to(ROOT).as_posix()}: name it after what the office calls it"

    assert _complaints(found()) == ""


def test_every_module_opens_with_why_it_exists() -> None:
    without = [module.name for module in (*modules(), *modules_of_tests()) if not ast.get_docstring(module.tree)]

    assert without == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    place = re.compile(r"(?<![\w.~:/-])/(?:work|tmp|root|home|Users|opt)/|\b[A-Z]:\\\\?Users\b")
    endings = (".py", ".toml", ".md", ".txt", ".spec", ".sql", ".html", ".lock", ".yml", ".json")

    def found() -> Iterator[str]:
        for path in our_files(*endings):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if place.search(line) and "place = re.compile" not in line:
                    yield f"{path.relative_to(ROOT).as_posix()}:{number}: {line.strip()}"

    assert _complaints(found()) == ""


def test_whoever_catches_everything_says_why() -> None:
    def found() -> Iterator[str]:
        for module in modules():
            for handler in module.nodes(ast.ExceptHandler):
                broad = handler.type is None or ast.unparse(handler.type) in {"Exception", "BaseException"}
                if broad and not _passes_on(handler) and not _reason(module, handler.lineno):
                    yield f"{module.name}:{handler.lineno}: catches everything without a comment that says why"

    assert _complaints(found()) == ""


def _passes_on(handler: ast.ExceptHandler) -> bool:
    """Whether it only tidies up and raises the same exception again."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _reason(module: Module, line: int) -> str:
    """The words of the comment beside, above or below a line, without directives to tools."""
    said = " ".join(module.comments.get(near, "") for near in (line - 1, line, line + 1))
    return re.sub(r"# ?(noqa(: ?[A-Z0-9, ]+)?|type: ignore(\[[\w, -]+\])?|pragma: no cover)|#", "", said).strip()


def test_every_exception_to_a_rule_is_explained_where_it_stands() -> None:
    bare = re.compile(r"noqa(?!: ?[A-Z]+[0-9]+)|type: ignore(?!\[)")

    def found() -> Iterator[str]:
        for module in modules():
            for number, comment in module.comments.items():
                if bare.search(comment):
                    yield f"{module.name}:{number}: {comment} does not name the rule"

    assert _complaints(found()) == ""


def test_a_screen_never_runs_the_event_loop_by_hand_nor_formats_a_date() -> None:
    """A loop run by hand lets a second click in while the first is at work; dates have one spelling."""
    forbidden = {"processEvents": "use ui.operations", "strftime": "use the one spelling of dates"}

    def found() -> Iterator[str]:
        for module in modules("ui"):
            for call in module.nodes(ast.Call):
                if _called(call) in forbidden:
                    yield f"{module.name}:{call.lineno}: {_called(call)}: {forbidden[_called(call)]}"

    assert _complaints(found()) == ""


def test_only_the_store_writes_sql() -> None:
    sql = re.compile(r"\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE)\b", re.DOTALL)

    def found() -> Iterator[str]:
        for module in modules():
            if "/store/" not in module.name:
                for text in module.nodes(ast.Constant):
                    if isinstance(text.value, str) and sql.search(text.value):
                        yield f"{module.name}:{text.lineno}: SQL has one room, store"

    assert _complaints(found()) == ""


def test_what_the_rooms_hand_to_each_other_cannot_be_changed_on_the_way() -> None:
    """Problems are the exception: the interpreter itself writes the traceback on a raised one."""
    handed = {
        alias.name
        for module in modules()
        if "/domain/" not in module.name
        for node in module.nodes(ast.ImportFrom)
        if (node.module or "").startswith("district_desk.domain") and node.module != "district_desk.domain.problems"
        for alias in node.names
    }

    def found() -> Iterator[str]:
        for module in modules("domain"):
            for kind in module.nodes(ast.ClassDef):
                told = " ".join(map(ast.unparse, kind.decorator_list))
                if kind.name in handed and "dataclass" in told and not ("frozen=True" in told and "slots=True" in told):
                    yield f"{module.name}:{kind.lineno}: {kind.name} is not @dataclass(frozen=True, slots=True)"

    assert _complaints(found()) == ""


def test_no_function_and_no_module_outgrows_its_reader() -> None:
    """The habit is 25 lines and 300; this is where a habit becomes a law. A docstring does not count."""

    def found() -> Iterator[str]:
        for module in modules():
            if (length := len(module.text.splitlines())) > 450:
                yield f"{module.name}: {length} lines; split it by what the office calls its parts"
            for function in module.nodes(ast.FunctionDef, ast.AsyncFunctionDef):
                body = function.body[1:] if ast.get_docstring(function) else function.body
                if body and (length := body[-1].end_lineno - body[0].lineno + 1) > 40:
                    yield f"{module.name}:{function.lineno}: {function.name} has {length} lines"

    assert _complaints(found()) == ""


def test_shipped_files_are_found_through_the_desk_alone() -> None:
    """Whoever computes the place from ``__file__`` is right in the source tree and wrong in a wheel or a bundle."""
    allowed = {"district_desk/desk/shipped.py"}

    def found() -> Iterator[str]:
        for module in modules():
            if module.name not in allowed and re.search(r"__file__.*parents|parents\[\d\].*__file__", module.text):
                yield f"{module.name}: ask district_desk.desk.shipped"

    assert _complaints(found()) == ""


def test_the_walls_between_the_rooms_stand() -> None:
    """The contracts of pyproject.toml, so that the test command alone tells a broken wall too."""
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None, no_logo=True) == 0


def test_the_tree_holds_no_generated_files() -> None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("this is not a git clone")
    listed = subprocess.run([git, "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout

    generated = [line for line in listed.splitlines() if re.search(r"\.pyc$|(^|/)(build|dist|out|\.venv)/", line)]

    assert generated == []
