"""The patterns of the due grammar (DOMAIN 8.3), each with the function that turns a match into a rule.

A pattern is strict when the words alone prove a limit, and loose when they may as well be style ("kịp thời",
"theo quy định"): strict ones are looked for everywhere, loose ones only where a limit is known to stand. In the
sources a blank may be a line end, so a blank in a pattern is any run of blanks.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from district_desk.domain.due import LAST_WORKING_DAY, SAME_DAY, DueKind, DueRule, Frequency
from district_desk.domain.written_dates import DATE, PERIOD, made, names_year, read_date, read_period_end

ReadMatch = Callable[[re.Match[str], date | None], DueRule | None]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern, its reading, and whether it is loose. A group ``p`` narrows the phrase to a part of the match.

    ``words``: one of these stands in every match, in any case; a text without them need not be searched.
    """

    regex: re.Pattern[str]
    read: ReadMatch
    loose: bool = False
    words: tuple[str, ...] = ()


def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE | re.MULTILINE)


_COMMON_YEAR: Final = 2025
"""A year without the 29th of February, which most years do not have."""
_EVERY: Final = r"(?:hằng|hàng|mỗi)"
_NTH: Final = r"(?:mồng |mùng )?\d{1,2}(?![\d/])"
_HOUR: Final = r"\d{1,2}\s*(?:giờ|h|g)(?:\s*\d{2}(?:\s*phút|['’])?)?"
_DAYS: Final = rf"ngày {_NTH}(?:\s*(?:,|và|hoặc)\s*(?:ngày )?{_NTH})*"
_OF_QUARTER: Final = rf"(?:của )?(?:tháng )?(?:cuối(?: cùng)?|đầu(?: tiên)?|thứ \w+) (?:của |trong )?(?:{_EVERY} )?quý(?: (?:trước|sau|tiếp theo))?"
_OF_MONTH: Final = (
    rf"(?:của )?(?:{_EVERY} tháng|tháng (?:trước|sau|kế tiếp|tiếp theo|liền kề)(?: đó| liền kề| của kỳ báo cáo)?)"
)
_DATES: Final = rf"{DATE}(?:\s*(?:,|;|và|hoặc)\s*(?:trước )?{DATE})*"
_WEEKDAY: Final = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_ON_DEMAND: Final = (
    r"(?:\s*\(?\s*(?:,|hoặc|và|hoặc khi|và khi)\s*(?:báo cáo )?đột xuất(?: khi (?:có|được) yêu cầu| theo yêu cầu)?\)?)?"
)
_LEAD: Final = (
    r"(?P<lead>(?:(?:chậm|muộn|trễ) nhất|hạn (?:cuối|chót)(?: cùng)?)(?:\s*(?:là|vào|đến|trong|hết|:))*(?: trước)?"
    r"|(?:định kỳ |xong )?trước|(?:đến|tới) hết|(?:thời )?hạn(?: \w+){0,3} đến|(?:định kỳ )?vào|xong(?: trong)?|trong(?= ngày \d)|đúng)"
    rf"\s*(?:(?P<time>{_HOUR})(?: sáng| chiều)?,? )?(?:hết )?"
)
_RECURRING: Final = (
    rf"(?:(?P<year>{_DATES}) (?:của )?{_EVERY} năm|(?P<month>{_DAYS}) {_OF_MONTH}|(?P<quarter>{_DAYS}) {_OF_QUARTER}"
    rf"|(?P<week>{_WEEKDAY}) {_EVERY} tuần){_ON_DEMAND}"
)


def _limit(lead: str) -> DueKind:
    words = lead.lower().split()
    if "trước" in words:
        return DueKind.BEFORE
    on = "vào" in words or words[:1] in (["trong"], ["đúng"], ["xong"])
    return DueKind.ON if on and "nhất" not in words and "hạn" not in words else DueKind.BY


def _time(hit: re.Match[str]) -> str:
    numbers = re.findall(r"\d+", hit.groupdict().get("time") or "")
    if not numbers or int(numbers[0]) > 24:
        return ""
    time = f"{int(numbers[0]):02d}:{numbers[1] if len(numbers) > 1 else '00'}"
    return "" if time == "00:00" else time


def _fixed(hit: re.Match[str], issued: date | None) -> DueRule | None:
    return DueRule(_limit(hit["lead"]), read_date(hit["date"], issued), time=_time(hit))


def _period_limit(hit: re.Match[str], issued: date | None) -> DueRule | None:
    end = read_period_end(hit["period"], issued)
    if _limit(hit["lead"]) is not DueKind.BEFORE:
        return DueRule(DueKind.BY, end)
    if hit["end"]:  # before the end of a month is before its last day
        return DueRule(DueKind.BEFORE, end)
    first_month = {"t": 0, "q": 2, "n": 11}[hit["period"].lower()[0]]
    return DueRule(DueKind.BEFORE, end and end.replace(month=end.month - first_month, day=1))


def _recurring(hit: re.Match[str], _issued: date | None) -> DueRule | None:
    part = next(name for name in ("year", "quarter", "month", "week") if hit[name])
    frequency = {
        "year": Frequency.ANNUAL,
        "month": Frequency.MONTHLY,
        "quarter": Frequency.QUARTERLY,
        "week": Frequency.WEEKLY,
    }[part]
    also = (Frequency.ON_DEMAND,) if re.search(r"đột\s+xuất", hit[0], re.IGNORECASE) else ()
    lead = hit.groupdict().get("lead") or ""
    return DueRule(
        DueKind.PERIODIC,
        frequencies=(frequency, *also),
        word=_month_of_quarter(hit) if part == "quarter" else "",
        marks=_marks(part, hit),
        limit=_limit(lead) if lead else DueKind.ON,
        time=_time(hit),
    )


def _month_of_quarter(hit: re.Match[str]) -> str:
    """Which month of the quarter a day belongs to, as written; the last one where nothing else is said."""
    which = re.search(r"đầu|thứ\s+(?:hai|ba|2|3|nhất|1)", hit[0], re.IGNORECASE)
    return " ".join(which[0].lower().split()) if which else ""


_AND_THEN: Final = (
    rf"(?:định kỳ )?{_EVERY} (?P<unit>tuần|tháng|quý|năm)\s*[,(:]?\s*(?:(?:báo cáo|gửi|gửi báo cáo|tổng hợp)[\s,]+)?"
)
"""A habit named before its day: "hằng tháng trước ngày 20", "định kỳ hằng quý (trước ngày 15 tháng cuối quý)"."""
_PARTS_OF: Final = {"tuần": ("week",), "tháng": ("month",), "quý": ("quarter", "month"), "năm": ("year",)}
_OF_UNIT: Final = {
    "tuần": Frequency.WEEKLY, "tháng": Frequency.MONTHLY, "quý": Frequency.QUARTERLY, "năm": Frequency.ANNUAL,
}  # fmt: skip


def _every_then(hit: re.Match[str], issued: date | None) -> DueRule | None:
    """A habit first: "hằng tháng trước ngày 20" is "trước ngày 20 hằng tháng"; words that do not fit together are no rule."""
    unit = hit["unit"].lower()
    part = next(name for name in ("year", "quarter", "month", "week") if hit[name])
    if part not in _PARTS_OF[unit] or names_year(hit[part]):
        return None
    rule = _recurring(hit, issued)
    also = rule.frequencies[1:] if rule else ()
    return rule and replace(rule, frequencies=(_OF_UNIT[unit], *also))


def _daily(hit: re.Match[str], _issued: date | None) -> DueRule | None:
    limit = _limit(hit["lead"]) if hit["lead"] else DueKind.ON
    return DueRule(DueKind.PERIODIC, frequencies=(Frequency.DAILY,), limit=limit, time=_time(hit))


def _last_of_period(hit: re.Match[str], _issued: date | None) -> DueRule | None:
    word = LAST_WORKING_DAY if hit["worked"] else ""
    limit = DueKind.BEFORE if hit[0].lower().startswith("trước") else DueKind.BY
    return DueRule(
        DueKind.PERIODIC, frequencies=(_OF_UNIT[hit["unit"].lower()],), word=word, marks=("31",), limit=limit
    )  # fmt: skip


_WEEKDAYS: Final = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, "nhật": 7}


def _marks(part: str, hit: re.Match[str]) -> tuple[str, ...]:
    written = hit[part].lower()
    if part == "week":
        last = written.split()[-1]
        return (f"w{_WEEKDAYS.get(last) or int(last) - 1}",)
    if part == "year":
        pairs = re.findall(r"(\d{1,2})\s*(?:/|tháng)\s*(\d{1,2})", written)
        return tuple(f"{int(month):02d}-{int(day):02d}" for day, month in pairs)
    rest = hit[0][hit.end(part) - hit.start() :].lower()
    sign = "-" if "trước" in rest else "+" if re.search(r"sau|tiếp|liền kề", rest) else ""
    return tuple(f"{sign}{int(day):02d}" for day in re.findall(r"\d{1,2}", written))


_FREQUENCY_WORDS: Final = (
    (r"ngày", Frequency.DAILY), (r"tuần", Frequency.WEEKLY), (r"(?:0?6|sáu)\s+tháng", Frequency.HALF_YEARLY),
    (r"(?:0?3|ba)\s+tháng", Frequency.QUARTERLY), (r"(?:0?9|chín)\s+tháng", Frequency.NINE_MONTHS), (r"tháng", Frequency.MONTHLY),
    (r"quý", Frequency.QUARTERLY), (r"năm", Frequency.ANNUAL), (r"đột\s+xuất|theo\s+yêu\s+cầu", Frequency.ON_DEMAND),
)  # fmt: skip
_ANY_FREQUENCY: Final = re.compile("|".join(f"({word})" for word, _ in _FREQUENCY_WORDS), re.IGNORECASE)
_ONE: Final = (
    rf"(?:{_EVERY} (?:ngày|tuần|tháng|quý|năm)|(?:0?[369]|sáu|ba|chín) tháng(?:(?: đầu| cuối) năm)?(?:\s*/\s*(?:01|1|một) lần| một lần)?"
    r"|đột xuất(?: khi (?:có|được) yêu cầu| theo yêu cầu)?|theo yêu cầu)"
)
_BARE: Final = r"(?:(?:tuần|tháng|quý|năm)\b)"
_JOINT: Final = r"\s*(?:,|/|;|và/hoặc|và|hoặc|hay)\s*(?:hoặc |và )?"
_LIST: Final = rf"{_ONE}(?:{_JOINT}\(?(?:{_ONE}|{_BARE}))+\)?"


def _frequencies(hit: re.Match[str], _issued: date | None) -> DueRule | None:
    written = hit.groupdict().get("every") or hit[0]
    found = [_FREQUENCY_WORDS[token.lastindex - 1][1] for token in _ANY_FREQUENCY.finditer(written) if token.lastindex]
    return DueRule(DueKind.PERIODIC, frequencies=tuple(dict.fromkeys(found)))


_TIMES_A_YEAR: Final = {2: Frequency.HALF_YEARLY, 4: Frequency.QUARTERLY, 12: Frequency.MONTHLY}


def _times(hit: re.Match[str], _issued: date | None) -> DueRule | None:
    unit, times = hit["unit"].lower(), int(hit["times"])
    of_unit = {
        "ngày": Frequency.DAILY,
        "tuần": Frequency.WEEKLY,
        "tháng": Frequency.MONTHLY,
        "quý": Frequency.QUARTERLY,
    }
    frequency = of_unit.get(unit) or _TIMES_A_YEAR.get(times, Frequency.ANNUAL)
    return DueRule(DueKind.PERIODIC, frequencies=(frequency,), count=0 if times == 1 else times)


def _unspecified(_hit: re.Match[str], _issued: date | None) -> DueRule | None:
    return DueRule(DueKind.PERIODIC, frequencies=(Frequency.UNSPECIFIED,))


def _as_report(hit: re.Match[str], _issued: date | None) -> DueRule | None:
    return DueRule(DueKind.PERIODIC, frequencies=(Frequency.UNSPECIFIED,), word=" ".join(hit["report"].split()))


_BINDING: Final = re.compile(r"hạn|vòng|nhất|không\s+quá|tối\s+đa", re.IGNORECASE)


def _number_of_days(hit: re.Match[str], issued: date | None) -> DueRule | None:
    unit = " ".join(hit["unit"].lower().split())
    if unit not in ("ngày", "ngày làm việc") and hit["event"] is None and not _BINDING.search(hit[0]):
        return None
    kind = {"ngày làm việc": DueKind.WORKING_DAYS, "tháng": DueKind.MONTHS}.get(unit)
    if kind is None:
        kind = DueKind.HOURS if unit in ("giờ", "tiếng") else DueKind.CALENDAR_DAYS
    count, event = int(hit["count"]), " ".join((hit["event"] or "").split())
    if unit == "tuần":
        count *= 7
    return DueRule(kind, read_date(event, issued) if "ngày" in event else None, count, word=event)


def _within(hit: re.Match[str], issued: date | None) -> DueRule | None:
    written = hit["period"].lower()
    units = re.findall(r"tháng|quý|năm", written)
    kind = {"tháng": DueKind.WITHIN_MONTH, "quý": DueKind.WITHIN_QUARTER, "năm": DueKind.WITHIN_YEAR}[units[0]]
    if hit.groupdict().get("onward"):
        return DueRule(DueKind.PERIOD, word=_beginning(units[0], hit["period"], issued))
    return DueRule(kind, read_period_end(hit["period"], issued))


def _beginning(unit: str, written: str, issued: date | None) -> str:
    end = read_period_end(written, issued)
    if end is None:
        return " ".join(written.split())
    return {"tháng": f"{end:%Y-%m}", "quý": f"{end.year}-Q{(end.month + 2) // 3}", "năm": f"{end.year}"}[
        unit
    ] + "-onward"


def _on(hit: re.Match[str], issued: date | None) -> DueRule | None:
    dates = re.findall(DATE.replace(" ", r"\s+"), hit["dates"], re.IGNORECASE)
    year = next((re.findall(r"(?:19|20)\d\d", d)[0] for d in reversed(dates) if names_year(d)), "")
    known = [read_date(d if names_year(d) or not year else f"{d}/{year}", issued) for d in dates]
    days = [day for day in known if day]
    if len(days) > 1:
        return DueRule(DueKind.RANGE, max(days), first=min(days))
    return DueRule(DueKind.ON, _of_weekday(hit[0], days[0]) if days else None)


def _of_weekday(written: str, day: date) -> date:
    """The day; one year on where the weekday beside it says so ("02/01/2011 (thứ 2)" was a Sunday, 2012 a Monday)."""
    named = re.search(r"\(thứ\s+(\w+)\)", written, re.IGNORECASE)
    if named is None:
        return day
    last = named[1].lower()
    weekday = _WEEKDAYS.get(last) or (int(last) - 1 if last.isdigit() else 0)
    later = made(day.year + 1, day.month, day.day)
    slipped = day.isoweekday() != weekday and later is not None and later.isoweekday() == weekday
    return later if slipped and later else day


def _range(hit: re.Match[str], issued: date | None) -> DueRule | None:
    last = read_date(hit["last"], issued)
    first_written = hit["from"]
    if last and not re.search(r"/|tháng", first_written):
        first_written = f"{first_written}/{last.month}/{last.year}"
    elif last and not names_year(first_written):
        first_written = re.sub(r"\s+tháng\s+", "/", first_written) + f"/{last.year}"
    return DueRule(DueKind.RANGE, last, first=read_date(first_written, issued))


def _from_now(hit: re.Match[str], issued: date | None) -> DueRule | None:
    return DueRule(DueKind.BY, read_date(hit["last"], issued))


def _now_and_on_demand(_hit: re.Match[str], _issued: date | None) -> DueRule | None:
    return DueRule(DueKind.PERIODIC, frequencies=(Frequency.UNSPECIFIED, Frequency.ON_DEMAND))


def _month_of_each_year(hit: re.Match[str], _issued: date | None) -> DueRule | None:
    """A month that comes every year: its last day, or the day before it begins."""
    month = int(hit["month"])
    if not 1 <= month <= 12:
        return None
    before = (hit["lead"] or "").lower().endswith("trước")
    day = 1 if before else monthrange(_COMMON_YEAR, month)[1]
    limit = DueKind.BEFORE if before else DueKind.BY
    return DueRule(DueKind.PERIODIC, frequencies=(Frequency.ANNUAL,), marks=(f"{month:02d}-{day:02d}",), limit=limit)


def _constant(rule: DueRule) -> ReadMatch:
    return lambda _hit, _issued: rule


def _event(hit: re.Match[str], _issued: date | None) -> DueRule | None:
    return DueRule(DueKind.EVENT, word=" ".join((hit.groupdict().get("p") or hit[0]).split()))


def _fraction(hit: re.Match[str], _issued: date | None) -> DueRule | None:
    return DueRule(DueKind.FRACTION, count=int(hit["count"]))


def _part(hit: re.Match[str], _issued: date | None) -> DueRule | None:
    """A half or a quarter as per cent; a third is not a whole number of them and stays unread."""
    top, bottom = (int(hit["top"]), int(hit["bottom"])) if hit["top"] else (1, 2)
    if not 0 < top < bottom or top * 100 % bottom:
        return None
    return DueRule(DueKind.FRACTION, count=top * 100 // bottom)


def _end_of(hit: re.Match[str], issued: date | None) -> DueRule | None:
    return DueRule(DueKind.BY, read_period_end(hit["period"], issued))


def _last_quarter(hit: re.Match[str], issued: date | None) -> DueRule | None:
    return DueRule(DueKind.WITHIN_QUARTER, read_period_end(f"quý {hit['last']}", issued))


def _next_working_day(hit: re.Match[str], _issued: date | None) -> DueRule | None:
    return DueRule(DueKind.WORKING_DAYS, count=1, word=" ".join((hit["event"] or "").split()))


_HEAD: Final = r"(?:thời gian|thời hạn|tiến độ)(?: (?!ký\b)\w+){0,4}\s*:\s*"
_COUNTED_FROM: Final = r"(?:,?\s*(?P<event>(?:kể từ|tính từ|từ|sau)(?: khi| ngày| thời điểm| lúc)? [^.;,()]{2,90}))?"
_DURATION: Final = (
    rf"(?P<count>\d{{1,3}})(?:\s*\([^)]{{1,20}}\))? (?P<unit>ngày làm việc|ngày|tháng|tuần|giờ|tiếng)\b{_COUNTED_FROM}"
)
_SO_LONG: Final = r"(?:trong(?: vòng| thời hạn| thời gian| khoảng thời gian)?|(?:chậm|muộn) nhất(?: là| sau| trong(?: vòng| thời hạn)?)?|không quá|tối đa|sau|thời hạn(?: \w+){0,2}(?: là)?)"
_DOES: Final = (
    r"(?:tiến hành|t[ôổ] chức|báo cáo|kiểm tra|rà soát|tổng hợp|đánh giá|cập nhật|công bố|công khai|gửi|tham mưu|thống kê|theo dõi|đối thoại"
    r"|sơ kết|tổng kết|đôn đốc|giao ban|họp|thông báo|phản ánh|tiếp công dân|bồi dưỡng|tập huấn|thông tin)"
)
_CLAUSE: Final = r"[^.;:]{4,240}?(?=\s*(?:[.;:]|\n\s*\n|\Z))"
_DONE: Final = r"(?:hoàn thành|xong|kết thúc|ban hành)"
_ONWARD: Final = r"(?P<onward> và (?:các |những )?năm (?:tiếp theo|sau))?"

_AIM: Final = r"(?:\A\W*|[.;:]\s+|\bphấn đấu,? |\bmục tiêu,? )"
_AIMED: Final = r" (?:có|đạt|hoàn thành|phấn đấu|tỷ lệ|trên|ít nhất|tối thiểu|cơ bản|duy trì|\d)"
"""How a target is told: "phấn đấu đến năm 2030 có 90 % …", "Đến năm 2030: 100 % …"."""

_EACH: Final = ("hằng", "hàng", "mỗi")
_UNITS: Final = ("tháng", "quý", "năm")

PATTERNS: Final = (
    Pattern(_regex(rf"(?:{_LEAD})?{_RECURRING}"), _recurring, words=(*_EACH, "tháng", "quý")),
    Pattern(_regex(rf"{_AND_THEN}{_LEAD}(?:(?P<year>{_DATES})|(?P<quarter>{_DAYS} {_OF_QUARTER})|(?P<month>{_DAYS})(?: {_OF_MONTH})?|(?P<week>{_WEEKDAY}))\)?{_ON_DEMAND}"), _every_then, words=_EACH),
    Pattern(_regex(rf"(?:(?P<lead>trước|chậm nhất(?: là| vào)?|vào) )?(?P<time>{_HOUR})(?: sáng| chiều)? (?:của )?(?P<every>{_EVERY} ngày)"), _daily, words=_EACH),
    Pattern(_regex(rf"(?:(?:chậm nhất|muộn nhất)(?: là| vào)? |vào |trước )?ngày (?P<worked>làm việc )?cuối(?: cùng)? (?:của )?(?:{_EVERY} )?(?P<unit>tháng|quý|năm)(?: {_EVERY} (?P=unit))?(?! \d|/)"), _last_of_period, words=("cuối",)),
    Pattern(_regex(rf"{_LEAD}(?P<date>{DATE})"), _fixed),
    Pattern(_regex(rf"{_LEAD}(?P<end>(?:cuối|hết) )?(?P<period>{PERIOD})"), _period_limit, words=_UNITS),
    Pattern(_regex(r"(?:vào )?tuần cuối(?: cùng)? (?:của )?(?:tháng )?(?:(?:thứ 3|thứ ba|cuối)(?: cùng)? )?(?:trong |của )?(?P<every>quý|tháng|năm)"), _frequencies, words=("cuối",)),
    Pattern(_regex(rf"(?:theo )?định kỳ(?: {_DOES})?\s*[:(]?\s*(?:theo |vào )?(?P<every>{_LIST}|{_ONE}|{_BARE}(?:{_JOINT}(?:{_ONE}|{_BARE}))*)\)?(?:\s*/\s*(?:01|1|một) lần)?"), _frequencies, words=("định",)),
    Pattern(_regex(_LIST), _frequencies, words=(*_EACH, "tháng", "đột", "yêu")),
    Pattern(_regex(rf"(?:theo )?định kỳ{_JOINT}đột xuất(?: khi (?:có|được) yêu cầu| theo yêu cầu)?"), _now_and_on_demand, words=("định",)),
    Pattern(_regex(rf"(?:(?P<lead>(?:xong |định kỳ )?trước|chậm nhất|muộn nhất|xong|vào|trong)(?: là| vào| trong)? )?tháng (?P<month>\d{{1,2}}) (?:của )?{_EVERY} năm"), _month_of_each_year, words=_EACH),
    Pattern(_regex(r"(?:^|(?<=[.;:)]))\s*(?P<p>(?P<every>(?-i:H)[ằà]ng năm))(?=,| \w)"), _frequencies, words=("năm",)),
    Pattern(_regex(rf"{_EVERY} năm theo (?:quy định|kế hoạch)"), _frequencies, words=_EACH),
    Pattern(_regex(rf"{_EVERY} (?:ngày|tuần|tháng|quý)\b"), _frequencies, words=_EACH),
    Pattern(_regex(rf"(?:{_EVERY} |(?:01|1|một) )?(?P<unit>ngày|tuần|tháng|quý|năm) (?:ít nhất |tối thiểu )?(?P<times>\d{{1,2}}) lần"), _times, words=("lần",)),
    Pattern(_regex(r"(?:ít nhất |tối thiểu )?(?P<times>\d{1,2}) lần\s*(?:/|trong|mỗi|một)\s*(?:(?:01|1|một) )?(?P<unit>ngày|tuần|tháng|quý|năm)\b"), _times, words=("lần",)),
    Pattern(_regex(r"(?P<every>(?:0?[369]|sáu|ba|chín) tháng)\s*(?:/\s*)?(?:(?:0?1|một) )lần"), _frequencies, words=("lần",)),
    Pattern(_regex(r"theo định kỳ báo cáo (?P<report>[^.,;:]{3,80}?)(?= để\b|[.,;:/]|\s*\Z)"), _as_report),
    Pattern(_regex(rf"định kỳ {_DOES}(?: kết quả)?(?: (?:về )?(?:chủ tịch )?UBND (?:tỉnh|huyện|thành phố|xã|thị xã|quận|phường))?"), _unspecified),
    Pattern(_regex(r"(?:rà soát,? )?cập nhật định kỳ|rà soát định kỳ"), _unspecified, words=("định",)),
    Pattern(_regex(rf"{_SO_LONG} {_DURATION}"), _number_of_days),
    Pattern(_regex(rf"(?P<count>\d{{1,3}})(?:\s*\([^)]{{1,20}}\))? (?P<unit>ngày làm việc){_COUNTED_FROM}"), _number_of_days),
    Pattern(_regex(rf"(?:{_DONE} )?(?:ngay )?trong (?:năm )?(?P<period>(?=tháng|quý){PERIOD}){_ONWARD}"), _within, words=_UNITS),
    Pattern(_regex(rf"{_DONE}(?: vào| ngay)?(?: trong|\s*:)? (?P<period>(?=tháng|quý){PERIOD}){_ONWARD}"), _within, words=_UNITS),
    Pattern(_regex(rf"{_DONE}(?: việc| cơ bản| toàn bộ)? (?:vào|trong) (?P<period>{PERIOD}){_ONWARD}"), _within, words=_UNITS),
    Pattern(_regex(rf"hoàn thành [^.;:]{{0,60}}?\b(?P<p>trong (?P<period>{PERIOD}))"), _within),
    Pattern(_regex(rf"{_HEAD}(?P<p>(?:{_DONE} )?(?:trong |từ )?(?P<period>{PERIOD}(?:\s*(?:-|–|đến)\s*(?:{PERIOD}|\d{{4}}))?){_ONWARD})"), _within),
    Pattern(_regex(rf"(?:{_HEAD}|{_DONE} )(?P<p>(?:trong )?quý (?:IV|I{{1,3}})\s*(?:,|và|-|–)\s*(?:quý )?(?P<last>(?:IV|I{{1,3}})(?:\s*/\s*|,? năm )\d{{4}}))"), _last_quarter, words=("quý",)),
    Pattern(_regex(rf"{_AIM}(?P<p>đến (?:cuối )?(?P<period>năm \d{{4}}))(?=\s*[,:]|{_AIMED})"), _end_of, words=("đến",)),
    Pattern(_regex(rf"{_AIM}(?P<p>đến (?:hết )?(?P<last>{DATE}))(?=(?:,| phải| cơ bản)*\s+(?:phải|cơ bản|hoàn thành))"), _from_now, words=("đến",)),
    Pattern(_regex(rf"{_HEAD}(?P<p>(?:(?:cả|sáng|chiều|tối|{_HOUR}|-|–|đến|từ|trong)\s*)*(?P<dates>(?:ngày |(?=\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*\d{{4}}|\d{{1,2}} tháng))(?:\d{{1,2}}\s*(?:,|và|-)\s*)*{DATE}(?:(?:\s*,| và)(?: cả)? {DATE})*))"), _on),
    Pattern(_regex(rf"\bbáo cáo (?!số)[^.;:\n]{{3,60}}:\s*(?P<p>(?P<dates>ngày {DATE}))"), _on, words=("báo",)),
    Pattern(_regex(r"(?<!/)\b\d{1,2} (?:ngày|tuần|tháng)\s*/\s*(?:(?:0?1|một) )?lần"), _unspecified, words=("lần",)),
    Pattern(_regex(rf"từ (?P<from>ngày (?:{DATE}|\d{{1,2}})) (?:cho )?đến (?:hết )?(?P<last>{DATE})"), _range),
    Pattern(_regex(rf"(?:(?<=\()|{_HEAD})(?P<p>từ (?P<from>{DATE}) (?:cho )?đến (?:hết )?(?P<last>{DATE}))"), _range),
    Pattern(_regex(rf"từ nay (?:cho )?đến (?:hết )?(?P<last>{DATE})"), _from_now),
    Pattern(_regex(r"^[^\S\n]*(?P<p>(?:(?:sáng|chiều|tối)[^\S\n])?(?P<dates>ngày \d{1,2}/\d{1,2}/\d{4})(?:\s*\(thứ \w+\))?)[^\S\n]*$"), _on),
    Pattern(_regex(rf"{_HEAD}(?P<p>(?P<every>{_LIST}|{_ONE}))(?=\s*(?:[.;,]|\Z|\n))"), _frequencies),
    Pattern(_regex(rf"{_HEAD}(?P<p>sau khi {_CLAUSE})"), _event),
    Pattern(_regex(rf"thời gian thực hiện (?P<p>sau khi {_CLAUSE})"), _event),
    Pattern(_regex(rf"{_HEAD}(?P<p>(?:thực hiện )?thường xuyên)"), _constant(DueRule(DueKind.STANDING))),
    Pattern(_regex(r"thực hiện thường xuyên(?=\s*[.;]|\s*\Z)"), _constant(DueRule(DueKind.STANDING))),
    Pattern(_regex(r"trong thời gian sớm nhất"), _constant(DueRule(DueKind.SOFT, word="asap"))),
)  # fmt: skip

LOOSE_PATTERNS: Final = (
    Pattern(_regex(rf"{_EVERY} năm"), _constant(DueRule(DueKind.SOFT, word="annual")), loose=True),
    Pattern(_regex(r"(?:báo cáo )?đột xuất(?: khi (?:có|được) yêu cầu)?"), _frequencies, loose=True),
    Pattern(_regex(r"(?:báo cáo )?(?:theo )?định kỳ"), _unspecified, loose=True),
    Pattern(_regex(r"không quá (?P<count>\d{1,3})\s*% thời gian[^.;,]{0,40}"), _fraction, loose=True),
    Pattern(_regex(r"(?:không quá |trong(?: vòng)? )?(?:(?P<top>\d)\s*/\s*(?P<bottom>\d{1,2})|½|một nửa) (?:tổng )?thời gian[^.;,]{0,40}"), _part, loose=True),
    Pattern(_regex(rf"(?:ngay )?trong (?:ngày làm việc )?(?:kế tiếp|tiếp theo|liền kề){_COUNTED_FROM}"), _next_working_day, loose=True),
    Pattern(_regex(r"(?:ngay )?trong ngày(?: làm việc)?(?=\s*[.;,)]|\s*\Z)"), _constant(DueRule(DueKind.IMMEDIATE, word=SAME_DAY)), loose=True),
    Pattern(_regex(rf"(?:vào |trong )?(?:cuối|hết) (?P<period>{PERIOD})"), _end_of, loose=True),
    Pattern(_regex(r"trước thời hạn(?: được giao| quy định)?"), _constant(DueRule(DueKind.LINKED)), loose=True),
    Pattern(_regex(r"ngay sau khi [^.;,]{3,90}|sau khi [^.;,]{3,90}|khi (?:có|được|phát sinh|xảy ra) [^.;,]{3,90}|hết thời hạn [^.;,]{3,90}"), _event, loose=True),
    Pattern(_regex(r"(?:trả lại|cho ý kiến|báo cáo|thực hiện|xử lý|triển khai|gửi) ngay|ngay lập tức|ngay(?! \d)"), _constant(DueRule(DueKind.IMMEDIATE)), loose=True),
    Pattern(_regex(r"sớm nhất(?: có thể)?|trong thời gian ngắn nhất"), _constant(DueRule(DueKind.SOFT, word="asap")), loose=True),
    Pattern(_regex(r"kịp thời(?: báo cáo| phản ánh)?"), _constant(DueRule(DueKind.SOFT, word="promptly")), loose=True),
    Pattern(_regex(r"khẩn trương|gấp|khẩn cấp"), _constant(DueRule(DueKind.SOFT, word="urgent")), loose=True),
    Pattern(_regex(r"(?:đúng |theo )(?:đúng )?(?:thời (?:hạn|gian) )?(?:theo )?(?:quy định|yêu cầu)"), _constant(DueRule(DueKind.SOFT, word="as-regulated")), loose=True),
    Pattern(_regex(r"theo (?:lộ trình|tiến độ|lịch công tác|kế hoạch)[^.;,]{0,80}"), _constant(DueRule(DueKind.SOFT, word="as-scheduled")), loose=True),
    Pattern(_regex(r"thường xuyên|tiếp tục|trong quá trình [^.;,]{3,60}"), _constant(DueRule(DueKind.STANDING)), loose=True),
)  # fmt: skip
