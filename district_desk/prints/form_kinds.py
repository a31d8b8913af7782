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
TASK_REPORT: Final = "bao-cao-nhiem-vu"
TASK_SUMMARY: Final = "phu-luc-tong-hop-nhiem-vu"
TASK_LIST: Final = "phu-luc-danh-muc-nhiem-vu"
REMINDER_LETTER: Final = "cong-van-don-doc"
PROPOSALS: Final = "danh-sach-de-xuat"
TASK_MATRIX: Final = "ma-tran-nhiem-vu"
DAY_LIST: Final = "viec-trong-ngay"
NUMBER_CHECK: Final = "kiem-tra-so-den"
INDEX_TABLE: Final = "bang-tong-hop-chi-so"
PLAN_TABLE: Final = "bang-theo-doi-ke-hoach-khac-phuc"
UNIT_PLAN: Final = "ke-hoach-khac-phuc"
UNIT_MEASURES: Final = "phu-luc-ke-hoach-khac-phuc"
BREAKTHROUGHS: Final = "bang-dang-ky-dot-pha"
REFORM_REPORT: Final = "bao-cao-cchc"
REFORM_ANNEX: Final = "phu-luc-bao-cao-cchc"
EVIDENCE: Final = "danh-muc-minh-chung"
PERIODIC_MATRIX: Final = "ma-tran-bao-cao-dinh-ky"


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
_REPORT: Final = "first last as_of bureau own_body own_head upper_body lower documents directives"
_FIGURES: Final = (
    "given done done_share open overdue overdue_share fallen_due fallen_share in_time in_time_share late late_share "
    "no_due no_due_share running running_no_due carried carried_done carried_open carried_overdue recalled "
    "all all_done all_open all_overdue all_in_time in_time_of_done"
)
_UNIT_PLAN: Final = "unit year upper receiver total maximum percent rank ranked rating"
_REFORM: Final = "body period year first last as_of"
_LETTER: Final = "own_body own_head bureau units Units count as_of new_day time"

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
    TASK_REPORT: FormKind(
        frozenset(),
        _sentences(
            **dict.fromkeys(("subject", "opening", "closing", "documents", "upper", "own", "other"), _REPORT),
            **dict.fromkeys(("part_1", "part_2", "part_3", "part_4", "part_5", "to", "copies"), ""),
            **dict.fromkeys(("whole", "total", "done", "open", "overdue", "carried_line"), _FIGURES),
            followed=f"years scope {_FIGURES}", recalled=_FIGURES, years="years", year="year count overdue", none="",
            done_none="", of_level=f"level {_FIGURES}", annex_whole="",
            late=f"units late_units longest_late long_late as_of {_FIGURES}", long_late="count days",
            late_unit="unit count", late_none="as_of", causes="causes", causes_open="",
            next=f"near near_days {_FIGURES}", next_late="", next_steps="next_steps",
            praised="names", reminded="names", accountable="names", nobody="",
        ),
    ),
    TASK_SUMMARY: FormKind(
        frozenset({
            "number", "name", "total", "carried", "in_time", "late", "no_due", "running", "overdue", "running_no_due",
            "done_share", "overdue_share",
        }),
        _sentences(
            appendix="appendix", attached="document", alone="first last as_of", by_unit="", by_level="", by_source="",
            by_person="", level="", source="", person="", whole="", empty="", remark="fallen_due fallen_share",
        ),
    ),
    TASK_LIST: FormKind(
        frozenset({"number", "document", "text", "unit", "due", "days", "cause", "reminded"}),
        _sentences(
            appendix="appendix", attached="document", alone="as_of", overdue="", done_late="", near="ahead",
            days_left="", empty="",
        ),
    ),
    REMINDER_LETTER: FormKind(
        frozenset({"number", "text", "document", "due", "days", "reminded"}),
        _sentences(
            **dict.fromkeys(("about", "about_again", "first", "demand", "demand_soon", "warning", "closing"), _LETTER),
            basis_one=f"directive {_LETTER}", basis_many=_LETTER, basis_line="directive end",
            earlier=f"earlier {_LETTER}", several_units="", to="", copies="",
        ),
    ),
    PROPOSALS: FormKind(
        frozenset({"number", "who", "evidence", "proposal", "opinion", "decision"}),
        _sentences(
            subject="first last as_of", figures=_FIGURES, longest="days", reminders="count", evidence="evidence",
            **dict.fromkeys(("praised_group", "reminded_group", "accountable_group"), ""),
            **dict.fromkeys(("praised", "reminded", "accountable", "nobody", "copies"), ""),
        ),
    ),
    TASK_MATRIX: FormKind(
        frozenset({"number", "document", "place", "text", "due", "unit"}),
        _sentences(
            as_of="as_of", narrowed="narrowed", sheet="sheet sheets first last units", legend="", cut="count", late="days",
            **dict.fromkeys(("due", "not_due", "open", "done_late", "done", "outside"), ""),
            several="mark lines", empty="",
        ),
    ),
    NUMBER_CHECK: FormKind(
        frozenset({"number", "arrival", "arrived", "document", "finding", "settled"}),
        _sentences(
            **dict.fromkeys(("year", "range", "empty"), "year day count first_number last_number"),
            **dict.fromkeys(("gap", "double", "out_of_order", "not_passed_on"), "count"),
            pass_on_by="day",  # noqa: S106 (a sentence's key)
            none="",
        ),
    ),
    DAY_LIST: FormKind(
        frozenset({"number", "what", "origin", "unit", "due", "state"}),
        _sentences(
            day="day", near="count days", **dict.fromkeys(("late", "silent", "hand_on", "incomplete"), "count"),
            days_late="days", days_left="days", today="", reminded="times days", empty="",
        ),
    ),
    INDEX_TABLE: FormKind(
        frozenset({"number", "unit", "domain", "total", "percent", "rank", "rating"}),
        _sentences(
            subject="year", decision="decision", example="", maxima="", mean="", empty="", ranked="year",
            picture="unit year", this_year="year", limit="limit", copies="",
        ),
    ),
    PLAN_TABLE: FormKind(
        frozenset({"number", "unit", "rating", "domain", "reasons", "due", "sent", "timing", "note"}),
        _sentences(
            **dict.fromkeys(("subject", "subject_awaited"), "year as_of"), domain="domain", sent="day notation",
            in_time="", late="days", overdue="days", not_due="", counts="owed sent late awaited", empty="", copies="",
        ),
    ),
    UNIT_PLAN: FormKind(
        frozenset({"number", "domain", "maximum", "got", "percent", "before"}),
        _sentences(
            **dict.fromkeys(("subject", "opening", "purpose", "result", "organisation", "closing"), _UNIT_PLAN),
            **dict.fromkeys(("part_1", "part_2", "part_3", "part_4", "part_5", "copies"), ""),
            type="", basis="basis end", weakness="criterion weakness", cause="cause", responsible="responsible", measures="count",
            picture="unit year", this_year="year", limit="limit",
        ),
    ),
    UNIT_MEASURES: FormKind(
        frozenset({
            "number", "criterion", "maximum", "got", "percent", "weakness", "cause", "responsible", "remedy", "limit",
            "product",
        }),
        _sentences(appendix="", heading="year unit", attached="document", empty=""),
    ),
    BREAKTHROUGHS: FormKind(
        frozenset({"number", "unit", "content", "solution", "criteria", "time", "result", "note"}),
        _sentences(subject="year as_of", none="", empty="", copies=""),
    ),
    REFORM_REPORT: FormKind(
        frozenset(),
        _sentences(
            **dict.fromkeys(("subject", "opening", "closing"), _REFORM),
            **dict.fromkeys(("part_1", "part_2", "part_3", "part_4", "part_5", "to", "copies"), ""),
            **dict.fromkeys(("institutions", "procedures", "apparatus", "service", "finance", "digital"), ""),
            **dict.fromkeys(("results", "shortcomings", "causes"), ""),
            type="", tasks=f"directives {_FIGURES}", periodic="owed in_time late merged awaited", periodic_awaited="names count",
            works="works units", domain_mean="domain year mean", index="year units mean best last", rating="rating count",
            ratings="ratings", plans="as_of owed in_time late accepted awaited", plans_awaited="names count",
            next_plans="plans", next_tasks="open",
        ),
    ),
    REFORM_ANNEX: FormKind(
        frozenset({"number", "figure", "value", "note"}),
        _sentences(
            appendix="", heading="period", attached="document", rated="rating", domain="domain maximum",
            **dict.fromkeys(("ranked", "means", "this_year"), "year"), limit="limit",
            **dict.fromkeys(("index", "plans", "works", "periodic", "tasks", "units", "mean", "owed"), ""),
            **dict.fromkeys(("sent_in_time", "sent_late", "not_sent", "accepted", "work_units", "work_count"), ""),
            **dict.fromkeys(("reports_owed", "reports_in_time", "reports_late", "reports_merged", "reports_missing"), ""),
            **dict.fromkeys(("directives", "tasks_all", "tasks_done", "tasks_open", "tasks_overdue"), ""),
        ),
    ),
    EVIDENCE: FormKind(
        frozenset({"number", "code", "criterion", "wanted", "document", "file"}),
        _sentences(subject="year unit", lacks="", no_file="", counts="criteria lacking", empty="", copies=""),
    ),
    PERIODIC_MATRIX: FormKind(
        frozenset({"number", "unit", "period", "missing"}),
        _sentences(
            subject="report year", as_of="as_of", legend="", period="period due", in_time="day", received="day",
            late="day days", missing="days", **dict.fromkeys(("merged", "excused", "not_due", "missing_all", "empty"), ""),
        ),
    ),
})  # fmt: skip
