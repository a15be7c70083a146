"""The findings as SARIF 2.1.0 (OASIS), for code hosts and editors."""

from __future__ import annotations

from collections.abc import Sequence

from checker.document import Place
from checker.findings import Assessment, Finding, NotAssessed, Outcome, Severity
from checker.fingerprint import fingerprints
from checker.json_text import dump
from checker.language.nodes import Rule
from checker.outputs.places import address, in_words, logical_name
from checker.outputs.safe_text import visible
from checker.outputs.words import WORDS
from checker.version import VERSION

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_FINGERPRINT = "gkcheckPlace/v1"


def render_sarif(outcome: Outcome, rules: Sequence[Rule], lang: str) -> str:
    """The outcome as one SARIF log. rules: those of the call; each is declared, with help, whether it found or not.

    Files that could not be read and rules that could not be judged are notifications of the invocation. Every result
    has a physical location at line 1 beside its logical one: a Word file has no lines, but code hosts want one.
    """
    ordered = sorted(rules, key=lambda rule: rule.code)
    index = {rule.code: number for number, rule in enumerate(ordered)}
    results = [result for report in outcome.reports for result in _results(report, index, lang)]
    unjudged = [_unjudged(item, report, lang) for report in outcome.reports for item in report.not_assessed]
    unread = [
        {"level": "error", "message": {"text": visible(e.message)}, "locations": [_at(e.file)]} for e in outcome.errors
    ]
    run = {
        "tool": {
            "driver": {
                "name": "gkcheck",
                "version": VERSION,
                "semanticVersion": VERSION,
                "rules": [_rule(rule, lang) for rule in ordered],
            }
        },
        "language": "zh-CN" if lang == "zh" else "en",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not outcome.errors, "toolExecutionNotifications": unread + unjudged}],
        "artifacts": [{"location": {"uri": address(report.file)}} for report in outcome.reports],
        "results": results,
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(rule: Rule, lang: str) -> dict[str, object]:
    title = rule.titles.get(lang, rule.titles["zh"])
    levels = {severity.value: level for severity, level in _LEVELS.items()}
    words = WORDS[lang]
    text, markdown = [title], [title]
    if "require" in rule.written:
        text.append(f"{words['requires']}{rule.written['require']}")
        markdown.append(f"{words['requires']}\n\n```\n{rule.written['require']}\n```")
    quiet = rule.quiet.get(lang, rule.quiet.get("zh"))
    if quiet is not None:
        text.append(words["quiet"] + quiet)
        markdown.append(words["quiet"] + quiet)
    more = words["more"].format(code=rule.code)
    return {
        "id": rule.code,
        "name": "".join(step.capitalize() for step in rule.name.split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": title},
        "help": {"text": "\n\n".join([*text, more]), "markdown": "\n\n".join([*markdown, more])},
        "defaultConfiguration": {"level": levels[rule.severity]},
        "properties": {"tags": [rule.code[:3], rule.name]},
    }


def _results(report: Assessment, index: dict[str, int], lang: str) -> list[dict[str, object]]:
    """The findings, and those that are waived as results that are suppressed, which code hosts show as closed."""
    findings = (*report.findings, *(item.finding for item in report.waived))
    results = [
        _result(finding, name, report, index, lang)
        for finding, name in zip(findings, fingerprints(findings), strict=True)
    ]
    for result, item in zip(results[len(report.findings) :], report.waived, strict=True):
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": visible(item.reason)},
        ]
    return results


def _result(finding: Finding, name: str, report: Assessment, index: dict[str, int], lang: str) -> dict[str, object]:
    words = WORDS[lang]
    where = in_words(finding, report)
    message = f"{finding.message}\n{words['hint']}{finding.hint}\n{words['basis']}{finding.basis}"
    result: dict[str, object] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": visible(message)},
        "locations": [_at(report.file, finding.place, where)],
        "partialFingerprints": {_FINGERPRINT: name},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_at(report.file, place)} for number, place in enumerate(finding.related, 1)
        ]
    return result


def _unjudged(item: NotAssessed, report: Assessment, lang: str) -> dict[str, object]:
    return {
        "level": "note",
        "message": {"text": visible(f"{WORDS[lang]['unjudged']} {item.code}: {item.reason}")},
        "associatedRule": {"id": item.code},
        "locations": [_at(report.file, place) for place in item.places] or [_at(report.file)],
    }


def _at(file: str, place: Place | None = None, words: str = "") -> dict[str, object]:
    region: dict[str, object] = {"startLine": 1}
    if place is not None and place.quote is not None:
        region["snippet"] = {"text": visible(place.quote)}
    location: dict[str, object] = {
        "physicalLocation": {"artifactLocation": {"uri": address(file)}, "region": region},
    }
    if place is not None:
        logical: dict[str, object] = {"fullyQualifiedName": visible(logical_name(place)), "kind": "element"}
        if words:
            logical["decoratedName"] = visible(words)
        location["logicalLocations"] = [logical]
    return location
