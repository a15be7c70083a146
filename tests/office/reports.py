"""What must be the same of a report in every form of file."""

from __future__ import annotations

from functools import cache
from typing import Any

from checker.layout.lay import lay
from checker.pack import Pack, load_pack
from checker.pipeline import assess_report
from checker.readers import read
from checker.report import Report

OF_THE_FILE = "GK01"
"""Rules on the file itself, whose facts differ from form to form."""


@cache
def pack() -> Pack:
    """The rule pack."""
    return load_pack()


def report(data: bytes) -> Report:
    """The report in a file of any form."""
    found = read(data, "a")
    return found if isinstance(found, Report) else lay(found, pack().layouts, pack().names, file="a")


def substance(found: Report) -> dict[str, Any]:
    """Figures, period, contact, year, body, title, and the findings by code and place."""
    findings = assess_report(found, pack().rules, pack(), "zh").findings
    return {
        "figures": {
            (key, row, column): (figure.state, figure.value)
            for key, table in found.tables.items()
            for row, cells in table.rows.items()
            for column, figure in cells.items()
        },
        "period": found.period,
        "contact": found.contact,
        "year": found.year,
        "body": found.organisation,
        "title": found.title.text,
        "findings": sorted(
            (f.code, f.place.section or "", f.place.table or "", f.place.row or "", f.place.column or "")
            for f in findings
            if not f.code.startswith(OF_THE_FILE)
        ),
    }
