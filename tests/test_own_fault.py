"""A fault of gkcheck's own costs the report at hand, never the others, and is told in one line with status 2."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from checker import check, pipeline
from checker.errors import own_fault
from checker.report import Report

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"


def test_the_other_reports_are_still_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pipeline.assess_report

    def faulty(report: Report, *args: object, **named: object) -> object:
        if report.file.endswith("faulty-2021.docx"):
            raise KeyError("slip")
        return whole(report, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "assess_report", faulty)
    names = [str(EXAMPLES / name) for name in ("faulty-2021.docx", "compliant-2021.docx")]
    outcome = check(*names)
    assert [report.file for report in outcome.reports] == names[1:]
    assert [error.file for error in outcome.errors] == names[:1]
    assert "KeyError" in outcome.errors[0].message and "test_own_fault.py:" in outcome.errors[0].message
    assert outcome.exit_status() == 2


def test_a_slip_in_the_reader_is_told_likewise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read_report", lambda *args: next(iter(())))
    outcome = check(str(EXAMPLES / "compliant-2021.docx"))
    assert not outcome.reports and "StopIteration" in outcome.errors[0].message


def test_the_command_ends_with_status_2_and_no_traceback() -> None:
    slip = "import checker.cli as c; c.plainly_checked = lambda words: {}['slip']; c.main()"
    for words, said in (([], "内部出错"), (["--lang", "en"], "a fault in gkcheck itself")):
        call = [sys.executable, "-c", slip, *words]
        run = subprocess.run(call, capture_output=True, check=False, cwd=EXAMPLES.parents[1])
        assert run.returncode == 2 and not run.stdout
        told = run.stderr.decode()
        assert told.count("\n") == 1 and "KeyError" in told and said in told


def test_the_line_names_the_place_without_the_path() -> None:
    try:
        raise ValueError("secret 13812345678")
    except ValueError as error:
        said = own_fault(error).en
    assert "ValueError, test_own_fault.py:" in said and "secret" not in said and "/" not in said
