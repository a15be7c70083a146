"""Reads a grid whose table is folded: its rows stand beside one another in one row of cells, each under its own
label."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import compress

from checker.document import Cell
from checker.layout.align import fill_all
from checker.layout.fit import Fit, Hits, Leaf, look_up, stacks, values_of
from checker.layout.pieces import Piece, is_entry
from checker.layout.vocabulary import Known, Vocabulary

Row = list[tuple[Piece, Hits]]


def is_unfolded(rows: Sequence[list[Piece]], words: Vocabulary) -> bool:
    """Whether the grid prints the table with its row labels at the left: a row label with entries or blanks behind
    it, below the column labels, which stand there once."""
    below = False
    for row in rows:
        hits = [look_up(piece, words) for piece in row]
        first = next((i for i, (piece, h) in enumerate(zip(row, hits, strict=True)) if h.rows and piece.own), None)
        columns = sum(1 for h in hits if h.columns and not h.rows)
        if first is not None and not columns:
            behind = list(zip(row, hits, strict=True))[first + 1 :]
            if any(is_entry(piece.text) and not h.any for piece, h in behind):
                return True
            if below and any(not piece.text.strip() for piece, _ in behind):
                return True
        below = below or columns >= 2
    return False


def fit_folded(rows: Sequence[list[Piece]], words: Vocabulary, taken: Collection[str] = ()) -> Fit:
    """Read the rows of a grid as the folded table of `words`; `taken` are rows that an earlier grid holds.

    Where the rows of the table stand below one another, each under its own labels, they are read one by one.
    """
    whole: Fit | None = None
    for band in _bands([[(piece, look_up(piece, words)) for piece in row] for row in rows]):
        fit = _fit_band(band, words, taken if whole is None else (*taken, *whole.rows))
        if whole is None:
            whole = fit
        else:
            whole.join(fit)
            whole.leaves = fit.leaves
    return whole or Fit(words)


def _bands(rows: list[Row]) -> list[list[Row]]:
    """The rows cut behind each row of numbers that labels of columns stand over, and again stand below."""
    bands: list[list[Row]] = [[]]
    labelled = numbered = False
    for row in rows:
        columns = sum(1 for _, hits in row if hits.columns) > 1
        words = any(hits.any for _, hits in row)
        if numbered and words:
            bands.append([])
            labelled = numbered = False
        bands[-1].append(row)
        labelled = labelled or columns
        numbered = numbered or (labelled and not words and any(is_entry(piece.text) for piece, _ in row))
    if len(bands) > 1 and not labelled:  # what stands below the last numbers is a note
        bands[-2] += bands.pop()
    return bands


def _fit_band(looked: Sequence[Row], words: Vocabulary, taken: Collection[str]) -> Fit:
    fit = Fit(words)
    last = max((i for i, row in enumerate(looked) if any(h.columns or h.rows for _, h in row)), default=-1)
    heads = [row for row in looked[: last + 1] if any(h.any for _, h in row)]
    data = [row for row in looked[last + 1 :] if len(row) > 1 or len(words.table.columns) == 1]
    numbers = max(data, key=_entries, default=None)  # of equals the first
    leaves, owners = _leaves(heads, words)
    if numbers is not None:  # a grid column without label and entry is none
        shown = [bool(leaf.folded) or _filled(leaf, numbers) for leaf in leaves]
        leaves, owners = list(compress(leaves, shown)), list(compress(owners, shown))
    _assign_rows(leaves, owners, words, taken)
    for row in heads:
        for piece, hits in row:
            _count(piece, hits, fit)
    if numbers is None:
        return fit
    keyed = _assign_columns(leaves, owners, words)
    for leaf, owner in zip(keyed, owners, strict=True):
        if leaf.key is None:
            fit.add_extra(leaf.label)
        elif owner is not None:
            fit.rows.setdefault(owner)
            fit.columns.setdefault(leaf.key)
            fit.note(leaf.key, leaf.label, leaf.match)
    first = min((leaf.start for leaf in keyed), default=0)
    owner_of = {id(leaf): owner for leaf, owner in zip(keyed, owners, strict=True)}
    for leaf, cell in values_of([piece for piece, _ in numbers], keyed, first):
        owner = owner_of[id(leaf)]
        if owner is not None and leaf.key is not None:
            fit.put(owner, leaf.key, cell)
    fit.leaves = keyed
    return fit


def _filled(leaf: Leaf, row: Row) -> bool:
    return any(p.text.strip() and p.start < leaf.end and p.end > leaf.start for p, _ in row)


def _entries(row: Row) -> tuple[int, bool]:
    """How many pieces of a row have digits, and whether any has a text."""
    return sum(1 for p, _ in row if any(c.isdigit() for c in p.text)), any(p.text.strip() for p, _ in row)


def _leaves(heads: Sequence[Row], words: Vocabulary) -> tuple[list[Leaf], list[str | None]]:
    """The leaves of the header from left to right, and the row whose label stands over each."""
    width = max((row[-1][0].end for row in heads if row), default=0)
    first = min((p.start for row in heads for p, h in row if h.columns or h.rows or h.group), default=0)
    rows_at = [_spread(row, width) for row in heads]
    leaves: list[Leaf] = []
    owners: list[str | None] = []
    last: Cell | None = None
    for column, over in enumerate(stacks(heads)):
        if column < first or not over:
            continue
        known = [(p, h) for p, h in over if h.columns]
        plain = [(p, h) for p, h in over if p.folded and not h.any]
        piece, hits = (known or plain or over)[-1]
        if leaves and piece.cell is last:
            leaves[-1].end = column + 1
            continue
        last = piece.cell
        if known or plain:
            leaves.append(Leaf(column, column + 1, piece.label, piece.folded, hits.columns))
        else:
            last = last if not piece.folded else None  # a row's label over several columns is no leaf of them
            leaves.append(Leaf(column, column + 1, "", "", []))
        owners.append(next((row[column] for row in reversed(rows_at) if row[column] is not None), None))
    return leaves, owners


def _spread(row: Row, width: int) -> list[str | None]:
    """The row key over each grid column of one header row: a label reaches over the blank cells to its right."""
    spread: list[str | None] = [None] * width
    key: str | None = None
    for piece, hits in row:
        if hits.rows:
            key = hits.rows[0][0]
        elif piece.text.strip():
            key = None
        for column in range(piece.start, min(piece.end, width)):
            spread[column] = key
    return spread


def _assign_rows(leaves: Sequence[Leaf], owners: list[str | None], words: Vocabulary, taken: Collection[str]) -> None:
    """Give leaves without a row label over them a row: that of their stretch, else the next one of the format.

    A stretch ends where a column label comes again.
    """
    stretches: list[list[int]] = []
    seen: set[str] = set()
    for i, leaf in enumerate(leaves):
        key = leaf.keys[0][0] if leaf.keys else None
        changed = bool(stretches) and owners[i] is not None and owners[i] != owners[stretches[-1][-1]]
        full = bool(stretches) and len(stretches[-1]) >= len(words.table.columns)
        if not stretches or key in seen or changed or (full and key is None):
            stretches.append([])
            seen = set()
        stretches[-1].append(i)
        if key is not None:
            seen.add(key)
    used = {owner for owner in owners if owner is not None} | set(taken)
    for stretch in stretches:
        owner = next((owners[i] for i in stretch if owners[i] is not None), None)
        if owner is None:
            owner = next((key for key in words.table.rows if key not in used), None)
        if owner is not None:
            used.add(owner)
        for i in stretch:
            owners[i] = owners[i] or owner


def _assign_columns(leaves: Sequence[Leaf], owners: Sequence[str | None], words: Vocabulary) -> list[Leaf]:
    """Give each leaf its column: by its label, else by its place among those of its row."""
    for row in dict.fromkeys(owners):
        mine = [leaf for leaf, owner in zip(leaves, owners, strict=True) if owner == row]
        found: list[str | None] = []
        for leaf in mine:
            key = leaf.keys[0][0] if leaf.keys else None
            found.append(None if key in found else key)
        for leaf, key in zip(mine, fill_all(found, [True] * len(mine), words.table.columns), strict=True):
            leaf.key = key
    return list(leaves)


def _count(piece: Piece, hits: Hits, fit: Fit) -> None:
    if not piece.own or not piece.folded:
        return
    if not hits.any:
        fit.unknown += 1
        return
    fit.known += 1
    if hits.group_key is not None:
        fit.note(hits.group_key[0], piece.label, hits.group_key[1])
    known: Known | None = hits.rows[0] if hits.rows else None
    if known is not None:
        fit.note(known[0], piece.label, known[1])
