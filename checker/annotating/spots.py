"""Where a comment goes: from a finding's place to the paragraphs of the file, or to the words in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from checker.annotating.elements import Elements, paragraphs_in
from checker.dataclass import dataclass
from checker.document import Document, Grid, Place
from checker.layout.positions import Position
from checker.readers.tags import CELL_PROPERTIES, ROW_PROPERTIES, SDT_CONTENT
from checker.report import PREFACE, TITLE, Report

_PROPERTIES = (CELL_PROPERTIES, ROW_PROPERTIES)


@dataclass(frozen=True, slots=True)
class Spot:
    """The w:p that a comment is about, and the words in them that it quotes, None for the whole."""

    paragraphs: Sequence[etree._Element]
    quote: str | None = None

    @property
    def controlled(self) -> bool:
        """Whether it lies in a content control around cells or paragraphs."""
        return next(self.paragraphs[0].iterancestors(SDT_CONTENT), None) is not None

    @property
    def opens_control(self) -> bool:
        """Whether it begins in the first paragraph of a content control around paragraphs, cells or rows.

        LibreOffice (7.4) loses the text of that paragraph where it comes before the reference to a comment.
        """
        at = self.paragraphs[0]
        while (parent := at.getparent()) is not None:
            before = at.getprevious()
            if before is not None and before.tag not in _PROPERTIES:
                return False
            if parent.tag == SDT_CONTENT:
                return True
            at = parent
        return False


class Spots:
    """The spots of one file."""

    def __init__(
        self,
        document: Document,
        report: Report,
        elements: Elements,
        positions: Mapping[tuple[str, str, str], Position],
    ) -> None:
        self._grids: Sequence[Grid] = document.grids
        self._numbers = {p.n: p.number for p in document.paragraphs}
        self._report, self._elements, self._positions = report, elements, positions

    def of(self, place: Place) -> Spot | None:
        """The spot of a place, or the nearest where the place has none. None in a file without paragraphs."""
        if place.table is not None:
            found = self._in_table(place.table, place.row, place.column)
            if found:
                return Spot(found)
        if place.paragraph is not None:
            return self._at(place.paragraph, place.quote)
        heading = self._heading(place.section)
        return self._at(heading) if heading is not None else self.title()

    def title(self) -> Spot | None:
        """The title, or the first paragraph where there is none."""
        if self._report.title.paragraph is not None:
            return self._at(self._report.title.paragraph)
        first = (
            self._elements.every[:1]
            or [p for cell in list(self._elements.cells.values())[:1] for p in paragraphs_in(cell)][:1]
        )
        return Spot(first) if first else None

    def _at(self, number: int, quote: str | None = None) -> Spot | None:
        known = self._elements.paragraphs
        if number in known:
            automatic = self._numbers.get(number, "")
            if quote is not None and automatic and quote.startswith(automatic):
                quote = quote[len(automatic) :]  # Word draws it: it is no part of the text
            return Spot(known[number], quote or None)
        nearest = min(known, key=lambda n: (abs(n - number), n), default=None)
        return Spot(known[nearest]) if nearest is not None else None

    def _heading(self, section: str | None) -> int | None:
        if section == PREFACE:
            return self._report.preface[0].n if self._report.preface else None
        if section is None or section == TITLE:
            return None
        headings = (heading.paragraph for heading in self._report.outline if heading.key == section)
        return next(headings, None)

    def _in_table(self, table: str, row: str | None, column: str | None) -> Sequence[etree._Element]:
        """The paragraphs of the cell; of its label where a row or column alone is meant, else of the first cell."""
        mine = {
            (r, c): position
            for (key, r, c), position in self._positions.items()
            if key == table and row in (None, r) and column in (None, c)
        }
        if not mine:
            return [] if row is None and column is None else self._in_table(table, None, None)
        first = min(mine.values(), key=lambda p: (p.grid, p.row, p.column))
        if row is not None and column is not None:
            return self._cell(first)
        label = self._report.tables[table].labels.get(row or column or "") if table in self._report.tables else None
        wanted = Position(first.grid, 0, 0) if row is None and column is None else self._label(first, label)
        return self._cell(wanted) or self._cell(first)

    def _label(self, beside: Position, label: str | None) -> Position:
        """The cell that holds a label: in the row of a cell, else in its column, else anywhere; or the cell itself."""
        cells = [cell for cell in self._grids[beside.grid].cells() if "".join(cell.text.split()) == label]
        near = min(cells, key=lambda c: (c.row != beside.row, c.column != beside.column, c.row), default=None)
        return beside if near is None else Position(beside.grid, near.row, near.column)

    def _cell(self, position: Position) -> Sequence[etree._Element]:
        element = self._elements.cells.get(position)
        return [] if element is None else list(paragraphs_in(element))
