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
    report_hour: str = "17"
    sheet_number: bool = False
    """Whether assignment sheets carry a number (Số: …/PGV-VP); not a type of Decree 30."""
    work_hours: str = "07:30-11:30, 13:00-17:00"
    officer: str = ""
    """Who is sitting at this desk: written into the journal."""
    example_day: str = ""
    """The ISO day on which an example office stands still, so that its work stays alive; empty for a real one."""


SETTING_KEYS: Final = tuple(Office.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class ProfileInfo:
    """A shipped profile: the name that ``new-office --profile`` takes, and what it is, in Vietnamese."""

    name: str
    title: str
    note: str = ""
