"""A text pasted as one paragraph with line breaks: its lines are paragraphs, in a Word file as on a page."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest

from checker.document import Document, Place
from checker.pack import load_pack
from checker.readers import read
from checker.readers.line_breaks import holds_headings, paragraphs_of
from tests.annotating.copies import annotated, parts, read_all, shown_ranges
from tests.readers.docx_xml import docx, run

LINES = [
    "云岭县教育局2023年政府信息公开工作年度报告",
    "本报告依据《中华人民共和国政府信息公开条例》编制。",
    "一、总体情况",
    "2023年，我局主动公开信息20条。",
    "二、主动公开政府信息情况",
]
BREAK = "<w:r><w:br/></w:r>"


def pasted(lines: list[str]) -> bytes:
    return docx("<w:p>" + BREAK.join(map(run, lines)) + "</w:p>")


def numbered(document: Document) -> list[tuple[int, str]]:
    return [(p.n, p.text) for p in document.paragraphs]


def read_as(data: bytes, name: str) -> Document:
    document = read(data, name)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("lines", [LINES, LINES[1:4], [*LINES[:4], "", *LINES[4:]]])
def test_numbers_are_those_of_the_same_page(lines: list[str]) -> None:
    page = "<html><body><p>" + "<br>".join(map(escape, lines)) + "</p></body></html>"
    shown = numbered(read_as(pasted(lines), "a.docx"))
    assert shown == [(n, line) for n, line in enumerate(filter(None, lines), 1)]
    assert shown == numbered(read_as(page.encode(), "a.html"))


@pytest.mark.parametrize(
    "lines",
    [
        ["某某局", "2023年政府信息公开工作年度报告"],
        ["目录", "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"],
        ["地址：人民路1号。", "电话：0557-3022345。"],
    ],
)
def test_other_breaks_stay_in_their_paragraph(lines: list[str]) -> None:
    assert numbered(read_as(pasted(lines), "a.docx")) == [(1, "\n".join(lines))]
    assert not holds_headings(lines)


def test_lines_of_few_words_are_one_paragraph_up_to_the_end_of_a_sentence() -> None:
    assert paragraphs_of(["甲", "乙。", "丙"], apart=False) == ["甲\n乙。", "丙"]
    assert paragraphs_of(["甲", "乙", "丙"], apart=True) == ["甲", "乙", "丙"]


def test_its_parts_are_found_and_can_be_commented_on() -> None:
    pack, data = load_pack(), pasted(LINES)
    report = read_all(data, pack).report
    assert report.title.text == LINES[0]
    assert [(h.heading, h.paragraph) for h in report.outline] == [("总体情况", 3), ("主动公开政府信息情况", 5)]
    assert [(p.n, p.text) for p in report.sections["overview"].paragraphs] == [(4, LINES[3])]
    copy = annotated(data, [Place(section="overview", paragraph=4, quote="主动公开信息20条")], pack)
    assert shown_ranges(parts(copy)["word/document.xml"]) == {"0": "主动公开信息20条"}
