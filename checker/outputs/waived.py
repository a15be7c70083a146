"""What is waived, in words: every output lists it, none shows it as a finding."""

from __future__ import annotations

from checker.findings import Assessment
from checker.outputs.places import in_words
from checker.outputs.words import WORDS


def waived_lines(report: Assessment, lang: str) -> list[str]:
    """One line for each finding that may stand: its rule, its place, the reason and the last day."""
    words = WORDS[lang]
    return [
        words["waived"].format(
            code=item.finding.code,
            place=in_words(item.finding, report),
            reason=item.reason,
            until=words["until"].format(day=item.expires) if item.expires is not None else "",
        )
        for item in report.waived
    ]
