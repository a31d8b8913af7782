"""The check of an office finds each sort of trouble and names it; rebuilding mends what is derived."""

import hashlib
from contextlib import closing

import pytest

from district_desk.domain.directives import Attachment
from district_desk.domain.listing import CheckFinding
from district_desk.store import Store
from district_desk.store.checking import check
from district_desk.store.connections import open_plain


@pytest.fixture
def office(clerk, store, path):
    """A small office in good order, with one attachment, closed."""
    directive = clerk.directive()
    clerk.line(clerk.item(directive), clerk.unit())
    content = b"the file as it came"
    digest = hashlib.sha256(content).hexdigest()
    kept = path.parent / "attachments" / digest[:2] / digest
    kept.parent.mkdir(parents=True)
    kept.write_bytes(content)
    with clerk.writing("attach") as writing:
        writing.put(Attachment(directive.id, "chỉ thị.pdf", digest, len(content)))
    store.close()
    assert check(path) == []
    return kept


def break_it(path, sql):
    with closing(open_plain(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(sql)


def test_an_attachment_whose_file_is_gone(office, path):
    office.unlink()

    assert check(path) == [CheckFinding("file_missing", "chỉ thị.pdf")]


def test_an_attachment_whose_file_was_altered(office, path):
    office.write_bytes(b"something else")

    assert check(path) == [CheckFinding("file_altered", "chỉ thị.pdf")]


def test_a_file_that_no_record_knows(office, path):
    (office.parent / "000").write_bytes(b"?")

    assert check(path) == [CheckFinding("file_unknown", "000")]


def test_a_row_that_leans_on_nothing(office, path):
    break_it(path, "UPDATE assignment SET unit_id = 99")

    assert CheckFinding("link", "assignment 1 → unit") in check(path)


def test_an_arrival_number_that_was_given_twice(clerk, store, path):
    clerk.directive(arrival_number=411, arrival_suffix="a")
    clerk.directive(arrival_number=411, arrival_suffix="a")

    assert check(path) == [CheckFinding("arrival_double", "411a/2023 × 2")]


@pytest.mark.parametrize(
    ("sql", "fact", "detail"),
    [
        ("UPDATE assignment_line SET due = '2020-01-01'", "list", "assignment 1"),
        ("DELETE FROM assignment_line", "list", "assignment 1"),
        ("UPDATE register_line SET incomplete = 1", "list", "directive 1"),
        ("UPDATE item SET text = 'mới'", "search", "doc, don, hien, hiện, moi, mới"),
        ("DELETE FROM search_row WHERE entity = 'item'", "search", "item 1"),
        ("DELETE FROM register_line", "list", "directive 1"),
    ],
)
def test_derived_rows_that_differ_are_found_and_mended(office, path, sql, fact, detail):
    break_it(path, sql)

    assert any(one.fact == fact and one.detail.startswith(detail) for one in check(path))
    store = Store.open(path)
    store.rebuild_derived()
    store.close()

    assert check(path) == []


def test_pages_that_do_not_hang_together(office, path):
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * 8192)

    assert {finding.fact for finding in check(path)} == {"pages"}
