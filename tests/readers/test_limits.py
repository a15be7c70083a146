"""Limits by name, for the time of a call; each has its reason in docs/limits.md."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.commands.group import group
from checker.errors import InputError
from checker.readers import limits, read

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "compliant-2021.docx"


def test_values_may_carry_a_unit() -> None:
    assert limits.parse(("part-bytes=100M", " columns = 600 ", "file-bytes=2g")) == {
        "part-bytes": 100 * 1024**2,
        "columns": 600,
        "file-bytes": 2 * 1024**3,
    }


@pytest.mark.parametrize(
    "text", ["parts=1", "columns", "columns=", "columns=-1", "columns=0", "columns=1T", "columns=٣"]
)
def test_what_is_no_limit_is_refused_in_words(text: str) -> None:
    with pytest.raises(InputError) as caught:
        limits.parse((text,))
    assert text.partition("=")[0] in caught.value.message_en
    assert "\n" not in caught.value.message_zh


def test_a_change_holds_for_the_call_alone() -> None:
    before = limits.names()
    with pytest.raises(InputError, match="far too large"), limits.changed({"file-bytes": 10}):
        read(EXAMPLE, "a.docx")
    assert limits.names() == before
    read(EXAMPLE, "a.docx")


def test_the_command_line_changes_them_by_name() -> None:
    before = limits.names()
    few = CliRunner().invoke(group, ["check", "--limit", "entries=3", str(EXAMPLE)])
    assert few.exit_code == 2
    assert "压缩包中的文件过多" in few.output
    wrong = CliRunner().invoke(group, ["check", "--limit", "entry=3", str(EXAMPLE)])
    assert wrong.exit_code == 2
    assert "没有这项限额：entry" in wrong.output
    assert limits.names() == before


def test_each_limit_is_told_with_its_value_and_reason() -> None:
    page = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    told = {line.split("|")[1].strip(" `"): line for line in page.splitlines() if line.startswith("| `")}
    assert set(told) == set(limits.names())
    for name, value in limits.names().items():
        assert f"| {limits.shown(value)} |" in told[name]
