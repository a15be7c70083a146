"""The statistics period: its wordings, and the ranges of dates that are none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.found import Found
from checker.facts.periods import find_period
from checker.report import PREFACE, Para, Period

YEAR_2023 = Period(date(2023, 1, 1), date(2023, 12, 31))


def read(*paragraphs: str, section: str = PREFACE, year: int | None = None) -> Found[Period] | None:
    return find_period([(section, Para(n, text)) for n, text in enumerate(paragraphs, 1)], year=year)


@pytest.mark.parametrize(
    "text",
    [
        "本报告中所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
        "本报告所列数据的统计时限自2023年1月1日至2023年12月31日。",
        "统计期限为2023年1月1日至12月31日。",
        "统计期限从2023年1月1日到12月31日止",
        "统计期限为2023年1月1日至12月31止。",
        "自2023年元月1日起至2023年12月31日止",
        "统计周期：2023年1月1日00:00—2023年12月31日24:00",
        "数据统计时间：2023.1.1—2023.12.31",
        "统计时间段为2023-01-01至2023-12-31",
        "统计期限：2023/1/1-2023/12/31",
        "起止时间为2023年1月1日—12月31日",
        "起止时间为2023年1月1日－2023年12月31日",
        "起止时间为2023年1月1日～12月31日",
        "数据时限为 2023 年 1 月 1 日 至 2023 年 12 月 31 日",
        "统计期限自二〇二三年一月一日至二〇二三年十二月三十一日",
        "统计期限自二○二三年一月一日起至十二月三十一日止",
        "统计期限自２０２３年１月１日起至１２月３１日止",
        "统计期限为2023年度（1月1日至12月31日）",
        "统计期限为2023年（自1月1日起至12月31日止）",
        "统计期限为2023年度。",
        "数据统计期限：2023年。",
        "本报告数据统计周期为2023年全年。",
        "统计期限为2023年1月-12月",
        "统计期限为2023年1月至12月",
        "所列数据统计时间为2023年1月1日0时至2023年12月31日24时",
        "统计时间范围：2023年1月1日起，至2023年12月31日止",
        "本报告的时间跨度为2023年1月1日至2023年12月31日",
        "本年度报告涵盖2023年1月1日至2023年12月31日期间的工作。",
        "（2023年1月1日至2023年12月31日）",
        "统计期限为2023年1月1日至同年12月31日",
        "统计期限为2023年01月01日至2023年12月31日",
        "统计期为2023年1月1日--2023年12月31日。",
        "数据统计期限：2023年1月1日——12月31日",
        "报告期：2023年1月1日至2023年12月31日",
        "根据自2019年5月15日起施行的《条例》编制，统计期限自2023年1月1日至12月31日。",
        "规划期2021年1月1日至2025年12月31日；统计期限为2023年1月1日至12月31日",
    ],
)
def test_whole_year(text: str) -> None:
    found = read(text)
    assert found is not None
    assert found.value == YEAR_2023
    assert found.quote in text


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("统计期限自2023年1月1日至2022年12月31日", date(2023, 1, 1), date(2022, 12, 31)),
        ("统计期限自2022年1月1日至2023年12月31日", date(2022, 1, 1), date(2023, 12, 31)),
        ("统计期限自2023年1月1日至11月30日", date(2023, 1, 1), date(2023, 11, 30)),
        ("数据统计截至2023年12月31日", None, date(2023, 12, 31)),
        ("数据自2022年1月1日起统计，截至2023年12月31日", date(2022, 1, 1), date(2023, 12, 31)),
        ("数据统计自2023年1月1日起", date(2023, 1, 1), None),
        ("统计期限自2023年2月30日至2023年12月31日", None, date(2023, 12, 31)),
        ("统计期限为2023年1月至6月", date(2023, 1, 1), date(2023, 6, 30)),
        ("统计期限为2023年12月1日至次年1月31日", date(2023, 12, 1), date(2024, 1, 31)),
    ],
)
def test_as_stated(text: str, start: date | None, end: date | None) -> None:
    found = read(text)
    assert found is not None
    assert found.value == Period(start, end)


@pytest.mark.parametrize(
    "text",
    [
        "《条例》自2019年5月15日起施行。",
        "本报告根据自2019年5月15日起施行的《条例》编制。",
        "本报告于2024年1月25日公布。",
        "2023年，我局认真贯彻落实各项要求。",
        "在2021年至2025年规划期内。",
        "2023年度政府信息公开工作年度报告",
        "规划期为2021年1月1日至2025年12月31日的规划已公开。",
        "",
        "《规划》期限为2021年1月1日至2025年12月31日。",
        "项目实施期限2023年1月1日至2024年6月30日。",
        "征求意见期限为2023年7月1日至7月31日。",
        "2023年1月1日至2023年3月31日开展专项检查。",
    ],
)
def test_no_period(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "征求意见时间为2023年3月1日至3月31日。",
        "项目建设期自2023年1月1日至2023年12月31日，已公开数据120条。",
        "数据开放专项行动自2023年3月1日至6月30日开展。",
        "2023年1月至6月，公开信息120条。",
        "文件清理范围为2010年1月1日至2022年12月31日制发的规范性文件。",
        "年度考核周期为2023年1月1日至2023年12月31日。",
    ],
)
def test_ranges_of_the_body_are_no_period(text: str) -> None:
    assert read(text, section="overview") is None


def test_body_may_state_it() -> None:
    for text in ("本报告统计数据期限为2023年1月1日至12月31日。", "2023年1月1日至12月31日，我局主动公开信息120条。"):
        found = read(text, section="overview")
        assert found is not None and found.value == YEAR_2023 and found.section == "overview"


def test_marked_goes_before_unmarked() -> None:
    found = read("2022年1月1日至2022年12月31日的报告已公布。", "统计期限为2023年1月1日至12月31日。")
    assert found is not None
    assert found.value == YEAR_2023
    assert found.paragraph == 2


def test_preface_goes_before_body() -> None:
    passages = [
        (PREFACE, Para(1, "统计期限为2022年1月1日至12月31日。")),
        ("overview", Para(2, "数据统计期限为2023年1月1日至12月31日。")),
    ]
    found = find_period(passages)
    assert found is not None and found.value.start == date(2022, 1, 1)


def test_range_without_a_year_takes_the_titles() -> None:
    found = read("统计期限为1月1日至12月31日。", year=2023)
    assert found is not None and found.value == YEAR_2023
    assert read("统计期限为1月1日至12月31日。") is None


SHAPES = ["{y}年{m}月{d}日", "{y}.{m}.{d}", "{y}-{m:02}-{d:02}", "{y}/{m}/{d}", " {y} 年 {m} 月 {d} 日 "]


@given(
    st.dates(date(2019, 1, 1), date(2030, 12, 31)),
    st.dates(date(2019, 1, 1), date(2030, 12, 31)),
    st.sampled_from(SHAPES),
    st.sampled_from(["至", "到", "—", "－", "~", "——", "起至", " 至 "]),
)
def test_any_two_days(start: date, end: date, shape: str, between: str) -> None:
    first, second = (shape.format(y=d.year, m=d.month, d=d.day) for d in (start, end))
    found = read(f"统计期限自{first}{between}{second}止。")
    assert found is not None
    assert found.value == Period(start, end)
