"""The pages are true: screens in the READMEs, the walk through writing a rule, the page of each rule, the examples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.commands.group import group
from checker.pack import load_pack
from checker.rule_page import pages
from tests.builders.examples import examples

ROOT = Path(__file__).resolve().parents[1]
_SCREEN = re.compile(r"<!-- screen: gkcheck ([^\n]*) -->\n```\n(.*?)```", re.S)
_FILE = re.compile(r"<!-- file: (\S+) -->\n```\n(.*?)```", re.S)
_RUN = re.compile(r"<!-- run: gkcheck ([^\n]*) -->.*?(?:<!-- prints -->\n```\n(.*?)```|(?=\n## |\Z))", re.S)
_BROKEN = re.compile(r"<!-- broken: (.*?) = (.*?) -->\n```\n(.*?)```", re.S)


def gkcheck(*words: str) -> Result:
    return CliRunner().invoke(group, list(words), prog_name="gkcheck")


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_screens_are_what_gkcheck_prints(readme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    screens = _SCREEN.findall((ROOT / readme).read_text(encoding="utf-8"))
    assert len(screens) == 2
    for command, shown in screens:
        printed = gkcheck(*command.split()).output
        assert [line.rstrip() for line in printed.splitlines()] == [line.rstrip() for line in shown.splitlines()]


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_rule_shown_is_one_of_the_pack(readme: str) -> None:
    shown = (ROOT / readme).read_text(encoding="utf-8").split("```\nrule ")[1].split("```")[0]
    of_the_pack = [path.read_text(encoding="utf-8") for path in (ROOT / "rules").glob("*.rules")]
    rules = [rule for text in of_the_pack for rule in text.split("\nrule ")]
    rule = next(rule for rule in rules if rule.startswith(shown.splitlines()[0]))
    assert set(shown.splitlines()) <= set(rule.splitlines())


def test_the_walk_through_a_rule_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, content in _FILE.findall(page):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")
    Path("报告.docx").write_bytes((ROOT / "docs" / "examples" / "compliant-2021.docx").read_bytes())
    runs = _RUN.findall(page)
    assert len(runs) == 2
    for command, printed in runs:
        done = gkcheck(*command.split())
        assert done.exit_code == 0, done.output
        if printed:
            assert done.output == printed
    rules = Path("our-rules/interpretation.rules")
    right = rules.read_text(encoding="utf-8")
    for old, new, printed in _BROKEN.findall(page):
        rules.write_text(right.replace(old, new, 1), encoding="utf-8")
        done = gkcheck("rules", "test", "our-rules")
        assert done.exit_code == 2
        assert done.output == printed


def test_every_rule_has_its_page_and_no_page_is_stale() -> None:
    folder = ROOT / "docs" / "rules"
    stand = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    fresh = pages(load_pack())
    assert sorted(stand) == sorted(fresh)
    stale = [name for name, text in fresh.items() if stand[name] != text]
    assert not stale, "write them again: gkcheck rules docs docs/rules"


def test_the_examples_are_as_they_are_built() -> None:
    folder = ROOT / "docs" / "examples"
    for name, content in examples().items():
        assert (folder / name).read_bytes() == content, f"{name}: python -m tests.builders.examples"
