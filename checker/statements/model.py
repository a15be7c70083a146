"""What prose states: claims, enumerations, shares, changes, and spots where a number is left out."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from checker.dataclass import dataclass
from checker.document import Place


class Placed:
    """What stands somewhere: its section and paragraph are those of its place."""

    __slots__ = ()
    place: Place

    @property
    def section(self) -> str | None:
        """Key of the section, or "preface"."""
        return self.place.section

    @property
    def paragraph(self) -> int | None:
        """Number of the paragraph."""
        return self.place.paragraph


@dataclass(frozen=True, slots=True)
class Claim(Placed):
    """A figure that a sentence states.

    value: the figure (amounts of money in 元). values: value, and the other figures that are right readings of the same
    sentence (a sum of its counts). step: the unit of the last printed digit, 1 for a plain count, 1000 for 1.2万.
    how: count (a number), none (a word for nothing), all (as many as the count before), flag (a claim without one).
    readings: names of other statements that the figure may mean instead. exact: false beside words such as 余, 约.
    year: the year it speaks of (None if the report's year is unknown or many years are meant). span: "year", "part"
    (a half-year, a quarter), "total" (over the years) or "plan". text: the clause. unit: the measure word.
    """

    statement: str
    value: Decimal
    place: Place
    text: str
    how: str = "count"
    exact: bool = True
    year: int | None = None
    span: str = "year"
    unit: str = ""
    step: Decimal = Decimal(1)
    values: tuple[Decimal, ...] = ()
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an enumeration: its words, its figure, and where it stands."""

    label: str
    value: Decimal
    place: Place


@dataclass(frozen=True, slots=True)
class Enumeration(Placed):
    """A total and its parts, all of one measure word.

    total, sum: the stated total and the sum of the parts (of the first partition that adds up, if any does).
    step: unit of the total's last digit (1000 for 1.2万): the two may differ by less.
    closed: the list says that it is complete: its last part is a rest, or its introduction says so.
    complete: it reads as complete without saying so. hedged: its words leave room for more.
    overlapping: its parts may hold the same things. channels: they are ways of publishing, and no words say that they
    do. exact: no figure is approximate.
    intro: the introducing words.
    """

    total: Decimal
    sum: Decimal
    step: Decimal
    parts: tuple[Part, ...]
    unit: str
    closed: bool
    complete: bool
    hedged: bool
    overlapping: bool
    channels: bool
    exact: bool
    intro: str
    place: Place


@dataclass(frozen=True, slots=True)
class Share(Placed):
    """A count with its percentage. base: the count it is a share of, None if the text does not tell. unit: 1 for 12%,
    0.1 for 12.5%. bases: all counts that it may be a share of, the likeliest first."""

    count: Decimal
    percent: Decimal
    base: Decimal | None
    bases: tuple[Decimal, ...]
    unit: Decimal
    place: Place


@dataclass(frozen=True, slots=True)
class Change(Placed):
    """A comparison with the year before.

    statement: what it counts; count: the figure compared (each None if the text does not tell). by, percent: the change
    as a number or in percent, the other None. up: more (True) or fewer. unit: of the last digit of the change, more
    beside 约. figures: the counts of its sentence that may be the figure compared, the nearest first. before: what the
    year before had (较上年的30件), difference: the change as a number that a percentage goes with (增加6件，增长25%),
    each None if the sentence does not tell.
    """

    statement: str | None
    count: Decimal | None
    by: Decimal | None
    percent: Decimal | None
    up: bool
    unit: Decimal
    place: Place
    figures: tuple[Decimal, ...] = ()
    before: Decimal | None = None
    difference: Decimal | None = None

    @property
    def text(self) -> str:
        """The words of the clause."""
        return self.place.quote or ""


@dataclass(frozen=True, slots=True)
class Gap(Placed):
    """A measure word with no number before it."""

    unit: str
    place: Place

    @property
    def text(self) -> str:
        """The words in which the number is missing."""
        return self.place.quote or self.unit


@dataclass(frozen=True, slots=True)
class Claims:
    """All that the prose of a report states. states: statement -> exact claims for the whole report year.

    loose: claims that are approximate, partial, or of another year.
    """

    states: Mapping[str, tuple[Claim, ...]]
    enumerations: tuple[Enumeration, ...] = ()
    shares: tuple[Share, ...] = ()
    changes: tuple[Change, ...] = ()
    gaps: tuple[Gap, ...] = ()
    loose: tuple[Claim, ...] = ()
