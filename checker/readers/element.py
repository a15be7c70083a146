"""An element of an XML tree, as far as the readers ask: of lxml's tree or of plain_xml.py's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, overload


class Element(Protocol):
    """An element; iterating gives its children."""

    @property
    def tag(self) -> str:
        """Its name, with the namespace as lxml spells it."""

    @property
    def text(self) -> str | None:
        """The text before its first child."""

    @property
    def nsmap(self) -> dict[str | None, str]:
        """The namespaces in force, by prefix."""

    def __iter__(self) -> Iterator[Element]: ...

    def __len__(self) -> int: ...

    @overload
    def get(self, name: str, /) -> str | None: ...

    @overload
    def get(self, name: str, default: str, /) -> str: ...

    def iter(self, *tags: str) -> Iterator[Element]:
        """The element and all below it, in document order; only those with the tags, if any are given."""

    def iterchildren(self, *tags: str) -> Iterator[Element]:
        """The children with the tags."""

    def itersiblings(self, *tags: str) -> Iterator[Element]:
        """The elements after it in the same parent, with the tags."""

    def find(self, path: str, /) -> Element | None:
        """The first element at a path of tags."""

    def iterfind(self, path: str, /) -> Iterator[Element]:
        """The elements at a path of tags."""

    def getparent(self) -> Element | None:
        """The element around it."""

    def getprevious(self) -> Element | None:
        """The element before it in the same parent."""

    def getnext(self) -> Element | None:
        """The element after it in the same parent."""
