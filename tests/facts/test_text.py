"""Folding keeps positions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.text import bare, fold, strip_blanks


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０２３年（１）：，；％＠", "2023年(1):,;%@"),
        ("全角　空格\u00a0和\u200b零宽", "全角 空格 和 零宽"),
        ("1⽉2⽇", "1月2日"),
        ("一—二。、《》", "一—二。、《》"),
        ("plain", "plain"),
        ("a\tb\nc", "a\tb\nc"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=200))
def test_every_form_keeps_its_length(text: str) -> None:
    plain = strip_blanks(text)
    assert len(fold(text)) == len(text)
    assert plain.text == bare(text)
    assert len(plain.text) == len(plain.scan) == len(plain.marks) == len(plain.at)
    assert not any(char.isspace() for char in plain.text)


@given(st.text(alphabet="年月 　0１一、。\n", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_quotes_are_printed_words(text: str, first: int, length: int) -> None:
    plain = strip_blanks(text)
    start = min(first, len(plain.text))
    end = min(start + length, len(plain.text))
    assert bare(plain.quote(start, end)) == plain.text[start:end]
    assert plain.quote(start, end) in text


def test_scan_and_marks() -> None:
    plain = strip_blanks("二○二三年十二月 三十一号至－《甲》、乙。")
    assert plain.scan == "2023年t2月3t1日~-《甲》&乙!"
    assert plain.marks == "二○二三年十二月三十一号至-<甲>/乙."
