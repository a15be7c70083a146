"""The findings as workflow commands, which GitHub Actions shows as annotations of a run."""

from __future__ import annotations

from checker.findings import Assessment, Finding, Outcome, Severity
from checker.outputs.places import in_words
from checker.outputs.safe_text import in_command, in_property
from checker.outputs.words import WORDS

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def render_github(outcome: Outcome, lang: str) -> str:
    """One command a line; files that could not be read are errors."""
    lines = [_command(finding, report, lang) for report in outcome.reports for finding in report.findings]
    lines += [f"::error file={in_property(error.file)}::{in_command(error.message)}" for error in outcome.errors]
    return "".join(line + "\n" for line in lines)


def _command(finding: Finding, report: Assessment, lang: str) -> str:
    words = WORDS[lang]
    title = " ".join([finding.code, in_words(finding, report)])
    text = "\n".join([finding.message, words["hint"] + finding.hint, words["basis"] + finding.basis])
    properties = f"file={in_property(report.file)},line=1,title={in_property(title)}"
    return f"::{_COMMANDS[finding.severity]} {properties}::{in_command(text)}"
