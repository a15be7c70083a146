"""No text makes a reader slow: 200 KB of hostile prose stays within the bound the project promises."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.facts import forms
from checker.facts.bodies import same_body, stray_body
from checker.facts.contacts import find_contact
from checker.facts.dates import find_published, find_signed
from checker.facts.names import packaged_names
from checker.facts.numbers import chinese_number, number_faults, read_figure
from checker.facts.organisations import read_organisation
from checker.facts.periods import find_period
from checker.facts.years import stated_years, title_year
from checker.report import PREFACE, Para
from tests.timing import cost

NAMES = packaged_names()
BOUND = 0.25  # seconds; most take under 0.05

READERS: dict[str, Callable[[str], object]] = {
    "period": lambda text: find_period([(PREFACE, Para(1, text))], year=2023),
    "contact": lambda text: find_contact([(PREFACE, Para(1, text))]),
    "contact at the end": lambda text: find_contact([("other", Para(1, text))]),
    "published": lambda text: find_published([(PREFACE, Para(1, text))]),
    "signed": lambda text: find_signed([(PREFACE, Para(1, text))]),
    "years": stated_years,
    "title": title_year,
    "organisation": lambda text: read_organisation(text, [Para(1, text)], NAMES),
    "stray body": lambda text: stray_body("云岭县财政局", [Para(1, text)], NAMES),
    "bodies": lambda text: same_body(text[:5000], "云岭县财政局", NAMES),
    "figure": lambda text: (read_figure(text), number_faults(text), chinese_number(text)),
    "forms": lambda text: (forms.phone_fault(text), forms.email_fault(text), forms.postcode_fault(text)),
}
PIECES = [
    *("2023年1月1日至", "自2023年1月1日起", "2023-01-01", "12月31日至", "2023年", "统计2023年", "二〇二三"),
    *(
        "发布日期：2024年1月1",
        "电话：",
        "电话 1",
        "地址：",
        "邮编：1",
        "传真、",
        "(电话",
        "0557-",
        "a@",
        "联系",
        "路1号",
    ),
    *("由", "与县局", "本报告", "县", "将", "（", "1", " ", "《"),
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("reader", READERS)
def test_hostile_text(reader: str, piece: str) -> None:
    text = piece * (200_000 // len(piece.encode()))
    READERS[reader]("2023年")  # patterns are compiled once a process
    assert cost(lambda: READERS[reader](text), BOUND) <= BOUND
