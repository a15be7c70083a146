"""Expressions that give their value alone: what runs over every report. What a failed requirement read is found out
afterwards, by traced.py.

A `let` is evaluated when a combination first reads it: those that only messages show, and those behind a part of a
condition that is never reached, cost nothing. Closures are made when first needed, for the same reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.language.aggregates import AGGREGATES, Items, finished, items_of, not_listed
from checker.language.coerce import equal, field_of
from checker.language.env import Closure, Env
from checker.language.evaluate import Compiler
from checker.language.logic import negation
from checker.language.nodes import Node, Step
from checker.language.plain_lists import decided_by, generated, is_looped, unvalued
from checker.language.table_view import Cell, TableView
from checker.language.values import Unknown, Value
from checker.language.view import ReportView

PENDING = object()
"""What a slot holds while its `let` was not read."""


class Plain(Compiler):
    """Makes closures that leave no trace. lets: slot -> what the `let` of that slot stands for."""

    def __init__(self, lets: Mapping[int, Node]) -> None:
        super().__init__(
            {
                "var": self._var,
                "model": _model,
                "section": self._part,
                "table": self._part,
                "cell": self._cell,
                "held": _held,
                "field": self._field,
                "call": self._call,
                "=": self._equal,
                "!=": self._equal,
                ">": self._more,
            }
        )
        self.lets = lets
        self._made: dict[int, Closure] = {}

    def let(self, slot: int) -> Closure:
        """The closure of the value of a `let`."""
        made = self._made.get(slot)
        if made is None:
            made = self._made[slot] = self.closure(self.lets[slot])
        return made

    def value(self, node: Node) -> Closure:
        """As of every compiler; of a cell, which is most of what rules read, its number at once."""
        if node[0] == "field" and node[1][0] == "held":
            return self._field(node)
        if node[0] == "field" and self._is_looped(node[1]):
            return _looped_field(node[1][1], node[2])
        if node[0] not in ("cell", "held"):
            return super().value(node)
        read = self.closure(node)

        def number(env: Env) -> Value:
            cell = read(env)
            return cell.value if cell.__class__ is Cell else cell

        return number

    def _var(self, node: Node) -> Closure:
        slot = node[1]
        if self._is_looped(node):
            return lambda env: env.slots[slot]
        compute: Closure | None = None

        def read(env: Env) -> Value:
            nonlocal compute
            value = env.slots[slot]
            if value is PENDING:
                if compute is None:
                    compute = self.let(slot)
                value = env.slots[slot] = compute(env)
            return value

        return read

    def _part(self, node: Node) -> Closure:
        kind, key = node[0], node[1]
        if len(node) == 2:
            return (lambda env: env.view.table(key)) if kind == "table" else (lambda env: env.view.section(key))
        within = self.closure(node[2])

        def read(env: Env) -> Value:
            whole = within(env)
            if whole.__class__ is not ReportView:
                return whole if isinstance(whole, Unknown) else Unknown("unsuited")
            return whole.table(key) if kind == "table" else whole.section(key)

        return read

    def _field(self, node: Node) -> Closure:
        inner, name = node[1], node[2]
        if inner[0] == "held":
            return _held_field(inner[1], name)
        if not self._is_looped(inner):
            return self.shared(node)
        slot = inner[1]
        return lambda env: field_of(env.slots[slot], name)

    def _cell(self, node: Node) -> Closure:
        table, row, column = node[1:4]
        own = table[0] == "table" and len(table) == 2
        if (own or self._is_looped(table)) and self._is_head(row) and self._is_head(column):
            return _cell_at(table, row, column)
        return _cell_of(self.closure(table), self.closure(row), self.closure(column))

    def _is_looped(self, node: Node) -> bool:
        return is_looped(node, self.lets)

    def _is_head(self, node: Node) -> bool:
        return node[0] == "str" or self._is_looped(node)

    def _equal(self, node: Node) -> Closure:
        left, right, wanted = node[1], node[2], node[0] == "="
        if right[0] == "str":
            return _equal_to(self.value(left), right[1], wanted)
        counted = self._emptiness(left, right, wanted)
        return self.shared(node) if counted is None else counted

    def _more(self, node: Node) -> Closure:
        counted = self._emptiness(node[1], node[2], False)
        return self.shared(node) if counted is None else counted

    def _emptiness(self, left: Node, right: Node, wanted: bool) -> Closure | None:
        """count(…) = 0 and count(…) > 0, which are asked in most rules: whether there is nothing, or something."""
        if right != ["num", "0"] or left[:2] != ["call", "count"] or len(left[2]) != 1 or left[4]:
            return None
        counted = left[2][0]
        items = self._items(unvalued(counted), raw=True) if counted[0] == "gen" else self.closure(counted)

        def empty(env: Env) -> Value:
            found = items(env)
            kind = found.__class__
            return (not found) is wanted if kind is tuple or kind is list else not_listed(found)

        return empty

    def _call(self, node: Node) -> Closure:
        name, arguments, truths = node[1], node[2], node[4]
        if name not in AGGREGATES:
            return self.shared(node)
        raw = name == "list"
        if len(arguments) != 1 or arguments[0][0] != "gen":
            return finished(node, items_of(arguments, self, raw=raw))
        listed = arguments[0]
        if truths and name in ("any", "all") and len(listed[2]) == 1:
            return decided_by(name == "any", listed, self)
        if name == "count" and not truths:
            listed = unvalued(listed)
        return finished(node, self._items(listed, raw=raw))

    def _items(self, listed: Node, *, raw: bool) -> Items:
        return generated(listed, self, self.lets, raw=raw)


def lets_of(steps: Sequence[Step]) -> dict[int, Node]:
    """Slot -> what its `let` stands for."""
    return {step.slot: step.value for step in steps if step.kind == "let" and step.value is not None}


def _looped_field(slot: int, name: str) -> Closure:
    """A field of a name of `for`; of a cell its number."""

    def read(env: Env) -> Value:
        found = field_of(env.slots[slot], name)
        return found.value if found.__class__ is Cell else found

    return read


def _model(node: Node) -> Closure:
    name = node[1]
    if name in ("previous", "others", "parts"):
        return lambda env: getattr(env, name)
    return lambda env: getattr(env.view, name)


def _held(node: Node) -> Closure:
    held = node[1]
    return lambda env: held[0]


def _held_field(held: list[Value], name: str) -> Closure:
    if name == "state":  # always a text
        return lambda env: held[0].state
    return lambda env: field_of(held[0], name)


def _equal_to(left: Closure, text: str, wanted: bool) -> Closure:
    def compared(env: Env) -> Value:
        value = left(env)
        if isinstance(value, str):
            return (value == text) is wanted
        same = equal(value, text)
        return same if wanted else negation(same)

    return compared


def _cell_at(table: Node, row: Node, column: Node) -> Closure:
    """A cell whose table is one of the report's own or a name of `for`, its row and column keys or such names."""
    own, fixed_row, fixed_column = table[0] == "table", row[0] == "str", column[0] == "str"
    of_table, r, c = table[1], row[1], column[1]

    def read(env: Env) -> Value:
        slots = env.slots
        found: Value = env.view.table(of_table) if own else slots[of_table]
        at = (r if fixed_row else slots[r]), (c if fixed_column else slots[c])
        if found.__class__ is TableView:
            cell = found.known.get(at)
            if cell is not None:
                return cell
        return _looked_up(found, *at)

    return read


def _cell_of(table: Closure, row: Closure, column: Closure) -> Closure:
    return lambda env: _looked_up(table(env), row(env), column(env))


def _looked_up(table: Value, row: Value, column: Value) -> Value:
    if table.__class__ is TableView and isinstance(row, str) and isinstance(column, str):
        return table.cell(row, column)
    return next((part for part in (table, row, column) if isinstance(part, Unknown)), Unknown("unsuited"))
