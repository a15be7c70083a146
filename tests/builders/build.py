# ruff: noqa: E501 (XML is kept whole)
"""A Spec in a Shape as a Word file: `build(spec, shape) -> bytes`."""

from __future__ import annotations

import re

from tests.builders.extras import extra_runs
from tests.builders.grids import reshape, table_xml
from tests.builders.package import package
from tests.builders.shapes import PLAIN, Shape
from tests.builders.sheets import sheet
from tests.builders.spec import SectionSpec, Spec
from tests.builders.xml import Needs, control, paragraph, text_runs, textbox

_ALSO = {
    "总体情况": "概述", "主动公开政府信息情况": "政府信息主动公开情况",
    "收到和处理政府信息公开申请情况": "行政机关收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况": "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "存在的主要问题及改进情况": "政府信息公开工作存在的主要问题及改进情况", "其他需要报告的事项": "其他需要报告事项",
}  # fmt: skip
_CAPTION = {"disclosure": "主动公开情况如下表：", "requests": "申请及办理情况如下表：", "disputes": "案件情况如下表："}
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_CENTRE = '<w:jc w:val="center"/>'


def build(spec: Spec, shape: Shape = PLAIN) -> bytes:
    """The bytes of a .docx that says what the spec says, set as the shape has it."""
    needs = Needs()
    title = _title(spec, shape, needs)
    body: list[str] = []
    if shape.cover:
        body += [paragraph("", shape)] * 3
        body += [_centred(piece, shape) for piece in _pieces(spec, shape)]
        body += [paragraph("", shape)] * 2 + [_centred(spec.signature[0] if spec.signature else spec.body.name, shape)]
        body.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
    body += _contents(spec, shape, needs)
    body += title
    body += [_text(p, shape, needs, spec, "preface" if i == 0 else "") for i, p in enumerate(spec.preface)]
    for section in spec.sections:
        body += _section(spec, section, shape, needs)
    if shape.signature:
        body += [paragraph(line, shape, properties='<w:jc w:val="right"/>') for line in spec.signature]
    if shape.empties:
        body = [part for block in body for part in (block, paragraph("", shape))]
    if shape.sdt in ("block", "nested"):
        body = [control("".join(body[:4]), needs), *body[4:]]
    if shape.wrapper == "tables":
        body = [_wrapped(block) if block.startswith("<w:tbl>") else block for block in body]
    margins = (
        '<w:headerReference w:type="default" r:id="rIdheader1"/><w:footerReference w:type="default" r:id="rIdfooter1"/>'
    )
    end = f'<w:sectPr>{margins if shape.margins else ""}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return package("".join(body) + end, shape, needs, spec.extras, spec.metadata)


def _centred(text: str, shape: Shape) -> str:
    return paragraph(text, shape, properties=_CENTRE)


def _wrapped(table: str) -> str:
    """The table inside the one cell of another, as page layouts copied from the web have it."""
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>'
        f"<w:tr><w:tc><w:tcPr/>{table}<w:p/></w:tc></w:tr></w:tbl>"
    )


def _pieces(spec: Spec, shape: Shape) -> list[str]:
    pieces = list(spec.title)
    if shape.title_order == "year_first" and len(pieces) == 3:
        name, year, rest = pieces
        pieces = [year, name, rest]
    if len(pieces) == 3:
        return (
            [pieces[0], pieces[1] + pieces[2]]
            if shape.title_order == "body_first"
            else [pieces[0] + pieces[1], pieces[2]]
        )
    return pieces


def _title(spec: Spec, shape: Shape, needs: Needs) -> list[str]:
    pieces = _pieces(spec, shape)
    look = _CENTRE + ('<w:pStyle w:val="a3"/>' if shape.title_style == "style" else "")
    if not "".join(pieces):
        return []
    if shape.title == "paragraphs":
        return [paragraph(piece, shape, properties=look, bold=True) for piece in pieces]
    if shape.title == "break":
        return [paragraph("\n".join(pieces), shape, properties=look, bold=True)]
    if shape.title in ("textbox", "vml"):
        box = textbox(paragraph("".join(pieces), shape, properties=look), vml=shape.title == "vml")
        return [paragraph("", shape, inside=box)]
    return [paragraph("".join(pieces), shape, properties=look, bold=True)]


def _contents(spec: Spec, shape: Shape, needs: Needs) -> list[str]:
    if shape.toc == "none":
        return []
    lines = [_typed(s, shape) for s in spec.sections]
    head = _centred("目  录", shape)
    if shape.toc in ("typed", "dotted"):
        dots = "…………………………\t" if shape.toc == "dotted" else "\t"
        return [head, *(paragraph(f"{line}{dots}{i + 1}", shape) for i, line in enumerate(lines))]
    style = '<w:pStyle w:val="TOC1"/>'

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    found = []
    for i, line in enumerate(lines):
        runs = (
            text_runs(line, shape) + "<w:r><w:tab/></w:r>" + text_runs(str(i + 1), shape, properties="<w:webHidden/>")
        )
        link = f'<w:hyperlink w:anchor="_Toc{i}" w:history="1">{runs}</w:hyperlink>'
        if i == 0:
            link = f'{mark("begin")}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\u </w:instrText></w:r>{mark("separate")}{link}'
        if i == len(lines) - 1:
            link += mark("end")
        found.append(paragraph("", shape, properties=style, inside=link))
    blocks = [head, *found]
    return [control("".join(blocks), needs, "目录")] if shape.toc == "sdt" else blocks


def _typed(section: SectionSpec, shape: Shape) -> str:
    heading = _ALSO.get(section.heading, section.heading) if shape.also else section.heading
    gap = "  " if shape.numbering == "spaced" else ""
    return f"{section.number}{gap}{heading}"


def _heading(section: SectionSpec, shape: Shape, needs: Needs, index: int) -> str:
    text, properties = _typed(section, shape), ""
    if shape.headings == "style":
        properties = '<w:pStyle w:val="1"/>'
    listed = section.number in ("一、", "二、", "三、", "四、", "五、", "六、")
    bare = text.removeprefix(section.number).strip()
    if listed and shape.numbering == "style":
        needs.numbering = True
        text, properties = bare, '<w:pStyle w:val="N1"/>'
    elif listed and shape.numbering in ("list", "bare_list"):
        needs.numbering = True
        level = "1" if shape.numbering == "list" else "2"
        text = bare
        properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{level}"/></w:numPr>'
        if shape.numbering == "bare_list":
            text = "、" + bare
    if shape.headings == "outline" and shape.numbering != "style":
        properties += '<w:outlineLvl w:val="0"/>'
    inside = None
    if shape.links == "bookmark":
        inside = f'<w:bookmarkStart w:id="{index}" w:name="_GoBack{index}"/>{text_runs(text, shape)}<w:bookmarkEnd w:id="{index}"/>'
    return paragraph(text, shape, properties=properties, bold=True, inside=inside)


def prose(text: str, shape: Shape) -> str:
    """The text with its counts and years set apart by blanks or in full-width digits, as some offices type them."""
    if shape.prose == "spaced":
        return re.sub(r"(?<![\d.\-—～第])(\d+)(?=[年月日件条份宗起个次])", r" \1 ", text)
    if shape.prose == "full_width":
        return re.sub(r"(?<![\d.\-—～第])\d+(?=[件条份宗起])", lambda m: m[0].translate(_WIDE), text)
    return text


def _text(text: str, shape: Shape, needs: Needs, spec: Spec, where: str) -> str:
    tail = ""
    text = prose(text, shape)
    if where:
        tail = "".join(extra_runs(e, shape, needs) for e in spec.extras if e.where == where)
    if where == "overview" and shape.margins:
        needs.footnotes = True
        tail += '<w:r><w:footnoteReference w:id="2"/></w:r>'
    inside = None
    if shape.links == "hyperlink" and where == "preface":
        key = f"rIdL{needs.next()}"
        needs.links.append((key, "https://www.example.gov.cn/", True))
        inside = f'{text_runs(text[:-4], shape)}<w:hyperlink r:id="{key}">{text_runs(text[-4:], shape)}</w:hyperlink>'
    elif shape.links == "field" and where == "preface":
        code = '<w:r><w:instrText xml:space="preserve"> QUOTE "x" </w:instrText></w:r>'
        marks = [f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")]
        inside = text_runs(text[:3], shape) + marks[0] + code + marks[1] + text_runs(text[3:9], shape) + marks[2]
        inside += text_runs(text[9:], shape)
    elif shape.sdt in ("inline", "nested"):
        inside = text_runs(text[:5], shape) + control(text_runs(text[5:9], shape), needs) + text_runs(text[9:], shape)
    return paragraph(text, shape, properties='<w:ind w:firstLine="640"/>', inside=inside, tail=tail)


def _section(spec: Spec, section: SectionSpec, shape: Shape, needs: Needs) -> list[str]:
    found = [_heading(section, shape, needs, spec.sections.index(section))] if section.heading else []
    found += [_text(p, shape, needs, spec, section.key if i == 0 else "") for i, p in enumerate(section.paragraphs)]
    for table in spec.tables:
        if table.key != section.key:
            continue
        if shape.captions == "paragraph":
            found.append(_centred(_CAPTION[table.key], shape))
        elif shape.captions == "unit":
            found.append(paragraph("单位：件", shape, properties='<w:jc w:val="right"/>'))
        printed = sheet(table, order=shape.order, unfolded=shape.disputes == "rows")
        parts = reshape(printed, shape)
        for part in parts:
            found += [table_xml(part, shape, needs), paragraph("", shape)]
    return found + [_text(p, shape, needs, spec, "") for p in section.after]
