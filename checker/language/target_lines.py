"""The lines of a rule that name places: `at`, where a reader is sent, and `mend`, what is set right there."""

from __future__ import annotations

from checker.language.nodes import Node, Step, Target
from checker.language.proofs import Mend
from checker.language.resolve import resolve
from checker.language.scope import Scope


def parse_targets(text: str, scope: Scope) -> list[Target]:
    """What an `at` line holds. Raises ExpressionError."""
    from checker.language import grammar
    from checker.language.resolve_calls import resolve_gen

    found = []
    for parsed in grammar.targets(text):
        if parsed[0] != "gen":
            found.append(Target(resolve(parsed, scope)[0]))
            continue
        node = resolve_gen(parsed, scope)[0]
        found.append(Target(node[1], _steps(node)))
    return found


def parse_mend(text: str, scope: Scope) -> Mend:
    """What a `mend` line holds. Raises ExpressionError."""
    from checker.language import grammar
    from checker.language.resolve_calls import resolve_gen

    parsed = grammar.mending(text)
    if parsed[0] != "gen":
        target, value = resolve(parsed, scope)[0][1]
        return Mend(target, value)
    node = resolve_gen(parsed, scope)[0]
    target, value = node[1][1]
    return Mend(target, value, _steps(node))


def _steps(node: Node) -> tuple[Step, ...]:
    """What a resolved `x for x in list where …` runs over."""
    steps = [Step("for", slot, source) for slot, source in node[2]]
    return (*steps, Step("where", -1, None, node[3])) if node[3] is not None else tuple(steps)
