"""What a rule sees beside its own report, what is masked, and that any one figure out of balance is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document import Place
from checker.engine import assess
from checker.errors import InputError
from checker.report import Organisation, Para, Report, Title
from tests.language.making import BALANCE, formats, make_report, make_rule, make_table, run, state


def test_previous_others_and_parts() -> None:
    last = make_report(2022, {("requests", "carried_out", "total"): "2"})
    carried = (
        "when        previous is given\nrequire     requests[carried_in, total] = previous.requests[carried_out, total]"
    )
    assert state(run(carried)) == "not applicable"
    assert state(run(carried, previous=last)) == "failed"
    summed = "require     requests[received, total] = sum(part.requests[received, total] for part in parts)"
    part = make_report(cells={("requests", "received", "total"): "2"})
    assert state(run(summed)) == "not assessed"
    assert (
        state(run(summed, make_report(cells={("requests", "received", "total"): "4"}), parts=[part, part])) == "passed"
    )
    same = "for         neighbour in others\nrequire     neighbour.overview.text != overview.text"
    rule = make_rule(same, message="与{neighbour}相同")
    assert rule.uses.wide
    assert run(rule, others=[part]).findings[0].message == "与青禾县民政局相同"


def test_personal_numbers_are_masked_wherever_they_are_printed() -> None:
    report = make_report(prose={"overview": ["联系人13812345678，身份证11010519491231002X。"]})
    rule = make_rule(
        'for         m in find(overview, /[0-9]{11,17}[0-9X]?/)\nrequire     m.text = ""',
        message="有号码{m}：{m.sentence}",
    )
    found = run(rule, report)
    printed = repr(found)
    assert len(found.findings) == 2
    assert "13812345678" not in printed and "11010519491231002X" not in printed
    assert found.findings[0].place.quote == "138****5678"


def test_a_report_as_a_whole() -> None:
    report = make_report(None, organisation=Organisation(), title=Title())
    found = assess(report, [make_rule("require     title is given\nat          title")], formats())
    assert (found.file, found.year, found.organisation, found.layout) == ("made.docx", None, None, "2021")
    assert found.findings[0].place == Place("title")


def test_dates_and_texts_as_sides() -> None:
    report = make_report(published=date(2024, 4, 1), preface=(Para(2, "本报告于2024年4月1日发布。"),))
    (finding,) = run("require     published = date(2024, 1, 31)", report).findings
    assert (finding.expected, finding.actual) == (date(2024, 1, 31), date(2024, 4, 1))
    assert type(finding.actual) is date
    assert finding.place.paragraph == 2


def test_a_report_of_a_format_that_is_not_there() -> None:
    with pytest.raises(InputError, match="2030"):
        run("require     1 = 1", replace(make_report(), layout="2030"))


def small(report: Report, row: str, column: str, figure: int) -> Report:
    """The report with one figure changed."""
    cells = {("requests", row, column): str(figure)}
    return replace(report, tables={**report.tables, "requests": make_table("requests", cells, "2021", "requests")})


@given(
    st.sampled_from(["received", "carried_in", "handled", "carried_out"]),
    st.sampled_from(["natural", "business", "research", "welfare", "legal_service", "other", "total"]),
    st.integers(1, 10**9),
)
def test_any_one_figure_out_of_balance_is_found_in_its_column(row: str, column: str, figure: int) -> None:
    found = run(RULE, small(make_report(), row, column, figure))
    assert [f.place.column for f in found.findings] == [column]
    assert (row == "handled") == (found.findings[0].place.quote == str(figure))


RULE: Any = make_rule(BALANCE)
