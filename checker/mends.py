"""What the `mend` lines of broken rules would write into a report: pure, whatever form the report has."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker import engine
from checker.dataclass import dataclass
from checker.document import Place
from checker.language.arithmetic import is_number, shortest
from checker.language.env import Env
from checker.language.evaluate import Compiler
from checker.language.find import Match
from checker.language.nodes import Rule
from checker.language.proofs import Mend
from checker.language.run import Program
from checker.language.steps import combinations
from checker.language.table_view import Cell, HeadKey
from checker.language.values import Unknown, Value, place_of
from checker.language.view import ReportView, Services
from checker.layout.model import Layout
from checker.report import Report

if TYPE_CHECKING:
    from checker.facts.organisations import OrganisationNames
    from checker.statements.pack import StatementPack


@dataclass(frozen=True, slots=True)
class Offer:
    """A mend: at `place` the rule wants `new` where `old` stands.

    old: as printed, "" for a blank cell. source, start: the text that holds it and where it begins there, where the
    rule knows it ("" and -1 else): what is looked for may stand in a paragraph more than once.
    """

    code: str
    place: Place
    old: str
    new: str
    source: str = ""
    start: int = -1


def find_offers(
    report: Report,
    rules: Sequence[Rule],
    layouts: Sequence[Layout],
    statements: StatementPack | None = None,
    *,
    names: OrganisationNames | None = None,
    known: Sequence[Rule] = (),
) -> tuple[Offer, ...]:
    """What the rules would mend in the report, in their order; each mend once.

    known: the rules whose arithmetic tells what a blank holds; without it `rules`.
    """
    env = Env(ReportView(report, Services(layouts, statements, names)), solved=known or rules)
    found: dict[Offer, None] = {}
    for rule in rules:
        if rule.mends and not rule.uses.wide and not rule.uses.previous and engine.applies(rule, report, env.view.laid):
            found.update(dict.fromkeys(_offers(rule, env)))
    return tuple(found)


def _offers(rule: Rule, env: Env) -> list[Offer]:
    program, offers = Program(rule), list[Offer]()

    def told() -> None:
        for mend in rule.mends:
            offers.extend(_made(rule.code, mend, env, program.plain))

    with contextlib.suppress(ArithmeticError, RecursionError):  # a figure of absurd size: nothing can be said of it
        program.broken(env, told)
    return offers


def _made(code: str, mend: Mend, env: Env, compiler: Compiler) -> Iterator[Offer]:
    target, value = compiler.closure(mend.target), compiler.value(mend.value)
    for _ in combinations(mend.steps, env, compiler):
        at, new = target(env), value(env)
        place, written = place_of(at), _written(new)
        if place is None or written is None:
            continue
        old = _printed(at, place)
        if old is not None and old != written:
            source, start = (at.source, at.start) if isinstance(at, Match) else ("", -1)
            yield Offer(code, place, old, written, source, start)


def _written(value: Value) -> str | None:
    """The new text; None where the value cannot be told or is nothing to write."""
    if is_number(value):
        return str(shortest(value))
    return str(value) if isinstance(value, str) and value else None


def _printed(target: Value, place: Place) -> str | None:
    """What stands at the target; None where it has no text of its own."""
    if isinstance(target, Unknown):
        return None
    if isinstance(target, Cell):
        return str(target.raw)
    if isinstance(target, HeadKey):
        return target.label
    return str(target) if isinstance(target, str) else place.quote
