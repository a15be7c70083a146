"""What a grid holds when it is read as one table of one layout."""

from __future__ import annotations

from collections.abc import Sequence

from checker.dataclass import dataclass, field
from checker.document import Cell
from checker.layout.matching import RANK, Match
from checker.layout.pieces import Piece, is_entry
from checker.layout.vocabulary import Known, Vocabulary


@dataclass(slots=True)
class Leaf:
    """The lowest label over some grid columns: what they hold, as far as the label tells (keys, the best first)."""

    start: int
    end: int
    label: str
    folded: str
    keys: list[Known]
    key: str | None = None

    @property
    def match(self) -> Match:
        """How the label says the key that the leaf has been given."""
        return next((quality for key, quality in self.keys if key == self.key), "none")


BLANK = Cell("", -1, -1)  # where a number's place is covered by a cell that begins elsewhere
_NOTHING = Piece(BLANK, 0, 0, False, "")
_SLIP = 3  # characters from which on a label may be a slip of the pen


@dataclass(slots=True)
class Fit:
    """A grid read as a table.

    cells: (row, column) -> the cell of the grid, or BLANK. labels: key of a row, column or group -> its label as
    printed and the rank of its match; where a key is labelled more than once, the worst. extra: labels of rows and
    columns that the layout does not know. known, unknown: how many labels are the layout's, and how many are not.
    leaves: the last header, for a grid that goes on without one.
    """

    words: Vocabulary
    cells: dict[tuple[str, str], Cell] = field(default_factory=dict)
    labels: dict[str, tuple[str, int]] = field(default_factory=dict)
    extra: list[str] = field(default_factory=list)
    rows: dict[str, None] = field(default_factory=dict)
    columns: dict[str, None] = field(default_factory=dict)
    known: int = 0
    unknown: int = 0
    captions: int = 0
    leaves: list[Leaf] = field(default_factory=list)

    def note(self, key: str, label: str, match: Match) -> None:
        """Remember how a key is labelled."""
        rank = RANK[match]
        if label and (key not in self.labels or self.labels[key][1] < rank):
            self.labels[key] = (label, rank)

    def put(self, row: str, column: str, cell: Cell) -> None:
        """Enter a cell; what is entered already stays, unless it is blank."""
        if not self.cells.get((row, column), BLANK).text.strip():
            self.cells[row, column] = cell

    def add_extra(self, label: str) -> None:
        """Remember a label that the layout does not know, once."""
        if label and label not in self.extra:
            self.extra.append(label)

    def join(self, other: Fit) -> None:
        """Take over what another grid, or a further part of this one, holds of the same table."""
        for (row, column), cell in other.cells.items():
            self.put(row, column, cell)
        for key, (label, rank) in other.labels.items():
            if key not in self.labels or self.labels[key][1] < rank:
                self.labels[key] = (label, rank)
        for label in other.extra:
            self.add_extra(label)
        self.rows |= other.rows
        self.columns |= other.columns
        self.known += other.known
        self.unknown += other.unknown


class Hits:
    """What the label of a piece may mean in a table. any: it means anything."""

    __slots__ = ("any", "caption", "columns", "corner", "group", "group_key", "over_columns", "rows")

    def __init__(self, folded: str, words: Vocabulary) -> None:
        """What a label means that stands in the vocabulary as it is; "" means nothing."""
        self.rows: list[Known] = words.rows.get(folded, [])
        self.columns: list[Known] = words.columns.get(folded, [])
        self.group = folded in words.groups
        self.over_columns = folded in words.over_columns
        self.group_key: Known | None = words.groups.get(folded)
        self.caption: int | None = words.captions.get(folded)
        self.corner = folded in words.corners
        self.any = bool(self.rows or self.columns or self.group or self.corner or self.caption is not None)


def look_up(piece: Piece, words: Vocabulary) -> Hits:
    """What a piece means: by its exact label first, else as a slip of the pen."""
    folded = piece.folded
    known = words.hits.get(folded)
    if known is not None:
        return known
    if words.knows(folded) or not folded:
        known = words.hits[folded] = Hits(folded, words)
        return known
    near = None if len(folded) < _SLIP or is_entry(piece.text) else words.slip_of(folded)
    if near is None:
        return look_up(_NOTHING, words)
    hits = Hits(near, words)
    hits.rows, hits.columns = [(key, "near") for key, _ in hits.rows], [(key, "near") for key, _ in hits.columns]
    hits.group_key = None if hits.group_key is None else (hits.group_key[0], "near")
    return hits


def stacks(rows: Sequence[Sequence[tuple[Piece, Hits]]]) -> list[list[tuple[Piece, Hits]]]:
    """For each grid column the pieces of the rows that stand over it, from the top, blank ones too."""
    width = max((row[-1][0].end for row in rows if row), default=0)
    found: list[list[tuple[Piece, Hits]]] = [[] for _ in range(width)]
    for row in rows:
        for item in row:
            for column in range(item[0].start, item[0].end):
                found[column].append(item)
    return found


def values_of(row: Sequence[Piece], leaves: Sequence[Leaf], zone: int) -> list[tuple[Leaf, Cell]]:
    """The cell under each leaf in one row, whose pieces of numbers begin at grid column `zone`.

    By grid column where that gives each leaf a cell of its own; by order where the row has as many cells as leaves
    but cut at other columns; else by grid column as far as it goes: of a cell merged over several columns or rows
    the first one counts, the others are BLANK; a leaf without a cell is left out.
    """
    pieces = [p for p in row if p.start >= zone]
    under = [[p for p in pieces if p.start < leaf.end and p.end > leaf.start] for leaf in leaves]
    taken = [id(p.cell) for found in under for p in found]
    if len(set(taken)) == len(taken) and all(under) and len(taken) >= len(pieces):
        return [(leaf, _cell(_first_filled(found))) for leaf, found in zip(leaves, under, strict=True)]
    if len(pieces) == len(leaves):
        return [(leaf, _cell(piece)) for leaf, piece in zip(leaves, pieces, strict=True)]
    beyond = len(pieces) - len(leaves)
    if beyond > 0 and leaves and pieces[beyond].start >= leaves[0].end and pieces[-1].start >= leaves[-1].end:
        figures = pieces[beyond:]  # the header lost its spans: the row goes on further right, behind blank labels
        if all(is_entry(p.text) for p in figures) and not any(p.text.strip() for p in pieces[:beyond]):
            return [(leaf, _cell(piece)) for leaf, piece in zip(leaves, figures, strict=True)]
    result, used = [], set[int]()
    for leaf, found in zip(leaves, under, strict=True):
        fresh = [p for p in found if id(p.cell) not in used]
        if fresh:
            piece = _first_filled(fresh)
            used.add(id(piece.cell))
            result.append((leaf, _cell(piece)))
        elif found:
            result.append((leaf, BLANK))
    return result


def _first_filled(pieces: Sequence[Piece]) -> Piece:
    return next((p for p in pieces if p.text.strip()), pieces[0])


def _cell(piece: Piece) -> Cell:
    return piece.cell if piece.own else BLANK
