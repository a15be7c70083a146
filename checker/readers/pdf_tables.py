"""Ruled tables of a PDF as grids: merged cells by their lines, and tables joined that a page break has cut."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from checker.dataclass import dataclass, field, replace
from checker.document import Cell, Grid
from checker.facts.lexicon import DAY_DIGITS
from checker.readers import limits
from checker.readers.pdf_lines import Glyph, Line, joined, lines, ran_on
from checker.readers.pdf_ruling import Box

_SAME = 3.0
"""Points: edges that lie nearer are one edge."""
_SAME_WIDTH = 4.0
_PADDING = 6.5
"""Points that a cell keeps free at each side, at most (Word and LibreOffice: 5.4)."""
_HEADER_ROWS = 10
_NUMBERED = re.compile(rf"[（(]?[0-9{DAY_DIGITS}]{{1,3}}[）)、.．]|[\u2460-\u2473\u3220-\u3229]")


@dataclass(slots=True)
class Field:
    """A cell of a table part: rows from `first` up to `last`, left and right edge from the table's own left edge.

    room: what its last line leaves free. unit: what the beginning of its text needs (see Line).
    """

    first: int
    last: int
    left: float
    right: float
    text: str = ""
    room: float = 0.0
    unit: float = 0.0


@dataclass(slots=True)
class Part:
    """A table, or what of it stands on one page.

    box: where. height: number of rows. frame: the lines of a table of one cell, which is a frame around text unless it
    goes on on another page.
    """

    box: Box
    height: int
    fields: list[Field]
    frame: list[Line] = field(default_factory=list)

    @property
    def width(self) -> float:
        """Width in points."""
        return self.box[2] - self.box[0]


def edges(values: Iterable[float]) -> list[float]:
    """Values that lie near each other as one, ascending."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SAME:
            found.append(value)
    return found


def part(box: Box, boxes: Sequence[Box], marks: Sequence[Glyph]) -> Part:
    """The table whose cells are `boxes`, with the characters that lie in each."""
    ys = edges(y for b in boxes for y in (b[1], b[3]))
    xs = edges(x for b in boxes for x in (b[0], b[2]))
    where: dict[tuple[int, int], int] = {}
    spans = []
    for number, (x0, top, x1, bottom) in enumerate(boxes):
        span = (_at(ys, top), max(_at(ys, bottom), _at(ys, top) + 1), _at(xs, x0), max(_at(xs, x1), _at(xs, x0) + 1))
        spans.append(span)
        if (span[1] - span[0]) * (span[3] - span[2]) <= limits.COLUMNS * 64:
            for r in range(span[0], span[1]):
                for c in range(span[2], span[3]):
                    where[r, c] = number
    held: list[list[Glyph]] = [[] for _ in boxes]
    for glyph in marks:
        row = bisect_right(ys, (glyph.top + glyph.bottom) / 2) - 1
        column = bisect_right(xs, (glyph.x0 + glyph.x1) / 2) - 1
        at = where.get((row, column))
        if at is not None:
            held[at].append(glyph)
    texts = [lines(g) for g in held]
    padding = min([_PADDING, *(line.x0 - b[0] for b, own in zip(boxes, texts, strict=True) for line in own)])
    fields = []
    for (first, last, left, right), own, b in zip(spans, texts, boxes, strict=True):
        f = Field(first, last, xs[left] - box[0], xs[min(right, len(xs) - 1)] - box[0])
        if own:
            edge = b[2] - max(padding, 0.0)
            f.text, f.room, f.unit = _text(own, edge), edge - own[-1].x1, own[0].unit + 0.5 * own[0].size
        fields.append(f)
    return Part(box, len(ys) - 1, fields, texts[0] if len(boxes) == 1 else [])


def _at(values: Sequence[float], value: float) -> int:
    return max(0, bisect_left(values, value - _SAME + 1e-6) if value > values[0] else 0)


def _text(own: Sequence[Line], right: float) -> str:
    """The lines of a cell as one text, with line breaks where they were made on purpose."""
    text, narrowest = own[0].text, own[0].x0
    for upper, lower in pairwise(own):
        narrowest = min(narrowest, upper.x0)
        room = right - max(0.0, (upper.x0 - narrowest) / 2)
        text = joined(text, lower.text) if ran_on(upper, lower, room) else f"{text}\n{lower.text}"
    return text


def continues(upper: Part, lower: Part) -> bool:
    """Whether `lower`, at the top of a page, goes on with `upper` at the foot of the page before."""
    if abs(upper.width - lower.width) > _SAME_WIDTH and abs(upper.box[2] - lower.box[2]) > _SAME_WIDTH:
        return False
    ours = edges(x for f in upper.fields for x in (f.left, f.right))
    shift = _shift(upper, lower)
    theirs = edges(x + shift for f in lower.fields for x in (f.left, f.right))
    few, many = sorted((ours, theirs), key=len)
    lost = sum(not any(abs(x - y) <= _SAME_WIDTH for y in many) for x in few)
    return lost <= len(few) // 4


def _shift(upper: Part, lower: Part) -> float:
    """What places in `lower` lack to be places in `upper`: rows that begin further right make a part narrower."""
    return lower.box[0] - upper.box[0] if abs(upper.width - lower.width) > _SAME_WIDTH else 0.0


def join(upper: Part, lower: Part) -> Part:
    """Both parts as one: a header that is repeated left out, a row that the break has cut made whole."""
    skipped, shift = _repeated(upper, lower), _shift(upper, lower)
    below = [
        replace(f, first=f.first - skipped, last=f.last - skipped, left=f.left + shift, right=f.right + shift)
        for f in lower.fields
        if f.first >= skipped
    ]
    height = lower.height - skipped
    above = list(upper.fields)
    base = upper.height
    if height and _cut(above, below, base):
        base -= 1
    fields = {(f.first, f.left): f for f in above}
    in_header = any(_within(f, o) for f in below if f.first == 0 for o in above if o.last == upper.height)
    for f in below:
        first, last = f.first + base, f.last + base
        over = _over(above, f, upper.height) if f.first == 0 else None
        if over is not None and (first < upper.height or _same_cell(over, f, in_header)):
            over.last = max(over.last, last)
            if f.text and f.text != over.text:
                over.text, over.room = joined(over.text, f.text), f.room
        else:
            fields[first, f.left] = replace(f, first=first, last=last)
    return Part(upper.box, base + height, sorted(fields.values(), key=lambda f: (f.first, f.left)))


def _repeated(upper: Part, lower: Part) -> int:
    """How many rows of `lower` repeat the header of `upper`."""

    def head(table: Part, rows: int) -> list[tuple[int, int, int, str]] | None:
        found = []
        for f in table.fields:
            if f.first < rows:
                if f.last > rows:
                    return None
                found.append((f.first, f.last, round(f.left / _SAME_WIDTH), "".join(f.text.split())))
        return sorted(found)

    for rows in range(min(_HEADER_ROWS, upper.height - 1, lower.height - 1), 0, -1):
        ours = head(upper, rows)
        if ours and any(entry[3] for entry in ours) and ours == head(lower, rows):
            return rows
    return 0


def _cut(above: Sequence[Field], below: Sequence[Field], base: int) -> bool:
    """Whether the first row below is the rest of the last row above.

    So it is if each text of it goes on with one above that was at the end of its room, or stands below an empty cell,
    and if no label of it begins with a number, as that of a row of its own does.
    """
    last = [f for f in above if f.last == base]
    first = [f for f in below if f.first == 0]
    if not any(f.text for f in first):
        return True
    first = [f for f in first if f.last == 1] or first
    pairs = [(o, f) for f in first for o in last if _same_columns(o, f)]
    if len(pairs) < len(first) or any(_NUMBERED.match(f.text) for f in first):
        return False
    both = [(o, f) for o, f in pairs if o.text and f.text]
    if any(_has_words(f) and not o.text for o, f in pairs) and any(_has_words(o) for o, _ in pairs):
        return False
    if both:
        return all(_has_words(f) and o.room <= f.unit for o, f in both)
    return any(o.text for o, _ in pairs) and all(o.text or f.text for o, f in pairs)


def _same_columns(one: Field, other: Field) -> bool:
    return abs(one.left - other.left) <= _SAME and abs(one.right - other.right) <= _SAME


def _has_words(f: Field) -> bool:
    return any(c >= "\u3400" for c in f.text)


def _over(above: Sequence[Field], f: Field, base: int) -> Field | None:
    """The field above that ends at the break, over the same columns."""
    return next((o for o in above if o.last == base and _same_columns(o, f)), None)


def _within(f: Field, o: Field) -> bool:
    """Whether `o` is parted further below, as only the cells of a header are."""
    return o.left <= f.left + _SAME and f.right <= o.right + _SAME and f.right - f.left < o.right - o.left - _SAME


def _same_cell(upper: Field, lower: Field, in_header: bool) -> bool:
    """Whether two fields at both sides of a break are one merged cell: its text is printed once, or goes on."""
    merged = upper.last - upper.first > 1 or lower.last - lower.first > 1
    if not lower.text:
        return merged
    if not _has_words(lower) or _NUMBERED.match(lower.text):
        return merged and lower.text == upper.text and _has_words(lower)
    return merged or (in_header and upper.room <= lower.unit)


def grid(table: Part, after: int) -> Grid:
    """The grid of a table; `after` as in Grid. Positions that no cell covers are None."""
    xs = edges(x for f in table.fields for x in (f.left, f.right))[: limits.COLUMNS + 1]
    width = len(xs) - 1
    height = min(table.height, max(1, limits.POSITIONS // max(1, width)))
    rows: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    for f in table.fields:
        left, right = min(_at(xs, f.left), width - 1), max(_at(xs, f.right), _at(xs, f.left) + 1)
        last = min(f.last, height)
        if f.first >= last:
            continue
        cell = Cell(f.text, f.first, left, last - f.first, min(right, width) - left)
        for r in range(f.first, last):
            rows[r][left : min(right, width)] = [cell] * cell.column_span
    return Grid(tuple(tuple(row) for row in rows if any(row)), after)
