"""Members that are not changed keep the very bytes that they are stored in."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from checker.annotating.container import copy_with
from checker.errors import InputError


def archive() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as made:
        made.writestr(ZipInfo("mimetype", (1999, 5, 4, 3, 2, 0)), b"stored", ZIP_STORED)
        made.writestr("文档/甲.xml", b"<a/>" * 500, ZIP_DEFLATED)
        made.writestr("word/document.xml", b"<b/>" * 500, ZIP_DEFLATED)
        made.comment = "备注".encode()
    return out.getvalue()


def stored(data: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(data)) as opened:
        info = opened.getinfo(name)
    start = info.header_offset + 30 + len(info.filename.encode()) + len(info.extra)
    return data[start : start + info.compress_size]


def test_only_the_named_members_change_and_new_ones_come_last() -> None:
    data = archive()
    copy = copy_with(data, {"Word/Document.xml": b"<c/>", "word/comments.xml": b"<d/>"})
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(copy)) as new:
        assert new.testzip() is None
        assert new.namelist() == [*old.namelist(), "word/comments.xml"]
        assert new.comment == old.comment
        assert new.read("word/document.xml") == b"<c/>"
        for name in ("mimetype", "文档/甲.xml"):
            assert new.getinfo(name).date_time == old.getinfo(name).date_time
            assert new.getinfo(name).compress_type == old.getinfo(name).compress_type
            assert stored(copy, name) == stored(data, name)


def test_sizes_behind_the_content_are_entered_before_it() -> None:
    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError

    out = Pipe()
    with ZipFile(out, "w") as made:
        made.writestr("a.xml", b"<a/>" * 99, ZIP_DEFLATED)
    with ZipFile(BytesIO(copy_with(out.getvalue(), {}))) as new:
        assert new.testzip() is None
        assert new.read("a.xml") == b"<a/>" * 99


def test_nothing_to_change_gives_a_copy_that_can_be_copied_again() -> None:
    once = copy_with(archive(), {})
    assert copy_with(once, {}) == once


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 10])
def test_a_damaged_archive_is_told_so(data: bytes) -> None:
    with pytest.raises(InputError):
        copy_with(data, {})
