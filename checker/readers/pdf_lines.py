"""Characters of a page as lines of text: order, blanks, doubled characters, radicals in place of whole characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from checker.dataclass import dataclass

_RADICALS = str.maketrans(
    "⼾⺠⺝⻓⻔⻛⻋⻅⻚⻩⻬⻄⻘⻢⻥⻦⻨⻉⻐⻝⻣⻤⻮⻰⻳⺫⻁⻆⻜⻞⻟⺟⺎⻙⻗⻎",
    "户民月长门风车见页黄齐西青马鱼鸟麦贝钅食骨鬼齿龙龟目虎角飞食饣母兀韦雨辶",
)
"""Radicals that Unicode does not decompose (its EquivalentUnifiedIdeograph.txt), and ⼾, which it does to 戶."""
_CLOSING = frozenset("，。、；：？！）〕】》」』”’％,.;:?!)]}%…")
_OPENING = frozenset("（〔【《「『“‘([{")
_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
_BOUND = _LATIN | frozenset(".-_@/:+#&=~")
"""Characters between which a line is not broken."""
_GAP_LATIN, _GAP_WIDE, _GAP_TAB, _GAP_PART = 0.25, 0.9, 1.3, 3.0
"""Gaps, in sizes of the type, that show as a blank between Latin letters, between others, as a tab, as two parts."""


@dataclass(slots=True)
class Glyph:
    """A character where it is printed; distances in points from the upper left corner of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    upright: bool


@dataclass(slots=True)
class Line:
    """A line of text.

    ink: right edge of its last character that is no closing mark (those may hang in the margin). unit: how much room
    its beginning needed, up to where a line may be broken. tabs: whether a wide gap parts it.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    ink: float
    unit: float
    tabs: bool = False


def glyphs(characters: Iterable[Mapping[str, Any]]) -> list[Glyph]:
    """The characters of a page as pdfplumber gives them, without those that are drawn twice to look bold."""
    found = []
    seen: set[tuple[str, int, int]] = set()
    for c in characters:
        text = c["text"]
        place = (text, round(c["x0"] / 1.5), round(c["top"] / 1.5))
        if text != " " and not text.isspace():
            if place in seen:
                continue
            seen.add(place)
        if "\u2e80" <= text[:1] <= "\u2fdf":
            text = unicodedata.normalize("NFKC", text.translate(_RADICALS))
        found.append(Glyph(text, c["x0"], c["x1"], c["top"], c["bottom"], c["size"] or 1.0, c["upright"]))
    return found


def lines(marks: Sequence[Glyph]) -> list[Line]:
    """Lines from top to bottom; text that runs downwards is read column by column from the right."""
    upright = [g for g in marks if g.upright]
    turned = [g for g in marks if not g.upright]
    found = [line for row in _rows(upright) if (line := _line(row))]
    if turned and len(turned) > len(upright):
        found += _columns(turned)
    return found


def _rows(marks: list[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    centre = reach = 0.0
    for glyph in sorted(marks, key=lambda g: g.top + g.bottom):
        middle = (glyph.top + glyph.bottom) / 2
        if not rows or middle - centre > reach:
            rows.append([])
            centre, reach = middle, 0.5 * max(glyph.size, 3.0)
        rows[-1].append(glyph)
    return rows


def _line(row: list[Glyph]) -> Line | None:
    row.sort(key=lambda g: g.x0)
    while row and row[-1].text.isspace():
        row.pop()
    first = next((i for i, g in enumerate(row) if not g.text.isspace()), None)
    if first is None:
        return None
    sizes = sorted([g.size for g in row if g.text >= "\u2e80"] or [g.size for g in row])  # figures may be set larger
    size = sizes[len(sizes) // 2]
    row = _without_references(row[first:], size)
    parts, tabs = [row[0].text], False
    for before, glyph in pairwise(row):
        gap = glyph.x0 - before.x1
        latin = before.text in _LATIN and glyph.text in _LATIN
        if gap > _GAP_TAB * size:
            parts.append("\t")
            tabs = tabs or gap > _GAP_PART * size or glyph.text.isdecimal()
        elif gap > (_GAP_LATIN if latin else _GAP_WIDE) * size and not before.text.isspace():
            parts.append(" ")
        parts.append(glyph.text)
    ink = next((g.x1 for g in reversed(row) if g.text not in _CLOSING), row[-1].x1)
    return Line(
        text="".join(parts),
        x0=row[0].x0,
        x1=row[-1].x1,
        top=min(g.top for g in row),
        bottom=max(g.bottom for g in row),
        size=size,
        ink=ink,
        unit=_unit(row),
        tabs=tabs,
    )


def _without_references(row: list[Glyph], size: float) -> list[Glyph]:
    """Without small raised figures after a word or mark: those call a footnote."""
    low = max(g.bottom for g in row)
    kept = row[:1]
    for glyph in row[1:]:
        raised = glyph.size < 0.75 * size and glyph.bottom < low - 0.15 * size
        if not (raised and glyph.text.isdecimal() and kept[-1].text not in _LATIN):
            kept.append(glyph)
    return kept


def _unit(row: Sequence[Glyph]) -> float:
    """Width of what stands before the first place where the line might have been broken."""
    end = 1
    while end < len(row) and row[end - 1].text in _OPENING:
        end += 1
    if row[end - 1].text in _BOUND:
        while end < len(row) and row[end].text in _BOUND:
            end += 1
    while end < len(row) and row[end].text in _CLOSING:
        end += 1
    return row[end - 1].x1 - row[0].x0


def _columns(marks: list[Glyph]) -> list[Line]:
    columns: list[list[Glyph]] = []
    for glyph in sorted(marks, key=lambda g: -(g.x0 + g.x1)):
        if not columns or columns[-1][0].x0 - glyph.x0 > 0.5 * glyph.size:
            columns.append([])
        columns[-1].append(glyph)
    found = []
    for column in columns:
        column.sort(key=lambda g: g.top)
        text = "".join(g.text for g in column).strip()
        if text:
            x0, x1 = min(g.x0 for g in column), max(g.x1 for g in column)
            size = column[0].size
            found.append(Line(text, x0, x1, column[0].top, column[-1].bottom, size, x1, size))
    return found


def joined(upper: str, lower: str) -> str:
    """Text that goes on in the next line: a blank only between Latin words."""
    apart = upper[-1:] in _LATIN and lower[:1] in _LATIN and not (upper[-1:].isdigit() and lower[:1].isdigit())
    return f"{upper} {lower}" if apart else upper + lower


def ran_on(upper: Line, lower: Line, right: float) -> bool:
    """Whether `lower` goes on where `upper` had no room left, with the right margin at `right`.

    Had its beginning fitted into the line above, someone ended that line on purpose.
    """
    return right - upper.x1 <= lower.unit + 0.5 * lower.size
