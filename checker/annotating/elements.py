"""Which w:p a paragraph of the document is, and which w:tc a cell of its grids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from checker.dataclass import dataclass
from checker.layout.positions import Position
from checker.readers.docx import Reading
from checker.readers.raw import RawTable
from checker.readers.tags import ALTERNATES, CELL, PARAGRAPH, TABLE, W

_DELETED = frozenset({W + "del", W + "moveFrom"})


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements behind a document.

    paragraphs: number -> its w:p, several where paragraph marks were deleted; several numbers have one where line
    breaks part it. cells: position -> w:tc. every: all w:p outside tables in reading order, also those without text.
    """

    paragraphs: Mapping[int, Sequence[etree._Element]]
    cells: Mapping[Position, etree._Element]
    every: Sequence[etree._Element]


def find_elements(reading: Reading) -> Elements:
    """The elements of a document that was read with its markup."""
    shown = {id(line) for line in reading.lines}
    paragraphs: dict[int, list[etree._Element]] = {}
    every: list[etree._Element] = []
    for element, line in reading.story.lines.items():
        if element.tag != PARAGRAPH:
            continue
        if id(line) in shown:
            for n in range(line.n, line.n + line.pieces):
                paragraphs.setdefault(n, []).append(element)
            every.append(element)
        elif next(element.iterancestors(CELL), None) is None:
            every.append(element)
    tables = {id(line): element for element, line in reading.story.lines.items() if element.tag == TABLE}
    known = {id(cell): element for element, cell in reading.story.cells.items()}
    cells: dict[Position, etree._Element] = {}
    for number, table in enumerate(reading.tables):
        if id(table.place) in tables:
            cells |= _cells(number, table, tables[id(table.place)], known)
    return Elements(paragraphs, cells, every)


def _cells(
    number: int, table: RawTable, element: etree._Element, known: Mapping[int, etree._Element]
) -> dict[Position, etree._Element]:
    """The cells of one grid: neither those joined to the cell on their left, nor those too narrow to be seen."""
    raw = [cell for row in table.rows for cell in row.cells]
    found = list(element.iter(CELL)) if table.plain else [known.get(id(cell)) for cell in raw]
    cells: dict[Position, etree._Element] = {}
    for cell, own in zip(raw, found, strict=True):
        if own is not None and cell.span and cell.right != "continue":
            cells.setdefault(Position(number, cell.row, cell.column), own)
    return cells


def paragraphs_in(element: etree._Element) -> Iterator[etree._Element]:
    """The w:p of a cell or another block that a reader of the page sees, tables inside it included."""
    for child in element:
        if child.tag == PARAGRAPH:
            yield child
        elif child.tag == ALTERNATES:
            yield from paragraphs_in(child[0]) if len(child) else ()
        elif child.tag not in _DELETED:
            yield from paragraphs_in(child)
