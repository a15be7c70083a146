"""The small records of a report: its year and body, its period and contact, the facts of its file."""

from __future__ import annotations

from functools import cached_property

from checker.document import Mark, Place
from checker.hints import TYPE_CHECKING
from checker.language.values import DatedWords, Unknown, Words
from checker.layout.model import Layout
from checker.report import PREFACE, TITLE, Report

if TYPE_CHECKING:
    from checker.language.view import ReportView


class ReportFacts:
    """The report as a file: year, title, layout, file."""

    place = Place(section=TITLE)

    def __init__(self, report: Report) -> None:
        self.year, self.layout, self.file = report.year, report.layout, report.file
        self.title = report.title.text


class LayoutView:
    """The format of the report's year."""

    place = None

    def __init__(self, layout: Layout) -> None:
        self.key, self.title, self.basis = layout.key, layout.title, layout.basis
        self.first_year, self.last_year = layout.first_year, layout.last_year


class OrganisationView:
    """The body whose report it is."""

    def __init__(self, report: Report) -> None:
        self.name, self.kind, self.level = report.organisation.name, report.organisation.kind, report.organisation.level
        self.given = self.name is not None
        self.place = Place(section=TITLE, paragraph=report.title.paragraph)


class PeriodView:
    """The statistics period, with the sentence that states it."""

    def __init__(self, view: ReportView) -> None:
        self._view, self._period = view, view.source.period
        start, end = self._period.start, self._period.end
        self.given = start is not None or end is not None
        self.start = DatedWords.at(start, lambda: self.place) if start else None
        self.end = DatedWords.at(end, lambda: self.place) if end else None

    @cached_property
    def place(self) -> Place:
        """The sentence that states it, else the preface."""
        from checker.facts.periods import find_period

        found = find_period(self._view.passages) if self.given else None
        return found.place if found is not None and found.value == self._period else Place(section=PREFACE)

    @property
    def quote(self) -> str | None:
        """The words that state it."""
        return self.place.quote


class ContactView:
    """The contact, each item with its place."""

    def __init__(self, view: ReportView) -> None:
        contact = view.source.contact
        self._view = view
        self.given = bool(contact.address or contact.postcode or contact.phones or contact.email)
        self.address = self._words(contact.address)
        self.postcode = self._words(contact.postcode)
        self.email = self._words(contact.email)
        self.phones = tuple(w for w in map(self._words, contact.phones) if w is not None)

    @property
    def place(self) -> Place:
        """Where the contact stands: its first item, else the preface."""
        first = next((w for w in (self.address, *self.phones, self.postcode, self.email) if w is not None), None)
        return first.place if first is not None else Place(section=PREFACE)

    def _words(self, text: str | None) -> Words | None:
        """The item with the paragraph that holds it: an item is given as printed, so its words are looked for."""
        if text is None:
            return None
        for key, para in self._view.passages:
            if text in para.text:
                return Words.at(text, Place(section=key, paragraph=para.n, quote=text))
        return Words.at(text, Place(section=PREFACE, quote=text))


class MarkView:
    """A tracked change, a comment, a link, an item of metadata."""

    def __init__(self, mark: Mark, section: str | None) -> None:
        self.kind, self.paragraph = mark.kind, mark.paragraph
        self.place = Place(section=section, paragraph=mark.paragraph, quote=mark.quote or None)
        self.quote = self.text = Words.at(mark.quote, self.place)


class DocumentView:
    """The facts of the file: lists of marks, unknown where its format has no such thing."""

    place = Place()

    def __init__(self, report: Report) -> None:
        self._report = report
        self.format = report.document.format

    @cached_property
    def _sections(self) -> dict[int, str]:
        found = {p.n: key for key, p in self._report.passages()}
        if self._report.title.paragraph is not None:
            found.setdefault(self._report.title.paragraph, TITLE)
        found.update({h.paragraph: h.key for h in self._report.outline if h.key is not None})
        return found

    def _marks(self, marks: tuple[Mark, ...] | None) -> tuple[MarkView, ...] | Unknown:
        if marks is None:
            return Unknown("unstated")
        return tuple(MarkView(m, self._sections.get(m.paragraph) if m.paragraph else None) for m in marks)

    @property
    def revisions(self) -> tuple[MarkView, ...] | Unknown:
        """Tracked changes."""
        return self._marks(self._report.document.revisions)

    @property
    def comments(self) -> tuple[MarkView, ...] | Unknown:
        """Reviewers' comments."""
        return self._marks(self._report.document.comments)

    @property
    def hidden(self) -> tuple[MarkView, ...] | Unknown:
        """Hidden text."""
        return self._marks(self._report.document.hidden)

    @property
    def active(self) -> tuple[MarkView, ...] | Unknown:
        """Macros, controls and embedded files."""
        return self._marks(self._report.document.active)

    @property
    def links(self) -> tuple[MarkView, ...] | Unknown:
        """Links to what lies outside the file."""
        return self._marks(self._report.document.links)

    @property
    def metadata(self) -> tuple[MarkView, ...] | Unknown:
        """Author, last editor, company, manager."""
        return self._marks(self._report.document.metadata)

    @property
    def footnotes(self) -> tuple[Words, ...]:
        """Footnotes and endnotes."""
        return tuple(Words.at(text, Place(quote=text)) for text in self._report.footnotes)
