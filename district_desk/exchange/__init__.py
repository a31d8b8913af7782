"""Lists out to Excel and back: typed columns with the office's own headings, and every fault with its row.

This room knows sheets and cells. What a row means (a unit, a person) is the desk's to say.
"""

from district_desk.exchange.reading import read_lines, read_sheet
from district_desk.exchange.score_sheets import ScoreColumn, ScoreRow, ScoreSheet, SheetLayout, letter_of, read_scores
from district_desk.exchange.sheet import Cell, Column, ColumnType, Row, Sheet
from district_desk.exchange.writing import write_sheet

__all__ = [
    "Cell",
    "Column",
    "ColumnType",
    "Row",
    "ScoreColumn",
    "ScoreRow",
    "ScoreSheet",
    "Sheet",
    "SheetLayout",
    "letter_of",
    "read_lines",
    "read_scores",
    "read_sheet",
    "write_sheet",
]
