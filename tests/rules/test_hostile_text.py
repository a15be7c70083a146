"""No rule on prose takes more than 50 ms over a paragraph of 200 KB made to cost time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker import engine
from checker.language.nodes import Rule
from checker.models import Models
from checker.pack import Pack
from checker.report import Report
from tests.rules.sentences import model, with_prose
from tests.timing import cost

BOUND = 0.05
UNITS = [
    "的的",
    "一是",
    "（",
    "）（",
    "138",
    "62",
    "，",
    "截止",
    "XX",
    "_",
    "我局",
    "问题是",
    "2023年将",
    "中国特",
    "依申请依",
    "令第492号",
]
UNITS += ["【", "（填", "汉", "汉,", "“", "存在", "未发生", "1.", "通过网站", " "]


@pytest.mark.parametrize("unit", UNITS)
def test_no_rule_is_slow(unit: str, pack: Pack, models: Models) -> None:
    text = unit * (200_000 // len(unit.encode()))
    slow = []
    for section in ("overview", "problems"):
        report = with_prose(model(models), section, [text])
        for rule in pack.rules:
            if spent(report, rule, pack) > BOUND:
                slow.append((rule.code, section))
    assert slow == []


def spent(report: Report, rule: Rule, pack: Pack) -> float:
    def judged() -> None:  # a copy each time: what was read of a report is kept with it
        engine.assess(replace(report), [rule], pack.layouts, pack.statements, names=pack.names)

    return cost(judged, BOUND)
