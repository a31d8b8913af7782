"""How an office writes about documents and units in a sentence: citations, dates, groups instead of long lists."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from district_desk.desk.office_desk import Desk
from district_desk.domain.decree_dates import day_month_year
from district_desk.domain.directives import Directive, DocumentType
from district_desk.domain.units import Directory, Unit
from district_desk.domain.vietnamese import collapse

_SUBJECT_OPENINGS = ("v/v", "về việc", "về")


def day_in_words(day: date | None) -> str:
    """A date as Decree 30 writes it, days below 10 and months 1 and 2 with a zero: 09/4/2023; empty for None."""
    return day_month_year(day) if day else ""


def type_names(desk: Desk) -> dict[str, str]:
    """Names of document types by code, as they stand before a number: "Quyết định", not "Quyết định (cá biệt)"."""
    types = desk.store.reading().find(DocumentType)
    return {each.code: each.name.split(" (", 1)[0] for each in types}


def cited(directive: Directive, types: Mapping[str, str]) -> str:
    """A document in full: "Chỉ thị số 04/CT-UBND ngày 30/3/2023 của UBND huyện Cẩm Giàng về việc …"."""
    parts = [cited_shortly(directive, types)]
    if directive.issuer:
        parts.append(f"của {directive.issuer}")
    if directive.subject:
        parts.append(about(directive.subject))
    return " ".join(parts)


def cited_shortly(directive: Directive, types: Mapping[str, str]) -> str:
    """A document by its type, number and date; what is not known is left out."""
    parts = [types.get(directive.type_code, "Văn bản")]
    if str(directive.notation):
        parts.append(f"số {directive.notation}")
    if directive.issued:
        parts.append(f"ngày {day_in_words(directive.issued)}")
    return " ".join(parts)


def about(subject: str) -> str:
    """The subject after a citation: "về việc …", whatever it begins with."""
    bare = collapse(subject)
    for opening in _SUBJECT_OPENINGS:
        if bare.lower().startswith(opening + " "):
            bare = bare[len(opening) + 1 :]
            return ("về " if opening == "về" else "về việc ") + bare
    return "về việc " + bare


def units_in_words(units: Iterable[Unit], directory: Directory) -> str:
    """Units as an office lists them: a whole group by its name, the largest first, then the others by their own."""
    left = list(dict.fromkeys(units))
    words: list[str] = []
    groups = [(group, directory.of_group(group)) for group in directory.groups]
    for group, members in sorted(groups, key=lambda pair: -len(pair[1])):
        if len(members) > 1 and set(members) <= set(left):
            words.append(group.name)
            left = [unit for unit in left if unit not in members]
    return "; ".join([*words, *(unit.name for unit in left)])


def short_names(units: Sequence[Unit], directory: Directory) -> str:
    """The same for a narrow column: names of groups, short names of units."""
    if len(units) > 1 and (whole := units_in_words(units, directory)) and ";" not in whole:
        return whole
    return ", ".join(unit.short_name or unit.name for unit in units)
