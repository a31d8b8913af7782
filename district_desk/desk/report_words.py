"""What the clerk writes into a report by hand: causes and next steps, remembered for their period until it is printed.

A draft belongs to this machine (:mod:`district_desk.desk.this_machine`) and not to the office's records: it lies in
``report-words.json``, by the office's folder and the days of the period, and takes no place among what can be undone.
What was printed is in the data set of the report (:mod:`district_desk.desk.printed_reports`).
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from district_desk.desk.office_desk import Desk
from district_desk.desk.this_machine import keep_values, kept_values
from district_desk.domain.keepsakes import PrintedReport
from district_desk.domain.problems import Problem

_FILE: Final = "report-words.json"


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Nguyên nhân and nhiệm vụ, giải pháp kỳ tiếp theo (DOMAIN 4.6 F3, III and IV)."""

    causes: str = ""
    next_steps: str = ""


def words_of(desk: Desk, first: date, last: date, printed: Iterable[PrintedReport]) -> ReportWords:
    """The draft for a period; without one, what the newest of the ``printed`` reports on it says.

    ``printed`` are newest first.
    """
    draft = _drafts(desk).get(_key(first, last))
    if isinstance(draft, dict):
        return _words(draft)
    for report in printed:
        asked = json.loads(report.parameters)
        if (asked.get("first"), asked.get("last")) == (first.isoformat(), last.isoformat()):
            return _words(asked)
    return ReportWords()


def keep_words(desk: Desk, first: date, last: date, words: ReportWords) -> None:
    """Remember what was typed for a period. Where this machine cannot keep it, it still stands on the screen."""
    drafts = {**_drafts(desk), _key(first, last): asdict(words)}
    with suppress(Problem, OSError):
        keep_values(_FILE, {**kept_values(_FILE), _office(desk): drafts})


def _drafts(desk: Desk) -> dict[str, Any]:
    found = kept_values(_FILE).get(_office(desk))
    return found if isinstance(found, dict) else {}


def _words(told: dict[str, Any]) -> ReportWords:
    return ReportWords(str(told.get("causes", "")), str(told.get("next_steps", "")))


def _office(desk: Desk) -> str:
    return str(desk.folder.resolve())


def _key(first: date, last: date) -> str:
    return f"{first.isoformat()} {last.isoformat()}"
