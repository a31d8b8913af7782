"""A big office for measuring: as many directives and assignments as asked for, with the words of a real one.

Years of work are written straight into the tables, derived rows included, because thousands of real operations would
take an hour; there is no journal of them. Each directive has two to three items, every tenth its whole text; two thirds
of the lines are done, some are late, some have no date. The same numbers give the same office.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from district_desk.domain.assignments import Assignment, Event, EventKind, Role, standing
from district_desk.domain.changes import Entity
from district_desk.domain.directives import Directive, DocumentText, Source, Urgency
from district_desk.domain.items import Item
from district_desk.domain.reading import ItemKind
from district_desk.domain.units import Unit, UnitKind
from district_desk.store import Store
from district_desk.store.codec import mapping_of
from district_desk.store.connections import open_writer
from district_desk.store.search_index import SHIFT, indexed, words_of
from district_desk.store.standings import NO_DATE, line_of, place_of

PER_YEAR = 4000
LAST_DAY = date(2023, 12, 29)
_LEAST_UID = 10**17

_ISSUERS = (
    "UBND tỉnh Hải Dương", "UBND huyện Cẩm Giàng", "Sở Nội vụ", "Sở Tài chính", "Sở Tài nguyên và Môi trường",
    "Văn phòng UBND tỉnh", "Thanh tra tỉnh", "Công an tỉnh", "Ban Thường vụ Huyện ủy", "HĐND huyện", "Sở Y tế",
    "Sở Giáo dục và Đào tạo", "Sở Nông nghiệp và Phát triển nông thôn", "Chi cục Thuế khu vực", "Bảo hiểm xã hội tỉnh",
)  # fmt: skip
_KINDS = (
    ("CV", "UBND-VP"),
    ("CT", "CT-UBND"),
    ("QĐ", "QĐ-UBND"),
    ("KH", "KH-UBND"),
    ("TB", "TB-VP"),
    ("CV", "SNV-CCHC"),
)
_ACTS = (
    "đẩy mạnh cải cách hành chính", "tăng cường kỷ luật, kỷ cương", "rà soát thủ tục hành chính", "kiểm tra công vụ",
    "phòng, chống dịch bệnh trên đàn gia súc", "quản lý đất đai, khoáng sản", "chuyển đổi số", "giải phóng mặt bằng",
    "bảo đảm trật tự an toàn giao thông", "thực hiện Đề án 06", "thu ngân sách", "xây dựng nông thôn mới nâng cao",
    "giải quyết khiếu nại, tố cáo", "bầu cử đại biểu", "tuyển chọn và gọi công dân nhập ngũ", "thi đua, khen thưởng",
    "phòng cháy, chữa cháy và cứu nạn, cứu hộ", "tiêm phòng vắc xin", "dồn điền đổi thửa", "văn thư, lưu trữ",
)  # fmt: skip
_VERBS = (
    "Chủ trì, phối hợp với các cơ quan liên quan tham mưu", "Đôn đốc, kiểm tra việc", "Báo cáo kết quả",
    "Xây dựng kế hoạch", "Tổng hợp, đánh giá tình hình", "Hướng dẫn các xã, thị trấn", "Công khai, minh bạch việc",
    "Phê bình, chấn chỉnh đơn vị chậm", "Bố trí kinh phí phục vụ", "Tuyên truyền, phổ biến nội dung",
)  # fmt: skip
_TAILS = (
    "trên địa bàn huyện", "tại bộ phận một cửa", "theo đúng quy định của pháp luật", "gửi về Văn phòng trước thời hạn",
    "bảo đảm tiến độ, chất lượng", "trong quý này và các quý tiếp theo", "kèm theo biểu mẫu đã ban hành", "với Đảng ủy xã",
)  # fmt: skip
_PLACES = (
    "Cẩm Đông", "Cẩm Hoàng", "Cẩm Văn", "Cẩm Vũ", "Lương Điền", "Ngọc Liên", "Tân Trường", "Định Sơn", "Đức Chính",
    "Cao An", "Phúc Điền", "Cẩm Hưng", "Cẩm Phúc", "Cẩm Điền", "Cẩm Đoài", "Lai Cách", "Cẩm Giang",
)  # fmt: skip
_ROOMS = (
    "Nội vụ",
    "Tài chính - Kế hoạch",
    "Tư pháp",
    "Y tế",
    "Văn hóa và Thông tin",
    "Giáo dục và Đào tạo",
    "Thanh tra",
)


@dataclass
class _Rows:
    """What is to be written of some directives, table by table."""

    records: dict[type[Any], list[Any]]
    register: list[tuple[Any, ...]]
    lines: list[tuple[Any, ...]]
    search: list[tuple[int, str, int]]
    words: list[tuple[int, str, str]]


def fill(path: Path, directives: int, assignments: int) -> None:
    """Make a new office file at ``path`` with so many directives and about so many assignments."""
    Store.create(path).close()
    random = Random(2023)
    units = list(_units())
    with closing(open_writer(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(mapping_of(Unit).insert, [mapping_of(Unit).row(unit) for unit in units])
        for rows in _parts(random, units, directives, assignments):
            for kind, records in rows.records.items():
                mapping = mapping_of(kind)
                connection.executemany(mapping.insert, map(mapping.row, records))
            connection.executemany(f"INSERT INTO register_line VALUES ({', '.join('?' * 19)})", rows.register)
            connection.executemany(f"INSERT INTO assignment_line VALUES ({', '.join('?' * 9)})", rows.lines)
            connection.executemany("INSERT INTO search_row VALUES (?, ?, ?)", rows.search)
            connection.executemany("INSERT INTO search_words (rowid, folded, marked) VALUES (?, ?, ?)", rows.words)
        connection.execute("COMMIT")
        connection.execute("INSERT INTO search_words (search_words) VALUES ('optimize')")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _units() -> Iterator[Unit]:
    named = [(f"Phòng {room}", UnitKind.ROOM) for room in _ROOMS]
    named += [(f"UBND xã {place}", UnitKind.COMMUNE) for place in _PLACES]
    for number, (name, kind) in enumerate(named, 1):
        yield Unit(f"U{number:02}", name, kind=kind, position=number, id=number, uid=_LEAST_UID + number)


def _parts(random: Random, units: list[Unit], directives: int, assignments: int) -> Iterator[_Rows]:
    """The office in parts of a thousand directives."""
    maker = _Maker(random, units, assignments / max(1, directives))
    first = LAST_DAY - timedelta(days=directives * 365 // PER_YEAR)
    for start in range(1, directives + 1, 1000):
        rows = _Rows({kind: [] for kind in (Directive, Item, Assignment, Event, DocumentText)}, [], [], [], [])
        for number in range(start, min(start + 1000, directives + 1)):
            maker.directive(number, first + timedelta(days=number * 365 // PER_YEAR), rows)
        yield rows


class _Maker:
    """Makes one directive after the other, with its items, lines and derived rows."""

    def __init__(self, random: Random, units: list[Unit], lines_each: float) -> None:
        self._random, self._units, self._lines_each = random, units, lines_each
        self._ids: dict[type[Any], int] = {}
        self._owed = 0.0
        self._numbers: dict[int, int] = {}

    def directive(self, number: int, day: date, rows: _Rows) -> None:
        """Add the directive of that id, arrived that day."""
        random = self._random
        code, symbol = random.choice(_KINDS)
        incomplete = random.random() < 0.01
        self._numbers[day.year] = arrival = self._numbers.get(day.year, 0) + 1
        made = Directive(
            Source.OWN if random.random() < 0.1 else Source.RECEIVED,
            day.year, arrival, arrived=day, number="" if incomplete else f"{random.randint(1, 3000):02}", symbol=symbol,
            issued=day - timedelta(days=random.randint(0, 6)), issuer=random.choice(_ISSUERS), type_code=code,
            subject=f"V/v {random.choice(_ACTS)} {random.choice(_TAILS)} năm {day.year}", urgency=Urgency.NORMAL,
            passed_on=None if (LAST_DAY - day).days < 3 else day, id=number, uid=_LEAST_UID + number,
        )  # fmt: skip
        items = [self._item(made, position) for position in range(random.choice((2, 3)))]
        lines = self._lines(made, items, rows)
        rows.records[Directive].append(made)
        rows.records[Item] += items
        rows.register.append((*place_of(made), len(items), *_figures(lines)))
        rows.lines += lines
        self._search(made, items, rows)

    def _item(self, directive: Directive, position: int) -> Item:
        random = self._random
        text = f"{random.choice(_VERBS)} {random.choice(_ACTS)} {random.choice(_TAILS)}, xã {random.choice(_PLACES)}"
        due = (
            None
            if random.random() < 0.2 or not directive.arrived
            else directive.arrived + timedelta(random.randint(5, 60))
        )
        return Item(
            directive.id, str(position + 1), f"{position + 1}.", text, ItemKind.TASK, position, due=due,
            id=self._id(Item), uid=self._uid(Item),
        )  # fmt: skip

    def _lines(self, directive: Directive, items: list[Item], rows: _Rows) -> list[tuple[Any, ...]]:
        self._owed += self._lines_each
        count, lines = int(self._owed), []
        self._owed -= count
        for place in range(count):
            item = items[place % len(items)]
            role = Role.LEAD if place < len(items) or self._random.random() < 0.6 else Role.SUPPORT
            unit = self._random.choice(self._units)
            line = Assignment(
                item.id, directive.id, unit.id, role, given=directive.arrived, due=item.due,
                id=self._id(Assignment), uid=self._uid(Assignment),
            )  # fmt: skip
            events = list(self._events(line))
            rows.records[Assignment].append(line)
            rows.records[Event] += events
            lines.append(line_of(line, standing(line, events, date.max), max((e.on for e in events), default=None)))
        return lines

    def _events(self, line: Assignment) -> Iterator[Event]:
        age = (LAST_DAY - (line.given or LAST_DAY)).days
        if self._random.random() > min(0.97, age / 60):
            return
        on = (line.given or LAST_DAY) + timedelta(days=self._random.randint(1, min(age, 70) or 1))
        yield Event(line.id, EventKind.ACCEPTED, min(on, LAST_DAY), id=self._id(Event), uid=self._uid(Event))

    def _search(self, directive: Directive, items: list[Item], rows: _Rows) -> None:
        base = directive.id << SHIFT
        self._find(base + 65535, Entity.DIRECTIVE, directive, rows)
        for place, item in enumerate(items):
            self._find(base + 65534 - place, Entity.ITEM, item, rows)
        if directive.id % 10 == 0:
            body = ". ".join(item.text for item in items)
            number = self._id(DocumentText)
            text = DocumentText(
                directive.id, "\n".join([directive.subject, *[body] * 5]), id=number, uid=_LEAST_UID + number
            )
            rows.records[DocumentText].append(text)
            self._find(base + 255, Entity.DOCUMENT_TEXT, text, rows)

    def _find(self, number: int, entity: Entity, record: Any, rows: _Rows) -> None:
        rows.search.append((number, entity.value, record.id))
        rows.words.append((number, *indexed(words_of(record))))

    def _id(self, kind: type[Any]) -> int:
        self._ids[kind] = self._ids.get(kind, 0) + 1
        return self._ids[kind]

    def _uid(self, kind: type[Any]) -> int:
        return _LEAST_UID + self._ids.get(kind, 0)


def _figures(lines: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    every = list(lines)
    lead = [line for line in every if line[4] == Role.LEAD.value]
    is_open = [line for line in lead if line[5] == "open"]
    done = sum(line[5] == "done" for line in lead)
    next_due = min((line[6] for line in is_open), default=NO_DATE)
    return len(every), len(lead), done, len(is_open), next_due, max((line[8] for line in every), default="")
