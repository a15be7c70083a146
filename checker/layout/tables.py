"""Finds the tables of the formats among the grids of a document, however they are printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from checker.dataclass import dataclass
from checker.document import Cell, Grid
from checker.facts.numbers import read_figure
from checker.layout.fit import BLANK, Fit, Leaf
from checker.layout.fit_folded import fit_folded, is_unfolded
from checker.layout.fit_rows import fit_rows
from checker.layout.model import Layout, TableLayout
from checker.layout.pieces import Piece, is_entry, split_pieces, turned
from checker.layout.vocabulary import Lexicon, Vocabulary
from checker.report import MISSING, Figure, Table

_Cut = Callable[[], list[list[Piece]]]
_SHARE = 0.5  # of the labels of a grid, this many must be a table's own
_LEAST = 3  # numbers that make an unlabelled grid the rest of the table before it
_ALONE = 5  # so many rows make a table even where no column is labelled


@dataclass(frozen=True, slots=True)
class Standing:
    """A grid and the section that it stands in."""

    grid: Grid
    section: str


@dataclass(frozen=True, slots=True)
class Laid:
    """The layout that fits a table best, and how it fits (see Fit); copies: see checker.report.Table."""

    layout: Layout
    form: TableLayout
    section: str
    cells: Mapping[tuple[str, str], Cell]
    labels: Mapping[str, tuple[str, int]]
    extra: Sequence[str]
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Recipe:
    """A table as laid, without its cells: which it has, by number of the grid, row and column, None for BLANK.

    Thousands of these are kept while a batch lasts, so nothing of the document that it was made from stays with it.
    """

    bare: Laid
    keys: tuple[tuple[str, str], ...]
    places: tuple[tuple[int, int, int] | None, ...]

    def of(self, parts: Sequence[_Part]) -> Laid:
        """The table with the cells of other grids of the same shapes."""
        grids = [part.standing.grid.rows for part in parts]
        cells = {}
        for key, place in zip(self.keys, self.places, strict=True):
            cell = BLANK if place is None else grids[place[0]][place[1]][place[2]]
            if cell is not None:
                cells[key] = cell
        bare = self.bare
        return Laid(bare.layout, bare.form, bare.section, cells, bare.labels, bare.extra, bare.copies)


class _Part:
    """Rows of a grid that may be a table. shape: see Remembered.number."""

    __slots__ = ("_cut", "begin", "end", "shape", "standing")

    def __init__(self, standing: Standing, shape: int | None, cut: _Cut, begin: int, end: int) -> None:
        self.standing, self.shape, self._cut, self.begin, self.end = standing, shape, cut, begin, end

    @property
    def pieces(self) -> list[list[Piece]]:
        """The rows."""
        return self._cut()[self.begin : self.end]


def lay_tables(
    standing: Sequence[Standing], layouts: Sequence[Layout], labels: Lexicon, year: int | None
) -> dict[str, Table]:
    """The tables by key, in the order of the layouts, as `fit_tables` finds them."""
    return {key: _table(laid) for key, laid in fit_tables(standing, layouts, labels, year).items()}


def fit_tables(
    standing: Sequence[Standing], layouts: Sequence[Layout], labels: Lexicon, year: int | None
) -> dict[str, Laid]:
    """The tables by key, in the order of the layouts; each on the layout that fits it best.

    A table may be cut into several grids; a second copy of one is left aside and counted, the one in its own section
    being preferred. `year` decides between layouts that fit alike: the one that covers it, else the newest.
    """
    order = sorted(layouts, key=lambda item: (year is not None and item.covers(year), item.first_year), reverse=True)
    found: dict[str, list[_Part]] = {}
    last: str | None = None
    for item in standing:
        shape = labels.shapes.number(item.grid)
        cut = cache(partial(split_pieces, item.grid))  # most grids are known by their shapes, and never cut
        for key, begin, end in _known_parts(cut, shape, labels, last):
            found.setdefault(key, []).append(_Part(item, shape, cut, begin, end))
            last = key
    tables: dict[str, Laid] = {}
    for key in dict.fromkeys(table.key for layout in layouts for table in layout.tables):
        laid = _known_table(key, found[key], order, labels) if key in found else None
        if laid is not None:
            tables[key] = laid
    return tables


def _known_parts(cut: _Cut, shape: int | None, labels: Lexicon, last: str | None) -> list[tuple[str, int, int]]:
    """As _parts, by the grid's shape where that was met before."""
    parts = labels.parts.get((shape, last)) if shape is not None else None
    if parts is None:
        parts = _parts(cut(), labels, last)
        if shape is not None:
            labels.parts[shape, last] = parts
    return parts


def _known_table(key: str, parts: Sequence[_Part], order: Sequence[Layout], labels: Lexicon) -> Laid | None:
    """As _lay_table, by the shapes of the grids where these were met before."""
    asked = (
        key,
        tuple([layout.key for layout in order]),
        tuple([(part.shape, part.standing.section, part.begin, part.end) for part in parts]),
    )
    recipe = labels.laid.get(asked)
    if recipe is not None:
        return recipe.of(parts)
    laid = _lay_table(key, parts, order, labels)
    if laid is not None and all(part.shape is not None for part in parts):
        where = {
            id(cell): (number, cell.row, cell.column)
            for number, part in enumerate(parts)
            for cell in part.standing.grid.cells()
        }
        if all(cell is BLANK or id(cell) in where for cell in laid.cells.values()):
            one = labels.shapes.one
            places = [None if cell is BLANK else one(where[id(cell)]) for cell in laid.cells.values()]
            bare = Laid(laid.layout, laid.form, laid.section, {}, laid.labels, laid.extra, laid.copies)
            labels.laid[asked] = Recipe(bare, one(tuple(laid.cells)), one(tuple(places)))
    return laid


def _parts(pieces: list[list[Piece]], labels: Lexicon, last: str | None) -> list[tuple[str, int, int]]:
    """The tables that a grid may hold, by key, with the rows from … to: mostly one, more where tables are joined."""
    votes: dict[str, int] = {}
    sole: list[str | None] = []  # for each row the one table that most of its labels are of
    for row in pieces:
        here: list[str] = []
        for piece in row:
            if piece.own and piece.folded:
                here += {table for (_, table), words in labels.words.items() if words.knows(piece.folded)}
        for table in here:
            votes[table] = votes.get(table, 0) + 1
        counts = sorted([(here.count(table), table) for table in set(here)], reverse=True)
        single = len(counts) == 1 or (len(counts) > 1 and counts[0][0] > counts[1][0])
        sole.append(counts[0][1] if single else None)
    if not votes:
        numbers = sum(1 for row in pieces for piece in row if piece.own and is_entry(piece.text))
        return [(last, 0, len(pieces))] if last is not None and numbers > _LEAST else []
    several = [key for key in votes if sole.count(key) > 1]
    if len(several) < 2:
        return [(max(votes, key=lambda key: (votes[key], sole.count(key))), 0, len(pieces))]
    starts = {key: sole.index(key) for key in several}
    parts: list[tuple[str, int, int]] = []
    ordered = sorted(several, key=lambda key: starts[key])
    begin = 0
    for number, key in enumerate(ordered):
        end = starts[ordered[number + 1]] if number + 1 < len(ordered) else len(pieces)
        parts.append((key, begin, end))
        begin = end
    return parts


def _lay_table(key: str, parts: Sequence[_Part], order: Sequence[Layout], labels: Lexicon) -> Laid | None:
    grids = [(part.standing, part.pieces) for part in parts]
    best: tuple[tuple[int, int], Layout, TableLayout, Fit, str, int] | None = None
    for layout in order:
        form = layout.table(key)
        if form is None:
            continue
        fit, section, copies = _fit(grids, labels.words[layout.key, key], labels.foreign[layout.key, key])
        if fit is None:
            continue
        recognised = [rank for label, rank in fit.labels.values() if rank < 4]
        missing = len(form.rows) + len(form.columns) - len(fit.rows) - len(fit.columns)
        score = (len(recognised) - missing - len(fit.extra), -sum(recognised))
        if best is None or score > best[0]:
            best = (score, layout, form, fit, section, copies)
        if not (missing or fit.extra or fit.unknown or any(recognised)):
            break  # every label is this layout's own: no other can fit better
    if best is None:
        return None
    _, layout, form, fit, section, copies = best
    return Laid(layout, form, section, fit.cells, fit.labels, fit.extra, copies)


def _fit(
    grids: Sequence[tuple[Standing, list[list[Piece]]]], words: Vocabulary, foreign: frozenset[str]
) -> tuple[Fit | None, str, int]:
    """All grids of a table read as one, None if they do not make one; its section, and the copies of it there."""
    whole: Fit | None = None
    section, copies = "", 0
    at_home = sorted(grids, key=lambda item: item[0].section != words.table.section)  # stable: reading order within
    goes_on: Sequence[Leaf] = ()
    for standing, pieces in at_home:
        taken = tuple(whole.rows) if whole is not None else ()
        fit = _fit_one(pieces, words, foreign, goes_on, taken)
        if 4 * len(fit.cells) < fit.known:  # many labels and few numbers: it may lie on its side
            other = _fit_one(split_pieces(turned(standing.grid)), words, foreign, (), taken)
            if len(other.cells) > len(fit.cells):
                fit = other
                fit.cells = {key: _upright(cell, standing.grid) for key, cell in fit.cells.items()}
        goes_on = fit.leaves or goes_on
        if not _is_table(fit, goes_on=whole is not None):
            continue
        if whole is None:
            whole, section = fit, standing.section
        elif _repeats(fit, whole):
            copies += standing.section == section
        elif standing.section == section or not fit.rows.keys() <= whole.rows.keys():
            whole.join(fit)
    return whole, section, copies


def _fit_one(
    pieces: list[list[Piece]],
    words: Vocabulary,
    foreign: frozenset[str],
    goes_on: Sequence[Leaf],
    taken: Sequence[str],
) -> Fit:
    if words.table.folded and not is_unfolded(pieces, words):
        return fit_folded(pieces, words, taken)
    return fit_rows(pieces, words, foreign, goes_on)


def _upright(cell: Cell, grid: Grid) -> Cell:
    """The cell of the grid that a cell of the turned grid is."""
    return cell if cell is BLANK else grid.rows[cell.column][cell.row] or BLANK


def _is_table(fit: Fit, *, goes_on: bool) -> bool:
    if not fit.cells or fit.known < _SHARE * (fit.known + fit.unknown):
        return False
    sure = sum(1 for _, rank in fit.labels.values() if rank < 4)
    labelled = sum(1 for key in fit.columns if fit.labels.get(key, ("", 4))[1] < 4)
    if goes_on:
        return sure >= 1
    return (labelled >= 1 and sure >= 2) or len(fit.rows) >= _ALONE


def _repeats(fit: Fit, whole: Fit) -> bool:
    """Whether a grid is a second copy: most of its cells are filled already."""
    twice = sum(1 for cell in fit.cells if whole.cells.get(cell, BLANK).text.strip())
    return 2 * twice > len(fit.cells)


def _table(laid: Laid) -> Table:
    form = laid.form
    rows: dict[str, dict[str, Figure]] = {}
    for block in form.blocks:
        for row in block.rows:
            rows[row.key] = {}
            for column in block.columns:
                cell = laid.cells.get((row.key, column.key))
                rows[row.key][column.key] = MISSING if cell is None else read_figure(cell.text, column.number)
    order = [*form.rows, *form.columns, *form.group_heads]
    labels = {key: laid.labels[key][0] for key in order if key in laid.labels}
    return Table(laid.layout.key, laid.section, labels, rows, tuple(laid.extra), laid.copies)
