"""Outcomes that the tests of outputs share."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from checker.document import Place
from checker.findings import Assessment, Finding, NotAssessed, Outcome, Severity, Unreadable
from checker.pack import Pack
from checker.pipeline import check_files

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
HOSTILE = (
    "</title><script>alert(1)</script><img src=x onerror=alert(2)>]]>&amp;&lt;\"'`",
    "\n::error file=x::taken over\r\n::stop-commands::x%0A%25",
    "=cmd|'/c calc'!A0",
    "+1+1 @SUM(A1) -2+3",
    "\x00\x07\x1b[31mred\x1b]0;title\x07\x9b31m\u202e\u2066\ufffe\ud800",
    "| a | b |\n# heading\n[link](https://evil.example) @all **b** <b>x</b> ~~s~~ www.evil.example",
)


def faulty(pack: Pack) -> Outcome:
    """Two example reports, checked, and a file that is not there."""
    names = [str(EXAMPLES / name) for name in ("faulty-2021.docx", "compliant-2019.docx", "none.docx")]
    return check_files(names, pack=pack)


def hostile() -> Outcome:
    """Findings whose every text tries to break out of the output."""
    findings = []
    for number, text in enumerate(HOSTILE):
        severity = list(Severity)[number % 3]
        place = Place(section=text, paragraph=number + 1, quote=text)
        findings.append(Finding("GK310", text, severity, text, text, text, place, (place,), text, text))
    findings.append(
        Finding("GK208", "n", Severity.ERROR, "m", "h", "b", Place(), (), date(2024, 1, 31), Decimal("12.50"))
    )
    words = "\n".join(HOSTILE)
    where = {finding.place: words for finding in findings}
    unjudged = (NotAssessed("GK401", words, (Place(section=words),)),)
    report = Assessment(words, 2023, words, words, 1, 2, 3, tuple(findings), unjudged, 1, where)
    return Outcome((report,), (Unreadable(words, words),))
