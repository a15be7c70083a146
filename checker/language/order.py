"""The order of places in a report: title, preface, sections, in each its paragraphs, then its table row by row."""

from __future__ import annotations

from collections.abc import Callable

from checker.document import Place
from checker.layout.model import Layout
from checker.report import PREFACE, TITLE, Report

Order = tuple[float, int, int, int, int, int]
_LAST = 10**9


def document_order(report: Report, layout: Layout) -> Callable[[Place], Order]:
    """A key that sorts places as a reader meets them; what has no place of its own stands last."""
    sections = _sections(report, layout)
    paragraphs = {p.n: key for key, p in report.passages()}
    tables = {t.key: n for n, t in enumerate(layout.tables)}
    heads: dict[tuple[str, str], int] = {}
    for shape in layout.tables:
        for n, key in enumerate(shape.rows):
            heads.setdefault((shape.key, key), n)
        for n, key in enumerate(shape.columns):
            heads.setdefault((shape.key, key), n)

    def key_of(place: Place) -> Order:
        section = place.section
        if section is None and place.paragraph is not None:
            section = paragraphs.get(place.paragraph)
        home = (
            sections.get(section, _between(sections, report, place)) if section else _between(sections, report, place)
        )
        in_table = place.table is not None
        row = -1 if place.row is None else heads.get((place.table or "", place.row), _LAST)
        column = -1 if place.column is None else heads.get((place.table or "", place.column), _LAST)
        return home, int(in_table), place.paragraph or 0, tables.get(place.table or "", 0), row, column

    return key_of


def _sections(report: Report, layout: Layout) -> dict[str, float]:
    """Section -> where it begins; a missing one stands behind the one before it in the format."""
    found: dict[str, float] = {TITLE: -2.0, PREFACE: -1.0}
    for heading in report.outline:
        if heading.key is not None:
            found.setdefault(heading.key, float(heading.paragraph))
    before = -0.5
    for section in layout.sections:
        if section.key not in found:
            found[section.key] = before + 0.001
        before = found[section.key]
    return found


def _between(sections: dict[str, float], report: Report, place: Place) -> float:
    """Where a place without a known section stands: at its paragraph, else last."""
    if place.paragraph is None:
        return float(_LAST)
    return max((at for at in sections.values() if at <= place.paragraph), default=-2.0)
