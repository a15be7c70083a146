"""A table as rules see it: cells by key, rows and columns with their labels, and how they match the format."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from operator import attrgetter

from checker.document import Place
from checker.facts.numbers import number_faults, plain_digits, plain_number
from checker.hints import TYPE_CHECKING
from checker.language.values import Blank, Unknown, Words
from checker.layout.model import Head, Layout, TableLayout
from checker.report import MISSING, Figure, State, Table

if TYPE_CHECKING:
    from checker.language.view import ReportView

_REASONS = {"text": "text", "missing": "missing"}


_raw = attrgetter("raw")


class Cell:
    """A cell. value: its number, a Blank, or Unknown where it holds no number or the report has no such cell. state:
    number, blank, text or missing.
    """

    __slots__ = ("_figure", "_keys", "state", "table", "value")

    def __init__(self, table: TableView, row: str, column: str, figure: Figure) -> None:
        self.table, self._keys, self._figure = table, (row, column), figure
        state, value = figure.state, figure.value
        self.state: State = state
        if value is not None:
            self.value: Decimal | Blank | Unknown = value
        elif state == "blank":
            self.value = Blank(self)
        else:
            self.value = Unknown("missing" if state == "missing" else "text", self)

    @property
    def place(self) -> Place:
        """Where it stands."""
        row, column = self._keys
        quote = self._figure.raw.strip() or None
        return Place(self.table.section, self.table.key, row, column, None, quote)

    @property
    def raw(self) -> Words:
        """Its text as printed."""
        return Words.at(self._figure.raw, self.place)

    text = raw

    @property
    def holds(self) -> str:
        """What the format wants there: count, change or amount."""
        try:
            return self.table.shape.kind_of(*self._keys)
        except KeyError:
            return "count"

    @property
    def faults(self) -> tuple[str, ...]:
        """Faults of form of its number; see checker.facts.numbers.number_faults."""
        return number_faults(self._figure.raw, self.holds)  # type: ignore[arg-type]  # holds is one of the kinds

    @property
    def plain(self) -> str | None:
        """Its number plainly written, a unit of money in a cell of amounts kept; None if it holds no number."""
        return plain_number(self._figure.raw, self.holds)  # type: ignore[arg-type]  # holds is one of the kinds

    @property
    def row(self) -> HeadKey:
        """Its row."""
        return self.table.head(self._keys[0])

    @property
    def column(self) -> HeadKey:
        """Its column."""
        return self.table.head(self._keys[1])


class HeadKey(str):
    """The key of a row, column or labelled group: equal to its text, shown by its label, with what a rule can ask of
    it. owner: the table that it is a key of.
    """

    __slots__ = ("owner",)
    owner: TableView

    @property
    def place(self) -> Place:
        """Where it stands: a labelled group where its first row or column does."""
        return self.owner.place_of_head(str(self))

    @property
    def label(self) -> str:
        """As printed in the report, else as in the format: how a message shows it."""
        return self.owner.label_of(str(self))

    @property
    def key(self) -> str:
        """The key as a plain text."""
        return str(self)

    @property
    def official(self) -> str:
        """The label in the format."""
        head = self.owner.heads_by_key.get(self)
        return head.path[-1] if head else str(self)

    @property
    def match(self) -> str:
        """How the printed label matches: exact, also, faulty, near or none."""
        from checker.layout.conformity import label_match

        return label_match(self.owner.table, str(self), self.owner.laid) if self.owner.table else "none"

    @property
    def plain(self) -> bool:
        """Whether each cell of the row holds a whole number in plain digits: none is blank, wrong or ill-written."""
        return self in self.owner.plain_rows

    @property
    def columns(self) -> tuple[HeadKey, ...]:
        """The columns that the row has."""
        return self.owner.columns_of(str(self))

    @property
    def rows(self) -> tuple[HeadKey, ...]:
        """The rows that the column has."""
        return tuple(self.owner.head(r) for r in self.owner.shape.rows if self in self.owner.shape.columns_of(r))


class TableView:
    """A table of the format, whether or not the report has it. `groups` of the format are asked by `group`; `known` are
    the cells asked for so far.
    """

    def __init__(self, view: ReportView, key: str, table: Table | None, layout: Layout, shape: TableLayout) -> None:
        self.view, self.key, self.table, self.laid, self.shape = view, key, table, layout, shape
        self.given = table is not None
        self.known: dict[tuple[str, str], Cell] = {}
        self._heads: dict[str, HeadKey] = {}
        self._columns: dict[str, tuple[HeadKey, ...]] = {}
        self._lines: dict[str, tuple[tuple[HeadKey, Cell], ...]] = {}

    @property
    def layout(self) -> str:
        """The key of the format that the table was laid on; the report's if the report lacks the table."""
        return self.laid.key

    @property
    def section(self) -> str:
        """The section where it stands; where it belongs if the report lacks it."""
        return self.table.section if self.table else self.shape.section

    @property
    def home(self) -> str:
        """The section where it belongs."""
        return self.shape.section

    @property
    def place(self) -> Place:
        """The table as a whole."""
        return Place(section=self.section, table=self.key)

    @cached_property
    def heads_by_key(self) -> Mapping[str, Head]:
        """The heads of the format, the labelled groups among them."""
        return {**self.shape.group_heads, **{h.key: h for b in self.shape.blocks for h in (*b.rows, *b.columns)}}

    @cached_property
    def plain_rows(self) -> frozenset[str]:
        """Keys of the rows whose cells all hold whole numbers in plain digits."""
        rows = self.table.rows if self.table else {}
        return frozenset([key for key, cells in rows.items() if all(map(plain_digits, map(_raw, cells.values())))])

    @cached_property
    def _axes(self) -> Mapping[str, str]:
        rows = dict.fromkeys(self.shape.rows, "row")
        return {**dict.fromkeys(self.shape.columns, "column"), **rows}

    def has(self, name: str) -> bool:
        """Whether the format has a row, a column, a group, or a cell "row,column" of that name."""
        if "," in name:
            row, column = name.split(",")
            return column in self.shape.columns_of(row)
        return name in self._axes or name in self.shape.groups

    def cell(self, row: str, column: str) -> Cell:
        """The cell; one that the report or the format lacks is missing."""
        found = self.known.get((row, column))
        if found is None:
            figures = self.table.rows.get(row) if self.table else None
            figure = figures.get(column, MISSING) if figures is not None else MISSING
            found = self.known[row, column] = Cell(self, row, column, figure)
        return found

    def head(self, key: str) -> HeadKey:
        """The row, column or labelled group with that key."""
        found = self._heads.get(key)
        if found is None:
            found = self._heads[key] = HeadKey(key)
            found.owner = self
        return found

    def place_of_head(self, key: str) -> Place:
        """Where a row, column or labelled group stands."""
        stands = str(self.shape.groups[key][0]) if key in self.shape.group_heads else key
        row, column = (stands, None) if self._axes.get(stands, "row") == "row" else (None, stands)
        return Place(self.section, self.key, row, column)

    def line(self, row: str) -> tuple[tuple[HeadKey, Cell], ...]:
        """The columns that a row has, each with its cell."""
        found = self._lines.get(row)
        if found is None:
            cell = self.cell
            found = self._lines[row] = tuple([(column, cell(row, column)) for column in self.columns_of(row)])
        return found

    def label_of(self, key: str) -> str:
        """The label of a row, column or group, without blanks: as printed, else as in the format."""
        printed = self.table.labels.get(key) if self.table else None
        head = self.heads_by_key.get(key)
        return "".join((printed or (head.path[-1] if head else key)).split())

    def columns_of(self, row: str) -> tuple[HeadKey, ...]:
        """The columns that a row has."""
        found = self._columns.get(row)
        if found is None:
            found = self._columns[row] = tuple([self.head(c) for c in self.shape.columns_of(row)])
        return found

    def _listed(self, keys: tuple[str, ...]) -> tuple[HeadKey, ...] | Unknown:
        return tuple([self.head(key) for key in keys]) if self.given else Unknown("missing", self)

    def group(self, name: str) -> tuple[HeadKey, ...] | Unknown:
        """The rows or columns of a group of the format."""
        return self._listed(tuple(self.shape.groups.get(name, ())))

    @cached_property
    def rows(self) -> tuple[HeadKey, ...] | Unknown:
        """The rows of the format; unknown if the report lacks the table."""
        return self._listed(self.shape.rows)

    @cached_property
    def columns(self) -> tuple[HeadKey, ...] | Unknown:
        """The columns of the format; unknown if the report lacks the table."""
        return self._listed(self.shape.columns)

    @cached_property
    def cells(self) -> tuple[Cell, ...] | Unknown:
        """The cells of the format, row by row; unknown if the report lacks the table."""
        if not self.given:
            return Unknown("missing", self)
        return tuple(self.cell(row, column) for row in self.shape.rows for column in self.shape.columns_of(row))

    @cached_property
    def missing_rows(self) -> tuple[HeadKey, ...] | Unknown:
        """Rows of the format that the report's table lacks."""
        from checker.layout.conformity import missing_rows

        return self._listed(tuple(missing_rows(self.table, self.laid))) if self.table else Unknown("missing", self)

    @cached_property
    def missing_columns(self) -> tuple[HeadKey, ...] | Unknown:
        """Columns of the format that the report's table lacks."""
        from checker.layout.conformity import missing_columns

        return self._listed(tuple(missing_columns(self.table, self.laid))) if self.table else Unknown("missing", self)

    @property
    def extra(self) -> tuple[Words, ...] | Unknown:
        """Labels of rows and columns that no format knows."""
        if not self.table:
            return Unknown("missing", self)
        return tuple(Words.at(text, Place(self.section, self.key, quote=text)) for text in self.table.extra)

    @property
    def copies(self) -> int | None:
        """How often it stands in its section once more; None if the report lacks it."""
        return self.table.copies if self.table else None

    @property
    def heads(self) -> tuple[HeadKey, ...] | Unknown:
        """The rows, columns and labelled groups that the report prints."""
        if not self.table:
            return Unknown("missing", self)
        keys = (*self.shape.rows, *self.shape.columns, *self.shape.group_heads)
        return tuple(self.head(key) for key in keys if key in self.table.labels)
