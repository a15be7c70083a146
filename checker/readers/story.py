"""The body of a Word document as lines and raw tables, in reading order."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from checker.readers.numbering import Numbering
from checker.readers.paragraph_text import TextReader, Words
from checker.readers.plain_table import grid_widths, plain_table
from checker.readers.raw import Line, RawCell, RawRow, RawTable
from checker.readers.styles import Resolved, Styles, cited_list
from checker.readers.tags import (
    ALTERNATES,
    CELL,
    CELL_PROPERTIES,
    CELL_WIDTH,
    DELETED,
    FRAME,
    HIDDEN,
    IMPORTED,
    MOVED_FROM,
    NUMBERING,
    OUTLINE,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    ROW_PROPERTIES,
    RUN_PROPERTIES,
    SDT,
    SDT_CONTENT,
    SDT_PROPERTIES,
    STYLE,
    TABLE,
    TABLE_GRID,
    TRANSPARENT,
    VAL,
    W,
    number,
    off,
    twips,
)

_BODY_LEVEL = 9
_JOINED, _JOINED_LENGTH = 500, 50_000
"""Paragraphs and characters from which on nothing more is joined to a paragraph whose mark is deleted."""
_SPAN, _MERGE_DOWN, _MERGE_RIGHT = W + "gridSpan", W + "vMerge", W + "hMerge"
_GALLERY = f"{SDT_PROPERTIES}/{W}docPartObj/{W}docPartGallery"


class Story:
    """Walks the body once. Depth is bounded by the parser, which takes 256 levels.

    lines: the line that each w:p became (of several where paragraph marks were deleted), and the place of each w:tbl.
    cells: the cell that each w:tc became; those of plain tables (see plain_table.py) are left out.
    hidden: hidden stretches of text with their w:p. imported: number of documents that would be merged in (w:altChunk).
    """

    def __init__(self, text: TextReader, styles: Styles, numbering: Callable[[], Numbering | None]) -> None:
        """`numbering` is called when the first paragraph of a list is met."""
        self._text, self._styles, self._numbering = text, styles, numbering
        self._gallery = 0
        self.lines: dict[etree._Element, Line] = {}
        self.cells: dict[etree._Element, RawCell] = {}
        self.hidden: list[tuple[str, etree._Element]] = []
        self.imported = 0

    def read(self, body: etree._Element) -> list[Line | RawTable]:
        """Paragraphs and tables of a body, of a note or of a header."""
        content: list[Line | RawTable] = []
        self._blocks(body, content)
        if any(f.contents for f in self._text.fields):  # a table of contents that never ends is no sign of anything
            for line in self.lines.values():
                line.in_contents_field = False
        return content

    def _blocks(self, parent: etree._Element, out: list[Line | RawTable]) -> None:
        joined: list[etree._Element] = []
        line: Line | None = None
        for child in parent:
            tag = child.tag
            if tag == PARAGRAPH:
                line, words, joins = self._paragraph(child, line.text if joined and line else "")
                joined.append(child)
                if not joins or len(joined) >= _JOINED or len(line.text) >= _JOINED_LENGTH:
                    self._close(line, joined, out)
                if words.boxes:
                    self._boxes(words, out)
                continue
            if tag in (TABLE, SDT) and joined and line:
                self._close(line, joined, out)
            if tag == TABLE:
                out.append(self._table(child))
            elif tag == SDT:
                self._control(child, out)
            elif tag in TRANSPARENT:
                self._blocks(child, out)
            elif tag == ALTERNATES:
                chosen = self._text.branch(child)
                if chosen is not None:
                    self._blocks(chosen, out)
            elif tag == IMPORTED:
                self.imported += 1
        if joined and line:
            self._close(line, joined, out)

    def _close(self, line: Line, joined: list[etree._Element], out: list[Line | RawTable]) -> None:
        for element in joined:
            self.lines[element] = line
        joined.clear()
        out.append(line)

    def _control(self, control: etree._Element, out: list[Line | RawTable]) -> None:
        gallery = control.find(_GALLERY)
        contents = gallery is not None and gallery.get(VAL, "") == "Table of Contents"
        self._gallery += contents
        for content in control.iterchildren(SDT_CONTENT):
            self._blocks(content, out)
        self._gallery -= contents

    def _boxes(self, words: Words, out: list[Line | RawTable]) -> None:
        fields, self._text.fields = self._text.fields, []
        self._text.refresh()
        for box in words.boxes:
            if isinstance(box, str):
                out.append(Line(box))
            else:
                self._blocks(box, out)
        self._text.fields = fields
        self._text.refresh()

    def _paragraph(  # noqa: PLR0912  a branch for each property
        self, paragraph: etree._Element, before: str
    ) -> tuple[Line, Words, bool]:
        """The line of a w:p (`before`: text that runs into it), its words, and whether it runs into the next."""
        style_id, level, cited = "", None, None
        joins = deleted = mark_hidden = False
        for properties in paragraph.iterchildren(PARAGRAPH_PROPERTIES):
            for child in properties:
                tag = child.tag
                if tag == STYLE:
                    style_id = child.get(VAL, "")
                elif tag == NUMBERING:
                    cited = cited_list(child)
                elif tag == OUTLINE:
                    level = number(child.get(VAL), _BODY_LEVEL)
                elif tag == RUN_PROPERTIES:
                    for mark in child:
                        deleted = deleted or mark.tag in (DELETED, MOVED_FROM)
                        mark_hidden = mark_hidden or (mark.tag == HIDDEN and not off(mark.get(VAL)))
                elif tag == FRAME:
                    joins = child.get(W + "dropCap", "none") != "none"
        style = self._styles.of(style_id)
        words = self._text.read(paragraph, style)
        for stretch in map("".join, words.hidden):
            if not stretch.isspace():
                self.hidden.append((stretch, paragraph))
        text = before + words.text
        line = Line(text)
        if level is None:
            line.level = style.level
        elif 0 <= level < _BODY_LEVEL:
            line.level = level
        line.contents = (
            style.contents or self._gallery > 0 or (words.link and (text[-1:].isdecimal() or text == words.linked))
        )
        line.in_contents_field = words.in_contents
        joins = joins or deleted
        if not joins and not (mark_hidden and not line.visible):
            line.number = self._count(cited, style, style_id)
        return line, words, joins

    def _count(self, cited: tuple[str | None, int | None] | None, style: Resolved, style_id: str) -> str:
        list_id, level = cited or (None, None)
        if list_id is None:
            list_id = style.list_id
        if not list_id or list_id == "0":
            return ""
        numbering = self._numbering()
        if numbering is None:
            return ""
        if level is None:
            level = numbering.level_of_style(list_id, style_id)
        if level is None:
            level = style.list_level or 0
        return numbering.next(list_id, level)

    def _table(self, table: etree._Element) -> RawTable:
        raw = plain_table(table, self._text, self._styles)
        if raw is None:
            raw = RawTable()
            self._rows(table, raw)
        self.lines[table] = raw.place
        return raw

    def _rows(self, parent: etree._Element, raw: RawTable) -> None:
        for child in parent:
            tag = child.tag
            if tag == ROW:
                row = RawRow()
                if self._cells(child, row) and row.cells:
                    raw.rows.append(row)
            elif tag == TABLE_GRID:
                raw.widths = grid_widths(child)
            else:
                inner = self._inner(child, tag)
                if inner is not None:
                    self._rows(inner, raw)

    def _inner(self, element: etree._Element, tag: str) -> etree._Element | None:
        """What stands inside a wrapper around rows or cells, None where `element` is none."""
        if tag == SDT:
            return next(element.iterchildren(SDT_CONTENT), None)
        if tag == ALTERNATES:
            return self._text.branch(element)
        return element if tag in TRANSPARENT else None

    def _cells(self, parent: etree._Element, row: RawRow) -> bool:
        """Reads the cells of a row; False where the row is deleted, or hidden with all that it holds."""
        hidden = False
        for child in parent:
            tag = child.tag
            if tag == CELL:
                cell = self._cell(child)
                if cell is not None:
                    row.cells.append(cell)
            elif tag == ROW_PROPERTIES:
                for entry in child:
                    if entry.tag == W + "gridBefore":
                        row.before = max(0, number(entry.get(VAL)))
                    elif entry.tag == W + "gridAfter":
                        row.after = max(0, number(entry.get(VAL)))
                    elif entry.tag == DELETED:
                        return False
                    elif entry.tag == W + "hidden":
                        hidden = not off(entry.get(VAL))
            else:
                inner = self._inner(child, tag)
                if inner is not None and not self._cells(inner, row):
                    return False
        return not hidden or any(not isinstance(c, Line) or c.visible for cell in row.cells for c in cell.content)

    def _cell(self, element: etree._Element) -> RawCell | None:
        cell = self.cells[element] = RawCell()
        for properties in element.iterchildren(CELL_PROPERTIES):
            for child in properties:
                tag = child.tag
                if tag == _SPAN:
                    cell.span = max(1, number(child.get(VAL), 1))
                elif tag == _MERGE_DOWN:
                    cell.down = child.get(VAL, "continue")
                elif tag == _MERGE_RIGHT:
                    cell.right = child.get(VAL, "continue")
                elif tag == CELL_WIDTH:
                    cell.width = twips(child)
                elif tag == W + "cellDel":
                    return None
        content: list[Line | RawTable] = []
        self._blocks(element, content)
        cell.content = content
        return cell
