"""Cells of the ruled tables of a page; one that a page break leaves open is closed at the ends of its lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pdfplumber.page import Page as Sheet

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points."""

_THIN = 3.0
"""Points: a filled rectangle is a ruled line up to this, a shade beyond it."""
_SAME = 3.0
_SHORTEST = 8.0


def tables(sheet: Sheet) -> list[list[Box]]:
    """The cells of each table, largest table first; also of a lone cell: a page break may have cut off the rest."""
    ruled = sheet.filter(_rules)
    ends = list(_closing(ruled.edges))
    finder = ruled.debug_tablefinder({"explicit_horizontal_lines": ends} if ends else {})
    found: list[list[Box]] = [table.cells for table in finder.tables]
    in_tables = {cell for cells in found for cell in cells}
    found += [[cell] for cell in finder.cells if cell not in in_tables]
    return sorted(found, key=len, reverse=True)


def around(cells: Sequence[Box]) -> Box:
    """The box that holds all cells."""
    lefts, tops, rights, bottoms = zip(*cells, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def separator(sheet: Sheet, boxes: Sequence[Box]) -> float | None:
    """Where the short line stands that parts footnotes from the text: in the lower part of the page, in no table."""
    found = None
    for edge in sheet.filter(_rules).edges:
        width, top = edge["x1"] - edge["x0"], edge["top"]
        if edge["orientation"] != "h" or not 0.1 < width / sheet.width < 0.45 or top < 0.5 * sheet.height:
            continue
        if not any(b[1] - _SAME <= top <= b[3] + _SAME and b[0] - _SAME <= edge["x0"] <= b[2] for b in boxes):
            found = top if found is None else min(found, top)
    return found


def _rules(item: Mapping[str, Any]) -> bool:
    """Whether an object of a page may rule a table: shades do not."""
    if item["object_type"] == "rect":
        return bool(item.get("stroke")) or min(item["width"], item["height"]) <= _THIN
    return bool(item["object_type"] in ("line", "curve"))


def _closing(edges: Iterable[Mapping[str, Any]]) -> Iterable[dict[str, Any]]:
    """Lines that close what is open: where several upright lines end at one height and no line across stands there."""
    upright: defaultdict[int, list[tuple[float, float, float]]] = defaultdict(list)
    across: list[tuple[float, float, float]] = []
    for edge in edges:
        if edge["orientation"] == "v":
            upright[round(edge["x0"] / _SAME)].append((edge["top"], edge["bottom"], edge["x0"]))
        elif edge["x1"] - edge["x0"] > _THIN:  # not the end of an upright stroke that is drawn as a rectangle
            across.append((edge["top"], edge["x0"], edge["x1"]))
    heights: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for strokes in upright.values():
        for top, bottom, x in _joined(strokes):
            if bottom - top >= _SHORTEST:
                heights[round(top / _SAME)].append((top, x))
                heights[round(bottom / _SAME)].append((bottom, x))
    for ends in heights.values():
        y, left, right = ends[0][0], min(x for _, x in ends), max(x for _, x in ends)
        if right - left < _SHORTEST or any(
            abs(t - y) <= _SAME and x0 < right - 1 and left + 1 < x1 for t, x0, x1 in across
        ):
            continue
        yield {
            "object_type": "line", "orientation": "h", "x0": left, "x1": right, "top": y, "bottom": y,
            "width": right - left, "height": 0.0,
        }  # fmt: skip


def _joined(strokes: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Upright strokes at one place as whole lines."""
    found: list[tuple[float, float, float]] = []
    for top, bottom, x in sorted(strokes):
        if found and top - found[-1][1] <= _SAME:
            found[-1] = (found[-1][0], max(found[-1][1], bottom), x)
        else:
            found.append((top, bottom, x))
    return found
