"""docs/outputs.md is true: its commands run, and the excerpts stand in what they write."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copy

import pytest
from click.testing import CliRunner

from checker.commands.group import group

DOCS = Path(__file__).resolve().parents[2] / "docs"
RUN = re.compile(r"<!-- run: gkcheck ([^\n]*) -->")
EXCERPT = re.compile(r"<!-- in: (\S+) -->\n```\w*\n(.*?)```", re.S)


def test_its_commands_run_and_its_excerpts_are_what_they_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (DOCS / "outputs.md").read_text(encoding="utf-8")
    for name in ("faulty-2021.docx", "compliant-2021.docx"):
        copy(DOCS / "examples" / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    for command in RUN.findall(text):
        done = CliRunner().invoke(group, ["check", *command.split()], prog_name="gkcheck")
        assert done.exit_code == 1, done.output
    excerpts = EXCERPT.findall(text)
    assert len(excerpts) == 4
    for name, excerpt in excerpts:
        assert excerpt in (tmp_path / name).read_text(encoding="utf-8"), name
    assert (tmp_path / "批注.docx").is_file()
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["compliant-2021.html", "faulty-2021.html"]


def test_its_pictures_and_pages_are_there() -> None:
    text = (DOCS / "outputs.md").read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if not link.startswith("https:")]
    assert links and all((DOCS / link).is_file() for link in links)
