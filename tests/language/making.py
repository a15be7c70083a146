"""Small reports and rules for the tests of the language, on the formats of the pack."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from checker.document import FileFacts
from checker.engine import assess
from checker.facts.numbers import read_figure
from checker.findings import Assessment
from checker.language.env import Env
from checker.language.grammar import expression
from checker.language.load import parse_rules
from checker.language.nodes import Rule
from checker.language.plain import Plain
from checker.language.resolve import resolve
from checker.language.scope import Scope
from checker.language.traced import Traced
from checker.language.view import ReportView, Services
from checker.layout.load import load_layouts
from checker.layout.model import Layout
from checker.report import (
    MISSING,
    Contact,
    Figure,
    Heading,
    Organisation,
    Para,
    Period,
    Report,
    Section,
    Table,
    Title,
)
from checker.resources import folder

Cells = Mapping[tuple[str, str, str], str | None]


@cache
def formats() -> tuple[Layout, ...]:
    """The formats of the pack."""
    return load_layouts([folder("rules") / "layouts"])


def format_of(key: str) -> Layout:
    """One of them."""
    return next(layout for layout in formats() if layout.key == key)


def make_report(
    year: int | None = 2023,
    cells: Cells | None = None,
    prose: Mapping[str, Sequence[str]] | None = None,
    *,
    layout: str = "2021",
    without: Sequence[str] = (),
    tables_of: Mapping[str, str] | None = None,
    **changes: Any,  # noqa: ANN401 - any part of a report
) -> Report:
    """A report of zeros with a paragraph or two; a cell of None is missing, a table of `without` too."""
    form = format_of(layout)
    given = {"overview": ["本年度工作平稳。"], "problems": ["人手不足。"], **(prose or {})}
    number = 2
    sections: dict[str, Section] = {}
    outline: list[Heading] = []
    for part in form.sections:
        if part.key in without:
            continue
        number += 1
        outline.append(Heading(part.key, part.number, part.heading, number))
        paras = []
        for text in given.get(part.key, ()):
            number += 1
            paras.append(Para(number, text))
        sections[part.key] = Section(part.heading, tuple(paras))
    tables = {
        t.key: make_table(t.key, cells or {}, (tables_of or {}).get(t.key, layout), t.section)
        for t in form.tables
        if t.key not in without
    }
    values: dict[str, Any] = {
        "file": "made.docx",
        "title": Title(f"青禾县民政局{year}年政府信息公开工作年度报告", 1),
        "organisation": Organisation("青禾县民政局", "department", "county"),
        "year": year,
        "layout": layout,
        "period": Period(),
        "contact": Contact(),
        "published": None,
        "signed": None,
        "preface": (Para(2, "现将有关情况报告如下。"),),
        "outline": tuple(outline),
        "sections": sections,
        "tables": tables,
        "document": FileFacts("docx", revisions=(), comments=()),
    }
    return Report(**{**values, **changes})


def make_table(key: str, cells: Cells, layout: str, section: str) -> Table:
    """A table of the format, zeros but for the cells given."""
    shape = format_of(layout).table(key)
    assert shape is not None
    rows: dict[str, dict[str, Figure]] = {}
    for row in shape.rows:
        rows[row] = {}
        for column in shape.columns_of(row):
            raw = cells.get((key, row, column), "0")
            rows[row][column] = MISSING if raw is None else read_figure(raw, shape.kind_of(row, column))
    labels = {h.key: h.path[-1] for b in shape.blocks for h in (*b.rows, *b.columns)}
    return Table(layout, section, labels, rows)


def view_of(report: Report) -> ReportView:
    """The report as rules see it."""
    return ReportView(report, Services(formats()))


def value(text: str, report: Report | None = None, *, raw: bool = False, **others: Any) -> Any:  # noqa: ANN401 - as Env has them
    """What an expression gives for a report."""
    source = report or make_report()
    scope = Scope([format_of(source.layout)], formats(), None)
    node = resolve(expression(text), scope)[0]
    env = Env(view_of(source), **others)
    env.slots = [None] * scope.slots
    traced, plain = ((c.closure if raw else c.value)(node)(env) for c in (Traced(Plain({})), Plain({})))
    assert _shown(traced) == _shown(plain)
    return plain


def _shown(value: Any) -> str:  # noqa: ANN401 - what an expression gives
    """A value without what tells one reading from another."""
    return re.sub(r" at 0x[0-9a-f]+", "", repr(value))


RULE = """rule {code} {name}
    title       {title}
    severity    {severity}
    basis       惯例
    years       {years}
{lines}
    message     {message}
    hint        改正
    fails       set requests[received, natural] = 9
"""


def rule_text(lines: str, **parts: str) -> str:
    """A rule of its logic lines, the rest made up."""
    given = {
        "code": "ZZ101",
        "name": "made-up",
        "title": "试验",
        "severity": "error",
        "years": "2019..",
        "message": "不对",
        **parts,
    }
    indented = "\n".join("    " + line for line in lines.strip("\n").split("\n"))
    return RULE.format(lines=indented, **given)


def make_rule(lines: str, **parts: str) -> Rule:
    """The same, loaded."""
    return parse_rules([("made.rules", rule_text(lines, **parts))], formats(), None)[0]


def run(rule: Rule | str, report: Report | None = None, **others: Any) -> Assessment:  # noqa: ANN401 - as assess has them
    """One rule over one report."""
    loaded = make_rule(rule) if isinstance(rule, str) else rule
    return assess(report or make_report(), [loaded], formats(), **others)


BALANCE = """
for         column in requests.columns
require     requests[received, column] + requests[carried_in, column]
                = requests[handled, column] + requests[carried_out, column]
at          requests[handled, column]
"""


def state(found: Assessment) -> str:
    """The outcome of the one rule that ran."""
    counts = {
        "passed": found.passed,
        "failed": found.failed,
        "not applicable": found.not_applicable,
        "not assessed": found.unjudged,
    }
    assert sum(counts.values()) == 1
    return next(name for name, count in counts.items() if count)
