"""What a file holds, before anything is known of annual reports: paragraphs and grids in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from checker.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader is sent: a part of the report by key, a paragraph by number, or a quotation.

    section: key of a section, or "title" / "preface".
    table, row, column: keys of the layout.
    paragraph: number of the body paragraph, from 1 (see Paragraph.n).
    quote: the words meant, as printed.
    """

    section: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    paragraph: int | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, as a reader of the page sees it.

    n: its number from 1 in reading order. Paragraphs without text, paragraphs of tables, headers, footers and notes are
        not counted, so that the same report has the same numbers in every file format.
    text: its words without the automatic number; a line break is "\\n", a tab "\\t".
    number: the automatic number as printed ("一、", "（二）", "3."), else "".
    level: outline level from 0 where the file marks a heading (style or outline level), else None.
    contents: it is a line of a table of contents.
    """

    n: int
    text: str
    number: str = ""
    level: int | None = None
    contents: bool = False

    @property
    def printed(self) -> str:
        """Number and text, as they stand on the page."""
        return self.number + self.text


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at its upper left position in a grid; row and column count from 0, spans from 1."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its merges resolved.

    rows: one tuple per grid row, all of one length; a merged cell stands (the same object) at every position that it
        covers; None where the file has no cell.
    after: number of the last paragraph before the table (0 if there is none).
    """

    rows: tuple[tuple[Cell | None, ...], ...]
    after: int = 0

    @property
    def width(self) -> int:
        """Number of grid columns."""
        return len(self.rows[0]) if self.rows else 0

    def cells(self) -> Iterator[Cell]:
        """Each cell once, in reading order."""
        for r, row in enumerate(self.rows):
            for c, cell in enumerate(row):
                if cell is not None and cell.row == r and cell.column == c:
                    yield cell


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that the file holds beside its text: a tracked change, a comment, a link, an item of metadata.

    kind: what it is, in the words of the fact's own list (for revisions: insertion, deletion, move, format; for
        metadata: author, last_editor, company, manager).
    quote: its text, target or value.
    paragraph: number of the body paragraph that holds it, of the one before it where it stands in a table or in a
        paragraph that does not show, or of the next where it stands between paragraphs.
    """

    kind: str
    quote: str = ""
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class FileFacts:
    """Facts of the file itself. A fact is None where the format of the file has no such thing.

    format: "docx", "json", "html", "text" and so on.
    """

    format: str
    revisions: tuple[Mark, ...] | None = None
    comments: tuple[Mark, ...] | None = None
    hidden: tuple[Mark, ...] | None = None
    active: tuple[Mark, ...] | None = None
    links: tuple[Mark, ...] | None = None
    metadata: tuple[Mark, ...] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read.

    blocks: paragraphs and grids in reading order; paragraphs are numbered 1, 2, 3 …
    footnotes: texts of footnotes and endnotes, which belong to no section.
    cautions: what could not be read as it stands and was worked around (a grid cut at the limit), one English
        sentence each.
    """

    blocks: tuple[Paragraph | Grid, ...]
    facts: FileFacts
    footnotes: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs alone."""
        return tuple(b for b in self.blocks if isinstance(b, Paragraph))

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The grids alone."""
        return tuple(b for b in self.blocks if isinstance(b, Grid))
