"""Which lines carry a recurring duty whose periods are counted in their place (DOMAIN 4.4, 4.5).

A unit's own line of such a duty has no due date and stays open as long as the duty stands. From the day on which its
first period is given, that period is the task; the line that carries it is then in no total, so that on every day the
work is counted once. Where every period was recalled, or none is there yet, the line counts itself.
"""

# ruff: noqa: S608 (what is set into a statement is ours: names and question marks)

from typing import Final

RECURRING_ITEMS: Final = """SELECT id FROM item WHERE substr(rule, 1, 19) = '{"kind": "periodic"'"""
"""As the index item_recurring says it, which is how a stored rule begins (domain.due.DueRule.to_text)."""


def carries_periods(line: str, lines: str = "assignment_line", *, of_periods: str = "") -> str:
    """The term that is true of such a row of ``line``, a name; ``lines`` is the table of all rows as of the day.

    ``of_periods`` narrows the periods that take its place; each is ``part`` there.
    """
    narrow = f" AND {of_periods}" if of_periods else ""
    return (
        f"({line}.role = 'lead' AND {line}.item_id IN ({RECURRING_ITEMS})"
        f" AND (SELECT period FROM assignment WHERE id = {line}.assignment_id) = ''"
        f" AND EXISTS (SELECT 1 FROM assignment AS part CROSS JOIN {lines} AS told ON told.assignment_id = part.id"
        f" WHERE part.item_id = {line}.item_id AND part.unit_id = {line}.unit_id AND part.period <> ''"
        f" AND told.role = 'lead' AND told.state <> 'recalled'{narrow}))"
    )
