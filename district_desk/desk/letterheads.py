"""Whose paper it is: letterhead, number line, signature and copies of a document that the office issues (DOMAIN 7.4)."""

from datetime import date
from typing import Final

from district_desk.desk.citing import day_in_words
from district_desk.desk.office_desk import Desk
from district_desk.domain.paper import Letterhead, SignatureBlock
from district_desk.domain.signing import SigningAs, is_of_the_bureau, signature_lines
from district_desk.domain.units import Unit

ROOM_FOR_NUMBER: Final = "\u00a0" * 8
"""Blank for the number that is written by hand; blanks that a line does not collapse."""
_COMMITTEE: Final = "Ủy ban nhân dân "


def bureau_symbol(desk: Desk) -> str:
    """The bureau's part of a symbol: "VP"."""
    code = desk.office.bureau_unit
    bureau = desk.store.reading().find(Unit, code=code) if code else []
    return (bureau[0].symbol or "VP") if bureau else "VP"


def head_of(desk: Desk, signing: SigningAs, day: date | None, abbreviation: str = "") -> Letterhead:
    """The head under which that signer issues: the bureau's own, or the committee's.

    ``abbreviation`` is that of the type ("BC" gives …/BC-VP or …/BC-UBND); a letter has none (…/UBND-VP).
    """
    office = desk.office
    number = f"Số:{ROOM_FOR_NUMBER}/{symbol_of(desk, signing, abbreviation)}"
    if is_of_the_bureau(signing):
        return Letterhead(office.body_short or office.body, office.bureau, office.place, number, day)
    body = office.body or office.body_short
    parted = body.replace(_COMMITTEE, _COMMITTEE.rstrip() + "\n", 1) if body.startswith(_COMMITTEE) else body
    return Letterhead(office.parent_body, parted, office.place, number, day)


def symbol_of(desk: Desk, signing: SigningAs, abbreviation: str) -> str:
    """The symbol of a document: BC-VP, BC-UBND, UBND-VP, VP-TH."""
    own, bureau = desk.office.symbol, bureau_symbol(desk)
    if not abbreviation:
        return bureau if is_of_the_bureau(signing) else f"{own}-{bureau}"
    return f"{abbreviation}-{bureau if is_of_the_bureau(signing) else own}"


def signature_of(desk: Desk, signing: SigningAs, signer: str = "") -> SignatureBlock:
    """The lines above the name, and the name: the one given, else the office's usual signer where it is he who signs."""
    office = desk.office
    usual = signing in (SigningAs.BUREAU, SigningAs.BY_ORDER, SigningAs.AUTHORISED)
    return SignatureBlock(
        signature_lines(signing, office.signer_title), signer or (office.signer_name if usual else "")
    )


def issuer_of(desk: Desk, signing: SigningAs) -> str:
    """Who issues, in a sentence: "Văn phòng HĐND và UBND", "UBND huyện Cẩm Giàng"."""
    return desk.office.bureau if is_of_the_bureau(signing) else desk.office.body_short or desk.office.body


def copies_of(desk: Desk, *first: str) -> tuple[str, ...]:
    """Nơi nhận: those given first, the leaders, and the file."""
    leaders = desk.office.own_head.replace("Chủ tịch", "Chủ tịch, các PCT", 1)
    return (*first, *((leaders,) if leaders else ()), f"Lưu: VT, {bureau_symbol(desk)}")


def attached_to(desk: Desk, signing: SigningAs, day: date | None) -> str:
    """What an annex is attached to: "Báo cáo số      /BC-VP ngày 02/10/2023 của Văn phòng …"."""
    on = f" ngày {day_in_words(day)}" if day else ""
    return f"Báo cáo số{ROOM_FOR_NUMBER}/{symbol_of(desk, signing, 'BC')}{on} của {issuer_of(desk, signing)}"
