"""What a figure is about: topics, headings, sections, times, places; and the claims that come of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.report import Para
from checker.statements.claims import read_claims
from checker.statements.model import Claims
from checker.statements.pack import StatementPack


def read(pack: StatementPack, *texts: str, section: str = "overview", year: int | None = 2023) -> Claims:
    return read_claims([(section, Para(n, text)) for n, text in enumerate(texts, 1)], pack, year)


def values(claims: Claims, name: str) -> list[Decimal]:
    return [claim.value for claim in claims.states.get(name, ())]


def test_place_and_text(pack: StatementPack) -> None:
    claim = read(pack, "开头。", "全年共收到 政府信息公开申请 １２ 件，均已答复。").states["received"][0]
    assert (claim.place.section, claim.place.paragraph) == ("overview", 2)
    assert claim.place.quote == claim.text == "全年共收到 政府信息公开申请 １２ 件"
    assert (claim.unit, claim.how, claim.year, claim.span, claim.exact) == ("件", "count", 2023, "year", True)


def test_a_heading_says_what_the_paragraphs_under_it_are_about(pack: StatementPack) -> None:
    assert values(read(pack, "（二）依申请公开", "全年共收到12件，办结10件。"), "handled") == [10]
    assert values(read(pack, "（二）热线办理", "全年共收到12件，办结10件。"), "handled") == []
    assert values(read(pack, "（二）依申请公开", "（三）热线办理", "全年共收到12件，办结10件。"), "handled") == []


def test_a_section_says_what_it_is_about(pack: StatementPack) -> None:
    assert values(read(pack, "全年共收到12件，办结10件。", section="requests"), "handled") == [10]
    assert values(read(pack, "全年共收到12件，办结10件。", section="problems"), "handled") == []


def test_a_line_that_ends_with_a_colon_begins_a_list(pack: StatementPack) -> None:
    claims = read(pack, "依申请公开工作进一步规范：", "1.新收12件；", "2.办结10件；", "3.结转下年2件。")
    assert values(claims, "handled") == [10]
    assert values(claims, "carried_out") == [2]


def test_other_things_end_a_topic(pack: StatementPack) -> None:
    text = "收到政府信息公开申请12件，办结10件。承办建议8件，办结8件。"
    assert values(read(pack, text), "handled") == [10]


@pytest.mark.parametrize(
    ("text", "year", "span"),
    [
        ("2022年收到政府信息公开申请10件。", 2022, "year"),
        ("去年收到政府信息公开申请10件。", 2022, "year"),
        ("2023年上半年，收到政府信息公开申请10件。", 2023, "part"),
        ("2024年计划办结政府信息公开申请10件。", 2024, "plan"),
        ("条例施行以来，收到政府信息公开申请10件。", None, "total"),
        ("历年累计收到政府信息公开申请10件。", None, "total"),
    ],
)
def test_other_times_state_nothing_for_the_year(pack: StatementPack, text: str, year: int | None, span: str) -> None:
    claims = read(pack, text)
    assert not claims.states
    assert (claims.loose[0].year, claims.loose[0].span) == (year, span)


def test_years_are_relative_to_the_report(pack: StatementPack) -> None:
    text = "2022年结转政府信息公开申请3件，结转2024年办理2件。"
    assert values(read(pack, text, year=2023), "carried_in") == [3]
    assert values(read(pack, text, year=2023), "carried_out") == [2]
    assert values(read(pack, text, year=2024), "carried_out") == []


def test_without_a_year_plain_claims_are_still_read(pack: StatementPack) -> None:
    assert values(read(pack, "全年收到政府信息公开申请10件。", year=None), "received") == [10]


def test_approximate_figures_are_loose(pack: StatementPack) -> None:
    claims = read(pack, "全年收到政府信息公开申请20余件。")
    assert not claims.states
    assert not claims.loose[0].exact


def test_two_readings(pack: StatementPack) -> None:
    claim = read(pack, "受理政府信息公开申请12件。").states["received"][0]
    assert claim.readings == ("in_hand",)
    twice = read(pack, "通过网络收到政府信息公开申请5件，通过信函收到政府信息公开申请7件。").states["received"][0]
    assert twice.values == (5, 7, 12)
    added = read(pack, "不予公开2件，无法提供1件，另有不予公开3件。", section="requests").states["denied"][0]
    assert (added.value, added.values) == (5, (5, 2, 3))


def test_numbers_of_several_things_together_are_nobodys(pack: StatementPack) -> None:
    assert not read(pack, "不予公开和无法提供的共12件。", section="requests").states


def test_explicit_beats_all(pack: StatementPack) -> None:
    claims = read(pack, "收到政府信息公开申请12件，均按时答复。年内共办结11件。")
    assert [(c.value, c.how) for c in claims.states["handled"]] == [(11, "count")]


def test_step_of_a_rounded_figure(pack: StatementPack) -> None:
    claim = read(pack, "全年作出行政处罚决定1.5万件。").states["penalties"][0]
    assert (claim.value, claim.step) == (15000, 1000)
