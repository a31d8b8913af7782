"""Invented values for reports, letters and lists about tasks, marked VÍ DỤ; the figures of the report and its summary agree."""

from datetime import date
from typing import Final

from district_desk.domain.paper import (
    Division,
    Letterhead,
    ProposalLine,
    ProposalList,
    ReminderLetter,
    SignatureBlock,
    SummaryGroup,
    SummaryRow,
    SummaryTable,
    TaskLine,
    TaskList,
    TaskListKind,
    TaskReport,
)
from district_desk.domain.reporting import Figures, Period, Summary, Tier

PERIOD: Final = Period(date(2023, 1, 1), date(2023, 9, 30), date(2023, 9, 30))
_BUREAU_HEAD: Final = Letterhead(
    "UBND huyện Ví Dụ",
    "Văn phòng HĐND và UBND",
    "Ví Dụ",
    "Số:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-VP",
    date(2023, 10, 2),
)
_COMMITTEE_HEAD: Final = Letterhead(
    "",
    "Ủy ban nhân dân\nhuyện Ví Dụ",
    "Ví Dụ",
    "Số:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/UBND-VP",
    date(2023, 10, 2),
)
_BUREAU: Final = "Văn phòng HĐND và UBND"
_OWN: Final = "UBND huyện Ví Dụ"
_OWN_HEAD: Final = "Chủ tịch UBND huyện"
_SIGNER: Final = "Trần Thị Ví Dụ"

_ROOMS: Final = (
    SummaryRow("Phòng Nội vụ", Summary(Figures(31, 4, 9, 6, 0, 3), Figures(3, 1, 0, 0, 0, 1))),
    SummaryRow("Phòng Tài chính - Kế hoạch", Summary(Figures(42, 11, 7, 9, 2, 1), Figures(2, 2, 1, 0, 1, 0))),
    SummaryRow("Phòng Tài nguyên và Môi trường", Summary(Figures(38, 21, 5, 11, 6, 2), Figures(1, 4, 0, 0, 2, 0))),
)
_SERVICES: Final = (
    SummaryRow("Ban Quản lý dự án đầu tư xây dựng", Summary(Figures(12, 3, 1, 4, 1, 0))),
    SummaryRow("Trung tâm Văn hóa, Thông tin và Thể thao", Summary(Figures(9, 0, 2, 1, 0, 0))),
)
_OTHERS: Final = (SummaryRow("Công an huyện", Summary(Figures(14, 1, 6, 2, 0, 1))),)
_COMMUNES: Final = (
    SummaryRow("UBND thị trấn Ví Dụ", Summary(Figures(22, 2, 4, 3, 0, 1))),
    SummaryRow("UBND xã Ví Dụ", Summary(Figures(17, 8, 4, 3, 2, 1), Figures(0, 1, 0, 0, 1, 0))),
    SummaryRow("UBND xã Mẫu Đơn", Summary(Figures(19, 5, 4, 3, 1, 1), recalled=1)),
)
_GROUPS: Final = (
    SummaryGroup("Các phòng, ban chuyên môn", _ROOMS),
    SummaryGroup("Đơn vị sự nghiệp", _SERVICES),
    SummaryGroup("Cơ quan khác trên địa bàn", _OTHERS),
    SummaryGroup("UBND các xã, thị trấn", _COMMUNES),
)
_ALL: Final = tuple(row.summary for group in _GROUPS for row in group.rows)
_WHOLE: Final = Summary(
    sum((each.given for each in _ALL), Figures()), sum((each.carried for each in _ALL), Figures()), recalled=1
)
_UPPER: Final = Summary(Figures(51, 12, 9, 11, 3, 2), Figures(3, 2, 0, 0, 2, 0))
_PARTY: Final = Summary(Figures(14, 0, 3, 2, 0, 0))
_OWN_GIVEN: Final = Summary(
    Figures(204 - 65, 55 - 12, 42 - 12, 42 - 13, 12 - 3, 10 - 2), Figures(3, 6, 1, 0, 2, 1), recalled=1
)

_LATE: Final = (
    TaskLine("Chỉ thị số 04/CT-UBND ngày 30/3/2023 (VÍ DỤ)", "Gửi kế hoạch khắc phục tồn tại, hạn chế về UBND huyện",
             "UBND xã Ví Dụ", date(2023, 4, 9), 174, "Chưa đủ số liệu của các thôn", "02 lần; gần nhất 05/9/2023 (Công văn số 812/UBND-VP)"),
    TaskLine("Công văn số 512/SNV-CCHC ngày 29/3/2023 (VÍ DỤ)", "Đăng ký sáng kiến cải cách hành chính năm 2023",
             "UBND xã Ví Dụ", date(2023, 8, 31), 30, "", "01 lần; 15/9/2023 (điện thoại)"),
    TaskLine("Kế hoạch số 91/KH-UBND ngày 12/7/2023 (VÍ DỤ)", "Báo cáo kết quả rà soát thủ tục hành chính lĩnh vực đất đai thuộc thẩm quyền giải quyết của UBND huyện",
             "Phòng Tài nguyên và Môi trường", date(2023, 9, 15), 15),
)  # fmt: skip
_LETTER_LINES: Final = tuple(
    TaskLine(line.document, line.text, line.unit, line.due, line.days, "", reminded)
    for line, reminded in zip(_LATE[:2], ("02 lần", "01 lần"), strict=True)
)

REPORT: Final = TaskReport(
    letterhead=_BUREAU_HEAD, to=_OWN, bureau=_BUREAU, own_body=_OWN, own_head=_OWN_HEAD,
    upper_body="UBND tỉnh Ví Dụ", lower="UBND các xã, thị trấn", period=PERIOD, documents=3187, directives=142,
    whole=_WHOLE, carried_by_year=((2021, Figures(0, 2, 0, 0, 1, 0)), (2022, Figures(6, 6, 1, 0, 3, 1))),
    tiers=((Tier.UPPER, _UPPER), (Tier.OWN, _OWN_GIVEN), (Tier.OTHER, _PARTY)),
    others=(("Huyện ủy Ví Dụ", _PARTY),),
    late_units=(("Phòng Tài nguyên và Môi trường", 8), ("UBND xã Ví Dụ", 3), ("Phòng Tài chính - Kế hoạch", 3),
                ("Ban Quản lý dự án đầu tư xây dựng", 1), ("UBND xã Mẫu Đơn", 1)),
    longest_late=174, long_late=1, near=11, near_days=3,
    praised=("Trung tâm Văn hóa, Thông tin và Thể thao",), reminded=("Phòng Tài nguyên và Môi trường",),
    accountable=("UBND xã Ví Dụ",), causes="", next_steps="",
    cc=("Như trên", "Chủ tịch, các PCT UBND huyện", "Phòng Nội vụ", "Lưu: VT, VP"),
    signature=SignatureBlock(("CHÁNH VĂN PHÒNG",), _SIGNER),
)  # fmt: skip

ATTACHED: Final = "Báo cáo số\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-VP ngày 02 tháng 10 năm 2023 của Văn phòng HĐND và UBND huyện Ví Dụ"
SUMMARY: Final = SummaryTable("I", ATTACHED, Division.UNIT, PERIOD, _GROUPS, _WHOLE)
LATE_LIST: Final = TaskList("II", ATTACHED, TaskListKind.OVERDUE, PERIOD.as_of, 3, _LATE)

LETTER: Final = ReminderLetter(
    letterhead=_COMMITTEE_HEAD, to=("UBND xã Ví Dụ",), bureau=_BUREAU, own_body=_OWN, own_head=_OWN_HEAD,
    directives=(
        ("Chỉ thị số 04/CT-UBND ngày 30/3/2023 của UBND huyện Ví Dụ về việc tiếp tục tăng cường, nâng cao hiệu quả "
         "công tác cải cách hành chính trên địa bàn huyện (VÍ DỤ)"),
        "Công văn số 512/SNV-CCHC ngày 29/3/2023 của Sở Nội vụ về việc đăng ký sáng kiến cải cách hành chính năm 2023",
    ),
    earlier=("Công văn số 533/UBND-VP ngày 20/5/2023 (lần 1)", "Công văn số 812/UBND-VP ngày 05/9/2023 (lần 2)"),
    time=3, as_of=PERIOD.as_of, lines=_LETTER_LINES, new_day=date(2023, 10, 6),
    cc=("Như trên", "Chủ tịch, các PCT UBND huyện", "Phòng Nội vụ", "Lưu: VT, VP"),
    signature=SignatureBlock(("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), _SIGNER),
)  # fmt: skip

PROPOSED: Final = ProposalList(
    letterhead=Letterhead("UBND huyện Ví Dụ", _BUREAU, "Ví Dụ", "", date(2023, 10, 2)), period=PERIOD,
    praised=(ProposalLine("Trung tâm Văn hóa, Thông tin và Thể thao", Summary(Figures(9, 0, 2, 1, 0, 0)), 0, 0, ()),),
    reminded=(ProposalLine(
        "Phòng Tài nguyên và Môi trường", _ROOMS[2].summary, 41, 5,
        ("Kế hoạch số 91/KH-UBND ngày 12/7/2023 (quá hạn 15 ngày)", "Công văn số 377/UBND-TNMT ngày 03/8/2023 (quá hạn 41 ngày)"),
    ),),
    accountable=(ProposalLine(
        "UBND xã Ví Dụ", _COMMUNES[1].summary, 174, 3,
        ("Chỉ thị số 04/CT-UBND ngày 30/3/2023 (quá hạn 174 ngày, đôn đốc 02 lần)",
         "Công văn số 512/SNV-CCHC ngày 29/3/2023 (quá hạn 30 ngày, đôn đốc 01 lần) (VÍ DỤ)"),
    ),),
    cc=("Chủ tịch, các PCT UBND huyện", "Phòng Nội vụ", "Lưu: VT, VP"),
    signature=SignatureBlock(("CHÁNH VĂN PHÒNG",), _SIGNER),
)  # fmt: skip
