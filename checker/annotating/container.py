"""A copy of a zip archive with some members changed or added; every other member's stored bytes are the original's."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from checker.readers.archive import damaged, part_key

_LOCAL = struct.Struct("<4s5H3L2H")
_DIRECTORY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_SIZES_BEHIND, _UTF8_NAME = 0x8, 0x800
_DEFLATED = 8
_ENDS_1980 = 0x21  # 1 January 1980, the first day that a zip archive can name


def copy_with(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive with the content of `parts`, by name: in place of members that have it, at the end where none has.

    Order, names, times and attributes of the members stay. Raises InputError for an archive that is damaged.
    """
    changed = {part_key(name): content for name, content in parts.items()}
    out = BytesIO()
    directory: list[bytes] = []
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for info in archive.infolist():
                key = part_key(info.filename)
                if key in changed:
                    _write(out, directory, info, _deflated(changed[key]), _DEFLATED, changed[key])
                else:
                    _write(out, directory, info, _stored(data, info), info.compress_type, None)
            there = {part_key(info.filename) for info in archive.infolist()}
            comment = archive.comment
    except (zipfile.BadZipFile, struct.error, NotImplementedError) as error:
        raise damaged(str(error)) from error
    for name, content in parts.items():
        if part_key(name) not in there:
            _write(out, directory, zipfile.ZipInfo(name), _deflated(content), _DEFLATED, content)
    start, body = out.tell(), b"".join(directory)
    out.write(body)
    out.write(_END.pack(b"PK\x05\x06", 0, 0, len(directory), len(directory), len(body), start, len(comment)))
    out.write(comment)
    return out.getvalue()


def _stored(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The member as it is stored, still compressed."""
    name_length, extra_length = _LOCAL.unpack_from(data, info.header_offset)[-2:]
    start = info.header_offset + _LOCAL.size + name_length + extra_length
    return data[start : start + info.compress_size]


def _deflated(content: bytes) -> bytes:
    deflater = zlib.compressobj(6, zlib.DEFLATED, -15)
    return deflater.compress(content) + deflater.flush()


def _write(
    out: BytesIO, directory: list[bytes], info: zipfile.ZipInfo, packed: bytes, method: int, content: bytes | None
) -> None:
    """Appends a member; content: what it holds where that is new."""
    checksum, size = (info.CRC, info.file_size) if content is None else (zlib.crc32(content), len(content))
    flags = info.flag_bits & ~_SIZES_BEHIND
    try:
        name = info.orig_filename.encode("utf-8" if flags & _UTF8_NAME else "cp437")
    except UnicodeEncodeError:
        name, flags = info.orig_filename.encode("utf-8"), flags | _UTF8_NAME
    year, month, day, hour, minute, second = info.date_time
    date = (year - 1980) << 9 | month << 5 | day if 1980 <= year < 2108 else _ENDS_1980
    common = (20, flags, method, hour << 11 | minute << 5 | second // 2, date, checksum, len(packed), size, len(name))
    offset = out.tell()
    out.write(_LOCAL.pack(b"PK\x03\x04", *common, 0) + name + packed)
    made = info.create_system << 8 | 20
    entry = (*common, 0, 0, 0, info.internal_attr, info.external_attr, offset)
    directory.append(_DIRECTORY.pack(b"PK\x01\x02", made, *entry) + name)
