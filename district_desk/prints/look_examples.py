"""Invented values for the matrix and the list of a day, marked VÍ DỤ."""

from datetime import date
from typing import Final

from district_desk.domain.look_papers import DayLine, DayList, DayPart, MatrixMark, MatrixRow, TaskMatrix
from district_desk.domain.number_papers import NumberCheck, NumberFault, NumberLine
from district_desk.domain.task_looks import CellState

_PARENT: Final = "UBND huyện Ví Dụ"
_BODY: Final = "Văn phòng HĐND và UBND"
_DAY: Final = date(2023, 4, 10)
_DONE: Final = MatrixMark(CellState.DONE, 0, 1)
_NEAR: Final = MatrixMark(CellState.DUE, 0, 1)
_LATE: Final = MatrixMark(CellState.LATE, 1, 1)
_OPEN: Final = MatrixMark(CellState.OPEN, 0, 2)

MATRIX: Final = TaskMatrix(
    _PARENT, _BODY, _DAY, ("chưa xong", "Chỉ thị số 04/CT-UBND (VÍ DỤ)"),
    ("Phòng Nội vụ", "Phòng Tài chính - Kế hoạch", "UBND thị trấn Ví Dụ", "UBND xã Ví Dụ", "UBND xã Mẫu Đơn"),
    (
        MatrixRow("04/CT-UBND", "Mục 1, điểm a",
                  "Xây dựng chương trình, kế hoạch công tác cải cách hành chính trong phạm vi quản lý (VÍ DỤ)",
                  None, (_DONE, _OPEN, None, _OPEN, _OPEN)),
        MatrixRow("04/CT-UBND", "Mục 3, đoạn 2", "Gửi kế hoạch khắc phục tồn tại, hạn chế về UBND huyện (VÍ DỤ)",
                  date(2023, 4, 9), (None, None, _DONE, _LATE, None)),
        MatrixRow("512/SNV-CCHC", "", "Đăng ký sáng kiến cải cách hành chính năm 2023 (VÍ DỤ)", date(2023, 4, 12),
                  (_NEAR, _NEAR, None, _NEAR, _DONE)),
    ),
    cut=False,
)  # fmt: skip

NUMBERS: Final = NumberCheck(
    _PARENT, _BODY, 2023, _DAY, 410, "1", "412",
    (
        NumberLine(NumberFault.GAP, "57 đến 58"),
        NumberLine(NumberFault.OUT_OF_ORDER, "301", date(2023, 3, 6),
                   "Công văn số 322/SNV-CCHC ngày 02/3/2023 của Sở Nội vụ (VÍ DỤ)"),
        NumberLine(NumberFault.NOT_PASSED_ON, "412", date(2023, 4, 7),
                   "Công văn của UBND tỉnh về chấn chỉnh kỷ luật, kỷ cương (VÍ DỤ)", date(2023, 4, 10)),
    ),
)  # fmt: skip

DAY: Final = DayList(
    _PARENT, _BODY, _DAY, 3, tuple(DayPart),
    (
        DayLine(DayPart.LATE, "Gửi kế hoạch khắc phục tồn tại, hạn chế về UBND huyện (VÍ DỤ)", "04/CT-UBND",
                "UBND xã Ví Dụ", date(2023, 4, 9), 1, -1),
        DayLine(DayPart.NEAR, "Trả lời văn bản xin ý kiến của Phòng Nội vụ (VÍ DỤ)", "04/CT-UBND", "UBND xã Mẫu Đơn",
                _DAY, 0, 0),
        DayLine(DayPart.NEAR, "Đăng ký sáng kiến cải cách hành chính năm 2023 (VÍ DỤ)", "512/SNV-CCHC", "Phòng Nội vụ",
                date(2023, 4, 12), -2, 2),
        DayLine(DayPart.SILENT, "Báo cáo kết quả rà soát thủ tục hành chính (VÍ DỤ)", "91/KH-UBND",
                "Phòng Tài nguyên và Môi trường", date(2023, 3, 31), 10, 4, 2),
        DayLine(DayPart.INCOMPLETE, "Cần bổ sung: số, ngày ban hành (VÍ DỤ)", "Công văn của UBND tỉnh", _BODY, None, 0,
                None),
    ),
)  # fmt: skip
