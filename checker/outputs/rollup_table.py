"""What differs between a consolidated report and the sum of its parts, cell by cell."""

from __future__ import annotations

from decimal import Decimal

from checker.findings import Finding, Outcome, Side
from checker.masking import mask
from checker.outputs.columns import in_columns
from checker.outputs.safe_text import in_log, visible
from checker.outputs.table import Look, render
from checker.outputs.words import WORDS
from checker.outputs.wrap import width, wrap

_GAP, _PADDING, _NARROW = 2, 2, 16  # blanks between columns, behind a head; least width of the place


def render_rollup(outcome: Outcome, look: Look) -> str:
    """The cells that differ: place, consolidated figure, sum of the parts, difference; if none, as for a check."""
    rows = [
        row for report in outcome.reports for f in report.findings if (row := _row(f, report.where.get(f.place, "")))
    ]
    if not rows:
        return render(outcome, look)
    words = WORDS[look.lang]
    heads = [words[key] for key in ("place", "code", "consolidated", "parts", "difference")]
    columns = zip(heads[1:], *(row[1:] for row in rows), strict=True)
    others = [max(width(head) + _PADDING, *map(width, cells)) + _GAP for head, *cells in columns]
    room = max(look.width - sum(others), _NARROW)
    rows = [(wrap(row[0], room), *row[1:]) for row in rows]
    lines = [visible(report.file, lines=False) for report in outcome.reports]
    return in_log("\n".join([*lines, "", in_columns(rows, heads), ""]) + "\n")


def _row(finding: Finding, place: str) -> tuple[str, ...]:
    stated, summed = finding.actual, finding.expected
    if stated is None or summed is None:
        return ()
    difference = ""  # a figure that was masked is text
    if isinstance(stated, (int, Decimal)) and isinstance(summed, (int, Decimal)):
        difference = mask(f"{stated - summed:+f}")
    return (" · ".join(place.split("\n")), finding.code, _shown(stated), _shown(summed), difference)


def _shown(side: Side) -> str:
    return f"{side:f}" if isinstance(side, Decimal) else visible(str(side), lines=False)
