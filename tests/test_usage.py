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
        (["rules", "prove"], "没有命令 prove\ngkcheck rules [选项] 命令 [参数]…\n"),
        (["explain", "GK310", "GK311"], "多了 GK311"),
        (["a.docx", "--quiet=1"], "选项 --quiet 后面不能有值"),
        (["batch", "a", "--timeout", "x"], "--timeout 应为不小于 0.1 的数"),
        (["a.docx", "--format", "json", "--format", "html"], "请成对给出"),
        (["a.docx", "--format", "json", "--format", "html", "--lang", "en"], "give them in pairs"),
        (["a.docx", "--limit", "pages=1"], "--limit："),
        (["a.docx", "--limit", "pages=1", "--lang", "en"], "--limit: "),
    ],
)
def test_a_wrong_call_is_told(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""


def test_the_help_is_in_chinese_throughout(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([], ["new"], ["rules"], ["check"], ["batch"]):
        assert run([*words, "--help"]) == 0
    said = capsys.readouterr().out
    for english in ("Usage", "Options", "OPTIONS", "Commands", "Show ", "exit.", "TEXT", "INTEGER", "required", "x<="):
        assert english not in said
    assert "--year N" in said and "选项：" in said and "（2008 至 2100；必填）" in said


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["--version"]])
def test_help_is_no_fault(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 0
    assert "gkcheck" in capsys.readouterr().out
