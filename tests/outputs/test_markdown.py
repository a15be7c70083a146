"""A summary whose tables hold together whatever the report says."""

from __future__ import annotations

import re

from checker.findings import Outcome
from checker.outputs.markdown import render_markdown
from tests.outputs.outcomes import hostile


def test_reports_are_counted_and_findings_listed(outcome: Outcome) -> None:
    text = render_markdown(outcome, "zh")
    assert text.startswith("# 年度报告检查结果\n")
    assert text.count("\n## ") == 2  # the faulty report, and the files that could not be read
    assert all(finding.code in text for finding in outcome.reports[0].findings)


def test_hostile_text_makes_no_cell_no_heading_no_html_and_no_link() -> None:
    lines = render_markdown(hostile(), "en").splitlines()
    for row in (line for line in lines if line.startswith("|")):
        assert len(re.findall(r"(?<!\\)\|", row)) == 7
    assert sum(line.startswith("#") for line in lines) == 3
    bare = "\n".join(lines)
    assert "<" not in bare and "://" not in bare and not re.search(r"(?<!\\)[\[\]`*]", bare) and "@" not in bare
