"""Finds the literals of a pack in a plain text: every slot that begins at a place, with its longest literal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import add
from typing import Any, TypeAlias

from checker.statements.pack import Index
from checker.statements.quantities import YearMark

_MOST_READ = 20_000  # pairs of characters kept: the prose of one language has fewer


class Sense:
    """What a literal fills: its slots; of these the ones that lines have, each with its kin; the reader's own words and
    the topics that it is."""

    __slots__ = ("kins", "lines", "marks", "slots", "topics")

    def __init__(self, slots: tuple[int, ...], uses: Sequence[Sequence[Any]]) -> None:
        self.slots = slots
        self.lines = tuple([slot for slot in slots if uses[slot][0] >= 0])
        self.kins: tuple[int, ...] = tuple([uses[slot][0] for slot in self.lines])
        self.topics = tuple([name for slot in slots for name in uses[slot][2]])
        self.marks = tuple([name for slot in slots for name in uses[slot][3]])


Hit: TypeAlias = tuple[int, int, Sense]  # a literal in the text: where it stands, and what it fills


class _Spot:
    """What may stand where a text goes on with two characters: the literal that they are, the one of the first alone,
    and longer ones by their third character. thirds: these as text; groups: those that were met, by length, the longest
    first."""

    __slots__ = ("exact", "groups", "one", "thirds")

    def __init__(self, exact: Sense | None, thirds: Mapping[str, str], one: Sense | None) -> None:
        self.exact, self.thirds, self.one = exact, thirds, one
        self.groups: dict[str, list[tuple[int, dict[str, str]]]] = {}

    def group(self, third: str) -> list[tuple[int, dict[str, str]]]:
        """Take apart the literals with that third character: by length, what comes after the second -> filling."""
        rests, _, numbers = self.thirds[third].partition(">")
        by_length: dict[int, dict[str, str]] = {}
        for rest, number in zip(rests.split("|"), numbers.split("|"), strict=True):
            by_length.setdefault(len(rest) + 2, {})[rest] = number
        made = self.groups[third] = sorted(by_length.items(), reverse=True)
        return made


class Finder:
    """Finds literals by an index: one pass over a text, no backtracking."""

    def __init__(self, index: Index) -> None:
        self._entries, self._fillings, self._uses, self._years = index.entries, index.fillings, index.slots, index.years
        self._begins = frozenset(index.entries)
        self._spots: dict[str, _Spot] = {}
        self._senses: dict[str, Sense] = {}
        self._made: dict[tuple[int, ...], Sense] = {}

    def find(self, text: str, years: Sequence[YearMark], year: int | None) -> list[Hit]:
        """All hits in reading order, of those that begin at one place the longest first, each slot once.

        A year beside the report's own fills the slots of @last, @this, @next or @past.
        """
        hits: list[Hit] = []
        begins, spots, senses = self._begins, self._spots, self._senses
        pairs = enumerate(map(add, text, text[1:] + " "))
        for i, pair in [(i, pair) for i, pair in pairs if pair in begins or pair[0] in begins]:
            spot = spots.get(pair) or self._spot(pair)
            seen: tuple[int, ...] = ()
            third = text[i + 2 : i + 3]
            if third in spot.thirds:
                for length, rests in spot.groups.get(third) or spot.group(third):
                    number = rests.get(text[i + 2 : i + length])
                    if number is not None:
                        sense = senses.get(number) or self._sense(number)
                        seen = self._add(hits, i, i + length, sense, seen)
            if spot.exact is not None:
                seen = self._add(hits, i, i + 2, spot.exact, seen)
            if spot.one is not None:
                self._add(hits, i, i + 1, spot.one, seen)
        if year is not None and years:
            for mark in years:
                filled = self._years.get(relative_year(mark.year, year))
                if filled is not None:
                    hits.append((mark.start, mark.end, self._sense(str(filled))))
            hits.sort(key=_order)
        return hits

    def _add(self, hits: list[Hit], start: int, end: int, sense: Sense, seen: tuple[int, ...]) -> tuple[int, ...]:
        """Add what a literal fills beside the slots that are filled by a longer one of the same place."""
        if seen:
            slots = tuple([slot for slot in sense.slots if slot not in seen])
            if not slots:
                return seen
            if len(slots) < len(sense.slots):
                sense = self._of(slots)
        hits.append((start, end, sense))
        return seen + sense.slots

    def _of(self, slots: tuple[int, ...]) -> Sense:
        made = self._made.get(slots)
        if made is None:
            made = self._made[slots] = Sense(slots, self._uses)
        return made

    def _sense(self, number: str) -> Sense:
        sense = self._senses[number] = self._of(tuple(self._fillings[int(number)]))
        return sense

    def _spot(self, pair: str) -> _Spot:
        """What the index says of two characters."""
        exact, _, rest = self._entries[pair].partition("<") if pair in self._begins else ("", "", "")
        thirds, *groups = rest.split("<")
        one = self._entries[pair[0]].partition("<")[0] if pair[0] in self._begins else ""
        spot = _Spot(
            self._sense(exact) if exact else None,
            dict(zip(thirds, groups, strict=True)),
            self._sense(one) if one else None,
        )
        if len(self._spots) < _MOST_READ:
            self._spots[pair] = spot
        return spot


def _order(hit: Hit) -> tuple[int, int]:
    return hit[0], -hit[1]


def relative_year(mentioned: int, year: int) -> str:
    """The slot that a year fills in the report of `year`."""
    if mentioned == year:
        return "@this"
    if mentioned == year - 1:
        return "@last"
    return "@next" if mentioned > year else "@past"
