"""The markup between two texts as steps that build a tree, each examined once (see plain_xml.py)."""

from __future__ import annotations

from typing import NamedTuple

from checker.readers.plain_element import PlainElement, plain_element
from checker.readers.plain_tags import NotPlainError, Tag, Tags, outermost, words_of
from checker.readers.tags import ALTERNATES, ASKED, CHOICE, PLACED, TEXT, W

LEAF, OPEN, CLOSE, WORDS = range(4)
Step = tuple[int, str, dict[str, str], PlainElement]
_SCOPES, _BYTES = 8, 2_000_000
"""What is remembered from file to file: root tags, and the bytes of the markup that was met under each."""
_NOTHING = plain_element("", {})
_BRANCHES = frozenset({ALTERNATES, CHOICE})
_scopes: dict[bytes, Scope] = {}


class Stretch:
    """Markup as steps that build a tree.

    rise: by how many levels it ends deeper than it begins; peak: how much deeper it goes in between. asked: it holds an
    element of ASKED.
    """

    __slots__ = ("asked", "peak", "rise", "steps")

    def __init__(self, steps: list[Step], rise: int, peak: int) -> None:
        self.steps, self.rise, self.peak = steps, rise, peak
        self.asked = any(step[0] == OPEN and step[1] in ASKED for step in steps)


class Scope:
    """What was met under one root tag."""

    def __init__(self, root: bytes) -> None:
        """`root`: the tag without its "<". Raises NotPlainError, UnicodeDecodeError."""
        self._root = root
        self.tags = outermost().tag(root).under or outermost()
        self.stretches: dict[bytes, Stretch] = {}
        self._bytes = 0

    def stretch(self, markup: bytes, *, ends: bool) -> Stretch:
        """The steps of markup up to the ">" before a text, or to the end of the part, to be found in `stretches` then.

        Raises NotPlainError, UnicodeDecodeError.
        """
        found = _examined(markup, self.tags, self._root, ends=ends)
        self._bytes += len(markup)
        if self._bytes > _BYTES:
            self.stretches.clear()
            self._bytes = len(markup)
        self.stretches[markup] = found
        return found


def scope_of(root: bytes) -> Scope:
    """What is known under a root tag. Raises NotPlainError, UnicodeDecodeError."""
    found = _scopes.get(root)
    if found is None:
        if len(_scopes) >= _SCOPES:
            _scopes.clear()
        found = _scopes[root] = Scope(root)
    return found


class _Opened(NamedTuple):
    """An element that a stretch opens: where its steps begin, its tag, and the tags around it."""

    begin: int
    tag: Tag
    around: Tags


def _examined(markup: bytes, tags: Tags, root: bytes, *, ends: bool) -> Stretch:
    steps: list[Step] = []
    opened: list[_Opened] = []
    around, rise, peak = tags, 0, 0
    first, *pieces = (markup if ends else markup + b">").split(b"<")
    words = words_of(first)
    for piece in pieces:
        written, closing, text = piece.partition(b">")
        tag = tags.tag(written + closing)
        words = words_of(text) if text else ""
        if tag.name in _BRANCHES and tags is not around:
            raise NotPlainError  # which branch is meant hangs on namespaces, and here are others than the root's
        if tag.closes and opened:
            begin, own, tags = opened.pop()
            if own.name != tag.name:
                raise NotPlainError
            _close(steps, begin, own)
        elif tag.closes:
            rise -= 1
            steps.append((CLOSE, tag.name, {}, _NOTHING))
        elif tag.empty:
            steps.append((OPEN, tag.name, tag.attributes, _NOTHING))
            _close(steps, len(steps) - 1, tag)
        else:
            opened.append(_Opened(len(steps), tag, tags))
            steps.append((OPEN, tag.name, tag.attributes, _NOTHING))
            peak = max(peak, rise + len(opened))
            if tag.under is not None and written + closing != root:
                tags = tag.under
            if words:
                steps.append((WORDS, words, {}, _NOTHING))
    if ends:
        good = not opened and not words.strip(" \n\t")
    else:  # a text that was cut at a ">" of its own is none; what is declared within must not be in force beyond it
        ends_in_text = bool(opened) and opened[-1].tag.name == TEXT and tags.spaces.get("w") == W[1:-1]
        good = ends_in_text and not words and tags is around
    if not good:
        raise NotPlainError
    return Stretch(steps, rise + len(opened), peak)


def _close(steps: list[Step], begin: int, tag: Tag) -> None:
    """Ends the element that begins with a step: one that needs no place is made here, once for all its copies."""
    below = steps[begin + 1 :]
    if tag.name in PLACED or tag.under is not None or any(step[0] not in (LEAF, WORDS) for step in below):
        steps.append((CLOSE, tag.name, {}, _NOTHING))
        return
    made = plain_element(tag.name, tag.attributes)
    made += [step[3] for step in below if step[0] == LEAF]
    made.text = next((step[1] for step in below if step[0] == WORDS), None)
    steps[begin:] = [(LEAF, "", {}, made)]
