"""Markdown: headings, paragraphs without marks, tables of every kind that converters write."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import Document
from checker.errors import InputError
from checker.readers import read
from tests.readers.test_text import rows, texts


def read_md(text: str) -> Document:
    found = read(text.encode(), "a.md")
    assert isinstance(found, Document)
    assert found.facts.format == "markdown"
    return found


def test_headings_have_levels() -> None:
    document = read_md("# 大题 #\n\n## 一、小题\n\n正文。\n\n甲\n===\n\n乙\n---\n")
    assert [(p.text, p.level) for p in document.paragraphs] == [
        ("大题", 0),
        ("一、小题", 1),
        ("正文。", None),
        ("甲", 0),
        ("乙", 1),
    ]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("**甲**乙*丙*", "甲乙丙"),
        ("***甲*** __乙__ ~~丙~~ `丁`", "甲 乙 丙 丁"),
        ('见[网站](https://a.example.cn/x_y "题")。', "见网站。"),
        ("![图](a.png)甲", "图甲"),
        ("1\\. 甲 a\\_b@c.cn", "1. 甲 a_b@c.cn"),
        ("a_b_c@d.cn 3*4 5", "a_b_c@d.cn 3*4 5"),
        ("> 甲 &amp; 乙&nbsp;丙<br>丁", "甲 & 乙 丙\n丁"),
        ("- 甲", "甲"),
        ("甲  \n乙", "甲\n乙"),
    ],
)
def test_lines(line: str, text: str) -> None:
    assert texts(read_md(f"# 题\n\n{line}\n")) == ["题", text]


def test_each_line_is_a_paragraph_unless_the_text_is_wrapped() -> None:
    assert texts(read_md("# 题\n\n一、甲\n正文。\n")) == ["题", "一、甲", "正文。"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("| 项 | 左 |\n|:--|--:|\n| 甲 | 1 |", [["项", "左"], ["甲", "1"]]),
        ("项 | 左\n--- | ---\n甲 | **1**", [["项", "左"], ["甲", "1"]]),
        ("|  |  |\n|---|---|\n| 甲\\|乙 | a<br>b |", [["", ""], ["甲|乙", "a\nb"]]),
        ("+---+---+\n| 项 | 左 |\n+===+===+\n| 甲 | 1 |\n| 乙 |   |\n+---+---+", [["项", "左"], ["甲\n乙", "1"]]),
        (
            "<table>\n<tr><td colspan=2>项</td></tr>\n<tr><td>甲</td><td>1</td></tr>\n</table>",
            [["项", "<"], ["甲", "1"]],
        ),
    ],
)
def test_tables(table: str, expected: list[list[str]]) -> None:
    document = read_md(f"# 题\n\n{table}\n\n后。\n")
    assert [rows(grid) for grid in document.grids] == [expected]
    assert texts(document) == ["题", "后。"]


def test_metadata_before_the_text_is_left_out() -> None:
    assert texts(read_md("---\ntitle: 甲\n---\n\n# 题\n\n正文。\n")) == ["题", "正文。"]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="#|-+=*_`<>[]()\\ \n甲乙1：table/", max_size=200))
def test_any_markdown_is_read(text: str) -> None:
    try:
        found = read(f"# 题\n\n{text}".encode(), "a.md")
    except InputError:
        return
    assert isinstance(found, Document)
