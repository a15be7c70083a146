"""The findings as JUnit XML, which build servers show as test results."""

from __future__ import annotations

from collections.abc import Sequence

from checker.findings import Assessment, Finding, Outcome, Severity, Unreadable
from checker.language.nodes import Rule
from checker.outputs.places import in_words
from checker.outputs.safe_text import in_html
from checker.outputs.words import WORDS


def render_junit(outcome: Outcome, rules: Sequence[Rule], lang: str, threshold: Severity | None) -> str:
    """A suite for each report, with a case for each rule that found something or could not be judged.

    The rules that a report passes are one case, so that a clean report has one. A finding at or above the threshold
    (None: none) is a failure; a lighter one stands in the case's output. A file that could not be read is an error.
    """
    titles = {rule.code: rule.titles.get(lang, rule.titles["zh"]) for rule in rules}
    suites = [_suite(report, titles, lang, threshold) for report in outcome.reports]
    suites += [_unread(error) for error in outcome.errors]
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n' + "".join(suites) + "</testsuites>\n"


def _suite(report: Assessment, titles: dict[str, str], lang: str, threshold: Severity | None) -> str:
    words = WORDS[lang]
    cases, failures, skipped = [_case(report.file, words["passed"].format(count=report.passed), "")], 0, 0
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.code, []).append(finding)
    for code, findings in found.items():
        heavy = [f for f in findings if threshold is not None and f.severity.rank <= threshold.rank]
        light = [f for f in findings if f not in heavy]
        inner = ""
        if heavy:
            failures += 1
            text = in_html("\n\n".join(_text(f, report, lang) for f in heavy))
            inner = f'<failure type="{heavy[0].severity.value}" message="{in_html(heavy[0].message)}">{text}</failure>'
        if light:
            inner += f"<system-out>{in_html(chr(10).join(_text(f, report, lang) for f in light))}</system-out>"
        cases.append(_case(report.file, f"{code} {titles.get(code, findings[0].name)}", inner))
    for code, reason in {item.code: item.reason for item in report.not_assessed if item.code not in found}.items():
        skipped += 1
        cases.append(
            _case(report.file, f"{code} {titles.get(code, '')}".strip(), f'<skipped message="{in_html(reason)}"/>')
        )
    head = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}"'
    return f'<testsuite name="{in_html(report.file)}" {head}>\n{"".join(cases)}</testsuite>\n'


def _unread(error: Unreadable) -> str:
    case = _case(error.file, error.file, f'<error type="unreadable" message="{in_html(error.message)}"/>')
    head = 'tests="1" failures="0" errors="1" skipped="0"'
    return f'<testsuite name="{in_html(error.file)}" {head}>\n{case}</testsuite>\n'


def _case(file: str, name: str, inner: str) -> str:
    head = f'<testcase classname="{in_html(file)}" name="{in_html(name)}"'
    return f"{head}>{inner}</testcase>\n" if inner else f"{head}/>\n"


def _text(finding: Finding, report: Assessment, lang: str) -> str:
    words = WORDS[lang]
    head = f"{words[finding.severity.value]} {finding.code} {in_words(finding, report)}"
    return "\n".join([head, finding.message, words["hint"] + finding.hint, words["basis"] + finding.basis])
