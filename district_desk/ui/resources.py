"""Where the pictures and help pages lie: beside the package, in the tree as in the bundle."""

from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[2] / "resources"


def resource(*parts: str) -> Path:
    """The path of a shipped file, for instance ``resource("icons", "print.svg")``."""
    return _ROOT.joinpath(*parts)
