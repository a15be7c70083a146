"""What styles say of a paragraph or a run: heading level, line of contents, list, hidden (ISO/IEC 29500-1, 17.7)."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from checker.dataclass import dataclass
from checker.expressions import compiled
from checker.readers import xml_part
from checker.readers.tags import HIDDEN, NUMBERING, OUTLINE, PARAGRAPH_PROPERTIES, RUN_PROPERTIES, VAL, W, number, off

_CHAIN = 20
_BODY_LEVEL = 9
_LARGE = 60_000
"""Word's own styles take 30 to 50 KB; beyond this, table styles (which nothing here reads) are cut before parsing."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style as written; None for what it says nothing of."""

    name: str
    based_on: str = ""
    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    hidden: bool | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A style with what it inherits.

    level: of a heading from 0, else None. contents: it is for lines of a table of contents. list_id: "" for none.
    """

    level: int | None = None
    contents: bool = False
    list_id: str = ""
    list_level: int | None = None
    hidden: bool = False


_NONE = Resolved()


class Styles:
    """The styles of a document; without a styles part, names are read from the identifiers alone.

    hides: some style hides text.
    """

    def __init__(self, data: bytes = b"") -> None:
        """`data`: of styles.xml, or b"". Raises InputError where it can't be read."""
        self._styles: dict[str, Style] = {}
        self._resolved: dict[str, Resolved] = {}
        self.default = ""
        self.hidden_by_default = False
        if data:
            self._read(_root(data))
        self.hides = self.hidden_by_default or any(s.hidden for s in self._styles.values())

    def of(self, identifier: str) -> Resolved:
        """What the style `identifier` says, "" being the default paragraph style."""
        identifier = identifier or self.default
        found = self._resolved.get(identifier)
        if found is None:
            found = self._resolved[identifier] = self._resolve(identifier)
        return found

    def list_of(self, identifier: str) -> str:
        """The list (w:numId) that a style names, "" if none."""
        return self.of(identifier).list_id

    def _read(self, root: etree._Element) -> None:
        for node in root:
            if node.tag == W + "style":
                identifier = node.get(W + "styleId", "")
                self._styles[identifier] = _style(node)
                if node.get(W + "type") == "paragraph" and not off(node.get(W + "default", "0")):
                    self.default = identifier
            elif node.tag == W + "docDefaults":
                hidden = node.find(f"{W}rPrDefault/{RUN_PROPERTIES}/{HIDDEN}")
                self.hidden_by_default = hidden is not None and not off(hidden.get(VAL))

    def _resolve(self, identifier: str) -> Resolved:
        if not identifier:
            return _NONE
        level = list_id = list_level = hidden = None
        contents = False
        current = identifier
        for _ in range(_CHAIN):
            style = self._styles.get(current) or (Style(current) if current == identifier else None)
            if style is None:
                break
            if level is None:
                level = style.level if style.level is not None else _heading(style.name)
            contents = contents or _is_contents(style.name)
            list_id = style.list_id if list_id is None else list_id
            list_level = style.list_level if list_level is None else list_level
            hidden = style.hidden if hidden is None else hidden
            current = style.based_on
            if not current:
                break
        if level is not None and not 0 <= level < _BODY_LEVEL:
            level = None
        return Resolved(level, contents, "" if list_id in (None, "0") else str(list_id), list_level, bool(hidden))


def _root(data: bytes) -> etree._Element:
    if len(data) > _LARGE and b"<w:style " in data:
        head, *styles = data.split(b"<w:style ")
        # The last one stays: the end of the part hangs on it.
        kept = [s for s in styles[:-1] if b'w:type="table"' not in s.partition(b">")[0]] + styles[-1:]
        if all(s.rstrip().endswith(b"</w:style>") for s in styles[:-1]):
            return xml_part.parse(b"<w:style ".join([head, *kept]), "styles.xml")[0]
    return xml_part.parse(data, "styles.xml")[0]


def _style(node: etree._Element) -> Style:
    name = based_on = ""
    level = list_level = hidden = list_id = None
    for child in node:
        if child.tag == W + "name":
            name = child.get(VAL, "")
        elif child.tag == W + "basedOn":
            based_on = child.get(VAL, "")
        elif child.tag == RUN_PROPERTIES:
            mark = child.find(HIDDEN)
            hidden = None if mark is None else not off(mark.get(VAL))
        elif child.tag == PARAGRAPH_PROPERTIES:
            outline, cited = child.find(OUTLINE), child.find(NUMBERING)
            level = None if outline is None else number(outline.get(VAL), _BODY_LEVEL)
            if cited is not None:
                list_id, list_level = cited_list(cited)
    return Style(name, based_on, level, list_id, list_level, hidden)


def cited_list(node: etree._Element) -> tuple[str | None, int | None]:
    """List and level that a w:numPr names, None for what it leaves out."""
    list_id, level = node.find(W + "numId"), node.find(W + "ilvl")
    return (
        None if list_id is None else list_id.get(VAL, "0"),
        None if level is None else number(level.get(VAL)),
    )


@cache
def _names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        compiled(r"(?:heading|标题) ?([1-9])(?:$|[ ,(（])", re.IGNORECASE),
        compiled(r"(?:toc|目录) ?(?:[1-9]|heading|标题)(?:$|[ ,(（])", re.IGNORECASE),
    )


def _heading(name: str) -> int | None:
    found = _names()[0].match(name)
    return int(found.group(1)) - 1 if found else None


def _is_contents(name: str) -> bool:
    return _names()[1].match(name) is not None
