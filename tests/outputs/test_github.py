"""Workflow commands, one a line, that no text of a report can add to or end early."""

from __future__ import annotations

import re

from checker.findings import Outcome
from checker.outputs.github import render_github
from tests.outputs.outcomes import hostile

COMMAND = re.compile(r"::(error|warning|notice) file=[^,:\r\n]*(,line=1,title=[^,:\r\n]*)?::[^\r\n]*")


def test_each_finding_and_each_unreadable_file_is_one_command(outcome: Outcome) -> None:
    lines = render_github(outcome, "zh").splitlines()
    assert len(lines) == sum(len(report.findings) for report in outcome.reports) + len(outcome.errors)
    assert all(COMMAND.fullmatch(line) for line in lines)
    assert "%0A改法：" in lines[0]


def test_hostile_text_adds_no_command() -> None:
    text = render_github(hostile(), "zh")
    assert all(COMMAND.fullmatch(line) for line in text.splitlines())
    assert len(text.splitlines()) == len(hostile().reports[0].findings) + 1
    assert not any(char in text for char in "\x00\x07\x1b\x9b\u202e")
