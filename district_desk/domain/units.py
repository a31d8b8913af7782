"""Units of the office: rooms, communes, bodies; known by code, valid from and to, with successors.

Names are not identities: "xã Cẩm Giang" and "xã Cẩm Giàng" are two communes of one province, and a unit may be
split between two successors (DOMAIN 7.2).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class UnitKind(StrEnum):
    """The kinds of units an office gives work to (DOMAIN 7.3)."""

    OFFICE = "office"  # văn phòng
    ROOM = "room"  # phòng chuyên môn
    BOARD = "board"  # ban
    SERVICE = "service"  # đơn vị sự nghiệp
    SECTOR = "sector"  # cơ quan ngành dọc
    MASS = "mass"  # đoàn thể
    COMMUNE = "commune"  # xã, phường
    TOWNSHIP = "township"  # thị trấn
    VILLAGE = "village"  # thôn, tổ dân phố
    LEADERSHIP = "leadership"  # thường trực UBND
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit. ``name`` is the full name as addressed ("UBND xã Cẩm Đông", "Phòng Nội vụ"); ``short_name`` as in a
    narrow column ("Cẩm Đông", "P. Nội vụ"); ``head_title`` its head ("Chủ tịch UBND xã", "Trưởng phòng"); ``symbol``
    its abbreviation in document symbols ("NV"); ``aliases`` other spellings, one a line."""

    code: str
    name: str
    short_name: str = ""
    kind: UnitKind = UnitKind.ROOM
    head_title: str = ""
    symbol: str = ""
    aliases: str = ""
    contact: str = ""
    position: int = 0
    valid_from: date | None = None
    valid_to: date | None = None
    id: int = 0
    uid: int = 0

    def is_valid(self, day: date) -> bool:
        """Whether the unit exists on that day; both ends are included."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Succession:
    """``successor_id`` took over (a part of) ``unit_id`` on a day; a unit may have several successors."""

    unit_id: int
    successor_id: int
    on: date
    part: str = ""
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """A named group for bulk assignment ("UBND các xã, thị trấn"); ``aliases`` are other ways of writing it, one a
    line ("Chủ tịch UBND các xã, thị trấn")."""

    code: str
    name: str
    aliases: str = ""
    position: int = 0
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class GroupMember:
    """A unit belongs to a group."""

    group_id: int
    unit_id: int
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the office or of a unit: title, how they sign ("TL. CHỦ TỊCH"), and when."""

    name: str
    title: str = ""
    unit_id: int | None = None
    authority: str = ""
    may_sign: int = 0
    position: int = 0
    valid_from: date | None = None
    valid_to: date | None = None
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class Directory:
    """All units and groups of the office at one day: what the addressee resolver looks in."""

    units: tuple[Unit, ...]
    groups: tuple[UnitGroup, ...]
    members: tuple[GroupMember, ...]
    successions: tuple[Succession, ...]
    day: date

    def of_group(self, group: UnitGroup) -> tuple[Unit, ...]:
        """The units of a group that exist on the day, in the office's order."""
        ids = {member.unit_id for member in self.members if member.group_id == group.id}
        return tuple(unit for unit in self.units if unit.id in ids and unit.is_valid(self.day))
