"""Tables in plain text whose columns are kept apart by blanks alone, as converters print them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.readers.spans import is_figure
from checker.readers.text_tables import between, is_border, tokens

Token = tuple[int, str]
_LONGEST_CELL, _LONGEST_LINE = 60, 400
_LABELS = 3


def columns_at(lines: Sequence[str], at: int) -> tuple[int, list[list[str]]]:
    """The table that begins at a line: the line after it and its rows; where none does, the line from which on one may.

    It has at least two lines with a label and figures, or one with many figures; short lines between its rows are rows.
    """
    if not lines[at].strip() or is_border(lines[at]):
        return at + 1, []
    parsed: list[list[Token]] = []
    end = last = at
    figures = 0
    while end < len(lines):
        line = lines[end]
        if is_border(line) and parsed:
            end += 1
            continue
        if not line.strip():
            following = _after(lines, end - 1)
            if following == end + 1 and (_is_row(lines[following]) or _between(lines, following)):
                end += 1
                continue
            break
        row = _row(line)
        if not row and not (parsed and _between(lines, end)):
            break
        row = row or [(tokens(line)[0][0], line.strip())]
        parsed.append(row)
        if len(row) > 1:
            last = end
            figures += is_figure(row[-1][1]) and not all(is_figure(text) for _, text in row[:1])
            figures += 2 * (len(row) > 4 and all(is_figure(text) for _, text in row))
        end += 1
    while parsed and len(parsed[-1]) == 1:
        parsed.pop()
    if figures < 2 or len(parsed) < 2:
        return max(last, at) + 1, []
    return last + 1, _placed(parsed)


def _after(lines: Sequence[str], at: int) -> int:
    """The next line with words, over one blank line at most; the one after it where there is none."""
    return at + 2 if at + 2 < len(lines) and not lines[at + 1].strip() else at + 1


def _between(lines: Sequence[str], at: int) -> bool:
    following = _after(lines, at)
    return following < len(lines) and between([lines[at], lines[following]], 0, _is_row)


def _is_row(line: str) -> bool:
    return bool(_row(line))


def _row(line: str) -> list[Token]:
    """The cells of a line, [] for a line that is no row."""
    if (
        len(line) > _LONGEST_LINE
        or any(mark in line for mark in "。\t|｜│")
        or (" " not in line and "\u3000" not in line)
    ):
        return []
    found = tokens(line)
    if len(found) < 2 or any(len(text) > _LONGEST_CELL for _, text in found):
        return []
    return found


def _placed(rows: Sequence[Sequence[Token]]) -> list[list[str]]:
    """Labels at the left, figures in columns by their middles, labels right above figures over them.

    A header above another header is left as it is, with as many blanks before it as there are columns of labels: what
    it spans is seen from the row under it (see spans.laid).
    """
    starts = [_first_figure(row) for row in rows]
    widest = max(range(len(rows)), key=lambda r: len(rows[r]) - starts[r])
    middles = [middle for middle, _ in rows[widest][starts[widest] :]]
    labels = min(max([start for r, start in enumerate(starts) if start < len(rows[r])] or [1]), _LABELS)
    edge = middles[0] - max((middles[1] - middles[0]) // 2 if len(middles) > 1 else 8, 4)
    placed: list[list[str]] = []
    below: list[int] | None = None  # columns of the figures right under the row, None where a header is under it
    for row, start in zip(reversed(rows), reversed(starts), strict=True):
        heads, rest = row[:start], row[start:]
        if len(row) == 1 and start:  # at the left a label whose cells are blank, else a caption
            alone = row[0][1]
            placed.append(
                [*[""] * (labels - 1), alone, *[""] * len(middles)] if labels and row[0][0] < edge else [alone]
            )
            continue
        if rest:
            below = columns = _columns(rest, middles)
        else:
            own = 0 if below is None else len(row) - len(below)
            cut = own if below is not None and own in (0, 1) else sum(1 for token in row if token[0] < edge)
            heads, rest = row[:cut], row[cut:]
            if below is None:
                texts = [text for _, text in heads][:labels]
                placed.append([*texts, *([""] * (labels - len(texts))), *(text for _, text in rest)])
                continue
            columns = below if own in (0, 1) else _columns(rest, middles)
            below = None
        line = [""] * (labels + len(middles))
        heads = heads[-labels:] if labels else []
        for i, (_, text) in enumerate(heads):
            line[labels - len(heads) + i] = text
        for column, (_, text) in zip(columns, rest, strict=True):
            line[labels + column] = text
        placed.append(line)
    return placed[::-1]


def _columns(tokens: Sequence[Token], middles: Sequence[int]) -> list[int]:
    """The columns of tokens: each the nearest that leaves room for the others, in their order."""
    if len(tokens) >= len(middles):
        return list(range(len(tokens)))[: len(middles)] + [len(middles) - 1] * (len(tokens) - len(middles))
    found: list[int] = []
    for i, (middle, _) in enumerate(tokens):
        first = found[-1] + 1 if found else 0
        last = len(middles) - (len(tokens) - i)
        found.append(min(range(first, last + 1), key=lambda c: abs(middles[c] - middle)))
    return found


def _first_figure(row: Sequence[Token]) -> int:
    start = len(row)
    while start and is_figure(row[start - 1][1]):
        start -= 1
    return start
