"""Names of the markup, as lxml spells them (transitional namespaces; see xml_part.plain)."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

VAL = W + "val"
BODY = W + "body"
PARAGRAPH, PARAGRAPH_PROPERTIES = W + "p", W + "pPr"
RUN, RUN_PROPERTIES, TEXT = W + "r", W + "rPr", W + "t"
TABLE, TABLE_GRID, GRID_COLUMN = W + "tbl", W + "tblGrid", W + "gridCol"
CELL_WIDTH = W + "tcW"
ROW, ROW_PROPERTIES, CELL, CELL_PROPERTIES = W + "tr", W + "trPr", W + "tc", W + "tcPr"
SDT, SDT_PROPERTIES, SDT_CONTENT = W + "sdt", W + "sdtPr", W + "sdtContent"
STYLE, NUMBERING, HIDDEN = W + "pStyle", W + "numPr", W + "vanish"
RUN_STYLE, OUTLINE, FRAME = W + "rStyle", W + "outlineLvl", W + "framePr"
INSERTED, DELETED, MOVED_FROM, MOVED_TO = W + "ins", W + "del", W + "moveFrom", W + "moveTo"
ALTERNATES, CHOICE, FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"
TEXT_BOX = W + "txbxContent"
IMPORTED = W + "altChunk"

TRANSPARENT = frozenset(
    {
        INSERTED,
        MOVED_TO,
        W + "customXml",
        W + "smartTag",
        W + "hyperlink",
        W + "dir",
        W + "bdo",
        SDT_CONTENT,
        W + "fldSimple",
    }
)
"""Elements that only wrap what a reader of the page sees."""

_LARGEST = 2**31
_KNOWN = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/", "urn:schemas-microsoft-com:")


def off(value: str | None) -> bool:
    """Whether an on/off value says off (ISO/IEC 29500-1, 17.17.4); no value at all says on."""
    return value in ("0", "false", "off")


def number(value: str | None, default: int = 0) -> int:
    """An attribute as a whole number; `default` where it is missing or none. Strict files may carry a unit ("12pt")."""
    if value is None:
        return default
    try:
        found = int(value)
    except ValueError:
        try:
            found = round(float(value.removesuffix("pt")) * (20 if value.endswith("pt") else 1))
        except (ValueError, OverflowError):
            return default
    return max(-_LARGEST, min(found, _LARGEST))


def understood(namespaces: dict[str | None, str], requires: str) -> bool:
    """Whether a Choice of alternate content needs only namespaces that Word itself knows (ISO/IEC 29500-3, 9.3)."""
    return all(namespaces.get(prefix, "").startswith(_KNOWN) for prefix in requires.split())


def twips(width: etree._Element) -> int:
    """A w:tcW in twips, or in fiftieths of a percent; 0 where it leaves the width open."""
    return max(0, number(width.get(W + "w"))) if width.get(W + "type", "dxa") in ("dxa", "pct") else 0
