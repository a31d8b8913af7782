"""The reform index of 300 units × 80 sub-criteria: its grid opens, its workbook is previewed, who owes is reckoned."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from time import perf_counter

from figures import Figure
from openpyxl import Workbook, load_workbook

from district_desk.desk import Desk
from district_desk.desk.opening import create_office, open_office
from district_desk.desk.reform.results import owed
from district_desk.desk.reform.score_import import preview_scores
from district_desk.desk.reform.seed import put_example_bands
from district_desk.domain.points import ONE
from district_desk.domain.reform_index import Criterion, IndexSet
from district_desk.domain.reform_scores import Score
from district_desk.domain.units import Unit, UnitKind
from district_desk.store import Writing

YEAR, UNITS, EACH = 2022, 300, 10
_KEYS = ("CĐĐH", "THỂ CHẾ", "TTHC", "TCBM", "CĐCV", "TCC", "CQĐT", "XHH")


def reform(home: Path, *, units: int = UNITS, turns: int = 5) -> Iterator[Figure]:
    """The bars of a year of that many units."""
    folder = reform_office(home / f"reform-{units}", units)
    with closing(open_office(folder)) as desk:
        yield Figure(
            f"grid of {units} × {len(_KEYS) * EACH} scores on screen", "s", _best(lambda: _grid(desk), turns), most=0.2
        )
        owing = _best(lambda: owed(desk, YEAR), turns)
        yield Figure("who owes a plan, reckoned anew", "s", owing, most=0.1)
        book = workbook(home / f"scores-{units}.xlsx", desk)
        yield Figure(
            "workbook of all scores previewed", "s", _best(lambda: preview_scores(desk, book, YEAR), turns),
            _best(lambda: _bare(book), turns), "openpyxl alone, values only", at_most=1.5,
        )  # fmt: skip


def reform_office(folder: Path, units: int) -> Path:
    """An office of so many communes with every score of a year, filled once and kept."""
    if (folder / "office.sqlite").exists():
        return folder
    clock = lambda: datetime(2023, 4, 3, 8, 0)  # noqa: E731
    with closing(create_office(folder, "trong", clock=clock)) as desk, desk.writing("set_scores") as writing:
        index = writing.put(IndexSet(YEAR, title="Chỉ số CCHC"))
        put_example_bands(writing, index.id)
        leaves = list(_leaves(writing, index.id))
        for number in range(units):
            unit = Unit(f"X{number:03}", f"UBND xã Số {number:03}", kind=UnitKind.COMMUNE, position=number)
            unit_id = writing.put(unit).id
            for place, leaf in enumerate(leaves):
                writing.put(Score(leaf.id, unit_id, self_points=ONE, second_points=_points(number, place)))
    return folder


def _leaves(writing: Writing, index_id: int) -> Iterator[Criterion]:
    for number, key in enumerate(_KEYS, start=1):
        domain = Criterion(index_id, f"{number}", f"Lĩnh vực {key}", EACH * ONE, key=key, position=number * 100)
        parent_id = writing.put(domain).id
        for each in range(1, EACH + 1):
            code = f"{number}.{each}"
            leaf = Criterion(index_id, code, f"Tiêu chí {code}", ONE, parent_id, position=number * 100 + each)
            yield writing.put(leaf)


def _points(number: int, place: int) -> int:
    return ONE - ONE * ((number + place) % 7) // 20


def workbook(path: Path, desk: Desk) -> Path:
    """The same year as a workbook, a unit a row, a criterion a column, every tenth cell with other points."""
    reader = desk.store.reading()
    leaves = [each for each in reader.find(Criterion, "position") if each.parent_id]
    units = [unit for unit in reader.find(Unit, "position") if unit.kind is UnitKind.COMMUNE]
    book = Workbook()
    page = book.active
    page.append([f"TỔNG HỢP ĐIỂM CHỈ SỐ CCHC NĂM {YEAR}"])
    page.append(["TT", "Đơn vị", *(each.code for each in leaves)])
    page.append([None, "Điểm tối đa", *(each.maximum / ONE for each in leaves)])
    for number, unit in enumerate(units):
        points = (_points(number, place) / ONE for place in range(len(leaves)))
        cells = (each / 2 if (number + place) % 10 == 0 else each for place, each in enumerate(points))
        page.append([number + 1, unit.name, *cells])
    book.save(path)
    return path


def _best(work: Callable[[], object], turns: int) -> float:
    def once() -> float:
        began = perf_counter()
        work()
        return perf_counter() - began

    return min(once() for _ in range(turns))


def _bare(book: Path) -> int:
    with closing(load_workbook(book, read_only=True, data_only=True)) as read:
        return sum(1 for page in read.worksheets for row in page.iter_rows(values_only=True) for _ in row)


def _grid(desk: Desk) -> None:
    """From the question to the painted grid, every criterion a column."""
    from PySide6.QtWidgets import QApplication

    from district_desk.desk.reform.scoring import score_grid
    from district_desk.domain.reform_scores import Stage
    from district_desk.ui.reform.score_looks import units_look
    from district_desk.ui.reform.score_model import ScoreModel
    from district_desk.ui.reform.score_table import ScoreTable

    _ = QApplication.instance() or QApplication([])
    grid = score_grid(desk, YEAR)
    model = ScoreModel()
    table = ScoreTable(model)
    table.resize(1366, 768)
    model.show(grid, units_look(grid, None, Stage.SECOND, all_criteria=True))
    table.grab()
    table.deleteLater()
