"""What an edit touched, and whether a finding stands there."""

from __future__ import annotations

from collections.abc import Iterable

from checker.dataclass import dataclass
from checker.document import Place
from checker.printed import Passage, PrintedReport
from checker.report import PREFACE, TITLE


@dataclass(frozen=True, slots=True)
class Touch:
    """A part of the report that an edit changed; all None for an edit of the whole report.

    A cell has table, row and column; a row, a column, a table, a section or a numbered paragraph has what names it.
    """

    section: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    paragraph: int | None = None

    def holds(self, place: Place) -> bool:
        """Whether the place stands in what was touched.

        A cell must be met exactly. A row or column that was renamed, lost or added may be reported at its table, a
        paragraph at its section.
        """
        if self.table is not None:
            cell = self.row is not None and self.column is not None
            return place.table == self.table and all(
                mine is None or mine == other or (other is None and not cell)
                for mine, other in ((self.row, place.row), (self.column, place.column))
            )
        if self.paragraph is not None:
            return place.paragraph == self.paragraph or (place.paragraph is None and place.section == self.section)
        return self.section is None or place.section == self.section


ANYWHERE = Touch()


def passage_touches(report: PrintedReport) -> tuple[Touch, ...]:
    """A touch for each edited paragraph and heading, with the number that it has in the printed document."""
    found: list[Touch] = []
    for n, (section, edited) in enumerate(_in_order(report), 1):
        if edited:
            found.append(Touch(section=section, paragraph=n))
    return tuple(found)


def _in_order(report: PrintedReport) -> Iterable[tuple[str | None, bool]]:
    def shown(section: str | None, passages: Iterable[Passage]) -> Iterable[tuple[str | None, bool]]:
        return ((section, p.edited) for p in passages if p.text.strip())

    yield from shown(TITLE, () if report.title is None else (report.title,))
    yield from shown(PREFACE, report.preface)
    for section in report.sections:
        yield from shown(section.key, (Passage(section.title, section.edited),))
        yield from shown(section.key, section.passages)
