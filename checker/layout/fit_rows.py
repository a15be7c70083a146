"""Reads a grid as a table whose row labels stand at the left and whose column labels stand above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from checker.layout.align import fill_all, fill_gaps
from checker.layout.fit import Fit, Hits, Leaf, look_up, stacks, values_of
from checker.layout.model import Block
from checker.layout.pieces import Piece, is_entry
from checker.layout.vocabulary import Known, Vocabulary

Row = list[tuple[Piece, Hits]]
_NOTE = 30  # a longer text, alone in its row, is a note


@dataclass(slots=True)
class _Data:
    """A row of numbers: the piece that labels it (None if its label is blank), what that may mean, and the key
    found."""

    row: Row
    label: Piece | None
    known: Known | None
    key: str | None
    filled: bool  # has an entry to the right of its labels


@dataclass(slots=True)
class _Segment:
    """A header and the rows under it, up to the next header."""

    heads: list[Row] = field(default_factory=list)
    data: list[Row] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)
    rows: list[_Data] = field(default_factory=list)
    zone: int = 0


def fit_rows(
    rows: Sequence[list[Piece]], words: Vocabulary, foreign: frozenset[str] = frozenset(), goes_on: Sequence[Leaf] = ()
) -> Fit:
    """Read the rows of a grid as the table of `words`.

    foreign: labels of the same table in other layouts: never taken for a head of this one by their place.
    goes_on: the leaves of the grid before it, for a table that goes on over a page without its header.
    """
    fit = Fit(words)
    segments = _segments([[(piece, look_up(piece, words)) for piece in row] for row in rows], words)
    edge = min((leaf.start for leaf in goes_on if leaf.key is not None), default=None)
    for segment in segments:
        edge = _split(segment, edge)
    data = [item for segment in segments for item in segment.rows]
    keys = fill_gaps(_once([item.key for item in data]), [_fillable(item, foreign) for item in data], words.table.rows)
    for item, key in zip(data, keys, strict=True):
        item.key = key
    leaves: Sequence[Leaf] = goes_on
    for segment in segments:
        leaves = _enter(segment, leaves, fit, foreign)
    _count(segments, fit)
    return fit


def _segments(rows: Sequence[Row], words: Vocabulary) -> list[_Segment]:
    segments = [_Segment()]
    for row in rows:
        kind = _kind(row, begun=bool(segments[-1].data))
        if kind in ("header", "caption") and segments[-1].data:
            segments.append(_Segment())
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
    merged = any(hits.group for hits in found)
    entries = any(not hits.any and is_entry(piece.text) for piece, hits in worded if piece is not row[0][0])
    later = "data" if begun else "header"
    if row_only and (column_only <= 1 or entries):
        kind = "data"
    elif column_only or any(hits.corner for hits in found) or (both and not entries and not merged):
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


def _one(worded: Row) -> bool:
    """Whether a row says one thing only: in one cell, or in each of several cells."""
    return len({piece.folded for piece, _ in worded}) == 1 and bool(worded[0][0].folded)


def _is_note(row: Row, worded: Row) -> bool:
    """Whether a row says one thing that is no label of numbers: over its whole width, or at length."""
    if any(hits.any for _, hits in worded) or not _one(worded):
        return False
    words = worded[0][0].text
    if len(worded) > 1:
        return worded[0][0] is row[0][0] or not is_entry(words)
    return len(row) == 1 or len(words) > _NOTE or any(mark in words for mark in "，。：:")


def _split(segment: _Segment, edge: int | None) -> int | None:
    """Find where the numbers begin, the leaves of the header, and each row's label.

    edge: the grid column where the header before says that numbers begin; returns it for what follows.
    """
    starts = [piece.start for row in segment.heads for piece, hits in row if hits.columns]
    edge = min(starts) if starts else edge
    ends = Counter(max((piece.end for piece, hits in row if hits.rows), default=0) for row in segment.data)
    del ends[0]
    inside = [end for end in ends if edge is None or end <= edge]
    if edge is None:
        segment.zone = ends.most_common(1)[0][0] if ends else 1
    else:  # a label that reaches no further than the widest known one leaves room for a column with an unknown label
        segment.zone = max(inside, default=edge)
    segment.leaves = _leaves(segment.heads, segment.zone)
    segment.rows = [_data(row, segment.zone) for row in segment.data]
    return edge


def _leaves(heads: Sequence[Row], zone: int) -> list[Leaf]:
    """The lowest known label over each grid column, else the lowest label that is no merged one, else a blank."""
    leaves: list[Leaf] = []
    last: Piece | None = None
    for column, stack in enumerate(stacks(heads)):
        if column < zone:
            continue
        known = [(p, h) for p, h in stack if h.columns]
        plain = [(p, h) for p, h in stack if not h.group and not h.corner and h.caption is None]
        if not known and not plain:
            if stack and last is not None and stack[-1][0].cell is last.cell:
                continue
            leaves.append(Leaf(column, column + 1, "", "", []))
            last = None
            continue
        piece, hits = (known or plain)[-1]
        if last is not None and piece.cell is last.cell and leaves:
            leaves[-1].end = column + 1
        else:
            leaves.append(Leaf(column, column + 1, piece.label, piece.folded, hits.columns))
        last = piece
    return leaves


def _data(row: Row, zone: int) -> _Data:
    labels = [(p, h) for p, h in row if p.text.strip() and (p.start < zone or (h.rows and not h.columns))]
    hit = next(((p, h) for p, h in reversed(labels) if h.rows), None)
    own = [(p, h) for p, h in labels if p.own and not h.rows and not h.group and p.start < zone]
    end = zone
    if hit is not None:
        end = max(zone, hit[0].end)
        if own and own[-1][0].start > hit[0].start and not is_entry(own[-1][0].text):
            hit = None  # the label right of the known one is the row's own, and it is not known
    filled = any(p.text.strip() and p.own for p, _ in row if p.start >= end)
    if hit is not None:
        return _Data(row, hit[0], hit[1].rows[0], hit[1].rows[0][0], filled)
    return _Data(row, own[-1][0] if own else None, None, None, filled)


def _once(keys: Sequence[str | None]) -> list[str | None]:
    """The keys, each only the first time: a second row with the same label is one too many."""
    seen: set[str] = set()
    result: list[str | None] = []
    for key in keys:
        result.append(None if key in seen else key)
        if key is not None:
            seen.add(key)
    return result


def _fillable(item: _Data, foreign: frozenset[str]) -> bool:
    if item.known is not None:
        return False
    if item.label is None:
        return item.filled
    return item.label.folded not in foreign


def _enter(segment: _Segment, before: Sequence[Leaf], fit: Fit, foreign: frozenset[str]) -> Sequence[Leaf]:
    """Give the segment's leaves their keys and put its cells into the fit; returns the leaves for what follows."""
    fit.captions += len(segment.captions)
    block = _block(segment, fit.words)
    if block is None:
        fit.leaves = list(segment.leaves or before)
        return fit.leaves
    columns = [head.key for head in block.columns]
    leaves = _keyed(segment, segment.leaves if segment.heads else before, columns, foreign)
    if not any(leaf.key in columns for leaf in leaves):
        leaves = _by_count(segment, columns)
    for leaf in leaves:
        if leaf.key is not None and leaf.key in columns:
            fit.columns.setdefault(leaf.key)
            fit.note(leaf.key, leaf.label, leaf.match)
        elif segment.heads:
            fit.add_extra(leaf.label)
    for item in segment.rows:
        _enter_row(item, leaves, columns, segment.zone, fit)
    fit.leaves = leaves
    return leaves


def _enter_row(item: _Data, leaves: Sequence[Leaf], columns: Sequence[str], zone: int, fit: Fit) -> None:
    if item.key is None:
        if item.label is not None and (item.filled or item.known is None):
            fit.add_extra(item.label.label)
        return
    fit.rows.setdefault(item.key)
    if item.label is not None:
        zone = max(zone, item.label.end) if item.known is not None else zone
        fit.note(item.key, item.label.label, item.known[1] if item.known is not None else "none")
    for leaf, text in values_of([piece for piece, _ in item.row], leaves, zone):
        if leaf.key in columns and leaf.key is not None:
            fit.put(item.key, leaf.key, text)


def _block(segment: _Segment, words: Vocabulary) -> Block | None:
    """The block whose rows or, if it has none that is known, whose caption or columns the segment shows."""
    blocks = words.table.blocks
    if len(blocks) == 1:
        return blocks[0] if segment.rows else None
    votes: Counter[int] = Counter()
    for number, block in enumerate(blocks):
        keys = {head.key for head in block.rows}
        votes[number] = sum(2 for item in segment.rows if item.key in keys)
        votes[number] += segment.captions.count(number)
    best, count = max(votes.items(), key=lambda item: item[1])
    return blocks[best] if count and segment.rows else None


def _keyed(segment: _Segment, given: Sequence[Leaf], columns: Sequence[str], foreign: frozenset[str]) -> list[Leaf]:
    """Copies of the leaves given with their keys: by their labels, else by their place."""
    used = _used(segment)
    leaves = [replace(leaf) for leaf in given if leaf.folded or used.intersection(range(leaf.start, leaf.end))]
    found = [next((key for key, _ in leaf.keys if key in columns), None) for leaf in leaves]
    for twice in sorted({key for key in found if key is not None and found.count(key) > 1}):
        places = [i for i, key in enumerate(found) if key == twice]
        keep = columns.index(twice) if len(leaves) == len(columns) and columns.index(twice) in places else places[0]
        if len(leaves) > len(columns) and places == list(range(places[0], places[-1] + 1)):
            leaves[places[0]].end = leaves[places[-1]].end  # repeated over cells that are one column
            leaves = [leaf for i, leaf in enumerate(leaves) if i not in places[1:]]
            found = [key for i, key in enumerate(found) if i not in places[1:]]
        else:  # a label stands where another belongs
            found = [None if key == twice and i != keep else key for i, key in enumerate(found)]
    fillable = [
        leaf.folded not in foreign and not (leaf.keys and key is None) for leaf, key in zip(leaves, found, strict=True)
    ]
    if len(leaves) == len(columns):
        fillable = [leaf.folded not in foreign for leaf in leaves]
    for leaf, key in zip(leaves, fill_all(found, fillable, columns), strict=True):
        leaf.key = key
    return leaves


def _used(segment: _Segment) -> set[int]:
    """The grid columns in which any row has an entry."""
    return {
        column
        for row in segment.data
        for piece, _ in row
        if piece.start >= segment.zone and piece.text.strip()
        for column in range(piece.start, piece.end)
    }


def _by_count(segment: _Segment, columns: Sequence[str]) -> list[Leaf]:
    """Leaves for a table whose header is gone: its rows have as many cells of numbers as the format has columns."""
    for item in segment.rows:
        pieces = [p for p, _ in item.row if p.start >= segment.zone]
        if len(pieces) == len(columns):
            return [Leaf(piece.start, piece.end, "", "", [], key) for piece, key in zip(pieces, columns, strict=True)]
    return []


def _count(segments: Sequence[_Segment], fit: Fit) -> None:
    for segment in segments:
        for row in segment.heads:
            for piece, hits in row:
                _count_piece(piece, hits, fit)
        for item in segment.rows:
            for piece, hits in item.row:
                if piece.start < segment.zone:
                    _count_piece(piece, hits, fit)
    fit.known += fit.captions


def _count_piece(piece: Piece, hits: Hits, fit: Fit) -> None:
    if not piece.own or not piece.folded:
        return
    if hits.any:
        fit.known += 1
        if hits.group_key is not None:
            fit.note(hits.group_key[0], piece.label, hits.group_key[1])
    else:
        fit.unknown += 1
