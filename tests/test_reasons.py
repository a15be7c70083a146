"""The reasons of the operating system are told in the reader's language."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from checker.commands.group import run
from checker.reasons import reason_of


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC, errno.EROFS])
def test_common_reasons_are_told_in_chinese(number: int) -> None:
    said = reason_of(OSError(number, os.strerror(number)))
    assert said.en == os.strerror(number)
    assert all("一" <= char <= "鿿" for char in said.zh)


def test_what_has_no_chinese_is_told_in_the_words_of_the_system() -> None:
    assert reason_of(OSError(errno.EXDEV, "Invalid cross-device link")).zh == "Invalid cross-device link"
    assert reason_of(OSError("no number")).zh == "no number"


def test_a_name_that_no_system_takes() -> None:
    with pytest.raises(ValueError, match="null") as caught:
        Path("a\0b").read_bytes()
    assert reason_of(caught.value).zh == "名称或写法不被系统接受"


@pytest.mark.parametrize(("lang", "said"), [("zh", "没有这个文件或文件夹"), ("en", "No such file or directory")])
def test_the_command_tells_it_in_the_language_of_the_call(
    lang: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run(["fix", str(tmp_path / "none.docx"), "--diff", "--lang", lang])
    assert said in capsys.readouterr().err
