"""The settings as a clerk meets them: in which group each stands, what can be chosen, what is wrong with a value."""

from collections.abc import Mapping
from typing import Any, Final

from district_desk.domain.office import SETTING_KEYS
from district_desk.ui.catalogue.words import AUTHORITIES
from district_desk.ui.words import WEEKDAYS

NOT_A_SETTING: Final = ("profile", "example_day")
"""What an office was founded with: not a matter of choice afterwards."""
OTHERS: Final = "Thiết lập khác"
_GROUPS: Final = (
    ("Cơ quan", ("level", "symbol", "body", "body_short", "parent_body", "upper_body", "province", "place", "own_head",
                 "lower_units")),
    ("Văn phòng, liên hệ", ("bureau", "bureau_unit", "officer", "phone", "email", "address", "organ_id")),
    ("Ký và in", ("signer_authority", "signer_title", "signer_name", "sheet_number")),
    ("Sổ văn bản đến", ("automatic_numbers", "first_number", "assign_days", "alike_days")),
    ("Cách tính thời hạn", ("before_is_inclusive", "roll_calendar_days", "immediate_days", "internal_lead_days",
                            "work_hours", "report_hour")),
    ("Theo dõi, gia hạn, hoàn thành", ("near_due_days", "return_days", "extension_limit", "extension_days",
                                       "review_months", "result_file_required",
                                       "answer_days", "praise_from", "account_after", "long_late_days")),
    ("Báo cáo định kỳ", ("week_report_day", "month_report_day", "quarter_report_day", "half_year_report_day",
                         "year_report_day", "unspecified_months", "data_day", "gather_days", "send_up_days",
                         "periods_ahead_days", "longest_report_only")),
)  # fmt: skip
_KNOWN: Final = frozenset(key for _, keys in _GROUPS for key in keys)
_LEFT: Final = tuple(key for key in SETTING_KEYS if key not in _KNOWN and key not in NOT_A_SETTING)
SETTING_GROUPS: Final = (*_GROUPS, *(((OTHERS, _LEFT),) if _LEFT else ()))
"""Headings with their settings; together every setting of the office, also one that is too new to have its place."""
_EVERY: Final = {1: "hằng tháng", 3: "hằng quý", 6: "6 tháng một lần", 12: "hằng năm"}
CHOICES: Final[Mapping[str, Mapping[Any, str]]] = {
    "level": {"huyện": "Cấp huyện", "xã": "Cấp xã"},
    "week_report_day": {place + 2: name for place, name in enumerate(WEEKDAYS)},
    "review_months": _EVERY,
    "unspecified_months": _EVERY,
}
OFFERS: Final[Mapping[str, Mapping[str, str]]] = {"signer_authority": AUTHORITIES}
_MARK: Final = "Ghi ngày bằng hai chữ số: 20, hoặc -25 (tháng trước), +05 (tháng sau)."
_FAULTS: Final = {
    "month_report_day": _MARK,
    "quarter_report_day": _MARK,
    "half_year_report_day": _MARK,
    "year_report_day": _MARK,
    "data_day": "Ghi từ 0 đến 27; 0 là hết tháng.",
    "answer_days": "Ghi từ 1 đến 60 ngày làm việc.",
    "praise_from": "Ghi từ 1 việc trở lên.",
    "long_late_days": "Ghi từ 1 ngày trở lên.",
    "alike_days": "Ghi từ 0 đến 60 ngày.",
}


def fault(key: str) -> str:
    """What to write where a setting cannot have the value that stands there."""
    return _FAULTS.get(key, "Giá trị này không dùng được.")
