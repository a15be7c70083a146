"""Reads a grid as a table whose row labels stand at the left and whose column labels stand above."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from checker.dataclass import replace
from checker.layout.align import fill_all, fill_gaps
from checker.layout.fit import Fit, Hits, Leaf, values_of
from checker.layout.model import Block
from checker.layout.pieces import Piece
from checker.layout.segments import DataRow, Segment, split_segments
from checker.layout.vocabulary import Vocabulary


def fit_rows(
    rows: Sequence[list[Piece]], words: Vocabulary, foreign: frozenset[str] = frozenset(), goes_on: Sequence[Leaf] = ()
) -> Fit:
    """Read the rows of a grid as the table of `words`.

    foreign: labels of the same table in other layouts: never taken for a head of this one by their place.
    goes_on: the leaves of the grid before it, for a table that goes on over a page without its header.
    """
    fit = Fit(words)
    segments = split_segments(rows, words, goes_on)
    data = [item for segment in segments for item in segment.rows]
    for item, key in zip(data, _once([item.key for item in data], words.table.rows), strict=True):
        item.key = key
    if len(words.table.blocks) == 1:
        _fill(data, words.table.rows, foreign)
    else:
        have = {item.key for item in data}
        for segment in segments:
            _fill_block(segment, words, foreign, have)
    leaves: Sequence[Leaf] = goes_on
    for segment in segments:
        leaves = _enter(segment, leaves, fit, foreign)
    _count(segments, fit)
    return fit


def _once(keys: Sequence[str | None], expected: Sequence[str]) -> list[str | None]:
    """The keys, each only once: a second row with the same label is one too many.

    The row that keeps the key is the first one that stands in its place among its neighbours, else the first one: a
    format may use a word in one group of rows, and an office add a row with the same word to another.
    """
    order = {key: place for place, key in enumerate(expected)}
    result = list(keys)
    for key in {key for key in keys if key is not None and keys.count(key) > 1}:
        places = [i for i, found in enumerate(keys) if found == key]
        keep = next((i for i in places if _in_place(i, keys, order)), places[0])
        for i in places:
            if i != keep:
                result[i] = None
    return result


def _in_place(at: int, keys: Sequence[str | None], order: Mapping[str, int]) -> bool:
    """Whether the keys next to a row, before and after it, are those of rows that come before and after its own."""
    key = keys[at]
    before = next((found for found in reversed(keys[:at]) if found not in (None, key)), None)
    after = next((found for found in keys[at + 1 :] if found not in (None, key)), None)
    place = order.get(key or "", -1)
    return order.get(before or "", -1) < place < order.get(after or "", len(order))


def _fillable(item: DataRow, foreign: frozenset[str]) -> bool:
    if item.known is not None:
        return False
    if item.label is None:
        return item.filled
    return item.label.folded not in foreign


def _fill(data: Sequence[DataRow], expected: Sequence[str], foreign: frozenset[str]) -> None:
    """Give rows whose label says nothing the keys that they have by their place among the expected ones."""
    keys = fill_gaps([item.key for item in data], [_fillable(item, foreign) for item in data], expected)
    for item, key in zip(data, keys, strict=True):
        item.key = key


def _fill_block(segment: Segment, words: Vocabulary, foreign: frozenset[str], have: set[str | None]) -> None:
    """As _fill, within the block that the segment shows: a block's rows stand in no other."""
    if all(item.key is not None for item in segment.rows):
        return
    block = _block(segment, words, have)
    if block is not None:
        found = {item.key for item in segment.rows}
        _fill(segment.rows, [h.key for h in block.rows if h.key in found or h.key not in have], foreign)


def _enter(segment: Segment, before: Sequence[Leaf], fit: Fit, foreign: frozenset[str]) -> Sequence[Leaf]:
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


def _enter_row(item: DataRow, leaves: Sequence[Leaf], columns: Sequence[str], zone: int, fit: Fit) -> None:
    if item.key is None:
        if item.label is not None and (item.filled or item.known is None):
            fit.add_extra(item.label.label)
        return
    fit.rows.setdefault(item.key)
    if item.label is not None:
        zone = max(zone, item.label.end) if item.known is not None else zone
        fit.note(item.key, item.label.label, item.known[1] if item.known is not None else "none")
    for leaf, cell in values_of([piece for piece, _ in item.row], leaves, zone):
        if leaf.key in columns and leaf.key is not None:
            fit.put(item.key, leaf.key, cell)


def _block(segment: Segment, words: Vocabulary, have: Collection[str | None] = ()) -> Block | None:
    """The block whose rows the segment shows; if none of them is known, the one that its caption names, else the one
    that has its columns and of which no row is found elsewhere (`have`)."""
    blocks = words.table.blocks
    if not segment.rows or len(blocks) == 1:
        return blocks[0] if segment.rows else None
    shown = {key for leaf in segment.leaves for key, _ in leaf.keys}
    votes: list[tuple[int, bool, bool]] = []
    for number, block in enumerate(blocks):
        keys = {head.key for head in block.rows}
        rows = sum(1 for item in segment.rows if item.key in keys)
        columns = bool(shown) and shown == {head.key for head in block.columns} and not keys.intersection(have)
        votes.append((rows, number in segment.captions, columns))
    best = max(votes)
    return blocks[votes.index(best)] if any(best) else None


def _keyed(segment: Segment, given: Sequence[Leaf], columns: Sequence[str], foreign: frozenset[str]) -> list[Leaf]:
    """Copies of the leaves given with their keys: by their labels, else by their place."""
    used = _used(segment)
    leaves = [replace(leaf) for leaf in given if leaf.folded or used.intersection(range(leaf.start, leaf.end))]
    if len(leaves) > len(columns):
        leaves = _one_each(leaves)
    found = [next((key for key, _ in leaf.keys if key in columns), None) for leaf in leaves]
    for twice in sorted({key for key in found if key is not None and found.count(key) > 1}):
        places = [i for i, key in enumerate(found) if key == twice]
        keep = columns.index(twice) if len(leaves) == len(columns) and columns.index(twice) in places else places[0]
        found = [None if key == twice and i != keep else key for i, key in enumerate(found)]  # it stands for another
    fillable = [
        leaf.folded not in foreign and not (leaf.keys and key is None) for leaf, key in zip(leaves, found, strict=True)
    ]
    if len(leaves) == len(columns):
        fillable = [leaf.folded not in foreign for leaf in leaves]
    for leaf, key in zip(leaves, fill_all(found, fillable, columns), strict=True):
        leaf.key = key
    return leaves


def _one_each(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The leaves with neighbours of one label made one: it is repeated over cells that are one column."""
    result: list[Leaf] = []
    for leaf in leaves:
        if result and leaf.folded and result[-1].folded == leaf.folded:
            result[-1].end = leaf.end
        else:
            result.append(leaf)
    return result


def _used(segment: Segment) -> set[int]:
    """The grid columns in which any row has an entry."""
    return {
        column
        for row in segment.data
        for piece, _ in row
        if piece.start >= segment.zone and piece.text.strip()
        for column in range(piece.start, piece.end)
    }


def _by_count(segment: Segment, columns: Sequence[str]) -> list[Leaf]:
    """Leaves for a table whose header is gone: its rows have as many cells of numbers as the format has columns."""
    for item in segment.rows:
        pieces = [p for p, _ in item.row if p.start >= segment.zone]
        if len(pieces) == len(columns):
            return [Leaf(piece.start, piece.end, "", "", [], key) for piece, key in zip(pieces, columns, strict=True)]
    return []


def _count(segments: Sequence[Segment], fit: Fit) -> None:
    for segment in segments:
        for row in segment.heads:
            for piece, hits in row:
                _count_piece(piece, hits, fit)
        for item in segment.rows:
            for piece, hits in item.row:
                if piece.start < segment.zone:
                    _count_piece(piece, hits, fit, item.key if item.known is not None else None)
    fit.known += fit.captions


def _count_piece(piece: Piece, hits: Hits, fit: Fit, row: str | None = None) -> None:
    if not piece.own or not piece.folded:
        return
    if hits.any:
        fit.known += 1
        if hits.group_key is not None:
            group, match = hits.group_key
            meant = _group_beside(row, group, fit)
            fit.note(meant, piece.label, match if meant == group else "none")
    else:
        fit.unknown += 1


def _group_beside(row: str | None, named: str, fit: Fit) -> str:
    """The group that a label beside a row is over: the one that it names, unless the row is of another group."""
    groups = fit.words.table.groups
    if row is None or row in groups.get(named, ()):
        return named
    around = [key for key, rows in groups.items() if row in rows and key in fit.words.table.group_heads]
    return min(around, key=lambda key: len(groups[key]), default=named)
