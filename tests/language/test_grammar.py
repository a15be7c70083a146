"""Expressions: what they parse to, and where a fault is marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from checker.language.fault import ExpressionError
from checker.language.grammar import assignment, binding, expression, targets


def bare(node: Any) -> Any:  # noqa: ANN401, PLR0911
    """A node without its offsets, as a short text for reading."""
    match node:
        case ["num" | "str" | "bool" as kind, what]:
            return what if kind == "num" else repr(what)
        case ["name" | "re", what, _]:
            return what
        case ["section" | "table" as kind, what, _]:
            return f"{kind}:{what}"
        case ["dot", inner, name, _]:
            return f"{bare(inner)}.{name}"
        case ["cell", inner, row, column, _]:
            return f"{bare(inner)}[{bare(row)},{bare(column)}]"
        case ["call", inner, arguments, _]:
            return f"{bare(inner)}({','.join(map(bare, arguments))})"
        case ["gen", inner, runs, where]:
            text = bare(inner) + "".join(f" for {r[1]} in {bare(r[2])}" for r in runs)
            return text + (f" where {bare(where)}" if where else "")
        case ["list", items]:
            return f"[{','.join(map(bare, items))}]"
        case ["and" | "or" as kind, parts]:
            return "(" + f" {kind} ".join(map(bare, parts)) + ")"
        case ["not" | "neg" as kind, inner]:
            return f"({kind} {bare(inner)})"
        case ["is", inner, what]:
            return f"({bare(inner)} is {what})"
        case [operator, left, right, *_]:
            return f"({bare(left)} {operator} {bare(right)})"
    raise AssertionError(node)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("1 + 2 * 3", "(1 + (2 * 3))"),
        ("1 - 2 - 3", "((1 - 2) - 3)"),
        ("12 / 3 / 2", "((12 / 3) / 2)"),
        ("-a * b", "((neg a) * b)"),
        ("a - -b", "(a - (neg b))"),
        ("(1 + 2) * 3", "((1 + 2) * 3)"),
        ("a + b = c + d", "((a + b) = (c + d))"),
        ("not a = b", "(not (a = b))"),
        ("not a and b", "((not a) and b)"),
        ("a or b and c", "(a or (b and c))"),
        ("a and b and c or d", "((a and b and c) or d)"),
        ("(a or b) and c", "((a or b) and c)"),
        ("a is blank and b", "((a is blank) and b)"),
        ("a is not given", "(not (a is given))"),
        ("a + 1 is number", "((a + 1) is number)"),
        ("a in [b, c]", "(a in [b,c])"),
        ("a not in xs", "(not (a in xs))"),
        ("a matches /b\\/c/", "(a matches b/c)"),
        ("a not matches /b/ or c", "((not (a matches b)) or c)"),
        ("t[row, column].raw", "t[row,column].raw"),
        ("a.b.c(d).e", "a.b.c(d).e"),
        ("f(x, /a.b/)", "f(x,a.b)"),
        ("f()", "f()"),
        ("sum(t[r, c] for r in t.rows for c in r.columns where c is given)",
         "sum(t[r,c] for r in t.rows for c in r.columns where (c is given))"),
        ("section overview is given", "(section:overview is given)"),
        ("table requests[a, b] = 2.50", "(table:requests[a,b] = 2.50)"),
        ("section is given", "(section is given)"),
        ("table in tables", "(table in tables)"),
        ('"a \\"b\\"" = x', "('a \"b\"' = x)"),
        ("true or false", "(True or False)"),
        ("notable = normal", "(notable = normal)"),
        ("[]", "[]"),
    ],
)  # fmt: skip
def test_expressions_parse_by_precedence(text: str, tree: str) -> None:
    assert bare(expression(text)) == tree


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("a = b = c", 6, "'and' or 'or'"),
        ("a +", 3, "a value"),
        ("a and or b", 6, "a value"),
        ("f(a", 3, "')'"),
        ("t[a b]", 4, "','"),
        ("t[a, b", 6, "']'"),
        ("a is foo", 5, "'blank', 'unknown', 'number' or 'given'"),
        ("a matches b", 2, "regular expression"),
        ("a $ b", 2, "operator or the end"),
        ("count(xs where x)", 6, "'for x in"),
        ("1a", 0, "a value"),
        ('"open', 0, "a value"),
        ("", 0, "a value"),
        ("sum(a for b c)", 12, "'in'"),
        ("a.", 2, "a name"),
        ("1 + not a", 4, "brackets"),
    ],
)
def test_a_fault_is_marked_where_it_stands(text: str, offset: int, expected: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        expression(text)
    assert (caught.value.offset, caught.value.expected and expected in caught.value.expected.en) == (offset, True)


def test_brackets_nested_beyond_measure_are_a_fault_not_a_crash() -> None:
    with pytest.raises(ExpressionError, match="nested"):
        expression("(" * 20_000 + "a" + ")" * 20_000)


def test_bindings_assignments_and_targets() -> None:
    kind, name, source, where, _ = binding("row in t.rows where row != x")
    assert (kind, name, bare(source), bare(where)) == ("for", "row", "t.rows", "(row != x)")
    assert binding("row in t.rows")[3] is None
    assert [bare(part) if isinstance(part, list) else part for part in assignment("n = 1 + 2")[:3]] == [
        "let",
        "n",
        "(1 + 2)",
    ]
    assert [bare(t) for t in targets("t[r, c] for c in empty, section other, x")] == [
        "t[r,c] for c in empty",
        "section:other",
        "x",
    ]


@pytest.mark.parametrize(
    ("parse", "text", "offset"), [(binding, "x of y", 2), (assignment, "x 3", 2), (targets, "a,", 2)]
)
def test_faults_of_lines(parse: Callable[[str], object], text: str, offset: int) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert caught.value.offset == offset


def test_a_mend_is_a_target_and_a_value_with_what_runs() -> None:
    from checker.language.grammar import mending

    assert mending('a to "b"') == ["list", [["name", "a", 0], ["str", "b"]]]
    ran = mending("t[r, c] to 0 for c in cs where c")
    assert ran[0] == "gen"
    assert [node[0] for node in ran[1][1]] == ["cell", "num"]
    assert [run[1] for run in ran[2]] == ["c"]
    assert mending("section to section.heading")[1][0] == ["name", "section", 0]
