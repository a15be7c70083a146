from dataclasses import dataclass

import pytest
from click.testing import CliRunner

from checker.commands.group import group
from checker.selection import UnknownRule, choose


@dataclass(frozen=True)
class Rule:
    code: str
    name: str


RULES = [Rule("GK301", "blank-cell"), Rule("GK310", "requests-balance"), Rule("GK401", "received-stated")]


def codes(select: list[str], ignore: list[str]) -> list[str]:
    return [rule.code for rule in choose(RULES, select, ignore)]


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ([], [], ["GK301", "GK310", "GK401"]),
        (["GK3"], [], ["GK301", "GK310"]),
        (["gk310"], [], ["GK310"]),
        (["requests-balance,GK401"], [], ["GK310", "GK401"]),
        (["GK301", "GK401"], [], ["GK301", "GK401"]),
        (["GK3"], ["blank-cell"], ["GK310"]),
        ([], ["GK3"], ["GK401"]),
        (["GK310"], ["GK310"], []),
    ],
)
def test_choice(select: list[str], ignore: list[str], expected: list[str]) -> None:
    assert codes(select, ignore) == expected


@pytest.mark.parametrize("slot", ["select", "ignore"])
def test_an_unknown_selector_names_the_nearest(slot: str) -> None:
    with pytest.raises(UnknownRule) as caught:
        choose(RULES, **{"select": [], "ignore": [], slot: ["request-balance"]})
    assert caught.value.nearest == "requests-balance"


def test_what_nothing_looked_at_is_not_compliant() -> None:
    example = "docs/examples/faulty-2021.docx"
    for words in (["--select", "GK31", "--ignore", "GK3"], ["--ignore", "GK"]):
        done = CliRunner().invoke(group, ["check", example, *words])
        assert done.exit_code == 0
        assert done.stdout.startswith(f"没有检查 {example}：")
        assert "合格 0 份" in done.stdout
    done = CliRunner().invoke(group, ["rollup", example, example, "--select", "GK3"])
    assert (done.exit_code, done.stdout) == (2, "")
