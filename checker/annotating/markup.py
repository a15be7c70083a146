"""XML as bytes: where each element of a part stands, so that a copy differs by what is inserted and nothing else.

A tree that is written out again is never the file it was read from (order of namespaces, quotation marks, blanks,
encoding). Here the part is cut into tags, the n-th start tag being the n-th element of the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from lxml import etree

from checker.errors import InputError
from checker.readers import xml_part


class Span(NamedTuple):
    """Where an element stands: [start, end) with its tags, [inner_start, inner_end) without; empty: written <a/>."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    empty: bool


class Insertion(NamedTuple):
    """Bytes in place of data[start:end]; nothing is replaced where both are the same."""

    start: int
    end: int
    content: bytes


class Markup:
    """The bytes of a part and the span of each element of its tree.

    data: in UTF-8, or as the part was. utf8: whether `data` is UTF-8.
    """

    def __init__(self, data: bytes, root: etree._Element) -> None:
        """`data`: the part as stored; `root`: what it was parsed to. Raises InputError where the two don't agree."""
        self.data = xml_part.in_utf8(data)
        self.utf8 = (root.getroottree().docinfo.encoding or "UTF-8").upper() in ("UTF-8", "ASCII", "US-ASCII")
        self.spans: Mapping[etree._Element, Span] = _spans(self.data, root)

    def start_tag(self, element: etree._Element) -> bytes:
        """The element's start tag as written."""
        span = self.spans[element]
        return self.data[span.start : span.inner_start]

    def whole(self, element: etree._Element) -> bytes:
        """The element as written."""
        span = self.spans[element]
        return self.data[span.start : span.end]

    def name(self, element: etree._Element) -> bytes:
        """The element's name as written, with its prefix."""
        return re.split(rb"[\s/>]", self.start_tag(element)[1:], maxsplit=1)[0]

    def with_insertions(self, insertions: Iterable[Insertion]) -> bytes:
        """The part with the insertions, which must not overlap."""
        pieces, at = [], 0
        for start, end, content in sorted(insertions, key=lambda item: item[:2]):
            pieces += [self.data[at:start], content]
            at = end
        return b"".join([*pieces, self.data[at:]])


def _spans(data: bytes, root: etree._Element) -> dict[etree._Element, Span]:
    spans: dict[etree._Element, Span] = {}
    elements = root.iter("*")
    open_tags: list[tuple[etree._Element, int, int]] = []
    for token in _token().finditer(data):
        closing, name, slash = token.group("closing", "name", "empty")
        if name is None:
            continue
        if closing:
            if not open_tags:
                raise _unlike()
            element, start, inner = open_tags.pop()
            spans[element] = Span(start, inner, token.start(), token.end(), False)
            continue
        opened = next(elements, None)
        if opened is None or etree.QName(opened).localname.encode() != name.rpartition(b":")[2]:
            raise _unlike()
        if slash:
            spans[opened] = Span(token.start(), token.end(), token.end(), token.end(), True)
        else:
            open_tags.append((opened, token.start(), token.end()))
    if open_tags or next(elements, None) is not None:
        raise _unlike()
    return spans


@cache
def _token() -> re.Pattern[bytes]:
    return re.compile(
        rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>"
        rb"|<(?P<closing>/?)(?P<name>[^\s/>\"'<!?]+)[^\"'>/]*(?:(?:\"[^\"]*\"|'[^']*'|/(?!>))[^\"'>/]*)*(?P<empty>/?)>",
        re.DOTALL,
    )


def _unlike() -> InputError:
    return InputError(
        "文件内容有损坏，读取时作了修补，无法在副本上写批注；请在 Word 中打开后另存为 .docx 再试",
        "the file is damaged and was mended when read; open it in Word, save it as .docx and annotate that",
    )
