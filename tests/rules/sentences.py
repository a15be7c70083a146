"""Sentences put into a model report, and the rules run over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker import engine
from checker.language.nodes import Rule
from checker.models import Models
from checker.pack import Pack
from checker.report import Organisation, Para, Report, Section


def with_prose(report: Report, section: str, paragraphs: Iterable[str]) -> Report:
    """The report with these paragraphs as the only ones of the section."""
    sections = dict(report.sections)
    paras = tuple(Para(100 + n, text) for n, text in enumerate(paragraphs))
    sections[section] = Section(sections[section].heading, paras)
    return replace(report, sections=sections)


def of_body(report: Report, name: str, kind: str) -> Report:
    """The report as another body's, its text as it stands."""
    return replace(report, organisation=Organisation(name, kind, report.organisation.level))


def codes(report: Report, pack: Pack, wanted: tuple[str, ...]) -> list[str]:
    """Codes of the findings of the rules whose codes begin with one of `wanted`."""
    rules: list[Rule] = [r for r in pack.rules if r.code.startswith(wanted)]
    outcome = engine.assess(report, rules, pack.layouts, pack.statements, names=pack.names)
    return [f.code for f in outcome.findings]


def model(models: Models) -> Report:
    """The model report of the format in force."""
    return models.by_layout["2021"].report
