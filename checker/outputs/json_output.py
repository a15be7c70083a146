"""The findings as JSON: the contract of schemas/findings.schema.json."""

from __future__ import annotations

from checker.document import Place
from checker.findings import Assessment, Finding, Outcome, Severity
from checker.json_text import dump
from checker.version import VERSION

SCHEMA_VERSION = "1.0"


def render(outcome: Outcome) -> str:
    """The whole outcome as one JSON text that ends with a line break."""
    return dump(to_json(outcome)) + "\n"


def to_json(outcome: Outcome) -> dict[str, object]:
    """The outcome as nested dicts and lists; figures Decimal, dates date."""
    return {
        "schema": SCHEMA_VERSION,
        "gkcheck": VERSION,
        "reports": [report_json(assessment) for assessment in outcome.reports],
        "errors": [{"file": error.file, "message": error.message} for error in outcome.errors],
    }


def report_json(assessment: Assessment) -> dict[str, object]:
    """One report of the outcome, as `reports` of the contract holds it."""
    return {
        "file": assessment.file,
        "year": assessment.year,
        "organisation": assessment.organisation,
        "layout": assessment.layout,
        "rules": {
            "passed": assessment.passed,
            "failed": assessment.failed,
            "not_applicable": assessment.not_applicable,
            "not_assessed": assessment.unjudged,
        },
        "checked": assessment.passed + assessment.failed,
        "counts": {severity.value: assessment.count(severity) for severity in Severity}
        | {"waived": len(assessment.waived)},
        "not_assessed": [
            {"code": item.code, "reason": item.reason, "places": [_place(p) for p in item.places]}
            for item in assessment.not_assessed
        ],
        "findings": [_finding(finding) for finding in assessment.findings],
        "waived": [
            _finding(item.finding) | {"reason": item.reason, "expires": item.expires} for item in assessment.waived
        ],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "basis": finding.basis,
        "place": _place(finding.place),
        "related": [_place(place) for place in finding.related],
        "expected": finding.expected,
        "actual": finding.actual,
    }


def _place(place: Place) -> dict[str, object]:
    return {
        "section": place.section,
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "paragraph": place.paragraph,
        "quote": place.quote,
    }
