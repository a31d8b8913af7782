"""Everything that the day's page shows, asked in one go beside the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from district_desk.desk import Desk
from district_desk.desk.delays import Meter, Waiting, entry_delays, meter
from district_desk.desk.last_look import missed
from district_desk.desk.owing import Owing, owing
from district_desk.desk.reform.due import ReformDue, reform_due
from district_desk.ui.operations import Progress

METER_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Day:
    """What is owed, since when nobody looked; how long documents waited, and which of them too long;
    what of periodic reports and of the reform year is due."""

    owing: Owing
    since: date | None
    waiting: Meter
    slow: Sequence[Waiting] = ()
    reform: Sequence[ReformDue] = ()


def day_of(desk: Desk, progress: Progress) -> Day:
    """Today, as the desk's clock says."""
    del progress
    today = desk.today()
    received = entry_delays(desk, today - timedelta(days=METER_DAYS), today)
    slow = [each for each in received if each.late]
    return Day(owing(desk, today), missed(desk).since, meter(received), slow, reform_due(desk, today))
