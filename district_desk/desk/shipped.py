"""Where the files that come with the program lie: printed forms and resources.

In the source tree ``forms/`` and ``resources/`` stand at the top, where people who correct a form find them.
A wheel and a bundle carry them inside the package instead. The desk hands the paths to the rooms, so that
no other module asks how the program was installed.
"""

from functools import cache
from pathlib import Path
from typing import Final

from district_desk.domain.problems import NotFound

_PACKAGE: Final = Path(__file__).resolve().parents[1]


@cache
def shipped(*parts: str) -> Path:
    """The path of a shipped file or folder, such as ``shipped("resources", "fonts")``.

    Raises:
        NotFound: nothing of that name comes with the program.
    """
    for home in (_PACKAGE, _PACKAGE.parent):  # inside a wheel or a bundle; in the source tree
        path = home.joinpath(*parts)
        if path.exists():
            return path
    raise NotFound("shipped file", "/".join(parts))
