"""Dates, the date of publication, the date of signature."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.dates import find_published, find_signed
from checker.report import PREFACE, Para

DAY = date(2024, 1, 25)


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月25日",
        "2024年01月25日",
        "2024-01-25",
        "2024.1.25",
        "2024/1/25",
        "二〇二四年一月二十五日",
        "二○二四年一月廿五日",
        "２０２４年１月２５日",
        "2024 年 1 月 25 日",
        "2024年1月25号",
    ],
)
def test_forms(text: str) -> None:
    assert published(f"发布日期：{text}") == DAY


@pytest.mark.parametrize(
    "text",
    [
        "2024年2月30日",
        "2024年13月1日",
        "1.2.3",
        "10.2024.1",
        "2024年1月",
        "12024.1.250",
        "192.168.2024.1",
        "3024年1月1日",
    ],
)
def test_no_dates(text: str) -> None:
    assert published(f"发布日期：{text}") is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_any_date(day: date) -> None:
    for text in (f"{day.year}年{day.month}月{day.day}日", day.isoformat(), f"{day.year}.{day.month}.{day.day}"):
        assert published(f"发布日期：{text}") == day


def published(text: str, section: str = PREFACE) -> date | None:
    found = find_published([(section, Para(1, text))])
    return found.value if found else None


@pytest.mark.parametrize(
    "text",
    [
        "发布日期：2024年1月25日",
        "发布时间：2024-01-25",
        "公开日期：2024年1月25日 来源：云岭县财政局",
        "公布时间：2024年1月25日",
        "来源：云岭县财政局 发布时间：2024-01-25 浏览次数：12",
        "（2024年1月25日发布）",
        "2024年1月25日公布",
        "本报告于2024年1月25日公布。",
        "本报告于2024年1月25日在云岭县人民政府门户网站公布，欢迎查阅。",
        "本报告自2024年1月25日起在县政府网站公开。",
        "本年度报告已于2024年1月25日通过县政府网站向社会公布。",
        "本报告2024年1月25日由云岭县财政局发布。",
        "根据2019年5月15日起施行的《条例》，本报告于2024年1月25日公布。",
        "本报告于二〇二四年一月二十五日对外发布。",
        "本报告公布日期为2024年1月25日。",
        "本报告的发布时间为2024年1月25日。",
        "县政府门户网站于2024年1月25日公布本报告。",
        "2024年1月25日，本报告在县政府网站公布。",
        "报告发布时间2024年1月25日",
        "发布单位：云岭县财政局　发布日期：2024-1-25",
    ],
)
def test_published(text: str) -> None:
    assert published(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "《中华人民共和国政府信息公开条例》于2019年4月3日公布。",
        "2023年1月25日发布了《2022年度政府信息公开工作年度报告》。",
        "2023年3月1日公开政府信息12条。",
        "本报告应于2024年1月31日前公布。",
        "本报告统计期限为2023年1月1日至2023年12月31日。",
        "依据2019年4月3日国务院令第711号公布的《条例》，编制本报告。",
        "截至2023年12月31日，主动公开信息120条。",
        "政策文件公开时间2023年5月1日",
        "我局于2023年6月1日在网站公布办事指南。",
        "无日期。本报告已公布。",
    ],
)
def test_not_published(text: str) -> None:
    assert published(text) is None


def signed(*texts: str) -> date | None:
    found = find_signed([("other", Para(n, text)) for n, text in enumerate(texts, 1)])
    return found.value if found else None


@pytest.mark.parametrize(
    "texts",
    [
        ("无其他事项。", "云岭县财政局", "2024年1月25日"),
        ("无其他事项。", "云岭县财政局 2024年1月25日"),
        ("无其他事项。", "二〇二四年一月二十五日"),
        ("无其他事项。", "2024年1月25日", "（联系人：张某）"),
        ("（2024年1月25日）", "根据《条例》编制。", "一", "二", "三", "无其他事项。"),
    ],
)
def test_signed(texts: tuple[str, ...]) -> None:
    assert signed(*texts) == DAY


@pytest.mark.parametrize(
    "texts",
    [
        ("统计期限为2023年1月1日至2023年12月31日",),
        ("无其他事项。",),
        ("云岭县财政局", "2024年1月25日", "附件：一", "附件：二", "附件：三"),
        ("无。", "培训于2023年5月10日举办，共有120人参加。"),
        ("无。", "截至目前，共有三项工作，完成于2023年5月10日"),
    ],
)
def test_not_signed(texts: tuple[str, ...]) -> None:
    assert signed(*texts) is None
