"""A report that names its year nowhere is told so once."""

from __future__ import annotations

import re
from pathlib import Path

import docx

from checker import check

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "compliant-2021.docx"


def codes(path: Path, years: str) -> list[str]:
    """What is found in the example without what `years` matches."""
    report = docx.Document(str(EXAMPLE))
    for paragraph in report.paragraphs:
        left = re.sub(years, "", paragraph.text)
        if left != paragraph.text:
            paragraph.text = left
    report.save(str(path))
    outcome = check(str(path))
    assert outcome.reports[0].year is None
    return [finding.code for finding in outcome.reports[0].findings]


def test_a_year_named_nowhere_is_one_finding(tmp_path: Path) -> None:
    assert codes(tmp_path / "a.docx", r"20\d\d年度?") == ["GK101"]


def test_a_period_that_is_not_stated_is_another(tmp_path: Path) -> None:
    assert codes(tmp_path / "a.docx", r"20\d\d年度?|自?20\d\d年\d+月\d+日起至20\d\d年\d+月\d+日止") == [
        "GK101",
        "GK201",
    ]
