"""What the tables themselves imply for a blank cell: the one value that makes every linear rule with no other blank
true, and 0 where counts that are not filled in can only add up to nothing.

A linear rule is a `require … = …` whose sides add and subtract cells of the report's own tables. Each of its
combinations is an equation over cells; they are gathered once a report, when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from checker.language import arithmetic
from checker.language.aggregates import run_over
from checker.language.display import show
from checker.language.env import Closure, Env
from checker.language.evaluate import as_value, compile_node
from checker.language.logic import truth
from checker.language.nodes import Node, Rule
from checker.language.table_view import Cell, HeadKey
from checker.language.values import Blank, Unknown, Value


class Equation(NamedTuple):
    """Cells with their factors, and a number: their sum is 0."""

    cells: tuple[tuple[Cell, Decimal], ...]
    constant: Decimal


class Equations:
    """The equations of a report, gathered when first asked for, by the cells they hold."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._by_cell: dict[Cell, list[Equation]] | None = None

    def of(self, cell: Cell, env: Env) -> Sequence[Equation]:
        """The equations that hold the cell."""
        if self._by_cell is None:
            self._by_cell = {}
            for rule in self._rules:
                for equation in _equations(rule, env):
                    for one, _ in equation.cells:
                        self._by_cell.setdefault(one, []).append(equation)
        return self._by_cell.get(cell, ())


def implied_value(cell: Cell, env: Env) -> Value:
    """The value that the tables imply for a cell, or Unknown.

    Given only if at least one linear rule says it and all that say something agree, and if the cell can hold it: a
    count is whole and not negative. A rule says it if no other of its cells is blank, or if all that are blank are
    counts which together make 0.
    """
    if env.equations is None:
        return Unknown("unstated", cell)
    values: set[Value] = set()
    for equation in env.equations.of(cell, env):
        value = _solve(equation, cell)
        if value is not None:
            values.add(value)
    if len(values) != 1:
        return Unknown("unstated", cell)
    value = values.pop()
    holds = cell.holds
    if (holds != "change" and value < 0) or (holds != "amount" and value != int(value)):
        return Unknown("unstated", cell)
    return value


def compile_implied(node: Node) -> Closure:
    """The closure of implied(cell), or implied(row, columns): a number, or the columns with their numbers as a text."""
    arguments = [compile_node(a) for a in node[2]]

    def one(env: Env) -> Value:
        cell = arguments[0](env)
        return implied_value(cell, env) if isinstance(cell, Cell) else Unknown("unsuited")

    def several(env: Env) -> Value:
        row, columns = arguments[0](env), arguments[1](env)
        if not isinstance(row, HeadKey) or not isinstance(columns, tuple):
            return next((v for v in (row, columns) if isinstance(v, Unknown)), Unknown("unsuited"))
        pairs = [(column, implied_value(row.owner.cell(row, column), env)) for column in columns]
        known = [(column, value) for column, value in pairs if not isinstance(value, Unknown)]
        if not known:
            return Unknown("unstated")
        if len(pairs) == 1:
            return known[0][1]
        mark = ", " if env.lang == "en" else "、"
        return mark.join(f"{show(column, env.lang)} {show(value, env.lang)}" for column, value in known)

    return one if len(arguments) == 1 else several


def _solve(equation: Equation, cell: Cell) -> Value:
    """The value of the cell by one equation; None if it says none."""
    rest, factor = equation.constant, arithmetic.ZERO
    blank: list[tuple[Cell, Decimal]] = []
    for one, by in equation.cells:
        if one is cell:
            factor = by
        elif isinstance(one.value, Decimal):
            rest += one.value * by
        else:
            blank.append((one, by))
    if blank:  # counts are not negative: several of one sign that make 0 are all 0
        alike = all(one.holds == "count" and (by > 0) is (factor > 0) for one, by in [*blank, (cell, factor)])
        return arithmetic.ZERO if alike and factor != 0 and rest == 0 else None
    found = None if factor == 0 else arithmetic.divide(-rest, factor, [])
    return found if isinstance(found, Decimal) else None


def _equations(rule: Rule, env: Env) -> Iterator[Equation]:
    """One equation for each combination of a linear rule."""
    year = env.view.source.year
    known = rule.covers(year) if year is not None else rule.meets(env.view.laid.first_year, env.view.laid.last_year)
    if not known or rule.uses.wide or rule.require[0] != "=" or not _is_linear(rule.require):
        return
    own = Env(env.view, previous=env.previous if not isinstance(env.previous, Unknown) else None)
    own.slots = [None] * rule.slots
    if rule.when is not None and truth(as_value(rule.when)(own)) is not True:
        return
    for _ in _combinations(rule, own, 0):
        total: dict[Cell, Decimal] = {}
        constant = [arithmetic.ZERO]
        if _gather(rule.require[1], Decimal(1), own, total, constant) and _gather(
            rule.require[2], Decimal(-1), own, total, constant
        ):
            yield Equation(tuple((c, f) for c, f in total.items() if f), constant[0])


def _combinations(rule: Rule, env: Env, at: int) -> Iterator[None]:
    if at == len(rule.steps):
        yield
        return
    step = rule.steps[at]
    if step.kind == "let" and step.value is not None:
        env.slots[step.slot] = compile_node(step.value)(env)
        env.notes[step.slot] = ([], [])
        yield from _combinations(rule, env, at + 1)
        return
    where = None if step.where is None else as_value(step.where)
    runs = [] if step.value is None else [(step.slot, compile_node(step.value))]
    for known in run_over(env, runs, where):
        if known is True:
            yield from _combinations(rule, env, at + 1)


def _is_linear(node: Node) -> bool:
    """Whether it only adds and subtracts own cells and numbers, and multiplies by numbers."""
    kind = node[0]
    if kind in ("=", "+", "-"):
        return _is_linear(node[1]) and _is_linear(node[2])
    if kind == "*":
        return (node[1][0] == "num" and _is_linear(node[2])) or (node[2][0] == "num" and _is_linear(node[1]))
    if kind == "neg":
        return _is_linear(node[1])
    if kind == "cell":
        return node[1][0] != "table" or len(node[1]) == 2
    if kind == "call" and node[1] == "sum":
        inner = node[2][0]
        return len(node[2]) == 1 and inner[0] == "gen" and _is_linear(inner[1])
    return bool(kind == "num")


def _gather(  # noqa: PLR0911 - one return for each kind of node
    node: Node, factor: Decimal, env: Env, total: dict[Cell, Decimal], constant: list[Decimal]
) -> bool:
    """Add the node's cells, times a factor, to the equation; false if one of its cells is not there."""
    kind = node[0]
    if kind == "num":
        constant[0] += factor * Decimal(node[1])
        return True
    if kind == "cell":
        cell = compile_node(node)(env)
        if not isinstance(cell, Cell) or not isinstance(cell.value, (Decimal, Blank)):
            return False
        total[cell] = total.get(cell, arithmetic.ZERO) + factor
        return True
    if kind == "neg":
        return _gather(node[1], -factor, env, total, constant)
    if kind == "*":
        number, other = (node[1], node[2]) if node[1][0] == "num" else (node[2], node[1])
        return _gather(other, factor * Decimal(number[1]), env, total, constant)
    if kind == "call":
        gen = node[2][0]
        runs = [(slot, compile_node(source)) for slot, source in gen[2]]
        where = None if gen[3] is None else as_value(gen[3])
        return all(
            known is True and _gather(gen[1], factor, env, total, constant) for known in run_over(env, runs, where)
        )
    right = factor if kind == "+" else -factor
    return _gather(node[1], factor, env, total, constant) and _gather(node[2], right, env, total, constant)
