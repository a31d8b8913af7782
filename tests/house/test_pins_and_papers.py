"""What is brought in from outside is pinned once, explained once and thanked once."""

import importlib.metadata
import re
import sys
from collections.abc import Iterable

from house_sources import PACKAGE, ROOT, locked, modules, plain_name, project
from packaging.requirements import Requirement

# The name under which a package is imported, where it is not the package's own.
_IMPORTED_AS = {"docx": "python-docx", "PySide6": "pyside6-essentials", "PIL": "pillow"}


def _declared() -> dict[str, str]:
    """Direct dependencies of pyproject.toml, with those of its extra for scans: plain name → version."""
    about = project()["project"]
    lines = [*about["dependencies"], *about["optional-dependencies"]["scan"]]
    return {plain_name(line): line.split("==")[1] for line in lines}


def test_pyside_stays_at_the_version_that_does_not_kill_the_process() -> None:
    pinned = {name: version for name, version in locked().items() if name.startswith(("pyside6", "shiboken6"))}

    assert pinned == {"pyside6-essentials": "6.11.3", "shiboken6": "6.11.3"}


def test_the_project_and_the_lock_name_the_same_versions() -> None:
    lock = locked()

    assert {name: lock.get(name) for name in _declared()} == _declared()


def test_the_tests_run_on_the_locked_versions() -> None:
    installed = {plain_name(d.metadata["Name"]): d.version for d in importlib.metadata.distributions()}

    other = {
        name: (version, installed.get(name)) for name, version in locked().items() if installed.get(name) != version
    }

    assert other == {}, "python3 dev.py makes .venv anew when the lock changes"


def _brought_by(names: Iterable[str]) -> set[str]:
    """These packages and all that they require on this machine, by plain name."""
    wanted, known = list(names), set()
    while wanted:
        name = wanted.pop()
        if name not in known:
            known.add(name)
            needs = [Requirement(line) for line in importlib.metadata.requires(name) or []]
            wanted += [plain_name(n.name) for n in needs if n.marker is None or n.marker.evaluate({"extra": ""})]
    return known


def test_the_lock_holds_what_is_needed_and_nothing_else() -> None:
    """All but pip, which comes with every virtual environment and is declared by sqlite-utils."""
    tools = [plain_name(name) for name in project()["dependency-groups"]["dev"]]

    assert set(locked()) == _brought_by([*_declared(), *tools]) - {"pip"}


def test_the_lock_names_no_place_to_fetch_from() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")

    assert re.findall(r"^-|://|--", "\n".join(line for line in text.splitlines() if not line.startswith("#"))) == []


def test_what_the_program_imports_is_declared() -> None:
    outside = {
        name.split(".")[0] for module in modules() for name in module.imported()
    } - sys.stdlib_module_names - {"district_desk"}  # fmt: skip

    undeclared = {name for name in outside if plain_name(_IMPORTED_AS.get(name, name)) not in _declared()}

    assert undeclared == set()


def test_every_dependency_is_explained_in_the_architecture() -> None:
    architecture = (PACKAGE / "ARCHITECTURE.md").read_text("utf-8").lower()

    assert [name for name in _declared() if name not in architecture] == []


def test_everything_that_is_bundled_is_named_in_the_notices_with_its_version() -> None:
    notices = (ROOT / "NOTICES.md").read_text("utf-8").lower()
    bundled = (ROOT / "requirements.lock").read_text("utf-8").partition("# tests,")[0]
    names = [plain_name(line) for line in bundled.splitlines() if line and not line.startswith("#")]

    missing = [
        name for name in names if not re.search(rf"\b{name}\b", notices) or _version(locked()[name]) not in notices
    ]

    assert missing == []


def _version(version: str) -> str:
    return version.split(".post", maxsplit=1)[0]


def test_every_licence_text_that_the_notices_name_is_there_and_none_lies_about_unnamed() -> None:
    named = set(re.findall(r"`([\w.-]+\.txt)`", (ROOT / "NOTICES.md").read_text("utf-8")))

    assert named == {path.name for path in (ROOT / "resources" / "licences").iterdir()}


def test_the_licence_is_mit_and_says_whose() -> None:
    licence = (ROOT / "LICENSE").read_text("utf-8")

    assert licence.startswith("MIT License\n\nCopyright (c) 2026 District Desk contributors\n")


def test_the_version_is_told_once() -> None:
    import district_desk

    assert project()["project"]["version"] == district_desk.__version__
