"""Parsing without what only says how words look: the same document, and damage told as ever."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from checker.errors import InputError
from checker.readers import look, xml_part
from checker.readers.archive import Archive
from checker.readers.docx import read_docx, read_with_markup
from checker.readers.package import Package
from tests.bench.wordy import wordy
from tests.readers.docx_xml import p

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONT = '<w:rFonts w:ascii="宋体"/>'
_LONG = "".join(f"<w:p><w:r><w:rPr>{_FONT}</w:rPr><w:t>第{n}段</w:t></w:r></w:p>" for n in range(1000))


def _part(inner: str, head: str = "") -> bytes:
    return f'{head}<w:document xmlns:w="{_W}"><w:body>{_LONG}{inner}</w:body></w:document>'.encode()


def _run(properties: str, words: str = "字") -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


def _package(content: bytes) -> Package:
    return Package(Archive(BytesIO(content)))


@pytest.mark.parametrize("name", sorted(path.name for path in Path("docs/examples").glob("*.docx")))
def test_a_report_reads_the_same_with_and_without_look(name: str) -> None:
    """Documents are equal down to their facts."""
    content = wordy(Path("docs/examples", name).read_bytes())
    assert read_docx(_package(content)) == read_with_markup(_package(content)).document


def test_look_goes_and_all_else_stays() -> None:
    """Of properties, those that readers ask for stay in their places."""
    mark = f"<w:rPr>{_FONT}</w:rPr>"
    cell = (
        '<w:tcW w:w="900" w:type="dxa"/><w:tcMar><w:left w:w="57"/></w:tcMar><w:gridSpan w:val="2"/><w:shd w:val="x"/>'
    )
    inner = (
        _run(f'<w:rStyle w:val="a"/>{_FONT}<w:vanish/>')
        + f'<w:p><w:pPr><w:pStyle w:val="b"/><w:jc w:val="center"/>{mark}</w:pPr></w:p>'
        + f"<w:tbl><w:tr><w:tc><w:tcPr>{cell}</w:tcPr></w:tc></w:tr></w:tbl>"
    )
    expected = (
        _run('<w:rStyle w:val="a"/><w:vanish/>')
        + '<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr></w:p>'
        + '<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'
        + "</w:tc></w:tr></w:tbl>"
    )
    bare = look.without_look(_part(inner)).decode()
    assert "宋体" not in bare
    assert bare.endswith(expected + "</w:body></w:document>")


@pytest.mark.parametrize(
    "part",
    [
        _part("<w:p><w:r><w:t><![CDATA[<w:rPr><w:b/></w:rPr>]]></w:t></w:r></w:p>"),
        _part(_run('<w:b w:val="1" w:val="0"/>')),
        _part("", '<?xml version="1.0" encoding="gb18030"?>'),
        _part("").replace("宋体".encode(), b"\xff"),
        f'<w:document xmlns:w="{_W}"><w:body>{p("字")}</w:body></w:document>'.encode(),
    ],
    ids=["text that looks like markup", "an attribute twice", "another encoding", "bytes of no character", "short"],
)
def test_a_part_stays_whole_where_look_is_not_plain(part: bytes) -> None:
    """Nothing is taken out whose absence could change or hide anything."""
    assert look.without_look(part) is part


@pytest.mark.parametrize(
    "properties",
    [
        '<w:b w14:val="1"/>',
        "<w:b>字</w:b>",
        "<w:b/>字",
        "<w:b/><!-- <w:i/> -->",
        '<w:rFonts w:ascii="&amp;"/>',
        "<w:rFonts w:ascii='宋体'/>",
        '<w:rPrChange w:id="1"><w:i/></w:rPrChange>',
    ],
)
def test_properties_of_another_make_stay(properties: str) -> None:
    """Only elements that are written as Word writes them are known to be mere look."""
    assert properties in look.without_look(_part(_run(properties))).decode()


@pytest.mark.parametrize("inner", ["<w:p><w:r>", _run("<x:b/>"), "<w:p>&nbsp;</w:p>", _run("<w:b/>", "\x01")])
def test_damage_is_told_as_ever(inner: str) -> None:
    """A part that is not well-formed gets the caution, or the refusal, that it gets whole."""
    part = _part(inner)

    def told(parse: Callable[[bytes, str], tuple[etree._Element, str]]) -> str:
        try:
            root, caution = parse(part, "x")
        except InputError as error:
            return str(error)
        return caution + etree.tostring(root, method="text", encoding="unicode")

    assert told(look.parse) == told(xml_part.parse)


def test_the_limit_counts_all_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part with too much markup is refused, even where most of it is look."""
    monkeypatch.setattr("checker.readers.limits.MARKUP", 5000)
    with pytest.raises(InputError):
        look.parse(_part(""), "x")
