"""What each form must hold: its columns, its sentences with the fields they may use, its signatures.

A form file is data that an office may rewrite, so it is held against this table when it is read: a sentence that
asks for a field that the desk never gives would otherwise be noticed on a signed page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

ASSIGNMENT_SHEET: Final = "phieu-giao-nhiem-vu"
PROCESSING_SLIP: Final = "phieu-giai-quyet-van-ban-den"
RECEIVED_REGISTER: Final = "so-dang-ky-van-ban-den"
FOLLOW_UP_REGISTER: Final = "so-theo-doi-giai-quyet-van-ban-den"


@dataclass(frozen=True, slots=True)
class FormKind:
    """Keys of the columns and signatures, and the fields that each sentence may use."""

    columns: frozenset[str]
    wording: Mapping[str, frozenset[str]]
    signatures: frozenset[str] = frozenset()


def _sentences(**fields: str) -> Mapping[str, frozenset[str]]:
    return MappingProxyType({key: frozenset(names.split()) for key, names in fields.items()})


_SHEET_FIELDS: Final = (
    "unit directive directive_short arrival arrived opinion leader opinion_on "
    "report_to report_hour report_by return_days body"
)
_COVER: Final = MappingProxyType({
    "year": "year",
    "days": "first_day last_day",
    "volume": "volume",
    "empty": "year",
})  # fmt: skip

KINDS: Final[Mapping[str, FormKind]] = MappingProxyType({
    ASSIGNMENT_SHEET: FormKind(
        frozenset({"number", "text", "role", "partners", "product", "due"}),
        _sentences(
            subject=_SHEET_FIELDS,
            addressee=_SHEET_FIELDS,
            basis=_SHEET_FIELDS,
            arrival=_SHEET_FIELDS,
            opinion=_SHEET_FIELDS,
            leader=_SHEET_FIELDS,
            opinion_on=_SHEET_FIELDS,
            tasks=_SHEET_FIELDS,
            report_by=_SHEET_FIELDS,
            report_in_time=_SHEET_FIELDS,
            send_back=_SHEET_FIELDS,
            place="place",
            note="note",
            due_by="date",
            due_working="date",
            due_none="",
            copies="",
        ),
        frozenset({"receiver", "giver"}),
    ),
    PROCESSING_SLIP: FormKind(
        frozenset(),
        _sentences(
            subject="directive",
            leaders="",
            leads="",
            partners="",
            dues="",
            opinion_day="",
            opinion_by="leader date",
            unit="",
            person="",
            unit_day="",
            proposal="",
            proposed="",
            proposal_day="",
        ),
    ),
    RECEIVED_REGISTER: FormKind(
        frozenset({
            "arrived", "arrival", "issuer", "notation", "issued", "type_and_subject", "recipients", "passed_on",
            "signed_for", "note",
        }),
        _sentences(**_COVER, numbers="first_number last_number"),
    ),
    FOLLOW_UP_REGISTER: FormKind(
        frozenset({"arrival", "document", "unit", "due", "progress", "reply_notation", "note"}),
        _sentences(**_COVER, as_of="date"),
    ),
})  # fmt: skip
