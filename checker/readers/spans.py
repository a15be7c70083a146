"""Rows of a table whose merged cells were lost, laid on columns again by their shape alone.

Text extraction writes a cell that is merged to the right once, and leaves a cell that is merged downwards empty. So
rows have fewer cells than the table has columns. What helps: figures stand at the right, one to a column; the label
before them takes the room that is left; a header row is cut as the row under it, whose empty cells are those merged
down from above.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.document import Cell

Texts = Sequence[str]
Spans = list[tuple[int, int]]

_SIGNS = frozenset("-+−－—–/／\\.…*")
_LETTERS = frozenset("oOlI×")
"""What is typed for a figure by mistake."""
_POINTS = frozenset(".、．)）")
_COLUMNS = 64
"""Columns from which on rows are no table of a report and are laid as they come."""


def is_figure(text: str) -> bool:
    """Whether a text looks like what is entered in a cell of figures, not like a label."""
    text = text.strip()
    if not text or len(text) > 20:
        return False
    if text.isdigit():
        return True
    wide = sum(1 for c in text if c >= "\u2e80" and c.isalpha())
    if not (text[0].isdigit() or text[0] in _SIGNS):
        return len(text) == 1 and (wide == 1 or text in _LETTERS)
    digits = len(text) - len(text.lstrip("0123456789０１２３４５６７８９"))
    numbered = 0 < digits <= 2 and text[digits : digits + 1] in _POINTS and not text[digits + 1 : digits + 2].isdigit()
    return wide <= 3 and not (numbered and wide)


def laid(rows: Sequence[Texts]) -> list[list[Cell | None]]:
    """The rows on a grid as wide as the longest of them."""
    width = max((len(row) for row in rows), default=0)
    spans: list[Spans] = [[] for _ in rows]
    below: int | None = None
    for r in range(len(rows) - 1, -1, -1):
        row = rows[r]
        if spans[r]:
            below = r
            continue
        both = None if below is None or r == 0 else _dropped(rows[r - 1], row, rows[below], spans[below])
        if both is not None:
            spans[r - 1], spans[r] = both
        elif width > _COLUMNS or len(row) == width:
            spans[r] = [(c, c + 1) for c in range(len(row))]
        elif len(row) == 1:
            spans[r] = [(0, width)]
        elif _figures_from(row) < len(row):
            spans[r] = _data(row, width)
        else:
            spans[r] = _header(row, width, None if below is None else (rows[below], spans[below]))
        if len(row) > 1:
            below = r
    made: list[list[Cell | None]] = []
    for r, (row, places) in enumerate(zip(rows, spans, strict=True)):
        line: list[Cell | None] = [None] * width
        for text, (start, end) in zip(row, places, strict=True):
            line[start:end] = [Cell(text, r, start, 1, end - start)] * (end - start)
        made.append(line)
    return made


def _dropped(above: Texts, row: Texts, under: Texts, places: Spans) -> tuple[Spans, Spans] | None:
    """The columns of two rows of a header over figures, where cells merged downwards were left out, not left empty.

    The lower row is then the parts of one cell of the upper row, that which has so many blanks behind it, or, where no
    blanks were left, of one or more neighbours, those with the longest labels. None where the counts do not say so.
    """
    first = _figures_from(under)
    while first < len(under) and not under[first].strip():
        first += 1
    columns = places[first:]
    parts = len(row)
    plain = all(text.strip() for text in row) and _figures_from(row) == parts
    if not plain or not 1 < parts < len(columns) or _figures_from(above) < len(above) or len(above) < 2:
        return None
    if len(above) == len(columns):
        filled = [i for i, text in enumerate(above) if text.strip()] + [len(above)]
        fits = [a for a, b in pairwise(filled) if b - a == parts]
        if len(fits) != 1:
            return None
        return list(columns), columns[fits[0] : fits[0] + parts]
    wide = len(above) + parts - len(columns)  # so many cells of the upper row have parts, neighbours of one width
    if not 0 < wide <= len(above) or parts % wide or not all(text.strip() for text in above):
        return None
    at = max(range(len(above) - wide + 1), key=lambda i: sum(map(len, above[i : i + wide])))
    below = columns[at : at + parts]
    return [*columns[:at], *_even(wide, below), *columns[at + parts :]], below


def _figures_from(row: Texts) -> int:
    """Where the figures at the end of a row begin, blanks among them included; its length where it has none."""
    start = len(row)
    while start and (not row[start - 1].strip() or is_figure(row[start - 1])):
        start -= 1
    if not any(is_figure(text) for text in row[start:]):
        return len(row)
    return start


def _data(row: Texts, width: int) -> Spans:
    """The last label takes the columns that are left; figures without a label stand at the right."""
    more = width - len(row)
    label = _figures_from(row) - 1
    if label < 0:
        return [(c + more, c + more + 1) for c in range(len(row))]
    return [(c + more * (c > label), c + 1 + more * (c >= label)) for c in range(len(row))]


def _header(row: Texts, width: int, below: tuple[Texts, Spans] | None) -> Spans:
    """A row without figures, by the row under it."""
    if below is None:
        return _even(len(row), [(c, c + 1) for c in range(width)])
    under, places = below
    if len(under) == len(row):
        return list(places)
    first = _figures_from(under)
    figures = len(under) - first
    if first < len(under) and len(row) >= figures:
        left = len(row) - figures
        edge = places[first][0]
        heads = [(c, c + 1) for c in range(left)] if left <= edge else []
        if heads:
            heads[-1] = (left - 1, edge)
        if left <= edge:
            return heads + places[first:]
    if len(row) < len(under):
        return _over(row, under, places)
    return _data([*row[:1], *("0" for _ in row[1:])], width)


def _over(row: Texts, under: Texts, places: Spans) -> Spans:
    """A header row over another: an empty cell below is of one cell above, a stretch of labels of one or several."""
    stretches: list[Spans] = []
    texts: list[list[str]] = []
    blank = True
    for text, place in zip(under, places, strict=True):
        if text.strip() and not blank:
            stretches[-1].append(place)
            texts[-1].append(text.strip())
        else:
            stretches.append([place])
            texts.append([text.strip()])
        blank = not text.strip()
    more = len(row) - len(stretches)
    if more < 0:
        return _even(len(row), places)
    longest = max(range(len(stretches)), key=lambda i: len(stretches[i]))
    found: Spans = []
    for i, stretch in enumerate(stretches):
        found += _parted(more + 1, stretch, texts[i]) if i == longest else [(stretch[0][0], stretch[-1][1])]
    return found if len(found) == len(row) else _even(len(row), places)


def _parted(parts: int, places: Spans, texts: Sequence[str]) -> Spans:
    """Cut for `parts` cells where the widths of the cells below change, where their labels come again, else evenly."""
    if parts == 1:
        return [(places[0][0], places[-1][1])]
    widths = [end - start for start, end in places]
    cuts = [i for i in range(1, len(places)) if widths[i] != widths[i - 1]]
    if len(cuts) != parts - 1:
        cuts = [i for i in range(1, len(texts)) if texts[i] == texts[0]]
    if len(cuts) != parts - 1:
        return _even(parts, places)
    return [(places[a][0], places[b - 1][1]) for a, b in pairwise([0, *cuts, len(places)])]


def _even(parts: int, places: Spans) -> Spans:
    """`parts` cells over the places, as evenly as it goes."""
    if parts > len(places):
        start = places[0][0]
        return [(start + i, start + i + 1) for i in range(parts)]
    edges = [i * len(places) // parts for i in range(parts + 1)]
    return [(places[a][0], places[b - 1][1]) for a, b in pairwise(edges)]
