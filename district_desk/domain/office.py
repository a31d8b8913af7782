"""The office itself: its profile settings (DOMAIN 7.3), with a type and a default for each.

A setting is a field of :class:`Office`; the store keeps one row a field. A shipped profile is a TOML file with
these settings and the lists of units, groups and people.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the settings table: the field's name and its value as JSON."""

    key: str
    value: str
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class Office:
    """Who we are and how we work. Every field is editable under Danh mục."""

    profile: str = ""
    level: str = "huyện"
    parent_body: str = ""
    """Cơ quan chủ quản as printed in the letterhead; empty for a UBND."""
    body: str = ""
    """The issuing body, in full: "Ủy ban nhân dân huyện Cẩm Giàng"."""
    body_short: str = ""
    """The same as an office writes it: "UBND huyện Cẩm Giàng"."""
    bureau: str = "Văn phòng HĐND và UBND"
    """The clerk's own office."""
    bureau_unit: str = ""
    """Code of the unit that is the clerk's own office."""
    place: str = ""
    """Địa danh before the date: "Cẩm Giàng"."""
    province: str = ""
    upper_body: str = ""
    """Cấp trên trực tiếp: "UBND tỉnh Hải Dương"."""
    own_head: str = "Chủ tịch UBND huyện"
    lower_units: str = "xã, thị trấn"
    address: str = ""
    email: str = ""
    phone: str = ""
    organ_id: str = ""
    symbol: str = "UBND"
    signer_authority: str = "TL. CHỦ TỊCH"
    signer_title: str = "CHÁNH VĂN PHÒNG"
    signer_name: str = ""
    automatic_numbers: bool = True
    """False where the office takes số đến from another system and types it."""
    first_number: int = 1
    """The first automatic số đến of the first year, for an office that begins in mid-year."""
    before_is_inclusive: bool = False
    roll_calendar_days: bool = True
    internal_lead_days: int = 2
    near_due_days: int = 3
    """Sắp đến hạn: this many working days before."""
    return_days: int = 1
    """Working days within which a unit sends back what is not its function (source document 001, 1.2c)."""
    extension_limit: int = 2
    """How often a line may be extended; 0 for any number of times."""
    extension_days: int = 0
    """The most calendar days by which all extensions together may move a due date; 0 for any number."""
    result_file_required: bool = False
    """Whether a line is closed only with the file of its result."""
    answer_days: int = 5
    """Working days that a letter of reminder leaves for its answer, where it names no day (DOMAIN 4.6 F4)."""
    praise_from: int = 5
    """From so many tasks done in time, none late, a unit is proposed for praise (source document 001, 3.2; F6)."""
    account_after: int = 2
    """After so many reminders of a task that is overdue still, responsibility is looked into (F6); 0: at once."""
    assign_days: int = 2
    """Working days after the day of arrival within which a document's work is given (the office's own measure)."""
    long_late_days: int = 120
    """Reports speak apart of tasks that are late by more days than these (Quảng Nam 2020, DOMAIN 4.5)."""
    alike_days: int = 7
    """A document of like subject is asked about where its date lies within so many days of an earlier one."""
    report_hour: str = "17"
    sheet_number: bool = False
    """Whether assignment sheets carry a number (Số: …/PGV-VP); not a type of Decree 30."""
    work_hours: str = "07:30-11:30, 13:00-17:00"
    immediate_days: int = 1
    """How many working days "ngay" leaves: 0 the same day, 1 the next working day."""
    review_months: int = 3
    """A standing duty is looked at again at the end of every period of so many months."""
    unspecified_months: int = 1
    """A report asked "định kỳ", without a period, comes every so many months."""
    week_report_day: int = 6
    """Weekday of the weekly report as people count: 2 is Monday, 8 Sunday."""
    month_report_day: str = "20"
    """Last day of the units' monthly report; see :class:`district_desk.domain.recurrence.PeriodHabits`."""
    quarter_report_day: str = "15"
    half_year_report_day: str = "15"
    year_report_day: str = "15"
    data_day: int = 14
    """Figures count up to this day of a period's last month (NĐ 09/2019); 0: the whole month."""
    gather_days: int = 3
    """Working days after the units' last day within which their reports are gathered."""
    send_up_days: int = 5
    """Working days after the units' last day within which our own report goes to the upper level."""
    longest_report_only: bool = True
    """Where several periods end in one month only the longest is reported."""
    periods_ahead_days: int = 30
    """Periods of a recurring duty are made so many days before they fall due."""
    officer: str = ""
    """Who is sitting at this desk: written into the journal."""
    example_day: str = ""
    """The ISO day on which an example office stands still, so that its work stays alive; empty for a real one."""


SETTING_KEYS: Final = tuple(Office.__dataclass_fields__)
_PERIODS: Final = (1, 3, 6, 12)
_WITHIN: Final = {
    "review_months": _PERIODS, "unspecified_months": _PERIODS, "week_report_day": range(2, 9), "data_day": range(28),
    "answer_days": range(1, 61), "praise_from": range(1, 1000), "long_late_days": range(1, 3651),
    "alike_days": range(61),
}  # fmt: skip
_MARKS: Final = ("month_report_day", "quarter_report_day", "half_year_report_day", "year_report_day")


def is_setting(key: str, value: object) -> bool:
    """Whether a setting may have that value: of its type, not below zero, within what it can mean."""
    default = getattr(Office(), key)
    if type(value) is not type(default) or (type(value) is int and value < 0):
        return False
    if key in _MARKS:
        from district_desk.domain.recurrence import is_month_mark

        return is_month_mark(str(value))
    return key not in _WITHIN or value in _WITHIN[key]


@dataclass(frozen=True, slots=True)
class ProfileInfo:
    """A shipped profile: the name that ``new-office --profile`` takes, and what it is, in Vietnamese."""

    name: str
    title: str
    note: str = ""
