"""What differs between a consolidated report and the sum of its parts, cell by cell."""

from __future__ import annotations

from decimal import Decimal

from checker.findings import Finding, Outcome
from checker.outputs.columns import in_columns
from checker.outputs.safe_text import in_log, visible
from checker.outputs.table import Look, render
from checker.outputs.words import WORDS


def render_rollup(outcome: Outcome, look: Look) -> str:
    """The cells that differ: place, consolidated figure, sum of the parts, difference; if none, as for a check."""
    rows = [
        row for report in outcome.reports for f in report.findings if (row := _row(f, report.where.get(f.place, "")))
    ]
    if not rows:
        return render(outcome, look)
    words = WORDS[look.lang]
    heads = [words[key] for key in ("place", "code", "consolidated", "parts", "difference")]
    lines = [visible(report.file, lines=False) for report in outcome.reports]
    return in_log("\n".join([*lines, "", in_columns(rows, heads), ""]) + "\n")


def _row(finding: Finding, place: str) -> tuple[str, ...]:
    stated, summed = finding.actual, finding.expected
    if not isinstance(stated, (int, Decimal)) or not isinstance(summed, (int, Decimal)):
        return ()
    return (" · ".join(place.split("\n")), finding.code, f"{stated:f}", f"{summed:f}", f"{stated - summed:+f}")
