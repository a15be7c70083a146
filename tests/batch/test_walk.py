"""Which files a walk finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.batch.walk import walk
from checker.errors import InputError

NAMES = (
    "2022/a.docx",
    "2022/b.DOCX",
    "2022/草稿/c.docx",
    "2023/a.docx",
    "2023/~$a.docx",
    ".git/d.docx",
    "2023/e.pdf",
    "f.docx",
)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def found(top: Path, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> list[str]:
    return [Path(name).relative_to(top).as_posix() for name in walk([str(top)], include, exclude)]


def test_word_files_of_all_folders_in_order(top: Path) -> None:
    assert found(top) == ["2022/a.docx", "2022/b.DOCX", "2022/草稿/c.docx", "2023/a.docx", "f.docx"]


def test_patterns_say_what_is_in_and_out(top: Path) -> None:
    assert found(top, include=("*.docx", "*.pdf"), exclude=("草稿/", "/f.docx")) == [
        "2022/a.docx",
        "2023/a.docx",
        "2023/e.pdf",
    ]
    assert found(top, include=("2023/*.docx",)) == ["2023/a.docx"]


def test_gkcheckignore_leaves_out_and_takes_back(top: Path) -> None:
    (top / ".gkcheckignore").write_text("# 草稿不查\n草稿\na.docx\n", encoding="utf-8")
    (top / "2023" / ".gkcheckignore").write_text("!a.docx\n", encoding="utf-8")
    assert found(top) == ["2022/b.DOCX", "2023/a.docx", "f.docx"]


def test_each_file_once_and_a_file_as_given(top: Path) -> None:
    one = str(top / "2022" / "a.docx")
    assert list(walk([one, str(top / "2022"), one])) == [
        one,
        str(top / "2022" / "b.DOCX"),
        str(top / "2022" / "草稿" / "c.docx"),
    ]
    with pytest.raises(InputError, match="nowhere"):
        list(walk([str(top / "nowhere")]))


def test_a_loop_of_links_ends(top: Path) -> None:
    (top / "2022" / "again").symlink_to(top, target_is_directory=True)
    assert len(found(top)) == 5
