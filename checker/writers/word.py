"""A printed report as a Word file (ISO/IEC 29500, transitional), set as official documents are (GB/T 9704)."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from checker.printed import PrintedReport
from checker.printed_grid import draw
from checker.writers.word_parts import CONTENT_TYPES, DOCUMENT_RELATIONS, FONTS, NAMESPACE, RELATIONS, SETTINGS, STYLES
from checker.writers.word_table import table_xml

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same report makes the same file
# A4 with the margins of GB/T 9704: 37 mm above, 35 mm below, 28 mm left, 26 mm right.
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>'
    '<w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
)
TEXT_WIDTH = 11906 - 1588 - 1474


def write_word(report: PrintedReport) -> bytes:
    """The bytes of a .docx that says what the report says; tables stand after the paragraphs of their section."""
    body: list[str] = []
    if report.title is not None:
        body.append(paragraph(report.title.text, "Title"))
    body += [paragraph(passage.text, "BodyText") for passage in report.preface]
    for section in report.sections:
        body.append(paragraph(section.title, "Heading1"))
        body += [paragraph(passage.text, "BodyText") for passage in section.passages]
        for table in section.tables:
            grid = draw(table, after=0)
            if grid.rows:
                body += [table_xml(grid, TEXT_WIDTH), paragraph("", "TableEnd")]
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(body)}{_PAGE}</w:body></w:document>'
    )
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/styles.xml": STYLES,
        "word/fontTable.xml": FONTS,
        "word/settings.xml": SETTINGS,
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content.encode())
    return out.getvalue()


def paragraph(text: str, style: str) -> str:
    """A w:p of one run; a line break in the text is one in the paragraph."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    run = f"<w:r>{lines}</w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'
