"""The sentences of the grid of scores."""

from typing import Final

from district_desk.domain.reform_scores import Stage
from district_desk.ui.words import count

TITLE: Final = "Bảng nhập điểm"
STAGE: Final = "Lần chấm"
STAGES: Final = {
    Stage.SELF: "Tự chấm", Stage.FIRST: "Thẩm định lần 1", Stage.SECOND: "Thẩm định lần 2",
    Stage.SURVEY: "Điều tra XHH",
}  # fmt: skip
LOOK: Final = "Xem"
BY_UNITS: Final = "Các đơn vị"
BY_CRITERIA: Final = "Một đơn vị"
DOMAIN: Final = "Lĩnh vực"
DOMAINS: Final = "Các lĩnh vực"
ALL_CRITERIA: Final = "Tất cả tiêu chí"
UNIT: Final = "Đơn vị"
SUM: Final = "Cộng"
SUM_TIP: Final = "Tổng điểm của lần chấm đang xem"
PERCENT_TIP: Final = "Tổng điểm so với điểm tối đa"
UNIT_COLUMNS: Final = (
    ("maximum", "Tối đa", "Điểm tối đa", 7),
    ("declared", "Số liệu kê khai", "Đơn vị kê khai: số liệu, Có, Không", 16),
    ("self_points", "Tự chấm", "Điểm tự chấm", 8),
    ("first_points", "Thẩm định 1", "Điểm thẩm định lần 1", 10),
    ("explanation", "Giải trình", "Đơn vị giải trình sau thẩm định lần 1", 22),
    ("second_points", "Thẩm định 2", "Điểm thẩm định lần 2", 10),
    ("survey_points", "XHH", "Điểm điều tra xã hội học", 7),
    ("counted", "Được tính", "Điểm thẩm định sau cùng cộng điểm điều tra XHH", 9),
    ("percent", "%", "Điểm được tính so với điểm tối đa", 8),
    ("note", "Ghi chú", "Ghi chú", 18),
)
FIELDS: Final = {field: tip for field, _, tip, _ in UNIT_COLUMNS}
IS_SUM: Final = "Ô này là tổng của các tiêu chí thành phần; hãy ghi điểm ở từng tiêu chí."
IS_RECKONED: Final = "Ô này do chương trình tính, không ghi được."
SAME: Final = "Chọn một vùng liền nhau để sao."
NOTHING_TO_PASTE: Final = "Chưa có gì để dán: hãy sao một vùng trong Excel trước."
NO_HISTORY: Final = "Ô này chưa từng có điểm."
KEYS: Final = (
    "Gõ để ghi đè · F2 sửa · Enter xuống dưới · Tab sang phải · Delete xóa · Ctrl+C, Ctrl+V sao và dán với Excel · "
    "Esc ra khỏi bảng"
)
EMPTY: Final = "(trống)"


def most(points: str) -> str:
    """A criterion's maximum."""
    return f"Tối đa {points} điểm"


def too_large(rows: int, columns: int, left_rows: int, left_columns: int) -> str:
    """A block that does not fit below and to the right of the chosen cell."""
    return (
        f"Vùng dán có {rows} dòng, {columns} cột; từ ô đang chọn chỉ còn {left_rows} dòng, {left_columns} cột. "
        "Chưa ghi gì."
    )


def bad_cells(first: str, sentence: str, more: int) -> str:
    """A block with cells that cannot be: the first one, and how many more."""
    others = f" (và {more} ô khác)" if more else ""
    return f"{first}{others}: {sentence}"


def cell_name(unit: str, criterion: str) -> str:
    """A cell by its unit and criterion."""
    return f"{unit} · {criterion}" if criterion else unit


def past(old: str, new: str, when: str, officer: str) -> str:
    """One change of a cell."""
    return f"{when}: {old or EMPTY} → {new or EMPTY}" + (f" ({officer})" if officer else "")


def foot(year: int, units: int, cells: int) -> str:
    """The page's half of the foot line."""
    return f"Điểm năm {year} · {count(units)} đơn vị · {count(cells)} ô đã có điểm"
