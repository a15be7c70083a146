"""A folder of reports to set things for, and the command line to run on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from click.testing import CliRunner, Result

from checker.commands.group import group

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
Run = Callable[..., Result]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a faulty and a clean report below 2023/; it is the working folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "2023").mkdir()
    copyfile(EXAMPLES / "faulty-2021.docx", tmp_path / "2023" / "云岭县.docx")
    copyfile(EXAMPLES / "compliant-2021.docx", tmp_path / "2023" / "合格.docx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Calls gkcheck with some words."""

    def call(*words: str) -> Result:
        return CliRunner().invoke(group, list(words), catch_exceptions=False)

    return call


def findings(result: Result) -> list[list[dict[str, Any]]]:
    """The findings of a call with --format json, by report."""
    return [report["findings"] for report in json.loads(result.stdout)["reports"]]


def codes(result: Result) -> list[list[str]]:
    """The codes of the findings, by report."""
    return [[finding["code"] for finding in report] for report in findings(result)]


def waived(result: Result) -> list[str]:
    """The codes of what is waived in the first report."""
    return [item["code"] for item in json.loads(result.stdout)["reports"][0]["waived"]]
