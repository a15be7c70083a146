"""gkcheck rollup says so where there is nothing to add up, or what cannot be added."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from checker.commands.group import group
from checker.outputs.rollup_table import render_rollup
from checker.outputs.table import Look
from checker.outputs.wrap import width
from checker.pipeline import roll_up
from checker.settings import Settings

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "compliant-2021.docx"


def rolled(*names: str) -> tuple[int, str]:
    result = CliRunner().invoke(group, ["rollup", *names])
    return result.exit_code, result.output


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("whole.docx", "part.docx"):
        shutil.copy(EXAMPLE, name)
    return tmp_path


def test_a_part_with_the_same_figures_is_the_whole(here: Path) -> None:
    status, said = rolled("whole.docx", "part.docx")
    assert status == 0 and "合格 whole.docx" in said


def test_the_report_itself_is_no_part_of_it(here: Path) -> None:
    status, said = rolled("whole.docx", "whole.docx")
    assert status == 2 and "没有可以相加的报告" in said


def test_a_part_of_another_year_is_told_and_not_added(here: Path) -> None:
    earlier = docx.Document("part.docx")
    for run in (run for paragraph in earlier.paragraphs for run in paragraph.runs):
        run.text = run.text.replace("2023", "2022").replace("2024", "2023")
    earlier.save("part.docx")
    status, said = rolled("whole.docx", "part.docx")
    assert status == 2 and "part.docx：报告年度是2022年，汇总报告是2023年" in said


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_no_line_of_the_table_is_wider_than_the_screen(here: Path, columns: int) -> None:
    part = docx.Document("part.docx")
    for cell in (cell for table in part.tables for row in table.rows[2:] for cell in row.cells[-2:]):
        cell.text = "100"
    part.save("part.docx")
    outcome = roll_up("whole.docx", ["part.docx"], Settings())
    table = render_rollup(outcome, Look(width=columns)).splitlines()
    assert len(table) > 10 and any("100" in line for line in table)
    assert max(width(line) for line in table) <= columns
