"""What a finding says: places, sides, message, made from a combination that fails, with a trace of what it read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.document import Place
from checker.findings import Finding, Severity
from checker.language.env import Closure, Env
from checker.language.evaluate import Compiler
from checker.language.logic import truth
from checker.language.messages import BLANK_AS_ZERO, first_comparison, plain_value, render, side_value
from checker.language.nodes import Node, Rule
from checker.language.plain import Plain
from checker.language.steps import combinations
from checker.language.table_view import Cell
from checker.language.traced import Traced
from checker.language.values import Blank, Unknown, Value, place_of
from checker.masking import mask_place

_MOST_PLACES = 60
_NOWHERE = Place()
_WITH_TABLES = ("tables", "previous", "others", "parts")  # names of the model through which cells are reached


class Evidence:
    """What the findings of a rule say; its closures are made when a combination first fails. plain: what gives the
    values of the rule's names.
    """

    def __init__(self, rule: Rule, plain: Plain) -> None:
        self.rule, self._plain = rule, plain
        self._traced = Traced(plain)
        self._reads_cells = _reads_cells([rule.require, rule.at, [step[2:] for step in rule.steps]])
        self._require: Closure | None = None

    def finding(self, env: Env) -> Finding:
        """The finding of the combination that the names are set to."""
        rule = self.rule
        compared = first_comparison(rule.require)
        sides = None if compared is None else (compared[0], compared[1])
        env.trace, env.blanks = [], []
        places = self._places(env)
        expected, actual = self._sides(env, compared, places[0])
        suffix = BLANK_AS_ZERO[env.lang] if env.blanks else ""
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=self._severity(env),
            message=render(rule.messages, env, sides, self._plain) + suffix,
            hint=render(rule.hints, env, sides, self._plain),
            basis=render(rule.basis, env, sides, self._plain),
            place=places[0],
            related=tuple(places[1:]),
            expected=expected,
            actual=actual,
        )

    def _severity(self, env: Env) -> Severity:
        for level, condition in self.rule.severities[:-1]:
            if condition is not None and truth(self._plain.value(condition)(env)) is True:
                return Severity(level)
        return Severity(self.rule.severities[-1][0])

    def _places(self, env: Env) -> list[Place]:
        """The targets of `at`, then what `require` read: all of it without `at`, else its cells."""
        targets = []
        if not self._reads_cells:  # then the targets say all: the prose need not be read once more
            targets = list(self._targets(env, self._plain))
        if not targets:
            self._trace(env)
            targets = list(self._targets(env, self._traced))
        found = _distinct([*targets, *(v for v in env.trace if not targets or isinstance(v, Cell))])
        if not found:  # a requirement that reads nothing with a place: the innermost name of `for` that has one
            found = _distinct(env.slots[step.slot] for step in reversed(self.rule.steps) if step.kind == "for")
        return [mask_place(place) for place in found[:_MOST_PLACES]] or [_NOWHERE]

    def _trace(self, env: Env) -> None:
        if self._require is None:
            self._require = self._traced.value(self.rule.require)
        self._require(env)

    def _targets(self, env: Env, compiler: Compiler) -> Iterator[Value]:
        for target in self.rule.at:
            value: Closure | None = None
            for _ in combinations(target.steps, env, compiler):
                if value is None:
                    value = compiler.closure(target.value)
                yield value(env)

    def _sides(self, env: Env, compared: tuple[Node, Node, str] | None, place: Place) -> tuple[Value, Value]:
        """expected and actual: as the rule says, else the sides of `=`; the actual one is that which holds the
        place.
        """
        rule = self.rule
        if rule.expected is not None or rule.actual is not None:
            stated = [
                None if n is None else plain_value(self._traced.value(n)(env)) for n in (rule.expected, rule.actual)
            ]
            return stated[0], stated[1]
        if compared is None or compared[2] != "=":
            return None, None
        left, first = self._side(compared[0], env)
        right, second = self._side(compared[1], env)
        if left is None or right is None:
            return None, None
        return (left, right) if place in second and place not in first else (right, left)

    def _side(self, node: Node, env: Env) -> tuple[Value, list[Place]]:
        env.trace = []
        value = side_value(node, env, self._traced)
        return value, [mask_place(p) for p in _distinct(env.trace)]


def _reads_cells(node: Value) -> bool:
    """Whether an expression may read a cell: it names a table, or another report."""
    if not isinstance(node, (list, tuple)):
        return False
    if len(node) > 1 and (node[0] in ("cell", "table") or (node[0] == "model" and node[1] in _WITH_TABLES)):
        return True
    return any(_reads_cells(part) for part in node)


def _distinct(values: Iterable[Value]) -> list[Place]:
    """The places of the values, each once; lists give those of their items."""
    found: dict[Place, None] = {}
    for value in values:
        if isinstance(value, tuple):
            found.update(dict.fromkeys(_distinct(value)))
            continue
        if isinstance(value, (Blank, Unknown)):
            value = value.source  # noqa: PLW2901 - a blank stands where its cell does
        place = place_of(value)
        if place is not None and place != _NOWHERE:
            found[place] = None
    return list(found)
