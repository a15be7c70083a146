"""Texts with holes, at load: `{expression}` is a hole, `{{` and `}}` are braces."""

from __future__ import annotations

from checker.errors import Said
from checker.language.fault import ExpressionError
from checker.language.nodes import Node, Template
from checker.language.resolve import resolve
from checker.language.scope import Scope


def parse_template(text: str, scope: Scope) -> Template:
    """The text as a template, the names of its holes resolved. Raises ExpressionError with the offset in the text."""
    from checker.language.grammar import expression

    pieces: list[str | Node] = []
    literal = ""
    at = 0
    while at < len(text):
        if text[at] not in "{}":
            literal += text[at]
            at += 1
        elif text[at : at + 2] in ("{{", "}}"):
            literal += text[at]
            at += 2
        elif text[at] == "}":
            raise ExpressionError(
                Said("多余的 }", "a brace that closes nothing"),
                at,
                Said("要写花括号本身请写 }}", "write }} for a brace"),
            )
        else:
            end = _closing(text, at)
            if literal:
                pieces.append(literal)
            literal = ""
            try:
                pieces.append(resolve(expression(text[at + 1 : end]), scope)[0])
            except ExpressionError as error:
                raise ExpressionError(error.problem, error.offset + at + 1, error.expected) from None
            at = end + 1
    return Template((*pieces, literal) if literal else tuple(pieces))


def _closing(text: str, start: int) -> int:
    """The brace that closes the hole at `start`, braces in quotation marks apart."""
    quoted = False
    for at in range(start + 1, len(text)):
        if text[at] == '"':
            quoted = not quoted
        elif text[at] == "}" and not quoted:
            return at
    raise ExpressionError(
        Said("花括号没有写完", "a hole that is not closed"),
        start,
        Said("应有 }；要写花括号本身请写 {{", "expected }, or write {{ for a brace"),
    )
