"""sum, min, max, count, any, all, list: over a list, over several arguments, or over `x for x in list where …`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import cast

from checker.language import arithmetic
from checker.language.env import Closure, Env
from checker.language.evaluate import as_value, compile_node
from checker.language.logic import conjunction, disjunction, truth
from checker.language.nodes import Node
from checker.language.table_view import Cell
from checker.language.values import Unknown, Value

AGGREGATES = frozenset(("sum", "min", "max", "count", "any", "all", "list"))
Items = Callable[[Env], "list[Value] | Unknown"]


def compile_aggregate(node: Node) -> Closure:
    """The closure of a call of one of AGGREGATES; node[4] says whether its items are truths."""
    name, arguments, truths = node[1], node[2], node[4]
    items = _items(arguments, raw=name == "list")
    finish = _FINISH[
        "any_item" if name == "any" and not truths else "count_true" if name == "count" and truths else name
    ]

    def result(env: Env) -> Value:
        found = items(env)
        return found if isinstance(found, Unknown) else finish(found, env)

    return result


def _items(arguments: list[Node], *, raw: bool) -> Items:
    if len(arguments) == 1 and arguments[0][0] == "gen":
        return _generated(arguments[0], raw=raw)
    if len(arguments) > 1:
        several = [as_value(a) for a in arguments]
        return lambda env: [one(env) for one in several]
    whole = compile_node(arguments[0])

    def listed(env: Env) -> list[Value] | Unknown:
        value = whole(env)
        if isinstance(value, tuple):
            return list(value) if raw else [v.value if v.__class__ is Cell else v for v in value]
        return value if isinstance(value, Unknown) else Unknown("unsuited")

    return listed


def _generated(node: Node, *, raw: bool) -> Items:
    value = compile_node(node[1]) if raw else as_value(node[1])
    runs = [(slot, compile_node(source)) for slot, source in node[2]]
    where = None if node[3] is None else as_value(node[3])
    if len(runs) == 1:
        return _single(value, *runs[0], where)

    def collected(env: Env) -> list[Value] | Unknown:
        found: list[Value] = []
        for known in run_over(env, runs, where):
            if isinstance(known, Unknown):
                return known
            found.append(value(env))
        return found

    return collected


def _single(value: Closure, slot: int, source: Closure, where: Closure | None) -> Items:
    """The same as run_over for one list, without its generators: most lists of a pack are such."""

    def collected(env: Env) -> list[Value] | Unknown:
        read = len(env.trace)
        values = source(env)
        if values:
            del env.trace[read:]
        if not isinstance(values, tuple):
            return values if isinstance(values, Unknown) else Unknown("unsuited")
        found: list[Value] = []
        slots, trace, blanks = env.slots, env.trace, env.blanks
        for item in values:
            slots[slot] = item
            if where is not None:
                read, counted = len(trace), len(blanks)
                known = where(env)
                if known is False:
                    del trace[read:], blanks[counted:]
                    continue
                if known is not True:
                    return cast("Unknown", truth(known))
            found.append(value(env))
        return found

    return collected


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
        yield values if isinstance(values, Unknown) else Unknown("unsuited")
        return
    if rest:
        for value in values:
            env.slots[slot] = value
            yield from run_over(env, rest, where)
        return
    for value in values:  # the same as run_over with nothing left to run, which would cost a generator for each item
        env.slots[slot] = value
        if where is None:
            yield True
            continue
        read, blanks = len(env.trace), len(env.blanks)
        known = truth(where(env))
        if known is not False:
            yield known
        else:
            del env.trace[read:], env.blanks[blanks:]


_FINISH: dict[str, Callable[[list[Value], Env], Value]] = {
    "sum": lambda found, env: arithmetic.total(found, env.blanks),
    "min": lambda found, env: arithmetic.extreme(found, False, env.blanks),
    "max": lambda found, env: arithmetic.extreme(found, True, env.blanks),
    "count": lambda found, env: Decimal(len(found)),
    "count_true": lambda found, env: _count_true(found),
    "any": lambda found, env: disjunction(truth(v) for v in found),
    "any_item": lambda found, env: bool(found),
    "all": lambda found, env: conjunction(truth(v) for v in found),
    "list": lambda found, env: tuple(found),
}


def _count_true(found: list[Value]) -> Value:
    truths = [truth(v) for v in found]
    return next((v for v in truths if isinstance(v, Unknown)), Decimal(sum(v is True for v in truths)))
