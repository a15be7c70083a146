"""sum, min, max, count, any, all, list: over a list, over several arguments, or over `x for x in list where …`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from checker.language import arithmetic
from checker.language.env import Closure, Env
from checker.language.evaluate import Compiler
from checker.language.logic import conjunction, disjunction, truth
from checker.language.nodes import Node
from checker.language.table_view import Cell
from checker.language.values import Unknown, Value

AGGREGATES = frozenset(("sum", "min", "max", "count", "any", "all", "list"))
Items = Callable[[Env], "list[Value] | Unknown"]


def finished(node: Node, items: Items) -> Closure:
    """The closure of a call of one of AGGREGATES over these items; node[4] says whether they are truths."""
    name, truths = node[1], node[4]
    finish = _FINISH[
        "any_item" if name == "any" and not truths else "count_true" if name == "count" and truths else name
    ]

    def result(env: Env) -> Value:
        found = items(env)
        return finish(found, env) if found.__class__ is list else found

    return result


def items_of(arguments: list[Node], compiler: Compiler, *, raw: bool) -> Items:
    """The items of a list, or of several arguments; raw: cells as cells."""
    if len(arguments) > 1:
        several = [compiler.value(a) for a in arguments]
        return lambda env: [one(env) for one in several]
    whole = compiler.closure(arguments[0])

    def listed(env: Env) -> list[Value] | Unknown:
        value = whole(env)
        if isinstance(value, tuple):
            return list(value) if raw else [v.value if v.__class__ is Cell else v for v in value]
        return not_listed(value)

    return listed


def not_listed(value: Value) -> Unknown:
    """What stands for a list that is none."""
    return value if isinstance(value, Unknown) else Unknown("unsuited")


def count_true(found: list[Value]) -> Value:
    """How many of the truths are true."""
    truths = [truth(v) for v in found]
    return next((v for v in truths if isinstance(v, Unknown)), Decimal(sum(v is True for v in truths)))


_FINISH: dict[str, Callable[[list[Value], Env], Value]] = {
    "sum": lambda found, env: arithmetic.total(found, env.blanks),
    "min": lambda found, env: arithmetic.extreme(found, False, env.blanks),
    "max": lambda found, env: arithmetic.extreme(found, True, env.blanks),
    "count": lambda found, env: Decimal(len(found)),
    "count_true": lambda found, env: count_true(found),
    "any": lambda found, env: disjunction(truth(v) for v in found),
    "any_item": lambda found, env: bool(found),
    "all": lambda found, env: conjunction(truth(v) for v in found),
    "list": lambda found, env: tuple(found),
}
