"""What an expression can be beside numbers, texts, dates, truths and lists: blank, unknown, and texts that know
their place.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cached_property

from checker.days import date
from checker.document import Place
from checker.hints import TYPE_CHECKING, Any, Literal, TypeAlias, Union

if TYPE_CHECKING:
    from fractions import Fraction

Number = Union[Decimal, "Fraction"]
Value: TypeAlias = Any  # a number, text, date, truth, list (tuple), record, Blank or Unknown
Reason = Literal["blank", "text", "missing", "unstated", "ungiven", "undivided", "unsuited"]


class Unknown:
    """A value that cannot be told. reason: why. source: the record it comes from (with a `place`), or None.

    Reasons: blank (a comparison looked at a blank cell), text (a cell that is no number), missing (the report has no
    such cell, table or section), unstated (the report does not say), ungiven (another report was not given),
    undivided (division by zero or blank), unsuited (values of kinds that cannot be put together).
    """

    __slots__ = ("reason", "source")

    def __init__(self, reason: Reason, source: object = None) -> None:
        self.reason = reason
        self.source = source

    def __repr__(self) -> str:
        return f"Unknown({self.reason!r})"


class Blank:
    """The value of a cell with nothing in it. source: the cell."""

    __slots__ = ("source",)

    def __init__(self, source: object = None) -> None:
        self.source = source

    def __repr__(self) -> str:
        return "Blank()"


Truth: TypeAlias = bool | Unknown


class Words(str):
    """A text of the report that knows where it stands."""

    __slots__ = ("place",)
    place: Place

    @staticmethod
    def at(text: str, place: Place) -> Words:
        """The text with its place."""
        words = Words(text)
        words.place = place
        return words


class DatedWords(date):
    """A date of the report that knows where it stands; that is looked for when it is asked."""

    _find: Callable[[], Place]

    @staticmethod
    def at(day: date, find: Callable[[], Place]) -> DatedWords:
        """The date with what finds its place."""
        stated = DatedWords(day.year, day.month, day.day)
        stated._find = find
        return stated

    @cached_property
    def place(self) -> Place:
        """Where it stands."""
        return self._find()


def place_of(value: object) -> Place | None:
    """The place of a value that has one, else None."""
    place = getattr(value, "place", None)
    return place if isinstance(place, Place) else None
