"""The labels of groups of rows and columns are held against the format as those of rows and columns are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker import engine
from checker.findings import Finding
from checker.language.edit_lines import parse_edits
from checker.pack import Pack
from checker.proving import Prover
from checker.report import Report


def edited(prover: Prover, pack: Pack, layout: str) -> Report:
    """The model report of the layout, with a sentence more."""
    keys = [item.key for item in pack.layouts]
    laid = [item for item in pack.layouts if item.key == layout]
    return prover.edit(parse_edits('append "各项工作有序推进。" to overview', laid, keys, 1), layout).report


def relabelled(report: Report, table: str, key: str, label: str) -> Report:
    """The report with the label of one group printed otherwise."""
    held = report.tables[table]
    return replace(report, tables={**report.tables, table: replace(held, labels={**held.labels, key: label})})


def found(pack: Pack, report: Report) -> list[Finding]:
    return list(engine.assess(report, pack.rules, pack.layouts, pack.statements, names=pack.names).findings)


@pytest.mark.parametrize("layout", ("2019", "2021"))
@pytest.mark.parametrize(
    ("table", "key", "label", "row", "column"),
    [
        ("requests", "not_processed", "（五）不与处理", "complaint", None),
        ("requests", "not_provided", "（四）无法提拱", "not_held", None),
        ("requests", "denied", "（三）不予公布", "secret", None),
        ("requests", "legal", "法人或其他组只", None, "business"),
    ],
)
def test_a_misspelt_group_is_found_where_it_begins(
    prover: Prover, pack: Pack, layout: str, table: str, key: str, label: str, row: str | None, column: str | None
) -> None:
    findings = found(pack, relabelled(edited(prover, pack, layout), table, key, label))
    assert [(f.code, f.place.table, f.place.row, f.place.column) for f in findings] == [("GK113", table, row, column)]
    assert label in findings[0].message


@pytest.mark.parametrize("layout", ("2019", "2021"))
@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("not_processed", "(五) 不予处理"),
        ("denied", "不予公开"),
        ("legal", "法人和其他组织"),
        ("results", "本年度处理结果"),
    ],
)
def test_a_group_in_a_wording_of_the_format_is_right(
    prover: Prover, pack: Pack, layout: str, key: str, label: str
) -> None:
    assert not found(pack, relabelled(edited(prover, pack, layout), "requests", key, label))
