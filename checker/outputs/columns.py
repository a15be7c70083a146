"""Columns of text for the eye, as tabulate's "simple" format lays them, without the 40 ms that tabulate takes to load.

Only `gkcheck check` prints with it: one report has to cost less than reading it elsewhere. All other tables are
tabulate's own, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from checker.outputs.wrap import width

_GAP, _BESIDE_HEAD = "  ", 2  # between columns; how much wider than its head a column is at least


def columns(rows: Sequence[Sequence[str]], heads: Sequence[str]) -> str:
    """The rows under their heads; a cell may have several lines, and colours, which take no room."""
    cells = [[cell.strip().split("\n") for cell in row] for row in rows]
    widths = [
        max([width(head) + _BESIDE_HEAD, *(width(_plain(line)) for row in cells for line in row[at])])
        for at, head in enumerate(heads)
    ]
    lines = [_line(heads, widths), _GAP.join("-" * wide for wide in widths)]
    lines += [_line(parts, widths) for row in cells for parts in zip_longest(*row, fillvalue="")]
    return "\n".join(lines)


def _line(parts: Sequence[str], widths: Sequence[int]) -> str:
    padded = (part + " " * (wide - width(_plain(part))) for part, wide in zip(parts, widths, strict=True))
    return _GAP.join(padded).rstrip()


def _plain(text: str) -> str:
    """The text without its colours."""
    before, *coloured = text.split("\x1b[")
    return before + "".join(part.partition("m")[2] for part in coloured)
