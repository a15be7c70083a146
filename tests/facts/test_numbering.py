"""Numbered lists: what runs on is left alone, what skips or repeats is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.numbering import misnumbered

HAN = "一二三四五六七八九十"
STYLES = {
    "（一）": lambda n: f"（{HAN[n - 1]}）",
    "一是": lambda n: f"{HAN[n - 1]}是",
    "1.": lambda n: f"{n}.",
    "1、": lambda n: f"{n}、",
    "（1）": lambda n: f"（{n}）",
    "①": lambda n: chr(0x245F + n),
    "㈠": lambda n: chr(0x321F + n),
    "第一，": lambda n: f"第{HAN[n - 1]}，",
    "一要": lambda n: f"{HAN[n - 1]}要",
}


def numbers(*paragraphs: str) -> list[tuple[str, str]]:
    return [(s.number, s.previous) for s in misnumbered([paragraphs])]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["（一）甲事", "内容。", "（二）乙事", "（三）丙事"],
        ["一是甲；二是乙；三是丙。", "一是甲。二是乙"],
        ["（一）甲", "1.子", "2.丑", "（二）乙", "1.寅", "2.卯", "（三）丙"],
        ["（一）甲", "1.子", "2.丑", "（二）乙", "3.寅", "4.卯"],
        ["1.甲：1、子。2、丑。3、寅", "2.乙", "3.丙"],
        ["按照第二十条第（一）、（五）、（六）项办理"],
        ["统一是前提；二是之二是；不一是一"],
        ["一、二、三季度分别完成12件、15件"],
        ["完成第1、3、4季度的任务，自2023.1.1起，共1.5万件"],
        ["1.栏目少", "2.2023年的目录没有更新", "3.人员紧"],
        ["1.栏目少。2.12345工单答复慢。3.2024年起改进"],
        ["1、栏目少", "2、2023年的目录没有更新", "3、人员紧"],
        ["1.栏目少", "2.3个窗口没有指引", "3.人员紧"],
        ["1.栏目少。2.5万人次浏览", "2.人员紧"],
        ["2.5万人次浏览", "1.1234亿元的预算"],
        ["1.栏目少", "1.1网站", "1.2微信", "2.人员紧", "2.1网站", "2.2微信", "3.台账乱"],
        ["一、甲", "（一）1.子", "2.丑", "（二）乙"],
        ["标题甲", "（一）这一段内容很长很长。", "标题乙", "（一）那一段内容很长很长。"],
        ["（四）是加强力度"][:0],
        ["共3个栏目：（一）政策；（二）财政；（三）项目", "（一）另一件事"],
    ],
)
def test_lists_that_run_on_are_left_alone(paragraphs: list[str]) -> None:
    assert numbers(*paragraphs) == []


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (["（一）甲", "（二）乙", "（四）丙"], [("（四）", "（二）")]),
        (["（一）甲", "（二）乙", "（三）丙", "（三）丁"], [("（三）", "（三）")]),
        (["一是甲；二是乙；四是丙"], [("四是", "二是")]),
        (["一是甲", "二是乙", "二是丙"], [("二是", "二是")]),
        (["问题：1、甲。3、乙。"], [("3、", "1、")]),
        (["（二）甲", "（三）乙"], [("（二）", "")]),
        (["（一）这一段内容很长。", "（一）那一段内容很长。"], [("（一）", "（一）")]),
        (["一是甲；一是乙"], [("一是", "一是")]),
        (["（一）甲", "1.子", "3.丑", "（二）乙"], [("3.", "1.")]),
        (["（一）甲", "（二）乙", "（四）丙", "（四）丁", "（五）戊"], [("（四）", "（二）")]),
        (["（一）甲", "（二）乙", "（二）丙", "（四）丁", "（五）戊"], [("（二）", "（二）")]),
        (["（一）甲", "（三）乙", "（五）丙"], [("（三）", "（一）"), ("（五）", "（三）")]),
    ],
)
def test_what_skips_or_repeats_is_found(paragraphs: list[str], found: list[tuple[str, str]]) -> None:
    assert numbers(*paragraphs) == found


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (["（一）甲", "（二）（二）乙", "（三）丙"], [("（二）", "（二）")]),
        (["（一）一、甲", "（二）乙"], [("一、", "（一）")]),
        (["（一）甲", "（二）二、乙"], [("二、", "（二）")]),
        (["1.甲", "2.2023年乙", "4.丙"], [("4.", "2.")]),
    ],
)
def test_a_number_behind_a_number(paragraphs: list[str], found: list[tuple[str, str]]) -> None:
    assert numbers(*paragraphs) == found


def test_a_list_may_run_on_in_the_next_part() -> None:
    assert misnumbered([["（一）甲", "（二）乙"], ["（三）丙"]]) == ()
    assert [s.text for s in misnumbered([["（一）甲", "（二）乙"], ["（四）丙"]])] == [2]


def test_labels_of_a_table_poured_into_text_are_no_list() -> None:
    rows = ["二、上年结转" + "\t0" * 7, "四、结转下年" + "\t0" * 7, "四、结转下年" + "\t0" * 7]
    assert numbers("一、甲", *rows, "二、乙", "三、丙") == []


@given(style=st.sampled_from(sorted(STYLES)), length=st.integers(3, 9), gone=st.integers(2, 8))
def test_any_item_left_out_in_any_style_is_found(style: str, length: int, gone: int) -> None:
    items = [STYLES[style](n) + "内容" for n in range(1, length + 1)]
    assert numbers(*items) == []
    if gone < length:
        assert len(numbers(*items[: gone - 1], *items[gone:])) == 1
