"""A copy of a Word file with some characters changed: in their own runs, every other byte being the original's."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from lxml import etree

from checker.annotating.container import copy_with
from checker.annotating.elements import find_elements, paragraphs_in
from checker.annotating.markup import Insertion, Markup
from checker.annotating.slots import paragraph_end
from checker.document import Document
from checker.errors import InputError
from checker.fix.changes import Change, Swap, Unit, swaps_of, text_of
from checker.fix.letters import Letter, Refused, aligned, check_place, fields_of, letters_of
from checker.readers import signatures
from checker.readers.archive import Archive
from checker.readers.docx import read_with_markup
from checker.readers.package import Package
from checker.readers.tags import PARAGRAPH_PROPERTIES, ROW, RUN, RUN_PROPERTIES

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TRACKED = frozenset(("ins", "del", "moveFrom", "moveTo", "rPrChange"))


class WordCopy:
    """A Word file to be copied with changes."""

    def __init__(self, data: bytes) -> None:
        """Raises InputError for a file that is no Word package, or is damaged."""
        if not data.startswith(signatures.ZIP):
            raise _no_word()
        self._data = data
        package = Package(Archive(BytesIO(data)))
        if not package.main or package.main.startswith(("xl/", "ppt/")):
            raise _no_word()
        reading = read_with_markup(package)
        self.document: Document = reading.document
        self._markup = Markup(package.archive.read(package.main), reading.root)
        self._main = package.archive.entries[package.main].name
        self._elements = find_elements(reading)
        self._fields = fields_of(reading.root)
        self._letters: dict[Unit, list[Letter | None]] = {}

    def check(self, change: Change) -> None:
        """Raises Refused where the change cannot be made safely."""
        for unit, swaps in change.swaps.items():
            self._texts(unit, swaps)

    def with_changes(self, changes: Sequence[Change]) -> bytes:
        """The file with the changes, which were checked and do not overlap; the file itself if there are none."""
        if not changes:
            return self._data
        insertions: list[Insertion] = []
        texts: dict[etree._Element, str] = {}
        for unit, swaps in swaps_of(changes).items():
            written = self._texts(unit, swaps)
            texts |= written
            if not written:
                insertions.append(self._run(self._blank(unit), swaps[0].new))
        insertions += [self._rewritten(element, text) for element, text in texts.items()]
        return copy_with(self._data, {self._main: self._markup.with_insertions(insertions)})

    def _unit(self, unit: Unit) -> list[etree._Element]:
        if isinstance(unit, int):
            return list(self._elements.paragraphs.get(unit, ()))
        cell = self._elements.cells.get(unit)
        return [] if cell is None else list(paragraphs_in(cell))

    def _blank(self, unit: Unit) -> etree._Element:
        """The paragraph that an empty unit is written into."""
        paragraphs = self._unit(unit)
        if not paragraphs:
            raise Refused("drawn")
        check_place(paragraphs[0], self._fields)
        return paragraphs[0]

    def _texts(self, unit: Unit, swaps: Sequence[Swap]) -> dict[etree._Element, str]:
        """The new text of each w:t of the unit that the swaps change; none if the unit is empty. Raises Refused."""
        if unit not in self._letters:
            self._letters[unit] = aligned(text_of(self.document, unit), letters_of(self._unit(unit)))
        letters = self._letters[unit]
        if all(letter is None for letter in letters):
            self._blank(unit)
            return {}
        pieces: dict[etree._Element, list[str]] = {}
        for start, end, new in swaps:
            touched = [letter for letter in letters[start:end] if letter is not None]
            if touched and touched[0].fence != touched[-1].fence:
                raise Refused("tracked")
            first, before = (touched[0], True) if touched else _beside(letters, start)
            for letter in (first, *touched):
                check_place(_own(letter), self._fields)
                pieces.setdefault(_own(letter), list(letter.text.text or "") if letter.text is not None else [])
            for letter in touched:
                pieces[_own(letter)][letter.at] = ""
            chars = pieces[_own(first)]
            chars[first.at] = new + chars[first.at] if before else chars[first.at] + new
        return {element: "".join(chars) for element, chars in pieces.items()}

    def _rewritten(self, element: etree._Element, text: str) -> Insertion:
        """A w:t with another text; blanks at its ends are kept as Word wants it."""
        span = self._markup.spans[element]
        if span.empty:
            raise Refused("drawn")
        tag = self._markup.start_tag(element)
        if text != text.strip() and element.get(_SPACE) != "preserve" and element.text == (element.text or "").strip():
            tag = tag[:-1].rstrip() + b' xml:space="preserve">'
        return Insertion(span.start, span.inner_end, tag + self._encoded(text))

    def _run(self, paragraph: etree._Element, text: str) -> Insertion:
        """A run with the text at the end of an empty paragraph, looking as what is typed there would."""
        slot = paragraph_end(paragraph, self._markup)
        prefix = self._markup.name(paragraph).rpartition(b":")
        head = prefix[0] + prefix[1]
        run = b"<%br>%b<%bt>%b</%bt></%br>" % (
            head, self._look(paragraph, head), head, self._encoded(text), head, head,
        )  # fmt: skip
        return Insertion(slot.start, slot.end, slot.before + run + slot.after)

    def _look(self, paragraph: etree._Element, head: bytes) -> bytes:
        """The properties of an empty run of the paragraph, of its mark, or of a number beside it in the row."""
        for run in paragraph.iterchildren(RUN):
            for own in run.iterchildren(RUN_PROPERTIES):
                return self._properties(own, head)
        for properties in paragraph.iterchildren(PARAGRAPH_PROPERTIES):
            for mark in properties.iterchildren(RUN_PROPERTIES):
                return self._properties(mark, head)
        row = next(paragraph.iterancestors(ROW), None)
        runs = [] if row is None else list(row.iter(RUN))
        for run in reversed(runs):
            for own in run.iterchildren(RUN_PROPERTIES):
                return self._properties(own, head)
        return b""

    def _properties(self, properties: etree._Element, head: bytes) -> bytes:
        kept = [c for c in properties if etree.QName(c).localname not in _TRACKED]
        inner = b"".join(self._markup.whole(child) for child in kept)
        return b"<%brPr>%b</%brPr>" % (head, inner, head) if inner else b""

    def _encoded(self, text: str) -> bytes:
        if self._markup.utf8:
            return escape(text).encode()
        return escape(text).encode("ascii", "xmlcharrefreplace")


def _own(letter: Letter) -> etree._Element:
    if letter.text is None:
        raise Refused("drawn")
    return letter.text


def _beside(letters: Sequence[Letter | None], start: int) -> tuple[Letter, bool]:
    """The letter that characters are put beside, and whether before it: the next one, else behind the last."""
    after = next((letter for letter in letters[start:] if letter is not None), None)
    if after is not None:
        return after, True
    return next(letter for letter in reversed(letters) if letter is not None), False


def _no_word() -> InputError:
    return InputError(
        "只能修正 Word 文件（.docx）；请在 Word 中打开后另存为 .docx 再试",
        "only Word files (.docx) can be mended; save it as .docx in Word and try again",
    )
