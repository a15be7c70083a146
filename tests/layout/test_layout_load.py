"""Layout files are read as written, and a fault in one is told with its line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RuleFileError
from checker.layout.load import load_layouts
from checker.layout.model import Layout
from checker.resources import folder

SMALL = """
# a made-up format
layout 2030
    title   试验格式
    basis   试办函〔2030〕1号
    years   2030..2031
    report  试验报告
    also    试验年报
    contents    目录

section first    一、开头
    also    序言
    also!   前言
    asks courage    勇气|
                    胆量
    instruction     这里写开头

section second    二、收支

table money in second
    corner  项目
    block   第一块
        also    块一
        columns
            many    件数
            much    金额（元）    number amount
                also    金额
        rows
            in      收入
            group spending  支出
                also    花费
                big     大额
                    also    大宗
                    also!   支出 / 大
                small   小额
    block   第二块
        columns
            many    件数    number change
        rows
            rest    结余
"""


def read(text: str, folder: Path) -> Layout:
    """The one layout of a folder that holds nothing else."""
    (folder / "small.layout").write_text(text, encoding="utf-8")
    return load_layouts([folder])[0]


def test_everything_that_a_layout_says(tmp_path: Path) -> None:
    layout = read(SMALL, tmp_path)
    assert (layout.key, layout.title, layout.basis) == ("2030", "试验格式", "试办函〔2030〕1号")
    assert (layout.first_year, layout.last_year) == (2030, 2031)
    assert layout.report == ("试验报告", "试验年报")
    assert layout.contents == ("目录",)
    first = layout.sections[0]
    assert (first.key, first.number, first.heading) == ("first", "一", "开头")
    assert (first.also, first.faulty) == (("序言",), ("前言",))
    assert first.asks == {"courage": "勇气|胆量"}
    assert first.instructions == ("这里写开头",)
    table = layout.tables[0]
    assert (table.key, table.section, table.folded) == ("money", "second", False)
    assert table.rows == ("in", "big", "small", "rest")
    assert table.columns == ("many", "much")
    assert table.groups == {"spending": ("big", "small")}
    assert table.group_heads["spending"].path == ("支出",)
    assert table.group_heads["spending"].also == (("花费",),)
    big = table.blocks[0].rows[1]
    assert big.path == ("支出", "大额")
    assert big.also == (("支出", "大宗"),)
    assert big.faulty == (("支出", "大"),)
    assert [block.label for block in table.blocks] == ["第一块", "第二块"]
    assert table.blocks[0].also == ("块一",)
    assert {block.corner for block in table.blocks} == {"项目"}
    assert table.kind_of("in", "much") == "amount"
    assert table.kind_of("rest", "many") == "change"
    assert table.columns_of("rest") == ("many",)
    with pytest.raises(KeyError):
        table.kind_of("rest", "much")


def line_of(text: str) -> int:
    """The number of the first line of SMALL that holds the text."""
    return next(n for n, line in enumerate(SMALL.splitlines(), 1) if text in line)


@pytest.mark.parametrize(
    ("old", "new", "at", "problem"),
    [
        ("    years   2030..2031", "    yaers   2030..2031", "years", "unknown key yaers"),
        ("2030..2031", "2031..2030", "years", "end before they begin"),
        ("2030..2031", "soon", "years", "years that cannot be read"),
        ("    basis   试办函〔2030〕1号\n", "", "layout", "states no basis"),
        ("    report  试验报告\n", "", "layout", "states no report"),
        ("    report  试验报告", "    report  试验报告\n    report  又一", None, "report stands twice"),
        ("section second    二、收支", "section first    二、收支", "section second", "two sections"),
        ("section second    二、收支", "section second    收支", "section second", "needs a numbered heading"),
        ("table money in second", "table money in secund", "table money", "unknown section"),
        ("table money in second", "table money", "table money", "a key and a section"),
        ("            many    件数\n", "            many\n", "            many    件数", "many has no label"),
        ("number amount", "number amuont", "much", "unknown kind of number amuont"),
        ("small   小额", "big   小额", "small", "two heads with the key big"),
        ("rest    结余", "big    结余", "rest", "two heads with the key big"),
        ("rest    结余", "spending    结余", "rest", "spending is the name of a group"),
        ("group spending  支出", "group big  支出", "big     大额", "big is the name of a group"),
        ("group spending  支出", "group in  支出", "group", "the name in is already taken"),
        ("rest    结余", "many    结余", "rest", "is a row and a column"),
        ("            in      收入", "            In      收入", "收入", "unknown key In"),
        ("    asks courage    勇气|", "    asks courage", None, ""),
        ("    also    序言", "    also", "序言", "also without a text"),
        ("    also    序言", "    alos    序言", "序言", "unknown key alos"),
        ("    corner  项目", "    corner  项目\n    columns\n        x  某", None, "not both"),
        ("layout 2030", "layout 2030\n\nlayout 2031", None, "second layout"),
        ("layout 2030", "layuot 2030", None, "no layout"),
    ],
)
def test_faults_are_told_where_they_are(tmp_path: Path, old: str, new: str, at: str | None, problem: str) -> None:
    assert old in SMALL
    if new == "    asks courage":
        source = SMALL.replace(old + "\n                    胆量", new)
    else:
        source = SMALL.replace(old, new, 1)
    with pytest.raises(RuleFileError) as caught:
        read(source, tmp_path)
    error = caught.value
    assert problem in error.problem.en
    assert any("一" <= char <= "鿿" for char in error.problem.zh)
    assert error.file == str(tmp_path / "small.layout")
    assert error.text.strip() in source
    if at is not None:
        assert error.line == line_of(at)


def test_the_mark_stands_under_the_fault(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError) as caught:
        read(SMALL.replace("number amount", "number amuont"), tmp_path)
    lines = caught.value.report("en").splitlines()
    assert lines[0] == f"{tmp_path}/small.layout:{line_of('much')}:{caught.value.column}: unknown kind of number amuont"
    assert caught.value.text[caught.value.column - 1 :] == "amuont"
    assert "amount" in lines[-1]


def test_an_unknown_key_is_answered_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError) as caught:
        read(SMALL.replace("    basis ", "    baisis "), tmp_path)
    assert caught.value.expected and "basis" in caught.value.expected.en


def test_the_formats_of_the_pack() -> None:
    layouts = load_layouts([folder("rules")])
    assert [(item.key, item.first_year, item.last_year) for item in layouts] == [
        ("2019", 2019, 2020),
        ("2021", 2021, None),
    ]
    counts = {item.key: [len(figures(item, t)) for t in ("disclosure", "requests", "disputes")] for item in layouts}
    assert counts == {"2019": [22, 23 * 7, 15], "2021": [10, 25 * 7, 15]}
    for item in layouts:
        assert [section.number for section in item.sections] == list("一二三四五六")
        assert [table.section for table in item.tables] == ["disclosure", "requests", "disputes"]
    assert set(layouts[1].sections[0].asks) == {"proactive", "on_request", "management", "platform", "supervision"}
    assert not layouts[0].sections[0].asks


def figures(layout: Layout, key: str) -> list[tuple[str, str]]:
    """The cells of a table."""
    table = layout.table(key)
    assert table is not None
    return [(row, column) for row in table.rows for column in table.columns_of(row)]


def test_layouts_of_an_office_beside_those_of_the_pack(tmp_path: Path) -> None:
    (tmp_path / "own.layout").write_text(SMALL, encoding="utf-8")
    with pytest.raises(RuleFileError, match="share a report year"):
        load_layouts([folder("rules"), tmp_path])
    assert [item.key for item in load_layouts([tmp_path])] == ["2030"]
    (tmp_path / "twice.layout").write_text(SMALL, encoding="utf-8")
    with pytest.raises(RuleFileError, match="already defined"):
        load_layouts([tmp_path])


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "bad.layout").write_bytes(b"layout \xff\xfe")
    with pytest.raises(RuleFileError, match="UTF-8"):
        load_layouts([tmp_path])


def test_no_wording_of_a_layout_is_claimed_by_two_heads() -> None:
    from checker.layout.matching import section_wordings
    from checker.layout.vocabulary import vocabulary

    for layout in load_layouts([folder("rules")]):
        for table in layout.tables:
            words = vocabulary(layout.key, table)
            for shelf in (words.rows, words.columns):
                assert {label: known for label, known in shelf.items() if len(known) > 1} == {}
        seen: dict[str, str] = {}
        for section in layout.sections:
            for wording, _ in section_wordings(section):
                assert seen.setdefault(wording, section.key) == section.key, wording
