"""What an OLE compound file ([MS-CFB]) is, by the names in its directory: what must be known before converting it."""

from __future__ import annotations

import struct

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MACROS = "Macros"
_ENTRY = 128
_START = 116
_FIB_MARK, _FIB_ENCRYPTED = 0xA5EC, 0x0100
_CUTOFF = 4096
"""Bytes below which a stream lies in the mini stream; a WordDocument stream of a text is longer."""


def holds(data: bytes, name: str) -> bool:
    """Whether a stream or storage of that name is in the directory."""
    return _entry(data, name) is not None


def has_macros(data: bytes) -> bool:
    """Whether a Word file holds a project of macros ([MS-DOC] 2.1.9)."""
    return holds(data, MACROS) and holds(data, "VBA")


def encrypted(data: bytes) -> bool:
    """Whether the text of a .doc is encrypted or obfuscated ([MS-DOC] 2.5.2, fEncrypted)."""
    entry = _entry(data, "WordDocument")
    if entry is None or len(data) < 32:
        return False
    start, size = struct.unpack_from("<IQ", entry, _START)
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12) or size < _CUTOFF:
        return False
    at = (start + 1) << shift
    if at + 12 > len(data):
        return False
    mark, flags = struct.unpack_from("<H8xH", data, at)
    return bool(mark == _FIB_MARK and flags & _FIB_ENCRYPTED)


def _entry(data: bytes, name: str) -> bytes | None:
    """The directory entry of that name. Entries are 128 bytes each and start at multiples of that."""
    spelt = name.encode("utf-16-le") + b"\0\0"
    at = data.find(spelt)
    while at >= 0:
        length = struct.unpack_from("<H", data, at + 64)[0] if at + _ENTRY <= len(data) else 0
        if at % _ENTRY == 0 and length == len(spelt):
            return data[at : at + _ENTRY]
        at = data.find(spelt, at + 1)
    return None
