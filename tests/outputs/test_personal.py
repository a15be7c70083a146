"""No output holds a personal number whole, wherever in the report it stands: in a sentence, a label or a cell."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

PROGRAM = [sys.executable, "-c", "from checker.cli import main; main()"]
ROOT = Path(__file__).resolve().parents[2]
LABELLED, IN_CELL, MOBILE, CARD = "11010519900307101X", "110105199003071079", "13812345678", "6222020200112230"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with an identity number in a label, another, a mobile and a card in cells of figures."""
    document = docx.Document(str(ROOT / "docs/examples/compliant-2021.docx"))
    cells = [row.cells for table in document.tables for row in table.rows]
    received = next(row for row in cells if any("本年新收" in cell.text for cell in row))
    received[-1].text, received[-2].text = MOBILE, IN_CELL
    carried = next(row for row in cells if any("上年结转" in cell.text for cell in row))
    carried[-1].text = CARD
    label = next(cell for row in cells for cell in row if "重复申请" in cell.text)
    label.text = f"{label.text}{LABELLED}"
    document.paragraphs[-1].add_run(f"申请人电话{MOBILE}，证件{IN_CELL}。")
    path = tmp_path_factory.mktemp("personal") / "报告.docx"
    document.save(str(path))
    return path


def _assert_masked(text: str) -> None:
    assert "***" in text.replace("\\*", "*")  # Markdown takes a star for a sign of its own
    for number in (LABELLED, IN_CELL, MOBILE, CARD):
        assert number not in text


@pytest.mark.parametrize("form", ["table", "json", "sarif", "junit", "github", "markdown", "html"])
def test_on_the_screen(report: Path, form: str) -> None:
    done = _call("check", report, "--format", form)
    assert done.returncode == 1
    _assert_masked(done.stdout)


def test_in_the_sheet(report: Path, tmp_path: Path) -> None:
    _call("check", report, "--format", "xlsx", "-o", tmp_path / "a.xlsx")
    _assert_masked(_inside(tmp_path / "a.xlsx", "xl/"))


def test_in_comments(report: Path, tmp_path: Path) -> None:
    _call("check", report, "--annotate", tmp_path / "a.docx")
    _assert_masked(_inside(tmp_path / "a.docx", "word/comments"))


def test_in_a_rollup(report: Path) -> None:
    part = ROOT / "docs/examples/compliant-2021.docx"
    _assert_masked(_call("rollup", report, part).stdout)


def test_in_results_and_store(report: Path, tmp_path: Path) -> None:
    import duckdb

    _call("batch", report, "-o", tmp_path / "r.jsonl", "--store", tmp_path / "r.duckdb", "--no-cache")
    _assert_masked((tmp_path / "r.jsonl").read_text(encoding="utf-8"))
    base = duckdb.connect(str(tmp_path / "r.duckdb"), read_only=True)
    tables = ("reports", "findings", "figures")
    _assert_masked(json.dumps([base.sql(f"FROM {table}").fetchall() for table in tables], default=str))


def _call(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *map(str, words)], capture_output=True, text=True, cwd=ROOT, check=False)


def _inside(path: Path, beginning: str) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return "".join(package.read(name).decode() for name in package.namelist() if name.startswith(beginning))
