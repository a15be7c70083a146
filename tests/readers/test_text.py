"""Plain text: paragraphs, and tables in the forms that extraction leaves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import Document, Grid, Paragraph
from checker.errors import InputError
from checker.readers import limits, read
from checker.readers.spans import is_figure, laid
from tests.timing import cost


def read_text(text: str, encoding: str = "utf-8") -> Document:
    found = read(text.encode(encoding), "a.txt")
    assert isinstance(found, Document)
    return found


def texts(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs]


def rows(grid: Grid) -> list[list[str]]:
    """The texts; "<" where a cell goes on from the left."""
    return [
        ["" if cell is None else "<" if c and row[c - 1] is cell else cell.text for c, cell in enumerate(row)]
        for row in grid.rows
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, end: str) -> None:
    assert texts(read_text(f"标题 1{end}{end}第一段 2。{end}", encoding)) == ["标题 1", "第一段 2。"]


def test_marks_of_extraction_are_dropped() -> None:
    text = "[bookmark: _GoBack]甲\n- 3 -\n[image: 图]\n乙[comment]\f丙\n— 12 —\n-5\n"
    assert texts(read_text(text)) == ["甲", "乙", "丙", "-5"]


def test_a_cell_a_line() -> None:
    text = "前\n\t角落\n\t上边\n\n\t\n\t左边\n\t右边\n\n\t甲\n\t1\n\t2\n\n\n后\n"
    document = read_text(text)
    assert texts(document) == ["前", "后"]
    assert [rows(g) for g in document.grids] == [[["角落", "上边", "<"], ["", "左边", "右边"], ["甲", "1", "2"]]]
    assert document.grids[0].after == 1


def test_a_cell_of_two_lines() -> None:
    (grid,) = read_text("\t左\n半\n\t右\n\n\t1\n\t2\n").grids
    assert rows(grid) == [["左\n半", "右"], ["1", "2"]]


def test_cells_parted_by_tabs() -> None:
    text = "项\t左\t右\n块甲\n甲\t1\t2\n块乙\n乙\t\t4\n二、标题\n"
    document = read_text(text)
    assert [rows(g) for g in document.grids] == [
        [["项", "左", "右"], ["块甲", "<", "<"], ["甲", "1", "2"], ["块乙", "<", "<"], ["乙", "", "4"]]
    ]
    assert texts(document) == ["二、标题"]


def test_cells_with_line_breaks_in_quotation_marks() -> None:
    (grid,) = read_text('项\t"左\n半"\n甲\t1\n').grids
    assert rows(grid) == [["项", "左\n半"], ["甲", "1"]]


def test_a_table_of_contents_and_indented_prose_are_no_tables() -> None:
    contents = "一、甲\t1\n二、乙\t3\n三、丙\t3\n"
    prose = (
        "\t本段是正文，写得很长，以便看出它不是表格里的一格，还要再写一些字，凑够六十个字以上才算数，所以这里继续写下去，直到写完为止。\n"
        * 3
    )
    document = read_text(contents + prose)
    assert not document.grids
    assert len(document.paragraphs) == 6


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项 | 左 | 右\n甲 | 1 | 2\n", [["项", "左", "右"], ["甲", "1", "2"]]),
        ("| 项 | 左 |\n|---|---|\n| 甲 | 1 |\n", [["项", "左"], ["甲", "1"]]),
        ("角落 | 上边\n | 左边 | 右边\n甲 | 1 | 2\n", [["角落", "上边", "<"], ["", "左边", "右边"], ["甲", "1", "2"]]),
        ("│项│左│\n├──┼──┤\n│甲│1│\n", [["项", "左"], ["甲", "1"]]),
        ("项｜左\n\n甲｜1\n", [["项", "左"], ["甲", "1"]]),
    ],
)
def test_cells_between_bars(text: str, expected: list[list[str]]) -> None:
    assert [rows(g) for g in read_text("前。\n" + text + "后。").grids] == [expected]


def test_columns_kept_apart_by_blanks() -> None:
    text = (
        "前文。\n"
        "  项目     左边      中间      右边\n"
        "  甲项      1        2        3\n"
        "  乙项      4                 6\n"
        "三、标题\n"
    )
    document = read_text(text)
    assert texts(document) == ["前文。", "三、标题"]
    assert rows(document.grids[0]) == [
        ["项目", "左边", "中间", "右边"],
        ["甲项", "1", "2", "3"],
        ["乙项", "4", "", "6"],
    ]


def test_labels_and_figures_parted_by_single_blanks() -> None:
    (grid,) = read_text("四、甲项 1 2 3\n五、乙项 0 0 12件\n").grids
    assert rows(grid) == [["四、甲项", "1", "2", "3"], ["五、乙项", "0", "0", "12件"]]


@pytest.mark.parametrize(
    "text", ["某某局      2024年1月10日\n", "一、  标题\n二、  标题\n", "甲 乙\n丙 丁\n", "共 3 件\n"]
)
def test_blanks_alone_make_no_table(text: str) -> None:
    assert not read_text(text).grids


def test_wrapped_lines_are_joined() -> None:
    line = "这一行正好写满二十五个汉字以便看出行尾是折断的而不是段末"
    document = read_text("\n".join([line] * 6) + "完。\n一、标题\n")
    assert texts(document) == [line * 6 + "完。", "一、标题"]


def test_lines_of_different_length_are_paragraphs() -> None:
    assert len(texts(read_text("甲乙丙丁\n" * 3 + "甲" * 200 + "\n" + "乙" * 150))) == 5


@pytest.mark.parametrize("text", ["0", "12", "-3", "1,234", "９", "3.5万元", "12件", "/", "—", "无", "+5", "56.2%"])
def test_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["", "1.甲乙", "3.其他", "甲", "一、甲", "2019年的报告书", "（一）", "abc"])
def test_no_figures(text: str) -> None:
    assert is_figure(text) is (text == "甲")


def test_headers_are_cut_as_the_rows_under_them() -> None:
    top, middle, low = ["甲项", "乙项"], ["a", "b", "丙", "丁项"], ["", "", "x", "y", "x", "y"]
    made = laid([top, middle, low, ["1"] * 6])
    assert [[c.column_span for c in dict.fromkeys(row) if c] for row in made[:3]] == [[2, 4], [1, 1, 2, 2], [1] * 6]


def test_bytes_that_are_no_text_are_refused() -> None:
    for data in (bytes(range(256)) * 40, b"\x00\x01\x02\x03" * 200, b"\x01\x02 words"):
        with pytest.raises(InputError, match="neither a Word document"):
            read(data, "a.txt")
    with pytest.raises(InputError, match="no text"):
        read(b" \n ", "a.txt")


def test_text_beyond_reason() -> None:
    with pytest.raises(InputError, match="far more text"):
        read(("字" * 1000 + "\n").encode() * (limits.TEXT_CHARACTERS // 1000 + 1), "a.txt")


@pytest.mark.parametrize(
    "piece", ["\t", "\t\n", "|", "|\n", " 1", "  ", "\n", '"\t', "[bookmark:", "-", "甲  1\n", "- 1", "+-", "\t甲\n"]
)
def test_hostile_text_takes_no_time(piece: str) -> None:
    data = ("文" + piece * (200_000 // len(piece)) + "字").encode()
    assert cost(lambda: read(data, "a.txt"), 3, 1) <= 3


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet='\t\n |-+甲乙一、0123件（）。  "#*<>[]', max_size=300))
def test_any_text_is_read(text: str) -> None:
    try:
        found = read(text.encode(), "a.txt")
    except InputError:
        return
    assert isinstance(found, Document)
    assert [b.n for b in found.blocks if isinstance(b, Paragraph)] == list(range(1, len(found.paragraphs) + 1))
    for grid in found.grids:
        assert len({len(row) for row in grid.rows}) == 1
