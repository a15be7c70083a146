"""What a report of the tests says: its body, its figures and its words, before any shape is given to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

SECTIONS = ("overview", "disclosure", "requests", "disputes", "problems", "other")
Cells = Mapping[tuple[str, str], str]  # (row, column) -> as printed


@dataclass(frozen=True, slots=True)
class Body:
    """A made-up body. me: how it calls itself; place: what its address begins with; area: telephone area code."""

    name: str
    kind: str
    level: str | None
    me: str
    place: str
    area: str


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table: the layout it is of, its cells as printed, and where it departs from the format.

    labels: key of a row or column, or "row:key" / "column:key" to say which -> label printed instead of the format's.
    drop: keys of rows or columns left out. extra_rows: (after row key, label, text of its number cells).
    extra_column: label of a further column with zeros, "" for none.
    """

    key: str
    layout: str
    cells: Cells
    labels: Mapping[str, str] = field(default_factory=dict)
    drop: frozenset[str] = frozenset()
    extra_rows: tuple[tuple[str, str, str], ...] = ()
    extra_column: str = ""

    def put(self, row: str, column: str, text: str) -> TableSpec:
        """The table with another text in one cell."""
        return replace(self, cells={**self.cells, (row, column): text})

    def number(self, row: str, column: str) -> int:
        """A cell as a whole number; 0 if there is no such cell."""
        return int(self.cells.get((row, column), "0"))


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A section: its number and heading as typed, its paragraphs before its table and after it."""

    key: str
    number: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extra:
    """Something that the file holds beside its text: see tests/builders/package.py for the kinds.

    where: key of the section in whose first paragraph it is put ("" for the whole file).
    """

    kind: str
    text: str = ""
    where: str = "overview"


@dataclass(frozen=True, slots=True)
class Spec:
    """A report. title: its pieces (body, year, name of the document); signature: body and date under the end."""

    layout: str
    year: int
    body: Body
    title: tuple[str, ...]
    preface: tuple[str, ...]
    sections: tuple[SectionSpec, ...]
    tables: tuple[TableSpec, ...]
    signature: tuple[str, ...] = ()
    extras: tuple[Extra, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    voice: str = ""

    def table(self, key: str) -> TableSpec:
        """The table with that key. Raises StopIteration if there is none."""
        return next(t for t in self.tables if t.key == key)

    def with_table(self, table: TableSpec) -> Spec:
        """The report with that table in place of the one of its key."""
        return replace(self, tables=tuple(table if t.key == table.key else t for t in self.tables))

    def with_table_again(self, key: str, table: TableSpec) -> Spec:
        """The report with a further table behind the one of that key."""
        return replace(self, tables=tuple(each for t in self.tables for each in ((t, table) if t.key == key else (t,))))

    def without_table(self, key: str) -> Spec:
        """The report with no such table."""
        return replace(self, tables=tuple(t for t in self.tables if t.key != key))

    def section(self, key: str) -> SectionSpec:
        """The section with that key. Raises StopIteration if there is none."""
        return next(s for s in self.sections if s.key == key)

    def with_section(self, section: SectionSpec) -> Spec:
        """The report with that section in place of the one of its key."""
        return replace(self, sections=tuple(section if s.key == section.key else s for s in self.sections))

    def say(self, key: str, *paragraphs: str) -> Spec:
        """The report with further paragraphs at the end of a section's prose (before its table), or of the preface."""
        if key == "preface":
            return replace(self, preface=self.preface + paragraphs)
        section = self.section(key)
        return self.with_section(replace(section, paragraphs=section.paragraphs + paragraphs))

    def texts(self) -> list[str]:
        """All prose: preface and sections."""
        return [*self.preface, *(p for s in self.sections for p in (*s.paragraphs, *s.after))]
