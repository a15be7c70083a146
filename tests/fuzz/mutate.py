"""Mutations: bytes, and for packages also the parts inside, repacked so that their checksums are right."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib

_ODD = (
    b"\x00", b"\xff", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff",  b"\x80\x00\x00\x00",
    b"<", b">", b"&", b'"', b"]]>", b"<!--",
    b"&#0;", b"&#x110000;", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"-1", b"0", b"1",
    b"999999999999", b"1e999", b"NaN", b"%s",
    "一".encode(), "\u202e".encode(), "\ufeff".encode(), "\ud7ff".encode(),
    b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80",
    b"\n", b"\t", b"|", b"|---|", b"{", b"}", b"[" * 300, b"{\\rtf", b"/Length 99999999", b"endstream", b"PK\x03\x04",
)  # fmt: skip
_NUMBER = re.compile(rb"\d{1,9}")
_NAME = re.compile(rb"</?[A-Za-z][\w:.\-]{0,40}")
_MOST = 4_000_000
"""Bytes that a mutated file may have: repetition must not feed on itself."""


def mutate(data: bytes, rng: random.Random) -> bytes:
    """Another file, one to four steps away; the same for the same state of `rng`."""
    for _ in range(rng.choice((1, 1, 1, 2, 3, 4))):
        data = _package(data, rng) if data[:2] == b"PK" and rng.random() < 0.8 else _bytes(data, rng)
    return data[:_MOST]


def _package(data: bytes, rng: random.Random) -> bytes:
    """A package with one part mutated, missing, doubled, renamed or emptied."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, RuntimeError, EOFError, ValueError, OSError):
        return _bytes(data, rng)
    if not parts:
        return _bytes(data, rng)
    main = [i for i, (name, _) in enumerate(parts) if name.endswith(("document.xml", "styles.xml", "numbering.xml"))]
    at = rng.choice(main) if main and rng.random() < 0.7 else rng.randrange(len(parts))
    name, content = parts[at]
    step = rng.random()
    if step < 0.85:
        parts[at] = (name, _bytes(content, rng))
    elif step < 0.9:
        del parts[at]
    elif step < 0.95:
        parts[at] = (rng.choice(parts)[0], content)
    else:
        parts[at] = (name, b"")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", rng.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        written: set[str] = set()
        for key, value in parts:
            if key not in written:
                archive.writestr(zipfile.ZipInfo(key), value)
                written.add(key)
    return made.getvalue()


def _bytes(data: bytes, rng: random.Random) -> bytes:  # noqa: PLR0911 - a return for each kind of step
    if not data:
        return rng.choice(_ODD)
    at = rng.randrange(len(data))
    length = min(len(data) - at, rng.choice((1, 1, 2, 4, 16, 100, 1000, 10_000)))
    match rng.randrange(10):
        case 0:
            return data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :]
        case 1:
            return data[:at] + rng.randbytes(length) + data[at + length :]
        case 2:
            return data[:at] + data[at + length :]
        case 3:
            return data[:at] + data[at : at + length] * rng.choice((2, 3, 50)) + data[at + length :]
        case 4:
            return data[:at] + rng.choice(_ODD) + data[at:]
        case 5:
            return data[: rng.choice((at, max(1, len(data) - length)))]
        case 6:
            other = rng.randrange(len(data))
            return data[:at] + data[other : other + length] + data[at:]
        case 7:
            return _swapped(_NUMBER, data, at, rng, (b"0", b"1", b"2147483647", b"99999999", b"-1"))
        case 8:
            return _swapped(_NAME, data, at, rng, ())
        case _:
            piece = data[at : at + min(length, 200)]
            return data[:at] + piece * rng.choice((10, 300, 2000)) + data[at:]


def _swapped(kind: re.Pattern[bytes], data: bytes, at: int, rng: random.Random, values: tuple[bytes, ...]) -> bytes:
    """A number or tag near `at` in place of another one."""
    found = [m for _, m in zip(range(50), kind.finditer(data, at), strict=False)]
    if not found:
        return data[at:] + data[:at]
    one, other = rng.choice(found), rng.choice(found)
    return data[: one.start()] + (rng.choice(values) if values else other[0]) + data[one.end() :]
