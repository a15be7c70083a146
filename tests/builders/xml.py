"""Paragraphs, runs and content controls as WordprocessingML text."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.builders.shapes import Shape


@dataclass(slots=True)
class Needs:
    """What the parts beside document.xml must hold, gathered while the body is written."""

    numbering: bool = False
    styles: bool = False
    footnotes: bool = False
    comments: list[str] = field(default_factory=list)
    links: list[tuple[str, str, bool]] = field(default_factory=list)  # id, target, external
    counter: int = 0

    def next(self) -> int:
        """A number that no other part of the file has."""
        self.counter += 1
        return self.counter


def text_runs(text: str, shape: Shape, *, bold: bool = False, properties: str = "") -> str:
    """The text as runs; a line break is "\\n"."""
    look = ("<w:b/>" if bold else "") + properties
    if shape.maker == "wps":
        look = (
            '<w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋"/>'
            + look
            + '<w:sz w:val="32"/>'
        )
    elif shape.maker == "libreoffice":
        look = look + '<w:sz w:val="32"/><w:szCs w:val="32"/>'
    pieces = [text]
    if shape.runs in ("split", "proof") and len(text) > 1:
        pieces = [text[i : i + (3 if i % 2 else 1)] for i in _cuts(text)]
    elif shape.runs == "smart" and len(text) > 4:
        half = len(text) // 2
        pieces = [text[:half], text[half:]]
    runs = [_run(piece, look, shape) for piece in pieces if piece]
    if shape.runs == "proof":
        return '<w:proofErr w:type="spellStart"/>'.join(runs)
    if shape.runs == "smart" and len(runs) == 2:
        return f'{runs[0]}<w:smartTag w:uri="urn:x" w:element="place">{runs[1]}</w:smartTag>'
    return "".join(runs)


def _cuts(text: str) -> list[int]:
    at, found = 0, []
    while at < len(text):
        found.append(at)
        at += 3 if at % 2 else 1
    return found


def _run(piece: str, look: str, shape: Shape) -> str:
    inside = []
    for i, line in enumerate(piece.split("\n")):
        if i:
            inside.append("<w:br/>" if shape.maker != "libreoffice" else "<w:br></w:br>")
        for j, part in enumerate(line.split("\t")):
            if j:
                inside.append("<w:tab/>")
            if part:
                inside.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>')
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{properties}{''.join(inside)}</w:r>"


def paragraph(
    text: str, shape: Shape, *, properties: str = "", bold: bool = False, inside: str | None = None, tail: str = ""
) -> str:
    """A paragraph. inside: runs to use instead of the text's own; tail: XML after the runs."""
    if shape.maker == "libreoffice":
        properties += '<w:bidi w:val="0"/><w:rPr></w:rPr>'
    elif shape.maker == "wps":
        properties += '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    runs = text_runs(text, shape, bold=bold) if inside is None else inside
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    ids = ' w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3"' if shape.maker == "word" and not shape.strict else ""
    return f"<w:p{ids}>{ppr}{runs}{tail}</w:p>"


def control(content: str, needs: Needs, tag: str = "part") -> str:
    """A content control around blocks, rows, cells or runs."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:id w:val="{1000 + needs.next()}"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def textbox(content: str, *, vml: bool) -> str:
    """A run that holds a text box with the blocks, by DrawingML with its VML fallback, or by VML alone."""
    old = (
        '<w:pict><v:shape id="box" type="#_x0000_t202" style="width:400pt;height:80pt">'
        f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    if vml:
        return f"<w:r>{old}</w:r>"
    new = (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5000000" cy="900000"/>'
        '<wp:docPr id="7" name="Text Box 7"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f"<wps:spPr/><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
