"""The project's files as the house tests read them: once, parsed."""

import ast
import re
import tokenize
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "district_desk"
_NOT_OURS = {".git", ".venv", "build", "dist", "out", "__pycache__", "node_modules", "licences"}


@dataclass(frozen=True)
class Module:
    """One Python file: its path, text and tree."""

    path: Path

    @property
    def name(self) -> str:
        """Its path from the top, as a person would say it."""
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def comments(self) -> dict[int, str]:
        """Comment by line number."""
        with self.path.open("rb") as lines:
            return {t.start[0]: t.string for t in tokenize.tokenize(lines.readline) if t.type == tokenize.COMMENT}

    def nodes(self, *kinds: type[ast.AST]) -> list[Any]:
        return [node for node in ast.walk(self.tree) if isinstance(node, kinds)]

    def imported(self) -> set[str]:
        """Every module that it names in an import, wherever the import stands."""
        plain = {alias.name for node in self.nodes(ast.Import) for alias in node.names}
        return plain | {node.module for node in self.nodes(ast.ImportFrom) if node.module}


@cache
def _module(path: Path) -> Module:
    """The file, read and parsed once in a run of the tests."""
    return Module(path)


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Our Python files under these folders of the package; all of them without one."""
    homes = [PACKAGE / folder for folder in folders] or [PACKAGE]
    return tuple(_module(path) for home in homes for path in sorted(home.rglob("*.py")))


@cache
def modules_of_tests() -> tuple[Module, ...]:
    """The tests' own Python files."""
    return tuple(_module(path) for path in sorted((ROOT / "tests").rglob("*.py")))


def our_files(*suffixes: str) -> list[Path]:
    """Files of the tree with these endings, without what tools and builds leave."""
    return sorted(
        path
        for path in ROOT.rglob("*")
        if path.suffix in suffixes
        and path.is_file()
        and not any(part in _NOT_OURS or part.startswith(".") for part in path.relative_to(ROOT).parts[:-1])
    )


def project() -> dict[str, Any]:
    """pyproject.toml, read."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def plain_name(requirement: str) -> str:
    """A package's name in the one spelling that package indexes agree on: ``XlsxWriter==3`` → ``xlsxwriter``."""
    return re.sub(r"[-_.]+", "-", re.split(r"[=<>!~;\[ ]", requirement, maxsplit=1)[0]).lower()


def locked() -> dict[str, str]:
    """requirements.lock: plain name → version."""
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {plain_name(name): version for name, version in pins}
