"""Invented values for the forms about reform, marked VÍ DỤ; the figures of the table, the plan and the report agree."""

from datetime import date
from typing import Final

from district_desk.domain.paper import Letterhead, SignatureBlock
from district_desk.domain.periodic_reports import ReportState
from district_desk.domain.points import ONE
from district_desk.domain.reform_papers import (
    DomainHead,
    EvidenceLine,
    EvidenceTable,
    IndexFigures,
    IndexRow,
    IndexTable,
    MeasureLine,
    MeasureTable,
    PeriodFigures,
    PeriodHead,
    PeriodicMatrix,
    PeriodMark,
    PlanFigures,
    PlanLine,
    PlanTable,
    ReformAnnex,
    ReformReport,
    UnitPlan,
    UnitShares,
    WorkLine,
    WorkTable,
)
from district_desk.domain.reporting import Figures, Summary

_OWN: Final = "UBND huyện Ví Dụ"
_BUREAU: Final = "Văn phòng HĐND và UBND"
_SIGNER: Final = "Trần Thị Ví Dụ"
_ROOM: Final = "\u00a0" * 8
_YEAR: Final = 2022
_DAY: Final = date(2023, 4, 10)
_CC: Final = ("Chủ tịch, các PCT UBND huyện", "Phòng Nội vụ", "Lưu: VT, VP")
_HEAD: Final = Letterhead(_OWN, _BUREAU, "Ví Dụ", "", _DAY)
_SIGNED: Final = SignatureBlock(("CHÁNH VĂN PHÒNG",), _SIGNER)
_GOOD: Final = "Hoàn thành tốt nhiệm vụ"
_FAIR: Final = "Hoàn thành nhiệm vụ"

_DOMAINS: Final = (
    DomainHead("Công tác chỉ đạo, điều hành cải cách hành chính", "CĐĐH", 15 * ONE),
    DomainHead("Xây dựng và tổ chức thực hiện văn bản quy phạm pháp luật", "THỂ CHẾ", 10 * ONE),
    DomainHead("Cải cách thủ tục hành chính", "TTHC", 20 * ONE),
    DomainHead("Cải cách tổ chức bộ máy", "TCBM", 10 * ONE),
    DomainHead("Cải cách chế độ công vụ", "CĐCV", 15 * ONE),
    DomainHead("Cải cách tài chính công", "TCC", 10 * ONE),
    DomainHead("Xây dựng và phát triển chính quyền điện tử, chính quyền số", "CQĐT", 20 * ONE),
)


def _row(unit: str, points: tuple[float, ...], rank: int, rating: str) -> IndexRow:
    given = tuple(round(each * ONE) for each in points)
    return IndexRow(unit, given, sum(given), rank, rating)


_ROWS: Final = (
    _row("UBND thị trấn Ví Dụ", (13.5, 9, 17.5, 9, 13, 9, 16), 1, _GOOD),
    _row("UBND xã Ví Dụ", (12, 8.5, 14.99, 8.5, 12, 8, 15), 3, _FAIR),
    _row("UBND xã Mẫu Đơn", (12.5, 8, 16, 9, 12.5, 8.5, 14.5), 2, _FAIR),
)
_PICTURE: Final = UnitShares(
    "UBND xã Ví Dụ",
    (80 * ONE, 85 * ONE, 74_950_000, 85 * ONE, 80 * ONE, 80 * ONE, 75 * ONE),
    (78 * ONE, 85 * ONE, 81 * ONE, 80 * ONE, None, 82 * ONE, 70 * ONE),
)
INDEX: Final = IndexTable(
    _HEAD, _YEAR, "Quyết định số 15/QĐ-UBND ngày 10/3/2023 của UBND huyện Ví Dụ (VÍ DỤ)", True, _DOMAINS, _ROWS,
    75 * ONE, (_PICTURE,), _CC, _SIGNED,
)  # fmt: skip

PLANS: Final = PlanTable(
    _HEAD, _YEAR, date(2023, 4, 12), False, ("TTHC", "CQĐT-CQS"),
    (
        PlanLine("UBND xã Ví Dụ", _FAIR, (74_950_000, 75 * ONE),
                 "xếp loại “Hoàn thành nhiệm vụ”; Cải cách thủ tục hành chính đạt 74,95%", date(2023, 4, 9), None, "", 3,
                 True, "VÍ DỤ"),
        PlanLine("UBND xã Mẫu Đơn", _FAIR, (80 * ONE, 72_500_000),
                 "xếp loại “Hoàn thành nhiệm vụ”; Xây dựng và phát triển chính quyền điện tử, chính quyền số đạt 72,50%",
                 date(2023, 4, 9), date(2023, 4, 11), "25/KH-UBND", 2, False, "VÍ DỤ; yêu cầu bổ sung"),
    ),
    _CC, _SIGNED,
)  # fmt: skip

_MEASURES: Final = (
    MeasureLine("Cải cách thủ tục hành chính", "3.2. Tỷ lệ hồ sơ giải quyết đúng hạn", 8 * ONE, round(5.99 * ONE),
                "Hồ sơ đất đai quá hạn nhiều (VÍ DỤ)", "Phối hợp giữa bộ phận Một cửa và công chức chậm",
                "Công chức địa chính; Phó Chủ tịch phụ trách", "Niêm yết và giao ban hồ sơ sắp đến hạn hằng ngày",
                "Quý II/2023", "Báo cáo tháng"),
    MeasureLine("Xây dựng và phát triển chính quyền điện tử, chính quyền số", "7.1. Dịch vụ công trực tuyến", 10 * ONE, 6 * ONE,
                "", "", "", "", "", ""),
)  # fmt: skip
PLAN: Final = UnitPlan(
    letterhead=Letterhead("", "Ủy ban nhân dân\nxã Ví Dụ", "Ví Dụ", f"Số:{_ROOM}/KH-UBND", None),
    unit="UBND xã Ví Dụ", year=_YEAR, upper=_OWN,
    basis=("Chỉ thị số 04/CT-UBND ngày 30/3/2023 của UBND huyện Ví Dụ về cải cách hành chính (VÍ DỤ)",),
    purpose="", domains=_DOMAINS, row=_ROWS[1], ranked=3, picture=_PICTURE, limit=75 * ONE, measures=_MEASURES,
    organisation="", receiver=" (qua Phòng Nội vụ)", cc=("UBND huyện Ví Dụ", "Phòng Nội vụ", "Lưu: VT"),
    signature=SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), ""),
)  # fmt: skip
MEASURES: Final = MeasureTable(
    "UBND xã Ví Dụ", _YEAR, f"Kế hoạch số{_ROOM}/KH-UBND ngày ……/……/20…… của UBND xã Ví Dụ", _MEASURES
)

WORKS: Final = WorkTable(
    _HEAD, _YEAR, date(2023, 6, 30),
    (
        WorkLine("UBND xã Ví Dụ", "Ngày thứ Sáu không hẹn tại bộ phận Một cửa (VÍ DỤ)",
                 "Giải quyết ngay các thủ tục chứng thực", "3.2", "Quý II/2023", "Đã áp dụng từ tháng 5", ""),
        WorkLine("UBND xã Mẫu Đơn", "", "", "", "", "", ""),
    ),
    _CC, _SIGNED,
)  # fmt: skip

EVIDENCE: Final = EvidenceTable(
    Letterhead("", "Ủy ban nhân dân\nxã Ví Dụ", "Ví Dụ", "", date(2023, 1, 9)), "UBND xã Ví Dụ", _YEAR, 3, 1,
    (
        EvidenceLine("1.1", "Kế hoạch cải cách hành chính năm", "Kế hoạch của đơn vị",
                     "02/KH-UBND ngày 05/01/2022, kế hoạch cải cách hành chính (VÍ DỤ)", "01-1.1-ke-hoach.pdf"),
        EvidenceLine("1.3", "Báo cáo cải cách hành chính định kỳ", "Báo cáo quý, 6 tháng, năm",
                     "31/BC-UBND ngày 12/3/2022", "02-1.3-bao-cao-quy-1.pdf"),
        EvidenceLine("1.3", "Báo cáo cải cách hành chính định kỳ", "Báo cáo quý, 6 tháng, năm",
                     "77/BC-UBND ngày 10/6/2022", ""),
        EvidenceLine("3.4", "Thư xin lỗi khi trễ hạn", "Thư xin lỗi", "", ""),
    ),
    ("UBND huyện Ví Dụ", "Lưu: VT"), SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), ""),
)  # fmt: skip

PERIODIC: Final = PeriodicMatrix(
    _OWN, _BUREAU, "Báo cáo công tác cải cách hành chính (VÍ DỤ)", 2023, date(2023, 6, 30),
    (PeriodHead("Quý I", date(2023, 3, 10)), PeriodHead("6 tháng", date(2023, 6, 10)), PeriodHead("Quý III", date(2023, 9, 10)),
     PeriodHead("Năm", date(2023, 11, 25))),
    (
        ("Phòng Nội vụ", (PeriodMark(ReportState.IN_TIME, 0, date(2023, 3, 9)), PeriodMark(ReportState.MERGED, 0, None),
                          PeriodMark(ReportState.NOT_DUE, 0, None), PeriodMark(ReportState.NOT_DUE, 0, None))),
        ("UBND xã Ví Dụ", (PeriodMark(ReportState.LATE, 3, date(2023, 3, 13)), PeriodMark(ReportState.MISSING, 20, None),
                           PeriodMark(ReportState.NOT_DUE, 0, None), None)),
    ),
)  # fmt: skip

REPORT: Final = ReformReport(
    letterhead=Letterhead(_OWN, _BUREAU, "Ví Dụ", f"Số:{_ROOM}/BC-VP", date(2023, 6, 19)), to="UBND tỉnh Ví Dụ",
    body=_OWN, period="6 tháng", year=2023, first=date(2022, 12, 15), last=date(2023, 6, 14), as_of=date(2023, 6, 14),
    index=IndexFigures(
        _YEAR, 3, 82_330_000, "UBND thị trấn Ví Dụ", "UBND xã Ví Dụ", ((_GOOD, 1), (_FAIR, 2)),
        tuple(zip(_DOMAINS, (84_444_444, 85 * ONE, 80_816_666, 88_333_333, 83_333_333, 85 * ONE, 75_833_333), strict=True)),
        (("UBND thị trấn Ví Dụ", 87 * ONE), ("UBND xã Mẫu Đơn", 81 * ONE), ("UBND xã Ví Dụ", 78_990_000)), 75 * ONE,
    ),
    plans=PlanFigures(2, 0, 1, 0, ("UBND xã Ví Dụ",)), works=1, work_units=1,
    periodic=PeriodFigures(2, 0, 0, 1, ("UBND xã Ví Dụ",)), directives=2,
    tasks=Summary(Figures(12, 2, 3, 4, 1, 0)),
    texts=(("leading", "Ban hành kế hoạch cải cách hành chính năm (VÍ DỤ).\nTổ chức hội nghị quán triệt đến các xã, thị trấn."),
           ("procedures", "Niêm yết, công khai 100% thủ tục hành chính tại bộ phận Một cửa (VÍ DỤ).")),
    cc=("Như trên", *_CC), signature=_SIGNED,
)  # fmt: skip
ANNEX: Final = ReformAnnex(
    f"Báo cáo số{_ROOM}/BC-VP ngày 19 tháng 6 năm 2023 của Văn phòng HĐND và UBND (VÍ DỤ)", REPORT
)
