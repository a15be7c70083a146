"""Name resolution at load: what each name of an expression means, in every format that shares a year with the rule.

Takes nodes as grammar.py parses them, gives nodes as evaluate.py runs them, without names to look up and without
offsets:
    ["num" …] ["str" …] ["bool" …] ["re", pattern, needs] ["var", slot, "for" or "let"] ["model", name]
    ["section", key] ["table", key], with a third item for those of another report
    ["field", node, name] ["group", node, name]
    ["states", node, name] ["cell", table, row, column] ["find", node, regex] ["call", name, arguments, kinds, truths]
    ["gen", node, [[slot, list] …], where] and the operators.
Raises ExpressionError; load.py adds file and line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.errors import Said, nearest
from checker.language.fault import ExpressionError
from checker.language.names import ANY, NUMBER, OTHER_REPORTS, RECORDS, TEXT, TRUTH, WHOLE, Type, listing
from checker.language.needs import needs_of
from checker.language.nodes import Node
from checker.language.scope import Scope, Typed, called, fixed_values, wanted

_ORDERED = ("<", "<=", ">", ">=")


def resolve(node: Node, scope: Scope) -> Typed:
    """The node with its names resolved, and the type of its value. Raises ExpressionError."""
    typed: Typed = _RESOLVERS.get(node[0], _operator)(node, scope)
    return typed


def resolve_truth(node: Node, scope: Scope) -> Node:
    """The same for a condition. Raises ExpressionError if it is none."""
    found, kind = resolve(node, scope)
    if kind.kind not in ("truth", "any"):
        raise wanted("truth", kind, node)
    return found


def resolve_list(node: Node, scope: Scope) -> tuple[Node, Type]:
    """The same for a list: its node and the type of its items."""
    found, kind = resolve(node, scope)
    if kind.kind == "any":
        return found, ANY
    if kind.kind != "list":
        raise wanted("list", kind, node)
    return found, kind.item or ANY


def _name(node: Node, scope: Scope) -> Typed:
    name, at = node[1], node[2]
    variable = scope.variables.get(name)
    if variable is not None:
        return ["var", variable.slot, variable.kind], variable.type
    if scope.sides and name in ("left", "right"):
        return ["side", name], ANY
    if name in OTHER_REPORTS:
        scope.wide = scope.wide or name != "previous"
        scope.previous = scope.previous or name == "previous"
        return ["model", name], OTHER_REPORTS[name]
    if name in WHOLE:
        return ["model", name], WHOLE[name]
    from checker.language.resolve_parts import resolve_part

    return resolve_part(name, at, scope, None, "")


def _regex(node: Node, scope: Scope) -> Typed:
    raise ExpressionError(
        Said(
            "正则表达式只能写在 matches 之后或 find( ) 里",
            "a regular expression stands only after 'matches' and in find( )",
        ),
        node[2],
    )


def checked_regex(node: Node) -> tuple[Node, tuple[str, ...]]:
    """The regular expression with what it needs, and its named groups. Raises ExpressionError if RE2 does not take
    it.
    """
    from checker.language.find import compiled

    try:
        groups = tuple(compiled(node[1]).groupindex)
    except Exception as error:
        said = error.args[0] if error.args else error
        words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        raise ExpressionError(
            Said(f"RE2 不接受的正则表达式：{words}", f"a regular expression that RE2 does not take: {words}"), node[2]
        ) from None
    for name in groups:
        if name in RECORDS["match"]:
            raise ExpressionError(
                Said(f"组名 {name} 与匹配结果自有的项同名", f"the group {name} hides a field of a match"),
                node[2],
                Said("请换一个名字", "choose another name"),
            )
    return ["re", node[1], needs_of(node[1])], groups


def _matches(node: Node, scope: Scope) -> Typed:
    return ["matches", resolve(node[1], scope)[0], checked_regex(node[2])[0]], TRUTH


def _of_part(node: Node, scope: Scope) -> Typed:
    from checker.language import resolve_parts

    if node[0] == "dot":
        return resolve_parts.resolve_dot(node, scope)
    return resolve_parts.resolve_cell(node, scope) if node[0] == "cell" else resolve_parts.resolve_tagged(node, scope)


def _call(node: Node, scope: Scope) -> Typed:
    from checker.language.resolve_calls import resolve_call

    return resolve_call(node, scope)


def _list(node: Node, scope: Scope) -> Typed:
    items = [resolve(item, scope) for item in node[1]]
    return ["list", [item for item, _ in items]], listing(items[0][1] if items else ANY)


def _junction(node: Node, scope: Scope) -> Typed:
    return [node[0], [resolve_truth(part, scope) for part in node[1]]], TRUTH


def _not(node: Node, scope: Scope) -> Typed:
    return ["not", resolve_truth(node[1], scope)], TRUTH


def _is(node: Node, scope: Scope) -> Typed:
    return ["is", resolve(node[1], scope)[0], node[2]], TRUTH


def _neg(node: Node, scope: Scope) -> Typed:
    return ["neg", _numeric(node[1], scope)[0]], NUMBER


def _operator(node: Node, scope: Scope) -> Typed:
    operator, left, right, at = node
    if operator in ("+", "-", "*", "/"):
        (a, first), (b, second) = _numeric(left, scope), _numeric(right, scope)
        if first.kind == "date":
            return [operator, a, b], NUMBER if second.kind == "date" else first
        return [operator, a, b], NUMBER
    (a, first), (b, second) = _beside(left, right, scope), _beside(right, left, scope)
    if operator != "in":
        _comparable(first, second, operator, at)
    elif second.kind in ("number", "date", "truth", "cell"):
        raise ExpressionError(
            Said(
                f"in 后面要写列表或文字，这里是{called(second).zh}",
                f"'in' wants a list or a text, this is a {called(second).en}",
            ),
            at,
        )
    return [operator, a, b], TRUTH


def _numeric(node: Node, scope: Scope) -> Typed:
    found, kind = resolve(node, scope)
    if kind.kind not in ("number", "cell", "any", "date"):
        raise wanted("number", kind, node)
    return found, kind


def _beside(node: Node, other: Node, scope: Scope) -> Typed:
    """A side of a comparison: beside a field with fixed values bare names are looked up among those first."""
    names = [node] if node[0] == "name" else node[1] if node[0] == "list" else []
    if not any(n[0] == "name" for n in names) or (other[0] in ("name", "list") and not _is_variable(other, scope)):
        return resolve(node, scope)
    allowed = fixed_values(resolve(other, scope)[1], scope)
    if allowed is None:
        return resolve(node, scope)
    items = [_fixed(n, allowed, scope) for n in names]
    return (items[0], TEXT) if node[0] == "name" else (["list", items], listing(TEXT))


def _is_variable(node: Node, scope: Scope) -> bool:
    return node[0] == "name" and node[1] in scope.variables


def _fixed(node: Node, allowed: Sequence[str], scope: Scope) -> Node:
    if node[0] != "name" or node[1] in scope.variables:
        return resolve(node, scope)[0]
    if node[1] not in allowed:
        raise ExpressionError(
            Said(f"没有这个值：{node[1]}", f"unknown value {node[1]}"),
            node[2],
            nearest(node[1], [*allowed, *scope.variables]),
        )
    return ["str", node[1]]


def _comparable(a: Type, b: Type, operator: str, at: int) -> None:
    groups: Mapping[str, str] = {"cell": "number", "row": "text", "column": "text", "head": "text"}
    first, second = groups.get(a.kind, a.kind), groups.get(b.kind, b.kind)
    if "any" in (first, second):
        return
    if first != second or first in RECORDS:
        raise ExpressionError(
            Said(
                f"{called(a).zh}与{called(b).zh}不能比较", f"a {called(a).en} cannot be compared with a {called(b).en}"
            ),
            at,
        )
    if operator in _ORDERED and first in ("truth", "list"):
        raise ExpressionError(Said(f"{called(a).zh}不能比大小", f"a {first} is not more or less than another"), at)


def _plain(node: Node, scope: Scope) -> Typed:
    return node, {"num": NUMBER, "str": TEXT, "bool": TRUTH}[node[0]]


def _gen(node: Node, scope: Scope) -> Typed:
    raise ExpressionError(
        Said(
            "for 只能写在 sum、min、max、count、any、all、list 里",
            "'for' stands only in sum, min, max, count, any, all and list",
        ),
        node[2][0][3],
    )


_RESOLVERS: dict[str, Any] = {
    "num": _plain,
    "str": _plain,
    "bool": _plain,
    "re": _regex,
    "name": _name,
    "section": _of_part,
    "table": _of_part,
    "dot": _of_part,
    "cell": _of_part,
    "call": _call,
    "list": _list,
    "gen": _gen,
    "and": _junction,
    "or": _junction,
    "not": _not,
    "is": _is,
    "matches": _matches,
    "neg": _neg,
}
