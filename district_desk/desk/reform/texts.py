"""What the clerk writes into a report on reform by hand, section by section, remembered for its period.

Like the words of a task report (:mod:`district_desk.desk.report_words`) a draft belongs to this machine until the report
is printed, with which its words are kept.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, Final

from district_desk.desk.office_desk import Desk
from district_desk.desk.this_machine import keep_values, kept_values
from district_desk.domain.keepsakes import PrintedReport
from district_desk.domain.problems import Problem

_FILE: Final = "reform-texts.json"


def texts_of(desk: Desk, year: int, period: str, printed: Iterable[PrintedReport] = ()) -> dict[str, str]:
    """The draft of a period, by the key of the section; without one, what the newest of the ``printed`` reports on it
    says (they are newest first)."""
    draft = _drafts(desk).get(_key(year, period))
    if isinstance(draft, dict):
        return {str(key): str(text) for key, text in draft.items()}
    for report in printed:
        asked = json.loads(report.parameters)
        if (asked.get("year"), asked.get("period")) == (year, period):
            return {str(key): str(text) for key, text in asked.get("texts", [])}
    return {}


def keep_texts(desk: Desk, year: int, period: str, texts: Mapping[str, str]) -> None:
    """Remember what was typed. Where this machine cannot keep it, it still stands on the screen."""
    drafts = {**_drafts(desk), _key(year, period): {key: text for key, text in texts.items() if text.strip()}}
    with suppress(Problem, OSError):
        keep_values(_FILE, {**kept_values(_FILE), str(desk.folder.resolve()): drafts})


def _drafts(desk: Desk) -> dict[str, Any]:
    found = kept_values(_FILE).get(str(desk.folder.resolve()))
    return found if isinstance(found, dict) else {}


def _key(year: int, period: str) -> str:
    return f"{year} {period}"
