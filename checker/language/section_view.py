"""Sections and top-level headings as rules see them, held against the format."""

from __future__ import annotations

from functools import cached_property

from checker.document import Place
from checker.hints import TYPE_CHECKING
from checker.language.list_numbers import numeral
from checker.language.passages import PassagesView
from checker.language.values import Value, Words
from checker.layout.folding import number_style, plain
from checker.layout.model import SectionLayout
from checker.report import PREFACE, Heading

if TYPE_CHECKING:
    from checker.language.table_view import TableView
    from checker.language.view import ReportView

_STYLES = {"一.": "han", "(一)": "han_brackets", "1.": "arabic", "(1)": "arabic_brackets"}


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
    def official_number(self) -> str:
        """Its number in the format, without marks."""
        return self.layout.number

    @property
    def official_heading(self) -> str:
        """Its heading in the format, without the number."""
        return self.layout.heading

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
        """Whether the section speaks of it; its name, which most reports use, is looked for without RE2."""
        from checker.language.find import contains

        paragraphs = self._section.paragraphs
        return any(self.name in p.text for p in paragraphs) or any(contains(self._pattern, p.text) for p in paragraphs)


class HeadingView:
    """A top-level heading as it stands."""

    def __init__(self, view: ReportView, heading: Heading, index: int) -> None:
        self._view, self.source, self.index = view, heading, index
        self.key, self.heading, self.paragraph = heading.key, heading.heading, heading.paragraph
        self.marked = heading.marked
        home = heading.key or _section_before(view, heading)
        number = Place(section=home, paragraph=heading.paragraph, quote=heading.number)
        self.number = None if heading.number is None else Words.at(heading.number, number)
        self.place = Place(section=home, paragraph=heading.paragraph, quote=heading.heading or None)

    @cached_property
    def _section(self) -> SectionView | None:
        section = None if self.key is None else self._view.section(self.key)
        return section if isinstance(section, SectionView) else None

    @property
    def printed(self) -> str:
        """Number and heading."""
        return f"{self.number}、{self.heading}" if self.number else self.heading

    @property
    def text(self) -> Words:
        """The same, with its place."""
        return Words.at(self.printed, self.place)

    @cached_property
    def value(self) -> Value:
        """The value of its number."""
        return None if self.number is None else numeral(self.number)

    @cached_property
    def style(self) -> str | None:
        """The form of its number; None where it has none, or a form that no list has, like 第一部分."""
        return None if self.marked is None else _STYLES.get(number_style(plain(self.marked)))

    @property
    def official(self) -> str | None:
        """Number and heading of the format; None for a heading that it does not know."""
        return None if self._section is None else self._section.official

    @property
    def official_number(self) -> str | None:
        """The number that its section has in the format, without marks; None for a heading that it does not know."""
        return None if self._section is None else self._section.official_number

    @property
    def official_heading(self) -> str | None:
        """The heading of its section in the format, without the number; None for one that it does not know."""
        return None if self._section is None else self._section.official_heading

    @property
    def position(self) -> int | None:
        """The section's place in the format, from 1; None for a heading that it does not know."""
        return None if self._section is None else self._section.position

    @property
    def match(self) -> str:
        """How it matches the format's: exact, also, faulty, near or none."""
        from checker.layout.conformity import heading_match

        return heading_match(self.source, self._view.laid)


def _section_before(view: ReportView, heading: Heading) -> str:
    """The section that holds what stands under a heading that the format does not know: the one before it."""
    before = [h.key for h in view.source.outline if h.key is not None and h.paragraph < heading.paragraph]
    return before[-1] if before else PREFACE
