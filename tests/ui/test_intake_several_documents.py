"""A file with several documents: the page says so, and each is entered for itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from intake_bench import DIRECTIVE, Bench, intake

from district_desk.domain.directives import Source
from district_desk.ui.intake import words

FOREIGN = DIRECTIVE.replace("ỦY BAN NHÂN DÂN\nHUYỆN CẨM GIÀNG", "ỦY BAN NHÂN DÂN\nTỈNH HẢI DƯƠNG")
FOREIGN_SECOND = FOREIGN.replace("90/CT-UBND", "71/CT-UBND").replace("ngày 05 tháng 9", "ngày 11 tháng 7")


@pytest.fixture
def bench(tmp_path: Path, qtbot: Any) -> Iterator[Bench]:
    with intake(tmp_path, qtbot) as made:
        yield made


def test_the_second_document_of_a_file_is_offered_and_shown_and_the_first_is_kept(bench: Bench):
    bench.read(bench.file(FOREIGN + "\n" + FOREIGN_SECOND))
    assert bench.page.draft.directive.notation.number == "90"
    assert "71/CT-UBND" in bench.page.messages.sentence
    bench.page.messages._remedy.click()
    assert bench.page.draft.directive.notation.number == "71"
    assert bench.paths() == ["1", "1.a", "1.b", "2", "3", "3.a", "3.b", "4"]
    assert bench.page.deciding.kept is not None


def test_a_file_with_one_document_offers_no_other(bench: Bench):
    bench.read(bench.file(FOREIGN))
    assert not bench.page.messages.isVisible()


def test_a_document_of_our_own_that_is_read_as_received_is_noticed_and_becomes_one_of_our_own(bench: Bench):
    bench.read()
    assert (bench.page.draft.directive.source, bench.page.messages.sentence) == (Source.RECEIVED, words.OUR_OWN)
    bench.page.messages._remedy.click()
    assert bench.page.draft.directive.source is Source.OWN
    assert bench.page.draft.directive.arrival_number is None
    assert not bench.page.messages.isVisible()
    assert bench.paths()[0] == "1"
