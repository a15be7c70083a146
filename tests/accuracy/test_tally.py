"""The benchmark fails below the recorded level, and only then."""

from __future__ import annotations

import json

from tests.accuracy.__main__ import LEVEL
from tests.accuracy.held_out import HELD_OUT
from tests.accuracy.tally import below, select
from tests.builders.write import OPEN, random_spec

RECORDED: dict[str, object] = {"compliant": 100, "accused": 1, "rules": {"GK401": [10, 9, 8]}}


def test_the_same_level_is_enough() -> None:
    assert below(RECORDED, RECORDED) == []
    assert below({"compliant": 200, "accused": 2, "rules": {"GK401": [20, 19, 17]}}, RECORDED) == []


def test_more_accused_or_less_found_is_not() -> None:
    assert len(below({**RECORDED, "accused": 2}, RECORDED)) == 1
    assert len(below({**RECORDED, "rules": {"GK401": [10, 8, 8]}}, RECORDED)) == 1
    assert len(below({**RECORDED, "rules": {"GK401": [10, 9, 7]}}, RECORDED)) == 1
    assert len(below({**RECORDED, "rules": {}}, RECORDED)) == 1


def test_faults_are_chosen_by_prefix() -> None:
    assert select([], "GK401")
    assert select(["GK4"], "GK409|GK401")
    assert not select(["GK3"], "GK409|GK401")


def test_the_level_is_recorded_for_both_sets_of_wordings() -> None:
    recorded = json.loads(LEVEL.read_text(encoding="utf-8"))
    assert sorted(recorded) == ["held-out", "open"]
    assert all(level["compliant"] > 200 for level in recorded.values())


def test_the_kept_wordings_are_others() -> None:
    for name in ("prefaces", "requests", "disputes", "disclosure", "documents", "fees", "traps"):
        kept, known = ({w.text for w in getattr(words, name)} for words in (HELD_OUT, OPEN))
        assert not kept & known
    assert random_spec(1, "2021", wordings=HELD_OUT).texts() != random_spec(1, "2021").texts()
