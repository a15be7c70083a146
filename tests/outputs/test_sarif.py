"""SARIF that the official schema accepts, with what code hosts ask for."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator

from checker.findings import Outcome
from checker.outputs.sarif import render_sarif
from checker.pack import Pack
from tests.outputs.outcomes import HOSTILE, hostile

SCHEMA = Path(__file__).parents[1] / "standards" / "sarif-2.1.0-rtm.5.json"


def valid(outcome: Outcome, pack: Pack, lang: str = "zh") -> dict[str, Any]:
    log: dict[str, Any] = json.loads(render_sarif(outcome, pack.rules, lang))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    errors = list(Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER).iter_errors(log))
    assert errors == []
    (run,) = log["runs"]
    return dict(run)


def test_the_official_schema_accepts_it_in_both_languages(outcome: Outcome, pack: Pack) -> None:
    valid(outcome, pack)
    valid(outcome, pack, "en")
    valid(Outcome(()), pack)


def test_every_rule_is_declared_with_help_and_level(outcome: Outcome, pack: Pack) -> None:
    rules = valid(outcome, pack)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule.code for rule in pack.rules)
    for rule in rules:
        assert rule["help"]["text"] and rule["help"]["markdown"] and rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def test_every_result_has_a_file_a_line_a_logical_place_and_a_fingerprint(outcome: Outcome, pack: Pack) -> None:
    run = valid(outcome, pack)
    assert len(run["results"]) == sum(len(report.findings) for report in outcome.reports)
    for result in run["results"]:
        (location,) = result["locations"]
        assert location["physicalLocation"]["region"]["startLine"] == 1
        assert location["physicalLocation"]["artifactLocation"]["uri"].endswith(".docx")
        assert location["logicalLocations"][0]["fullyQualifiedName"]
        assert result["partialFingerprints"]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_fingerprints_do_not_shift_with_paragraphs(outcome: Outcome, pack: Pack) -> None:
    def prints(given: Outcome) -> list[object]:
        return [result["partialFingerprints"] for result in valid(given, pack)["results"]]

    report = outcome.reports[0]
    moved = tuple(
        replace(f, place=replace(f.place, paragraph=None if f.place.paragraph is None else f.place.paragraph + 1))
        for f in report.findings
    )
    assert prints(Outcome((replace(report, findings=moved),))) == prints(Outcome((report,)))


def test_what_could_not_be_read_or_judged_is_said(outcome: Outcome, pack: Pack) -> None:
    (invocation,) = valid(outcome, pack)["invocations"]
    assert invocation["executionSuccessful"] is False
    notes = invocation["toolExecutionNotifications"]
    assert {note["level"] for note in notes} == {"error", "note"}


def test_hostile_text_stays_text(pack: Pack) -> None:
    text = render_sarif(hostile(), pack.rules, "zh")
    assert not any(char in text for char in "\x00\x07\x1b\x9b\u202e\u2066")
    messages = [result["message"]["text"] for result in valid(hostile(), pack)["results"]]
    assert HOSTILE[0] in messages[0]


def test_names_of_files_become_addresses(pack: Pack) -> None:
    report = hostile().reports[0]
    for file, uri in (
        ("报告 一.docx", "%E6%8A%A5%E5%91%8A%20%E4%B8%80.docx"),
        ("./a#b?.docx", "a%23b%3F.docx"),
        ("/x/a.docx", "file:///x/a.docx"),
        ("C:\\x\\a.docx", "file:///C:/x/a.docx"),
        ("-", "standard-input"),
    ):
        run = valid(Outcome((replace(report, file=file),)), pack)
        assert run["artifacts"][0]["location"]["uri"] == uri
