"""``python3 dev.py bench``: the timed claims, as ratios measured in one run.

Each line sets our figure beside what a user would use instead, or beside the raw engine, measured on the same machine
in the same minutes. Nothing is asserted: a table is printed, and a line over its bar says so. ``--quick`` takes an
office of 1,000 directives only; without it 10,000 and 100,000 follow (filled once, which takes minutes, and kept).
"""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from asking import lists_and_search
from figures import Figure, heading
from looks import looks
from office_cache import LINES_EACH, ROOT, office_of
from readings import readings
from reform import reform
from registers import registers
from reports import reports
from scans import scans
from sheets import sheets
from starting import started, starts
from writing import writes

SIZES = (1_000, 10_000, 100_000)
REGISTER_ROWS = 10_000


def office_figures(directives: int, home: Path) -> Iterator[Figure]:
    """What depends on how large the office is: start, memory, lists, search, writing."""
    folder = office_of(directives, home)
    yield from starts(folder, home)
    session = started("our_window.py", home, str(folder), "--work")
    bare = started("bare_window.py", home)
    yield Figure(
        "peak memory, after 61 jumps and all searches", "kB", session["peak_after_work"], bare["peak"],
        "bare window, empty table", at_most=1.5,
    )  # fmt: skip
    yield from lists_and_search(folder, session)
    yield from looks(folder, home)
    yield from reports(folder)
    yield from writes(folder, home)


def paper_figures(home: Path, rows: int) -> Iterator[Figure]:
    """What depends on the paper alone."""
    yield from sheets(home)
    yield from registers(office_of(rows, home), home, rows)
    yield from scans(home)


def main() -> int:
    """Measure and print, line by line."""
    asked = argparse.ArgumentParser(prog="dev.py bench", description=__doc__.splitlines()[0])
    asked.add_argument("--quick", action="store_true", help="only the office of 1,000 directives")
    asked.add_argument("--home", type=Path, default=ROOT / "out" / "bench", help="where filled offices are kept")
    options = asked.parse_args()
    options.home.mkdir(parents=True, exist_ok=True)
    over = 0
    for size in SIZES[:1] if options.quick else SIZES:
        over += show(f"{size:,} directives, {size * LINES_EACH:,} assignments", office_figures(size, options.home))
    over += show("Reform index", reform(options.home))
    rows = REGISTER_ROWS // 10 if options.quick else REGISTER_ROWS
    over += show("Reading", readings(options.home))
    over += show("Paper", paper_figures(options.home, rows))
    print(f"\n{over or 'No'} line{'' if over == 1 else 's'} over the bar.")
    return 0


def show(title: str, figures: Iterator[Figure]) -> int:
    """Print a part of the table as it is measured; how many lines are over their bar."""
    print(f"\n{title}\n{heading()}", flush=True)
    over = 0
    for figure in figures:
        print(figure.line(), flush=True)
        over += figure.verdict == "over"
    return over


if __name__ == "__main__":
    sys.exit(main())
