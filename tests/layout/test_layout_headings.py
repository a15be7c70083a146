"""Headings are known in every style of number, in other words, run into text or broken, and lists are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from checker.document import Cell, Grid, Paragraph
from checker.layout.conformity import heading_match
from tests.layout.printing import Shape, figures_of, print_table
from tests.layout.whole import (
    HEADINGS,
    KEYS,
    LAYOUTS,
    PREFACE,
    TEXTS,
    TITLE,
    body,
    keys,
    report,
)


@pytest.mark.parametrize(
    ("style", "number"),
    [
        (lambda n, words: f"{n}、{words}", "一"),
        (lambda n, words: f"{n}、 {words}", "一"),
        (lambda n, words: f"　　{n}、{words}　", "一"),
        (lambda n, words: f"{n}.{words}", "一"),
        (lambda n, words: f"{n}．{words}", "一"),
        (lambda n, words: f"{n}　{words}", "一"),
        (lambda n, words: f"{n}{words}", "一"),
        (lambda n, words: f"{n} 、 {words}", "一"),
        (lambda n, words: f"{n}，{words}", "一"),
        (lambda n, words: f"第{n}章 {words}", "一"),
        (lambda n, words: f"第{n}部分　{words}", "一"),
        (lambda n, words: f"（{n}）{words}", "一"),
        (lambda n, words: Paragraph(0, words, number=f"{n}、"), "一"),
        (lambda n, words: Paragraph(0, words, number=f"{n}、", level=0), "一"),
        (lambda n, words: f"{'一二三四五六'.index(n) + 1}、{words}", "1"),
        (lambda n, words: f"{'一二三四五六'.index(n) + 1}. {words}", "1"),
        (lambda n, words: f"【{n}、{words}】", "一"),
        (lambda n, words: f"“{n}、{words}”", "一"),
        (lambda n, words: f"★{n}、{words}", "一"),
        (lambda n, words: f"{'ⅠⅡⅢⅣⅤⅥ'['一二三四五六'.index(n)]}、{words}", "一"),
        (lambda n, words: f"{'壹贰叁肆伍陆'['一二三四五六'.index(n)]}、{words}", "一"),
        (lambda n, words: words, None),
        (lambda n, words: f"{n}、{words}：", "一"),
        (lambda n, words: f"{n}、{words}。", "一"),
    ],
)
def test_headings_in_every_style_of_number(style: Callable[[str, str], str], number: str | None) -> None:
    headings = {key: style(text[0], text[2:]) for key, text in HEADINGS.items()}
    laid = report([TITLE, PREFACE, *body(headings)])
    assert keys(laid) == list(KEYS)
    assert laid.outline[0].number == number
    layout = LAYOUTS[-1]
    assert {heading_match(heading, layout) for heading in laid.outline} == {"exact"}
    assert [para.text for para in laid.sections["problems"].paragraphs] == TEXTS["problems"]


@pytest.mark.parametrize(
    ("key", "heading", "match"),
    [
        ("overview", "一、概述", "also"),
        ("overview", "一、基本情况", "also"),
        ("disclosure", "二、主动公开政府信息的情况", "exact"),
        ("disclosure", "二、政府信息主动公开情况", "also"),
        ("requests", "三、行政机关收到和处理政府信息公开申请情况", "also"),
        ("disputes", "四、政府信息公开行政复议和行政诉讼情况", "exact"),
        ("disputes", "四、政府信息公开行政复议与行政诉讼情况", "exact"),
        ("disputes", "四、政府信息公开行政复议行政诉讼情况", "exact"),
        ("disputes", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "also"),
        ("problems", "五、存在问题及改进情况", "also"),
        ("problems", "五、存在的主要问题和改进措施", "also"),
        ("problems", "五、政府信息公开工作存在的主要问题及改进情况", "also"),
        ("other", "六、其它需要报告的事项", "exact"),
        ("other", "六、其他需要报告事项", "exact"),
        ("disclosure", "二、主动公开政俯信息情况", "near"),
        ("problems", "五、不足之处与努力方向", "none"),
        ("requests", "三、依申请公开政府信息情况", "faulty"),
        ("overview", "一、总体情况（2022年度）", "exact"),
        ("overview", "一、2022年总体情况", "also"),
        ("other", "六、其他需要报告的事项", "exact"),
    ],
)
def test_headings_in_other_words(key: str, heading: str, match: str) -> None:
    laid = report([TITLE, PREFACE, *body({**HEADINGS, key: heading})])
    assert keys(laid) == list(KEYS)
    found = next(item for item in laid.outline if item.key == key)
    assert found.heading == heading[2:]
    assert heading_match(found, LAYOUTS[-1]) == match


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("一、总体情况。2022年，我局认真做好公开工作，成效明显。", "2022年，我局认真做好公开工作，成效明显。"),
        ("一、总体情况：全年工作有序。", "全年工作有序。"),
        ("一、总体情况\n2022年，我局认真做好公开工作。", "2022年，我局认真做好公开工作。"),
        ("一、总体情况 2022年，我局认真做好公开工作。", "2022年，我局认真做好公开工作。"),
        ("一、总体情况2022年，我局认真做好公开工作。", "2022年，我局认真做好公开工作。"),
    ],
)
def test_a_heading_run_into_its_first_sentence(start: str, words: str) -> None:
    laid = report([TITLE, PREFACE, *body({**HEADINGS, "overview": start})])
    assert keys(laid) == list(KEYS)
    assert laid.outline[0].heading == "总体情况"
    assert laid.sections["overview"].paragraphs[0].text == words


def test_a_heading_broken_over_two_paragraphs() -> None:
    items = body()
    at = items.index(HEADINGS["disputes"])
    items[at : at + 1] = ["四、政府信息公开行政复议、", "行政诉讼情况"]
    laid = report([TITLE, PREFACE, *items])
    assert keys(laid) == list(KEYS)
    assert laid.outline[3].heading == "政府信息公开行政复议、行政诉讼情况"
    assert laid.sections["disputes"].paragraphs == ()
    assert laid.tables["disputes"].section == "disputes"


@pytest.mark.parametrize("end", ["：无", "：无。", " 无", "无", "\n无", "。暂无", "：没有"])
def test_a_heading_that_says_there_is_nothing(end: str) -> None:
    texts = {**TEXTS, "other": []}
    laid = report([TITLE, PREFACE, *body({**HEADINGS, "other": HEADINGS["other"] + end}, texts)])
    assert keys(laid) == list(KEYS)
    assert laid.outline[-1].heading == "其他需要报告的事项"
    assert [para.text.strip("。") for para in laid.sections["other"].paragraphs] == [end.strip("：。 \n")]


def test_a_heading_broken_over_two_lines() -> None:
    laid = report([TITLE, PREFACE, *body({**HEADINGS, "requests": "三、收到和处理政府信息公开\n申请情况"})])
    assert keys(laid) == list(KEYS)


@pytest.mark.parametrize(
    "lines",
    [
        ["一、组织领导到位", "二、制度逐步健全", "三、平台不断完善"],
        ["一、加强组织领导。成立领导小组。", "二、加强队伍建设。开展培训。"],
        [
            "（一）主动公开政府信息情况",
            "（二）收到和处理政府信息公开申请情况",
            "（三）政府信息公开行政复议、行政诉讼情况",
        ],
        ["1.主动公开政府信息情况", "2.收到和处理政府信息公开申请情况", "3.存在的主要问题"],
        ["一、主动公开情况", "二、依申请公开情况", "三、存在的问题"],
        ["一、本年新收政府信息公开申请数量 0 0 0", "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理 0 0"],
        ["一是加强领导；", "二是完善制度。"],
        ["总体情况良好", "主动公开"],
    ],
)
@pytest.mark.parametrize("key", ["overview", "problems", "other"])
def test_lists_within_a_section_are_no_headings(lines: list[str], key: str) -> None:
    laid = report([TITLE, PREFACE, *body(texts={**TEXTS, key: [*TEXTS[key], *lines, "以上。"]})])
    assert keys(laid) == list(KEYS)
    assert [para.text for para in laid.sections[key].paragraphs] == [*TEXTS[key], *lines, "以上。"]


def test_a_table_poured_into_text_holds_no_headings() -> None:
    flat = [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "三、本年度办理结果",
        "（一）予以公开",
    ]
    flat += ["四、结转下年度继续办理 0 0 0"]
    laid = report([TITLE, PREFACE, *body(texts={**TEXTS, "requests": flat})])
    assert keys(laid) == list(KEYS)


def test_one_heading_without_its_number() -> None:
    for key, text in HEADINGS.items():
        laid = report([TITLE, PREFACE, *body({**HEADINGS, key: text[2:]})])
        assert keys(laid) == list(KEYS)
        assert next(heading for heading in laid.outline if heading.key == key).number is None


def test_a_heading_within_its_table() -> None:
    layout = LAYOUTS[-1]
    table = layout.table("requests")
    assert table is not None
    grid = print_table(table, figures_of(table), Shape(caption=HEADINGS["requests"]))[0]
    headings = {key: text for key, text in HEADINGS.items() if key != "requests"}
    items = body(headings)
    at = items.index(HEADINGS["disputes"])
    laid = report([TITLE, PREFACE, *items[:at], grid, *items[at:]])
    assert keys(laid) == list(KEYS)
    assert laid.tables["requests"].section == "requests"


def test_a_heading_in_a_table_row_with_blank_cells() -> None:
    heading = HEADINGS["requests"]
    for rest in ([""] * 8, []):
        items = [item for item in [TITLE, PREFACE, *body()] if item != heading]
        at = next(i for i, item in enumerate(items) if isinstance(item, Grid) and item.width > 7)
        grid = items[at]
        assert isinstance(grid, Grid)
        row = [heading, *rest]
        top = tuple(Cell(row[c], 0, c) if c < len(row) else None for c in range(grid.width))
        moved = {id(cell): replace(cell, row=cell.row + 1) for cell in grid.cells()}
        items[at] = Grid((top, *(tuple(None if c is None else moved[id(c)] for c in row) for row in grid.rows)))
        laid = report(items)
        assert keys(laid) == list(KEYS)
        assert laid.tables["requests"].section == "requests"


def test_headings_with_their_letters_spaced_out() -> None:
    items = [TITLE, PREFACE, *body()]
    spaced = {text: f"第{text[0]}部分{text[2:]}" for text in HEADINGS.values()}
    laid = report([" ".join(spaced[item]) if isinstance(item, str) and item in spaced else item for item in items])
    assert keys(laid) == list(KEYS)
    assert [heading.number for heading in laid.outline] == list("一二三四五六")


@pytest.mark.parametrize("mark", ["3.", "3、", "（三）", "(3)", "三丶"])
def test_a_heading_numbered_otherwise_than_the_others(mark: str) -> None:
    laid = report([TITLE, PREFACE, *body({**HEADINGS, "requests": mark + HEADINGS["requests"][2:]})])
    assert keys(laid) == list(KEYS)
    assert [heading.marked for heading in laid.outline if heading.key in ("overview", "requests")] == ["一、", mark]


def test_a_slip_in_the_mark_behind_every_number() -> None:
    laid = report([TITLE, PREFACE, *body({key: text.replace("、", "丶", 1) for key, text in HEADINGS.items()})])
    assert keys(laid) == list(KEYS)
    assert [(heading.number, heading.marked) for heading in laid.outline] == [(n, f"{n}丶") for n in "一二三四五六"]
