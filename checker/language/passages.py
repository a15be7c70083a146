"""The prose of a report as rules see it: title, preface, sections, headings and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

from checker.document import Place
from checker.language.values import Unknown, Value, Words
from checker.layout.model import SectionLayout
from checker.report import PREFACE, TITLE, Heading, Para

if TYPE_CHECKING:
    from checker.language.table_view import TableView
    from checker.language.view import ReportView


class StatedView:
    """A year that a passage speaks of as the year it reports on."""

    def __init__(self, value: int, text: str, section: str, paragraph: int | None) -> None:
        self.value, self.section, self.paragraph = value, section, paragraph
        self.place = Place(section=section, paragraph=paragraph, quote=text)
        self.text = Words.at(text, self.place)


def years_of(text: str, section: str, paragraph: int | None, *, introducing: bool) -> tuple[StatedView, ...]:
    """The years that a text speaks of as its own."""
    if "年" not in text:
        return ()
    from checker.facts.years import stated_years

    return tuple(StatedView(y.value, y.text, section, paragraph) for y in stated_years(text, introducing=introducing))


class TitleView:
    """The report's title."""

    def __init__(self, view: ReportView) -> None:
        self._view = view
        title = view.source.title
        self.given = title.text is not None
        self.place = Place(section=TITLE, paragraph=title.paragraph)
        self.text = None if title.text is None else Words.at(title.text, self.place)

    @property
    def year(self) -> int | None:
        """The year that it names."""
        from checker.facts.years import title_year

        return title_year(self.text)

    @property
    def years(self) -> tuple[StatedView, ...]:
        """That year as a list of at most one, with its place."""
        year = self.year
        return () if year is None else (StatedView(year, str(self.text), TITLE, self.place.paragraph),)

    @property
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

    @property
    def length(self) -> int:
        """Its characters without blanks."""
        return len("".join(self.text.split()))

    @property
    def years(self) -> tuple[StatedView, ...]:
        """The years that it speaks of as its own."""
        return years_of(self.text, self.section, self.n, introducing=self.section == PREFACE)

    @property
    def _numbering(self) -> tuple[str, str, str] | None:
        match = _numbering().match(self.text)
        if match is None:
            return None
        style = match.lastgroup or ""
        return match.group(0).strip(), style, match.group(style).strip("（(）)、.．，, ")

    @property
    def number(self) -> str | None:
        """The number that it begins with, as printed ("（一）"); None if there is none."""
        return self._numbering[0] if self._numbering else None

    @property
    def style(self) -> str | None:
        """han (一、), han_brackets (（一）), first (一是), arabic (1.), arabic_brackets (（1）), circled (①)."""
        return self._numbering[1] if self._numbering else None

    @property
    def value(self) -> Value:
        """The number's value."""
        return None if self._numbering is None else numeral(self._numbering[2])


class PassagesView:
    """Paragraphs under one key: the preface or a section."""

    def __init__(self, view: ReportView, key: str, paras: Sequence[Para]) -> None:
        self.view, self.key = view, key
        self.paragraphs = tuple(ParagraphView(key, para) for para in paras)
        self.given = bool(self.paragraphs)

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(section=self.key, paragraph=self.paragraphs[0].n if self.paragraphs else None)

    @property
    def text(self) -> Words:
        """Its paragraphs, one a line."""
        return Words.at("\n".join(p.text for p in self.paragraphs), self.place)

    @property
    def length(self) -> int:
        """Its characters without blanks."""
        return sum(p.length for p in self.paragraphs)

    @property
    def years(self) -> tuple[StatedView, ...]:
        """The years that its paragraphs speak of as their own."""
        return tuple(year for p in self.paragraphs for year in p.years)


class PrefaceView(PassagesView):
    """What stands between the title and the first section."""

    @property
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
        """A body that it names as the report's own though it is surely another than the title's; None if there is none."""
        names = self.view.services.names
        if names is None:
            return None
        from checker.facts.bodies import stray_body

        found = stray_body(self.view.title.organisation, self.view.source.preface, names)
        return None if found is None else Words.at(found.value, found.place)


class SectionView(PassagesView):
    """A section of the format, whether or not the report has it."""

    def __init__(self, view: ReportView, layout: SectionLayout, position: int) -> None:
        self.layout, self.position = layout, position
        section = view.source.sections.get(layout.key)
        super().__init__(view, layout.key, section.paragraphs if section else ())
        self.given = section is not None
        self._heading = next((h for h in view.outline if h.source.key == layout.key), None)
        self.heading = section.heading if section else None

    @property
    def place(self) -> Place:
        """Its heading."""
        return self._heading.place if self._heading else Place(section=self.key)

    @property
    def number(self) -> str | None:
        """Its number as printed, without marks."""
        return self._heading.number if self._heading else None

    @property
    def value(self) -> Value:
        """The value of its number."""
        return self._heading.value if self._heading else None

    @property
    def printed(self) -> str | None:
        """Number and heading as printed."""
        return self._heading.printed if self._heading else self.heading

    @property
    def official(self) -> str:
        """Number and heading of the format."""
        return f"{self.layout.number}、{self.layout.heading}"

    @property
    def match(self) -> str | None:
        """How its heading matches the format's: exact, also, faulty, near."""
        return self._heading.match if self._heading else None

    @property
    def tables(self) -> tuple[TableView, ...]:
        """The tables of the report that stand in it."""
        return tuple(t for t in self.view.tables if t.given and t.section == self.key)

    @property
    def instructions(self) -> tuple[str, ...]:
        """The format's own texts that must not be left in it."""
        return self.layout.instructions

    @cached_property
    def aspects(self) -> tuple[AspectView, ...]:
        """What the format asks it to cover."""
        return tuple(AspectView(self, name, pattern) for name, pattern in self.layout.asks.items())


class AspectView:
    """Something that a section is asked to cover; `name` is the first wording of its pattern."""

    def __init__(self, section: SectionView, key: str, pattern: str) -> None:
        self.key, self._section, self._pattern = key, section, pattern
        self.name = pattern.split("|", maxsplit=1)[0]
        self.place = section.place

    @property
    def covered(self) -> bool:
        """Whether the section speaks of it."""
        from checker.language.find import contains

        return any(contains(self._pattern, p.text) for p in self._section.paragraphs)


class HeadingView:
    """A top-level heading as it stands."""

    def __init__(self, view: ReportView, heading: Heading, index: int) -> None:
        self._view, self.source, self.index = view, heading, index
        self.key, self.number, self.heading, self.paragraph = (
            heading.key,
            heading.number,
            heading.heading,
            heading.paragraph,
        )
        self.place = Place(section=heading.key, paragraph=heading.paragraph, quote=heading.heading or None)

    @property
    def printed(self) -> str:
        """Number and heading."""
        return f"{self.number}、{self.heading}" if self.number else self.heading

    text = printed

    @property
    def value(self) -> Value:
        """The value of its number."""
        return None if self.number is None else numeral(self.number)

    @property
    def official(self) -> str | None:
        """Number and heading of the format; None for a heading that it does not know."""
        section = None if self.key is None else self._view.section(self.key)
        return section.official if isinstance(section, SectionView) else None

    @property
    def position(self) -> int | None:
        """The section's place in the format, from 1; None for a heading that it does not know."""
        section = None if self.key is None else self._view.section(self.key)
        return section.position if isinstance(section, SectionView) else None

    @property
    def match(self) -> str:
        """How it matches the format's: exact, also, faulty, near or none."""
        from checker.layout.conformity import heading_match

        return heading_match(self.source, self._view.laid)


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
        return "\n".join(p.text for p in self.paragraphs)

    @property
    def length(self) -> int:
        """Its characters without blanks."""
        return sum(p.length for p in self.paragraphs)

    def states(self, name: str) -> Value:
        """The exact claims of a statement for the whole report year."""
        claims = self._view.claims
        return Unknown("ungiven") if claims is None else claims.states.get(name, ())

    def __getattr__(self, name: str) -> Value:
        if name not in ("enumerations", "shares", "changes", "gaps", "loose"):
            raise AttributeError(name)
        claims = self._view.claims
        return Unknown("ungiven") if claims is None else getattr(claims, name)


def numeral(text: str) -> Value:
    """The number that a numeral states, Arabic, Chinese or circled; None if it states none."""
    if len(text) == 1 and 0x2460 <= ord(text) <= 0x2473:
        return ord(text) - 0x245F
    from checker.facts.numbers import chinese_number

    return chinese_number(text)


@cache
def _numbering() -> re.Pattern[str]:
    han = "[〇零一二三四五六七八九十百]{1,6}"
    return re.compile(
        rf"\s{{0,8}}(?:(?P<han>{han}[、.．，,])|(?P<han_brackets>[（(]\s?{han}\s?[）)])|(?P<first>{han})是"
        r"|(?P<arabic>[0-9０-９]{1,3}[、.．](?![0-9０-９]))|(?P<arabic_brackets>[（(]\s?[0-9０-９]{1,3}\s?[）)])|(?P<circled>[①-⑳]))"
    )
