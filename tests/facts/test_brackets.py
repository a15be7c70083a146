"""Brackets and quotation marks without a partner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.brackets import unpaired

PAIRS = ["（）", "()", "《》", "“”", "〔〕", "【】", "（)", "(）", "〈〉"]
BALANCED = st.recursive(
    st.sampled_from(["公开", "12件", ""]),
    lambda inner: st.tuples(st.sampled_from(PAIRS), inner, inner).map(lambda t: f"{t[0][0]}{t[1]}{t[0][1]}{t[2]}"),
    max_leaves=12,
)


@pytest.mark.parametrize(
    "text",
    [
        "落实《〈条例〉解读》（含“一网通办”（试行)）要求",
        "1）甲；2）乙；a)丙",
        "〔2021]30号",
        '“平台"建设',
        "（一）甲",
        "没有括号",
    ],
)
def test_pairs_and_list_marks_are_fine(text: str) -> None:
    assert unpaired([text]) == []


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("《条例（试行）", 0),
        ("条例》规定", 2),
        ("“安全”和“稳定“", 5),
        ("（地址：某路1号", 0),
        ("含解读3条）。", 5),
        ("〔2021）30号", 0),
    ],
)
def test_a_mark_alone_is_found(text: str, at: int) -> None:
    assert (0, at) in unpaired([text])


def test_a_bracket_may_close_a_few_lines_below() -> None:
    assert unpaired(["（地址：某路1号", "电话：5550132）"]) == []
    assert unpaired(["（地址：某路1号", "甲", "乙", "丙", "丁", "电话：5550132）"]) != []


@given(BALANCED)
def test_what_is_balanced_is_never_flagged(text: str) -> None:
    assert unpaired([text]) == []


@given(BALANCED, st.sampled_from("《“〔【"))
def test_one_mark_too_many_is_always_found(text: str, mark: str) -> None:
    assert unpaired([mark + text]) != []
