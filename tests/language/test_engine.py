"""What becomes of a rule for a report: outcomes, places, messages, order."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from checker.document import FileFacts, Mark, Place
from checker.engine import assess
from checker.findings import Severity
from tests.language.making import BALANCE, formats, make_report, make_rule, run, state


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("require     1 = 1", "passed"),
        ("require     1 = 2", "failed"),
        ("require     signed = published", "not assessed"),
        ("when        1 = 2\nrequire     1 = 2", "not applicable"),
        ("when        signed = published\nrequire     1 = 2", "not assessed"),
        ("when        signed is given and signed = published\nrequire     1 = 2", "not applicable"),
        ("for         x in overview.years\nrequire     1 = 2", "not applicable"),
        ("for         x in sections where x.key = title\nrequire     1 = 2", "not applicable"),
        ("for         x in [1, 2]\nwhere       x > 2\nrequire     1 = 2", "not applicable"),
        ("for         x in [1, 2]\nrequire     x = 1", "failed"),
        ("for         x in previous.sections\nrequire     1 = 2", "not assessed"),
        ("for         x in [1, 2] where signed = published\nrequire     1 = 2", "not assessed"),
        (
            "for         x in [1, 2]\nlet         y = x * 2\nfor         z in [y, y + 1]\nrequire     z >= x + 1",
            "passed",
        ),
    ],
)
def test_outcomes(lines: str, expected: str) -> None:
    assert state(run(lines)) == expected


@pytest.mark.parametrize(
    ("years", "year", "layout", "expected"),
    [
        ("2021..", 2023, "2021", "failed"),
        ("2021..", 2020, "2019", "not applicable"),
        ("2019..2020", 2023, "2021", "not applicable"),
        ("2023", 2023, "2021", "failed"),
        ("2022", 2023, "2021", "not applicable"),
        ("2022", None, "2021", "failed"),  # the year is not known: the years of its format
        ("2019..2020", None, "2021", "not applicable"),
        ("2019..", 2018, "2019", "failed"),  # no format holds the year: the years of its format
    ],
)
def test_the_years_of_a_rule(years: str, year: int | None, layout: str, expected: str) -> None:
    assert state(run(make_rule("require     1 = 2", years=years), make_report(year, layout=layout))) == expected


def test_one_finding_for_each_combination_that_fails() -> None:
    report = make_report(cells={("requests", "received", "natural"): "3", ("requests", "carried_out", "other"): "1"})
    found = run(make_rule(BALANCE, message="{column}列：{left}，{right}，差{abs(left - right)}"), report)
    assert [f.message for f in found.findings] == ["自然人列：3，0，差3", "其他列：0，1，差1"]
    first = found.findings[0]
    assert (first.code, first.name, first.severity, first.basis, first.hint) == (
        "ZZ101",
        "made-up",
        Severity.ERROR,
        "惯例",
        "改正",
    )
    assert first.place == Place("requests", "requests", "handled", "natural", None, "0")
    assert [p.row for p in first.related] == ["received", "carried_in", "carried_out"]
    assert (first.expected, first.actual) == (Decimal(3), Decimal(0))  # the actual side is the one of the place


def test_without_at_the_place_is_what_require_reads_first() -> None:
    rule = make_rule(
        "require     requests[received, natural] + requests[granted, natural] = requests[handled, natural]"
    )
    found = run(rule, make_report(cells={("requests", "received", "natural"): "3"}))
    assert [found.findings[0].place.row, *(p.row for p in found.findings[0].related)] == [
        "received",
        "granted",
        "handled",
    ]
    assert (found.findings[0].expected, found.findings[0].actual) == (Decimal(0), Decimal(3))


def test_a_name_of_for_gives_the_place_where_require_reads_nothing_with_one() -> None:
    found = run("for         m in find(overview, /平稳/)\nrequire     1 = 2")
    assert found.findings[0].place == Place("overview", paragraph=4, quote="平稳")


def test_what_a_let_has_read_is_read_by_who_reads_the_let() -> None:
    lines = """
let         empty = list(c for c in requests.columns where requests[received, c] is blank)
require     count(empty) = 0
"""
    found = run(lines, make_report(cells={("requests", "received", "welfare"): " "}))
    assert found.findings[0].place.column == "welfare"
    assert found.findings[0].expected is None  # a count of faults is no figure of the report


def test_at_over_a_list() -> None:
    lines = """
for         row in requests.rows
let         empty = list(column for column in requests.columns where requests[row, column] is blank)
require     count(empty) = 0
at          requests[row, column] for column in empty
"""
    cells = {("requests", "received", c): "" for c in ("natural", "other")}
    found = run(make_rule(lines, message="{row}：{empty}空白"), make_report(cells=cells))
    (finding,) = found.findings
    assert finding.message == "一、本年新收政府信息公开申请数量：自然人、其他空白"
    assert [finding.place.column, *(p.column for p in finding.related)] == ["natural", "other"]


def test_expected_and_actual_may_be_stated() -> None:
    lines = "require     requests[received, natural] = 0\nexpected    2 + 3\nactual      requests[received, natural]"
    found = run(lines, make_report(cells={("requests", "received", "natural"): "7"}))
    assert (found.findings[0].expected, found.findings[0].actual) == (Decimal(5), Decimal(7))


def test_a_blank_counted_as_zero_is_said() -> None:
    cells = {("requests", "received", "natural"): "3", ("requests", "carried_in", "natural"): ""}
    report = make_report(cells=cells)
    assert run(BALANCE, report).findings[0].message == "不对（空格按 0 计）"
    assert run(BALANCE, report, lang="en").findings[0].message == "不对 (blank counted as 0)"
    assert (
        not run(BALANCE, make_report(cells={("requests", "received", "natural"): "3"}))
        .findings[0]
        .message.endswith("）")
    )


def test_a_blank_total_is_not_assessed_and_says_where() -> None:
    found = run("require     requests[received, total] = 0", make_report(cells={("requests", "received", "total"): ""}))
    (note,) = found.not_assessed
    assert note.code == "ZZ101"
    assert note.reason == "所需数据空白（一、本年新收政府信息公开申请数量 · 总计）"
    assert note.places == (Place("requests", "requests", "received", "total"),)


def test_a_rule_that_fails_in_one_place_and_cannot_be_judged_in_another() -> None:
    cells = {("requests", "received", "natural"): "3", ("requests", "handled", "other"): "/"}
    found = run(BALANCE, make_report(cells=cells))
    assert (found.failed, found.unjudged, len(found.findings)) == (1, 0, 1)
    assert [p.column for p in found.not_assessed[0].places] == ["other"]


def test_a_missing_table_is_not_assessed() -> None:
    found = run(BALANCE, make_report(without=("requests",)))
    assert state(found) == "not assessed"
    assert found.not_assessed[0].places == (Place("requests", "requests"),)
    assert "没有" in found.not_assessed[0].reason


def test_a_table_of_another_format() -> None:
    other = make_report(tables_of={"requests": "2019", "disclosure": "2019"})
    assert state(run(BALANCE, other)) == "passed"  # both formats have what it names
    rule = make_rule("require     requests[overdue_fee, total] = 0", years="2021..")
    found = run(rule, other)
    assert state(found) == "not assessed"
    assert found.not_assessed[0].reason == "表格为其他年份格式"
    assert found.not_assessed[0].places == (Place("requests", "requests"),)
    grouped = make_rule("require     sum(requests[r, total] for r in requests.other_handling) = 0", years="2021..")
    assert state(run(grouped, other)) == "passed"  # the group is in both, with other rows


def test_severity_by_condition() -> None:
    rule = make_rule(
        "for         x in [1, 2, 3]\nrequire     x = 0",
        severity="error when x = 1\n    severity    warning when signed = published\n    severity    notice",
    )
    assert [f.severity.value for f in run(rule).findings] == ["error", "notice", "notice"]


def test_english_texts_where_there_are_any() -> None:
    rule = make_rule("require     1 = 2\nmessage.en  wrong on {date(2023, 1, 2)}")
    assert run(rule, lang="en").findings[0].message == "wrong on 2023-01-02"
    assert run(rule, lang="en").findings[0].hint == "改正"


def test_findings_stand_in_document_order() -> None:
    cells = {("requests", "received", "natural"): "1", ("disclosure", "licences", "decisions"): "1"}
    report = make_report(cells=cells, prose={"overview": ["甲。", "乙。"]})
    lines = [
        "require     requests[received, natural] = 0",
        "require     disclosure[licences, decisions] = 0",
        "for         p in overview.paragraphs\nrequire     p.text = 1 or p.text matches /丙/",
        "require     section problems is not given",
        "require     title is not given",
        "require     preface is not given",
        "require     section other is not given",
        "require     count(document.comments) = 0",
    ]
    lines[2] = "for         p in overview.paragraphs\nrequire     p.text matches /丙/"
    rules = [make_rule(text, code=f"ZZ{900 - n}", name=f"rule-{n}") for n, text in enumerate(lines)]
    facts = FileFacts("docx", comments=(Mark("comment", "改"),))
    found = assess(replace(report, document=facts), rules, formats())
    assert [f.place.section for f in found.findings] == [
        "title",
        "preface",
        "overview",
        "overview",
        "disclosure",
        "requests",
        "problems",
        "other",
        None,
    ]
    assert [f.place.paragraph for f in found.findings[2:4]] == [4, 5]


def test_a_missing_section_stands_where_it_belongs() -> None:
    rules = [
        make_rule("for         s in sections\nrequire     s is given\nat          s", code="ZZ101"),
        make_rule("require     section problems is not given", code="ZZ100", name="second"),
        make_rule("require     section requests is not given", code="ZZ102", name="third"),
    ]
    found = assess(make_report(without=("disputes",)), rules, formats())
    assert [f.place.section for f in found.findings] == ["requests", "disputes", "problems"]
