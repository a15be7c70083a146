"""Web pages: the article alone, spans resolved, lines as a browser shows them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import Document, Grid, Paragraph
from checker.errors import InputError
from checker.readers import limits, read
from tests.timing import cost


def page(body: str, head: str = "", encoding: str = "utf-8") -> Document:
    data = f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding)
    found = read(data, "a.html")
    assert isinstance(found, Document)
    return found


def texts(document: Document) -> list[str]:
    return [p.printed for p in document.paragraphs]


def rows(grid: Grid) -> list[list[str | None]]:
    return [[None if cell is None else cell.text for cell in row] for row in grid.rows]


PROSE = "<p>甲单位全年办理各类事项若干，工作平稳有序，群众普遍满意。</p>" * 6
NAVIGATION = "<ul>" + "".join(f'<li><a href="/{i}">栏目{i}</a></li>' for i in range(8)) + "</ul>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>甲&nbsp;乙</p><p>&nbsp;</p><p>丙</p>", ["甲 乙", "丙"]),
        ("<p>一行\n接着\n  一行 two\nwords</p>", ["一行接着一行 two words"]),
        ("<div>甲。<br>乙<br><br>　　丙</div>", ["甲。", "乙", "丙"]),
        ("<p>某某局<br>工作报告</p>", ["某某局\n工作报告"]),
        ("<p>甲。<br>乙</p>", ["甲。", "乙"]),
        ("<h1>大<br>题</h1><h2>小题</h2>", ["大\n题", "小题"]),
        ("甲<div>乙<span>丙</span></div>丁", ["甲", "乙丙", "丁"]),
        ("<span><p>甲</p></span><font size=3><b>乙</b>丙</font>", ["甲", "乙丙"]),
        ("<ol><li>甲</li><li><p>乙</p></li></ol>", ["1.甲", "2.乙"]),
        ("<ol type=a start=3><li>甲<li>乙</ol>", ["c.甲", "d.乙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ol><li>1.甲</li><li>2、乙</li></ol>", ["1.甲", "2、乙"]),
        ("<ol style='list-style: none'><li>甲</ol><ul><li>乙</ul>", ["甲", "乙"]),
        ("<pre>甲\n乙</pre>", ["甲", "乙"]),
        ("<p>甲<o:p></o:p></p><p><ins>乙</ins><del>丙</del><s>丁</s></p>", ["甲", "乙丁"]),
        ("<p>甲<!-- 注释 --><script>乙</script></p><style>丙</style><p hidden>丁</p>", ["甲"]),
        ("<p>甲</p><p style='display : none'>乙</p><p style='mso-hide:all'>丙</p>", ["甲"]),
        ("<p><![if !supportLists]><span style='mso-list:Ignore'>一、<i>&nbsp; </i></span><![endif]>甲</p>", ["一、甲"]),
        ("<!--[if gte mso 9]><xml><w:A>字</w:A></xml><![endif]--><p class=MsoNormal>甲</p>", ["甲"]),
        ("<p><ruby>甲<rp>(</rp><rt>jia</rt><rp>)</rp></ruby></p>", ["甲"]),
        ("<p>H<sub>2</sub>O 3&lt;5 &amp; &#31532;</p>", ["H2O 3<5 & 第"]),
    ],
)
def test_lines(body: str, expected: list[str]) -> None:
    assert texts(page(body)) == expected


def test_headings_have_levels() -> None:
    assert [p.level for p in page("<h1>甲</h1><h3>乙</h3><p>丙</p>").paragraphs] == [0, 2, None]


@pytest.mark.parametrize(
    ("declared", "written"),
    [("gb2312", "gb18030"), ("gbk", "gbk"), ("utf-8", "utf-8"), ("gb2312", "utf-8"), ("utf-8", "gb18030")],
)
def test_encodings_whatever_is_declared(declared: str, written: str) -> None:
    document = page("<p>龘字与常用字。</p>", f'<meta charset="{declared}">', written)
    assert texts(document) == ["龘字与常用字。"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings_without_a_declaration(encoding: str) -> None:
    assert texts(page("<p>常用字。</p>", encoding=encoding)) == ["常用字。"]


def test_a_page_that_was_cut_within_a_character_is_read() -> None:
    data = ("<html><body>" + PROSE + "<p>末尾字").encode("gb18030")[:-1]
    found = read(data, "a.html")
    assert isinstance(found, Document)
    assert len(found.paragraphs) == 7


def test_spans_are_resolved() -> None:
    table = (
        "<table><tr><td rowspan=2>角</td><td colspan=2>上</td></tr><tr><td>左</td><td>右</td></tr>"
        "<tr><td>行</td><td>1</td><td>&nbsp;</td></tr></table>"
    )
    (grid,) = page(table).grids
    assert rows(grid) == [["角", "上", "上"], ["角", "左", "右"], ["行", "1", ""]]
    assert grid.rows[0][0] is grid.rows[1][0]
    assert (grid.rows[0][1].row_span, grid.rows[0][1].column_span) == (1, 2)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<tr><td rowspan=9>甲</td><td>1</td></tr><tr><td>2</td></tr>", [["甲", "1"], ["甲", "2"]]),
        ("<tr><td rowspan=0>甲</td><td>1</td></tr><tr><td>2</td></tr>", [["甲", "1"], ["甲", "2"]]),
        ("<tr><td>甲<td>1<tr><td>乙", [["甲", "1"], ["乙", None]]),
        ("<thead><tr><th rowspan=3>甲<th>1</thead><tbody><tr><td>乙<td>2</tbody>", [["甲", "1"], ["乙", "2"]]),
        ("<tr><td>甲<td style='display:none'>x<td>1</tr><tr><td>乙<td>2</tr>", [["甲", "1"], ["乙", "2"]]),
        ("<tr><td colspan=x>甲<td colspan=-1>1</tr>", [["甲", "1"]]),
        ("<tr></tr><tr><td>甲<td><p>1</p><p>2</p></tr>", [["甲", "1\n2"]]),
        ("<form><tr><td>甲<td>1</tr></form>", [["甲", "1"]]),
    ],
)
def test_tables_as_browsers_show_them(table: str, expected: list[list[str | None]]) -> None:
    assert [rows(grid) for grid in page(f"<table>{table}</table>").grids] == [expected]


def test_tables_that_only_lay_out_a_page_are_unpacked() -> None:
    data = "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>"
    inner = f"<table><tr><td><h1>大题</h1></td></tr><tr><td>{PROSE}{data}<p>尾。</p></td></tr></table>"
    body = f"<table><tr><td>{inner}</td></tr></table>"
    document = page(body)
    assert texts(document)[0] == "大题"
    assert texts(document)[-1] == "尾。"
    assert [rows(grid) for grid in document.grids] == [[["甲", "1"], ["乙", "2"]]]
    assert document.grids[0].after == 7


def article(inside: str, before: str = "", after: str = "") -> list[str]:
    return texts(
        page(f"<div class=wrap>{NAVIGATION}<div class=main>{before}<div id=zoom>{inside}</div>{after}</div></div>")
    )


def test_the_article_is_found_among_navigation() -> None:
    found = article(
        PROSE + "<p>末段。</p>",
        before='<div class="crumb">位置：<a href=/>首页</a></div><h1>某某局工作报告</h1>'
        "<p>发布时间：2024-01-20　来源：某某局</p>",
        after="<p>上一篇：<a href=x>另一份通知</a></p><div class=footer>主办：某市 电话：0999-1234567</div>",
    )
    assert found[0] == "某某局工作报告"
    assert found[-1] == "末段。"
    assert len(found) == 8


def test_a_preface_that_stands_apart_is_kept() -> None:
    preface = "<p>本报告依据有关规定编制，由若干部分组成。" + "说明文字继续。" * 20 + "</p>"
    found = texts(page(f"{NAVIGATION}<div>{preface}<div>{PROSE}</div></div><script>1</script>"))
    assert len(found) == 7
    assert found[0].startswith("本报告依据")


def test_links_within_the_text_are_text() -> None:
    found = article(PROSE + '<p>详见<a href="/x">本单位网站</a>有关栏目，欢迎查阅。</p><p>末段。</p>')
    assert "详见本单位网站有关栏目，欢迎查阅。" in found


def test_a_heavy_element_is_no_furniture_whatever_it_is_called() -> None:
    assert len(texts(page(f'{NAVIGATION}<div class="location share">{PROSE}</div>'))) == 6


@pytest.mark.parametrize(
    ("head", "first"),
    [
        ("<title>某局2023年报告_某市人民政府网</title>", "某局2023年报告"),
        ("<title>某市政府网站群 - 某局2023年工作报告</title>", "某局2023年工作报告"),
        ("<title>网</title><meta name=ArticleTitle content='某局2023年工作报告'>", "某局2023年工作报告"),
        ("<title>甲单位全年办理各类事项若干</title>", "甲单位全年办理各类事项若干，工作平稳有序，群众普遍满意。"),
    ],
)
def test_the_title_of_the_page_where_the_text_has_none(head: str, first: str) -> None:
    assert texts(page(PROSE, head))[0] == first


def test_the_name_of_the_file_is_no_second_title() -> None:
    assert (
        texts(page(f"<p>某某局工作情况报告</p>{PROSE}", "<title>无标题文档一二三</title>"))[0] == "某某局工作情况报告"
    )


def test_a_page_saved_as_one_file() -> None:
    data = (
        'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html; charset=gbk\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<p>常用字。</p>\r\n--b--\r\n"
    )
    found = read(data.encode("gbk"), "a.mht")
    assert isinstance(found, Document)
    assert texts(found) == ["常用字。"]


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<!DOCTYPE html>", b"<html><script>var a</script></html>", b"<p></p>"]
)
def test_a_page_without_text_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read(data, "a.html")
    assert "Word" in caught.value.message_en


def test_markup_beyond_reason() -> None:
    with pytest.raises(InputError, match="markup"):
        read(b"<p>" + b"<b>" * (limits.MARKUP + 1), "a.html")


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<table><tr><td>",
        "<span>",
        "<ol><li>",
        "<p>甲<br>",
        "<table>",
        "<td rowspan=65534 colspan=1000>甲",
        "&nbsp;",
        "  \n",
        "<a href=x>",
    ],
)
def test_hostile_pages_take_no_time(piece: str) -> None:
    data = ("<html><body><table><tr>" + piece * 20_000 + "尾").encode()

    def read_or_refused() -> None:
        with suppress(InputError):
            read(data, "a.html")

    assert cost(read_or_refused, 4, 1) <= 4


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_mutated_pages_never_fail_otherwise(data: st.DataObject) -> None:
    good = bytearray(
        f"<html><head><meta charset=gbk><title>题</title></head><body>{NAVIGATION}<div>{PROSE}<table>"
        "<tr><td rowspan=2>甲<td>1</tr><tr><td>2</tr></table></div></body></html>".encode("gbk")
    )
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(good) - 1))
        good[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=6))
    try:
        found = read(bytes(good), "a.html")
    except InputError:
        return
    assert isinstance(found, Document)
    assert [b.n for b in found.blocks if isinstance(b, Paragraph)] == list(range(1, len(found.paragraphs) + 1))
