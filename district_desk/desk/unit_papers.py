"""Whose paper it is when a unit issues it: a commune's committee under its own name, a room under ours (DOMAIN 7.4)."""

from datetime import date
from typing import Final

from district_desk.desk.letterheads import ROOM_FOR_NUMBER
from district_desk.desk.office_desk import Desk
from district_desk.domain.paper import Letterhead, SignatureBlock
from district_desk.domain.signing import SigningAs, signature_lines
from district_desk.domain.units import Unit, UnitKind

_COMMITTEES: Final = frozenset({UnitKind.COMMUNE, UnitKind.TOWNSHIP})
_SHORT: Final = "UBND "
_FULL: Final = "Ủy ban nhân dân\n"
_PLACES: Final = ("thị trấn ", "phường ", "xã ")


def unit_head(desk: Desk, unit: Unit, abbreviation: str, day: date | None) -> Letterhead:
    """The unit's letterhead; ``abbreviation`` is that of the document's type ("KH")."""
    office = desk.office
    if unit.kind in _COMMITTEES:
        number = f"Số:{ROOM_FOR_NUMBER}/{abbreviation}-UBND"
        return Letterhead("", unit.name.replace(_SHORT, _FULL, 1), _place(unit), number, day)
    symbol = f"{abbreviation}-{unit.symbol}" if unit.symbol else abbreviation
    return Letterhead(office.body_short or office.body, unit.name, office.place, f"Số:{ROOM_FOR_NUMBER}/{symbol}", day)


def unit_signature(desk: Desk, unit: Unit, signer: str = "") -> SignatureBlock:
    """A committee signs as a body by its chairman, any other unit by its head."""
    if unit.kind in _COMMITTEES:
        return SignatureBlock(signature_lines(SigningAs.COLLECTIVE, desk.office.signer_title), signer)
    return SignatureBlock(((unit.head_title or "Thủ trưởng đơn vị").upper(),), signer)


def unit_copies(desk: Desk, unit: Unit, *more: str) -> tuple[str, ...]:
    """Nơi nhận of a unit's document to us."""
    symbol = "" if unit.kind in _COMMITTEES or not unit.symbol else f", {unit.symbol}"
    return (desk.office.body_short or desk.office.body, *more, f"Lưu: VT{symbol}")


def _place(unit: Unit) -> str:
    """The place before the date: the name of the commune."""
    bare = unit.name.removeprefix(_SHORT)
    return next((bare.removeprefix(kind) for kind in _PLACES if bare.startswith(kind)), unit.short_name or bare)
