"""A layout: the official format of a report year, as read from a .layout file. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from checker.dataclass import dataclass, field
from checker.hints import Literal

NumberKind = Literal["count", "change", "amount"]
Path = tuple[str, ...]  # label of a head, outermost step first


@dataclass(frozen=True, slots=True)
class Head:
    """A row or column of a table.

    path: the format's label through merged headers, outermost first. also: wordings as good as the format's.
    faulty: wordings that are recognised and are a finding (`also!`). number: what its cells hold; a cell's kind is the
    column's unless the row states one.
    """

    key: str
    path: Path
    number: NumberKind = "count"
    also: tuple[Path, ...] = ()
    faulty: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a table with columns of its own; label is its caption row, None if the table is one block.

    corner: what the format prints in the cell above the row labels (a note, a word), "" if nothing.
    """

    label: str | None
    columns: tuple[Head, ...]
    rows: tuple[Head, ...]
    also: tuple[str, ...] = ()
    corner: str = ""


@dataclass(frozen=True)
class TableLayout:
    """A table of the format.

    groups: name -> keys of rows or columns, in order, those of nested groups included. group_heads: name -> the merged
    label over a group ("（三）甲类"), for the groups that have one.

    folded: the rows stand beside one another in a single row of cells (the table of disputes): each row's columns are
    then heads under the row's own head.
    """

    key: str
    section: str
    blocks: tuple[Block, ...]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folded: bool = False
    group_heads: Mapping[str, Head] = field(default_factory=dict)

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """Row keys in the format's order."""
        return tuple(h.key for b in self.blocks for h in b.rows)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Column keys in the format's order, each once."""
        return tuple(dict.fromkeys(h.key for b in self.blocks for h in b.columns))

    @cached_property
    def heads(self) -> Mapping[str, tuple[Head, ...]]:
        """Key -> the heads of that key: a key may head columns of several blocks, and a labelled group has one too."""
        keyed = [(head.key, head) for block in self.blocks for head in (*block.columns, *block.rows)]
        found: dict[str, tuple[Head, ...]] = {}
        for key, head in [*keyed, *self.group_heads.items()]:
            found[key] = (*found.get(key, ()), head)
        return found

    def columns_of(self, row: str) -> tuple[str, ...]:
        """The columns that the row's block has; () for an unknown row."""
        return self._columns.get(row, ())

    def kind_of(self, row: str, column: str) -> NumberKind:
        """What the cell holds. Raises KeyError if no block holds the cell."""
        return self._kinds[row, column]

    @cached_property
    def _columns(self) -> Mapping[str, tuple[str, ...]]:
        return {row.key: tuple(h.key for h in b.columns) for b in reversed(self.blocks) for row in b.rows}

    @cached_property
    def _kinds(self) -> Mapping[tuple[str, str], NumberKind]:
        return {(r.key, h.key): h.number for b in reversed(self.blocks) for r in b.rows for h in b.columns}


@dataclass(frozen=True, slots=True)
class SectionLayout:
    """A section: its label as in the format ("一、甲": number and heading), other wordings, instructions,
    aspects.

    asks: name of an aspect -> pattern that shows it is covered (RE2). instructions: the format's own texts that
    must not be left in a report.
    """

    key: str
    number: str
    heading: str
    also: tuple[str, ...] = ()
    faulty: tuple[str, ...] = ()
    asks: Mapping[str, str] = field(default_factory=dict)
    instructions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A format.

    first_year, last_year: report years, None for open. report: what the format calls such a report, then the other
    names by which one is recognised. contents: words that head a table of contents.
    """

    key: str
    title: str
    basis: str
    first_year: int
    last_year: int | None
    sections: tuple[SectionLayout, ...]
    tables: tuple[TableLayout, ...]
    report: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()

    def covers(self, year: int) -> bool:
        """Whether the report year is this format's."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def table(self, key: str) -> TableLayout | None:
        """The table with that key, or None."""
        return next((t for t in self.tables if t.key == key), None)

    def section(self, key: str) -> SectionLayout | None:
        """The section with that key, or None."""
        return next((s for s in self.sections if s.key == key), None)
