"""A report as Word itself would have saved it after years of editing: as much XML round the same words.

Every paragraph has its ids of revisions, every run its fonts, sizes and language, and text stands in runs of a few
characters, as it does after corrections; cells have widths and margins. What a reader of the page sees is the same.
"""

from __future__ import annotations

import io
import zipfile

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_RUN = 6  # characters of a run: about what corrected text has
_LOOK = (
    f'<w:rPr xmlns:w="{_W}"><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="宋体" w:cs="宋体" '
    'w:hint="eastAsia"/><w:color w:val="000000" w:themeColor="text1"/><w:kern w:val="0"/><w:sz w:val="32"/>'
    '<w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/></w:rPr>'
)
_CELL = (
    f'<w:tcPr xmlns:w="{_W}"><w:tcMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/></w:tcPr>'
)


def wordy(content: bytes) -> bytes:
    """The same .docx with the XML of Word's own hand."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for item in given.infolist():
            data = given.read(item)
            made.writestr(item.filename, _document(data) if item.filename == "word/document.xml" else data)
    return out.getvalue()


def _document(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for number, paragraph in enumerate(root.iter(f"{{{_W}}}p")):
        for name in ("rsidR", "rsidRPr", "rsidRDefault", "rsidP"):
            paragraph.set(f"{{{_W}}}{name}", f"00{number * 2654435761 % 2**24:06X}")
        paragraph.set(f"{{{_W14}}}paraId", f"{number * 40503 % 2**31:08X}")
    for cell in list(root.iter(f"{{{_W}}}tc")):
        looks = cell.find(f"{{{_W}}}tcPr")
        if looks is not None:
            looks.extend(etree.fromstring(_CELL))
    for run in list(root.iter(f"{{{_W}}}r")):
        _split(run)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _split(run: etree._Element) -> None:
    texts = [child for child in run if child.tag != f"{{{_W}}}rPr"]
    if len(texts) != 1 or texts[0].tag != f"{{{_W}}}t" or not texts[0].text:
        return
    words, parent = texts[0].text, run.getparent()
    if parent is None:
        return
    at = parent.index(run)
    parent.remove(run)
    for step, start in enumerate(range(0, len(words), _RUN)):
        piece = etree.Element(f"{{{_W}}}r")
        piece.append(etree.fromstring(_LOOK))
        text = etree.SubElement(piece, f"{{{_W}}}t")
        text.text = words[start : start + _RUN]
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        parent.insert(at + step, piece)
