"""A wrong call: one line on what is wrong, in the reader's language, and exit status 2."""

from __future__ import annotations

import pytest

from checker.commands.group import run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check"], "缺少 PATH"),
        (["--foo"], "没有选项 --foo；是否指 --format？"),
        (["a.docx", "--fail-on"], "选项 --fail-on 后面要有一个值"),
        (["a.docx", "--fail-on", "all"], "--fail-on 只能是 error、warning、notice、never 之一"),
        (["a.docx", "--year", "99"], "--year 应为 2008 至 2100 的整数"),
        (["check", "--lang", "en"], "Missing argument"),
        (["rules", "prove"], "prove"),
    ],
)
def test_a_wrong_call_is_told(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["--version"]])
def test_help_is_no_fault(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 0
    assert "gkcheck" in capsys.readouterr().out
