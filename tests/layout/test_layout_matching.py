"""Labels are folded alike where they say the same, matched by how near they come, and never confused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.layout.align import fill_all, fill_gaps
from checker.layout.folding import fold_label, number_style, number_value, plain, split_number
from checker.layout.matching import distance, is_slip, likeness, match_heading, match_label, nearest
from checker.layout.model import Head, SectionLayout

UPPER = ("三、甲结果", "（三）不予给付")
HEAD = Head("x", (*UPPER, "2.其他法律法规禁止给付"), also=((*UPPER, "法规禁止"),), faulty=((*UPPER, "法规不许"),))


@pytest.mark.parametrize(
    "label",
    [
        "一、总体情况",
        "一、 总体情况",
        "一.总体情况",
        "一．总体情况",
        "（一）总体情况",
        "(一)总体情况",
        "㈠总体情况",
        "1.总体情况",
        "１．总体情况",
        "1、总体情况",
        "1总体情况",
        "①总体情况",
        "⒈总体情况",
        "第一部分 总体情况",
        "第一章　总体情况",
        "总 体 情 况",
        "总体\n情况",
        "总\n体\n情\n况",
        "总体的情况",
        "总体情况（2023年）",
        "总体情况(含下属)",
        "总体情况【注】",
        "总体情况*",
        "总体情况：",
        "总体情况。",
        "总体、情况",
        "总体和情况",
        "总体与情况",
        "总体及情况",
        "总体/情况",
        "“总体”情况",
        "总体\u3000情况",
        "总体\u200b情况",
        "十二、总体情况",
        "总体情况（未闭合",
        "总体情况①",
        "总体情况[1]",
        "总体：情况",
        "一、（一）1.总体情况",
    ],
)
def test_labels_that_say_the_same_fold_alike(label: str) -> None:
    assert fold_label(label) == "总体情况"


@pytest.mark.parametrize(
    ("label", "folded"),
    [
        ("第二十条第（一）项", "第二十条第一项"),
        ("第二十条第(八)项", "第二十条第八项"),
        ("第20条第(1)项", "第20条第1项"),
        ("（本列数据：相加）", "本列数据相加"),
        ("2023年情况", "2023年情况"),
        ("1.", "1"),
        ("", ""),
        ("  ", ""),
        ("三、本年度办理结果（一）予以公开", "本年度办理结果一予以公开"),
        ("其它", "其他"),
    ],
)
def test_folding_keeps_what_tells_labels_apart(label: str, folded: str) -> None:
    assert fold_label(label) == folded


@given(st.text(alphabet="一二三（）()1２、.．的和 总计\n公开其它〔〕“”①㈠", max_size=30))
def test_folding_never_fails_and_ignores_width_and_blanks(text: str) -> None:
    once = fold_label(text)
    assert fold_label(f" {text}\u3000") == once
    assert not set(once) & set(" \n的（）“”")


@pytest.mark.parametrize(
    ("text", "number", "style", "value"),
    [
        ("一、情况", "一、", "一.", 1),
        ("十一、情况", "十一、", "一.", 11),
        ("二十、情况", "二十、", "一.", 20),
        ("（三）情况", "(三)", "(一)", 3),
        ("3.情况", "3.", "1.", 3),
        ("12、情况", "12、", "1.", 12),
        ("（2）情况", "(2)", "(1)", 2),
        ("第四部分 情况", "第四部分", "第", 4),
        ("情况", "", "", None),
        ("2023年", "", "", None),
        ("12.5万元", "", "", None),
        ("第二十条", "", "", None),
    ],
)
def test_numbers_of_items(text: str, number: str, style: str, value: int | None) -> None:
    found, _ = split_number(plain(text))
    assert (found, number_style(found), number_value(found)) == (number, style, value)


@pytest.mark.parametrize(
    ("printed", "match"),
    [
        ("2.其他法律法规禁止给付", "exact"),
        ("其它法律、法规禁止给付", "exact"),
        ("（三）不予给付 2.其他法律法规禁止给付", "exact"),
        ("法规禁止", "also"),
        ("法规不许", "faulty"),
        ("其他法律法规禁止给予", "near"),
        ("其他法律法规止禁给付", "near"),
        ("其他法律法规禁给付", "near"),
        ("兜底", "none"),
        ("", "none"),
        ("2.", "none"),
    ],
)
def test_how_a_label_matches(printed: str, match: str) -> None:
    assert match_label(printed, HEAD) == match


def test_how_a_heading_matches() -> None:
    section = SectionLayout("x", "五", "存在的主要问题及改进情况", also=("存在问题及改进情况",), faulty=("存在的问题",))
    assert match_heading("五、存在的主要问题和改进情况", section) == "exact"
    assert match_heading("存在问题和改进情况", section) == "also"
    assert match_heading("存在问题", section) == "faulty"
    assert match_heading("存在的主要问提及改进情况", section) == "near"
    assert match_heading("工作亮点", section) == "none"


def test_a_slip_is_measured_by_length() -> None:
    assert is_slip("总体情兄", "总体情况")
    assert not is_slip("总体描述", "总体情况")
    assert not is_slip("合计", "总计")
    assert not is_slip("行政处罚", "行政许可")


def test_nearest_is_only_one() -> None:
    assert nearest("不予公幵", ["予以公开", "不予公开", "部分公开"]) == "不予公开"
    assert nearest("甲乙丙戊", ["甲乙丙丁", "甲乙丙己"]) is None
    assert nearest("无关", ["予以公开"]) is None


@given(st.text("甲乙丙丁", max_size=8), st.text("甲乙丙丁", max_size=8), st.integers(1, 8))
def test_distance_is_a_bounded_measure(one: str, other: str, limit: int) -> None:
    far = distance(one, other, limit)
    assert far == distance(other, one, limit)
    assert (far == 0) == (one == other)
    assert far <= limit + 1
    assert far >= min(abs(len(one) - len(other)), limit + 1)
    if far <= limit:
        assert far == distance(one, other, limit + 5)


def test_likeness_is_a_share() -> None:
    assert likeness("甲乙", "甲乙") == 1
    assert likeness("甲乙", "丙丁") == 0
    assert likeness("", "甲") == 0
    assert 0.4 < likeness("存在问题", "存在的主要问题情况") < 1


@pytest.mark.parametrize(
    ("found", "filled"),
    [
        (["a", None, "c"], ["a", "b", "c"]),
        ([None, "b", "c"], ["a", "b", "c"]),
        (["a", "b", None], ["a", "b", "c"]),
        (["a", None, None], ["a", "b", "c"]),
        (["a", None, "b", "c"], ["a", None, "b", "c"]),
        (["a", None, None, "c"], ["a", None, None, "c"]),
        ([None, None, None], ["a", "b", "c"]),
        (["c", None, "a"], ["c", None, "a"]),
    ],
)
def test_gaps_are_filled_where_they_fit(found: list[str | None], filled: list[str | None]) -> None:
    assert fill_gaps(found, [True] * len(found), ["a", "b", "c"]) == filled


def test_what_may_not_be_filled_stays_open() -> None:
    assert fill_gaps(["a", None, "c"], [True, False, True], ["a", "b", "c"]) == ["a", None, "c"]


def test_in_another_order_the_last_open_head_gets_the_last_key() -> None:
    assert fill_all(["c", None, "a"], [True] * 3, ["a", "b", "c"]) == ["c", "b", "a"]
    assert fill_all([None, None, "b"], [True] * 3, ["a", "b", "c"]) == ["a", "c", "b"]
