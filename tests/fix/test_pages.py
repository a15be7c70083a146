"""docs/fix.md and docs/new.md show what the commands print."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.commands.group import group
from checker.resources import folder

ROOT = folder("rules").parent
_RUN = re.compile(r"<!-- run: gkcheck ([^\n]*) -->\n```\n\$ gkcheck \1\n(.*?)```", re.S)


@pytest.mark.parametrize(("page", "runs"), [("fix.md", 2), ("new.md", 1)])
def test_the_page_shows_what_is_printed(page: str, runs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    monkeypatch.chdir(tmp_path)
    shown = _RUN.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
    assert len(shown) == runs
    for command, printed in shown:
        assert CliRunner().invoke(group, command.split()).output == printed
