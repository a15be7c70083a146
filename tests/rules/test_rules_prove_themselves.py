"""Every rule of the pack is proved by its own edits, and no rule flags a model report."""

from __future__ import annotations

import pytest

from checker.language.nodes import Rule
from checker.pack import Pack, load_pack
from checker.proof_results import Unproved
from checker.proving import Prover


def words(unproved: tuple[Unproved, ...]) -> str:
    return "\n".join(f"{u.code} {u.layout} {u.file}:{u.line} {u.kind} {u.source}: {u.message.en}" for u in unproved)


def test_models_are_silent(prover: Prover, pack: Pack) -> None:
    result = prover.models_silent(pack.rules)
    assert not result.unproved, words(result.unproved)
    assert result.run == len(pack.rules) > 0


@pytest.mark.parametrize("rule", load_pack().rules, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_rule_is_proved(rule: Rule, prover: Prover) -> None:
    result = prover.prove(rule)
    assert not result.unproved, words(result.unproved)
    assert result.run > 0


def test_every_rule_has_a_near_miss_and_both_languages(pack: Pack) -> None:
    lacking = [
        rule.code
        for rule in pack.rules
        if not rule.passes
        or not rule.fails
        or {"zh", "en"} - rule.titles.keys() - rule.messages.keys()
        or "en" not in rule.hints
    ]
    assert lacking == []


def test_a_rule_of_several_severities_says_which_holds_when(pack: Pack) -> None:
    silent = [r.code for r in pack.rules if len(r.severities) > 1 and r.levels.keys() != {"zh", "en"}]
    needless = [r.code for r in pack.rules if len(r.severities) == 1 and r.levels]
    assert (silent, needless) == ([], [])
