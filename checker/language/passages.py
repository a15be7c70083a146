"""The prose of a report as rules see it: title, preface, sections, headings and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from checker.document import Place
from checker.hints import TYPE_CHECKING
from checker.language.list_numbers import ListNumber, list_number, numeral
from checker.language.values import Unknown, Value, Words
from checker.report import PREFACE, TITLE, Para

if TYPE_CHECKING:
    from checker.language.view import ReportView


_MOST = 200  # years of one text: an honest one names fewer


class StatedView:
    """A year that a passage speaks of as the year it reports on, and in which of its sentences, from 1."""

    def __init__(self, value: int, text: str, section: str, paragraph: int | None, sentence: int = 1) -> None:
        self.value, self.section, self.paragraph, self.sentence = value, section, paragraph, sentence
        self.place = Place(section=section, paragraph=paragraph, quote=text)
        self.text = Words.at(text, self.place)


def years_of(text: str, section: str, paragraph: int | None, *, introducing: bool) -> tuple[StatedView, ...]:
    """The years that a text speaks of as its own."""
    if "年" not in text:
        return ()
    from checker.facts.years import stated_years

    found = stated_years(text, introducing=introducing)[:_MOST]
    return tuple(StatedView(y.value, y.text, section, paragraph, y.sentence) for y in found)


class TitleView:
    """The report's title."""

    def __init__(self, view: ReportView) -> None:
        self._view = view
        title = view.source.title
        self.given = title.text is not None
        self.place = Place(section=TITLE, paragraph=title.paragraph)
        self.text = None if title.text is None else Words.at(title.text, self.place)

    @cached_property
    def year(self) -> int | None:
        """The year that it names."""
        from checker.facts.years import title_year

        return title_year(self.text)

    @property
    def years(self) -> tuple[StatedView, ...]:
        """That year as a list of at most one, with its place."""
        year = self.year
        return () if year is None else (StatedView(year, str(self.text), TITLE, self.place.paragraph),)

    @cached_property
    def organisation(self) -> Words | None:
        """The body that it names, without what the preface adds; None if it names none."""
        names = self._view.services.names
        if self.text is None or names is None:
            return None
        from checker.facts.organisations import title_name

        name = title_name(self.text, names)
        return None if name is None else Words.at(name, self.place)


class ParagraphView:
    """A paragraph of prose."""

    def __init__(self, section: str, para: Para) -> None:
        self.n, self.section = para.n, section
        self.place = Place(section=section, paragraph=para.n)
        self.text = Words.at(para.text, self.place)

    @cached_property
    def length(self) -> int:
        """Its characters without blanks."""
        return len("".join(self.text.split()))

    @cached_property
    def years(self) -> tuple[StatedView, ...]:
        """The years that it speaks of as its own."""
        return years_of(self.text, self.section, self.n, introducing=self.section == PREFACE)

    @cached_property
    def _numbering(self) -> ListNumber | None:
        return list_number(self.text)

    @property
    def number(self) -> str | None:
        """The number that it begins with, as printed ("（一）"); None if there is none."""
        return self._numbering.printed if self._numbering else None

    @property
    def style(self) -> str:
        """han (一、), han_brackets (（一）), first (一是), arabic (1.), arabic_brackets (（1）), circled (①), none."""
        return self._numbering.style if self._numbering else "none"

    @property
    def value(self) -> Value:
        """The number's value."""
        return numeral(self._numbering.numeral) if self._numbering else None


class PassagesView:
    """Paragraphs under one key: the preface or a section."""

    def __init__(self, view: ReportView, key: str, paras: Sequence[Para]) -> None:
        self.view, self.key = view, key
        self.paragraphs = tuple([view.paragraph(key, para) for para in paras])
        self.given = bool(self.paragraphs)

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(section=self.key, paragraph=self.paragraphs[0].n if self.paragraphs else None)

    @cached_property
    def text(self) -> Words:
        """Its paragraphs, one a line."""
        return Words.at("\n".join(p.text for p in self.paragraphs), self.place)

    @cached_property
    def length(self) -> int:
        """Its characters without blanks."""
        return sum(p.length for p in self.paragraphs)

    @cached_property
    def years(self) -> tuple[StatedView, ...]:
        """The years that its paragraphs speak of as their own."""
        return tuple(year for p in self.paragraphs for year in p.years)


class PrefaceView(PassagesView):
    """What stands between the title and the first section."""

    @cached_property
    def organisation(self) -> Words | None:
        """The body that the preface says it is of; None if it names none."""
        names = self.view.services.names
        if names is None:
            return None
        from checker.facts.bodies import preface_organisation

        found = preface_organisation(self.view.source.preface, names)
        return None if found is None else Words.at(found.value, found.place)

    @property
    def stray_body(self) -> Words | None:
        """A body that it names as the report's own though it is surely another than the title's; None if there is
        none.
        """
        names = self.view.services.names
        if names is None:
            return None
        from checker.facts.bodies import stray_body

        found = stray_body(self.view.title.organisation, self.view.source.preface, names)
        return None if found is None else Words.at(found.value, found.place)


class ProseView:
    """All prose outside tables, and what it states."""

    place = Place()

    def __init__(self, view: ReportView) -> None:
        self._view = view
        self.given = bool(view.passages)

    @property
    def paragraphs(self) -> tuple[ParagraphView, ...]:
        """All its paragraphs."""
        return self._view.paragraphs

    @cached_property
    def text(self) -> str:
        """Its paragraphs, one a line."""
        return "\n".join([para.text for _, para in self._view.passages])

    @property
    def whole(self) -> str:
        """The same: what stands in no part of it stands nowhere, which is asked once and not of every paragraph."""
        return self.text

    @cached_property
    def length(self) -> int:
        """Its characters without blanks."""
        return len("".join(self.text.split()))

    def states(self, *names: str) -> Value:
        """The exact claims of these statements for the whole report year, in the order of the report."""
        claims = self._view.claims
        if claims is None:
            return Unknown("ungiven")
        found = [claim for name in names for claim in claims.states.get(name, ())]
        return tuple(sorted(found, key=lambda claim: claim.place.paragraph or 0)) if len(names) > 1 else tuple(found)

    def __getattr__(self, name: str) -> Value:
        if name not in ("enumerations", "shares", "changes", "gaps", "loose"):
            raise AttributeError(name)
        claims = self._view.claims
        return Unknown("ungiven") if claims is None else getattr(claims, name)
