"""An element of a tree that plain_xml.py makes; it answers as one of lxml does, as far as the readers ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import overload

from checker.readers.tags import ASKED


class PlainElement(list["PlainElement"]):
    """An element with its children.

    parent: None for the root, for an element that stands for all that are written like it, and for every element of a
    tree in which nobody asks for it (see PlainRoot.asked).
    """

    __slots__ = ("attributes", "parent", "tag", "text")
    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__  # type: ignore[assignment]  # an element equals itself alone, as with lxml

    tag: str
    attributes: dict[str, str]
    parent: PlainElement | None
    text: str | None

    @overload
    def get(self, name: str) -> str | None: ...

    @overload
    def get(self, name: str, default: str) -> str: ...

    def get(self, name: str, default: str | None = None) -> str | None:
        """The value of an attribute."""
        return self.attributes.get(name, default)

    def iter(self, *tags: str) -> Iterator[PlainElement]:
        """The element and all below it, in document order; only those with the tags, if any are given."""
        pending = [self]
        while pending:
            element = pending.pop()
            if not tags or element.tag in tags:
                yield element
            if element:
                pending.extend(element[::-1])

    def iterchildren(self, *tags: str) -> Iterator[PlainElement]:
        """The children with the tags."""
        return iter([child for child in self if not tags or child.tag in tags])

    def find(self, path: str) -> PlainElement | None:
        """The first element at a path of tags ("a/b"; ".//a/b" at any depth)."""
        return next(self.iterfind(path), None)

    def iterfind(self, path: str) -> Iterator[PlainElement]:
        """The elements at a path of tags."""
        steps = _steps(path)
        if path.startswith(".//"):
            found = [below for below in self.iter(steps[0]) if below is not self]
        else:
            found = [child for child in self if child.tag == steps[0]]
        for step in steps[1:]:
            found = [child for element in found for child in element if child.tag == step]
        return iter(found)

    def getparent(self) -> PlainElement | None:
        """The element around it."""
        return self.parent

    def getprevious(self) -> PlainElement | None:
        """The element before it in the same parent."""
        beside = self.parent or [self]
        at = beside.index(self)
        return beside[at - 1] if at else None

    def getnext(self) -> PlainElement | None:
        """The element after it in the same parent."""
        return next(self.itersiblings(), None)

    def itersiblings(self, *tags: str) -> Iterator[PlainElement]:
        """The elements after it in the same parent, those with the tags."""
        beside = self.parent or [self]
        return iter([other for other in beside[beside.index(self) + 1 :] if not tags or other.tag in tags])

    @property
    def nsmap(self) -> dict[str | None, str]:
        """The namespaces in force, by prefix; {} where nobody asks for what is around an element."""
        return self.parent.nsmap if self.parent is not None else {}


class PlainRoot(PlainElement):
    """The root of a tree.

    spaces: the namespaces that it declares, by prefix. asked: whether the tree has any element of ASKED.
    """

    __slots__ = ("asked", "spaces")

    asked: bool
    spaces: dict[str, str]

    def iter(self, *tags: str) -> Iterator[PlainElement]:
        """As of any element; what is known not to be there is not looked for."""
        return iter(()) if tags and not self.asked and ASKED.issuperset(tags) else super().iter(*tags)

    @property
    def nsmap(self) -> dict[str | None, str]:
        """The namespaces in force, by prefix."""
        return {prefix or None: space for prefix, space in self.spaces.items() if prefix != "xml"}


def plain_element(tag: str, attributes: dict[str, str]) -> PlainElement:
    """An element without children or place."""
    made = PlainElement()
    made.tag, made.attributes, made.parent, made.text = tag, attributes, None, None
    return made


def plain_root(element: PlainElement, spaces: dict[str, str], *, asked: bool) -> PlainRoot:
    """The root of a tree in place of the element that was made for it."""
    root = PlainRoot(element)
    root.tag, root.attributes, root.parent, root.text = element.tag, element.attributes, None, element.text
    root.spaces, root.asked = spaces, asked
    for child in root:
        if child.parent is element:
            child.parent = root
    return root


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(re.findall(r"(?:\{[^}]*\})?[^/.]+", path.removeprefix(".//")))
