# ruff: noqa: E501 (XML is kept whole)
"""The parts of the Word file, and what Extra puts beside the text. Files are the same for the same input."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from tests.builders.shapes import Shape
from tests.builders.spec import Extra
from tests.builders.xml import Needs

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_STRICT_A = "http://purl.oclc.org/ooxml/drawingml/main"
_TYPES = {
    "styles": "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
    "numbering": "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
    "settings": "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml",
    "footnotes": "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
    "comments": "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
    "header1": "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
    "footer1": "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
}
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def names(shape: Shape) -> str:
    """The namespace declarations of the root elements."""
    w, r, a = (_STRICT_W, _STRICT_R, _STRICT_A) if shape.strict else (_W, _R, _A)
    return (
        f'xmlns:w="{w}" xmlns:r="{r}" xmlns:a="{a}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14"'
    )


def _styles() -> str:
    def style(key: str, name: str, inside: str) -> str:
        return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{inside}</w:style>'

    return "".join(
        (
            '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
            style("1", "heading 1", '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
            style(
                "N1", "numbered heading", '<w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
            ),
            style("a3", "Title", '<w:basedOn w:val="a"/>'),
            style("TOC1", "toc 1", '<w:basedOn w:val="a"/>'),
            style("Ghost", "ghost", '<w:basedOn w:val="a"/><w:rPr><w:vanish/></w:rPr>'),
            '<w:style w:type="character" w:styleId="GhostChar"><w:name w:val="ghost char"/>'
            "<w:rPr><w:vanish/></w:rPr></w:style>",
            '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style>',
        )
    )


def _numbering() -> str:
    def level(i: int, form: str, text: str, extra: str = "") -> str:
        return (
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
        )

    return (
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
        + level(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>')
        + level(1, "chineseCounting", "（%2）", '<w:suff w:val="nothing"/>')
        + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>'
        + level(0, "chineseCountingThousand", "%1", '<w:suff w:val="space"/>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )


def package(body: str, shape: Shape, needs: Needs, extras: tuple[Extra, ...], metadata: Mapping[str, str]) -> bytes:
    """The bytes of the .docx file around the content of w:body."""
    root = names(shape)
    parts: dict[str, bytes] = {}
    overrides: list[tuple[str, str]] = []
    relations: list[tuple[str, str, str, bool]] = []

    def part(name: str, element: str, content: str) -> None:
        parts[f"word/{name}.xml"] = f"{_HEAD}<w:{element} {root}>{content}</w:{element}>".encode()
        overrides.append((f"/word/{name}.xml", _TYPES[name]))
        kind = {"header1": "header", "footer1": "footer"}.get(name, name)
        relations.append((f"rId{name}", kind, f"{name}.xml", False))

    part("styles", "styles", _styles())
    if needs.numbering:
        part("numbering", "numbering", _numbering())
    kinds = {e.kind for e in extras}
    template = '<w:attachedTemplate r:id="rIdT"/>' if "link_template" in kinds else ""
    part("settings", "settings", template + '<w:defaultTabStop w:val="420"/>')
    if needs.footnotes:
        part(
            "footnotes",
            "footnotes",
            '<w:footnote w:id="2"><w:p><w:r><w:t>数据截至当年年末。</w:t></w:r></w:p></w:footnote>',
        )
    if needs.comments:
        part("comments", "comments", "".join(needs.comments))
    if shape.margins:
        number = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        end = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        part("header1", "hdr", "<w:p><w:r><w:t>公开方式：主动公开  服务热线：12345</w:t></w:r></w:p>")
        part("footer1", "ftr", f"<w:p><w:r><w:t>— </w:t></w:r>{number}{end}<w:r><w:t> —</w:t></w:r></w:p>")
    for key, target, external in needs.links:
        relations.append((key, "hyperlink", target, external))
    parts.update(_beside(kinds, relations, overrides))
    parts["word/document.xml"] = f"{_HEAD}<w:document {root}><w:body>{body}</w:body></w:document>".encode()
    overrides.append(("/word/document.xml", _MACRO if "macro" in kinds else _MAIN))
    parts["word/_rels/document.xml.rels"] = _relations(relations, shape)
    if "link_template" in kinds:
        parts["word/_rels/settings.xml.rels"] = _relations(
            [("rIdT", "attachedTemplate", "file:///D:/模板/年报.dotx", True)], shape
        )
    return _zip(parts, overrides, metadata, shape)


def _beside(
    kinds: set[str], relations: list[tuple[str, str, str, bool]], overrides: list[tuple[str, str]]
) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    if "macro" in kinds:
        found["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 not a real project"
        relations.append(
            ("rIdVba", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", False)
        )
        overrides.append(("/word/vbaProject.bin", "application/vnd.ms-office.vbaProject"))
    if "ole" in kinds:
        found["word/embeddings/oleObject1.bin"] = b"\xd0\xcf\x11\xe0 object"
        relations.append(("rIdOle", "oleObject", "embeddings/oleObject1.bin", False))
    if "embedded" in kinds:
        found["word/embeddings/Microsoft_Excel_Sheet1.xlsx"] = b"PK\x03\x04 sheet"
        relations.append(("rIdOle", "package", "embeddings/Microsoft_Excel_Sheet1.xlsx", False))
    if "activex" in kinds:
        found["word/activeX/activeX1.xml"] = b'<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX"/>'
        relations.append(("rIdAx", "control", "activeX/activeX1.xml", False))
        overrides.append(("/word/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml"))
    if "link_picture" in kinds:
        relations.append(("rIdPic", "image", "http://intranet.example/banner.png", True))
    if "link_ole" in kinds:
        relations.append(("rIdLink", "oleObject", "file:///C:/年报/统计表.xlsx", True))
    return found


def _relations(rows: list[tuple[str, str, str, bool]], shape: Shape) -> bytes:
    base = _STRICT_R if shape.strict else _R
    items = "".join(
        f'<Relationship Id="{key}" Type="{kind if "://" in kind else f"{base}/{kind}"}" Target={quoteattr(target)}'
        + (' TargetMode="External"/>' if external else "/>")
        for key, kind, target, external in rows
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{items}</Relationships>'.encode()


def _zip(parts: dict[str, bytes], overrides: list[tuple[str, str]], metadata: Mapping[str, str], shape: Shape) -> bytes:
    types = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
    types += (
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
    )
    core = "".join(
        f"<{tag}>{escape(metadata[key])}</{tag}>"
        for key, tag in (("author", "dc:creator"), ("last_editor", "cp:lastModifiedBy"))
        if metadata.get(key)
    )
    app = "".join(
        f"<{tag}>{escape(metadata[key])}</{tag}>"
        for key, tag in (("manager", "Manager"), ("company", "Company"))
        if metadata.get(key)
    )
    files = {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/x"/>'
            f'<Default Extension="xlsx" ContentType="application/x"/>{types}</Types>'
        ).encode(),
        "_rels/.rels": _relations(
            [
                ("rId1", "officeDocument", "word/document.xml", False),
                (
                    "rId2",
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml",
                    False,
                ),
                ("rId3", "extended-properties", "docProps/app.xml", False),
            ],
            shape,
        ),
        **parts,
        "docProps/core.xml": (
            f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</cp:coreProperties>'
        ).encode(),
        "docProps/app.xml": (
            f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">{app}</Properties>'
        ).encode(),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
