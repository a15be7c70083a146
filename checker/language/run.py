"""One rule over one report: its combinations, what fails, and what could not be judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from checker.hints import TYPE_CHECKING, Literal
from checker.language.env import Closure, Env
from checker.language.logic import truth
from checker.language.nodes import Rule
from checker.language.plain import Plain, lets_of
from checker.language.steps import Steps
from checker.language.values import Unknown

if TYPE_CHECKING:
    from checker.findings import Finding
    from checker.language.evidence import Evidence

State = Literal["passed", "failed", "not_applicable", "not_assessed"]


class Result:
    """What a rule says of a report: its outcome, its findings, and what could not be told."""

    __slots__ = ("findings", "state", "unknowns")

    def __init__(self, state: State, unknowns: Iterable[Unknown] = ()) -> None:
        self.state: State = state
        self.findings: list[Finding] = []
        self.unknowns: list[Unknown] = list(unknowns)


class Program:
    """A rule as closures; each is made when it is first needed. plain: what makes them.

    A report is judged by closures that give values alone. Only a combination that fails is evaluated once more by such
    as note what was read: findings are few, and to note costs more than to evaluate.
    """

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.plain = Plain(lets_of(rule.steps))
        self._steps = Steps(rule.steps, self.plain)
        self._when = None if rule.when is None else self.plain.value(rule.when)

    def run(self, env: Env) -> Result:
        """Run over the report of `env`, whose slots and notes it makes anew."""
        env.begin(self.rule.slots)
        if self._when is not None:
            applies = truth(self._when(env))
            if isinstance(applies, Unknown):
                return Result("not_assessed", [applies])
            if not applies:
                return Result("not_applicable")
        result, some = Result("passed"), False

        def judge(known: bool | Unknown) -> None:
            nonlocal some
            some = True
            holds = self._require(env) if known is True else known
            if holds is True:
                return
            holds = truth(holds)
            if isinstance(holds, Unknown):
                result.unknowns.append(holds)
            else:
                result.findings.append(self._evidence.finding(env))

        self._steps.visit(env, judge)
        if result.findings:
            result.state = "failed"
        elif result.unknowns:
            result.state = "not_assessed"
        elif not some:
            result.state = "not_applicable"
        return result

    def broken(self, env: Env, told: Callable[[], None]) -> None:
        """Run over the report of `env`; `told` is called for each combination that fails, the names set to it."""
        env.begin(self.rule.slots)
        if self._when is not None and truth(self._when(env)) is not True:
            return

        def judge(known: bool | Unknown) -> None:
            if known is True and self._require(env) is False:
                told()

        self._steps.visit(env, judge)

    @cached_property
    def _require(self) -> Closure:
        return self.plain.value(self.rule.require)

    @cached_property
    def _evidence(self) -> Evidence:
        from checker.language.evidence import Evidence  # only reports with findings need it

        return Evidence(self.rule, self.plain)
