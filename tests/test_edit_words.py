"""Edits in words: what a rule's page says of its examples."""

from __future__ import annotations

import re
from itertools import product

import pytest

from checker.edit_words import in_words
from checker.language.edit_lines import parse_edits
from checker.language.proofs import THINGS, VERBS
from checker.models import load_models
from checker.pack import load_pack
from checker.resources import folder

PACK = load_pack()
KEYS = [layout.key for layout in PACK.layouts]
BODIES = load_models(folder("rules") / "models").bodies


def said(line: str, layout: str = "2021", lang: str = "zh") -> str:
    own = [one for one in PACK.layouts if one.key == layout]
    return in_words(parse_edits(line, own, KEYS, 1), layout, PACK.layouts, BODIES, lang)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "set disclosure[licences, decisions] = 9",
            "“二、主动公开政府信息情况”表格的“行政许可”行、“本年处理决定数量”列填“9”",
        ),
        (
            'set disclosure[licences, decisions] = ""',
            "“二、主动公开政府信息情况”表格的“行政许可”行、“本年处理决定数量”列留空",
        ),
        ('replace "2023年" with "" in title; clear preface', "删去标题的“2023年”；删去前言的全部文字"),
        ("as township", f"换成“{BODIES['township']}”的报告"),
        (
            "with previous; previous.clear other",
            "同时给出上一年的报告；上一年的报告中删去“六、其他需要报告的事项”的全部文字",
        ),
        ('set document.revisions = format ""', "文件里留有修订"),
        ("move section problems after overview", "把“五、存在的主要问题及改进情况”移到“一、总体情况”之后"),
    ],
)
def test_labels_of_the_format_stand_for_keys(line: str, words: str) -> None:
    assert said(line) == words


def test_each_format_has_its_own_labels() -> None:
    line = "remove row disclosure[normative]"
    assert "“规范性文件”" in said(line, "2019") and "“行政规范性文件”" in said(line, "2021")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_example_of_the_pack_is_told_without_keys(lang: str) -> None:
    keys = re.compile(r"\b(?:None|normative|carried_in|granted|overview|disclosure|township|metadata)\b|[{}\[\]]")
    forms = set()
    for rule in PACK.rules:
        for proof in (*rule.fails, *rule.passes):
            forms |= {(edit.verb, edit.thing) for edit in proof.edits}
            quoted_out = re.sub(
                "“[^”]*”", "", in_words(proof.edits, proof.layout or "2021", PACK.layouts, BODIES, lang)
            )
            assert not keys.search(quoted_out), (rule.code, proof.source)
    assert forms <= set(product(VERBS, THINGS)) and len(forms) > 15
