"""JUnit XML that the schema of the xUnit plugin accepts and a reader of build servers reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree

from checker.findings import Outcome, Severity
from checker.outputs.junit import render_junit
from checker.pack import Pack
from tests.outputs.outcomes import hostile

XSD = Path(__file__).parents[1] / "standards" / "junit-10.xsd"


def valid(outcome: Outcome, pack: Pack, threshold: Severity | None = Severity.ERROR) -> JUnitXml:
    text = render_junit(outcome, pack.rules, "zh", threshold).encode()
    schema = etree.XMLSchema(etree.parse(str(XSD)))
    schema.assertValid(etree.fromstring(text))
    return JUnitXml.fromstring(text)


def results(xml: JUnitXml, kind: type) -> list[str]:
    return [case.name for suite in xml for case in suite if any(isinstance(r, kind) for r in case.result)]


def test_errors_fail_lighter_findings_are_told_and_clean_reports_pass(outcome: Outcome, pack: Pack) -> None:
    xml = valid(outcome, pack)
    found = {f.code for f in outcome.reports[0].findings if f.severity is Severity.ERROR}
    assert {name.split()[0] for name in results(xml, Failure)} == found
    assert len(results(xml, Error)) == 1
    assert len(results(xml, Skipped)) == len({n.code for r in outcome.reports for n in r.not_assessed} - found)
    assert [suite.failures for suite in xml] == [len(found), 0, 0]


@pytest.mark.parametrize("threshold", [None, *Severity])
def test_the_threshold_decides_what_fails(threshold: Severity | None, outcome: Outcome, pack: Pack) -> None:
    heavy = {
        f.code
        for report in outcome.reports
        for f in report.findings
        if threshold is not None and f.severity.rank <= threshold.rank
    }
    assert {name.split()[0] for name in results(valid(outcome, pack, threshold), Failure)} == heavy


def test_hostile_text_stays_text(pack: Pack) -> None:
    xml = valid(hostile(), pack, Severity.NOTICE)
    (failed, passed) = (results(xml, Failure), [case for suite in xml for case in suite if not case.result])
    assert len(failed) == 2
    assert len(passed) == 1
