from dataclasses import dataclass

import pytest

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
