"""Expressions of rule files as pyparsing reads them: flat, so that a pack of a hundred rules is read in a second or
two.

Operands and operators are parsed as one flat row, and precedence is settled by hand afterwards: nested layers cost
pyparsing several times as much. No packrat, which doubles the time again. Imported only when the cache does not hold
the rules.

A parsed node is a list: its kind, its parts, and for what has to be resolved the offset in the text as the last item:
    ["num", "12.5"] ["str", "text"] ["bool", true] ["re", "pattern", at] ["name", "x", at]
    ["section", "key", at] ["table", "key", at]          `section overview`, `table requests`
    ["dot", node, "field", at] ["cell", node, row, column, at] ["call", node, [arg, …], at] ["list", [node, …]]
    ["gen", node, [["for", "x", node, at] …], where or null]     an argument with `for`
    ["neg", node] ["+", a, b, at] … ["=", a, b, at] … ["in", a, b, at] ["matches", a, regex, at]
    ["not", a] ["and", [a, …]] ["or", [a, …]]
    ["is", node, "blank" …]
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, TypeAlias

import pyparsing as pp

from checker.errors import Said
from checker.language.fault import ExpressionError
from checker.language.nodes import Node

Tokens: TypeAlias = Any  # what pyparsing hands on
RESERVED = frozenset(("and", "or", "not", "in", "is", "matches", "for", "where", "true", "false"))
_NOT_RESERVED = rf"(?!(?:{'|'.join(sorted(RESERVED))})\b)"
_NAME = rf"{_NOT_RESERVED}[A-Za-z_][A-Za-z0-9_]*"
_LEVELS = {"or": 1, "and": 2, "=": 4, "!=": 4, "<": 4, "<=": 4, ">": 4, ">=": 4, "in": 4, "not in": 4, "matches": 4}
_LEVELS |= {"not matches": 4, "is": 4, "+": 5, "-": 5, "*": 6, "/": 6}
_NOT, _COMPARISON, _MINUS = 3, 4, 7
_OPERAND = 'a value (name, number, "text", list or bracket)'
_A_NAME, _A_REGEX, _GOES_ON = "a name", "a regular expression between slashes", "an operator or the end"
_STATE = "'blank', 'unknown', 'number' or 'given' (with or without 'not')"
_RUN_FIRST, _CHAIN, _BRACKETS = (
    "'for x in …' before 'where'",
    "'and' or 'or' between comparisons",
    "brackets around 'not …'",
)
_AFTER_MATCHES = "a regular expression between slashes after 'matches'"
_IN_CHINESE = {
    _OPERAND: '一个值（名称、数、"文字"、列表或括号）',
    _A_NAME: "一个名称",
    _A_REGEX: "写在两条斜线之间的正则表达式",
    _GOES_ON: "运算符或结尾",
    _STATE: "blank、unknown、number 或 given（前面可有 not）",
    _RUN_FIRST: "where 前面的 for x in …",
    _CHAIN: "两个比较之间的 and 或 or",
    _BRACKETS: "括号里的 not …",
    _AFTER_MATCHES: "matches 后面写在两条斜线之间的正则表达式",
}


def expression(text: str) -> Node:
    """The expression that `text` holds. Raises ExpressionError."""
    node: Node = _parse(text, "expression")
    return node


def binding(text: str) -> list[Any]:
    """`x in list where condition` as ["for", name, list, condition or None, at]. Raises ExpressionError."""
    parts: list[Any] = _parse(text, "binding")
    return parts


def assignment(text: str) -> list[Any]:
    """`name = value` as ["let", name, value, at]. Raises ExpressionError."""
    parts: list[Any] = _parse(text, "assignment")
    return parts


def targets(text: str) -> list[list[Any]]:
    """What `at` holds: a list of arguments, each a node or a ["gen", …]. Raises ExpressionError."""
    parts: list[list[Any]] = _parse(text, "targets")
    return parts


def mending(text: str) -> Node:
    """`target to value for x in list …` as a list of the two, or a ["gen", …] of such. Raises ExpressionError."""
    node: Node = _parse(text, "mending")
    return node


def _parse(text: str, goal: str) -> Tokens:
    if not text.strip():
        raise ExpressionError(Said("这里什么也没写", "nothing stands here"), 0, _expected(_OPERAND))
    try:
        return _grammar()[goal].parse_string(text)[0]
    except pp.ParseBaseException as error:
        offset = error.loc
        while offset < len(text) and text[offset].isspace():
            offset += 1
        ended = offset >= len(text)
        found = Said("表达式没有写完", "the expression ends too early")
        if not ended:
            word = text[offset : offset + 12].split(maxsplit=1)[0]
            found = Said(f"这里不该有 {word}", f"unexpected {word!r}")
        wanted = re.sub("^[Ee]xpected ", "", error.msg)
        raise ExpressionError(found, offset, _expected(_OPERAND if "Re:(" in wanted else wanted)) from None
    except RecursionError:
        raise ExpressionError(Said("括号嵌套太深", "brackets are nested too deep"), 0) from None


def _expected(what: str) -> Said:
    return Said(f"应为{_IN_CHINESE.get(what, ' ' + what.replace(chr(39), ''))}", f"expected {what}")


@cache
def _grammar() -> dict[str, pp.ParserElement]:
    expr = pp.Forward()
    expr.set_name(_OPERAND)
    name = pp.Regex(_NAME).set_name(_A_NAME)
    # one expression for whatever is no bracket: each alternative that pyparsing tries costs it an exception
    token = pp.Regex(
        rf"(?:(?:section|table)[ ]+(?!to\b){_NAME})|(?:{_NAME}(?:\.{_NAME})*)"
        r"|(?:[0-9]+(?:\.[0-9]+)?(?![A-Za-z_0-9.]))|(?:\"(?:[^\"\\]|\\.)*\")"
        r"|(?:(?:true|false)\b)|(?:/(?:[^/\\\n]|\\.)+/)"
    )
    token.set_parse_action(_token)
    bracket = pp.Suppress("(") - expr - pp.Suppress(")")
    several = pp.Optional(expr - pp.ZeroOrMore(pp.Suppress(",") - expr))
    listed = pp.Suppress("[") - pp.Group(several) - pp.Suppress("]")
    listed.set_parse_action(lambda t: [["list", list(t[0])]])
    atom = token | bracket | listed

    run = pp.Suppress(pp.Regex(r"for\b")) - name - pp.Suppress(pp.Regex(r"in\b").set_name("'in'")) - expr
    run.set_parse_action(lambda s, at, t: [["for", t[0], t[1], at]])
    where = pp.Suppress(pp.Regex(r"where\b")) - expr
    ranging = pp.Regex(r"(?=(?:for|where)\b)").suppress()
    argument = expr + pp.Optional(ranging + pp.Group(pp.ZeroOrMore(run)) + pp.Group(pp.Optional(where)))
    argument.set_parse_action(_argument)
    arguments = pp.Group(pp.Optional(argument - pp.ZeroOrMore(pp.Suppress(",") - argument)))
    call = pp.Suppress("(") - arguments - pp.Suppress(")")
    call.set_parse_action(lambda s, at, t: [["call", None, list(t[0]), at]])
    index = pp.Suppress("[") - expr - pp.Suppress(",") - expr - pp.Suppress("]")
    index.set_parse_action(lambda s, at, t: [["cell", None, t[0], t[1], at]])
    field = pp.Suppress(".") - name
    field.set_parse_action(lambda s, at, t: [["dot", None, t[0], at]])
    after = pp.Regex(r"(?=[.(\[])").suppress()
    postfix = atom + pp.ZeroOrMore(after + (call | index | field))
    postfix.set_parse_action(_postfix)

    prefix = pp.Regex(r"not\b(?!\s+(?:in|matches)\b)|-").set_parse_action(lambda s, at, t: [("prefix", t[0], at)])
    operand = (pp.ZeroOrMore(prefix) + postfix).set_name(_OPERAND)
    operator = pp.Regex(r"and\b|or\b|not\s+in\b|in\b|(?:not\s+)?matches\b|!=|<=|>=|[=<>+\-*/]")
    operator.set_parse_action(lambda s, at, t: [("op", " ".join(t[0].split()), at)])
    state = pp.Regex(r"is(?:\s+not)?\s+(?:blank|unknown|number|given)\b").set_name("is blank, unknown, number or given")
    state.set_parse_action(lambda s, at, t: [("is", t[0].split()[1:], at)])
    lone = pp.Regex(r"is\b") - pp.Regex(r"(?!)").set_name(_STATE)
    expr <<= operand + pp.ZeroOrMore(state | lone | operator - operand)
    expr.set_parse_action(lambda t: [_fold(list(t))])

    end = pp.StringEnd().set_name(_GOES_ON)
    bound = name - pp.Suppress(pp.Regex(r"in\b").set_name("'in'")) - expr - pp.Group(pp.Optional(where))
    bound.set_parse_action(lambda s, at, t: [["for", t[0], t[1], t[2][0] if t[2] else None, at]])
    given = name - pp.Suppress("=") - expr
    given.set_parse_action(lambda s, at, t: [["let", t[0], t[1], at]])
    listing = pp.Group(argument - pp.ZeroOrMore(pp.Suppress(",") - argument))
    listing.set_parse_action(lambda t: [list(t[0])])
    mend = expr - pp.Suppress(pp.Regex(r"to\b").set_name("'to'")) - argument
    mend.set_parse_action(lambda t: [_mending(t[0], t[1])])
    goals = {"expression": expr, "binding": bound, "assignment": given, "targets": listing, "mending": mend}
    return {key: (goal + end).parse_with_tabs() for key, goal in goals.items()}


def _token(text: str, at: int, tokens: Tokens) -> list[Node]:
    """The node of a token, told by how it begins."""
    word, first = tokens[0], tokens[0][0]
    if first == '"':
        return [["str", re.sub(r"\\(.)", r"\1", word[1:-1])]]
    if first == "/":
        return [["re", word[1:-1].replace("\\/", "/"), at]]
    if first.isdigit():
        return [["num", word]]
    if word in ("true", "false"):
        return [["bool", word == "true"]]
    return [[*word.split(), at]] if " " in word else _path(word, at)


def _path(path: str, at: int) -> list[Node]:
    head, *fields = path.split(".")
    node: Node = ["name", head, at]
    at += len(head) + 1
    for field in fields:
        node = ["dot", node, field, at]
        at += len(field) + 1
    return [node]


def _argument(text: str, at: int, tokens: Tokens) -> list[Node]:
    if len(tokens) == 1:
        return [tokens[0]]
    node, runs, where = tokens[0], list(tokens[1]), list(tokens[2])
    if where and not runs:
        raise pp.ParseFatalException(text, at, _RUN_FIRST)
    return [["gen", node, runs, where[0] if where else None] if runs else node]


def _mending(target: Node, value: Node) -> Node:
    if value[0] == "gen":
        return ["gen", ["list", [target, value[1]]], *value[2:]]
    return ["list", [target, value]]


def _postfix(tokens: Tokens) -> list[Node]:
    node, *rest = tokens
    for part in rest:
        part[1] = node
        node = part
    return [node]


def _fold(items: list[Any]) -> Node:
    """The tree of a flat row of operands and operators, by precedence."""
    node, end = _climb(items, 0, 0)
    if end < len(items):
        raise pp.ParseFatalException("", items[end][2], _CHAIN)
    return node


def _climb(items: list[Any], start: int, least: int) -> tuple[Node, int]:
    first = items[start]
    if isinstance(first, tuple):
        if first[1] == "not" and least > _NOT:
            raise pp.ParseFatalException("", first[2], _BRACKETS)
        inner, at = _climb(items, start + 1, _MINUS if first[1] == "-" else _NOT)
        left: Node = ["neg", inner] if first[1] == "-" else ["not", inner]
    else:
        left, at = first, start + 1
    compared = False
    while at < len(items):
        kind, what, where = items[at]
        level = _LEVELS["is" if kind == "is" else what]
        if level < least or (level == _COMPARISON and compared):
            break
        compared = level == _COMPARISON
        if kind == "is":
            left = ["is", left, what[-1]]
            left = ["not", left] if len(what) > 1 else left
            at += 1
            continue
        right, at = _climb(items, at + 1, level + 1)
        left = _join(what, left, right, where)
    return left, at


def _join(operator: str, left: Node, right: Node, at: int) -> Node:
    if operator in ("and", "or"):
        return [operator, [*left[1], right]] if left[0] == operator else [operator, [left, right]]
    if operator.startswith("not "):
        return ["not", _join(operator[4:], left, right, at)]
    if operator == "matches" and right[0] != "re":
        raise pp.ParseFatalException("", at, _AFTER_MATCHES)
    return [operator, left, right, at]
