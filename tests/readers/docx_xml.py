"""Small Word files from raw XML, for tests that need a shape which no library writes.

data = docx(p("一、总体情况") + table(row(cell("甲", span=2)), row(cell("1"), cell("2"))))
document = read(data, "a.docx")
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:future="http://example.org/not/known"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(instruction: str, result: str, *, separate: bool = True) -> str:
    """A complex field."""
    parts = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    parts += f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    if separate:
        parts += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + result
    return parts + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def p(text: str = "", properties: str = "", inner: str = "") -> str:
    """A paragraph of one run (none if `text` is empty), then `inner`."""
    head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{head}{run(text) if text else ''}{inner}</w:p>"


def styled(text: str, style: str, properties: str = "") -> str:
    """A paragraph with a style."""
    return p(text, f'<w:pStyle w:val="{style}"/>{properties}')


def listed(text: str, number: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(
    text: str = "", *, span: int = 1, down: str = "", width: int = 0, inner: str = "", properties: str = ""
) -> str:
    """A cell; `down` is "restart" or "continue"; `inner` stands in place of its one paragraph."""
    parts = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else ""
    parts += f'<w:gridSpan w:val="{span}"/>' if span != 1 else ""
    parts += {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[down]
    return f"<w:tc><w:tcPr>{parts}{properties}</w:tcPr>{inner or p(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row; a cell given as words becomes a cell."""
    head = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{head}{''.join(c if c.startswith('<') else cell(c) for c in cells)}</w:tr>"


def table(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """A table."""
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def document(body: str) -> str:
    """The main part."""
    return part("document", f"<w:body>{body}<w:sectPr/></w:body>")


def part(root: str, inner: str) -> str:
    """Another part of the w: namespace, such as styles or numbering."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{inner}</w:{root}>'


def relationships(*entries: tuple[str, str], external: tuple[tuple[str, str], ...] = ()) -> str:
    """A .rels part of (kind, target) pairs."""
    written = [(kind, target, "") for kind, target in entries]
    written += [(kind, target, ' TargetMode="External"') for kind, target in external]
    lines = [(kind if ":" in kind else f"{OFFICE}/{kind}", target, mode) for kind, target, mode in written]
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="rId{i}" Type="{kind}" Target="{escape(target)}"{mode}/>'
            for i, (kind, target, mode) in enumerate(lines, 1)
        )
        + "</Relationships>"
    )


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    comments: str = "",
    external: tuple[tuple[str, str], ...] = (),
    more: Mapping[str, str | bytes] | None = None,
    related: tuple[tuple[str, str], ...] = (),
) -> bytes:
    """A Word file of `body` and the contents of other parts.

    `related`, `external`: relationships of the main part. `more`: further parts by name.
    """
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/document.xml": document(body),
    }
    entries = list(related)
    for name, inner in (("styles", styles), ("numbering", numbering), ("footnotes", footnotes), ("comments", comments)):
        if inner:
            parts[f"word/{name}.xml"] = part(name, inner)
            entries.append((name, f"{name}.xml"))
    parts["word/_rels/document.xml.rels"] = relationships(*entries, external=external)
    return package(parts | dict(more or {}))


def levels(*written: tuple[str, str], extra: str = "") -> str:
    """Levels of a list, each (number format, text)."""
    return "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{extra}</w:lvl>'
        for i, (form, text) in enumerate(written)
    )


def lists(*abstracts: str, overrides: Mapping[int, tuple[int, str]] | None = None) -> str:
    """A numbering part: abstract lists 0, 1 …, cited as 1, 2 …; `overrides`: further lists (abstract, overrides)."""
    text = "".join(f'<w:abstractNum w:abstractNumId="{i}">{a}</w:abstractNum>' for i, a in enumerate(abstracts))
    cited = {i + 1: (i, "") for i in range(len(abstracts))} | dict(overrides or {})
    return text + "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{a}"/>{more}</w:num>' for n, (a, more) in cited.items()
    )
