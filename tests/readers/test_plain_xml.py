"""XML as word processors write it gives the tree that lxml gives; all else is left to lxml."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from checker.readers import lxml_part, xml_part
from checker.readers.element import Element
from checker.readers.plain_element import PlainElement
from checker.readers.plain_xml import plain_xml
from checker.readers.tags import ALTERNATES, CHOICE, INSERTED, PARAGRAPH, RUN, TEXT, W
from tests.bench.wordy import wordy

_ROOT = Path(__file__).resolve().parents[2]
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_DATES = frozenset({"rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidTr", "paraId", "textId"})


def same(plain: PlainElement, given: etree._Element) -> None:
    """Fails where the trees differ in more than the numbers that say when something was written."""
    found = {name: value for name, value in plain.attributes.items() if name.rpartition("}")[2] not in _DATES}
    wanted = {name: value for name, value in given.attrib.items() if str(name).rpartition("}")[2] not in _DATES}
    assert (plain.tag, plain.text, found) == (given.tag, given.text, wanted)
    assert len(plain) == len(given)
    for child, other in zip(plain, given, strict=True):
        same(child, other)


def document(body: str, more: str = "") -> bytes:
    """A main part."""
    start = f'<?xml version="1.0" encoding="UTF-8"?>\r\n<w:document {_W}{more}>'
    return f"{start}<w:body>{body}</w:body></w:document>".encode()


@pytest.mark.parametrize("path", sorted((_ROOT / "docs/examples").glob("*.docx")), ids=lambda path: path.name)
def test_whole_documents(path: Path) -> None:
    for content in (path.read_bytes(), wordy(path.read_bytes())):
        package = zipfile.ZipFile(io.BytesIO(content))
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                data = xml_part.plain(package.read(name))
                found = plain_xml(data)
                assert found is not None, name
                same(found, lxml_part.parse(data, name)[0])


@pytest.mark.parametrize(
    "body",
    [
        "<w:p/>",
        "<w:p><w:r><w:t/><w:t></w:t><w:t> </w:t></w:r></w:p>",
        "<w:p><w:r><w:t>a &lt;b&gt; &amp;lt; &quot;&apos;</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>1\n\t\u3000</w:t></w:r></w:p>",
        "\n <w:p>\n<w:r>\n<w:t>甲</w:t>\n</w:r> between </w:p>",
        '<w:p w:rsidR="00AB12CD"><w:pPr><w:pStyle w:val="a &amp; b"/></w:pPr></w:p>',
        '<w:p><w:r><w:t xml:space="preserve"> 乙 </w:t></w:r></w:p>',
        '<w:p><w:drawing><a:b xmlns:a="http://a.example/1" a:c="1"><a:d/></a:b></w:drawing></w:p>',
        '<w:p><w:r><w:instrText>PAGE = ""</w:instrText></w:r></w:p>',
    ],
)
def test_the_same_tree(body: str) -> None:
    data = document(body)
    found = plain_xml(data)
    assert found is not None
    same(found, lxml_part.parse(data, "document.xml")[0])


@pytest.mark.parametrize(
    "data",
    [
        document("<w:p><w:r><w:t>a</w:r></w:t></w:p>"),
        document("<w:p><w:r><w:t>a</w:t></w:p></w:r>"),
        document("<w:p>"),
        document("</w:p>"),
        document("") + b"<w:p/>",
        document("") + b"x",
        b"x" + document(""),
        document("<!-- a --><w:p/>"),
        document("<w:p><?a b?></w:p>"),
        document("<w:p><w:r><w:t><![CDATA[a]]></w:t></w:r></w:p>"),
        document("<w:p><w:r><w:t>a ]]> b</w:t></w:r></w:p>"),
        document("<w:p><w:r><w:t>&nbsp;&#160;</w:t></w:r></w:p>"),
        document("<w:p><w:r><w:t>a & b</w:t></w:r></w:p>"),
        document("<w:p><w:r><w:t>1 > 0</w:t></w:r></w:p>"),
        document("<w:p><w:r><w:t>a</w:t ></w:r></w:p>"),
        document("<w:p><w:r><w:t>\x01</w:t></w:r></w:p>"),
        document("<w:p><w:r><w:t>\ufffe</w:t></w:r></w:p>"),
        document("<w:p>").replace(b"<w:p>", b"<w:p>\xff</w:p>"),
        document('<w:p w:a="1" w:a="2"/>'),
        document('<w:p w:a="1"w:b="2"/>'),
        document("<w:p w:a='1'/>"),
        document('<w:p w:a="1\n2"/>'),
        document('<w:p w:a="1>2"/>'),
        document('<w:p x:a="1"/>'),
        document("<x:p/>"),
        document('<w:p xml:id="a"/>'),
        document('<w:p><x:a xmlns:x="http://a.example/1"><w:r><w:t>a</w:t></w:r></x:a></w:p>'),
        document("<w:p/>", ' xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'),
        document("<w:p/>", ' xmlns:x="not a space"'),
        document("<w:p><x:t>a</w:t></w:p>").replace(b"xmlns:w=", b'xmlns:w="urn:a" xmlns:x='),
        document("<w:p>" * 210 + "</w:p>" * 210),
        document("<w:p><w:r><w:t>a</w:t></w:r>" * 210 + "</w:p>" * 210),
        document('<w:p w:rsidR="00000001" w:rsidR="00000002"/>'),
        document("").replace(b"UTF-8", b"GB18030"),
        document("").replace(b"1.0", b"1.1"),
        document("").replace(b"<w:body>", b"<w:body>\r\n"),
        b"<!DOCTYPE a>" + document(""),
        b"",
        b"<",
        b"<a",
        b"plain words",
    ],
)
def test_what_is_left_to_lxml(data: bytes) -> None:
    assert plain_xml(data) is None


def test_what_stands_around_an_element() -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>甲</w:t></w:r></w:ins><w:r><w:t>乙</w:t></w:r></w:p>"
        '<w:p><mc:AlternateContent><mc:Choice Requires="w14"><w:r/></mc:Choice></mc:AlternateContent></w:p>'
    )
    data = document(body, f" {_MC} {_W14}")
    root = plain_xml(data)
    assert root is not None
    given = lxml_part.parse(data, "document.xml")[0]
    trees: tuple[Element, ...] = (root, given)
    for tree in trees:
        inserted = next(tree.iter(INSERTED))
        paragraph = inserted.getparent()
        assert paragraph is not None and paragraph.tag == PARAGRAPH
        run = inserted.getnext()
        assert run is not None and run.tag == RUN and run.getprevious() is inserted and inserted.getprevious() is None
        assert [one.tag for one in paragraph.itersiblings()] == [PARAGRAPH]
        assert next(tree.iter(CHOICE)).nsmap == given.nsmap
        assert [text.text for text in tree.iterfind(f".//{RUN}/{TEXT}")] == ["甲", "乙"]
        assert tree.find(f"{W}body/{PARAGRAPH}/{ALTERNATES}") is not None
        assert tree.find(f"{W}none") is None
