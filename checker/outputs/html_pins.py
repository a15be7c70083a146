"""Which findings stand where on the page: at a cell, a label, a table, words of a paragraph, a heading or the title."""

from __future__ import annotations

from collections.abc import Sequence

from checker.dataclass import dataclass, field
from checker.document import Place
from checker.findings import Assessment, Finding
from checker.outputs.safe_text import in_html
from checker.report import PREFACE, Report


@dataclass(frozen=True, slots=True)
class Pin:
    """A finding on the page: its number in the report, from 1."""

    number: int
    finding: Finding
    prefix: str  # of the report's names on the page

    def link(self) -> str:
        """The mark that leads to the finding's card."""
        level = self.finding.severity.value
        title = in_html(f"{self.finding.code} {self.finding.message}")
        return (
            f'<a class="pin {level}" data-level="{level}" id="{self.prefix}p{self.number}" '
            f'href="#{self.prefix}f{self.number}" title="{title}">{self.number}</a>'
        )


@dataclass(slots=True)
class Pins:
    """The pins of a report by where they stand.

    cells: (table, row, column), row or column None for a label, both for the table. paragraphs: by number. whole: of
    the whole report. related: cells that were read with a finding.
    """

    cells: dict[tuple[str, str | None, str | None], list[Pin]] = field(default_factory=dict)
    paragraphs: dict[int, list[Pin]] = field(default_factory=dict)
    whole: list[Pin] = field(default_factory=list)
    related: dict[tuple[str, str | None, str | None], None] = field(default_factory=dict)


def pin_all(assessment: Assessment, report: Report, prefix: str) -> Pins:
    """Every finding at the nearest place that the page shows."""
    pins = Pins()
    shown = _paragraphs(report)
    for number, finding in enumerate(assessment.findings, 1):
        pin, place = Pin(number, finding, prefix), finding.place
        if place.table is not None and place.table in report.tables:
            pins.cells.setdefault((place.table, place.row, place.column), []).append(pin)
            continue
        paragraph = place.paragraph if place.paragraph is not None else _heading(place, report)
        if paragraph in shown and paragraph is not None:
            pins.paragraphs.setdefault(paragraph, []).append(pin)
        else:
            pins.whole.append(pin)
    for finding in assessment.findings:
        for place in finding.related:
            if place.table is not None:
                pins.related.setdefault((place.table, place.row, place.column))
    return pins


def links(pins: Sequence[Pin]) -> str:
    """The marks of several findings, one beside the other."""
    return "".join(pin.link() for pin in pins)


def _paragraphs(report: Report) -> set[int]:
    shown = {para.n for _, para in report.passages()} | {heading.paragraph for heading in report.outline}
    return shown if report.title.paragraph is None else shown | {report.title.paragraph}


def _heading(place: Place, report: Report) -> int | None:
    if place.section == PREFACE:
        return report.preface[0].n if report.preface else None
    return next((heading.paragraph for heading in report.outline if heading.key == place.section), None)
