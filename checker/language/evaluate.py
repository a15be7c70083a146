"""Resolved expressions as closures: each takes the environment of a combination and returns a value.

A cell stands for its number wherever a number is wanted (`as_value`); `is`, a field and `list` see the cell itself.
Whatever has a place and is read leaves itself in the environment's trace, and a blank that counts as 0 in its blanks.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from checker.language import arithmetic
from checker.language.cells import cell_of, own_cell, plain_cell, silent
from checker.language.coerce import STATES, equal, text_of, valued
from checker.language.env import Closure, Env
from checker.language.logic import disjunction, negation, truth
from checker.language.nodes import Node
from checker.language.table_view import Cell
from checker.language.values import Blank, Unknown, Value
from checker.language.view import ReportView


def compile_node(node: Node) -> Closure:
    """The closure of a resolved node."""
    return _COMPILERS.get(node[0], _operator)(node)


def as_value(node: Node) -> Closure:
    """The closure of a node of which a number, text, date or truth is wanted: a cell gives its number."""
    if node[0] == "cell":
        read = _cell_reader(node)

        def value(env: Env) -> Value:
            cell = read(env)
            return cell.value if cell.__class__ is Cell else cell

        return value
    inner = compile_node(node)
    if node[0] not in ("var", "field", "call", "group"):
        return inner

    def coerced(env: Env) -> Value:
        found = inner(env)
        return found.value if found.__class__ is Cell else found

    return coerced


def as_text(node: Node) -> Closure:
    """The closure of a node of which a text is wanted: a cell gives what it prints, a record its text."""
    inner = compile_node(node)
    return lambda env: text_of(inner(env))


def _constant(value: Value) -> Closure:
    return lambda env: value


def _var(node: Node) -> Closure:
    slot, kind = node[1], node[2]

    def looped(env: Env) -> Value:
        value = env.slots[slot]
        env.trace.append(value)
        return value

    def noted(env: Env) -> Value:
        read, blanks = env.notes[slot]
        env.trace += read
        env.blanks += blanks
        return env.slots[slot]

    return noted if kind == "let" else looped


def _model(node: Node) -> Closure:
    name = node[1]
    if name in ("previous", "others", "parts"):
        return lambda env: getattr(env, name)

    def read(env: Env) -> Value:
        value = getattr(env.view, name)
        env.trace.append(value)
        return value

    return read


def _part(node: Node) -> Closure:
    kind, key = node[0], node[1]
    within = compile_node(node[2]) if len(node) > 2 else None

    def read(env: Env) -> Value:
        whole = env.view if within is None else within(env)
        if whole.__class__ is not ReportView:
            return whole if isinstance(whole, Unknown) else Unknown("unsuited")
        value = whole.table(key) if kind == "table" else whole.section(key)
        env.trace.append(value)
        return value

    return read


def _field(node: Node) -> Closure:
    name, inner = node[2], compile_node(node[1])

    def read(env: Env) -> Value:
        record = inner(env)
        kind = record.__class__
        if kind is Unknown or kind is Blank:
            return record
        value = getattr(record, name, None)
        if value is None:
            return Unknown("unstated", record)
        if value.__class__ is int:
            return Decimal(value)
        return tuple(value) if value.__class__ is list else value

    return read


def _group(node: Node) -> Closure:
    name, inner = node[2], compile_node(node[1])

    def read(env: Env) -> Value:
        record = inner(env)
        if isinstance(record, Unknown):
            return record
        value = record.group(name)
        return Unknown("unstated", record) if value is None else value

    return read


def _states(node: Node) -> Closure:
    names, inner = node[2], compile_node(node[1])

    def read(env: Env) -> Value:
        prose = inner(env)
        return prose if isinstance(prose, Unknown) else prose.states(*names)

    return read


def _cell_reader(node: Node) -> Closure:
    row, column = _key(node[2]), _key(node[3])
    own = node[1][0] == "table" and len(node[1]) == 2
    any_cell = own_cell(node[1][1], row, column) if own else cell_of(_key(node[1]), row, column)
    if (own or node[1][0] == "var") and node[2][0] in ("str", "var") and node[3][0] in ("str", "var"):
        return plain_cell(node[1][1], node[2][1], node[3][1], any_cell)
    return any_cell


def _key(node: Node) -> Closure:
    """A table, row or column, of which reading leaves no trace."""
    if node[0] == "str":
        return _constant(node[1])
    if node[0] == "var":
        slot = node[1]
        return lambda env: env.slots[slot]
    return silent(compile_node(node))


def _list(node: Node) -> Closure:
    items = [compile_node(item) for item in node[1]]
    return lambda env: tuple(item(env) for item in items)


def _operator(node: Node) -> Closure:
    operator = node[0]
    left, right = as_value(node[1]), as_value(node[2])
    if operator in _ARITHMETIC:
        apply = _ARITHMETIC[operator]
        return lambda env: apply(left(env), right(env), env.blanks)
    if operator in ("=", "!="):
        return _equality(left, right, operator == "!=")
    return lambda env: arithmetic.compare(operator, left(env), right(env))


def _equality(left: Closure, right: Closure, negated: bool) -> Closure:
    def compared(env: Env) -> Value:
        a, b = left(env), right(env)
        if (a.__class__ is Decimal and b.__class__ is Decimal) or (isinstance(a, str) and isinstance(b, str)):
            return bool(a == b) is not negated
        return negation(equal(a, b)) if negated else equal(a, b)

    return compared


def _in(node: Node) -> Closure:
    item, container = as_value(node[1]), compile_node(node[2])

    def found(env: Env) -> Value:
        x, xs = item(env), container(env)
        if isinstance(xs, Unknown):
            return xs
        if isinstance(xs, tuple):
            return disjunction(equal(x, valued(y)) for y in xs)
        x, xs = text_of(x), text_of(xs)
        return x if isinstance(x, Unknown) else xs if isinstance(xs, Unknown) else x in xs

    return found


def _matches(node: Node) -> Closure:
    from checker.language.find import matches

    inner, pattern, needs = compile_node(node[1]), node[2][1], node[2][2]
    return lambda env: matches(inner(env), pattern, needs)


def _find(node: Node) -> Closure:
    from checker.language.find import find

    inner, pattern, needs = compile_node(node[1]), node[2][1], node[2][2]
    return lambda env: find(inner(env), pattern, needs)


def _is(node: Node) -> Closure:
    inner, what = compile_node(node[1]), node[2]
    test = STATES[what]
    return lambda env: test(inner(env))


def _junction(node: Node) -> Closure:
    parts = [as_value(part) for part in node[1]]
    decisive = node[0] == "or"
    other = not decisive

    def joined(env: Env) -> Value:
        unknown: Unknown | None = None
        for part in parts:
            value = part(env)
            if value is decisive:
                return decisive
            if value is other:
                continue
            value = truth(value)
            if unknown is None and isinstance(value, Unknown):
                unknown = value
        return other if unknown is None else unknown

    return joined


def _not(node: Node) -> Closure:
    inner = as_value(node[1])
    return lambda env: negation(truth(inner(env)))


def _neg(node: Node) -> Closure:
    inner = as_value(node[1])
    return lambda env: arithmetic.negate(inner(env))


def _call(node: Node) -> Closure:
    from checker.language.aggregates import AGGREGATES, compile_aggregate

    name, arguments, kinds = node[1], node[2], node[3]
    if name in AGGREGATES:
        return compile_aggregate(node)
    if name == "implied":
        from checker.language.implied import compile_implied

        return compile_implied(node)
    from checker.language.functions import call

    readers = {"text": as_text, "number": as_value, "date": as_value}
    inner = [readers.get(kind, compile_node)(a) for kind, a in zip(kinds, arguments, strict=True)]
    return lambda env: call(name, [argument(env) for argument in inner], env.view.services.names)


_ARITHMETIC = {"+": arithmetic.add, "-": arithmetic.subtract, "*": arithmetic.multiply, "/": arithmetic.divide}
_COMPILERS: dict[str, Callable[[Node], Closure]] = {
    "num": lambda node: _constant(Decimal(node[1])),
    "str": lambda node: _constant(node[1]),
    "bool": lambda node: _constant(node[1]),
    "var": _var,
    "model": _model,
    "section": _part,
    "table": _part,
    "field": _field,
    "group": _group,
    "states": _states,
    "cell": _cell_reader,
    "list": _list,
    "in": _in,
    "matches": _matches,
    "find": _find,
    "is": _is,
    "and": _junction,
    "or": _junction,
    "not": _not,
    "neg": _neg,
    "call": _call,
}
