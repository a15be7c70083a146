"""Every fault can be planted, changes the file, and has a name of its own."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from tests.builders import build, random_spec
from tests.builders.faults import Fault
from tests.builders.faults.all import FAULTS


def test_names_are_unique() -> None:
    assert [name for name, n in Counter(f.name for f in FAULTS).items() if n > 1] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.code}-{f.name}")
def test_it_can_be_planted(fault: Fault) -> None:
    for seed in range(300):
        spec = random_spec(seed, fault.layouts[seed % len(fault.layouts)])
        planted = fault.plant(spec, random.Random(seed))
        if planted is not None:
            break
    else:
        pytest.fail("no report in which this fault can be made")
    assert planted.spec != spec or planted.previous or planted.others or planted.parts
    assert build(planted.spec) != build(spec)
    if planted.where.quote:
        last = planted.where.quote.split("\n")[-1]
        assert any(last in text for text in planted.spec.texts())
