"""Whole documents: nothing lost, nothing twice, and the short way through a table is the long one."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document as NewDocument
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from checker.document import Grid, Paragraph
from checker.readers import read
from checker.readers.paragraph_text import TextReader
from checker.readers.plain_table import plain_table
from checker.readers.raw import RawTable
from checker.readers.story import Story
from checker.readers.styles import Styles
from checker.readers.tables import frames, grid
from checker.readers.tags import TABLE
from tests.readers.docx_xml import cell, document, docx, levels, lists, p, row, run, table

WORDS = st.text("甲乙丙丁戊收到申请件0123456789，。（）", min_size=1, max_size=12)
WRAPPERS = (
    "{}",
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:ins w:id="1" w:author="a">{}</w:ins>',
    "<w:customXml>{}</w:customXml>",
)


@st.composite
def split_paragraph(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A paragraph of words split over runs, some of them wrapped, with deletions between."""
    pieces = draw(st.lists(WORDS, min_size=1, max_size=4))
    gone = '<w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del>'
    inner = "".join(draw(st.sampled_from(WRAPPERS)).format(run(x)) + draw(st.sampled_from(["", gone])) for x in pieces)
    return p(inner=inner), ["".join(pieces)]


@st.composite
def plain_grid(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A table of at least two columns and rows, some cells wrapped."""
    width = draw(st.integers(2, 5))
    rows = draw(st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=2, max_size=4))
    wrap = draw(st.sampled_from(WRAPPERS))
    xml = table(*(row(*(cell(inner=wrap.format(p(x))) for x in line)) for line in rows))
    return xml, [x for line in rows for x in line]


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A body and its words in reading order."""
    blocks = draw(st.lists(st.one_of(split_paragraph(), plain_grid()), max_size=6))
    xml = "".join(draw(st.sampled_from(WRAPPERS)).format(x) for x, _ in blocks)
    return xml, [t for _, texts in blocks for t in texts]


@settings(max_examples=80, deadline=None)
@given(bodies())
def test_all_words_stand_once_and_in_order(body: tuple[str, list[str]]) -> None:
    xml, words = body
    found = read(docx(xml), "a.docx")
    seen: list[str] = []
    for block in found.blocks:
        seen += [block.text] if isinstance(block, Paragraph) else [c.text for c in block.cells()]
    assert seen == words
    assert [x.n for x in found.paragraphs] == list(range(1, len(found.paragraphs) + 1))


@st.composite
def merged_grids(draw: st.DrawFn) -> str:
    """A table whose cells span, merge downwards and hold one to three paragraphs of any make."""
    width = draw(st.integers(2, 6))
    rows = []
    for _ in range(draw(st.integers(1, 5))):
        cells, left = [], width
        while left > 0:
            span = draw(st.integers(1, left))
            left -= span
            inner = "".join(
                p(
                    draw(st.sampled_from(["", " ", "\u3000", "甲", "12 "])),
                    inner=draw(st.sampled_from(["", "<w:r><w:br/></w:r>", run("件")])),
                )
                for _ in range(draw(st.integers(1, 3)))
            )
            down = draw(st.sampled_from(["", "", "restart", "continue"]))
            cells.append(cell(span=span, down=down, inner=inner))
        rows.append(row(*cells))
    return table(*rows, widths=tuple(draw(st.sampled_from([1, 800, 2000])) for _ in range(width)))


def both_ways(xml: str) -> tuple[RawTable | None, RawTable]:
    """A table by the short way and by the walk."""
    data = document(xml).encode()
    element = next(etree.fromstring(data).iter(TABLE))
    styles = Styles()
    text = TextReader(data, styles)
    walked = RawTable()
    Story(text, styles, lambda: None)._rows(element, walked)
    return plain_table(element, text, styles), walked


@settings(max_examples=150, deadline=None)
@given(merged_grids())
def test_the_short_way_through_a_table_is_the_long_one(xml: str) -> None:
    short, walked = both_ways(xml)
    if short is None:
        return
    assert not frames(walked)
    assert grid(short, 0, 1000) == grid(walked, 0, 1000)


def test_the_short_way_is_taken() -> None:
    short, _ = both_ways(table(row(cell("甲", span=2), "1"), row("乙", "丙", "2")))
    assert short is not None


@pytest.mark.parametrize(
    "special",
    [
        p("1", inner='<w:del w:id="1"><w:r><w:delText>2</w:delText></w:r></w:del>'),
        p("1", "<w:numPr/>"),
        p("1", inner=run("2", "<w:vanish/>")),
        table(row("1", "2")) + p(),
        p("1", inner='<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
    ],
)
def test_what_needs_the_walk_takes_it(special: str) -> None:
    short, _ = both_ways(table(row(cell(inner=special), "乙"), row("丙", "丁")))
    assert short is None


def test_tab_stops_are_no_tabs() -> None:
    stops = '<w:tabs><w:tab w:val="left" w:pos="400"/></w:tabs>'
    found = read(docx(table(row(cell(inner=p("1", stops)), "2"))), "a.docx")
    assert [c.text for c in found.grids[0].cells()] == ["1", "2"]


def test_a_document_that_python_docx_writes() -> None:
    new = NewDocument()
    new.add_heading("一、总体情况", 1)
    new.add_paragraph("甲", style="List Number")
    new.add_paragraph("乙", style="List Number")
    made = new.add_table(3, 3)
    for r in range(3):
        for c in range(3):
            made.cell(r, c).text = f"{r}{c}"
    made.cell(0, 0).merge(made.cell(1, 1))
    file = BytesIO()
    new.save(file)
    found = read(file.getvalue(), "a.docx")
    heading, first, second, block = found.blocks
    assert isinstance(heading, Paragraph)
    assert heading.level == 0
    assert [x.number for x in (first, second) if isinstance(x, Paragraph)] == ["1.", "2."]
    assert isinstance(block, Grid)
    assert block.rows[0][0] is block.rows[1][1]
    assert [c and c.text for c in block.rows[2]] == ["20", "21", "22"]
    assert block.rows[0][2] is not None
    assert block.rows[0][2].text == "02"


NAMES = [
    "w:p",
    "w:pPr",
    "w:r",
    "w:rPr",
    "w:t",
    "w:tbl",
    "w:tblGrid",
    "w:gridCol",
    "w:tr",
    "w:trPr",
    "w:tc",
    "w:tcPr",
    "w:gridSpan",
    "w:vMerge",
    "w:hMerge",
    "w:gridBefore",
    "w:sdt",
    "w:sdtPr",
    "w:sdtContent",
    "w:ins",
    "w:del",
    "w:moveFrom",
    "w:fldChar",
    "w:instrText",
    "w:fldSimple",
    "w:hyperlink",
    "w:numPr",
    "w:numId",
    "w:ilvl",
    "w:pStyle",
    "w:rStyle",
    "w:outlineLvl",
    "w:vanish",
    "w:drawing",
    "w:txbxContent",
    "w:sym",
    "w:ruby",
    "w:rubyBase",
    "w:br",
    "w:tab",
    "w:tcW",
    "w:rPrChange",
    "w:commentRangeStart",
    "w:sectPr",
    "w:body",
    "mc:AlternateContent",
    "mc:Choice",
    "mc:Fallback",
    "m:oMath",
    "v:textpath",
    "w:altChunk",
    "w:hidden",
]
VALUES = ["0", "1", "-1", "99999999999", "x", "begin", "separate", "end", "restart", "continue", "on", "F020", "Secret"]


@st.composite
def trees(draw: st.DrawFn, depth: int = 5) -> str:
    """Markup of known names in any order, with any values: what no maker writes, and a hostile one might."""
    name = draw(st.sampled_from(NAMES))
    value = draw(st.sampled_from(["", *VALUES]))
    attributes = (
        f' w:val="{value}" w:w="{value}" w:fldCharType="{value}" w:char="{value}" w:type="dxa"' if value else ""
    )
    count = draw(st.integers(0, 3)) if depth else 0
    inner = "".join(draw(trees(depth - 1)) for _ in range(count)) or draw(st.sampled_from(["", "甲", " "]))
    return f"<{name}{attributes}>{inner}</{name}>"


@settings(max_examples=200, deadline=None)
@given(st.lists(trees(), max_size=4))
def test_any_markup_is_read(markup: list[str]) -> None:
    numbering = lists(levels(("decimal", "%1."), ("decimal", "%1.%2")))
    styles = '<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    found = read(docx(p("甲") + "".join(markup), numbering=numbering, styles=styles), "a.docx")
    for block in found.grids:
        assert {len(line) for line in block.rows} == {block.width}
        for at, line in enumerate(block.rows):
            for column, place in enumerate(line):
                assert place is None or (
                    place.row <= at < place.row + place.row_span
                    and place.column <= column < place.column + place.column_span
                )
