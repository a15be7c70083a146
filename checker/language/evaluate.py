"""Resolved expressions as closures: each takes the environment of a combination and returns a value.

A cell stands for its number wherever a number is wanted (`Compiler.value`); `is`, a field and `list` see the cell
itself. Here stands what is the same whether or not reading leaves a trace; how a name, a cell and a list are read is
said in plain.py, which gives the value alone, and in traced.py, which notes besides what was read for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from checker.hints import cast
from checker.language import arithmetic
from checker.language.coerce import STATES, equal, field_of, text_of, valued
from checker.language.env import Closure, Env
from checker.language.logic import disjunction, negation, truth
from checker.language.nodes import Node
from checker.language.table_view import Cell
from checker.language.values import Unknown, Value

Maker = Callable[[Node], Closure]
_CELLS = ("cell", "var", "field", "group")  # nodes whose value may be a cell
_ITEMS = ("first", "last", "item")  # functions whose value may be one


class Compiler:
    """Makes the closures of nodes. own: what makes those of the kinds that it reads in a way of its own."""

    def __init__(self, own: Mapping[str, Maker]) -> None:
        self._own = own

    def closure(self, node: Node) -> Closure:
        """The closure of a resolved node."""
        own = self._own.get(node[0])
        return self.shared(node) if own is None else own(node)

    def shared(self, node: Node) -> Closure:
        """The closure of a node that is read in the same way by every compiler."""
        return _SHARED.get(node[0], _operator)(node, self)

    def value(self, node: Node) -> Closure:
        """The closure of a node of which a number, text, date or truth is wanted: a cell gives its number."""
        inner = self.closure(node)
        if node[0] not in _CELLS and not (node[0] == "call" and node[1] in _ITEMS):
            return inner

        def coerced(env: Env) -> Value:
            found = inner(env)
            return found.value if found.__class__ is Cell else found

        return coerced

    def text(self, node: Node) -> Closure:
        """The closure of a node of which a text is wanted: a cell gives what it prints, a record its text."""
        inner = self.closure(node)

        def text(env: Env) -> Value:
            found = inner(env)
            return found if isinstance(found, str) else text_of(found)

        return text


def constant(value: Value) -> Closure:
    """The closure of a value that is the same everywhere."""
    return lambda env: value


def constant_of(node: Node) -> Value:
    """The value of a node that says it itself, or is a list of such; None for any other."""
    kind = node[0]
    if kind in ("str", "bool"):
        return node[1]
    if kind == "num":
        return Decimal(node[1])
    if kind != "list":
        return None
    values = [constant_of(item) for item in node[1]]
    return None if None in values else tuple(values)


def _constant(node: Node, compiler: Compiler) -> Closure:
    return constant(constant_of(node))


def _list(node: Node, compiler: Compiler) -> Closure:
    values = constant_of(node)
    if values is not None:
        return constant(values)
    items = [compiler.closure(item) for item in node[1]]
    return lambda env: tuple([item(env) for item in items])


def _field(node: Node, compiler: Compiler) -> Closure:
    name, inner = node[2], compiler.closure(node[1])
    return lambda env: field_of(inner(env), name)


def _group(node: Node, compiler: Compiler) -> Closure:
    name, inner = node[2], compiler.closure(node[1])

    def read(env: Env) -> Value:
        record = inner(env)
        if isinstance(record, Unknown):
            return record
        value = record.group(name)
        return Unknown("unstated", record) if value is None else value

    return read


def _states(node: Node, compiler: Compiler) -> Closure:
    names, inner = node[2], compiler.closure(node[1])

    def read(env: Env) -> Value:
        prose = inner(env)
        return prose if isinstance(prose, Unknown) else prose.states(*names)

    return read


def _operator(node: Node, compiler: Compiler) -> Closure:
    operator = node[0]
    left, right = compiler.value(node[1]), compiler.value(node[2])
    if operator in _ARITHMETIC:
        apply = _ARITHMETIC[operator]
        return lambda env: apply(left(env), right(env), env.blanks)
    if operator in ("=", "!="):
        return _equality(left, right, operator == "=")
    compare, ordered = arithmetic.compare, arithmetic.COMPARE[operator]

    def compared(env: Env) -> Value:
        a, b = left(env), right(env)
        return ordered(a, b) if a.__class__ is Decimal and b.__class__ is Decimal else compare(operator, a, b)

    return compared


def _equality(left: Closure, right: Closure, wanted: bool) -> Closure:
    def compared(env: Env) -> Value:
        a, b = left(env), right(env)
        if (a.__class__ is Decimal and b.__class__ is Decimal) or (isinstance(a, str) and isinstance(b, str)):
            return (a == b) is wanted
        return equal(a, b) if wanted else negation(equal(a, b))

    return compared


def _in(node: Node, compiler: Compiler) -> Closure:
    item, container = compiler.value(node[1]), compiler.closure(node[2])

    def found(env: Env) -> Value:
        x, xs = item(env), container(env)
        if isinstance(xs, Unknown):
            return xs
        if isinstance(xs, tuple):
            return disjunction(equal(x, valued(y)) for y in xs)
        x, xs = text_of(x), text_of(xs)
        return x if isinstance(x, Unknown) else xs if isinstance(xs, Unknown) else x in xs

    names = constant_of(node[2])
    if not isinstance(names, tuple) or not all(isinstance(name, str) for name in names):
        return found
    known = frozenset(names)

    def listed(env: Env) -> Value:
        x = item(env)
        return x in known if isinstance(x, str) else disjunction(equal(x, name) for name in names)

    return listed


def _matches(node: Node, compiler: Compiler) -> Closure:
    from checker.language.find import matches

    inner, pattern, needs = compiler.closure(node[1]), node[2][1], node[2][2]
    return lambda env: matches(inner(env), pattern, needs)


def _find(node: Node, compiler: Compiler) -> Closure:
    from checker.language.find import find

    inner, pattern, needs = compiler.closure(node[1]), node[2][1], node[2][2]
    return lambda env: find(inner(env), pattern, needs)


def _is(node: Node, compiler: Compiler) -> Closure:
    inner, test = compiler.closure(node[1]), STATES[node[2]]
    return lambda env: test(inner(env))


def _junction(node: Node, compiler: Compiler) -> Closure:
    nodes, decisive = node[1], node[0] == "or"
    return _both(nodes[0], nodes[1], decisive, compiler) if len(nodes) == 2 else _several(nodes, decisive, compiler)


def _both(left: Node, right: Node, decisive: bool, compiler: Compiler) -> Closure:
    """Most conditions of two parts or more are of two."""
    first, other = compiler.value(left), not decisive
    second: Closure | None = None  # made when first asked: the first part often says it all

    def joined(env: Env) -> Value:
        nonlocal second
        one = first(env)
        if one is decisive:
            return decisive
        if second is None:
            second = compiler.value(right)
        two = second(env)
        if two is decisive:
            return decisive
        for value in (one, two):
            if value is not other:
                return truth(value)
        return other

    return joined


def _several(nodes: list[Node], decisive: bool, compiler: Compiler) -> Closure:
    other = not decisive
    parts: list[Closure | None] = [None] * len(nodes)

    def joined(env: Env) -> Value:
        unknown: Unknown | None = None
        for at, part in enumerate(parts):
            if part is None:
                part = parts[at] = compiler.value(nodes[at])  # noqa: PLW2901 - the part that was not made before
            value = part(env)
            if value is decisive:
                return decisive
            if value is not other and unknown is None:
                unknown = cast("Unknown", truth(value))
        return other if unknown is None else unknown

    return joined


def _not(node: Node, compiler: Compiler) -> Closure:
    inner = compiler.value(node[1])

    def negated(env: Env) -> Value:
        value = inner(env)
        return not value if value is True or value is False else negation(truth(value))

    return negated


def _neg(node: Node, compiler: Compiler) -> Closure:
    inner = compiler.value(node[1])
    return lambda env: arithmetic.negate(inner(env))


def _call(node: Node, compiler: Compiler) -> Closure:
    name, arguments, kinds = node[1], node[2], node[3]
    if name == "implied":
        from checker.language.implied import compile_implied

        return compile_implied([compiler.closure(argument) for argument in arguments])
    from checker.language.functions import FUNCTIONS, call

    readers = {"text": compiler.text, "number": compiler.value, "date": compiler.value}
    inner = [readers.get(kind, compiler.closure)(a) for kind, a in zip(kinds, arguments, strict=True)]
    if len(inner) > 1:
        return lambda env: call(name, [argument(env) for argument in inner], env.view.services.names)
    argument, function = inner[0], FUNCTIONS[name]

    def called(env: Env) -> Value:
        value = argument(env)
        return value if isinstance(value, Unknown) else function(value)

    return called


_ARITHMETIC = {"+": arithmetic.add, "-": arithmetic.subtract, "*": arithmetic.multiply, "/": arithmetic.divide}
_SHARED: Mapping[str, Callable[[Node, Compiler], Closure]] = {
    "num": _constant,
    "str": _constant,
    "bool": _constant,
    "list": _list,
    "field": _field,
    "group": _group,
    "states": _states,
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
