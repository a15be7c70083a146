"""Expressions that note what was read for their value: made for what a finding says, where a requirement failed.

Whatever has a place and is read leaves itself in the environment's trace, and a blank that counts as 0 in its blanks.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.hints import cast
from checker.language.aggregates import AGGREGATES, Items, finished, items_of, not_listed
from checker.language.env import Closure, Env
from checker.language.evaluate import Compiler, constant
from checker.language.logic import truth
from checker.language.nodes import Node
from checker.language.plain import Plain
from checker.language.table_view import TableView
from checker.language.values import Unknown, Value
from checker.language.view import ReportView


class Traced(Compiler):
    """Makes closures that leave a trace. plain: what gives the values of the rule's names.

    A `let` leaves what was read for it, which is found out once for each combination and kept in env.notes.
    """

    def __init__(self, plain: Plain) -> None:
        self._plain = plain
        self._made: dict[int, Closure] = {}
        super().__init__(
            {
                "var": self._var,
                "model": _model,
                "section": self._part,
                "table": self._part,
                "cell": self._cell,
                "call": self._call,
            }
        )

    def _var(self, node: Node) -> Closure:
        slot = node[1]
        if slot not in self._plain.lets:
            return _looped(slot)
        value = self._plain.closure(node)

        def noted(env: Env) -> Value:
            if slot not in env.notes:
                self._note(slot, env)
            read, blanks = env.notes[slot]
            env.trace += read
            env.blanks += blanks
            return value(env)

        return noted

    def _note(self, slot: int, env: Env) -> None:
        made = self._made.get(slot)
        if made is None:
            made = self._made[slot] = self.closure(self._plain.lets[slot])
        before = env.trace, env.blanks
        env.trace, env.blanks = [], []
        made(env)
        env.notes[slot] = (env.trace, env.blanks)
        env.trace, env.blanks = before

    def _part(self, node: Node) -> Closure:
        kind, key = node[0], node[1]
        within = self.closure(node[2]) if len(node) > 2 else None

        def read(env: Env) -> Value:
            whole = env.view if within is None else within(env)
            if whole.__class__ is not ReportView:
                return whole if isinstance(whole, Unknown) else Unknown("unsuited")
            value = whole.table(key) if kind == "table" else whole.section(key)
            env.trace.append(value)
            return value

        return read

    def _cell(self, node: Node) -> Closure:
        table, row, column = (self._key(part) for part in node[1:4])

        def read(env: Env) -> Value:
            found, r, c = table(env), row(env), column(env)
            if found.__class__ is not TableView or not isinstance(r, str) or not isinstance(c, str):
                return next((part for part in (found, r, c) if isinstance(part, Unknown)), Unknown("unsuited"))
            cell = found.cell(r, c)
            env.trace.append(cell)
            return cell

        return read

    def _key(self, node: Node) -> Closure:
        """A table, row or column, of which reading leaves no trace."""
        if node[0] == "str":
            return constant(node[1])
        if node[0] == "var":
            return self._plain.closure(node)
        inner = self.closure(node)

        def read(env: Env) -> Value:
            length = len(env.trace)
            value = inner(env)
            del env.trace[length:]
            return value

        return read

    def _call(self, node: Node) -> Closure:
        name, arguments = node[1], node[2]
        if name not in AGGREGATES:
            return self.shared(node)
        raw = name == "list"
        generated = len(arguments) == 1 and arguments[0][0] == "gen"
        return finished(node, self._generated(arguments[0], raw) if generated else items_of(arguments, self, raw=raw))

    def _generated(self, node: Node, raw: bool) -> Items:
        value = self.closure(node[1]) if raw else self.value(node[1])
        runs = [(slot, self.closure(source)) for slot, source in node[2]]
        where = None if node[3] is None else self.value(node[3])

        def collected(env: Env) -> list[Value] | Unknown:
            found: list[Value] = []
            for known in run_over(env, runs, where):
                if known is not True:
                    return cast("Unknown", known)
                found.append(value(env))
            return found

        return collected


def _looped(slot: int) -> Closure:
    def read(env: Env) -> Value:
        value = env.slots[slot]
        env.trace.append(value)
        return value

    return read


def _model(node: Node) -> Closure:
    name = node[1]
    if name in ("previous", "others", "parts"):
        return lambda env: getattr(env, name)

    def read(env: Env) -> Value:
        value = getattr(env.view, name)
        env.trace.append(value)
        return value

    return read


def run_over(env: Env, runs: list[tuple[int, Closure]], where: Closure | None) -> Iterator[bool | Unknown]:
    """Set the slots to each combination in turn and yield true; an unknown list or condition is yielded instead."""
    if not runs:
        read, blanks = len(env.trace), len(env.blanks)
        known = True if where is None else truth(where(env))
        if known is not False:
            yield known
        else:  # what was read to leave an item out is no part of the finding
            del env.trace[read:], env.blanks[blanks:]
        return
    (slot, source), rest = runs[0], runs[1:]
    read = len(env.trace)
    values = source(env)
    if values:  # the items speak for the list, unless there are none
        del env.trace[read:]
    if not isinstance(values, tuple):
        yield not_listed(values)
        return
    for value in values:
        env.slots[slot] = value
        yield from run_over(env, rest, where)
