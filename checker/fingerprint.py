"""What makes a finding the same finding after unrelated edits: its rule, its logical place and what stands there."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from checker.findings import Finding, Side

_LENGTH = 20  # hexadecimal digits: 80 bits, more than enough for the findings of a country


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """A fingerprint for each finding of one report, in their order.

    It rests on the rule's code, on the section, table, row and column by key, on the quoted words and on the two sides;
    never on a paragraph's number, the file's name, the wording of the message or the severity. Findings of one report
    that share all that are told apart by their order.
    """
    seen: dict[str, int] = {}
    found = []
    for finding in findings:
        base = _facts(finding)
        seen[base] = seen.get(base, 0) + 1
        found.append(_digest(base if seen[base] == 1 else f"{base}\n{seen[base]}"))
    return tuple(found)


def normal(text: str) -> str:
    """A text without blanks, full-width forms narrowed, so that how it is typed makes no difference."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _facts(finding: Finding) -> str:
    place = finding.place
    keys = [finding.code, place.section, place.table, place.row, place.column]
    quote = normal(place.quote) if place.quote is not None else ""
    return "\n".join([*(key or "" for key in keys), quote, _side(finding.expected), _side(finding.actual)])


def _side(side: Side) -> str:
    return "" if side is None else normal(str(side))


def _digest(text: str) -> str:
    import hashlib  # late: no report needs it unless it has a finding to be told again

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
