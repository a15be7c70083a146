"""Edits of a printed table: cells set or blanked, rows and columns removed, renamed and added."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker.dataclass import replace
from checker.errors import Said
from checker.language.proofs import Edit
from checker.printed import Line, PrintedTable
from checker.touches import Touch


class EditError(Exception):
    """An edit that cannot be made: what it names is not in the report. said: one sentence."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.en)
        self.said = said


Result = tuple[PrintedTable | None, tuple[Touch, ...]]


def change_table(table: PrintedTable, edit: Edit) -> Result:
    """The table after the edit (None: removed), and what was touched. Raises EditError."""
    change = _EDITS.get((edit.verb, edit.thing))
    if change is None:
        raise EditError(
            Said(f"{edit.verb} {edit.thing} 不是对表格的改动", f"{edit.verb} {edit.thing} is no edit of a table")
        )
    return change(table, edit)


def _set_cell(table: PrintedTable, edit: Edit) -> Result:
    row, column = edit.row or "", edit.column or ""
    if (row, column) not in table.cells:
        raise EditError(
            Said(f"表 {table.key} 没有单元格 [{row}, {column}]", f"the table {table.key} has no cell [{row}, {column}]")
        )
    text = "" if edit.verb == "blank" else edit.text or ""
    return replace(table, cells={**table.cells, (row, column): text}), (Touch(None, table.key, row, column),)


def _remove_table(table: PrintedTable, edit: Edit) -> Result:
    return None, (Touch(table=table.key), Touch(section=table.layout.section))


def _remove_row(table: PrintedTable, edit: Edit) -> Result:
    at = _at(table.rows, edit.row, table.key)
    return replace(table, rows=_without(table.rows, at)), (Touch(table=table.key, row=edit.row),)


def _remove_column(table: PrintedTable, edit: Edit) -> Result:
    at = _at(table.columns, edit.column, table.key)
    return replace(table, columns=_without(table.columns, at)), (Touch(table=table.key, column=edit.column),)


def _rename_row(table: PrintedTable, edit: Edit) -> Result:
    group = table.layout.group_heads.get(edit.row or "")
    if group is not None:
        groups = {**table.groups, group.path: edit.text or ""}
        return replace(table, groups=groups), (Touch(table=table.key, row=edit.row),)
    at = _at(table.rows, edit.row, table.key)
    return replace(table, rows=_renamed(table.rows, at, edit.text)), (Touch(table=table.key, row=edit.row),)


def _rename_column(table: PrintedTable, edit: Edit) -> Result:
    at = _at(table.columns, edit.column, table.key)
    return replace(table, columns=_renamed(table.columns, at, edit.text)), (Touch(table=table.key, column=edit.column),)


def _add_row(table: PrintedTable, edit: Edit) -> Result:
    at = _at(table.rows, edit.after, table.key)
    return replace(table, rows=_added(table.rows, at, edit.text)), (Touch(table=table.key),)


def _add_column(table: PrintedTable, edit: Edit) -> Result:
    at = _at(table.columns, edit.after, table.key)
    return replace(table, columns=_added(table.columns, at, edit.text)), (Touch(table=table.key),)


Lines = tuple[Line, ...]


def _at(lines: Lines, key: str | None, table: str) -> int:
    for index, line in enumerate(lines):
        if line.key is not None and line.key == key:
            return index
    raise EditError(Said(f"表 {table} 没有行或列 {key}", f"the table {table} has no row or column {key}"))


def _without(lines: Lines, at: int) -> Lines:
    return (*lines[:at], *lines[at + 1 :])


def _renamed(lines: Lines, at: int, label: str | None) -> Lines:
    return (*lines[:at], replace(lines[at], label=label or ""), *lines[at + 1 :])


def _added(lines: Lines, at: int, label: str | None) -> Lines:
    """A further line behind another, in the same block and under the same merged labels."""
    return (*lines[: at + 1], Line(None, label or "", lines[at].like), *lines[at + 1 :])


_EDITS: Mapping[tuple[str, str], Callable[[PrintedTable, Edit], Result]] = {
    ("set", "cell"): _set_cell,
    ("blank", "cell"): _set_cell,
    ("remove", "table"): _remove_table,
    ("remove", "row"): _remove_row,
    ("remove", "column"): _remove_column,
    ("rename", "row"): _rename_row,
    ("rename", "column"): _rename_column,
    ("add", "row"): _add_row,
    ("add", "column"): _add_column,
}
