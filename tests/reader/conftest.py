"""Documents written for the reader's tests; their places and people are invented."""

from collections.abc import Callable
from pathlib import Path

import pytest

from district_desk.domain.reading import Reading
from district_desk.reader import read

DOCUMENTS = Path(__file__).parent / "documents"


@pytest.fixture(scope="session")
def reading() -> Callable[[str], Reading]:
    """The reading of one of our documents by its name."""
    known: dict[str, Reading] = {}

    def of(name: str) -> Reading:
        if name not in known:
            known[name] = read(DOCUMENTS / f"{name}.txt")
        return known[name]

    return of
