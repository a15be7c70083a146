"""Tables in plain text whose columns are kept apart by blanks alone, as converters print them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.readers.spans import is_figure
from checker.readers.text_tables import tokens

Token = tuple[int, str]
_LONGEST_CELL, _LONGEST_LINE = 60, 400
_SINGLE = 30
_LABELS = 3


def columns_at(lines: Sequence[str], at: int) -> tuple[int, list[list[str]]] | None:
    """The table that begins at a line: the line after it and its rows of equal length; None where none does.

    It has at least two lines with a label and figures, or one with many figures; short lines between its rows are rows.
    """
    parsed: list[list[Token]] = []
    end = last = at
    figures = 0
    while end < len(lines):
        line = lines[end]
        if not line.strip():
            if end + 1 < len(lines) and _row(lines[end + 1]):
                end += 1
                continue
            break
        row = _row(line)
        if not row and not (parsed and _between(lines, end)):
            break
        row = row or [(0, line.strip())]
        parsed.append(row)
        if len(row) > 1:
            last = end
            figures += is_figure(row[-1][1]) and not all(is_figure(text) for _, text in row[:1])
            figures += 2 * (len(row) > 4 and all(is_figure(text) for _, text in row))
        end += 1
    while parsed and len(parsed[-1]) == 1:
        parsed.pop()
    if figures < 2 or len(parsed) < 2:
        return None
    return last + 1, _placed(parsed)


def _row(line: str) -> list[Token]:
    """The cells of a line, [] for a line that is no row."""
    if len(line) > _LONGEST_LINE or "。" in line or (" " not in line and "\u3000" not in line):
        return []
    found = tokens(line)
    if len(found) < 2 or any(len(text) > _LONGEST_CELL for _, text in found):
        return []
    return found


def _between(lines: Sequence[str], at: int) -> bool:
    """Whether a line of one cell stands between rows: short, no heading by its number, and followed by a row."""
    line = lines[at].strip()
    if len(line) > _SINGLE or any(mark in line for mark in "。；，：") or line[1:2] == "、":
        return False
    return at + 1 < len(lines) and bool(_row(lines[at + 1]))


def _placed(rows: Sequence[Sequence[Token]]) -> list[list[str]]:
    """Labels at the left, figures in columns by their middles, headers over the figures that stand under them."""
    starts = [_first_figure(row) for row in rows]
    widest = max(range(len(rows)), key=lambda r: len(rows[r]) - starts[r])
    middles = [middle for middle, _ in rows[widest][starts[widest] :]]
    labels = min(max([start for r, start in enumerate(starts) if start < len(rows[r])] or [1]), _LABELS)
    return [_line(row, start, middles, labels) for row, start in zip(rows, starts, strict=True)]


def _line(row: Sequence[Token], start: int, middles: Sequence[int], labels: int) -> list[str]:
    line = [""] * (labels + len(middles))
    heads, rest = list(row[:start]), list(row[start:])
    if not rest and len(row) > 1:  # a header: as many cells as columns, or by the middles
        heads, rest = _header(row, middles)
    heads = heads[-labels:] if labels else []
    for i, (_, text) in enumerate(heads):
        line[labels - len(heads) + i] = text
    if len(rest) == len(middles):
        line[labels:] = [text for _, text in rest]
        return line
    for middle, text in rest:
        nearest = min(range(len(middles)), key=lambda c: (bool(line[labels + c]), abs(middles[c] - middle)))
        line[labels + nearest] = text
    return line


def _header(row: Sequence[Token], middles: Sequence[int]) -> tuple[list[Token], list[Token]]:
    if len(row) == len(middles) + 1:
        return list(row[:1]), list(row[1:])
    if len(row) == len(middles):
        return [], list(row)
    gap = (middles[1] - middles[0]) // 2 if len(middles) > 1 else 8
    edge = middles[0] - max(gap, 4)
    heads = [token for token in row if token[0] < edge]
    return heads, list(row[len(heads) :])


def _first_figure(row: Sequence[Token]) -> int:
    start = len(row)
    while start and is_figure(row[start - 1][1]):
        start -= 1
    return start
