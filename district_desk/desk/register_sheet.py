"""The register as it is shown, out to Excel: the same rows in the same order, the same fields, real dates."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from district_desk.desk.machine import write_whole
from district_desk.desk.office_desk import Desk
from district_desk.desk.register_fields import FIELDS, Look
from district_desk.domain.problems import Stopped
from district_desk.exchange import Cell, Column, ColumnType, Sheet, write_sheet

Step = Callable[[int, int], None]
Stop = Callable[[], bool]

_PAGE: Final = 512
_COLUMNS: Final = (
    ("arrived", 12, ColumnType.DATE),
    ("arrival", 9, ColumnType.NUMBER),
    ("issuer", 24, ColumnType.TEXT),
    ("notation", 17, ColumnType.TEXT),
    ("issued", 12, ColumnType.DATE),
    ("subject", 52, ColumnType.TEXT),
    ("recipients", 26, ColumnType.TEXT),
    ("passed_on", 12, ColumnType.DATE),
    ("note", 20, ColumnType.TEXT),
    ("items", 8, ColumnType.NUMBER),
    ("lines", 9, ColumnType.NUMBER),
    ("done", 9, ColumnType.NUMBER),
    ("overdue", 9, ColumnType.NUMBER),
    ("next_due", 12, ColumnType.DATE),
    ("state", 18, ColumnType.TEXT),
)


def export_register(  # noqa: PLR0913  what is shown, where to, and how far it is
    desk: Desk, ids: Sequence[int], path: Path, *, title: str = "", step: Step | None = None, stop: Stop | None = None
) -> Path:
    """Write these directives in this order to an Excel workbook, with their figures at the office's day.

    ``title`` stands above every printed page. A record that is gone since the list was made is left out.

    Raises:
        Stopped: ``stop`` asked for it; nothing is written.
        DiskFull, ReadOnly, FileBusy, NotFound: as the machine says, about ``path``.
    """
    columns = tuple(Column(key, FIELDS[key].heading, width, kind) for key, width, kind in _COLUMNS)
    sheet = Sheet("Văn bản", columns, title=title or "Sổ văn bản")
    return write_whole(path, write_sheet(sheet, _rows(desk, ids, step, stop)))


def _rows(
    desk: Desk, ids: Sequence[int], step: Step | None, stop: Stop | None
) -> Iterator[Mapping[str, Cell]]:  # fmt: skip
    look, reader = Look.of(desk), desk.store.reading()
    for start in range(0, len(ids), _PAGE):
        if stop is not None and stop():
            raise Stopped
        for row in reader.directive_rows(ids[start : start + _PAGE], look.today):
            yield {key: FIELDS[key].value(row, look) for key, _, _ in _COLUMNS}
        if step is not None:
            step(min(start + _PAGE, len(ids)), len(ids))
