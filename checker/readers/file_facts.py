"""What a Word file holds beside its text: tracked changes, comments, hidden text, programs, outside links, names.

Parts are parsed only where their bytes hold a sign of such a thing. Kinds of marks:
revisions  insertion, deletion, move, format
comments   comment
hidden     hidden (text with visible characters that Word does not show)
active     dde, and what connections.py finds: macro, activex, ole, file
links      by fields: picture, document, data; and what connections.py finds
metadata   author, last_editor, company, manager
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from checker.document import FileFacts, Mark
from checker.errors import InputError
from checker.readers import limits, xml_part
from checker.readers.connections import connections, mark, metadata
from checker.readers.package import Package
from checker.readers.paragraph_text import TextReader
from checker.readers.story import Story
from checker.readers.styles import Styles
from checker.readers.tags import (
    ALTERNATES,
    BODY,
    CELL,
    DELETED,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    PARAGRAPH,
    ROW,
    RUN,
    TABLE,
    W,
)

_CHANGES = {
    INSERTED: "insertion",
    DELETED: "deletion",
    MOVED_FROM: "move",
    MOVED_TO: "move",
    W + "cellIns": "insertion",
    W + "cellDel": "deletion",
    W + "cellMerge": "format",
    W + "rPrChange": "format",
    W + "pPrChange": "format",
    W + "sectPrChange": "format",
    W + "tblPrChange": "format",
    W + "tblPrExChange": "format",
    W + "tblGridChange": "format",
    W + "trPrChange": "format",
    W + "tcPrChange": "format",
    W + "numberingChange": "format",
}
_RUN_CHANGES = frozenset({INSERTED, DELETED, MOVED_FROM, MOVED_TO})
_PROPERTIES = frozenset(W + n for n in ("rPr", "pPr", "tcPr", "trPr", "numPr", "ctrlPr"))
_SHOWN = frozenset({W + "t", W + "delText"})

_FIELDS = {"INCLUDEPICTURE": "picture", "INCLUDETEXT": "document", "RD": "document", "LINK": "data", "DATABASE": "data"}
_DDE = frozenset({"DDE", "DDEAUTO"})
_INSTRUCTIONS = frozenset({W + "instrText", W + "fldSimple"})
_ANCHORS = frozenset({W + "commentRangeStart", W + "commentReference"})
_NOTED = (*_CHANGES, *_INSTRUCTIONS, *_ANCHORS)
_SIGNS = (b"w:author", b"ins ", b"del ", b"moveFrom", b"moveTo", b"Change", b"ins/>", b"del/>", b"ins>", b"del>")
"""Of tracked changes, in a header or in the notes: too many only costs time."""

_STORIES = frozenset({"header", "footer", "footnotes", "endnotes"})


def facts(package: Package, root: etree._Element, styles: Styles, story: Story, paragraphs: int) -> FileFacts:
    """The facts of a file; `root`, `story`: its main part as parsed and as read, `paragraphs`: how many it has."""
    places = _Places(story, paragraphs)
    noted = _shown(list(root.iter(*_NOTED)), root, TextReader(b"", styles))
    revisions = list(_revisions(noted, places))
    hidden = [mark("hidden", text, places.of(element)) for text, element in story.hidden[: limits.MARKS]]
    fields = list(islice(_fields(noted, places), limits.MARKS))
    for other in package.relationships(package.main):
        if other.kind in _STORIES and not other.external:
            more_revisions, more_hidden = _other_story(package, other.target, styles)
            revisions += more_revisions
            hidden += more_hidden
    active, links = connections(package)
    active = [m for m in fields if m.kind == "dde"] + active
    links = [m for m in fields if m.kind != "dde"] + links
    return FileFacts(
        format="docx",
        revisions=tuple(revisions[: limits.MARKS]),
        comments=tuple(_comments(package, noted, places)),
        hidden=tuple(hidden[: limits.MARKS]),
        active=tuple(active[: limits.MARKS]),
        links=tuple(links[: limits.MARKS]),
        metadata=tuple(metadata(package)),
    )


def _shown(noted: list[etree._Element], root: etree._Element, text: TextReader) -> list[etree._Element]:
    """Those outside the branches of alternate content that Word does not show: a text box stands there twice."""
    if not noted:
        return noted
    other: set[etree._Element] = set()
    for alternates in root.iter(ALTERNATES):
        chosen = text.branch(alternates)
        for branch in alternates:
            if branch is not chosen:
                other.update(branch.iter(*_NOTED))
    return [element for element in noted if element not in other]


class _Places:
    """The paragraph that holds an element of the body, or that is nearest to it in its section."""

    def __init__(self, story: Story, paragraphs: int) -> None:
        self._lines, self._count = story.lines, paragraphs

    def of(self, element: etree._Element) -> int | None:
        """The number of the paragraph; None where there is none."""
        line = self._lines.get(next(element.iter(PARAGRAPH), element))
        at: etree._Element | None = element
        while at is not None and line is None:
            parent = at.getparent()
            if parent is None or parent.tag == BODY:  # between paragraphs, like the end of a comment's range
                following = next(at.itersiblings(PARAGRAPH, TABLE), None)
                line = self._lines.get(following) if following is not None else None
                break
            at = parent
            line = self._lines.get(at)
        return line.n if line is not None and 0 < line.n <= self._count else None


def _text(element: etree._Element) -> str:
    """The beginning of an element's text, enough for a quotation."""
    text = ""
    for node in element.iter(*_SHOWN):
        text += node.text or ""
        if len(text) > limits.QUOTE:
            break
    return text


def _revisions(noted: Iterable[etree._Element], places: _Places | None) -> Iterator[Mark]:
    """Tracked changes, neighbours of one kind told as one."""
    told = 0
    previous: etree._Element | None = None
    pending: tuple[str, str, etree._Element] | None = None
    for element in noted:
        kind = _CHANGES.get(element.tag)
        if kind is None:
            continue
        if element.tag in _RUN_CHANGES and not _changes(element):
            continue
        quote = _text(_held(element))
        if pending and pending[0] == kind and previous is not None and element.getprevious() is previous:
            pending = (kind, (pending[1] + quote)[: limits.QUOTE * 2], pending[2])
        else:
            if pending:
                yield mark(pending[0], pending[1], places.of(pending[2]) if places else None)
                told += 1
                if told >= limits.MARKS:
                    return
            pending = (kind, quote, element)
        previous = element
    if pending:
        yield mark(pending[0], pending[1], places.of(pending[2]) if places else None)


def _changes(element: etree._Element) -> bool:
    """Whether a w:ins and the like changes something: a mark or row that carries it, or content inside it."""
    parent = element.getparent()
    if parent is not None and parent.tag in _PROPERTIES:
        return True
    return next(element.iter(RUN, PARAGRAPH, CELL, *_SHOWN), None) is not None or len(element) > 0


def _held(change: etree._Element) -> etree._Element:
    """What a change changes: its content, or the run, paragraph, cell or row among whose properties it stands."""
    properties = change.getparent()
    owner = properties.getparent() if properties is not None else None
    if properties is None or owner is None or properties.tag not in _PROPERTIES:
        return change
    return owner if owner.tag in (RUN, PARAGRAPH, CELL, ROW) else change


def _fields(noted: Iterable[etree._Element], places: _Places) -> Iterator[Mark]:
    """Fields that fetch something from outside the file."""
    for element in noted:
        if element.tag not in _INSTRUCTIONS:
            continue
        instruction = element.get(W + "instr", "") if element.tag == W + "fldSimple" else _instruction(element)
        words = instruction.split(None, 1)
        name = words[0].upper() if words else ""
        if name in _DDE:
            yield mark("dde", instruction, places.of(element))
        elif name in _FIELDS and len(words) > 1:
            yield mark(_FIELDS[name], words[1], places.of(element))


def _instruction(element: etree._Element) -> str:
    """The instruction that an instrText begins; "" for the later pieces of one that is split over runs."""
    run = element.getparent()
    if run is None or run.tag != RUN:
        return element.text or ""
    before = run.getprevious()
    if before is not None and next(before.iterchildren(W + "instrText"), None) is not None:
        return ""
    words = ""
    at: etree._Element | None = run
    while at is not None and len(words) < limits.QUOTE:
        pieces = [p.text or "" for p in at.iterchildren(W + "instrText")]
        if not pieces:
            break
        words += "".join(pieces)
        at = at.getnext()
    return words


def _other_story(package: Package, part: str, styles: Styles) -> tuple[list[Mark], list[Mark]]:
    """Changes and hidden text of a header, footer or the notes."""
    data = package.optional(part)
    hides = b"vanish" in data or (styles.hides and (b"pStyle" in data or b"rStyle" in data))
    if not hides and not any(sign in data for sign in _SIGNS):
        return [], []
    try:
        root, _ = xml_part.parse(data, part)
    except InputError as error:
        package.cautions.append(f"{part} was not read: {error}.")
        return [], []
    story = Story(TextReader(data, styles), styles, lambda: None)
    for holder in root if root.tag in (W + "footnotes", W + "endnotes") else (root,):
        story.read(holder)
    return list(_revisions(root.iter(*_CHANGES), None)), [mark("hidden", text) for text, _ in story.hidden]


def _comments(package: Package, noted: Iterable[etree._Element], places: _Places) -> Iterator[Mark]:
    """Comments with their text, at the paragraph that they are tied to; replies are comments of their own."""
    part = package.target(package.main, "comments")
    content = package.optional(part)
    if not content:
        return
    try:
        comments, _ = xml_part.parse(content, part)
    except InputError as error:
        package.cautions.append(f"{part} was not read: {error}.")
        return
    tied: dict[str, etree._Element] = {}
    for element in noted:
        if element.tag in _ANCHORS:
            tied.setdefault(element.get(W + "id", ""), element)
    for comment in list(comments.iterchildren(W + "comment"))[: limits.MARKS]:
        anchor = tied.get(comment.get(W + "id", ""))
        yield mark("comment", _text(comment), places.of(anchor) if anchor is not None else None)
