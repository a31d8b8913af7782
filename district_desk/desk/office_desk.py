"""The desk of one office: its folder, its file, its clock, and what every use case asks first."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from district_desk.desk.instance import Instance
from district_desk.domain.calendar import CalendarYear, DayOff, WorkCalendar
from district_desk.domain.changes import Changes
from district_desk.domain.office import Office, Setting
from district_desk.store import Store, Writing

if TYPE_CHECKING:
    from district_desk.domain.due import DueHabits
    from district_desk.domain.recurrence import PeriodHabits
    from district_desk.domain.units import Directory

OFFICE_FILE: Final = "office.sqlite"
Clock = Callable[[], datetime]


class Desk:
    """What a use case works with. Close it when done; it holds the office's lock."""

    def __init__(self, folder: Path, store: Store, instance: Instance, clock: Clock) -> None:
        self.folder = folder
        self.store = store
        self.clock = clock
        self._instance = instance
        self._office: Office | None = None
        self._calendar: WorkCalendar | None = None
        self._directory: Directory | None = None

    def now(self) -> datetime:
        """The moment, to the second. In an example office the hour is the machine's and the day its own."""
        moment = self.clock().replace(microsecond=0)
        day = self.office.example_day
        return datetime.combine(date.fromisoformat(day), moment.time()) if day else moment

    def today(self) -> date:
        """The office's day."""
        return self.now().date()

    @property
    def office(self) -> Office:
        """Profile and settings."""
        if self._office is None:
            self._office = office_of(self.store.reading().find(Setting))
        return self._office

    @property
    def calendar(self) -> WorkCalendar:
        """Working days, from the table of days off."""
        if self._calendar is None:
            reader = self.store.reading()
            self._calendar = WorkCalendar.of(reader.find(DayOff, "day"), reader.find(CalendarYear, "year"))
        return self._calendar

    @property
    def habits(self) -> "DueHabits":
        """How this office reads a limit."""
        from district_desk.domain.due import DueHabits

        office = self.office
        return DueHabits(
            office.before_is_inclusive,
            office.roll_calendar_days,
            office.internal_lead_days,
            office.immediate_days,
            office.review_months,
        )

    @property
    def period_habits(self) -> "PeriodHabits":
        """When this office's units report where a text only says how often."""
        from district_desk.domain.recurrence import PeriodHabits, frequency_of

        office = self.office
        return PeriodHabits(
            f"w{office.week_report_day - 1}",
            office.month_report_day,
            office.quarter_report_day,
            office.half_year_report_day,
            office.year_report_day,
            frequency_of(office.unspecified_months),
            office.data_day,
            office.longest_report_only,
            office.gather_days,
            office.send_up_days,
        )

    def directory(self, day: date) -> "Directory":
        """Units and groups as they are on a day, in the office's order; never later than the office's own last day."""
        from district_desk.domain.units import Directory, GroupMember, Succession, Unit, UnitGroup

        day = self.working_day(day)
        if self._directory is None or self._directory.day != day:
            reader = self.store.reading()
            self._directory = Directory(
                tuple(reader.find(Unit, "position")),
                tuple(reader.find(UnitGroup, "position")),
                tuple(reader.find(GroupMember)),
                tuple(reader.find(Succession)),
                day,
            )
        return self._directory

    def working_day(self, day: date) -> date:
        """The day, or the office's last one where it has ended: its units are then those it had at the end.

        An office ends with the unit that is its own bureau (a huyện on 30/6/2025, DOMAIN 7.1).
        """
        from district_desk.domain.units import Unit

        bureau = self.store.reading().find(Unit, code=self.office.bureau_unit) if self.office.bureau_unit else []
        last = bureau[0].valid_to if bureau else None
        return min(day, last) if last else day

    @contextmanager
    def writing(self, kind: str, *, subject: str = "") -> Iterator[Writing]:
        """One journal operation in the name of the officer at this desk; all of it is written, or nothing."""
        with self.store.writing(kind, officer=self.office.officer, at=self.now(), subject=subject) as writing:
            yield writing
        self.noticed(writing.changes)

    def noticed(self, changes: Changes) -> Changes:
        """Forget what was read of the catalogues where these changes concern them."""
        if changes.concern_catalogue():
            self._office = self._calendar = self._directory = None
        return changes

    def close(self) -> None:
        """Close the file and let the next program in."""
        self.store.close()
        self._instance.release()


def office_of(settings: list[Setting]) -> Office:
    """The office that these rows describe; a key of another version is passed over, a missing one has its default."""
    known = {field.name for field in fields(Office)}
    return Office(**{row.key: json.loads(row.value) for row in settings if row.key in known})
