"""What expressions give for a report."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from checker.language.display import show
from checker.language.values import Blank, Unknown
from checker.report import Contact, Heading, Organisation, Para, Period, Title
from tests.language.making import make_report, value

REPORT = make_report(
    cells={
        ("requests", "received", "natural"): "3",
        ("requests", "received", "business"): "",
        ("requests", "received", "research"): "/",
        ("requests", "received", "total"): "4",
        ("requests", "secret", "natural"): None,
        ("disclosure", "charges", "amount"): "12.50万元",
    },
    prose={
        "overview": [
            "2023年，全局共收到申请3件。",
            "（一）主动公开。截止12月31日，发布12条、8条。",
            "（三）依申请公开。",
        ],
        "problems": ["一是人手不足。"],
    },
    without=("disputes",),
    contact=Contact("文苑路1号", "230000", ("0551-6312345", "6312346"), None),
    period=Period(date(2023, 1, 1), date(2023, 12, 31)),
    published=date(2024, 1, 20),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("requests[received, natural] + 1 = 4", True),
        ("requests[received, natural] + requests[received, business] = 3", True),
        ("requests[received, business] is blank", True),
        ("requests[received, business] is unknown", False),
        ("requests[received, research] is unknown", True),
        ("requests[received, research] is number", False),
        ("requests[secret, natural] is given", False),
        ("requests[secret, natural] is unknown", True),
        ("requests[received, research].raw", "/"),
        ("list(r.key for r in requests.rows where not r.plain)", ("received", "secret")),
        ("list(r.key for r in disclosure.rows where not r.plain)", ("charges",)),
        ("list(c for c in [1, 2] where 1 = 2 and c = 2)", ()),
        ("list(c for c in [1, 2] where 1 = 1 and c = 2)", (Decimal(2),)),
        ("list(c for c in [1, 2] where requests[received, research] = 1 and c = 3)", ()),
        ("requests[received, research].state = text", True),
        ("requests[received, natural].state in [blank, number]", True),
        ("disclosure[charges, amount].holds = amount", True),
        ("disclosure[charges, amount] = 12.5", True),
        ("sum(requests[received, c] for c in requests.applicants where c != research)", Decimal(3)),
        ("count(c for c in requests.columns where requests[received, c] is blank)", Decimal(1)),
        ("count(requests[received, c] > 0 for c in requests.legal where c = other)", Decimal(0)),
        ("any(requests[received, c] is blank for c in requests.columns)", True),
        ("all(requests[handled, c] = 0 for c in requests.columns)", True),
        ("max(requests[received, natural], 2, requests[received, total])", Decimal(4)),
        ("agree(3, requests[received, natural], 1)", True),
        ("agree(2.5, requests[received, natural], 1)", False),
        ("agree(12300, 12000, 1000)", True),
        ("agree(13000, 12000, 1000)", False),
        ("agree(0, requests[received, business], 1) is unknown", True),
        ("agree(0, requests[received, research], 1) is unknown", True),
        ("min(requests[received, c] for c in requests.columns where requests[received, c] is number)", Decimal(0)),
        ("requests[received, natural] / requests[received, total] * 100 = 75", True),
        ("round(requests[received, natural] / 7, 2)", Decimal("0.43")),
        ("report.year = 2023 and organisation.kind = department", True),
        ("organisation.level = county or report.year < 0", True),
        ("section overview is given and not section disputes is given", True),
        ("table disputes is given", False),
        ("table disputes is unknown", True),
        ("overview.paragraphs is given", True),
        ("count(overview.paragraphs)", Decimal(3)),
        ("first(overview.paragraphs).text matches /收到/", True),
        ("overview matches /发布/", True),
        ("overview.text not matches /诉讼/", True),
        ("overview.number", "一"),
        ("overview.value = overview.position", True),
        ("overview.official", "一、总体情况"),
        ("count(outline)", Decimal(5)),
        ("list(h.key for h in outline where h.position >= 5)", ("problems", "other")),
        ("first(outline).key = overview", True),
        ("first(outline).key in [preface, overview]", True),
        ("title.year = report.year", True),
        ("contact.address", "文苑路1号"),
        ("contact.email is unknown", True),
        ("contact.phones = [\"0551-6312345\", \"6312346\"]", True),
        ("\"6312346\" in contact.phones", True),
        ("\"0551\" in first(contact.phones)", True),
        ("period.end - period.start", Decimal(364)),
        ("published <= date(report.year + 1, 1, 31)", True),
        ("published is given and signed is unknown", True),
        ("year(published)", Decimal(2024)),
        ("count(find(overview, /([0-9]+)条/))", Decimal(2)),
        ("sum(m.n for m in find(overview, /(?P<n>[0-9]+)条/))", Decimal(20)),
        ("first(find(text, /截止(?P<what>[^，]+)/)).what", "12月31日"),
        ("first(find(overview, /截止/)).paragraph = first(overview.paragraphs).n + 1", True),
        ("first(find(overview, /截止/)).before", "（一）主动公开。"),
        ("first(find(overview, /截止/)).sentence", "截止12月31日，发布12条、8条"),
        ("count(find(contact.phones, /^0551/))", Decimal(1)),
        ("count(find(requests[received, research], /\\//))", Decimal(1)),
        ("list(x.value for x in overview.paragraphs where x.style = han_brackets)", (Decimal(1), Decimal(3))),
        ("list(p.second - p.first for p in pairs([1, 3, 8]))", (Decimal(2), Decimal(5))),
        ("first(problems.paragraphs).style", "first"),
        ("sorted([3, 1, 2]) = [1, 2, 3]", True),
        ("unique([1, 2, 1]) = [1, 2]", True),
        ("repeated([\"a\", \"b\", \"a\"])", ("a",)),
        ("index(3, [1, 3])", Decimal(2)),
        ("item([1, 3], 2)", Decimal(3)),
        ("last([1, 3])", Decimal(3)),
        ("item([1, 3], 3) is unknown", True),
        ("length(\"一 二三\")", Decimal(3)),
        ("abs(1 - 3)", Decimal(2)),
        ("number(\"一百二十\") = 120", True),
        ("split(\"甲、乙\", \"、\") = [\"甲\", \"乙\"]", True),
        ("replace(\"甲乙\", \"乙\", \"丙\")", "甲丙"),
        ("join([\"甲\", 2, published], \"－\")", "甲－2－2024年1月20日"),
        ("previous is given", False),
        ("previous.requests[received, total] is unknown", True),
        ("count(document.comments) = 0", True),
        ("document.links is unknown", True),
        ("list(w for group in [[1], [2, 3]] for w in group) = [1, 2, 3]", True),
        ("count(r for r in requests.rows where r.label = r.official) = count(requests.rows)", True),
        ("first(requests.rows).columns = requests.columns", True),
        ("count(cell for cell in disclosure.cells where cell.row = charges)", Decimal(1)),
        ("1 + 1 = 2 and not false", True),
    ],
)  # fmt: skip
def test_values(text: str, expected: object) -> None:
    assert value(text, REPORT) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("requests[received, research] = 0", "text"),
        ("requests[received, business] = 0", "blank"),
        ("requests[secret, natural] = 0", "missing"),
        ("sum(requests[received, c] for c in requests.columns)", "text"),
        ("contact.email = \"a@b\"", "unstated"),
        ("signed > published", "unstated"),
        ("previous.report.year = 2022", "ungiven"),
        ("count(others) = 0", "ungiven"),
        ("requests[received, total] / requests[handled, total]", "undivided"),
        ("count(disputes.rows) = 0", "missing"),
        ("any(disputes[r, total] > 0 for r in disputes.rows)", "missing"),
        ("date(2023, 2, 30)", "unsuited"),
        ("text.states(received)", "ungiven"),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_unknown_and_says_why(text: str, reason: str) -> None:
    found = value(text, REPORT)
    assert isinstance(found, Unknown)
    assert found.reason == reason


def test_blanks_alone_stay_blank() -> None:
    report = make_report(cells={("requests", "received", c): "" for c in ("natural", "business")})
    assert isinstance(value("requests[received, natural] + requests[received, business]", report), Blank)


def test_an_unknown_side_does_not_hide_what_is_certain() -> None:
    assert value("requests[received, research] = 0 or 1 = 1", REPORT) is True
    assert value("requests[received, research] = 0 and 1 = 2", REPORT) is False
    assert value("any(requests[received, c] = 3 for c in requests.columns)", REPORT) is True
    assert value("all(requests[received, c] = 3 for c in requests.columns)", REPORT) is False


def test_a_title_over_another_order_of_words() -> None:
    report = make_report(title=Title("2022年青禾县民政局政府信息公开工作年度报告", 1))
    assert value("title.year", report) == 2022
    assert value("list(y.value for y in title.years)", report) == (2022,)
    assert value("title is given and title matches /报告$/", report) is True


def test_headings_that_the_format_does_not_know() -> None:
    outline = (Heading("overview", "一", "总体情况", 3), Heading(None, "七", "附件", 9))
    report = make_report(outline=outline)
    assert value("list(h.printed for h in outline where h.key is unknown)", report) == ("七、附件",)
    assert value("last(outline).position is unknown", report) is True


def test_other_reports_are_whole_reports() -> None:
    from tests.language.making import view_of

    last = make_report(2022, {("requests", "carried_out", "total"): "2"})
    env = {"previous": view_of(last), "parts": [view_of(last), view_of(last)]}
    assert value("previous.requests[carried_out, total]", REPORT, **env) == 2
    assert value("previous.report.year + 1 = report.year", REPORT, **env) is True
    assert value("sum(part.requests[carried_out, total] for part in parts)", REPORT, **env) == 4
    assert value("previous.overview.text", REPORT, **env) == "本年度工作平稳。"


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("requests[received, natural]", "3", "3"),
        ("requests[received, business]", "空白", "blank"),
        ("requests[received, research]", "/", "/"),
        ("requests[secret, natural]", "缺", "missing"),
        ("published", "2024年1月20日", "2024-01-20"),
        ("list(c for c in requests.legal where c = other or c = welfare)", "社会公益组织、其他", "社会公益组织, 其他"),
        ("contact.email", "未写明", "not stated"),
        ("1 = 1", "是", "yes"),
        ("table requests", "收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况"),
        ("section overview", "一、总体情况", "一、总体情况"),
        ("first(find(overview, /收到/))", "收到", "收到"),
        ("1.50 + 1", "2.5", "2.5"),
        ("organisation", "青禾县民政局", "青禾县民政局"),
    ],
)
def test_how_values_are_shown(text: str, zh: str, en: str) -> None:
    found = value(text, REPORT, raw=True)
    assert (show(found, "zh"), show(found, "en")) == (zh, en)


def test_a_key_shows_the_label_as_printed() -> None:
    report = make_report()
    labels = {**report.tables["requests"].labels, "business": "商业\n企业"}
    from dataclasses import replace

    table = replace(report.tables["requests"], labels=labels)
    report = replace(report, tables={**report.tables, "requests": table})
    assert show(value("list(c for c in requests.columns where c = business)", report), "zh") == "商业企业"


def test_kinds_that_are_not_known_are_unknown() -> None:
    report = make_report(organisation=Organisation("某处", None, None))
    found = value("organisation.kind = department", report)
    assert isinstance(found, Unknown) and found.reason == "unstated"


def test_paragraphs_of_the_preface_speak_of_years() -> None:
    report = make_report(preface=(Para(2, "现将2022年度政府信息公开工作情况报告如下。"),))
    assert value("list(y.value for y in preface.years)", report) == (2022,)
