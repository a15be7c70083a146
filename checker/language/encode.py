"""Rules to and from what JSON can hold: short lists, in the order of the fields of nodes.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from checker.language.nodes import Edit, Proof, Rule, Step, Target, Template, Uses

_EDIT_FIELDS = tuple(f.name for f in fields(Edit))


def rules_to_json(rules: Sequence[Rule]) -> list[Any]:
    """The rules as nested lists."""
    return [_rule(rule) for rule in rules]


def rules_from_json(kept: Sequence[Any]) -> tuple[Rule, ...]:
    """The rules of nested lists. Raises ValueError, TypeError, KeyError or IndexError for lists of another form."""
    return tuple(_rule_of(one) for one in kept)


def _rule(rule: Rule) -> list[Any]:
    return [
        [rule.code, rule.name, rule.file, rule.line, rule.first_year, rule.last_year, rule.slots],
        dict(rule.titles),
        [list(pair) for pair in rule.severities],
        [{lang: list(t.pieces) for lang, t in texts.items()} for texts in (rule.basis, rule.messages, rule.hints)],
        [rule.when, rule.require, rule.expected, rule.actual],
        [_step(step) for step in rule.steps],
        [[target.value, [_step(step) for step in target.steps]] for target in rule.at],
        [{table: list(names) for table, names in rule.uses.tables.items()}, rule.uses.wide, rule.uses.previous],
        [[_proof(proof) for proof in proofs] for proofs in (rule.fails, rule.passes)],
        dict(rule.written),
    ]


def _rule_of(kept: Sequence[Any]) -> Rule:
    head, titles, severities, texts, nodes, steps, at, uses, proofs, written = kept
    code, name, file, line, first_year, last_year, slots = head
    basis, messages, hints = ({lang: Template(tuple(p)) for lang, p in text.items()} for text in texts)
    when, require, expected, actual = nodes
    return Rule(
        code=code,
        name=name,
        file=file,
        line=line,
        first_year=first_year,
        last_year=last_year,
        titles=titles,
        severities=tuple((level, node) for level, node in severities),
        basis=basis,
        messages=messages,
        hints=hints,
        when=when,
        steps=tuple(Step(*step) for step in steps),
        require=require,
        at=tuple(Target(value, tuple(Step(*step) for step in runs)) for value, runs in at),
        slots=slots,
        uses=Uses({table: tuple(names) for table, names in uses[0].items()}, uses[1], uses[2]),
        expected=expected,
        actual=actual,
        fails=tuple(_proof_of(p) for p in proofs[0]),
        passes=tuple(_proof_of(p) for p in proofs[1]),
        written=written,
    )


def _step(step: Step) -> list[Any]:
    return [step.kind, step.slot, step.value, step.where]


def _proof(proof: Proof) -> list[Any]:
    edits = [{f: v for f in _EDIT_FIELDS if (v := getattr(edit, f)) is not None} for edit in proof.edits]
    return [proof.layout, edits, proof.source, proof.line]


def _proof_of(kept: Sequence[Any]) -> Proof:
    layout, edits, source, line = kept
    return Proof(layout, tuple(Edit(**edit) for edit in edits), source, line)
