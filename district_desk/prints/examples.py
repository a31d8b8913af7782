"""Invented values for every form, marked VÍ DỤ: a screen shows a form with them before it is used in earnest."""

from datetime import date
from typing import Final

from district_desk.domain.paper import (
    AssignmentSheet,
    FollowUpLine,
    Letterhead,
    ProcessingSlip,
    RegisterBook,
    RegisterLine,
    SheetLine,
)
from district_desk.prints import reform_examples
from district_desk.prints.builders import Values
from district_desk.prints.form_kinds import (
    ASSIGNMENT_SHEET,
    BREAKTHROUGHS,
    DAY_LIST,
    EVIDENCE,
    FOLLOW_UP_REGISTER,
    INDEX_TABLE,
    NUMBER_CHECK,
    PERIODIC_MATRIX,
    PLAN_TABLE,
    PROCESSING_SLIP,
    PROPOSALS,
    RECEIVED_REGISTER,
    REFORM_ANNEX,
    REFORM_REPORT,
    REMINDER_LETTER,
    TASK_LIST,
    TASK_MATRIX,
    TASK_REPORT,
    TASK_SUMMARY,
    UNIT_MEASURES,
    UNIT_PLAN,
)
from district_desk.prints.look_examples import DAY, MATRIX, NUMBERS
from district_desk.prints.report_examples import LATE_LIST, LETTER, PROPOSED, REPORT, SUMMARY

_HEAD: Final = Letterhead("UBND huyện Ví Dụ", "Văn phòng HĐND và UBND", "Ví Dụ", "", date(2023, 3, 31))
_DIRECTIVE: Final = (
    "Chỉ thị số 04/CT-UBND ngày 30/3/2023 của Ủy ban nhân dân huyện Ví Dụ về việc tiếp tục tăng cường, nâng cao "
    "hiệu quả công tác cải cách hành chính trên địa bàn huyện (VÍ DỤ)"
)
_LEADER: Final = "Phó Chủ tịch UBND huyện Nguyễn Văn Ví Dụ"

_LINES: Final = (
    SheetLine(
        "Mục 1, điểm a", "Xây dựng chương trình, kế hoạch công tác cải cách hành chính trong phạm vi quản lý",
        "Chủ trì", "Phòng Nội vụ", "Kế hoạch CCHC năm 2023", "", None, None,
    ),
    SheetLine(
        "Mục 2, điểm đ", "Báo cáo kết quả công tác cải cách hành chính về UBND huyện", "Chủ trì", "", "Báo cáo",
        "hằng quý, 6 tháng, năm và đột xuất", None, None, "qua Phòng Nội vụ",
    ),
    SheetLine(
        "Mục 3, đoạn 2", "Gửi kế hoạch khắc phục tồn tại, hạn chế về UBND huyện", "Chủ trì", "Phòng Nội vụ (tổng hợp)",
        "Kế hoạch khắc phục", "trước ngày 10 tháng 4 năm 2023", date(2023, 4, 9), date(2023, 4, 7),
        "do điểm thành phần về cải cách thủ tục hành chính đạt 71,2%, dưới 75%",
    ),
    SheetLine(
        "Mục 3, đoạn 3", "Trả lời văn bản xin ý kiến của Phòng Nội vụ", "Phối hợp", "Phòng Nội vụ", "Văn bản trả lời",
        "trong thời hạn 05 ngày làm việc", date(2023, 4, 7), date(2023, 4, 7),
    ),
)  # fmt: skip

_SHEET: Final = AssignmentSheet(
    letterhead=_HEAD,
    unit="UBND xã Ví Dụ",
    directive=_DIRECTIVE,
    directive_short="Chỉ thị số 04/CT-UBND ngày 30/3/2023 của UBND huyện Ví Dụ",
    arrival="411",
    arrived=date(2023, 3, 30),
    opinion="Giao các đơn vị thực hiện đúng thời hạn",
    leader=_LEADER,
    opinion_on=date(2023, 3, 31),
    lines=_LINES,
    report_to="Văn phòng HĐND và UBND",
    report_hour="17",
    report_by=date(2023, 4, 7),
    return_days=1,
    cc=("Như trên", "Chủ tịch, các PCT UBND huyện", "Phòng Nội vụ", "Lưu: VT, VP"),
    authority="TL. CHỦ TỊCH",
    signer_title="CHÁNH VĂN PHÒNG",
    signer="Trần Thị Ví Dụ",
    code="123456789012345678",
)

_SLIP: Final = ProcessingSlip(
    letterhead=_HEAD,
    directive=_DIRECTIVE,
    leads="Phòng Nội vụ",
    partners="Phòng Tài chính - Kế hoạch; UBND các xã, thị trấn",
    dues="Trước ngày 10/4/2023",
    opinion="",
    leader=_LEADER,
    opinion_on=date(2023, 3, 31),
    code="123456789012345678",
)

_RECEIVED: Final = (
    RegisterLine(
        date(2023, 3, 30), "409", "Thủ tướng Chính phủ", "280/CĐ-TTg", date(2023, 4, 19),
        "Công điện về chấn chỉnh, tăng cường trách nhiệm trong xử lý công việc của bộ, cơ quan, địa phương (VÍ DỤ)",
        "Văn phòng; các phòng, ban", date(2023, 3, 30), "",
    ),
    RegisterLine(
        date(2023, 3, 30), "410", "Sở Nội vụ", "512/SNV-CCHC", date(2023, 3, 29),
        "Công văn V/v đăng ký sáng kiến cải cách hành chính năm 2023 (VÍ DỤ)", "Phòng Nội vụ", date(2023, 3, 30), "",
    ),
    RegisterLine(
        date(2023, 3, 30), "411", "UBND huyện Ví Dụ", "04/CT-UBND", date(2023, 3, 30),
        "Chỉ thị về việc tiếp tục tăng cường, nâng cao hiệu quả công tác cải cách hành chính trên địa bàn (VÍ DỤ)",
        "Các phòng, ban; UBND các xã, thị trấn", date(2023, 3, 31), "04 trang",
    ),
    RegisterLine(
        date(2023, 3, 31), "412", "UBND tỉnh", "/UBND-NC", None,
        "Công văn V/v tiếp tục chấn chỉnh, tăng cường kỷ luật, kỷ cương trong cơ quan hành chính các cấp (VÍ DỤ)",
        "Các phòng, ban; UBND các xã, thị trấn", date(2023, 4, 3), "Văn bản chưa ghi số, ngày",
    ),
)  # fmt: skip

_FOLLOW_UP: Final = (
    FollowUpLine("410", "Công văn số 512/SNV-CCHC ngày 29/3/2023 của Sở Nội vụ (VÍ DỤ)", "Phòng Nội vụ", "10/4/2023",
                 "Hoàn thành đúng hạn", "25/BC-NV", ""),
    FollowUpLine("411", "Chỉ thị số 04/CT-UBND ngày 30/3/2023 của UBND huyện Ví Dụ (VÍ DỤ)", "UBND xã Ví Dụ",
                 "Trước ngày 10/4/2023", "Đang thực hiện, trong hạn", "", ""),
    FollowUpLine("411", "Chỉ thị số 04/CT-UBND ngày 30/3/2023 của UBND huyện Ví Dụ (VÍ DỤ)", "Phòng Nội vụ", "",
                 "Đang thực hiện, không quy định thời hạn", "", ""),
)  # fmt: skip


def _book(lines: tuple[RegisterLine, ...] | tuple[FollowUpLine, ...], as_of: date | None = None) -> RegisterBook:
    return RegisterBook(
        parent="UBND huyện Ví Dụ", body="Văn phòng HĐND và UBND", year=2023, first_day=date(2023, 3, 30),
        last_day=date(2023, 3, 31), first_number="409", last_number="412", volume="01", lines=lines, as_of=as_of,
    )  # fmt: skip


EXAMPLES: Final[dict[str, Values]] = {
    ASSIGNMENT_SHEET: _SHEET,
    PROCESSING_SLIP: _SLIP,
    RECEIVED_REGISTER: _book(_RECEIVED),
    FOLLOW_UP_REGISTER: _book(_FOLLOW_UP, date(2023, 4, 3)),
    TASK_REPORT: REPORT,
    TASK_SUMMARY: SUMMARY,
    TASK_LIST: LATE_LIST,
    REMINDER_LETTER: LETTER,
    PROPOSALS: PROPOSED,
    TASK_MATRIX: MATRIX,
    NUMBER_CHECK: NUMBERS,
    DAY_LIST: DAY,
    INDEX_TABLE: reform_examples.INDEX,
    PLAN_TABLE: reform_examples.PLANS,
    UNIT_PLAN: reform_examples.PLAN,
    UNIT_MEASURES: reform_examples.MEASURES,
    BREAKTHROUGHS: reform_examples.WORKS,
    REFORM_REPORT: reform_examples.REPORT,
    REFORM_ANNEX: reform_examples.ANNEX,
    EVIDENCE: reform_examples.EVIDENCE,
    PERIODIC_MATRIX: reform_examples.PERIODIC,
}
"""The values of each form, by its name."""
