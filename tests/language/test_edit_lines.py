"""Edits of `fails` and `passes` lines."""
# ruff: noqa: E501 - a case is a line

from __future__ import annotations

from typing import Any

import pytest

from checker.language.edit_lines import parse_edits
from checker.language.fault import ExpressionError
from checker.language.proofs import Edit
from tests.language.making import format_of, formats, make_rule


def edits(text: str, *layouts: str) -> tuple[Edit, ...]:
    """The edits of a line that runs on these formats (all if none is named)."""
    on = [format_of(key) for key in layouts] or formats()
    return parse_edits(text, on, [layout.key for layout in formats()], 7)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("set requests[received, natural] = 9", {"verb": "set", "thing": "cell", "table": "requests", "row": "received", "column": "natural", "text": "9"}),
        ("set requests[received,natural]=-", {"text": "-"}),
        ('set requests[received, natural] = " 1 "', {"text": " 1 "}),
        ('set requests[received, natural] = ""', {"text": ""}),
        ("blank disputes[review, total]", {"verb": "blank", "thing": "cell", "row": "review", "column": "total"}),
        ("remove section problems", {"thing": "section", "section": "problems"}),
        ("remove table disputes", {"thing": "table", "table": "disputes"}),
        ("remove row requests[internal]", {"thing": "row", "row": "internal"}),
        ("remove column requests[research]", {"thing": "column", "column": "research"}),
        ('rename section problems to "五、问题"', {"verb": "rename", "section": "problems", "text": "五、问题"}),
        ('rename row requests[granted] to "甲"', {"thing": "row", "row": "granted", "text": "甲"}),
        ('rename column requests[total] to "合计"', {"thing": "column", "column": "total"}),
        ('add section "七、附件" after other', {"verb": "add", "thing": "section", "text": "七、附件", "after": "other"}),
        ('add row "丙" after requests[inquiry]', {"thing": "row", "table": "requests", "after": "inquiry"}),
        ('add column "丙" after requests[total]', {"thing": "column", "after": "total"}),
        ('add paragraph "丁" to preface', {"thing": "paragraph", "section": "preface", "text": "丁"}),
        ("move section problems after overview", {"verb": "move", "section": "problems", "after": "overview"}),
        ("copy section overview after other", {"verb": "copy", "section": "overview"}),
        ('replace "甲；乙" with "\\"丙\\"" in title', {"thing": "text", "text": "甲；乙", "new": '"丙"', "section": "title"}),
        ('append "戊。" to overview', {"verb": "append", "section": "overview", "text": "戊。"}),
        ("clear overview", {"verb": "clear", "section": "overview"}),
        ("as township", {"verb": "as", "thing": "body", "kind": "township", "text": None}),
        ('as "青禾镇人民政府"', {"verb": "as", "kind": None, "text": "青禾镇人民政府"}),
        ("lay table disclosure as 2019", {"verb": "lay", "table": "disclosure", "layout": "2019"}),
        ('set document.comments = "改"', {"thing": "document", "name": "comments", "text": "改", "kind": None}),
        ('set document.metadata = author "张三"', {"name": "metadata", "kind": "author", "text": "张三"}),
        ("with previous", {"verb": "with", "on": "previous"}),
        ("previous.set requests[received, natural] = 3", {"verb": "set", "on": "previous", "text": "3"}),
        ("part.blank requests[received, natural]", {"verb": "blank", "on": "part"}),
    ],
)  # fmt: skip
def test_every_form(text: str, fields: dict[str, Any]) -> None:
    (edit,) = edits(text)
    assert {name: getattr(edit, name) for name in fields} == fields
    assert (edit.source, edit.line) == (text, 7)


def test_several_edits_of_a_line() -> None:
    found = edits('set requests[received, natural] = 1;  replace "a;b" with "c" in other ; clear overview')
    assert [e.source for e in found] == [
        "set requests[received, natural] = 1",
        'replace "a;b" with "c" in other',
        "clear overview",
    ]


@pytest.mark.parametrize(
    ("text", "layouts", "offset", "problem", "expected"),
    [
        ("put requests[received, natural] = 1", (), 0, "unknown edit put", ""),
        ("set requests[recieved, natural] = 1", (), 13, "no row recieved", "did you mean received?"),
        ("clear title; set reqests[received, natural] = 1", (), 17, "no table reqests", "did you mean requests?"),
        ("clear overveiw", (), 6, "no section overveiw", "did you mean overview?"),
        ("blank disclosure[charges, issued]", ("2021",), 26, "no cell [charges, issued]", ""),
        ("blank requests[overdue_fee, total]", (), 15, "format 2019 has no row overdue_fee", ""),
        ("lay table requests as 2020", (), 22, "unknown format 2020", "did you mean"),
        ('set document.coments = "x"', (), 13, "unknown fact of the file coments", "did you mean comments?"),
        ("set requests[received natural] = 1", (), 0, "cannot be read", "set TABLE[ROW, COLUMN] = VALUE"),
        ("rename row requests[granted] to 甲", (), 0, "cannot be read", "rename row"),
        ("  ;", (), 0, "no edit stands here", "set TABLE"),
    ],
)
def test_faults(text: str, layouts: tuple[str, ...], offset: int, problem: str, expected: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        edits(text, *layouts)
    assert problem in caught.value.problem.en
    assert expected in (caught.value.expected.en if caught.value.expected else "")
    assert caught.value.offset == offset


def test_a_line_may_run_on_one_format_named_by_key_or_year() -> None:
    rule = make_rule("require 1 = 1\nfails 2019 clear other\npasses 2022 set requests[overdue_fee, total] = 1")
    assert [(p.layout, p.source) for p in rule.fails] == [
        ("2019", "clear other"),
        (None, "set requests[received, natural] = 9"),
    ]
    assert [p.layout for p in rule.passes] == ["2021"]
