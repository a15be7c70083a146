"""Where a quotation stands in a paragraph: its first and its last character, each in its w:t."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from checker.readers.tags import (
    DELETED,
    HIDDEN,
    MOVED_FROM,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    TEXT_BOX,
    VAL,
    off,
)

_LONGEST = 20_000  # characters of a quotation; findings quote sentences
_UNSEEN = frozenset("\u200b\ufeff\u00ad")


class Char(NamedTuple):
    """A character that can be seen: its w:t, and where in the text of it."""

    text: etree._Element
    at: int


class Wordings:
    """Finds quotations in the paragraphs of a file; the text of a paragraph is put together once."""

    def __init__(self) -> None:
        self._read: dict[tuple[etree._Element, ...], tuple[str, list[Char]]] = {}

    def find(self, paragraphs: Sequence[etree._Element], quote: str) -> tuple[Char, Char] | None:
        """The first and the last character of the quotation in the paragraphs, None where it isn't found.

        Blanks and signs of no width make no difference; a star stands for any character, since personal numbers are
        quoted masked.
        """
        key = tuple(paragraphs)
        if key not in self._read:
            self._read[key] = _chars(paragraphs)
        text, chars = self._read[key]
        wanted = "".join(c for c in quote[:_LONGEST] if not c.isspace() and c not in _UNSEEN)
        start = text.find(wanted) if wanted else -1
        if start < 0 and "*" in wanted.strip("*"):
            pattern = "".join("." if c == "*" else re.escape(c) for c in wanted)  # of fixed length
            match = re.search(pattern, text)
            start = match.start() if match else -1
        return (chars[start], chars[start + len(wanted) - 1]) if start >= 0 else None


def _chars(paragraphs: Sequence[etree._Element]) -> tuple[str, list[Char]]:
    """The characters of the paragraphs that can be seen, as a text and one by one."""
    shown: list[str] = []
    chars: list[Char] = []
    for element in _texts(paragraphs):
        for at, char in enumerate(element.text or ""):
            if not char.isspace() and char not in _UNSEEN:
                shown.append(char)
                chars.append(Char(element, at))
    return "".join(shown), chars


def _texts(paragraphs: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """The w:t of the paragraphs that are shown, without those of text boxes, which are paragraphs of their own."""
    for paragraph in paragraphs:
        stack = [paragraph]
        while stack:
            element = stack.pop()
            if element.tag == TEXT:
                yield element
            elif element.tag not in (DELETED, MOVED_FROM, TEXT_BOX) and not (element.tag == RUN and _hidden(element)):
                stack.extend(reversed(element))


def _hidden(run: etree._Element) -> bool:
    for properties in run.iterchildren(RUN_PROPERTIES):
        for mark in properties.iterchildren(HIDDEN):
            return not off(mark.get(VAL))
    return False
