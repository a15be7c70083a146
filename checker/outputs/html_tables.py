"""The tables of a report for the page, merged as in the format, labels and figures as printed in the report."""

from __future__ import annotations

from checker.dataclass import replace
from checker.document import Cell, Grid
from checker.layout.model import TableLayout
from checker.masking import mask
from checker.outputs.html_pins import Pins, links
from checker.outputs.safe_text import in_html
from checker.printed import Line, PrintedTable, print_table
from checker.printed_grid import draw
from checker.report import Table

_SIGN = "\x1f"  # before keys that go through the drawing; no file can hold it


def table_html(table: Table, form: TableLayout, pins: Pins, extra: str) -> str:
    """The table with the pins of its findings; `extra` introduces the labels that no format knows."""
    printed = print_table(table, form)
    grid = draw(_signed(printed, table), after=0)
    caption = links(pins.cells.get((form.key, None, None), []))
    placed: set[tuple[str | None, str | None]] = {(None, None)}
    body = _rows(grid, table, form, pins, placed)
    astray = [
        pin
        for (key, row, column), found in pins.cells.items()
        if key == form.key and (row, column) not in placed
        for pin in found
    ]
    caption += links(astray)
    notes = [f"{extra}{in_html('、'.join(mask(label) for label in table.extra))}"] if table.extra else []
    head = f"<caption>{caption}</caption>" if caption else ""
    foot = "".join(f'<p class="note">{note}</p>' for note in notes)
    return f'<div class="scroll"><table>{head}{body}</table></div>{foot}'


def _signed(printed: PrintedTable, table: Table) -> PrintedTable:
    """The table to be drawn with keys in the place of what is printed, so that each cell can be found again."""
    names = {head.path: name for name, head in printed.layout.group_heads.items()}
    return replace(
        printed,
        rows=tuple(Line(line.key, _sign("r", line.key or "", line.label), line.like) for line in printed.rows),
        columns=tuple(Line(line.key, _sign("c", line.key or "", line.label), line.like) for line in printed.columns),
        groups={path: _sign("g", names.get(path, ""), label) for path, label in printed.groups.items()},
        cells={(row, column): _sign("f", row, column) for row, column in printed.cells},
    )


def _sign(kind: str, key: str, rest: str) -> str:
    return _SIGN.join(("", kind, key, rest))


def _rows(grid: Grid, table: Table, form: TableLayout, pins: Pins, placed: set[tuple[str | None, str | None]]) -> str:
    rows: list[list[str]] = [[] for _ in grid.rows]
    for cell in grid.cells():
        rows[cell.row].append(_cell(cell, table, form, pins, placed))
    return "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)


def _cell(cell: Cell, table: Table, form: TableLayout, pins: Pins, placed: set[tuple[str | None, str | None]]) -> str:
    span = "".join(
        f' {name}="{number}"'
        for name, number in (("rowspan", cell.row_span), ("colspan", cell.column_span))
        if number > 1
    )
    if not cell.text.startswith(_SIGN):
        return f"<th{span}>{in_html(cell.text)}</th>"
    kind, key, rest = cell.text.split(_SIGN)[1:]
    if kind == "f":
        place: tuple[str | None, str | None] = (key, rest)
        text = table.rows[key][rest].raw
    else:
        place = (None, key) if kind == "c" else (key, None)
        text = rest
    first = place not in placed
    found = pins.cells.get((form.key, *place), []) if first and key else []
    placed.add(place)
    worst = min((pin.finding.severity for pin in found), key=lambda severity: severity.rank, default=None)
    classes = [worst.value] if worst else ["related"] if (form.key, *place) in pins.related else []
    if kind == "f" and table.rows[key][rest].state == "blank":
        classes.append("blank")
    marked = f' class="{" ".join(classes)}"' if classes else ""
    tag = "td" if kind == "f" else "th"
    return f"<{tag}{span}{marked}>{in_html(mask(text))}{links(found)}</{tag}>"
