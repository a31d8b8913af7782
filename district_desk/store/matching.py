"""From what a person types to a question for the index.

Every word must be found; each is quoted, so that "04/CT-UBND" is a phrase of three words and no sign of the index's own
language gets through; the last one may be the beginning of a word, because search goes on while one types.
"""

from collections.abc import Iterable
from typing import Final

from district_desk.domain.vietnamese import fold, same_spelling
from district_desk.store.search_index import SHIFT

_LONGEST: Final = 40
"""Words; a pasted page is a question nobody asks."""

DIRECTIVES_WITH: Final = f"SELECT rowid >> {SHIFT} FROM search_words WHERE search_words MATCH ?"  # noqa: S608 (a number)


def folded_match(words: str) -> str:
    """The question for records with these words, whatever their marks; empty where nothing can be asked."""
    return _match("folded", fold(words).split())


def marked_match(words: str) -> str:
    """The question for records with these very words, marks and all."""
    return _match("marked", same_spelling(words).split())


def _match(column: str, words: Iterable[str]) -> str:
    asked = [word.replace('"', " ") for word in words if any(letter.isalnum() for letter in word)][:_LONGEST]
    if not asked:
        return ""
    quoted = [f'"{word}"' for word in asked]
    return f"{column} : ({' AND '.join(quoted)} *)"
