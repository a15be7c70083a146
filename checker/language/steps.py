"""The lines of a rule before `require`: each combination of the names that they make, in the order written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from checker.language.aggregates import not_listed
from checker.language.env import Closure, Env
from checker.language.evaluate import Compiler
from checker.language.logic import truth
from checker.language.nodes import Step
from checker.language.plain import PENDING, Plain
from checker.language.values import Unknown

Told = Callable[[bool | Unknown], None]


class _Line:
    """A step with its closures, made when a combination first gets so far."""

    __slots__ = ("_compiler", "_source", "_step", "_where", "kind", "slot")

    def __init__(self, step: Step, compiler: Plain) -> None:
        self.kind, self.slot, self._step, self._compiler = step.kind, step.slot, step, compiler
        self._source: Closure | None = None
        self._where: Closure | None = None

    @property
    def source(self) -> Closure | None:
        """The list that `for` runs over; None for a condition of its own."""
        if self._source is None and self._step.value is not None:
            self._source = self._compiler.closure(self._step.value)
        return self._source

    @property
    def where(self) -> Closure | None:
        """The condition; None where there is none."""
        if self._where is None and self._step.where is not None:
            self._where = self._compiler.value(self._step.where)
        return self._where


class Steps:
    """The lines of a rule before `require`, as closures that give values alone."""

    def __init__(self, steps: Sequence[Step], compiler: Plain) -> None:
        self._lines = [_Line(step, compiler) for step in steps]

    def visit(self, env: Env, told: Told) -> None:
        """Set the names to each combination in turn and tell true; an unknown list or condition is told instead."""
        self._visit(0, env, told)

    def _visit(self, at: int, env: Env, told: Told) -> None:
        lines, slots = self._lines, env.slots
        count = len(lines)
        while at < count and lines[at].kind == "let":
            slot = lines[at].slot
            slots[slot] = PENDING
            if env.notes:  # what was noted for a combination before is not true of this one
                env.notes.pop(slot, None)
            at += 1
        if at == count:
            told(True)
            return
        line = lines[at]
        source, where, slot = line.source, line.where, line.slot
        values = (None,) if source is None else source(env)
        if values.__class__ is not tuple:
            told(not_listed(values))
            return
        for value in values:
            if source is not None:
                slots[slot] = value
            known = True if where is None else where(env)
            if known is True:
                self._visit(at + 1, env, told)
            elif known is not False:
                told(truth(known))


def combinations(steps: Sequence[Step], env: Env, compiler: Compiler) -> Iterator[None]:
    """Set the names of `for` in a target to each combination in turn that surely meets its conditions."""
    if not steps:
        yield
        return
    from checker.language.traced import run_over  # late: only what a finding says needs it

    step, rest = steps[0], steps[1:]
    runs = [] if step.value is None else [(step.slot, compiler.closure(step.value))]
    where = None if step.where is None else compiler.value(step.where)
    for known in run_over(env, runs, where):
        if known is True:
            yield from combinations(rest, env, compiler)
