"""Patterns that are compiled when a text first needs them."""

from __future__ import annotations

import re

from checker.facts.late import Late


def test_it_is_compiled_once_and_then_only() -> None:
    late = Late("(月)+")
    assert "_form" not in vars(late)
    found = [match.span() for match in late.finditer("月月日月")]
    assert found == [match.span() for match in re.finditer("(月)+", "月月日月")] == [(0, 2), (3, 4)]
    form = vars(late)["_form"]
    assert (late.search("日"), late.match("日月")) == (None, None)
    assert late.match("日月", 1) is not None
    assert vars(late)["_form"] is form
