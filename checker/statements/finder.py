"""Finds the literals of a pack in a plain text: every slot that begins at a place, with its longest literal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.expressions import compiled
from checker.hints import Any, TypeAlias
from checker.statements.pack import Index
from checker.statements.quantities import YearMark

_MOST_READ = 20_000  # pairs of characters kept: the prose of one language has fewer


class Sense:
    """What a literal fills: its slots; of these the ones that lines have, each with its kin; the reader's own words and
    the topics that it is, and whether it is any."""

    __slots__ = ("kins", "lines", "marks", "slots", "tells", "topics")

    def __init__(
        self, slots: Sequence[int], lines: Sequence[int], kins: Sequence[int], topics: list[str], marks: list[str]
    ) -> None:
        self.slots, self.lines, self.kins, self.topics, self.marks = slots, lines, kins, topics, marks
        self.tells = bool(topics or marks)


def sense_of(slots: Sequence[int], uses: Sequence[Any]) -> tuple[list[int], list[int], list[str], list[str]]:
    """Lines, kin, topics and marks of some slots, by what each is for."""
    lines = [slot for slot in slots if uses[slot][0] >= 0]
    topics, marks = ([name for slot in slots for name in uses[slot][part]] for part in (1, 2))
    return lines, [uses[slot][0] for slot in lines], topics, marks


Hit: TypeAlias = tuple[int, int, Sense]  # a literal in the text: where it stands, and what it fills
_Filled: TypeAlias = tuple[int, Sense]  # a literal of a place: its length, and what it fills


class _Spot:
    """What may stand where a text goes on with two characters: the literals that they and the first alone are, with
    their lengths, and longer ones by their third character. thirds: these as text; groups: those that were met, by
    length, the longest first."""

    __slots__ = ("groups", "short", "thirds")

    def __init__(self, short: list[_Filled], thirds: Mapping[str, str]) -> None:
        self.short, self.thirds = short, thirds
        self.groups: dict[str, list[tuple[int, dict[str, str]]]] = {}

    def group(self, third: str) -> list[tuple[int, dict[str, str]]]:
        """Take apart the literals with that third character: by length, what comes after the second -> filling."""
        made = self.groups[third] = []
        for same in self.thirds[third].split(";"):
            rests, _, numbers = same.partition(">")
            listed = rests.split("|")
            made.append((len(listed[0]) + 2, dict(zip(listed, numbers.split("|"), strict=True))))
        return made


class Finder:
    """Finds literals by an index: one pass over a text, no backtracking."""

    def __init__(self, index: Index) -> None:
        self._entries, self._fillings, self._uses, self._years = index.entries, index.fillings, index.slots, index.years
        self._places = compiled(index.places)
        self._begins = frozenset(index.entries)
        self._spots: dict[str, _Spot] = {}
        self._alone: dict[str, _Spot] = {}
        self._senses: dict[str, Sense] = {}
        self._made: dict[tuple[int, ...], Sense] = {}
        # the longest literal of a place -> it, and those that it begins with; no more than there are literals
        self._met: dict[str, list[_Filled]] = {}

    def find(self, text: str, years: Sequence[YearMark], year: int | None) -> list[Hit]:
        """All hits in reading order, of those that begin at one place the longest first, each slot once.

        A year beside the report's own fills the slots of @last, @this, @next or @past.
        """
        hits: list[Hit] = []
        spots = self._spots
        for i in [place.start() for place in self._places.finditer(text)]:
            pair = text[i : i + 2]
            spot = spots.get(pair) or self._spot(pair)
            found = spot.short
            if spot.thirds and (third := text[i + 2 : i + 3]) in spot.thirds:
                for length, rests in spot.groups.get(third) or spot.group(third):
                    if text[i + 2 : i + length] in rests:
                        found = self._met.get(text[i : i + length]) or self._longest(text[i : i + length], spot)
                        break
            for length, sense in found:
                hits.append((i, i + length, sense))
        if year is not None and years:
            for mark in years:
                filled = self._years.get(relative_year(mark.year, year))
                if filled is not None:
                    hits.append((mark.start, mark.end, self._sense(str(filled))))
            hits.sort(key=_order)
        return hits

    def _longest(self, literal: str, spot: _Spot) -> list[_Filled]:
        """What stands at a place whose longest literal is known: the others are its beginnings."""
        found: list[_Filled] = []
        for length, rests in spot.groups[literal[2]]:
            number = rests.get(literal[2:length]) if length <= len(literal) else None
            if number is not None:
                found.append((length, self._sense(number)))
        self._met[literal] = made = self._fresh([*found, *spot.short])
        return made

    def _fresh(self, found: list[_Filled]) -> list[_Filled]:
        """Literals of one place, the longest first, each with the slots that no longer one fills."""
        if len(found) < 2:
            return found
        kept: list[_Filled] = []
        seen: set[int] = set()
        for length, sense in found:
            if seen.isdisjoint(sense.slots):
                kept.append((length, sense))
            elif not seen.issuperset(sense.slots):
                kept.append((length, self._of(tuple([slot for slot in sense.slots if slot not in seen]))))
            seen.update(sense.slots)
        return kept

    def _of(self, slots: tuple[int, ...]) -> Sense:
        """The sense of some of the slots of a literal."""
        made = self._made.get(slots)
        if made is None:
            made = self._made[slots] = Sense(slots, *sense_of(slots, self._uses))
        return made

    def _sense(self, number: str) -> Sense:
        sense = self._senses.get(number)
        if sense is None:
            sense = self._senses[number] = Sense(*self._fillings[int(number)])
        return sense

    def _spot(self, pair: str) -> _Spot:
        """What the index says of two characters, or of the last of a text."""
        one = pair[0]
        spot = self._alone.get(one)
        if spot is None:
            number = self._entries[one].partition("<")[0] if one in self._begins else ""
            spot = self._alone[one] = _Spot([(1, self._sense(number))] if number else [], {})
        if pair != one and pair in self._begins:
            exact, _, rest = self._entries[pair].partition("<")
            thirds, *groups = rest.split("<")
            short = self._fresh([(2, self._sense(exact)), *spot.short]) if exact else spot.short
            spot = _Spot(short, dict(zip(thirds, groups, strict=True)) if thirds else {})
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
