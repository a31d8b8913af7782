"""In sổ goes on where it stopped: the last arrival number that was printed, for each register and year.

Article 16.2.b and 22.3.b of Decree 30/2020/NĐ-CP: a register kept by a program is printed in full and bound.
"""

import json
from dataclasses import replace

from district_desk.desk.book_values import last_printed_of
from district_desk.desk.office_desk import Desk
from district_desk.desk.printing import FOLLOW_UP, REGISTER, Order
from district_desk.domain.changes import Changes
from district_desk.domain.office import Setting

REGISTERS = (REGISTER, FOLLOW_UP)


def printed_up_to(desk: Desk, form: str, year: int) -> int:
    """The last arrival number of that register that was printed, 0 where none was."""
    kept = desk.store.reading().find(Setting, key=_key(form, year))
    return int(json.loads(kept[0].value)) if kept else 0


def remember_printed(desk: Desk, order: Order) -> Changes | None:
    """Keep up to which number a register was printed; an earlier part that is printed again takes nothing back.

    Returns None where nothing is to be kept: no register, an empty one, or no further than before.
    """
    if order.form not in REGISTERS or order.directive_id is not None:
        return None
    day = order.as_of or desk.today()
    year = order.year or day.year
    last = last_printed_of(desk, year, as_of=day, numbers=order.numbers)
    if last <= printed_up_to(desk, order.form, year):
        return None
    with desk.writing("print_register", subject=str(last)) as writing:
        kept = writing.reader.find(Setting, key=_key(order.form, year))
        value = json.dumps(last)
        writing.put(replace(kept[0], value=value) if kept else Setting(_key(order.form, year), value))
    return writing.changes


def _key(form: str, year: int) -> str:
    return f"printed:{form}:{year}"
