"""Expressions that give their value alone: what runs over every report. What a failed requirement read is found out
afterwards, by traced.py.

A `let` is evaluated when a combination first reads it: those that only messages show, and those behind a part of a
condition that is never reached, cost nothing. Closures are made when first needed, for the same reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from checker.language.aggregates import AGGREGATES, Items, finished, items_of, not_listed
from checker.language.coerce import equal
from checker.language.env import Closure, Env
from checker.language.evaluate import Compiler, field_of
from checker.language.logic import negation, truth
from checker.language.nodes import Node, Step
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
        if node[0] != "cell":
            return super().value(node)
        read = self._cell(node)

        def number(env: Env) -> Value:
            cell = read(env)
            return cell.value if cell.__class__ is Cell else cell

        return number

    def _var(self, node: Node) -> Closure:
        slot = node[1]
        if self._is_looped(node):
            return lambda env: env.slots[slot]
        let = self.let

        def read(env: Env) -> Value:
            value = env.slots[slot]
            if value is PENDING:
                value = env.slots[slot] = let(slot)(env)
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
        """Whether it is a name of `for`, which needs no more than a look into its slot."""
        return node[0] == "var" and node[1] not in self.lets

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
        items = self._generated(_unvalued(counted), raw=True) if counted[0] == "gen" else self.closure(counted)

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
            return self._decided(listed, name == "any")
        unvalued = name == "count" and not truths
        return finished(node, self._generated(_unvalued(listed) if unvalued else listed, raw=raw))

    def _generated(self, node: Node, *, raw: bool) -> Items:
        """The items of `x for x in list where …`, or of several lists, the last of them innermost."""
        _, value, runs, condition = node
        if len(runs) > 1:
            return _nested(
                runs[0][0], self.closure(runs[0][1]), self._generated(["gen", value, runs[1:], condition], raw=raw)
            )
        slot, source = runs[0][0], self.closure(runs[0][1])
        where = None if condition is None else self.value(condition)
        make = self.closure if raw else self.value
        itself = raw and value[:2] == ["var", slot]
        read: Closure | None = None  # made when the first item gets so far: most conditions let none through

        def collected(env: Env) -> list[Value] | Unknown:
            nonlocal read
            values = source(env)
            if values.__class__ is not tuple:
                return not_listed(values)
            if itself and where is None:
                return list(values)
            found: list[Value] = []
            slots = env.slots
            for item in values:
                slots[slot] = item
                if where is not None:
                    known = where(env)
                    if known is False:
                        continue
                    if known is not True:
                        return cast("Unknown", truth(known))
                if itself:
                    found.append(item)
                    continue
                if read is None:
                    read = make(value)
                found.append(read(env))
            return found

        return collected

    def _decided(self, node: Node, decisive: bool) -> Closure:
        """any and all over one list: the first item that decides is the last that is asked."""
        _, asked, runs, condition = node
        slot, source = runs[0][0], self.closure(runs[0][1])
        where = None if condition is None else self.value(condition)
        value, other = self.value(asked), not decisive

        def decided(env: Env) -> Value:
            values = source(env)
            if values.__class__ is not tuple:
                return not_listed(values)
            slots = env.slots
            unknown, known = None, other
            for item in values:
                slots[slot] = item
                if where is not None:
                    wanted = where(env)
                    if wanted is False:
                        continue
                    if wanted is not True:
                        return truth(wanted)
                if known is decisive:
                    continue
                said = value(env)
                if said is decisive:
                    if where is None:
                        return decisive
                    known = decisive  # what is left is asked whether its condition can be told
                elif said is not other:
                    said = truth(said)
                    if unknown is None and isinstance(said, Unknown):
                        unknown = said
            return known if known is decisive or unknown is None else unknown

        return decided


def lets_of(steps: Sequence[Step]) -> dict[int, Node]:
    """Slot -> what its `let` stands for."""
    return {step.slot: step.value for step in steps if step.kind == "let" and step.value is not None}


def _model(node: Node) -> Closure:
    name = node[1]
    if name in ("previous", "others", "parts"):
        return lambda env: getattr(env, name)
    return lambda env: getattr(env.view, name)


def _unvalued(listed: Node) -> Node:
    """A list of which only the number of items counts."""
    return ["gen", ["bool", True], listed[2], listed[3]]


def _nested(slot: int, source: Closure, inner: Items) -> Items:
    def collected(env: Env) -> list[Value] | Unknown:
        values = source(env)
        if values.__class__ is not tuple:
            return not_listed(values)
        found: list[Value] = []
        for item in values:
            env.slots[slot] = item
            more = inner(env)
            if isinstance(more, Unknown):
                return more
            found += more
        return found

    return collected


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
