"""What a finding says: places, sides, message, made from a combination that fails, with a trace of what it read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.document import Place
from checker.findings import Finding, Severity
from checker.language.env import Closure, Env
from checker.language.logic import truth
from checker.language.messages import BLANK_AS_ZERO, first_comparison, plain_value, render, side_value
from checker.language.nodes import Node, Rule
from checker.language.plain import PENDING
from checker.language.steps import combinations
from checker.language.table_view import Cell
from checker.language.traced import Traced
from checker.language.values import Blank, Unknown, Value, place_of
from checker.masking import mask_place

_MOST_PLACES = 60
_NOWHERE = Place()


class Evidence:
    """What the findings of a rule say; its closures are made when a combination first fails."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._traced = Traced()
        self._require = self._traced.value(rule.require)
        self._lets = [
            (step.slot, self._traced.closure(step.value))
            for step in rule.steps
            if step.kind == "let" and step.value is not None
        ]

    def note(self, env: Env) -> None:
        """Note what each `let` read, and evaluate those that were not read."""
        for slot, closure in self._lets:
            if slot in env.notes:
                continue
            env.trace, env.blanks = [], []
            value = closure(env)
            env.notes[slot] = (env.trace, env.blanks)
            if env.slots[slot] is PENDING:
                env.slots[slot] = value
        env.trace, env.blanks = [], []

    def finding(self, env: Env) -> Finding:
        """The finding of the combination that the names are set to."""
        self.note(env)
        self._require(env)
        rule, read, blanks = self.rule, env.trace, env.blanks
        compared = first_comparison(rule.require)
        sides = None if compared is None else (compared[0], compared[1])
        places = self._places(env, read)
        expected, actual = self._sides(env, compared, places[0])
        suffix = BLANK_AS_ZERO[env.lang] if blanks else ""
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=self._severity(env),
            message=render(rule.messages, env, sides, self._traced) + suffix,
            hint=render(rule.hints, env, sides, self._traced),
            basis=render(rule.basis, env, sides, self._traced),
            place=places[0],
            related=tuple(places[1:]),
            expected=expected,
            actual=actual,
        )

    def _severity(self, env: Env) -> Severity:
        for level, condition in self.rule.severities[:-1]:
            if condition is not None and truth(self._traced.value(condition)(env)) is True:
                return Severity(level)
        return Severity(self.rule.severities[-1][0])

    def _places(self, env: Env, read: Sequence[Value]) -> list[Place]:
        """The targets of `at`, then what `require` read: all of it without `at`, else its cells."""
        targets = list(self._targets(env))
        found = _distinct([*targets, *(v for v in read if not targets or isinstance(v, Cell))])
        if not found:  # a requirement that reads nothing with a place: the innermost name of `for` that has one
            found = _distinct(env.slots[step.slot] for step in reversed(self.rule.steps) if step.kind == "for")
        return [mask_place(place) for place in found[:_MOST_PLACES]] or [_NOWHERE]

    def _targets(self, env: Env) -> Iterator[Value]:
        for target in self.rule.at:
            value: Closure | None = None
            for _ in combinations(target.steps, env, self._traced):
                if value is None:
                    value = self._traced.closure(target.value)
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
