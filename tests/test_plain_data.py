"""Frozen data to plain data and back."""

from __future__ import annotations

import json

import pytest

from checker.dataclass import dataclass, field
from checker.plain_data import from_plain, to_plain


@dataclass(frozen=True, slots=True)
class Leaf:
    """Nothing but values."""

    word: str
    also: tuple[str, ...] = ()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """Leaves in every form."""

    leaves: tuple[Leaf, ...]
    named: dict[str, Leaf] = field(default_factory=dict)
    units: frozenset[str] = frozenset()
    paths: tuple[tuple[str, ...], ...] = ()
    first: Leaf | None = None


def test_whatever_a_tree_holds_comes_back() -> None:
    tree = Tree((Leaf("甲"), Leaf("乙", ("丙",), True)), {"a": Leaf("丁")}, frozenset("件条"), (("a",), ()), Leaf("戊"))
    for value in (tree, Tree(()), (tree, ("a", 1, None)), {}):
        assert from_plain(json.loads(json.dumps(to_plain(value, (Tree, Leaf)))), (Tree, Leaf)) == value


def test_only_classes_that_were_named_are_kept_or_made() -> None:
    with pytest.raises(TypeError):
        to_plain(Tree((Leaf("甲"),)), (Tree,))
    with pytest.raises(IndexError):
        from_plain([1, {"word": "甲"}], (Tree,))
    with pytest.raises(TypeError):
        from_plain([0, {"word": "甲"}], (Tree,))
