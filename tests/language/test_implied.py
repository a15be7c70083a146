"""The value that the tables imply for a blank."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine import assess
from checker.findings import Finding
from checker.language.nodes import Rule
from tests.language.making import formats, make_report, make_rule

TOTAL = make_rule(
    "for row in requests.rows\nrequire requests[row, total] = sum(requests[row, c] for c in requests.applicants)"
)
BALANCE = make_rule(
    "for c in requests.columns\n"
    "require requests[received, c] + requests[carried_in, c] - requests[carried_out, c] = requests[handled, c]",
    code="ZZ102",
    name="balance",
)
BLANKS = make_rule(
    """
for         row in requests.rows
let         empty = list(column for column in requests.columns where requests[row, column] is blank)
require     count(empty) = 0
at          requests[row, column] for column in empty
""",
    code="ZZ103",
    name="blanks",
    message="{implied(row, empty)}",
)
ONE = make_rule(
    "for cell in requests.cells where cell is blank\nrequire 1 = 2\nat cell\nexpected implied(cell)",
    code="ZZ104",
    name="one",
)


def found(cells: dict[tuple[str, str], str], rule: Rule = BLANKS, lang: str = "zh") -> list[Finding]:
    """Findings of the blank rule, beside the rules that imply."""
    report = make_report(cells={("requests", *key): raw for key, raw in cells.items()})
    outcome = assess(report, [TOTAL, BALANCE, rule], formats(), lang=lang)
    return [f for f in outcome.findings if f.code == rule.code]


def test_one_rule_implies_it() -> None:
    (finding,) = found({("granted", "natural"): "", ("granted", "other"): "2", ("granted", "total"): "5"})
    assert finding.message == "3"


def test_two_rules_that_agree() -> None:
    cells = {
        ("received", "natural"): "",
        ("received", "total"): "5",
        ("handled", "natural"): "5",
        ("handled", "total"): "5",
    }
    assert found(cells)[0].message == "5"


def test_two_rules_that_disagree_imply_nothing() -> None:
    cells = {("received", "natural"): "", ("received", "total"): "5", ("handled", "natural"): "4"}
    assert found(cells)[0].message == "未写明"


def test_another_blank_in_the_same_rule_implies_nothing_by_it() -> None:
    cells = {("granted", "natural"): "", ("granted", "other"): "", ("granted", "total"): "5"}
    assert found(cells)[0].message == "未写明"
    balanced = {
        ("received", "natural"): "",
        ("received", "other"): "",
        ("received", "total"): "5",
        ("handled", "natural"): "4",
    }
    assert found(balanced)[0].message == "自然人 4、其他 0"
    assert found(balanced, lang="en")[0].message == "自然人 4, 其他 0"


def test_counts_that_can_only_make_nothing_are_each_0() -> None:
    blanks = {("granted", column): "" for column in ("natural", "research", "other")}
    assert found({**blanks, ("granted", "total"): "0"})[0].message == "自然人 0、科研机构 0、其他 0"
    filled = {**blanks, ("granted", "business"): "5", ("granted", "total"): "5"}
    assert found(filled)[0].message == "自然人 0、科研机构 0、其他 0"
    assert found({**filled, ("granted", "total"): "6"})[0].message == "未写明"
    assert found({**blanks, ("granted", "total"): ""})[0].message == "未写明"


def test_counts_on_either_side_may_be_anything() -> None:
    assert {f.message for f in found({("received", "natural"): "", ("handled", "natural"): ""}, BLANKS)} == {"0"}
    lone = [BALANCE, BLANKS]
    report = make_report(cells={("requests", row, "natural"): "" for row in ("received", "handled")})
    assert {f.message for f in assess(report, lone, formats()).findings} == {"未写明"}


def test_a_count_below_zero_is_not_implied() -> None:
    assert (
        found({("granted", "natural"): "", ("granted", "other"): "7", ("granted", "total"): "5"})[0].message == "未写明"
    )


def test_a_cell_that_is_no_number_implies_nothing() -> None:
    assert found({("granted", "natural"): "", ("granted", "other"): "/"})[0].message == "未写明"


def test_as_the_expected_value_of_a_cell() -> None:
    (finding,) = found({("granted", "natural"): "", ("granted", "total"): "5"}, ONE)
    assert finding.expected == 5


def test_without_a_linear_rule_nothing_is_implied() -> None:
    report = make_report(cells={("requests", "granted", "natural"): ""})
    assert assess(report, [BLANKS], formats()).findings[0].message == "未写明"


@pytest.mark.parametrize("row", ["granted", "secret", "carried_out"])
@given(figures=st.lists(st.integers(0, 10**6), min_size=6, max_size=6), at=st.integers(0, 5))
def test_a_figure_taken_out_of_a_right_row_is_implied(row: str, figures: list[int], at: int) -> None:
    columns = ("natural", "business", "research", "welfare", "legal_service", "other")
    cells = {(row, column): str(figure) for column, figure in zip(columns, figures, strict=True)}
    cells[row, "total"] = str(sum(figures))
    if row == "carried_out":
        cells |= {("carried_in", column): str(figure) for column, figure in zip(columns, figures, strict=True)}
        cells["carried_in", "total"] = str(sum(figures))
    cells[row, columns[at]] = ""
    assert found(cells)[0].message == str(figures[at])
