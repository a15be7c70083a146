"""Rules to and from what JSON can hold: short lists, in the order of the fields of nodes.py.

What every report needs of a rule is kept as lists, the rest (texts, targets, proofs) as a text of JSON that is
decoded only when asked for: that halves the time to load a pack.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from checker.hints import TYPE_CHECKING, Any
from checker.language.nodes import Rule, Step, Target, Template, Uses

if TYPE_CHECKING:
    from checker.language.proofs import Proof

_HEAD = ("code", "name", "file", "line", "first_year", "last_year", "slots", "when", "require")


def hot_rules(rules: Sequence[Rule]) -> list[Any]:
    """What every report needs of the rules, as lists that JSON can hold."""
    return [_hot(rule) for rule in rules]


def cold_json(rule: Rule) -> str:
    """The rest of a rule, as JSON in one line."""
    return _dumped(
        [
            dict(rule.titles),
            [{lang: list(t.pieces) for lang, t in texts.items()} for texts in (rule.basis, rule.messages, rule.hints)],
            [[target.value, [_step(step) for step in target.steps]] for target in rule.at],
            [rule.expected, rule.actual],
            [[_proof(proof) for proof in proofs] for proofs in (rule.fails, rule.passes)],
            dict(rule.written),
            [dict(rule.quiet), dict(rule.levels)],
            [[mend.target, mend.value, [_step(step) for step in mend.steps]] for mend in rule.mends],
        ]
    )


def rules_from(hot: Sequence[Any], cold: Sequence[str | bytes]) -> tuple[Rule, ...]:
    """The rules of decoded `hot_rules` and the lines of `cold_json`.

    Raises ValueError, TypeError, KeyError or IndexError for what has another form.
    """
    if len(hot) != len(cold):
        raise ValueError("not as many rules here as there")
    return tuple([_rule(one, cold, at) for at, one in enumerate(hot)])


def _dumped(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _hot(rule: Rule) -> list[Any]:
    return [
        [getattr(rule, name) for name in _HEAD],
        [list(pair) for pair in rule.severities],
        [_step(step) for step in rule.steps],
        [{table: list(names) for table, names in rule.uses.tables.items()}, rule.uses.wide, rule.uses.previous],
    ]


def _rule(hot: Sequence[Any], cold: Sequence[str | bytes], at: int) -> Rule:
    head, severities, steps, uses = hot
    values: dict[str, Any] = dict(zip(_HEAD, head, strict=True))
    values["severities"] = tuple([(level, node) for level, node in severities])
    values["steps"] = tuple([Step(*step) for step in steps])
    values["uses"] = Uses(*uses)
    values["_decode"] = lambda: _cold(json.loads(cold[at]))
    rule = object.__new__(Rule)
    rule.__dict__.update(values)
    return rule


def _cold(kept: Sequence[Any]) -> Mapping[str, Any]:
    from checker.language.proofs import Mend  # late, as all that a report without findings needs not

    titles, texts, at, sides, proofs, written, quiet, mends = kept
    basis, messages, hints = ({lang: Template(tuple(p)) for lang, p in text.items()} for text in texts)
    return {
        "titles": titles,
        "basis": basis,
        "messages": messages,
        "hints": hints,
        "at": tuple(Target(value, tuple(Step(*step) for step in runs)) for value, runs in at),
        "expected": sides[0],
        "actual": sides[1],
        "fails": tuple(_proof_of(p) for p in proofs[0]),
        "passes": tuple(_proof_of(p) for p in proofs[1]),
        "written": written,
        "quiet": quiet[0],
        "levels": quiet[1],
        "mends": tuple(Mend(target, value, tuple(Step(*step) for step in runs)) for target, value, runs in mends),
    }


def _step(step: Step) -> list[Any]:
    return [step.kind, step.slot, step.value, step.where]


def _proof(proof: Proof) -> list[Any]:
    edits = [{name: v for name, v in edit._asdict().items() if v is not None} for edit in proof.edits]
    return [proof.layout, edits, proof.source, proof.line]


def _proof_of(kept: Sequence[Any]) -> Proof:
    from checker.language.proofs import Edit, Proof

    layout, edits, source, line = kept
    return Proof(layout, tuple(Edit(**edit) for edit in edits), source, line)
