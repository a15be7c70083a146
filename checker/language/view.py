"""A whole report as rules see it, built from the Report as it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from checker.days import date
from checker.document import Place
from checker.errors import InputError
from checker.hints import TYPE_CHECKING, NamedTuple
from checker.language.passages import ParagraphView, PrefaceView, ProseView, TitleView
from checker.language.records import ContactView, DocumentView, LayoutView, OrganisationView, PeriodView, ReportFacts
from checker.language.section_view import HeadingView, SectionView
from checker.language.table_view import TableView
from checker.language.values import DatedWords, Unknown
from checker.layout.model import Layout
from checker.report import PREFACE, Para, Report

if TYPE_CHECKING:
    from checker.facts.found import Found
    from checker.facts.organisations import OrganisationNames
    from checker.statements.model import Claims
    from checker.statements.pack import StatementPack


class Services(NamedTuple):
    """What reading a report further needs. statements, names: None where rules have no need of them."""

    layouts: Sequence[Layout]
    statements: StatementPack | None = None
    names: OrganisationNames | None = None


class ReportView:
    """A report; its attributes are the names of names.WHOLE. `given` is always true: a report that is not there is
    unknown.
    """

    given = True

    def __init__(self, source: Report, services: Services) -> None:
        self.source, self.services = source, services
        self._paragraphs: dict[tuple[str, int], ParagraphView] = {}
        laid = next((layout for layout in services.layouts if layout.key == source.layout), None)
        if laid is None:
            known = "、".join(layout.key for layout in services.layouts)
            raise InputError(
                f"报告标明的格式“{source.layout}”不在规则包中；可用的格式：{known}",
                f"its format {source.layout} is not in the rule pack; formats: {known}",
            )
        self.laid = laid
        self.report = ReportFacts(source)
        self.layout = LayoutView(self.laid)
        self.organisation = OrganisationView(source)

    @property
    def place(self) -> Place:
        """The report as a whole."""
        return Place()

    @cached_property
    def passages(self) -> tuple[tuple[str, Para], ...]:
        """All prose as (section key, paragraph)."""
        return tuple(self.source.passages())

    @cached_property
    def period(self) -> PeriodView:
        """The statistics period."""
        return PeriodView(self)

    @cached_property
    def contact(self) -> ContactView:
        """The contact."""
        return ContactView(self)

    @cached_property
    def published(self) -> DatedWords | Unknown:
        """The date that the text calls publication."""
        day = self.source.published
        return Unknown("unstated") if day is None else DatedWords.at(day, lambda: self._place(day, self._published()))

    def _published(self) -> Found[date] | None:
        from checker.facts.dates import find_published

        return find_published(self.passages, self.source.year)

    @cached_property
    def signed(self) -> DatedWords | Unknown:
        """The date under the report's end."""
        day = self.source.signed
        return Unknown("unstated") if day is None else DatedWords.at(day, lambda: self._place(day, self._signed()))

    def _signed(self) -> Found[date] | None:
        from checker.facts.dates import find_signed

        return find_signed(self.passages)

    @staticmethod
    def _place(day: date, found: Found[date] | None) -> Place:
        return found.place if found is not None and found.value == day else Place()

    @cached_property
    def title(self) -> TitleView:
        """The title."""
        return TitleView(self)

    @cached_property
    def preface(self) -> PrefaceView:
        """What stands between the title and the first section."""
        return PrefaceView(self, PREFACE, self.source.preface)

    @cached_property
    def _sections(self) -> Mapping[str, SectionView]:
        return {s.key: SectionView(self, s, n) for n, s in enumerate(self.laid.sections, 1)}

    @property
    def sections(self) -> tuple[SectionView, ...]:
        """The sections of the format, whether or not the report has them."""
        return tuple(self._sections.values())

    def section(self, key: str) -> SectionView | Unknown:
        """The section with that key; unknown if the report's format has none."""
        return self._sections.get(key) or Unknown("missing")

    @cached_property
    def outline(self) -> tuple[HeadingView, ...]:
        """The top-level headings as they stand."""
        return tuple(HeadingView(self, h, n) for n, h in enumerate(self.source.outline, 1))

    @cached_property
    def _tables(self) -> Mapping[str, TableView]:
        shapes = {layout.key: layout for layout in self.services.layouts}
        views = {}
        for shape in self.laid.tables:
            table = self.source.tables.get(shape.key)
            laid = shapes.get(table.layout, self.laid) if table else self.laid
            views[shape.key] = TableView(self, shape.key, table, laid, laid.table(shape.key) or shape)
        return views

    @property
    def tables(self) -> tuple[TableView, ...]:
        """The tables of the format, whether or not the report has them."""
        return tuple(self._tables.values())

    def table(self, key: str) -> TableView | Unknown:
        """The table with that key; unknown if the report's format has none."""
        return self._tables.get(key) or Unknown("missing")

    @cached_property
    def text(self) -> ProseView:
        """All prose outside tables."""
        return ProseView(self)

    @cached_property
    def paragraphs(self) -> tuple[ParagraphView, ...]:
        """All paragraphs of prose in reading order."""
        return tuple([self.paragraph(key, para) for key, para in self.passages])

    def paragraph(self, section: str, para: Para) -> ParagraphView:
        """A paragraph; the same in all prose and in its section."""
        key = section, id(para)
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs[key] = ParagraphView(section, para)
        return found

    @cached_property
    def document(self) -> DocumentView:
        """The facts of the file."""
        return DocumentView(self.source)

    @cached_property
    def claims(self) -> Claims | None:
        """What the prose states; None where no statements were loaded."""
        if self.services.statements is None:
            return None
        from checker.statements.claims import read_claims

        return read_claims(self.passages, self.services.statements, self.source.year, self.source.organisation.kind)
