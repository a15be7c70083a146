"""A Word document (ISO/IEC 29500, transitional or strict) as a Document."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from lxml import etree

from checker.dataclass import dataclass
from checker.document import Document, Grid, Paragraph
from checker.errors import InputError
from checker.readers import limits, look, xml_part
from checker.readers.file_facts import facts
from checker.readers.line_breaks import holds_headings, paragraphs_of
from checker.readers.numbering import Numbering
from checker.readers.package import Package
from checker.readers.paragraph_text import TextReader
from checker.readers.raw import Content, Line, RawTable
from checker.readers.story import Story
from checker.readers.styles import Styles
from checker.readers.tables import frames, grid, single
from checker.readers.tags import BODY, PARAGRAPH, W

_NO_MORE = "The file holds more tables than a report; those beyond the limit were not read."


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with the markup that it was read from.

    root: of the main part as parsed. story: what each w:p and w:tbl became. lines: those that show, in their order;
    tables: of the document's grids, in theirs.
    """

    document: Document
    root: etree._Element
    story: Story
    lines: tuple[Line, ...]
    tables: tuple[RawTable, ...]


def read_docx(package: Package) -> Document:
    """The document in a package that has a main part; raises InputError where that part can't be read."""
    return _read(package, look.parse).document


def read_with_markup(package: Package) -> Reading:
    """As read_docx, with all the markup: for those who write into a copy of the file."""
    return _read(package, xml_part.parse)


def _read(package: Package, parse: Callable[[bytes, str], tuple[etree._Element, str]]) -> Reading:
    data = package.data(package.main)
    root, caution = parse(data, package.main)
    if caution:
        package.cautions.append(caution)
    body = _body(root)
    if body is None:
        raise InputError(
            "文件中没有 Word 正文，请在 Word 中打开后另存为 .docx 再检查",
            "the file holds no Word document body; open it in Word and save it as .docx",
        )
    styles = _styles(package, data)
    story = Story(TextReader(data, styles), styles, cache(lambda: _numbering(package, styles)))
    content = story.read(body)
    emission = _Emission()
    emission.add(content)
    if not emission.blocks and story.imported:
        raise InputError(
            "正文是嵌入的网页或其他文档，无法直接读取；请在 Word 中打开后另存为 .docx 再检查",
            "the text is an embedded web page or other document (altChunk); open it in Word and save it as .docx",
        )
    if not emission.blocks:
        package.cautions.append("The document holds no text; it may consist of pictures of pages.")
    if story.imported:
        package.cautions.append(
            f"Word would merge {story.imported} other document(s) into this one (altChunk); they were not read."
        )
    notes = _notes(package, data, styles)
    file_facts = facts(package, root, styles, story, emission.count)
    document = Document(tuple(emission.blocks), file_facts, notes, tuple(package.cautions + emission.cautions))
    return Reading(document, root, story, tuple(emission.lines), tuple(emission.tables))


def _body(root: etree._Element) -> etree._Element | None:
    """The first w:body: not by root.iter, which looks for the second one before it gives the first."""
    for child in root:
        found = child if child.tag == BODY else next(child.iter(BODY), None)
        if found is not None:
            return found
    return root if root.tag == BODY else None


class _Emission:
    """Turns lines and raw tables into numbered paragraphs and grids."""

    def __init__(self) -> None:
        self.blocks: list[Paragraph | Grid] = []
        self.lines: list[Line] = []
        self.tables: list[RawTable] = []
        self.cautions: list[str] = []
        self.count = 0
        self._positions = limits.POSITIONS

    def add(self, content: Content) -> None:
        """Appends content in its order."""
        for item in content:
            if isinstance(item, Line):
                self._line(item)
            elif frames(item):
                item.place.n = self.count + 1
                for row in item.rows:
                    for cell in row.cells:
                        if cell.down != "continue" and cell.right != "continue":
                            self.add(cell.content)
            elif self._positions > 0:
                self._table(item)
            elif _NO_MORE not in self.cautions:
                self.cautions.append(_NO_MORE)

    def _line(self, line: Line) -> None:
        line.n = self._before()
        if line.visible:
            line.n = self.count + 1
            contents = line.contents or line.in_contents_field
            self.lines.append(line)
            texts = [line.text]
            if "\n" in line.text:
                lines = line.text.split("\n")
                texts = paragraphs_of(lines, apart=False) if holds_headings(lines) else texts
            line.pieces = len(texts)
            number, level = line.number, line.level
            for text in texts:
                self.count += 1
                self.blocks.append(Paragraph(self.count, text, number, level, contents))
                number, level = "", None  # what Word numbers and what is marked as a heading is the first of them

    def _before(self) -> int:
        """The paragraph before what has no number: the next one may be the heading of another section."""
        return max(self.count, 1)

    def _table(self, table: RawTable) -> None:
        made, cautions = grid(table, self.count, self._positions)
        self._positions -= made.width * len(made.rows)
        self.tables.append(table)
        self.blocks.append(made)
        self.cautions += [c for c in cautions if c not in self.cautions]
        table.place.n = self._before()
        for row in () if table.plain else table.rows:
            for cell in row.cells:
                for item in cell.content:
                    if isinstance(item, Line):
                        item.n = table.place.n
                    elif not single(item):
                        self.add([item])


def _styles(package: Package, data: bytes) -> Styles:
    """The styles, if the document names any: the part is the largest of most files."""
    if b"pStyle" not in data and b"rStyle" not in data:
        return Styles()
    try:
        return Styles(package.optional(package.target(package.main, "styles")))
    except InputError as error:
        package.cautions.append(f"Styles were not read: {error}.")
        return Styles()


def _numbering(package: Package, styles: Styles) -> Numbering | None:
    """The lists of the document; asked for when the first paragraph names one."""
    part = package.optional(package.target(package.main, "numbering"))
    if not part:
        return None
    try:
        return Numbering(xml_part.parse(part, "numbering.xml")[0], styles.list_of)
    except InputError as error:
        package.cautions.append(f"Automatic numbers were not read: {error}.")
        return None


def _notes(package: Package, data: bytes, styles: Styles) -> tuple[str, ...]:
    """Texts of footnotes, then of endnotes."""
    texts = []
    for kind, sign in (("footnotes", b"footnoteReference"), ("endnotes", b"endnoteReference")):
        part = package.optional(package.target(package.main, kind)) if sign in data else b""
        if not part:
            continue
        try:
            root, _ = xml_part.parse(part, kind)
        except InputError as error:
            package.cautions.append(f"{kind.capitalize()} were not read: {error}.")
            continue
        reader = TextReader(part, styles)
        for note in root:
            if note.get(W + "type", "normal") == "normal":
                text = "\n".join(t for t in (_note_line(p, reader, styles) for p in note.iter(PARAGRAPH)) if t)
                if text:
                    texts.append(text)
    return tuple(texts)


def _note_line(paragraph: etree._Element, reader: TextReader, styles: Styles) -> str:
    return reader.read(paragraph, styles.of("")).text.strip()
