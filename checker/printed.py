"""A report as it would stand on paper: what edits act on, and what a new report is written from.

`printed` takes a Report apart into headings, paragraphs and tables of raw cells, `document` puts them together as a
Document whose grids printed_grid.py draws; laying that document again gives the report back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.dataclass import dataclass, field, replace
from checker.document import Document, FileFacts, Grid, Paragraph
from checker.layout.model import Layout, Path, TableLayout
from checker.printed_grid import draw
from checker.report import MISSING, Report, Table


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph to be printed; `edited` says that an edit wrote or changed it."""

    text: str
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A printed row or column: its key (None for one that no layout knows), its label, and the key of the row or column
    whose block and merged labels it shares."""

    key: str | None
    label: str
    like: str


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table to be printed in the form `layout`: rows and columns that stand in it, raw cells by their keys, and the
    labels of groups as printed by the path that the format gives them."""

    key: str
    layout: TableLayout
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: Mapping[tuple[str, str], str]
    groups: Mapping[Path, str] = field(default_factory=dict)

    def raw(self, row: Line, column: Line) -> str:
        """What is printed in a cell; rows and columns that no layout knows are filled with noughts."""
        return "0" if row.key is None or column.key is None else self.cells.get((row.key, column.key), "")


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A section to be printed: heading with its number as printed ("一", None for none), paragraphs, then tables."""

    key: str | None
    number: str | None
    heading: str
    passages: tuple[Passage, ...] = ()
    tables: tuple[PrintedTable, ...] = ()
    edited: bool = False  # the heading itself

    @property
    def title(self) -> str:
        """Number and heading as they stand on the page."""
        return f"{self.number}、{self.heading}" if self.number else self.heading


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """A report to be printed; title None if it has none."""

    title: Passage | None
    preface: tuple[Passage, ...]
    sections: tuple[PrintedSection, ...]
    facts: FileFacts
    footnotes: tuple[str, ...] = ()

    def with_section(self, index: int, section: PrintedSection) -> PrintedReport:
        """The report with the section at that position replaced."""
        return replace(self, sections=(*self.sections[:index], section, *self.sections[index + 1 :]))


def printed(report: Report, layouts: Sequence[Layout]) -> PrintedReport:
    """The report taken apart for printing; tables of a layout that is not among `layouts` are left out.

    A table stands in the section that it was found in, after the paragraphs; one whose section is not printed stands in
    the last one.
    """
    forms = {layout.key: layout for layout in layouts}
    sections = []
    seen: set[str] = set()
    for entry in report.outline:
        fresh = entry.key is not None and entry.key not in seen and entry.key in report.sections
        paragraphs = report.sections[entry.key].paragraphs if fresh and entry.key else ()
        tables = [
            t
            for key, t in _tables(report, forms)
            if t is not None and fresh and report.tables[key].section == entry.key
            for _ in range(1 + report.tables[key].copies)
        ]
        sections.append(
            PrintedSection(
                entry.key, entry.number, entry.heading, tuple(Passage(p.text) for p in paragraphs), tuple(tables)
            )
        )
        seen.add(entry.key or "")
    stray = [t for key, t in _tables(report, forms) if t is not None and report.tables[key].section not in seen]
    if stray and sections:
        sections[-1] = replace(sections[-1], tables=(*sections[-1].tables, *stray))
    title = None if report.title.text is None else Passage(report.title.text)
    return PrintedReport(
        title, tuple(Passage(p.text) for p in report.preface), tuple(sections), report.document, report.footnotes
    )


def _tables(report: Report, forms: Mapping[str, Layout]) -> list[tuple[str, PrintedTable | None]]:
    found: list[tuple[str, PrintedTable | None]] = []
    for key, table in report.tables.items():
        form = forms[table.layout].table(key) if table.layout in forms else None
        found.append((key, print_table(table, form) if form else None))
    return found


def print_table(table: Table, form: TableLayout) -> PrintedTable:
    """A laid table as printed: labels as they stood, else the format's; missing rows and columns stay away."""
    rows: list[Line] = []
    cells: dict[tuple[str, str], str] = {}
    for head in (head for block in form.blocks for head in block.rows):
        figures = table.rows.get(head.key, {})
        shown = {(head.key, column): f.raw for column, f in figures.items() if f.state != MISSING.state}
        if shown:
            rows.append(Line(head.key, table.labels.get(head.key, head.path[-1]), head.key))
            cells |= shown
    present = {column for _, column in cells}
    heads = {head.key: head for block in form.blocks for head in block.columns}
    columns = tuple(Line(k, table.labels.get(k, h.path[-1]), k) for k, h in heads.items() if k in present)
    groups = {h.path: table.labels.get(name, h.path[-1]) for name, h in form.group_heads.items()}
    return PrintedTable(form.key, form, tuple(rows), columns, cells, groups)


def document(report: PrintedReport) -> Document:
    """The printed report as a Document: paragraphs numbered from 1, tables after the paragraphs of their section."""
    blocks: list[Paragraph | Grid] = []
    n = 0

    def put(text: str, level: int | None = None) -> None:
        nonlocal n
        if text.strip():
            n += 1
            blocks.append(Paragraph(n, text, level=level))

    if report.title is not None:
        put(report.title.text)
    for passage in report.preface:
        put(passage.text)
    for section in report.sections:
        put(section.title, 0)
        for passage in section.passages:
            put(passage.text)
        blocks += [grid for table in section.tables if (grid := draw(table, after=n)).rows]
    return Document(tuple(blocks), report.facts, report.footnotes)
