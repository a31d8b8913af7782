"""The sentences about how long documents waited at the desk."""

from collections.abc import Mapping
from typing import Final

from district_desk.desk.delays import Meter
from district_desk.domain.entry_delays import Entry, Stage
from district_desk.ui.words import count, day

TABLE: Final = "Văn bản vào sổ, chuyển hoặc giao việc chậm"
TIP: Final = "Xem từng văn bản vào sổ, chuyển hoặc giao việc chậm; Enter mở văn bản, bấm lần nữa để trở lại"
_STAGES: Final = ((Stage.ENTERED, "vào sổ"), (Stage.PASSED_ON, "chuyển"), (Stage.ASSIGNED, "giao việc"))


def waiting(meter: Meter, days: int) -> str:
    """How long received documents waited at the desk, against Decree 30/2020 art. 4 and the office's own measure."""
    if not meter.documents:
        return f"{days} ngày qua chưa nhận văn bản nào."
    told = ", ".join(f"{name} chậm {count(meter.late[stage])}" for stage, name in _STAGES)
    means = ", ".join(f"{name} {_tenths(meter.mean[stage])}" for stage, name in _STAGES)
    return f"{days} ngày qua nhận {count(meter.documents)} văn bản: {told}. Trung bình sau (ngày làm việc): {means}."


def documents(number: int) -> str:
    """The button that shows them."""
    return f"Xem {count(number)} văn bản chậm"


def slow(days: int) -> str:
    """By how many working days the slowest step of a document was late."""
    return f"Chậm {days} ngày"


def steps(entry: Entry, over: Mapping[Stage, int]) -> str:
    """Which steps of a document are, or were, late, each by its working days."""
    told = [
        f"{'chưa ' if entry.on(stage) is None else ''}{name}, chậm {over[stage]} ngày làm việc"
        for stage, name in _STAGES
        if stage in over
    ]
    return f"Đến ngày {day(entry.arrived)}: {'; '.join(told)}"


def _tenths(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
