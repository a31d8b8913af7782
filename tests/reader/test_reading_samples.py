"""The real documents that the product was conceived from, where they lie beside the project.

The score is the one of the samples' own ``score.py``, computed by its rules on our readings.
"""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from district_desk.desk.reading import answer_of
from district_desk.domain.reading import DocumentGuess
from district_desk.reader import read

SOURCES = ("000", "001", "002", "003", "004")


@pytest.fixture(scope="session")
def score(samples: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", samples / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def source(samples: Path, number: str) -> tuple[dict[str, Any], dict[str, Any]]:
    answer = next((samples / "directives").glob(f"{number}-*.json"))
    return json.loads(answer.read_text("utf-8")), answer_of(read(answer.with_suffix(".txt")))


@pytest.mark.parametrize("number", SOURCES)
def test_the_header_of_a_source_document_is_right_and_nothing_is_invented(
    samples: Path, score: ModuleType, number: str
) -> None:
    gold, found = source(samples, number)
    inferred = {"agency"} if gold.get("agency_inferred") else set()
    for field in set(score.SCALARS) - inferred - {"doc_type"}:
        assert score.same(gold.get(field), found[field], field), field
    if number != "002":
        assert found["doc_type"] == gold["doc_type"]


@pytest.mark.parametrize("number", SOURCES)
def test_every_item_of_a_source_document_is_found_with_its_label(samples: Path, score: ModuleType, number: str) -> None:
    gold, found = source(samples, number)
    pairs = score.best_pairs(gold["items"], found["items"], score.item_alike)
    assert len(pairs) == len(gold["items"]) == len(found["items"])
    assert [found["items"][mine]["label"] for _, mine in pairs] == [item["label"] for item in gold["items"]]


def test_units_and_limits_of_the_source_documents_are_named(samples: Path, score: ModuleType) -> None:
    right, wanted, given, limits, due = 0, 0, 0, 0, 0
    for number in SOURCES:
        gold, found = source(samples, number)
        for want, have in zip(gold["items"], found["items"], strict=True):
            right += len(score.best_pairs(want["units"], have["units"], score.units_alike))
            wanted, given = wanted + len(want["units"]), given + len(have["units"])
            hard = [each for each in want["deadlines"] if not each["rule"].startswith("soft")]
            limits += len(hard)
            due += len(score.best_pairs(hard, have["deadlines"], score.deadline_alike))
    assert 2 * right / (wanted + given) >= 0.9
    assert due / limits >= 0.9


def test_the_newspaper_article_is_told_from_a_directive(samples: Path) -> None:
    article = next((samples / "directives").glob("002-*.txt"))
    assert read(article).guess is DocumentGuess.ARTICLE


def test_a_born_digital_pdf_is_read(samples: Path) -> None:
    reading = read(next((samples / "originals").glob("217-*.pdf")))
    assert [item.deadlines[0].phrase for item in reading.items] == ["trước ngày 10/02/2025"]
    assert reading.scanned == ()


def test_the_word_file_of_a_commune_is_read_whole(samples: Path) -> None:
    reading = read(next((samples / "originals").glob("504-*.docx")))
    assert reading.header.agency is not None
    assert reading.header.agency.value == "BAN THƯỜNG TRỰC"
    same = read(next((samples / "directives").glob("504-*.txt")))
    assert [item.path for item in reading.items] == [item.path for item in same.items]
    assert len(reading.items) > 70
