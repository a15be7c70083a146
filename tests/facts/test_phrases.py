"""Fixed phrases with a slip of the pen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.phrases import phrase_slips

PHRASES = ["青山 绿水 计划 实施 方案", "青山 绿水 计划!"]


def found(text: str, *allowed: str) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.meant) for _, s in phrase_slips([text], PHRASES, allowed)]


@pytest.mark.parametrize(
    "slip",
    [
        "青山绿计划实施方案",
        "青山绿水计化实施方案",
        "青山绿水水计划实施方案",
        "青山水绿计划实施方案",
        "青山绿水计划施实方案",
    ],
)
def test_a_slip_in_an_inner_word_is_found(slip: str) -> None:
    assert found(f"编制{slip}。") == [(slip, "青山绿水计划实施方案")]


def test_a_last_word_is_looked_at_only_if_marked() -> None:
    assert found("编制青山绿水计划实施办案") == []
    assert found("编制青山绿水计化。") == [("青山绿水计化", "青山绿水计划")]
    assert found("编制青山绿水计，") == [("青山绿水计", "青山绿水计划")]


@pytest.mark.parametrize(
    "text", ["青山绿水计划实施方案", "绿水计划实施方案", "青山计划实施方案", "青山绿水工程实施方案", ""]
)
def test_whole_words_left_out_or_changed_are_no_slips(text: str) -> None:
    assert found(text) == []


def test_what_is_allowed_is_no_slip() -> None:
    assert found("青山绿化计划实施方案") != []
    assert found("青山绿化计划实施方案", "绿化") == []


@given(st.text(alphabet="青山绿水计划实施方案，", max_size=40))
def test_the_phrase_itself_is_never_a_slip(text: str) -> None:
    whole = "青山绿水计划实施方案"
    assert whole not in {written for written, _ in found(text + "。" + whole + "。")}
