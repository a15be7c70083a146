"""Reading takes time in proportion to the text, however the text is made."""

from __future__ import annotations

import pytest

from checker.report import Para
from checker.statements.claims import read_claims
from checker.statements.folding import LIMIT
from checker.statements.pack import StatementPack
from checker.statements.quantities import MOST
from tests.timing import cost, growth

BOUND = 0.05  # seconds
HOSTILE = (
    "收到申请1件，", "收到", "1", "1件", "(", "(1件)", "(收到申请)", "未", "未收到政府信息公开申请", "其中包括A1件、",
    "一二三", "1,", "、", "。", "行政复议、行政诉讼分别为1件、2件", "收到申请3件\n", "《", "政府信息公开申请",
    "均已办结，", "占1%，", "2022年", "(((1件)))", "：", "等", "条，", "上年结转",
)  # fmt: skip


def _read(pack: StatementPack, text: str) -> None:
    read_claims([("overview", Para(1, text))], pack, 2023)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_paragraph_stays_within_the_bound(pack: StatementPack, piece: str) -> None:
    text = (piece * 70_000)[:67_000]  # 200 KB of Chinese text
    assert cost(lambda: _read(pack, text), BOUND) <= BOUND


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_takes_about_twice_the_time(pack: StatementPack, piece: str) -> None:
    half = (piece * LIMIT)[: LIMIT // 4]
    whole = (piece * LIMIT)[: LIMIT // 2]
    bound = 0.004  # too little to say how it grows
    assert (
        cost(lambda: _read(pack, whole), bound) <= bound
        or growth(lambda: _read(pack, half), lambda: _read(pack, whole)) < 2.5
    )


@pytest.mark.parametrize(("numbers", "told"), [(3, True), (MOST, True), (MOST + 1, False)])
def test_a_paragraph_is_read_as_far_as_its_numbers_are(pack: StatementPack, numbers: int, told: bool) -> None:
    text = "收到政府信息公开申请1件，" * numbers + "未被提起行政诉讼。"
    states = read_claims([("overview", Para(1, text))], pack, 2023).states
    assert ("lawsuits" in states) is told
    assert "received" in states


def test_many_paragraphs_take_time_in_proportion(pack: StatementPack) -> None:
    line = "全年共收到政府信息公开申请12件，其中自然人10件，法人2件，办结11件，1件结转下年度继续办理。"
    many = [("requests", Para(number, line)) for number in range(200)]
    assert growth(lambda: read_claims(many[:100], pack, 2023), lambda: read_claims(many, pack, 2023)) < 2.5
