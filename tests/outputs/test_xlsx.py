"""A workbook read back: findings, bodies, figures, and no formula in it."""

from __future__ import annotations

from io import BytesIO

import openpyxl
from openpyxl.workbook import Workbook

from checker.findings import Outcome
from checker.outputs.xlsx import render_xlsx
from checker.pack import Pack
from tests.outputs.outcomes import hostile


def book(outcome: Outcome, pack: Pack, lang: str = "zh") -> Workbook:
    return openpyxl.load_workbook(BytesIO(render_xlsx(outcome, pack.layouts, lang)))


def test_findings_bodies_and_figures_are_sheets(outcome: Outcome, pack: Pack) -> None:
    made = book(outcome, pack)
    assert made.sheetnames == ["问题", "机关", "数据"]
    findings, bodies, figures = (list(made[name].values) for name in made.sheetnames)
    assert len(findings) - 1 == sum(len(report.findings) for report in outcome.reports)
    assert [row[0] for row in bodies[1:]] == [*(r.file for r in outcome.reports), *(e.file for e in outcome.errors)]
    counted = [dict(zip(bodies[0], row, strict=True)) for row in bodies[1:]]
    assert counted[0]["错误"] == sum(f.severity.value == "error" for f in outcome.reports[0].findings)
    assert counted[-1]["备注"]
    total = sum(
        len(row) for r in outcome.reports if r.report for t in r.report.tables.values() for row in t.rows.values()
    )
    assert len(figures) - 1 == total
    assert (figures[1][6], figures[1][7]) == ("0", 0)


def test_no_text_is_a_formula_and_dates_and_numbers_are_themselves(pack: Pack) -> None:
    made = book(hostile(), pack, "en")
    for sheet in made:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n", "d")
                text = str(cell.value or "").strip()
                assert cell.data_type == "n" or not text.startswith(("=", "+", "-", "@"))
    last = list(made["findings"].values)[-1]
    assert (str(last[-2])[:10], last[-1]) == ("2024-01-31", 12.5)


def test_the_same_outcome_gives_the_same_bytes(outcome: Outcome, pack: Pack) -> None:
    assert render_xlsx(outcome, pack.layouts, "zh") == render_xlsx(outcome, pack.layouts, "zh")
