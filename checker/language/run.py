"""One rule over one report: its combinations, what fails, and what could not be judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from checker.document import Place
from checker.findings import Finding, Severity
from checker.language.aggregates import run_over
from checker.language.env import Closure, Env
from checker.language.evaluate import as_value, compile_node
from checker.language.logic import truth
from checker.language.messages import BLANK_AS_ZERO, first_comparison, plain_value, render, side_value
from checker.language.nodes import Node, Rule, Step, Target
from checker.language.table_view import Cell
from checker.language.values import Blank, Unknown, Value, place_of
from checker.masking import mask_place

State = Literal["passed", "failed", "not_applicable", "not_assessed"]
_MOST_PLACES = 60
_NOWHERE = Place()


class Result:
    """What a rule says of a report: its outcome, its findings, and what could not be told."""

    __slots__ = ("findings", "state", "unknowns")

    def __init__(self, state: State, unknowns: Iterable[Unknown] = ()) -> None:
        self.state: State = state
        self.findings: list[Finding] = []
        self.unknowns: list[Unknown] = list(unknowns)


class Line:
    """A step with its closures, compiled when a combination first gets so far."""

    __slots__ = ("_step", "kind", "runs", "slot", "value", "where")

    def __init__(self, step: Step) -> None:
        self.kind, self.slot, self._step = step.kind, step.slot, step
        self.value: Closure | None = None
        self.where: Closure | None = None
        self.runs: list[tuple[int, Closure]] | None = None

    def compile(self) -> None:
        """Make the closures."""
        step = self._step
        self.value = None if step.value is None else compile_node(step.value)
        self.where = None if step.where is None else as_value(step.where)
        self.runs = [] if self.value is None else [(self.slot, self.value)]


class Program:
    """A rule as closures; each is compiled when it is first needed."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._when = None if rule.when is None else as_value(rule.when)
        self._lines = [Line(step) for step in rule.steps]
        self._require: Closure | None = None
        self._at: list[tuple[Closure, list[Line]]] | None = None

    def run(self, env: Env) -> Result:
        """Run over the report of `env`, whose slots and notes it makes anew."""
        rule = self.rule
        env.slots, env.notes = [None] * rule.slots, {}
        env.trace, env.blanks = [], []
        if self._when is not None:
            applies = truth(self._when(env))
            if isinstance(applies, Unknown):
                return Result("not_assessed", [applies])
            if not applies:
                return Result("not_applicable")
        result, some = Result("passed"), False
        for known in combinations(self._lines, 0, env):
            some = True
            if isinstance(known, Unknown):
                result.unknowns.append(known)
                continue
            env.trace, env.blanks = [], []
            if self._require is None:
                self._require = as_value(rule.require)
            holds = truth(self._require(env))
            if isinstance(holds, Unknown):
                result.unknowns.append(holds)
            elif not holds:
                result.findings.append(self._finding(env))
        if result.findings:
            result.state = "failed"
        elif result.unknowns:
            result.state = "not_assessed"
        elif not some:
            result.state = "not_applicable"
        return result

    def broken(self, env: Env) -> Iterator[None]:
        """Run over the report of `env`, once for each combination that fails, with the names set to it."""
        rule = self.rule
        env.slots, env.notes = [None] * rule.slots, {}
        env.trace, env.blanks = [], []
        if self._when is not None and truth(self._when(env)) is not True:
            return
        holds = as_value(rule.require)
        for known in combinations(self._lines, 0, env):
            if known is True and truth(holds(env)) is False:
                yield

    def _finding(self, env: Env) -> Finding:
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
            message=render(rule.messages, env.lang, env, sides) + suffix,
            hint=render(rule.hints, env.lang, env, sides),
            basis=render(rule.basis, env.lang, env, sides),
            place=places[0],
            related=tuple(places[1:]),
            expected=expected,
            actual=actual,
        )

    def _severity(self, env: Env) -> Severity:
        for level, condition in self.rule.severities[:-1]:
            if condition is not None and truth(as_value(condition)(env)) is True:
                return Severity(level)
        return Severity(self.rule.severities[-1][0])

    def _places(self, env: Env, read: Sequence[Value]) -> list[Place]:
        """The targets of `at`, then what `require` read: all of it without `at`, else its cells."""
        targets = list(_targets(self._at_closures(), env))
        found = _distinct([*targets, *(v for v in read if not targets or isinstance(v, Cell))])
        if not found:  # a requirement that reads nothing with a place: the innermost name of `for` that has one
            found = _distinct(env.slots[step.slot] for step in reversed(self.rule.steps) if step.kind == "for")
        return [mask_place(place) for place in found[:_MOST_PLACES]] or [_NOWHERE]

    def _at_closures(self) -> list[tuple[Closure, list[Line]]]:
        if self._at is None:
            self._at = [_target(target) for target in self.rule.at]
        return self._at

    def _sides(self, env: Env, compared: tuple[Node, Node, str] | None, place: Place) -> tuple[Value, Value]:
        """expected and actual: as the rule says, else the sides of `=`; the actual one is that which holds the
        place.
        """
        rule = self.rule
        if rule.expected is not None or rule.actual is not None:
            stated = [None if n is None else plain_value(as_value(n)(env)) for n in (rule.expected, rule.actual)]
            return stated[0], stated[1]
        if compared is None or compared[2] != "=":
            return None, None
        left, first = _traced(compared[0], env)
        right, second = _traced(compared[1], env)
        if left is None or right is None:
            return None, None
        return (left, right) if place in second and place not in first else (right, left)


def _traced(node: Node, env: Env) -> tuple[Value, list[Place]]:
    env.trace = []
    value = side_value(node, env)
    return value, [mask_place(p) for p in _distinct(env.trace)]


def _target(target: Target) -> tuple[Closure, list[Line]]:
    return compile_node(target.value), [Line(step) for step in target.steps]


def _targets(at: Iterable[tuple[Closure, list[Line]]], env: Env) -> Iterator[Value]:
    for value, lines in at:
        for known in combinations(lines, 0, env):
            if known is True:
                yield value(env)


def combinations(lines: Sequence[Line], at: int, env: Env) -> Iterator[bool | Unknown]:
    """Set the names to each combination in turn and yield true; an unknown list or condition is yielded instead."""
    for line in lines[at:]:
        if line.runs is None:
            line.compile()
        if line.kind != "let" or line.value is None:
            break
        env.trace, env.blanks = [], []
        env.slots[line.slot] = line.value(env)
        env.notes[line.slot] = (env.trace, env.blanks)
        at += 1
    else:
        yield True
        return
    for known in run_over(env, line.runs or [], line.where):
        if isinstance(known, Unknown):
            yield known
        else:
            yield from combinations(lines, at + 1, env)


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
