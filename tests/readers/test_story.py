"""Paragraphs in reading order, with number, level and place."""

from __future__ import annotations

import pytest

from checker.document import Grid
from checker.errors import InputError
from checker.readers import read
from tests.readers.docx_xml import cell, docx, field, p, row, run, styled, table

HEADINGS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="公文一级"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="body"><w:name w:val="正文2"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="ring"><w:name w:val="r"/><w:basedOn w:val="ring"/></w:style>'
)


def blocks(xml: str, **parts: str) -> list[str | list[list[str | None]]]:
    found = read(docx(xml, **parts), "a.docx")  # type: ignore[arg-type]
    return [
        [[c and c.text for c in line] for line in b.rows] if isinstance(b, Grid) else b.printed for b in found.blocks
    ]


def test_paragraphs_are_counted_without_empty_ones_and_tables() -> None:
    xml = p("一") + p() + p(" \u3000") + table(row("甲", "乙")) + p("二")
    found = read(docx(xml), "a.docx")
    assert [(x.n, x.text) for x in found.paragraphs] == [(1, "一"), (2, "二")]
    assert [g.after for g in found.grids] == [1]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
        '<w:ins w:id="1">{}</w:ins>',
        "<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
        '<mc:AlternateContent><mc:Choice Requires="wps">{}</mc:Choice><mc:Fallback/></mc:AlternateContent>',
    ],
)
def test_wrappers_are_seen_through(wrapped: str) -> None:
    assert blocks(wrapped.format(p("内") + table(row("甲", "乙"))) + p("外")) == ["内", [["甲", "乙"]], "外"]
    rows = f"<w:tbl>{wrapped.format(row('甲', '乙'))}</w:tbl>"
    cells = f"<w:tbl><w:tr>{wrapped.format(cell('甲'))}{cell('乙')}</w:tr></w:tbl>"
    content = table(row(cell(inner=wrapped.format(p("甲"))), "乙"))
    assert blocks(rows) == blocks(cells) == blocks(content) == [[["甲", "乙"]]]


def test_deleted_and_moved_blocks_are_not_seen() -> None:
    gone = f'<w:del w:id="1">{p("删")}</w:del><w:moveFrom w:id="2">{p("移走")}</w:moveFrom>'
    assert blocks(gone + p("留")) == ["留"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    mark = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    joined = read(docx(p("前半", mark) + styled("后半", "1") + p("下"), styles=HEADINGS), "a.docx")
    assert [(x.n, x.text, x.level) for x in joined.paragraphs] == [(1, "前半后半", 0), (2, "下", None)]
    assert blocks(p("末段", mark)) == ["末段"]
    assert blocks(p("前", mark) + table(row("甲", "乙")) + p("后")) == ["前", [["甲", "乙"]], "后"]


def test_a_drop_cap_belongs_to_its_paragraph() -> None:
    assert blocks(p("本", '<w:framePr w:dropCap="drop" w:lines="2"/>') + p("报告")) == ["本报告"]


@pytest.mark.parametrize(
    ("xml", "level"),
    [
        (styled("题", "1"), 0),
        (styled("题", "2"), 1),
        (styled("题", "own"), 0),
        (styled("题", "body"), None),
        (styled("题", "1", '<w:outlineLvl w:val="2"/>'), 2),
        (p("题", '<w:outlineLvl w:val="0"/>'), 0),
        (p("题", '<w:outlineLvl w:val="9"/>'), None),
        (styled("题", "Heading3"), 2),
        (styled("题", "ring"), None),
        (p("题"), None),
    ],
)
def test_levels_of_headings(xml: str, level: int | None) -> None:
    assert [x.level for x in read(docx(xml, styles=HEADINGS), "a.docx").paragraphs] == [level]


def contents_field(*lines: str, end: bool = True) -> str:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    close = p(inner='<w:r><w:fldChar w:fldCharType="end"/></w:r>') if end else ""
    return p(inner=begin + run(lines[0])) + "".join(p(line) for line in lines[1:]) + close


@pytest.mark.parametrize(
    "contents",
    [
        styled("一、总体情况\t1", "11") + styled("二、主动公开\t2", "TOC1"),
        contents_field("一、总体情况\t1", "二、主动公开\t2"),
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('目录')}{p('一、总体情况')}</w:sdtContent></w:sdt>",
        p(inner=f'<w:hyperlink w:anchor="_Toc1">{run("一、总体情况")}{run("1")}</w:hyperlink>') * 2,
        p(inner=f'<w:hyperlink w:anchor="_Toc1">{run("一、总体情况")}</w:hyperlink>') * 2,
        p("一、总体情况", inner=field("PAGEREF _Toc12 \\h", run("1"))) * 2,
    ],
)
def test_lines_of_a_table_of_contents_are_marked(contents: str) -> None:
    found = read(docx(contents + p("一、总体情况"), styles=HEADINGS), "a.docx")
    assert [x.contents for x in found.paragraphs] == [True, True, False]


def test_a_table_of_contents_without_an_end_marks_nothing() -> None:
    found = read(docx(contents_field("一、总体情况", end=False) + p("正文")), "a.docx")
    assert not any(x.contents for x in found.paragraphs)


def test_footnotes_are_apart() -> None:
    note = (
        f'<w:footnote w:id="2">{p("注解一")}</w:footnote><w:footnote w:type="separator" w:id="0">{p("-")}</w:footnote>'
    )
    found = read(docx(p("正文", inner='<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=note), "a.docx")
    assert [x.text for x in found.paragraphs] == ["正文"]
    assert found.footnotes == ("注解一",)


def test_headers_are_not_in_the_body() -> None:
    header = f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{p("页眉")}</w:hdr>'
    found = read(docx(p("正文"), more={"word/header1.xml": header}, related=(("header", "header1.xml"),)), "a.docx")
    assert [x.text for x in found.paragraphs] == ["正文"]


def test_a_foreign_document_inside_is_a_caution() -> None:
    found = read(docx(p("正文") + '<w:altChunk r:id="rId5"/>'), "a.docx")
    assert [x.text for x in found.paragraphs] == ["正文"]
    assert len(found.cautions) == 1
    with pytest.raises(InputError, match="embedded"):
        read(docx('<w:altChunk r:id="rId5"/>'), "a.docx")


def test_a_link_to_a_heading_in_a_sentence_is_no_contents() -> None:
    link = f'<w:hyperlink w:anchor="_Toc1">{run("第三部分")}</w:hyperlink>'
    found = read(docx(p("详见", inner=link + run("。"))), "a.docx")
    assert [x.contents for x in found.paragraphs] == [False]
