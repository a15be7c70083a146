"""Tags as word processors write them, each examined once (see plain_xml.py); those not surely good are refused."""

from __future__ import annotations

import re
from functools import cache

from checker.expressions import compiled

_TAG, _WORDS = 8_000, 1_000_000
"""Bytes of a tag and of a text: far below libxml2's own limits."""
_KEPT = 4_000
"""Tags remembered from file to file under one set of namespaces."""
_SIGNS = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
_XML = "http://www.w3.org/XML/1998/namespace"
_SPACE = f"{{{_XML}}}space"
_RESERVED = frozenset({_XML, "http://www.w3.org/2000/xmlns/"})


class NotPlainError(Exception):
    """Something that lxml must look at."""


class Tag:
    """A tag as written.

    closes: it is an end tag; empty: it is a start and an end. under: the tags below it where it declares namespaces.
    """

    __slots__ = ("attributes", "closes", "empty", "name", "under")

    def __init__(
        self,
        name: str,
        attributes: dict[str, str],
        *,
        closes: bool = False,
        empty: bool = False,
        under: Tags | None = None,
    ) -> None:
        self.name, self.attributes, self.closes, self.empty, self.under = name, attributes, closes, empty, under


class Tags:
    """The tags that were met where the same namespaces are in force."""

    def __init__(self, spaces: dict[str, str]) -> None:
        """`spaces`: by prefix. Raises NotPlainError."""
        if len(set(spaces.values())) != len(spaces):  # of two prefixes for one space a parser compares the prefixes
            raise NotPlainError
        self.spaces = spaces
        self._tags: dict[bytes, Tag] = {}
        self._names: dict[str, str] = {}

    def tag(self, written: bytes) -> Tag:
        """The tag written so, without its "<". Raises NotPlainError, UnicodeDecodeError."""
        found = self._tags.get(written)
        if found is None:
            if len(written) > _TAG or not written.endswith(b">"):
                raise NotPlainError
            text = written[:-1].decode()
            found = Tag(self._name(text[1:]), {}, closes=True) if text.startswith("/") else self._start(text)
            if len(self._tags) >= _KEPT:
                self._tags.clear()
            self._tags[written] = found
        return found

    def _start(self, text: str) -> Tag:
        empty = text.endswith("/")
        name, blank, rest = text[: len(text) - empty].partition(" ")
        written = _attributes(blank + rest)
        spaces = {key[6:]: value for key, value in written if key == "xmlns" or key.startswith("xmlns:")}
        under = Tags({**self.spaces, **_good(spaces)}) if spaces else self
        own = [(key, value) for key, value in written if key.partition(":")[0] != "xmlns"]
        attributes = {under._name(key, attribute=True): value for key, value in own}
        if len(attributes) != len(own) or attributes.get(_SPACE) not in (None, "preserve", "default"):
            raise NotPlainError
        return Tag(under._name(name), attributes, empty=empty, under=under if spaces else None)

    def _name(self, name: str, *, attribute: bool = False) -> str:
        """A name as lxml spells it."""
        key = f"@{name}" if attribute else name
        found = self._names.get(key)
        if found is None:
            prefix, colon, local = name.rpartition(":")
            if _form().fullmatch(name) is None or (colon and prefix not in self.spaces):
                raise NotPlainError
            if prefix == "xml" and not (attribute and local == "space"):  # parsers look into xml:id and the like
                raise NotPlainError
            space = self.spaces.get(prefix) if colon or not attribute else None
            found = self._names[key] = local if space is None else f"{{{space}}}{local}"
        return found


def outermost() -> Tags:
    """Where nothing is declared."""
    return Tags({"xml": _XML})


def words_of(text: bytes) -> str:
    """The words of a text as written. Raises NotPlainError, UnicodeDecodeError."""
    words = text.decode()
    if not words.isprintable() and _forbidden().search(words):
        raise NotPlainError
    if len(words) > _WORDS or "<" in words or (">" in words and "]]>" in words):
        raise NotPlainError
    return _unescaped(words) if "&" in words else words


def _attributes(text: str) -> list[tuple[str, str]]:
    """The attributes in a tag with their values, which hold nothing that a parser would change."""
    found: list[tuple[str, str]] = _attribute().findall(text)
    if "".join([f' {name}="{value}"' for name, value in found]) != text.rstrip(" "):
        raise NotPlainError
    if not text.isprintable() and _forbidden_in_tag().search(text):
        raise NotPlainError
    if len({name for name, _ in found}) != len(found):
        raise NotPlainError
    return [(name, _unescaped(value)) for name, value in found] if "&" in text else found


def _good(spaces: dict[str, str]) -> dict[str, str]:
    if any(_space().fullmatch(value) is None or value in _RESERVED for value in spaces.values()):
        raise NotPlainError
    if any((prefix and _form().fullmatch(prefix) is None) or prefix in ("xml", "xmlns") for prefix in spaces):
        raise NotPlainError
    return spaces


def _unescaped(text: str) -> str:
    if text.count("&") != len(_reference().findall(text)):
        raise NotPlainError
    for written, sign in _SIGNS:
        text = text.replace(written, sign)
    return text


@cache
def _form() -> re.Pattern[str]:
    return compiled(r"(?:[A-Za-z_][A-Za-z0-9_.-]{0,99}:)?[A-Za-z_][A-Za-z0-9_.-]{0,99}")


@cache
def _attribute() -> re.Pattern[str]:
    return compiled(r' ([A-Za-z0-9_.:-]{1,200})="([^"<]*)"')


@cache
def _space() -> re.Pattern[str]:
    """Names of namespaces that no parser has anything to say about."""
    return compiled(r"(?:https?://|urn:)[A-Za-z0-9_.:/#-]{1,200}")


@cache
def _forbidden() -> re.Pattern[str]:
    return compiled(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")


@cache
def _forbidden_in_tag() -> re.Pattern[str]:
    return compiled(r"[\x00-\x1f\ufffe\uffff]")


@cache
def _reference() -> re.Pattern[str]:
    return compiled(r"&(?:amp|lt|gt|quot|apos);")
