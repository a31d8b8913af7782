"""What a derived row tells of its line's standing, for the questions that read thousands of rows at once."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final

from district_desk.domain.assignments import Role, Standing, state_at
from district_desk.store.standings import NO_DATE

_ROLES: Final = {role.value: role for role in Role}


def standings(as_of: date) -> Callable[[str, str, str, str], Standing]:
    """A function from role, state, due and done of a derived row to its standing on a day; equal rows share theirs."""
    day = cache(date.fromisoformat)

    @cache
    def stands(role: str, state: str, due: str, done: str) -> Standing:
        last = None if due == NO_DATE else day(due)
        end = day(done) if done else None
        return Standing(state_at(_ROLES[role], last, end, as_of, state == "recalled"), last, end, as_of)

    return stands
