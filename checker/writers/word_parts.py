"""The parts of a Word file beside its text: styles by GB/T 9704, fonts with what stands in for them, relations."""

from __future__ import annotations

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "fontTable", "settings")

CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    + "".join(f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{part}+xml"/>' for part in _PARTS)
    + "</Types>"
)
RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
DOCUMENT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{part}" Target="{part}.xml"/>'
        for number, part in enumerate(_PARTS, 1)
    )
    + "</Relationships>"
)
SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{NAMESPACE}"><w:characterSpacingControl w:val="compressPunctuation"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat></w:settings>'
)
_TITLE, _BODY, _HEADING, _TABLE = "方正小标宋简体", "仿宋_GB2312", "黑体", "宋体"
# Where a system lacks a font of official documents, its altName stands in.
_STANDS_IN = {_TITLE: "华文中宋", _BODY: "仿宋", _HEADING: "SimHei", _TABLE: "SimSun"}
FONTS = (
    f'{_HEAD}<w:fonts xmlns:w="{NAMESPACE}">'
    + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name, other in _STANDS_IN.items()
    )
    + "</w:fonts>"
)


def _style(key: str, name: str, font: str, size: int, paragraph: str, *, more: str = "") -> str:
    """A paragraph style. size: in half points."""
    based = '<w:basedOn w:val="Normal"/>'
    look = (
        f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"/>'
        f'{more}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


_LINES = '<w:spacing w:line="560" w:lineRule="exact"/>'  # 28 points
STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
    f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{_BODY}" w:cs="Times New Roman"/>'
    '<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/></w:style>'
    + _style(
        "Title",
        "Title",
        _TITLE,
        44,
        '<w:spacing w:before="240" w:after="480" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>',
    )
    + _style("BodyText", "Body Text", _BODY, 32, f'{_LINES}<w:ind w:firstLineChars="200" w:firstLine="640"/>')
    + _style(
        "Heading1",
        "heading 1",
        _HEADING,
        32,
        f'<w:keepNext/>{_LINES}<w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="0"/>',
    )
    + _style("TableText", "Table Text", _TABLE, 18, '<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>')
    + _style("TableEnd", "Table End", _TABLE, 18, '<w:spacing w:line="240" w:lineRule="exact"/>')
    + "</w:styles>"
)
