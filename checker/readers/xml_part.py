"""Parts of a package as XML trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.readers import limits
from checker.readers.plain_xml import plain_xml

if TYPE_CHECKING:
    from checker.readers.element import Element

STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
"""Namespaces of strict documents (ISO/IEC 29500-1) and the transitional ones (29500-4) that mean the same."""


def in_utf8(data: bytes) -> bytes:
    """`data` with UTF-16 turned into UTF-8; other encodings agree with ASCII in all that markup is made of."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"):
        encoding = (
            "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-le" if data[:1] == b"<" else "utf-16-be"
        )
        data = _without_declaration(data.decode(encoding, "replace").encode("utf-8"))
    return data


def plain(data: bytes) -> bytes:
    """`data` in UTF-8 with the transitional namespaces, so that one set of names and byte tests serves every file."""
    data = in_utf8(data)
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, transitional in STRICT:
            data = data.replace(strict, transitional)
    return data


def parse(data: bytes, part: str) -> tuple[Element, str]:
    """The root of `data` (as plain() leaves it), and a caution in English where it had to be mended ("" otherwise).

    Raises InputError where lxml_part.parse does.
    """
    root = plain_xml(data) if len(data) <= limits.MARKUP else None
    if root is not None:
        return root, ""
    from checker.readers import lxml_part  # late: few files need it

    return lxml_part.parse(data, part)


def _without_declaration(data: bytes) -> bytes:
    """Without an XML declaration, which would name an encoding that `data` no longer has."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    end = data.find(b"?>")
    return data[end + 2 :] if data.startswith(b"<?xml") and end > 0 else data
