"""Which papers a form about reform is made of, by its name."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from district_desk.desk.kept_papers import Paper, PaperValues
from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.papers import (
    ReformWish,
    evidence_tables,
    index_table,
    periodic_matrix,
    plan_table,
    work_table,
)
from district_desk.desk.reform.report import reform_report
from district_desk.desk.reform.unit_plan_paper import unit_plans

INDEX_TABLE: Final = "bang-tong-hop-chi-so"
PLAN_TABLE: Final = "bang-theo-doi-ke-hoach-khac-phuc"
UNIT_PLAN: Final = "ke-hoach-khac-phuc"
UNIT_MEASURES: Final = "phu-luc-ke-hoach-khac-phuc"
BREAKTHROUGHS: Final = "bang-dang-ky-dot-pha"
REFORM_REPORT: Final = "bao-cao-cchc"
REFORM_ANNEX: Final = "phu-luc-bao-cao-cchc"
EVIDENCE: Final = "danh-muc-minh-chung"
PERIODIC: Final = "ma-tran-bao-cao-dinh-ky"

TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        INDEX_TABLE: "Bảng tổng hợp Chỉ số CCHC",
        PLAN_TABLE: "Theo dõi nộp kế hoạch khắc phục sau Chỉ số",
        UNIT_PLAN: "Kế hoạch khắc phục sau Chỉ số",
        UNIT_MEASURES: "Phụ lục kế hoạch khắc phục sau Chỉ số",
        BREAKTHROUGHS: "Đăng ký việc đột phá sau Chỉ số",
        REFORM_REPORT: "Báo cáo CCHC",
        REFORM_ANNEX: "Phụ lục báo cáo CCHC",
        EVIDENCE: "Danh mục minh chứng Chỉ số",
        PERIODIC: "Ma trận báo cáo định kỳ",
    }
)
"""Every form that is asked for by a :class:`ReformWish`, and what a kept paper of it is called."""


def papers_of_reform(desk: Desk, form: str, wish: ReformWish) -> tuple[Paper, ...]:
    """What stands on the pages; a plan and a report come with their annexes.

    Raises:
        NotFound: no index, plan, evidence or period that the form is about.
        MissingField: a report needs a period.
    """
    match form:
        case "ke-hoach-khac-phuc":
            plans = unit_plans(desk, wish)
            return tuple(
                each for plan, lines in plans for each in (Paper(UNIT_PLAN, plan), Paper(UNIT_MEASURES, lines))
            )
        case "bao-cao-cchc":
            report, annex = reform_report(desk, wish)
            return Paper(REFORM_REPORT, report), Paper(REFORM_ANNEX, annex)
        case _:
            return tuple(Paper(form, each) for each in _TABLES[form](desk, wish))


_TABLES: Final[Mapping[str, Callable[[Desk, ReformWish], list[PaperValues]]]] = MappingProxyType(
    {
        INDEX_TABLE: lambda desk, wish: [index_table(desk, wish)],
        PLAN_TABLE: lambda desk, wish: [plan_table(desk, wish)],
        UNIT_MEASURES: lambda desk, wish: [lines for _, lines in unit_plans(desk, wish)],
        BREAKTHROUGHS: lambda desk, wish: [work_table(desk, wish)],
        REFORM_ANNEX: lambda desk, wish: [reform_report(desk, wish)[1]],
        EVIDENCE: lambda desk, wish: [*evidence_tables(desk, wish)],
        PERIODIC: lambda desk, wish: [periodic_matrix(desk, wish)],
    }
)
