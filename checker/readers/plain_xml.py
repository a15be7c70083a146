"""XML as word processors write it, read without lxml: loading that takes longer than reading a report.

Taken is only what means the same to every parser: UTF-8, no comments, no instructions, no references but those to the
five signs of markup, no attribute whose blanks a parser would change. All else, and whatever is not well-formed, is
left to lxml, which says what is wrong or mends it. Both give the same tree; a test compares them.

What stands between two texts is much the same all over a report, and in the next one: it is examined when it is first
met (plain_stretches.py), and then known by its bytes.
"""

from __future__ import annotations

import re
from functools import cache

from checker.expressions import compiled
from checker.readers.plain_element import PlainElement, plain_element, plain_root
from checker.readers.plain_stretches import CLOSE, LEAF, OPEN, Stretch, scope_of
from checker.readers.plain_tags import NotPlainError, words_of

_BYTES, _DEPTH = 8_000_000, 200
"""Far below libxml2's own limits (10 MB of text, 256 levels): nothing here passes them."""
_MARK, _DECLARATION = b"\xef\xbb\xbf", 100
_TEXT_END = b"</w:t>"
_CHANGING = (
    b' w14:paraId="', b' w14:textId="', b' w:rsidR="', b' w:rsidRPr="', b' w:rsidRDefault="', b' w:rsidP="',
    b' w:rsidTr="',
)  # fmt: skip
"""Attributes that say when something was written: other in every tag, and no reader asks for them."""
_CHANGING_LENGTH = 8


def plain_xml(data: bytes) -> PlainElement | None:
    """The root of a part; None where it takes lxml to read it."""
    if len(data) > _BYTES:
        return None
    try:
        return _tree(data)
    except (NotPlainError, UnicodeDecodeError):
        return None


def _tree(data: bytes) -> PlainElement:
    begin = _begin(data)
    scope = scope_of(data[begin + 1 : data.find(b">", begin) + 1])
    pieces = _without_changing(data[begin:]).split(_TEXT_END)
    known = scope.stretches.get
    stretches: list[Stretch] = []
    texts: list[bytes] = []
    depth, asked, end = 0, False, pieces.pop()
    for piece in pieces:
        markup, _, text = piece.rpartition(b">")
        stretch = known(markup) or scope.stretch(markup, ends=False)
        if depth + stretch.peak > _DEPTH:
            raise NotPlainError
        depth += stretch.rise - 1
        asked |= stretch.asked
        stretches.append(stretch)
        texts.append(text)
    stretch = known(end) or scope.stretch(end, ends=True)
    if depth + stretch.peak > _DEPTH:
        raise NotPlainError
    asked |= stretch.asked
    stretches.append(stretch)
    return plain_root(_built(stretches, texts, asked=asked), scope.tags.spaces, asked=asked)


def _built(stretches: list[Stretch], texts: list[bytes], *, asked: bool) -> PlainElement:
    """The tree that the stretches make, with a text behind each but the last."""
    top = current = plain_element("", {})
    around: list[PlainElement] = []
    push, pop, new = around.append, around.pop, PlainElement
    following = iter(texts)
    for stretch in stretches:
        for kind, tag, attributes, leaf in stretch.steps:
            if kind == LEAF:
                current.append(leaf)
            elif kind == OPEN:
                made = new()
                made.tag, made.attributes, made.text, made.parent = tag, attributes, None, current if asked else None
                current.append(made)
                push(current)
                current = made
            elif kind == CLOSE:
                if current.tag != tag:
                    raise NotPlainError
                current = pop()
            else:
                current.text = tag
        text = next(following, None)
        if text is not None:
            if text:
                current.text = words_of(text)
            current = pop()
    if current is not top or len(top) != 1:
        raise NotPlainError
    return top[0]


def _without_changing(data: bytes) -> bytes:
    for name in _CHANGING:
        if name in data:
            first, *rest = data.split(name)
            rest = [part[_CHANGING_LENGTH:] if part[:_CHANGING_LENGTH].isalnum() else part for part in rest]
            data = name.join([first, *rest])
    return data


def _begin(data: bytes) -> int:
    """Where the root begins, behind the declaration. Raises NotPlainError, UnicodeDecodeError."""
    begin = len(_MARK) if data.startswith(_MARK) else 0
    if data.startswith(b"<?", begin):
        end = data.find(b"?>", begin, begin + _DECLARATION) + 2
        if _declaration().fullmatch(data[begin:end].decode("ascii")) is None:
            raise NotPlainError
        while data[end : end + 1] in (b"\r", b"\n"):
            end += 1
        begin = end
    if data[begin : begin + 1] != b"<" or data.find(b"\r", begin) >= 0:
        raise NotPlainError
    return begin


@cache
def _declaration() -> re.Pattern[str]:
    return compiled(
        r"<\?xml version=[\"']1\.0[\"'](?: encoding=[\"'][Uu][Tt][Ff]-8[\"'])?"
        r"(?: standalone=[\"'](?:yes|no)[\"'])? ?\?>"
    )
