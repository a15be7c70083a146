"""The year a report reports on, and the mentions of other years."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.years import stated_years, title_year, vote_year
from checker.report import Para, Period


def years(text: str, *, introducing: bool = False) -> list[int]:
    return [year.value for year in stated_years(text, introducing=introducing)]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("云岭县财政局2023年政府信息公开工作年度报告", 2023),
        ("2023年度云岭县财政局政府信息公开工作年度报告", 2023),
        ("云岭县财政局〔2023〕年政府信息公开工作年度报告", 2023),
        ("云岭县财政局[2023]年政府信息公开工作年度报告", 2023),
        ("云岭县财政局（2023年）政府信息公开工作年度报告", 2023),
        ("云岭县财政局二〇二三年政府信息公开工作年度报告", 2023),
        ("云岭县财政局二○二三年度政府信息公开工作年度报告", 2023),
        ("云岭县财政局２０２３年政府信息公开工作年度报告", 2023),
        ("云岭县财政局\n2023 年政府信息公开工作年度报告", 2023),
        ("云岭县财政局2023政府信息公开工作年度报告", 2023),
        ("云岭县财政局2023年政府信息公开工作年度报告（2024年1月20日）", 2023),
        ("云岭县财政局政府信息公开工作年度报告（2023年）", 2023),
        ("云岭县财政局政府信息公开工作年度报告", None),
        ("20XX年政府信息公开工作年度报告", None),
        ("云财〔2024〕3号 云岭县财政局2023年政府信息公开工作年度报告", 2023),
        ("云岭县财政局〔2023年〕政府信息公开工作年度报告", 2023),
        (None, None),
    ],
)
def test_title_year(title: str | None, year: int | None) -> None:
    assert title_year(title) == year


@pytest.mark.parametrize(
    "text",
    [
        "2023年，我局认真贯彻落实要求。",
        "2023年度，全县共公开信息120条。",
        "二〇二三年，我局认真履行职责。",
        "2023年，我局将政府信息公开工作纳入年度考核。",
        "2023年，县政府高度重视，将其作为重点工作来抓。",
        "截至2023年12月31日，共公开信息120条。",
        "在2023年的工作中，我局坚持公开为常态。",
        "2023年1-12月，共公开信息120条。",
        "2023 年全年共收到申请12件，比上年增加3件。",
        "2023年共收到申请12件，较2022年增加3件，与2021年相比增加5件。",
        "2023年，我局依据2019年5月15日起施行的《条例》开展工作。",
        "按照国办公开办函〔2021〕30号要求，2023年我局开展了自查。",
        "2023年我局按时发布2022年政府信息公开工作年度报告。",
        "2023年，落实《云岭县2022年政务公开工作要点》。",
        "截至2023年12月底，累计公开信息1200条。",
        "2023年，我局精心谋划，主要围绕重点领域开展公开。",
        "2023年，我局将规范性文件公开纳入年度重点。",
        "2023年，县财政局持续推进2022年度部门决算公开。",
        "2023年是开局之年，我局扎实推进各项工作。",
    ],
)
def test_own_year(text: str) -> None:
    assert set(years(text)) == {2023}


@pytest.mark.parametrize(
    "text",
    [
        "2024年，我局将继续加强信息公开工作。",
        "2024年，我县将进一步完善制度，将公开纳入考核。",
        "下一步，2024年我局从三方面改进。",
        "较2022年增长5%。",
        "与2022年相比有所增加。",
        "相比于2022年，有所下降。",
        "比2022年度减少3件。",
        "2022年同期为12件。",
        "上年度（2022年）收到12件。",
        "自2019年5月15日起施行。",
        "2019年修订的《条例》。",
        "2020年以来，我局不断完善制度。",
        "2021—2025年规划。",
        "2021年、2022年连续两年被评为先进。",
        "结转2024年办理3件。",
        "2022年结转3件。",
        "荣获2022年度先进单位。",
        "公开《2022年度部门决算》。",
        "国办公开办函〔2021〕30号",
        "2023年3月15日，召开推进会。",
        "十四五期间公开工作成效明显。",
        "1998年至2003年",
        "2024年我镇将重点做好以下工作，加强与群众的沟通。",
        "2024年，我们要继续深化公开内容。",
        "针对以上问题，2024年度拟采取如下措施。",
        "我局计划在2024年完善制度。",
        "比2022年的120件有所减少。",
        "上年结转（2022年）3件。",
        "2022年新收申请结转至本年度3件。",
        "2022年度部门决算已公开。",
        "力争到2024年底全部完成。",
        "本报告由总体情况、2024年工作打算、其他事项等七部分组成。",
        "附2024年工作思路。",
    ],
)
def test_other_years(text: str) -> None:
    assert years(text) == []


def test_last_years_report_in_the_body_and_in_the_preface() -> None:
    text = "依据《条例》，编制并公布2022年政府信息公开工作年度报告。"
    assert years(text) == []
    assert years(text, introducing=True) == [2022]
    assert years("现将《云岭县2022年政府信息公开工作年度报告》公布如下", introducing=True) == [2022]


def test_period_of_a_preface_is_not_its_year() -> None:
    assert years("统计期限为2023年1月1日至2023年12月31日。", introducing=True) == []


def test_positions_are_the_printed_ones() -> None:
    text = "前言： 2023 年度，我局"
    (year,) = stated_years(text)
    assert text[year.start : year.end] == year.text == "2023 年度"


def whole(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize(
    ("title", "period", "preface", "year"),
    [
        ("某局2023年年度报告", whole(2023), "2023年，", 2023),
        ("某局2022年年度报告", whole(2023), "2023年，", 2023),
        ("某局2023年年度报告", whole(2022), "", 2023),
        ("某局2023年年度报告", whole(2022), "2021年，", 2023),
        ("某局年度报告", whole(2022), "2021年，", 2022),
        ("某局年度报告", None, "2021年，", 2021),
        (None, Period(date(2022, 1, 1), date(2023, 12, 31)), "", 2023),
        (None, None, "", None),
    ],
)
def test_vote(title: str | None, period: Period | None, preface: str, year: int | None) -> None:
    assert vote_year(title, period, [Para(1, preface)]) == year


@given(
    st.integers(2000, 2099),
    st.sampled_from(["{}年，我局开展工作。", "{}年度，全县", "在{}年，", "本报告反映{}年的工作。"]),
)
def test_any_year(year: int, text: str) -> None:
    assert years(text.format(year)) == [year]
    digits = "".join("〇一二三四五六七八九"[int(d)] for d in str(year))
    assert years(text.format(digits)) == [year]
