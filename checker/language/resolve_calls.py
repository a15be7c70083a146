"""Name resolution of calls: functions and their arguments, `for` inside them, and text.states( )."""

from __future__ import annotations

from checker.errors import Said, example, nearest
from checker.language.fault import ExpressionError
from checker.language.names import ANY, Type, listing
from checker.language.nodes import Node
from checker.language.resolve import checked_regex, resolve, resolve_list, resolve_truth
from checker.language.scope import Scope, Typed, called, start_of, wanted
from checker.language.signatures import FUNCTIONS, Signature

_TEXTUAL: tuple[str, ...] = (
    "text",
    "any",
    "row",
    "column",
    "cell",
    "section",
    "preface",
    "title",
    "paragraph",
    "prose",
    "heading",
    "match",
)
_TEXTUAL += ("stated", "claim", "mark", "head", "list", "aspect")
_ALLOWED = {
    "number": ("number", "cell", "any"),
    "date": ("date", "any"),
    "list": ("list", "any"),
    "text": _TEXTUAL,
}


def resolve_call(node: Node, scope: Scope) -> Typed:
    """A call with its names resolved. Raises ExpressionError."""
    callee, arguments, at = node[1], node[2], node[3]
    if callee[0] == "dot" and callee[2] == "states":
        return _states(callee, arguments, scope)
    if callee[0] != "name":
        raise ExpressionError(Said("只有函数后面可以写括号", "only a function can be called"), at)
    name = callee[1]
    signature = FUNCTIONS.get(name)
    if signature is None:
        raise ExpressionError(
            Said(f"没有这个函数：{name}", f"unknown function {name}"), callee[2], nearest(name, FUNCTIONS)
        )
    _count_arguments(name, signature, arguments, callee[2])
    if signature.runs:
        return _aggregate(name, signature, arguments, callee[2], scope)
    if name == "find":
        return _find(arguments, scope)
    if name == "implied":
        return _implied(arguments, callee[2], scope)
    kinds = signature.takes[: len(arguments)]
    typed = [_argument(a, kind, scope) for a, kind in zip(arguments, kinds, strict=True)]
    first = typed[0][1]
    gives = signature.gives if isinstance(signature.gives, Type) else _derived(signature.gives, first)
    return ["call", name, [n for n, _ in typed], list(kinds), False], gives


def _count_arguments(name: str, signature: Signature, arguments: list[Node], at: int) -> None:
    most, least = len(signature.takes), signature.least if signature.least is not None else len(signature.takes)
    if len(arguments) < least or (len(arguments) > most and not signature.more):
        count = str(least) if least == most else f"{least}–{most}"
        few = Said(f"至少 {least}", f"at least {least}") if signature.more else Said(count, count)
        raise ExpressionError(
            Said(
                f"{name} 要 {few.zh} 个参数，这里有 {len(arguments)} 个",
                f"{name} takes {few.en} argument(s), not {len(arguments)}",
            ),
            at,
        )


def _derived(gives: str, first: Type) -> Type:
    item = first.item or ANY
    if gives == "pairs":
        return listing("pair")
    return {"item": item, "same": listing(item), "list": listing(item)}[gives]


def _argument(node: Node, kind: str, scope: Scope) -> Typed:
    found, of = resolve(node, scope)
    if kind in _ALLOWED and of.kind not in _ALLOWED[kind]:
        raise wanted(kind, of, node)
    return found, of


def _aggregate(name: str, signature: Signature, arguments: list[Node], at: int, scope: Scope) -> Typed:
    if len(arguments) == 1 and arguments[0][0] == "gen":
        found, of = resolve_gen(arguments[0], scope)
    elif len(arguments) == 1:
        found, of = resolve_list(arguments[0], scope)
    else:
        several = [resolve(a, scope) for a in arguments]
        of = several[0][1]
        return ["call", name, [n for n, _ in several], [], False], Type("number") if of.kind == "cell" else of
    if name in ("sum", "min", "max") and of.kind not in ("number", "cell", "any", "date"):
        raise ExpressionError(
            Said(f"{name} 要数，这里是{called(of).zh}的列表", f"{name} wants numbers, this is a list of {of.kind}"), at
        )
    if name == "all" and of.kind not in ("truth", "any"):
        raise ExpressionError(
            Said(f"all 要条件，这里是{called(of).zh}的列表", f"all wants conditions, this is a list of {of.kind}"), at
        )
    gives = signature.gives if isinstance(signature.gives, Type) else listing(of) if signature.gives == "list" else of
    if gives.kind == "cell":
        gives = Type("number")
    truths = of.kind == "truth" or (of.kind == "any" and name == "all")
    return ["call", name, [found], [], truths], gives


def resolve_gen(node: Node, scope: Scope) -> Typed:
    """`x for x in list … where …`: the node, and the type of x."""
    before = dict(scope.variables)
    runs = []
    for _, name, source, at in node[2]:
        values, item = resolve_list(source, scope)
        runs.append([scope.new(name, "for", item, at).slot, values])
    where = None if node[3] is None else resolve_truth(node[3], scope)
    value, of = resolve(node[1], scope)
    scope.variables = before
    return ["gen", value, runs, where], of


def _find(arguments: list[Node], scope: Scope) -> Typed:
    source, _ = _argument(arguments[0], "text", scope)
    if arguments[1][0] != "re":
        raise ExpressionError(
            Said("find 要一个写在两条斜线之间的正则表达式", "find wants a regular expression between slashes"),
            start_of(arguments[1]),
        )
    regex, groups = checked_regex(arguments[1])
    return ["find", source, regex], listing(Type("match", fields=groups))


def _implied(arguments: list[Node], at: int, scope: Scope) -> Typed:
    typed = [resolve(a, scope) for a in arguments]
    kinds = [of.kind for _, of in typed]
    if kinds not in (["cell"], ["row", "list"]):
        raise ExpressionError(
            Said(
                "implied 要一个单元格，或者一行和它的几列", "implied takes a cell, or a row and a list of its columns"
            ),
            at,
        )
    return ["call", "implied", [n for n, _ in typed], [], False], Type("number") if kinds == ["cell"] else Type("text")


def _states(callee: Node, arguments: list[Node], scope: Scope) -> Typed:
    prose, of = resolve(callee[1], scope)
    if of.kind != "prose":
        raise ExpressionError(
            Said(f"{called(of).zh}不能接 states", f"a {of.kind} states nothing"),
            callee[3],
            example("text.states(NAME)"),
        )
    if not arguments or any(argument[0] != "name" for argument in arguments):
        raise ExpressionError(Said("states 里要写陈述的名称", "states takes names of statements"), callee[3])
    for _, name, at, *_ in arguments:
        if scope.statements is not None and name not in scope.statements:
            raise ExpressionError(
                Said(f"没有这种陈述：{name}", f"unknown statement {name}"), at, nearest(name, scope.statements)
            )
    return ["states", prose, [argument[1] for argument in arguments]], listing("claim")
