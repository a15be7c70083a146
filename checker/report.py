"""A report laid on its layout: title, sections and tables by key, and the facts of its preface.

`to_json` and `from_json` stand in report_json.py; the contract is schemas/report.schema.json.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from checker.dataclass import dataclass
from checker.days import date
from checker.document import FileFacts
from checker.hints import Literal

State = Literal["number", "blank", "text", "missing"]

TITLE = "title"
PREFACE = "preface"


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph of a part of the report: n as in document.Paragraph, text as printed (automatic number included)."""

    n: int
    text: str


@dataclass(frozen=True, slots=True)
class Title:
    """The report's title, joined to one line; paragraph is where it begins. Both None if there is no title."""

    text: str | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """The body whose report it is.

    kind: government, township, subdistrict, department, institution, zone, or None if not known.
    level: national, province, prefecture, county, township, or None if not known.
    """

    name: str | None = None
    kind: str | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The statistics period as stated; a side that is not stated is None."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """The contact as printed, but for surrounding marks."""

    address: str | None = None
    postcode: str | None = None
    phones: tuple[str, ...] = ()
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A top-level heading as it stands.

    key: the section's key in the layout, or None for a section that the layout does not know.
    number: its number as printed without marks ("一"), None if it has none. heading: its words without the number.
    marked: its number with its marks as they stand ("一、", "（三）"), None where that is not known.
    """

    key: str | None
    number: str | None
    heading: str
    paragraph: int
    marked: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the layout: its heading as printed without the number, and its paragraphs outside tables."""

    heading: str
    paragraphs: tuple[Para, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """What stands in a cell.

    raw: as printed. state: number; blank (an empty cell); text (something that is no number); missing (the report has
    no such cell). value: the exact number, only for state "number".
    """

    raw: str
    value: Decimal | None
    state: State


MISSING = Figure("", None, "missing")


@dataclass(frozen=True, slots=True)
class Table:
    """A table laid on the layout that fits it best.

    layout: key of that layout (may differ from the report's). section: key of the section it stands in.
    labels: row and column key -> the label as printed (the own step of its path); keys without a label are left out.
    rows: row key -> column key -> figure, for every cell of the layout, in the layout's order.
    extra: labels of rows and columns that no layout knows. copies: how often it stands in that section once more; only
    the first is read.
    """

    layout: str
    section: str
    labels: Mapping[str, str]
    rows: Mapping[str, Mapping[str, Figure]]
    extra: tuple[str, ...] = ()
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A report as laid. `published`: a date the text calls publication; `signed`: the date under its end (落款)."""

    file: str
    title: Title
    organisation: Organisation
    year: int | None
    layout: str
    period: Period
    contact: Contact
    published: date | None
    signed: date | None
    preface: tuple[Para, ...]
    outline: tuple[Heading, ...]
    sections: Mapping[str, Section]
    tables: Mapping[str, Table]
    document: FileFacts
    footnotes: tuple[str, ...] = ()

    def passages(self) -> list[tuple[str, Para]]:
        """All prose in reading order as (section key, paragraph): preface, then the sections; the title apart."""
        found = [(PREFACE, p) for p in self.preface]
        for key, section in self.sections.items():
            found += [(key, p) for p in section.paragraphs]
        return sorted(found, key=lambda item: item[1].n)
