"""The empty report of a year: headings and tables of its format, words of its template, noughts in the tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from checker.document import FileFacts
from checker.errors import InputError
from checker.facts.names import OrganisationNames
from checker.layout.model import Layout, TableLayout
from checker.printed import Line, Passage, PrintedReport, PrintedSection, PrintedTable
from checker.starting.template import load_template, meant


def empty_report(
    name: str,
    year: int,
    layouts: Sequence[Layout],
    names: OrganisationNames,
    folders: Sequence[Path],
    *,
    kind: str | None = None,
    level: str | None = None,
) -> PrintedReport:
    """The report of a body for a year, to be filled in.

    folders: of rules, the package's own first; the last with a template for the format counts. kind, level: overrule
    what the name tells. Raises InputError for a year without a format, RuleFileError for a fault in a template.
    """
    layout = next((layout for layout in reversed(layouts) if layout.covers(year)), None)
    if layout is None:
        first = min(layout.first_year for layout in layouts)
        raise InputError(
            f"没有 {year} 年度的格式；最早的是 {first} 年度", f"no format for {year}; the first is that of {first}"
        )
    template = load_template(layout, folders)
    if kind is None or level is None:
        from checker.facts.organisations import kind_and_level

        told = kind_and_level(name, names)
        kind, level = kind or told.kind, level or told.level
    words = {"name": name, "year": str(year), "report": layout.report[0]}

    def said(text: str) -> Passage:
        return Passage(re.sub(r"\{([a-z]{1,20})\}", lambda hole: words.get(hole[1], hole[0]), text))

    body = (kind, level)
    sections = [
        PrintedSection(
            section.key,
            section.number,
            section.heading,
            tuple(said(text) for text in meant(template.sections.get(section.key, ()), body)),
            tuple(empty_table(table) for table in layout.tables if table.section == section.key),
        )
        for section in layout.sections
    ]
    preface = tuple(said(text) for text in meant(template.preface, body))
    return PrintedReport(said(template.title), preface, tuple(sections), FileFacts("docx"))


def empty_table(form: TableLayout) -> PrintedTable:
    """A table of the format with a nought in every cell."""
    rows = {head.key: head.path[-1] for block in form.blocks for head in block.rows}
    columns = {head.key: head.path[-1] for block in form.blocks for head in block.columns}
    cells = {(row, column): "0" for row in form.rows for column in form.columns_of(row)}
    return PrintedTable(
        form.key,
        form,
        tuple(Line(key, label, key) for key, label in rows.items()),
        tuple(Line(key, label, key) for key, label in columns.items()),
        cells,
        {head.path: head.path[-1] for head in form.group_heads.values()},
    )
