"""Messages of findings and of what could not be judged, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.language.display import show
from checker.language.env import Env
from checker.language.evaluate import Compiler
from checker.language.nodes import Node, Template
from checker.language.table_view import Cell, TableView
from checker.language.values import Unknown, Value
from checker.masking import mask

BLANK_AS_ZERO = {"zh": "（空格按 0 计）", "en": " (blank counted as 0)"}
_REASONS = {
    "zh": {
        "blank": "所需数据空白",
        "text": "所需数据不是数字",
        "missing": "报告中没有所需的表格、行列或部分",
        "unstated": "报告没有写明所需内容",
        "ungiven": "没有提供所需的其他报告",
        "undivided": "除数为0",
        "unsuited": "数据之间无法比较",
        "format": "表格为其他年份格式",
    },
    "en": {
        "blank": "a figure it needs is blank",
        "text": "a figure it needs is not a number",
        "missing": "the report lacks a table, row, column or section it needs",
        "unstated": "the report does not state what it needs",
        "ungiven": "another report it needs was not given",
        "undivided": "division by zero",
        "unsuited": "values that cannot be compared",
        "format": "the table is of another year's format",
    },
}


def reason(key: str, lang: str) -> str:
    """Why a rule could not be judged."""
    return _REASONS[lang][key]


def reason_of(unknown: Unknown, lang: str) -> str:
    """Why a value is unknown, with its cell or table where it has one."""
    text = reason(unknown.reason, lang)
    source = unknown.source
    if isinstance(source, Cell):
        where = f"{show(source.row, lang)} · {show(source.column, lang)}"
    elif isinstance(source, TableView):
        where = show(source, lang)
    else:
        return text
    return f"{text} ({where})" if lang == "en" else f"{text}（{where}）"


def render(texts: Mapping[str, Template], env: Env, sides: tuple[Node, Node] | None, compiler: Compiler) -> str:
    """The text in the language of `env` (Chinese where there is no other), its holes filled, personal numbers
    masked.
    """
    template = texts.get(env.lang) or texts["zh"]
    return mask("".join(_piece(piece, env, sides, compiler) for piece in template.pieces))


def _piece(piece: str | Node, env: Env, sides: tuple[Node, Node] | None, compiler: Compiler) -> str:
    """A piece of a text; {left} and {right} are put in place of the sides of the comparison."""
    if isinstance(piece, str):
        return piece
    return show(compiler.closure(_with_sides(piece, sides))(env), env.lang)


def _with_sides(node: Value, sides: tuple[Node, Node] | None) -> Value:
    if not isinstance(node, list):
        return node
    if len(node) == 2 and node[0] == "side":
        if sides is None:
            return ["str", ""]
        return sides[0 if node[1] == "left" else 1]
    return [_with_sides(part, sides) for part in node]


def first_comparison(node: Node) -> tuple[Node, Node, str] | None:
    """The sides and the operator of the first comparison in a requirement, in the order written."""
    if node[0] in ("=", "!=", "<", "<=", ">", ">="):
        return node[1], node[2], node[0]
    parts: Sequence[Value] = node[1] if node[0] in ("and", "or") else node[1:2] if node[0] == "not" else ()
    for part in parts:
        found = first_comparison(part)
        if found is not None:
            return found
    return None


def side_value(node: Node, env: Env, compiler: Compiler) -> Value:
    """The value of a side, as a finding's expected or actual; None if it is no number, text or date."""
    if node[0] in ("num", "str", "bool") or (node[0] == "call" and node[1] in ("count", "length")):
        return None
    return plain_value(compiler.value(node)(env))


def plain_value(value: Value) -> Value:
    """A value that JSON can hold, else None; a number as long as a personal one as text, masked."""
    from decimal import Decimal

    from checker.days import date

    if isinstance(value, Decimal):
        masked = mask(f"{value:f}")
        return masked if "*" in masked else value
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    return mask(str(value)) if isinstance(value, str) else None
