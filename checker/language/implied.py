"""What the tables themselves imply for a blank cell: the one value that makes every linear rule with no other blank
true, and 0 where counts that are not filled in can only add up to nothing.

A linear rule is a `require … = …` whose sides add and subtract cells of the report's own tables. Each of its
combinations is an equation over cells; they are gathered once a report, when first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from checker.hints import NamedTuple
from checker.language import arithmetic
from checker.language.display import show
from checker.language.env import Closure, Env
from checker.language.logic import truth
from checker.language.nodes import Node, Rule
from checker.language.plain import Plain, lets_of
from checker.language.steps import Steps
from checker.language.table_view import Cell, HeadKey
from checker.language.traced import run_over
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
        env.equations = Equations(env.solved)
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


def compile_implied(arguments: Sequence[Closure]) -> Closure:
    """The closure of implied(cell), or implied(row, columns): a number, or the columns with their numbers as a text."""

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


def _equations(rule: Rule, env: Env) -> list[Equation]:
    """One equation for each combination of a linear rule."""
    year = env.view.source.year
    known = rule.covers(year) if year is not None else rule.meets(env.view.laid.first_year, env.view.laid.last_year)
    if not known or rule.uses.wide or rule.require[0] != "=" or not _is_linear(rule.require):
        return []
    own = Env(env.view, previous=env.previous if not isinstance(env.previous, Unknown) else None)
    own.begin(rule.slots)
    compiler = Plain(lets_of(rule.steps))
    if rule.when is not None and truth(compiler.value(rule.when)(own)) is not True:
        return []
    left = _gatherer(rule.require[1], Decimal(1), compiler)
    right = _gatherer(rule.require[2], Decimal(-1), compiler)
    found: list[Equation] = []

    def gather(known: bool | Unknown) -> None:
        sums = _Sums()
        if known is True and left(own, sums) and right(own, sums):
            found.append(Equation(tuple((c, f) for c, f in sums.cells.items() if f), sums.constant))

    Steps(rule.steps, compiler).visit(own, gather)
    return found


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


class _Sums:
    """What the sides of a linear requirement add up: cells with their factors, and a number."""

    __slots__ = ("cells", "constant")

    def __init__(self) -> None:
        self.cells: dict[Cell, Decimal] = {}
        self.constant = arithmetic.ZERO


_Gatherer = Callable[[Env, _Sums], bool]


def _gatherer(node: Node, factor: Decimal, compiler: Plain) -> _Gatherer:
    """What adds the node's cells, times a factor, to the sums; it gives false if one of its cells is not there."""
    kind = node[0]
    if kind == "num":
        return _gather_number(factor * Decimal(node[1]))
    if kind == "cell":
        return _gather_cell(compiler.closure(node), factor)
    if kind == "neg":
        return _gatherer(node[1], -factor, compiler)
    if kind == "*":
        number, other = (node[1], node[2]) if node[1][0] == "num" else (node[2], node[1])
        return _gatherer(other, factor * Decimal(number[1]), compiler)
    if kind == "call":
        return _gather_all(node[2][0], factor, compiler)
    left = _gatherer(node[1], factor, compiler)
    right = _gatherer(node[2], factor if kind == "+" else -factor, compiler)
    return lambda env, sums: left(env, sums) and right(env, sums)


def _gather_number(number: Decimal) -> _Gatherer:
    def gather(env: Env, sums: _Sums) -> bool:
        sums.constant += number
        return True

    return gather


def _gather_cell(read: Closure, factor: Decimal) -> _Gatherer:
    def gather(env: Env, sums: _Sums) -> bool:
        cell = read(env)
        if not isinstance(cell, Cell) or not isinstance(cell.value, (Decimal, Blank)):
            return False
        sums.cells[cell] = sums.cells.get(cell, arithmetic.ZERO) + factor
        return True

    return gather


def _gather_all(listed: Node, factor: Decimal, compiler: Plain) -> _Gatherer:
    runs = [(slot, compiler.closure(source)) for slot, source in listed[2]]
    where = None if listed[3] is None else compiler.value(listed[3])
    one = _gatherer(listed[1], factor, compiler)
    return lambda env, sums: all(known is True and one(env, sums) for known in run_over(env, runs, where))
