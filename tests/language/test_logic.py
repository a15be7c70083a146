"""The laws of three-valued logic."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.language.logic import conjunction, disjunction, negation, truth
from checker.language.values import Blank, Truth, Unknown

U = Unknown("missing")
truths = st.sampled_from([True, False, U])
RANK = {True: 2, U: 1, False: 0}


@given(st.lists(truths))
def test_and_is_the_least_and_or_the_greatest(parts: list[Truth]) -> None:
    assert conjunction(parts) is min(parts, key=RANK.__getitem__, default=True)
    assert disjunction(parts) is max(parts, key=RANK.__getitem__, default=False)


@given(st.lists(truths))
def test_de_morgan(parts: list[Truth]) -> None:
    assert negation(conjunction(parts)) is disjunction(negation(p) for p in parts)
    assert negation(disjunction(parts)) is conjunction(negation(p) for p in parts)


@given(truths)
def test_not_not(part: Truth) -> None:
    assert negation(negation(part)) is part


def test_the_first_unknown_is_kept_for_its_reason() -> None:
    first, second = Unknown("blank"), Unknown("text")
    assert conjunction([True, first, second]) is first
    assert disjunction([False, first, second]) is first


def test_what_is_no_truth_is_unknown() -> None:
    assert isinstance(truth("yes"), Unknown)
    assert isinstance(truth(Blank()), Unknown)
    assert truth(True) is True
