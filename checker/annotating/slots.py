"""Places in the bytes of a paragraph where the marks of a comment can stand, and how they are put there.

Marks stand between runs. Where a quotation begins or ends within a run, the run is closed before the marks and opened
again after them with the properties that it has, as Word itself does: the text and its look stay, and the original's
bytes all stand in the copy in their order.
"""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from checker.annotating.markup import Insertion, Markup
from checker.annotating.wording import Char
from checker.dataclass import dataclass, field
from checker.readers.tags import PARAGRAPH, PARAGRAPH_PROPERTIES, RUN, RUN_PROPERTIES, W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\r\n"
_OPEN = frozenset(W + n for n in ("smartTag", "customXml", "hyperlink", "dir", "bdo"))
"""Marks may stand inside these; in an insertion they would go with it, and a content control may be locked."""
_TRACKED = (b"Change", b"ins ", b"del ", b"ins/", b"del/")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where marks can stand: in place of data[start:end], between `before` and `after`."""

    start: int
    end: int
    before: bytes = b""
    after: bytes = b""


@dataclass(slots=True)
class Marks:
    """The marks of all comments by slot: ends of ranges, comments that begin and end there, then beginnings."""

    ends: dict[Slot, list[bytes]] = field(default_factory=dict)
    both: dict[Slot, list[bytes]] = field(default_factory=dict)
    starts: dict[Slot, list[bytes]] = field(default_factory=dict)

    def add(self, start: Slot, end: Slot, opening: bytes, closing: bytes) -> None:
        """Enter the marks of one comment over the range from `start` to `end`."""
        if start == end:
            self.both.setdefault(start, []).append(opening + closing)
        else:
            self.starts.setdefault(start, []).append(opening)
            self.ends.setdefault(end, []).append(closing)

    def insertions(self) -> list[Insertion]:
        """What is to be put into the part."""
        slots = dict.fromkeys([*self.ends, *self.both, *self.starts])
        made = []
        for slot in slots:
            marks = [mark for group in (self.ends, self.both, self.starts) for mark in group.get(slot, [])]
            made.append(Insertion(slot.start, slot.end, slot.before + b"".join(marks) + slot.after))
        return made


def paragraph_start(paragraph: etree._Element, markup: Markup) -> Slot:
    """Behind the properties of a w:p."""
    if markup.spans[paragraph].empty:
        return _within_empty(paragraph, markup)
    at = markup.spans[paragraph].inner_start
    for properties in paragraph.iterchildren(PARAGRAPH_PROPERTIES):
        at = markup.spans[properties].end
    return Slot(at, at)


def paragraph_end(paragraph: etree._Element, markup: Markup) -> Slot:
    """At the end of a w:p."""
    if markup.spans[paragraph].empty:
        return _within_empty(paragraph, markup)
    at = markup.spans[paragraph].inner_end
    return Slot(at, at)


def _within_empty(paragraph: etree._Element, markup: Markup) -> Slot:
    """In a w:p written <w:p/>, which gets an end tag."""
    span = markup.spans[paragraph]
    slash = markup.data.rindex(b"/", span.start, span.end)
    return Slot(slash, span.end, b">", b"</" + markup.name(paragraph) + b">")


def char_start(char: Char, markup: Markup) -> Slot:
    """Before a character; the blanks before it stay behind the marks, so that none stands at the end of a text."""
    text = char.text.text or ""
    return _slot(char.text, len(text[: char.at].rstrip(_BLANKS)), markup, after=False)


def char_end(char: Char, markup: Markup) -> Slot:
    """Behind a character."""
    return _slot(char.text, char.at + 1, markup, after=True)


def _slot(text: etree._Element, at: int, markup: Markup, *, after: bool) -> Slot:
    """At a character of a w:t: within its run where that can be parted, else around what holds it in its w:p."""
    run = text.getparent()
    top = text
    for ancestor in text.iterancestors():
        if ancestor.tag == PARAGRAPH:
            break
        if ancestor.tag not in _OPEN:
            top = ancestor
    outer = _field(top, after=after)
    around = markup.spans[outer].end if after else markup.spans[outer].start
    if run is None or run is not outer or run.tag != RUN:
        return Slot(around, around)
    if at == 0 and _first(text):
        return Slot(markup.spans[run].start, markup.spans[run].start)
    if at == len(text.text or "") and text.getnext() is None:
        return Slot(markup.spans[run].end, markup.spans[run].end)
    return _parted(text, at, run, markup) or Slot(around, around)


def _field(element: etree._Element, *, after: bool) -> etree._Element:
    """The sibling that ends (or begins) the outermost complex field around an element, else the element itself.

    What stands between the two goes when Word brings the field up to date, and marks with it.
    """
    begins, ends = _enclosing(element, after=False), _enclosing(element, after=True)
    if not begins or not ends:  # a field that runs over several paragraphs, such as a table of contents
        return element
    both = min(len(begins), len(ends))
    return (ends if after else begins)[both - 1]


def _enclosing(element: etree._Element, *, after: bool) -> list[etree._Element]:
    """The siblings before (after) an element with the begin (end) of each field around it, the inner ones first."""
    found, depth = [], 0
    opening, closing = ("end", "begin") if not after else ("begin", "end")
    for sibling in element.itersiblings(preceding=not after):
        marks = [mark.get(W + "fldCharType", "") for mark in sibling.iter(W + "fldChar")]
        for mark in marks if after else reversed(marks):
            if mark == opening:
                depth += 1
            elif mark == closing:
                if depth == 0:
                    found.append(sibling)
                depth = max(0, depth - 1)
    return found


def _first(text: etree._Element) -> bool:
    before = text.getprevious()
    return before is None or before.tag == RUN_PROPERTIES


def _parted(text: etree._Element, at: int, run: etree._Element, markup: Markup) -> Slot | None:
    """A slot that parts a run at a character of its w:t; None where that would change more than its form."""
    properties = b"".join(markup.whole(p) for p in run.iterchildren(RUN_PROPERTIES))
    if any(sign in properties for sign in _TRACKED):
        return None
    close, open_again = b"</" + markup.name(run) + b">", markup.start_tag(run) + properties
    span, words = markup.spans[text], text.text or ""
    if at == 0:
        return Slot(span.start, span.start, close, open_again)
    if at == len(words):
        return Slot(span.end, span.end, close, open_again)
    rest, kept = words[at:], text.get(_SPACE) == "preserve"
    offset = _offset(markup.data[span.inner_start : span.inner_end], at, words) if markup.utf8 else None
    if offset is None or (not kept and rest[0] in _BLANKS and rest[-1] in _BLANKS):
        return None
    name = markup.name(text)
    keep = b' xml:space="preserve"' if kept or rest[0] in _BLANKS else b""
    where = span.inner_start + offset
    return Slot(where, where, b"</" + name + b">" + close, open_again + b"<" + name + keep + b">")


def _offset(written: bytes, at: int, words: str) -> int | None:
    """Where the character number `at` begins in a text as written; None where it holds more than text."""
    if b"<" in written:
        return None
    if b"&" not in written and b"\r" not in written:
        return len(words[:at].encode("utf-8"))
    units = list(_unit().finditer(written.decode("utf-8", "replace")))
    if len(units) != len(words):
        return None
    return len("".join(unit.group() for unit in units[:at]).encode("utf-8"))


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(r"&[^;&]{1,12};|\r\n|.", re.DOTALL)
