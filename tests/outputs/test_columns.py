"""Columns and widths against tabulate and wcwidth, which know them best."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tabulate import tabulate
from wcwidth import wcwidth

from checker.outputs.columns import columns
from checker.outputs.wrap import _WIDTHS, width

_HEADS = ("位置", "级别", "代码", "what is wrong")
_CELL = st.text("甲乙（）。，“”①a1 -\n", max_size=24).map(
    lambda text: "\n".join(line.rstrip() for line in text.split("\n"))
)
_COLOURED = st.tuples(_CELL, st.sampled_from(["", "31", "36"])).map(
    lambda pair: f"\x1b[{pair[1]}m{pair[0].strip()}\x1b[0m" if pair[1] and "\n" not in pair[0].strip() else pair[0]
)


@given(st.lists(st.tuples(_CELL, _COLOURED, st.just("GK301"), _CELL), min_size=1, max_size=5))
@settings(max_examples=150, deadline=None)
def test_columns_look_as_tabulate_lays_them(rows: list[tuple[str, ...]]) -> None:
    laid = tabulate(rows, _HEADS, tablefmt="simple", disable_numparse=True)
    assert columns(rows, _HEADS).split("\n") == [line.rstrip() for line in laid.split("\n")]


def test_widths_are_those_of_wcwidth() -> None:
    for first, last, wide in _WIDTHS:
        wrong = [f"{at:04x}" for at in range(ord(first), ord(last) + 1) if max(wcwidth(chr(at)), 0) != wide]
        assert not wrong
    assert (width("甲a，“é"), width("\u200b")) == (7, 0)
