"""The findings as a Markdown summary: for a job's page, a merge request or a message."""

from __future__ import annotations

from checker.findings import Assessment, Outcome, Severity
from checker.outputs.places import in_words
from checker.outputs.safe_text import in_markdown
from checker.outputs.waived import waived_lines
from checker.outputs.words import WORDS


def render_markdown(outcome: Outcome, lang: str) -> str:
    """A table of the reports with their counts, then for each report its findings and what is waived."""
    words = WORDS[lang]
    heads = [words[key] for key in ("file", "body", "error", "warning", "notice", "not_assessed")]
    rows = [
        [report.file, report.organisation or words["no_body"], *_counts(report), str(report.unjudged)]
        for report in outcome.reports
    ]
    parts = [f"# {words['summary']}", "", *_table(heads, rows), ""]
    for report in outcome.reports:
        if report.findings:
            parts += [f"## {in_markdown(report.file)}", "", *_findings(report, lang), ""]
        if report.waived:
            parts += [] if report.findings else [f"## {in_markdown(report.file)}", ""]
            parts += [*(f"- {in_markdown(line)}" for line in waived_lines(report, lang)), ""]
    if outcome.errors:
        parts += [f"## {words['unread_files']}", ""]
        parts += [f"- {in_markdown(error.file)}: {in_markdown(error.message)}" for error in outcome.errors]
        parts.append("")
    return "\n".join(parts)


def _counts(report: Assessment) -> list[str]:
    return [str(report.count(severity)) for severity in Severity]


def _findings(report: Assessment, lang: str) -> list[str]:
    words = WORDS[lang]
    heads = [words[key] for key in ("severity", "code", "place", "wrong", "to_do", "clause")]
    rows = [[words[f.severity.value], f.code, in_words(f, report), f.message, f.hint, f.basis] for f in report.findings]
    return _table(heads, rows)


def _table(heads: list[str], rows: list[list[str]]) -> list[str]:
    lines = [heads, ["---"] * len(heads)]
    return ["| " + " | ".join(row) + " |" for row in lines] + [
        "| " + " | ".join(in_markdown(cell) for cell in row) + " |" for row in rows
    ]
