"""What is answered without click, and that it is answered alike."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.commands.group import group
from checker.commands.plain import plain_call, plainly_checked

_ROOT = Path(__file__).parents[1]
_EXAMPLES = _ROOT / "docs" / "examples"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (["a.docx"], ("table", ["a.docx"])),
        (["--format", "json", "a.docx", "报告"], ("json", ["a.docx", "报告"])),
        (["./rules", "--format=table"], ("table", ["./rules"])),
        (["a.docx", "rules"], ("table", ["a.docx", "rules"])),
        (["年报"], ("table", ["年报"])),
    ],
)
def test_plain_calls(words: list[str], asked: tuple[str, list[str]]) -> None:
    assert plain_call(words) == asked


@pytest.mark.parametrize(
    "words",
    [
        [], ["-"], ["--"], ["rules"], ["parse", "a.docx"], ["check", "a.docx"], ["any-later-command"], ["--help"],
        ["--version"], ["a.docx", "-q"], ["a.docx", "--lang", "en"], ["--format"], ["--format", "sarif", "a.docx"],
        ["--format=", "a.docx"], ["--formats", "a.docx"], ["--format", "json"], ["a.docx", "-o", "b.json"],
    ],
)  # fmt: skip
def test_all_else_is_for_the_commands(words: list[str]) -> None:
    assert plain_call(words) is None


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_plain_call_says_what_the_command_says(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(path) for path in sorted(_EXAMPLES.glob("*.docx"))] + ["没有这个文件.docx"]
    status = plainly_checked(["--format", form, *paths])
    plain = capsys.readouterr().out
    command = CliRunner().invoke(group, ["check", "--format", form, *paths])
    assert (plain, status) == (command.output, command.exit_code)
    assert status == 2


def test_reports_with_settings_beside_them_are_for_the_command(tmp_path: Path) -> None:
    report = tmp_path / "报告.docx"
    report.write_bytes((_EXAMPLES / "faulty-2021.docx").read_bytes())
    assert plainly_checked([str(report)]) == 1
    (tmp_path / "gkcheck.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    assert plainly_checked([str(report)]) is None


def test_neither_click_nor_what_parses_is_loaded() -> None:
    file = str(_EXAMPLES / "compliant-2021.docx")
    code = (
        "import sys\nfrom checker.commands.plain import plainly_checked\n"
        f"plainly_checked(['--format', 'json', {file!r}])\n"
        "unwanted = {'click', 'dataclasses', 'pyparsing', 'tabulate', 'tomllib', 'checker.lines'}\n"
        "print('loaded', *sorted(unwanted & set(sys.modules)))"
    )
    for _ in range(2):  # the first call may have to parse the rules
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_ROOT)
    assert done.stdout.split("\n")[-2] == "loaded"
