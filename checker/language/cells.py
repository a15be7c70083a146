"""Reading cells: the table, the row and the column leave no trace, the cell does."""

from __future__ import annotations

from checker.language.env import Closure, Env
from checker.language.table_view import TableView
from checker.language.values import Unknown, Value


def own_cell(key: str, row: Closure, column: Closure) -> Closure:
    """A cell of a table of the report itself."""
    return cell_of(lambda env: env.view.table(key), row, column)


def cell_of(table: Closure, row: Closure, column: Closure) -> Closure:
    """A cell of whatever table the closure gives."""

    def read(env: Env) -> Value:
        found, r, c = table(env), row(env), column(env)
        if found.__class__ is not TableView or not isinstance(r, str) or not isinstance(c, str):
            return next((part for part in (found, r, c) if isinstance(part, Unknown)), Unknown("unsuited"))
        cell = found.cell(r, c)
        env.trace.append(cell)
        return cell

    return read


def plain_cell(table: str | int, row: str | int, column: str | int, otherwise: Closure) -> Closure:
    """A cell whose table, row and column are keys (texts) or names of the rule (slots): most are, and all that is to do
    is to look them up. table: as a text, one of the report's own. otherwise: the closure for whatever is no such cell.
    """
    own, fixed_row, fixed_column = isinstance(table, str), isinstance(row, str), isinstance(column, str)

    def read(env: Env) -> Value:
        slots = env.slots
        found: Value = env.view.table(table) if own else slots[table]  # type: ignore[arg-type, index]
        if found.__class__ is TableView:
            r: Value = row if fixed_row else slots[row]  # type: ignore[index]  # a slot number, as not fixed
            c: Value = column if fixed_column else slots[column]  # type: ignore[index]  # a slot number, as not fixed
            if isinstance(r, str) and isinstance(c, str):
                cell = found.known.get((r, c)) or found.cell(r, c)
                env.trace.append(cell)
                return cell
        return otherwise(env)

    return read


def silent(inner: Closure) -> Closure:
    """The same value, without a trace of what was read for it."""

    def read(env: Env) -> Value:
        length = len(env.trace)
        value = inner(env)
        del env.trace[length:]
        return value

    return read
