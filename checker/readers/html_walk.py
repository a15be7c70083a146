"""A web page as lines and raw tables in reading order, each with the elements that hold it."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from checker.dataclass import dataclass, field
from checker.readers import html_lists, limits
from checker.readers import html_marks as marks
from checker.readers.html_marks import collapsed, furniture, heading_level, hidden, tag_of, titled
from checker.readers.line_breaks import paragraphs_of, plain
from checker.readers.raw import Line, RawCell, RawRow, RawTable
from checker.readers.tables import frames, single

_DEPTH = 180
"""Elements inside one another from which on only text is taken: editors nest 30, Python allows a thousand calls."""
_BREAK = "\x1e"
_SPANNED = 2000
"""Rows that one cell may cover: with the limit of columns it keeps a hostile table small."""
_TABLE_PARTS = frozenset(("tbody", "thead", "tfoot", "form", "div", "span", "font", "center"))


@dataclass(slots=True)
class Holder:
    """An element that holds blocks. furniture: it is navigation, a footer and the like; so is all within."""

    parent: Holder | None
    furniture: bool = False


@dataclass(slots=True)
class Item:
    """A line or a table of the page.

    linked: how many of its characters are links. title: the page marks it as a heading or calls it a title.
    """

    content: Line | RawTable
    holder: Holder
    linked: int = 0
    title: bool = False


@dataclass(slots=True)
class _Open:
    """The line that is being collected."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0


class Walk:
    """Walks a page once."""

    def __init__(self) -> None:
        self.top = Holder(None)
        self.items: list[Item] = []
        self._open = _Open()
        self._holder = self.top
        self._level: int | None = None
        self._number = ""
        self._title = self._whole = self._contents = False
        self._fixed = self._links = 0

    def read(self, root: etree._Element) -> list[Item]:
        """The items of the page."""
        self._inside(root, 0)
        self._close()
        return self.items

    def _say(self, text: str | None) -> None:
        if not text:
            return
        if self._fixed:
            text = text.replace("\n", _BREAK)
        self._open.parts.append(text)
        if self._links:
            self._open.linked += len("".join(text.split()))

    def _inside(self, element: etree._Element, depth: int) -> None:
        if depth > _DEPTH:
            self._say(" ".join(text for text in element.itertext() if isinstance(text, str)))
            return
        self._say(element.text)
        numbers = html_lists.numbers(element)
        for child in element:
            tag = tag_of(child)
            if tag and tag not in marks.UNSEEN and not hidden(child):
                self._element(child, tag, numbers.get(child, ""), depth + 1)
            self._say(child.tail)

    def _element(self, element: etree._Element, tag: str, number: str, depth: int) -> None:
        if tag == "br":
            self._open.parts.append(_BREAK)
        elif tag == "table":
            self._close()
            self._table(element, depth)
        elif marks.is_word_number(element):
            self._number = marks.word_number(element)
        elif marks.inline(tag):
            link = tag == "a" and element.get("href") is not None
            inner = (element.get("href") or "").startswith("#")
            self._contents = self._contents or (link and inner)
            self._links += link and not inner
            self._inside(element, depth)
            self._links -= link and not inner
        else:
            self._block(element, tag, number, depth)

    def _block(self, element: etree._Element, tag: str, number: str, depth: int) -> None:
        self._close()
        before = self._holder, self._level, self._title, self._whole
        self._holder = Holder(before[0], before[0].furniture or furniture(element, tag))
        level = heading_level(tag)
        if level is not None:
            self._level = level
        self._whole = tag == "p" or level is not None
        self._title = self._title or level in (0, 1, 2) or titled(element)
        fixed = tag in ("pre", "listing", "plaintext", "xmp")
        self._fixed += fixed
        self._number = number or self._number
        if "toc" in element.get("class", "")[:40].lower():
            self._contents = True
        self._inside(element, depth)
        self._close()
        self._fixed -= fixed
        if number:
            self._number = ""
        self._holder, self._level, self._title, self._whole = before

    def _close(self) -> None:
        """End the line; nothing is made of one without words."""
        opened, contents = self._open, self._contents
        if not opened.parts:
            return
        self._open, self._contents = _Open(), False
        text = collapsed("".join(opened.parts))
        if not text.strip(" \xa0\u3000" + _BREAK):
            return
        for i, words in enumerate(_paragraphs(text, whole=self._whole, level=self._level)):
            line = Line(words, "" if i else _unless_typed(self._number, words), self._level, contents)
            self.items.append(Item(line, self._holder, min(opened.linked, len(words)), self._title))
            self._number = ""

    # ── tables ──

    def _table(self, element: etree._Element, depth: int) -> None:
        if depth > _DEPTH:
            self._say(" ".join(text for text in element.itertext() if isinstance(text, str)))
            return
        kept = self._holder, self._level, self._title, self._whole, self._fixed, self.items
        table = RawTable()
        within: list[Item] = []
        holder = Holder(kept[0], kept[0].furniture or furniture(element, "table"))
        self._level, self._fixed = None, 0
        self._rows(element, table, within, holder, depth)
        self._holder, self._level, self._title, self._whole, self._fixed, self.items = kept
        captions = [item for item in within if item.holder is holder]
        self.items += captions
        if all(cell.rows == 1 for row in table.rows for cell in row.cells):  # a row without cells is part of a span
            table.rows = [row for row in table.rows if row.cells]
        if not any(row.cells for row in table.rows):
            return
        cells = [item for item in within if item.holder is not holder]
        if frames(table):
            self.items += cells
            return
        self.items.append(Item(table, holder, sum(item.linked for item in cells)))
        self.items += [i for i in cells if isinstance(i.content, RawTable) and not single(i.content)]

    def _rows(self, parent: etree._Element, table: RawTable, within: list[Item], holder: Holder, depth: int) -> None:
        """Rows of a table or of a part of one; a rowspan ends with its part."""
        first = len(table.rows)
        for child in parent:
            tag = tag_of(child)
            if not tag or hidden(child):
                continue
            if tag == "tr":
                row = RawRow()
                for part in child:
                    if tag_of(part) in ("td", "th") and not hidden(part):
                        row.cells.append(self._cell(part, within, holder, depth))
                table.rows.append(row)
            elif tag == "caption":
                self.items, self._holder, self._whole = within, holder, True
                self._inside(child, depth + 1)
                self._close()
            elif tag in _TABLE_PARTS and depth < _DEPTH:
                self._rows(child, table, within, holder, depth + 1)
        for r in range(first, len(table.rows)):
            for cell in table.rows[r].cells:
                most = min(len(table.rows) - r, _SPANNED)
                cell.rows = most if cell.rows == 0 else min(cell.rows, most)

    def _cell(self, element: etree._Element, within: list[Item], holder: Holder, depth: int) -> RawCell:
        self.items = []
        self._holder, self._whole, self._title = Holder(holder, holder.furniture), False, False
        self._inside(element, depth + 3)
        self._close()
        content = [item.content for item in self.items]
        within += self.items
        across = _span(element.get("colspan"), 1)
        return RawCell(span=min(max(across, 1), limits.COLUMNS), rows=_span(element.get("rowspan"), 1), content=content)


def _span(text: str | None, default: int) -> int:
    digits = (text or "").strip()[:6]
    return int(digits) if digits.isascii() and digits.isdecimal() else default


def _unless_typed(number: str, words: str) -> str:
    """The number of a list item, "" where its text begins with the same number."""
    return "" if number and words.startswith(number.rstrip("、.")) else number


def _paragraphs(text: str, *, whole: bool, level: int | None) -> list[str]:
    """The paragraphs of a stretch between blocks.

    Line breaks part all paragraphs in text that stands in no p (whole); elsewhere see paragraphs_of.
    """
    lines = text.split(_BREAK)
    if len(lines) == 1:
        return [plain(text)]
    if level is not None:
        return ["\n".join(words for words in map(plain, lines) if words)]
    return paragraphs_of(lines, apart=not whole)


def cell_rows(table: RawTable) -> Sequence[Sequence[RawCell | None]]:
    """The cell at every position of a table, as HTML lays spans; of cells that overlap the first stands."""
    rows: list[dict[int, RawCell]] = [{} for _ in table.rows]
    width = 0
    for r, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            while column in rows[r]:
                column += 1
            if column >= limits.COLUMNS:
                break
            cell.row, cell.column = r, column
            across = min(cell.span, limits.COLUMNS - column)
            free = next((c for c in range(column, column + across) if c in rows[r]), column + across)
            cell.span = free - column
            for down in range(cell.rows):
                if down and any(c in rows[r + down] for c in range(column, free)):
                    cell.rows = down
                    break
                for c in range(column, free):
                    rows[r + down][c] = cell
            column = free
            width = max(width, free)
        if width * (r + 1) > limits.POSITIONS:
            rows = rows[: r + 1]
            break
    return [[line.get(c) for c in range(width)] for line in rows]
