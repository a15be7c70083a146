"""Words that stand twice in a row."""

from __future__ import annotations

import pytest

from checker.facts.doubled import doubled


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("对网站进行进行检查", "进行进行"),
        ("完善监督保障保障机制", "保障保障"),
        ("进一步进一步规范", "进一步进一步"),
        ("信息公开信息公开渠道", "信息公开信息公开"),
        ("2023年2023年公开", "2023年2023年"),
    ],
)
def test_a_doubled_word_is_found_once(text: str, both: str) -> None:
    assert [text[start:end] for start, end in doubled(text)] == [both]


@pytest.mark.parametrize("text", ["渐渐天天层层", "公开透明，公开及时", "1212件", "12月12日", "哈哈哈哈"])
def test_doubled_characters_and_words_apart_are_none(text: str) -> None:
    assert doubled(text) == []
