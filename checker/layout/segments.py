"""A grid cut at its headers: in each segment the leaves of the header, the rows of numbers and their labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.dataclass import dataclass, field
from checker.document import Cell
from checker.layout.fit import Hits, Leaf, look_up, stacks
from checker.layout.pieces import Piece, is_entry
from checker.layout.vocabulary import Known, Vocabulary

Row = list[tuple[Piece, Hits]]
_NOTE = 30  # a longer text, alone in its row, is a note


class DataRow:
    """A row of numbers.

    label: the piece that labels it, None if its label is blank. known, key: what that may mean, and the key found.
    filled: it has an entry to the right of its labels.
    """

    __slots__ = ("filled", "key", "known", "label", "row")

    def __init__(self, row: Row, label: Piece | None, known: Known | None, *, filled: bool) -> None:
        self.row, self.label, self.known, self.filled = row, label, known, filled
        self.key = known[0] if known is not None else None


@dataclass(slots=True)
class Segment:
    """A header and the rows under it, up to the next header."""

    heads: list[Row] = field(default_factory=list)
    data: list[Row] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)
    rows: list[DataRow] = field(default_factory=list)
    zone: int = 0


def split_segments(rows: Sequence[list[Piece]], words: Vocabulary, goes_on: Sequence[Leaf]) -> list[Segment]:
    """The segments of a grid's rows; goes_on: the leaves of the grid before it, if the table goes on from there."""
    segments = _segments([[(piece, look_up(piece, words)) for piece in row] for row in rows])
    edge = min((leaf.start for leaf in goes_on if leaf.key is not None), default=None)
    for segment in segments:
        edge = _split(segment, edge)
    return segments


def _segments(rows: Sequence[Row]) -> list[Segment]:
    segments = [Segment()]
    for row in rows:
        kind = _kind(row, begun=bool(segments[-1].data))
        if kind in ("header", "caption") and segments[-1].data:
            segments.append(Segment())
        if kind == "header":
            segments[-1].heads.append(row)
        elif kind == "data":
            segments[-1].data.append(row)
        elif kind == "caption":
            segments[-1].captions += [hits.caption for _, hits in row if hits.caption is not None]
    return segments


def _kind(row: Row, *, begun: bool) -> str:
    """What a row is: "header", "data", "caption" (of a block), "blank", or "note" (a row that says nothing of
    numbers)."""
    worded = [(piece, hits) for piece, hits in row if piece.text.strip()]
    if not worded:
        return "blank"
    found = [hits for _, hits in worded]
    row_only = any(hits.rows and not hits.columns for hits in found)
    column_only = sum(1 for hits in found if hits.columns and not hits.rows)
    both = any(hits.rows and hits.columns for hits in found)
    merged = any(hits.group and not hits.over_columns for hits in found)
    over = any(hits.over_columns or hits.corner for hits in found)
    entries = any(not hits.any and is_entry(piece.text) for piece, hits in worded if piece is not row[0][0])
    later = "data" if begun else "header"
    if begun and column_only == 1 and not (row_only or over) and _labels_entries(row):
        kind = "data"  # a further row whose label is a word that the format has over a column
    elif row_only and (column_only <= 1 or entries):
        kind = "data"
    elif column_only or over or (both and not entries and not merged):
        kind = "header"
    elif found[0].caption is not None and _one(worded):
        kind = "caption"
    elif _is_note(row, worded):
        kind = "note"
    elif both or entries:
        kind = "data"
    elif merged:
        kind = later if len(row) > 2 else "header"
    else:
        kind = later
    return kind


def _labels_entries(row: Row) -> bool:
    """Whether a label of a column stands left of entries only, several of them."""
    at = next(i for i, (_, hits) in enumerate(row) if hits.columns)
    behind = [piece.text for piece, _ in row[at + 1 :] if piece.text.strip()]
    return len(behind) > 1 and all(is_entry(text) for text in behind)


def _one(worded: Row) -> bool:
    """Whether a row says one thing only: in one cell, or in each of several cells."""
    return len({piece.folded for piece, _ in worded}) == 1 and bool(worded[0][0].folded)


def _is_note(row: Row, worded: Row) -> bool:
    """Whether a row says one thing that is no label of numbers: over its whole width, or at length."""
    if any(hits.any for _, hits in worded):
        return False
    if all(_says_itself(piece.text) for piece, _ in worded):
        return True
    if not _one(worded):
        return False
    words = worded[0][0].text
    if len(worded) > 1:
        return worded[0][0] is row[0][0] or not is_entry(words)
    return len(row) == 1 or len(words) > _NOTE or any(mark in words for mark in "，。：:")


def _says_itself(text: str) -> bool:
    """A label with its value in one cell (填表人：某某), as rows at the foot and over the header hold them."""
    label, mark, _ = text.replace("：", ":").partition(":")
    return bool(mark) and bool(label.strip()) and not any(char.isdigit() for char in label)


def _split(segment: Segment, edge: int | None) -> int | None:
    """Find where the numbers begin, the leaves of the header, and each row's label.

    edge: the grid column where the header before says that numbers begin; returns it for what follows.
    """
    starts = [piece.start for row in segment.heads for piece, hits in row if hits.columns]
    edge = min(starts) if starts else edge
    ends = Counter(max((piece.end for piece, hits in row if hits.rows), default=0) for row in segment.data)
    del ends[0]
    inside = [end for end in ends if edge is None or end <= edge]
    if edge is None:
        segment.zone = max(ends, key=ends.__getitem__) if ends else 1
    else:  # a label that reaches no further than the widest known one leaves room for a column with an unknown label
        segment.zone = max(inside, default=edge)
    segment.leaves = _leaves(segment.heads, segment.zone)
    segment.rows = [_data(row, segment.zone) for row in segment.data]
    return edge


def _leaves(heads: Sequence[Row], zone: int) -> list[Leaf]:
    """The lowest known label over each grid column, else the lowest label that is no merged one, else a blank."""
    leaves: list[Leaf] = []
    last: Cell | None = None
    for column, over in enumerate(stacks(heads)):
        if column < zone or not over:
            continue
        known = [(p, h) for p, h in over if h.columns]
        plain = [(p, h) for p, h in over if p.folded and not (h.group or h.corner or h.caption is not None)]
        piece, hits = (known or plain or over)[-1]
        if leaves and piece.cell is last:
            leaves[-1].end = column + 1
        elif known or plain:
            leaves.append(Leaf(column, column + 1, piece.label, piece.folded, hits.columns))
        else:
            leaves.append(Leaf(column, column + 1, "", "", []))
        last = piece.cell
    return leaves


def _data(row: Row, zone: int) -> DataRow:
    labels = [(p, h) for p, h in row if p.text.strip() and (p.start < zone or h.rows)]
    hit = next(((p, h) for p, h in reversed(labels) if h.rows), None)
    own = [(p, h) for p, h in labels if p.own and not h.rows and not h.group and p.start < zone]
    end = zone
    if hit is not None:
        end = max(zone, hit[0].end)
        if own and own[-1][0].start > hit[0].start and not is_entry(own[-1][0].text):
            hit = None  # the label right of the known one is the row's own, and it is not known
    filled = any(p.text.strip() and p.own for p, _ in row if p.start >= end)
    if hit is not None:
        return DataRow(row, hit[0], hit[1].rows[0], filled=filled)
    return DataRow(row, own[-1][0] if own else None, None, filled=filled)
