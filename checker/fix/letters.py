"""The characters that a paragraph or a cell shows, each with the w:t that holds it, and which may be changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from checker.readers.tags import (
    ALTERNATES,
    DELETED,
    FALLBACK,
    HIDDEN,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    RUN,
    RUN_PROPERTIES,
    SDT,
    SDT_PROPERTIES,
    TEXT,
    TEXT_BOX,
    VAL,
    W,
    off,
)

_UNSEEN = frozenset("\u200b\ufeff")
_FIELD, _SIMPLE_FIELD, _RUBY = W + "fldChar", W + "fldSimple", W + "ruby"
_BREAKS = frozenset({W + "tab", W + "ptab", W + "br", W + "cr"})
_HYPHEN, _SYMBOL = W + "noBreakHyphen", W + "sym"
_TRACKED = frozenset({INSERTED, DELETED, MOVED_FROM, MOVED_TO})
_LOCKS = (W + "lock", W + "dataBinding")


class Letter(NamedTuple):
    """A character as shown.

    text: the w:t that holds it, None for a sign that Word draws (a hyphen that does not break, a symbol). at: which
    character of it. fence: number of deletions and tracked changes before it in its unit.
    """

    char: str
    text: etree._Element | None
    at: int
    fence: int


class Refused(Exception):
    """Text that cannot be changed safely. kind: field, tracked, box, control, drawn, parted."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def letters_of(paragraphs: Sequence[etree._Element]) -> list[Letter]:
    """The characters that paragraphs show, in their order, without those of text boxes anchored in them."""
    found: list[Letter] = []
    fence = 0
    for element in _pieces(paragraphs):
        if element.tag in _TRACKED:
            fence += 1
        elif element.tag == TEXT:
            found += [Letter(c, element, at, fence) for at, c in enumerate(element.text or "") if c not in _UNSEEN]
        elif element.tag in _BREAKS:
            found.append(Letter("\n", None, 0, fence))
        else:
            found.append(Letter("-" if element.tag == _HYPHEN else "", None, 0, fence))
    return found


def aligned(text: str, letters: Sequence[Letter]) -> list[Letter | None]:
    """For each character of the text, as it was read, its letter; None for a blank that no letter stands for.

    Raises Refused where the two do not agree.
    """
    found: list[Letter | None] = []
    at = 0
    for char in text:
        if not char.isspace():
            while at < len(letters) and letters[at].char.isspace():
                at += 1
            if at == len(letters) or letters[at].char not in ("", char):
                raise Refused("drawn")
        elif at == len(letters) or not letters[at].char.isspace():
            found.append(None)
            continue
        found.append(letters[at])
        at += 1
    if any(not letter.char.isspace() for letter in letters[at:]):
        raise Refused("drawn")
    return found


def fields_of(root: etree._Element) -> frozenset[etree._Element]:
    """The w:t that stand inside fields: what they show is made anew by Word."""
    depth, found = 0, set()
    for element in root.iter(_FIELD, TEXT):
        if element.tag == TEXT:
            if depth:
                found.add(element)
        elif element.get(W + "fldCharType") == "begin":
            depth += 1
        elif element.get(W + "fldCharType") == "end":
            depth = max(0, depth - 1)
    return frozenset(found)


def check_place(element: etree._Element, fields: frozenset[etree._Element]) -> None:
    """Raises Refused for a w:t or w:p where nothing may be written."""
    if element in fields:
        raise Refused("field")
    for ancestor in element.iterancestors():
        tag = ancestor.tag
        if tag in _TRACKED:
            raise Refused("tracked")
        if tag in (_SIMPLE_FIELD, _RUBY):
            raise Refused("field")
        if tag == ALTERNATES and any(child.tag == FALLBACK for child in ancestor):
            raise Refused("box")  # the other branch would keep the old text
        if tag == SDT and any(
            properties.find(lock) is not None for properties in ancestor.iterchildren(SDT_PROPERTIES) for lock in _LOCKS
        ):
            raise Refused("control")


def _pieces(paragraphs: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """w:t, signs and the beginnings of tracked changes, as far as a reader of the page sees the text."""
    for paragraph in paragraphs:
        stack = [paragraph]
        while stack:
            element = stack.pop()
            tag = element.tag
            if tag in _TRACKED:
                yield element
            if tag == TEXT or tag in _BREAKS or tag in (_HYPHEN, _SYMBOL):
                yield element
            elif tag not in (DELETED, MOVED_FROM, TEXT_BOX, FALLBACK) and not (tag == RUN and _hidden(element)):
                stack.extend(reversed(element))


def _hidden(run: etree._Element) -> bool:
    return any(
        not off(mark.get(VAL))
        for properties in run.iterchildren(RUN_PROPERTIES)
        for mark in properties.iterchildren(HIDDEN)
    )
