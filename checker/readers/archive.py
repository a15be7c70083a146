"""A zip archive read with a limit on everything that it declares and on everything that it holds.

Not the standard library's zipfile: its import alone takes longer than reading a report, and it reads the directory of
an archive before anyone can ask how long that is. Stored and deflated members are read, which is all that the
Open Packaging Conventions (ISO/IEC 29500-2, annex B) allow; zip64 as well.
"""

from __future__ import annotations

import struct
import zlib

from checker.dataclass import dataclass
from checker.errors import InputError
from checker.hints import BinaryIO
from checker.readers import limits

_END = struct.Struct("<4s4H2LH")
_END64_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_DIRECTORY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_COMMENT = 65_535
_IN_EXTRA = 0xFFFFFFFF
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as the archive's directory declares it; `name` as stored."""

    name: str
    encrypted: bool
    method: int
    checksum: int
    packed: int
    size: int
    offset: int


def damaged(what: str = "") -> InputError:
    """The error for an archive that was cut off or altered."""
    tail = f" ({what})" if what else ""
    return InputError(
        "文件不完整或已损坏，请重新下载，或在 Word 中打开后另存为 .docx 再检查",
        f"the file is truncated or damaged{tail}; fetch it again, or open it in Word and save it as .docx",
    )


def too_large(part: str) -> InputError:
    """The error for a member that is larger than any report."""
    return InputError(
        f"文件中的 {part} 解压后过大，不像是年度报告，已停止读取；请核对文件来源，或在 Word 中另存后再检查",
        f"{part} is far too large when inflated for an annual report and was not read; "
        "check where the file comes from, or save it anew in Word",
    )


def part_key(name: str) -> str:
    """A member's name as a key: forward slashes, no leading slash, case ignored (ISO/IEC 29500-2, 6.2.2.3)."""
    return name.replace("\\", "/").lstrip("/").lower()


class Archive:
    """The members of a zip archive.

    entries: by part_key(name); of two members of one name the last counts.
    """

    def __init__(self, file: BinaryIO) -> None:
        """Reads the directory of `file`; raises InputError where it is cut off, damaged or too long."""
        self._file = file
        self._left = limits.TOTAL_BYTES
        self._end = file.seek(0, 2)
        self.entries: dict[str, Entry] = self._directory()

    def __contains__(self, name: str) -> bool:
        return part_key(name) in self.entries

    def read(self, name: str) -> bytes:
        """The content of a member, checked against its checksum; raises InputError."""
        entry = self.entries[part_key(name)]
        if entry.encrypted:
            raise InputError(
                "文件已加密，请先取消密码保护再检查", "the file is encrypted; remove the password and check it again"
            )
        limit = min(limits.PART_BYTES, self._left)
        if entry.size > limit or entry.packed > limits.PART_BYTES:
            raise too_large(entry.name)
        data = self._inflate(entry, self._packed(entry), limit)
        if zlib.crc32(data) != entry.checksum:
            raise damaged(f"checksum of {entry.name}")
        self._left -= len(data)
        return data

    def _packed(self, entry: Entry) -> bytes:
        self._file.seek(entry.offset)
        head = self._file.read(_LOCAL.size)
        if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
            raise damaged(f"no header before {entry.name}")
        name_length, extra_length = _LOCAL.unpack(head)[-2:]
        self._file.seek(entry.offset + _LOCAL.size + name_length + extra_length)
        return self._file.read(entry.packed)

    @staticmethod
    def _inflate(entry: Entry, packed: bytes, limit: int) -> bytes:
        if entry.method == _STORED:
            if len(packed) > limit:
                raise too_large(entry.name)
            return packed
        if entry.method != _DEFLATED:
            raise InputError(
                "文件的压缩方式不是 Word 所用的，请在 Word 中打开后另存为 .docx 再检查",
                f"{entry.name} is compressed in a way that Word does not use; open it in Word and save it as .docx",
            )
        inflater = zlib.decompressobj(-15)
        try:
            data = inflater.decompress(packed, limit + 1)
        except zlib.error as error:
            raise damaged(f"{entry.name}: {error}") from None
        if len(data) > limit:
            raise too_large(entry.name)
        if not inflater.eof:
            raise damaged(f"{entry.name} ends early")
        return data

    def _directory(self) -> dict[str, Entry]:
        count, length, offset = self._end_record()
        if count > limits.ENTRIES or length > limits.ENTRIES * 1024:
            raise InputError(
                "压缩包中的文件过多，不像是年度报告，已停止读取",
                f"the package holds over {limits.ENTRIES} parts, too many for an annual report; it was not read",
            )
        self._file.seek(offset)
        data = self._file.read(length)
        entries: dict[str, Entry] = {}
        at = 0
        for _ in range(count):
            if data[at : at + 4] != b"PK\x01\x02" or at + _DIRECTORY.size > len(data):
                raise damaged("directory of the archive")
            fields = _DIRECTORY.unpack_from(data, at)
            flags, method, checksum, packed, size = fields[3], fields[4], fields[7], fields[8], fields[9]
            name_length, extra_length, comment_length, offset = fields[10], fields[11], fields[12], fields[16]
            at += _DIRECTORY.size
            name = data[at : at + name_length].decode("utf-8", "replace")
            extra = data[at + name_length : at + name_length + extra_length]
            at += name_length + extra_length + comment_length
            if _IN_EXTRA in (size, packed, offset):
                size, packed, offset = _wide(extra, size, packed, offset)
            offset = min(offset + self._shift, self._end)
            entries[part_key(name)] = Entry(name, bool(flags & _ENCRYPTED), method, checksum, packed, size, offset)
        return entries

    def _end_record(self) -> tuple[int, int, int]:
        """Number of members, length of the directory, and where it begins in the file."""
        start = max(0, self._end - _COMMENT - _END.size)
        self._file.seek(start)
        tail = self._file.read()
        at = tail.rfind(b"PK\x05\x06")
        if at < 0 or at + _END.size > len(tail):
            raise damaged("no directory at its end")
        _, _, _, _, count, length, offset, _ = _END.unpack_from(tail, at)
        begins = start + at
        if _IN_EXTRA in (length, offset) or count == 0xFFFF:
            self._file.seek(max(0, begins - _END64_LOCATOR.size))
            locator = self._file.read(_END64_LOCATOR.size)
            if len(locator) == _END64_LOCATOR.size and locator.startswith(b"PK\x06\x07"):
                self._file.seek(min(_END64_LOCATOR.unpack(locator)[2], self._end))
                record = self._file.read(_END64.size)
                if len(record) < _END64.size or not record.startswith(b"PK\x06\x06"):
                    raise damaged("zip64 directory")
                count, length, offset = _END64.unpack(record)[-3:]
                self._shift = 0
                return count, length, min(offset, self._end)
        # Bytes put before the archive shift every offset that it declares.
        self._shift = begins - length - offset
        if self._shift < 0:
            raise damaged("directory of the archive")
        return count, length, offset + self._shift


def _wide(extra: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    """Sizes and offset from the zip64 extra field, for those that are marked as standing there."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == 1:
            body = extra[at + 4 : at + 4 + length]
            values = [v for (v,) in struct.iter_unpack("<Q", body[: len(body) // 8 * 8])]
            wide = [values.pop(0) if v == _IN_EXTRA and values else v for v in (size, packed, offset)]
            return wide[0], wide[1], wide[2]
        at += 4 + length
    return size, packed, offset
