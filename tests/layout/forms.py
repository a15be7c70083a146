"""The tables of every format for the tests of the layout: laid from grids, with heads changed or miswritten."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from checker.document import Grid
from checker.layout.load import load_layouts
from checker.layout.model import Head, Layout, TableLayout
from checker.layout.tables import Standing, lay_tables
from checker.layout.vocabulary import lexicon
from checker.report import Table
from checker.resources import folder

LAYOUTS = load_layouts([folder("rules")])


LABELS = lexicon(LAYOUTS)


EVERY = [(layout, table) for layout in LAYOUTS for table in layout.tables]


NAMES = [f"{layout.key}-{table.key}" for layout, table in EVERY]
STYLES: dict[str, Callable[[str], str]] = {
    "plain": str,
    "half-width": lambda s: s.translate({ord("（"): "(", ord("）"): ")", ord("“"): '"', ord("”"): '"', ord("："): ":"}),
    "spaced": lambda s: f"{s[:2]} {s[2:]}　",
    "broken": lambda s: f"{s[: len(s) // 2]}\n{s[len(s) // 2 :]}",
    "upright": "\n".join,
    "unnumbered": lambda s: re.sub(r"^(（[一二三四五六七]）|\d\.|[一二三四]、)", "", s),
    "comma": lambda s: re.sub(r"^(\d)\.", r"\1、", s),
    "full-width": lambda s: re.sub(r"^(\d)\.", lambda m: chr(0xFF10 + int(m[1])) + "．", s),
    "circled": lambda s: re.sub(r"^（([一二三四五六七])）", lambda m: chr(0x3220 + "一二三四五六七".index(m[1])), s),
    "noted": lambda s: f"{s}（见填报说明）",
    "starred": lambda s: f"{s}*",
}


def lay_all(grids: list[Grid], year: int | None, section: str = "disclosure") -> dict[str, Table]:
    """The tables in grids that stand in one section."""
    return lay_tables([Standing(grid, section) for grid in grids], LAYOUTS, LABELS, year)


def lay_one(grids: list[Grid], layout: Layout, key: str) -> Table:
    """The only table that the grids hold, standing in its own section."""
    form = layout.table(key)
    assert form is not None
    tables = lay_all(grids, layout.first_year, form.section)
    assert list(tables) == [key]
    return tables[key]


def cells(table: Table) -> dict[tuple[str, str], str]:
    """Every cell that the report has, as printed."""
    return {
        (row, column): figure.raw
        for row, figures in table.rows.items()
        for column, figure in figures.items()
        if figure.state != "missing"
    }


def edited(table: TableLayout, change: Callable[[Head], Head | None], *, rows: bool = True) -> TableLayout:
    """The table with its rows (or columns) changed, those made None left out."""

    def heads(old: tuple[Head, ...], apply: bool) -> tuple[Head, ...]:
        return tuple(head for head in map(change, old) if head is not None) if apply else old

    blocks = [replace(b, rows=heads(b.rows, rows), columns=heads(b.columns, not rows)) for b in table.blocks]
    return replace(table, blocks=tuple(block for block in blocks if block.rows))


def relabelled(key: str, label: str) -> Callable[[Head], Head]:
    """A change that gives one head another label."""
    return lambda head: replace(head, path=(*head.path[:-1], label)) if head.key == key else head


def slipped(label: str) -> str:
    """The label with its last word character before any note miswritten."""
    head = re.split(r"(?<=.)（(?!\D）)", label)[0] if not label.startswith("第") else label
    at = max(i for i, char in enumerate(head) if "\u4e00" <= char <= "\u9fff")
    return label[:at] + "冂" + label[at + 1 :]


def form_of(layout: str, key: str) -> tuple[Layout, TableLayout]:
    """A layout and one of its tables."""
    return next((lay, table) for lay, table in EVERY if lay.key == layout and table.key == key)
