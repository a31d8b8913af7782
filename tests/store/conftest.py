"""A real office file for every test that asks for one, and short words for what tests put into it."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from district_desk.domain.assignments import Assignment
from district_desk.domain.directives import Directive
from district_desk.domain.items import Item
from district_desk.domain.units import Unit
from district_desk.store import Store, Writing

AT = datetime(2023, 4, 3, 8, 15)


@pytest.fixture
def at() -> datetime:
    """The office's own time."""
    return AT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's office file lies."""
    return tmp_path / "office.sqlite"


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty office file that tests copy: to make one takes longer than most tests."""
    path = tmp_path_factory.mktemp("blank") / "office.sqlite"
    Store.create(path).close()
    return path


@pytest.fixture
def store(path: Path, blank: Path) -> Iterator[Store]:
    """An empty office."""
    shutil.copyfile(blank, path)
    made = Store.open(path, machine="PC-VP-01")
    yield made
    made.close()


class Clerk:
    """Writes what a test needs, one operation at a time."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def writing(self, kind: str = "register", at: datetime = AT):
        return self.store.writing(kind, officer="Nguyễn Thị Hoà", at=at)

    def directive(self, number: str = "04", symbol: str = "CT-UBND", **fields) -> Directive:
        known = {"issued": date(2023, 4, 1), "issuer": "UBND huyện Cẩm Giàng", "type_code": "CT", "arrived": AT.date()}
        known |= {"subject": "V/v đẩy mạnh cải cách hành chính", "arrival_year": 2023, "arrival_number": 12}
        with self.writing() as writing:
            return writing.put(Directive(number=number, symbol=symbol, **{**known, **fields}))

    def unit(self, code: str = "NV", name: str = "Phòng Nội vụ") -> Unit:
        with self.writing("add_unit") as writing:
            return writing.put(Unit(code, name))

    def item(self, directive: Directive, text: str = "Đôn đốc việc thực hiện", **fields) -> Item:
        with self.writing("add_item") as writing:
            return writing.put(Item(directive.id, text=text, **fields))

    def line(self, item: Item, unit: Unit, **fields) -> Assignment:
        with self.writing("assign_items") as writing:
            return writing.put(Assignment(item.id, item.directive_id, unit.id, **fields))


@pytest.fixture
def clerk(store: Store) -> Clerk:
    """Someone who writes into the office."""
    return Clerk(store)


def put_all(writing: Writing, *records):
    """The records as stored."""
    return [writing.put(record) for record in records]
