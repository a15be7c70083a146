"""Files as they lie about: odd names, long paths, links, pipes, no permission, files that change while read."""

from __future__ import annotations

import os
import tempfile
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from checker import readers
from checker.document import Document
from checker.errors import InputError
from checker.readers import read
from checker.readers.archive import Archive
from tests.readers.docx_xml import docx, p

GOOD = docx(p("一、总体情况"))


def words(path: Path) -> list[str]:
    found = read(path, path.name)
    assert isinstance(found, Document)
    return [para.text for para in found.paragraphs]


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(path, path.name)
    return caught.value.message_en


@pytest.mark.parametrize(
    "name",
    ["年 报（终稿）.docx", "-rf.docx", "a\nb.docx", "a'\"b.docx", "é\u0301\U0001f600.docx", "%00.docx", "无后缀"],
)
def test_odd_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(GOOD)
    assert words(tmp_path / name) == ["一、总体情况"]


def test_a_very_long_path(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(12):
        folder = folder / ("年" * 60)
        folder.mkdir()
    (folder / "a.docx").write_bytes(GOOD)
    assert words(folder / "a.docx") == ["一、总体情况"]
    assert "can't be read" in refused(tmp_path / ("长" * 5000))


def test_links_are_followed_and_circles_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(GOOD)
    (tmp_path / "link.docx").symlink_to("a.docx")
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    (tmp_path / "lost").symlink_to("nowhere")
    assert words(tmp_path / "link.docx") == ["一、总体情况"]
    assert "can't be read" in refused(tmp_path / "one")
    assert "no such file" in refused(tmp_path / "lost")


def test_pipes_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "not a regular file" in refused(tmp_path / "pipe")
    assert "not a regular file" in refused(Path("/dev/zero"))
    assert "folder" in refused(tmp_path)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.docx").write_bytes(GOOD)

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", forbidden)  # the super-user of a test machine may read everything
    assert "Permission denied" in refused(tmp_path / "a.docx")


class Changing(BytesIO):
    """A file of which everything but its beginning is gone once its directory has been read."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.reads = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self.reads += 1
        if self.reads == 4:
            self.truncate(100)
        return super().read(size)


def test_a_file_that_shrinks_while_it_is_read_is_damaged() -> None:
    with pytest.raises(InputError, match="truncated or damaged"):
        readers._read(Changing(GOOD), "a.docx")


def test_a_part_that_changed_since_the_directory_was_written_is_damaged() -> None:
    archive = Archive(BytesIO(GOOD))
    at = archive.entries["word/document.xml"].offset + 60
    changed = bytearray(GOOD)
    changed[at] ^= 1
    with pytest.raises(InputError, match="truncated or damaged"):
        read(bytes(changed), "a.docx")


def test_nothing_is_left_in_the_folder_of_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    broken = BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    for data in (GOOD, b"%PDF-1.7 broken", b"{\\rtf1 broken", broken.getvalue(), b"<html><p>a</p></html>"):
        with suppress(InputError):
            read(data, "a")
    assert list(tmp_path.iterdir()) == []
