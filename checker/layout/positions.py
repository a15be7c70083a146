"""Where the cells of the laid tables stand in the document: for those who write into a copy of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.dataclass import dataclass
from checker.document import Document
from checker.facts.names import OrganisationNames
from checker.layout.headings import heading_words
from checker.layout.model import Layout
from checker.layout.sections import split_parts
from checker.layout.tables import fit_tables
from checker.layout.vocabulary import lexicon
from checker.report import Report


@dataclass(frozen=True, slots=True)
class Position:
    """A cell's upper left place: number of the grid in the document, row and column, all from 0."""

    grid: int
    row: int
    column: int


def find_positions(
    document: Document, report: Report, layouts: Sequence[Layout], names: OrganisationNames
) -> Mapping[tuple[str, str, str], Position]:
    """(table, row key, column key) -> position, for each cell of `report`'s tables that has a cell of its own.

    `report` is what `lay` made of the document with the same layouts and names. The laying is done once more: few calls
    ask, and all the others need not carry the positions along.
    """
    labels = lexicon(layouts)
    every = {label for words in labels.words.values() for label in (*words.rows, *words.columns, *words.groups)}
    parts = split_parts(document, layouts, heading_words(layouts, every), names)
    where = {
        id(cell): Position(number, cell.row, cell.column)
        for number, grid in enumerate(document.grids)
        for cell in grid.cells()
    }
    return {
        (key, row, column): where[id(cell)]
        for key, laid in fit_tables(parts.standing, layouts, labels, report.year).items()
        for (row, column), cell in laid.cells.items()
        if id(cell) in where
    }
