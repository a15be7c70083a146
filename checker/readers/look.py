"""The main part of a Word file parsed without what only says how its words look.

Word gives fonts, sizes, languages, margins and borders for every run and cell, mostly the same few over and over; no
reader here asks for them, and parsing them takes two thirds of the time that a file takes. So they are left out before
libxml2 sees them: the properties of runs, cells and paragraphs keep only what is not known to be mere look. Wherever
the shortened part is not plainly well-formed, the whole part is parsed, so that a damaged file is told as ever.
"""

from __future__ import annotations

from lxml import etree

from checker.expressions import compiled
from checker.readers import xml_part

_WORTH = 50_000
"""Bytes of a part below which little would be gained."""
_DISTINCT = 2_000
"""More different properties than this are no one's handiwork, and looking at each would cost time."""
_PROPERTIES = (b"rPr", b"tcPr", b"pPr")
"""Innermost first: those of a paragraph hold those of its mark."""
_LOOK = (
    "rFonts|b|bCs|i|iCs|caps|smallCaps|strike|dstrike|outline|shadow|emboss|imprint|noProof|snapToGrid|color|spacing|w|"
    "kern|position|sz|szCs|highlight|u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|"
    "vAlign|noWrap|textDirection|hideMark|tcFitText|"
    "jc|ind|textAlignment|widowControl|adjustRightInd|kinsoku|wordWrap|overflowPunct|topLinePunct|autoSpaceDE|"
    "autoSpaceDN|keepNext|keepLines|pageBreakBefore|contextualSpacing|suppressLineNumbers|suppressAutoHyphens|"
    "mirrorIndents|bidi"
)
_LOOK_AROUND = "tcMar|tcBorders|pBdr"
_ATTRIBUTES = r'(?: w:[A-Za-z]+="[^"<>&]*")*'
_EMPTY = rf"<w:[A-Za-z]+{_ATTRIBUTES}/>"
_AROUND = rf"<w:({_LOOK_AROUND})>(?:{_EMPTY})*</w:\1>"
_PLAIN = rf"(?:{_EMPTY}|{_AROUND}|<w:rPr>(?:{_EMPTY})*</w:rPr>)*"
"""Properties made of nothing but elements without text, written as Word writes them."""
_SHED = rf"<w:(?:{_LOOK}){_ATTRIBUTES}/>|<w:rPr></w:rPr>|{_AROUND}"


def parse(data: bytes, part: str) -> tuple[etree._Element, str]:
    """As xml_part.parse, but elements that only tell of the look may be missing from the tree."""
    bare = without_look(data)
    if bare is not data:
        root = xml_part.sound(bare) if not xml_part.too_much(data) else None
        if root is not None:
            return root, ""
    return xml_part.parse(data, part)


def without_look(data: bytes) -> bytes:
    """A part without look; `data` itself where that would not pay, or where it can't be told from text."""
    if len(data) < _WORTH or not _in_utf8(data):
        return data
    shed: set[bytes] = set()
    bare = data
    for name in _PROPERTIES:
        bare = _shed(bare, name, shed)
    if not shed or b"<![CDATA[" in bare:  # what stands there is text, whatever it looks like
        return data
    try:  # what was taken out must have been in order, or its faults would go untold
        etree.fromstring(b'<w:all xmlns:w="w">' + b"".join(shed) + b"</w:all>")
    except etree.XMLSyntaxError:
        return data
    return bare


def _in_utf8(data: bytes) -> bool:
    head, declared, _ = data[:200].partition(b"?>")
    return not declared or b"encoding" not in head or b'"utf-8"' in head.lower() or b"'utf-8'" in head.lower()


def _shed(data: bytes, name: bytes, shed: set[bytes]) -> bytes:
    """`data` with the properties `name` shortened; contents that were shortened are added to `shed`."""
    opening, closing = b"<w:" + name + b">", b"</w:" + name + b">"
    plain, look = compiled(_PLAIN), compiled(_SHED)
    first, *pieces = data.split(opening)
    kept: dict[bytes, bytes] = {}
    parts = [first]
    for piece in pieces:
        content, closed, rest = piece.partition(closing)
        short = kept.get(content)
        if short is None:
            short = content
            text = content.decode("latin-1") if closed and len(kept) < _DISTINCT else "?"
            if plain.fullmatch(text):
                short = look.sub("", text).encode("latin-1")
                shed.add(content)
            kept[content] = short
        parts += (opening, short, closed, rest)
    return b"".join(parts)
