"""Finds the literals of a pack in a plain text: every slot that begins at a place, with its longest literal."""

from __future__ import annotations

from collections.abc import Sequence

from checker.dataclass import dataclass
from checker.statements.quantities import YearMark


@dataclass(frozen=True, slots=True)
class Hit:
    """A literal in the text: where it stands, and the slots that it fills."""

    start: int
    end: int
    slots: tuple[int, ...]


class Finder:
    """An index of all literals, and of their lengths by first characters. One pass over a text, no backtracking."""

    def __init__(self, slots: Sequence[Sequence[str]]) -> None:
        literals: dict[str, tuple[int, ...]] = {}
        for number, group in enumerate(slots):
            for literal in group:
                literals[literal] = (*literals.get(literal, ()), number)
        self._special = {text: literals.pop(text) for text in list(literals) if text[0] == "@"}
        self._literals = literals
        lengths: dict[str, set[int]] = {}
        for literal in literals:
            lengths.setdefault(literal[:2], set()).add(len(literal))
        self._lengths = {key: tuple(sorted(found, reverse=True)) for key, found in lengths.items()}

    def find(self, text: str, years: Sequence[YearMark], year: int | None) -> list[Hit]:
        """All hits in reading order, of those that begin at one place the longest first, each slot once.

        A year beside the report's own fills the slots of @last, @this, @next or @past.
        """
        hits: list[Hit] = []
        lengths, literals, whole = self._lengths.get, self._literals.get, len(text)
        for i, one in enumerate(text):
            pair, single = lengths(text[i : i + 2]), lengths(one)
            if pair is None and single is None:
                continue
            seen: tuple[int, ...] = ()
            for length in (pair or ()) + (single or ()):
                slots = literals(text[i : i + length])
                if slots is not None and i + length <= whole:
                    fresh = tuple([s for s in slots if s not in seen]) if seen else slots
                    if fresh:
                        hits.append(Hit(i, i + length, fresh))
                        seen += fresh
        if year is not None and self._special and years:
            for mark in years:
                slots = self._special.get(relative_year(mark.year, year))
                if slots:
                    hits.append(Hit(mark.start, mark.end, slots))
            hits.sort(key=lambda hit: (hit.start, -hit.end))
        return hits


def relative_year(mentioned: int, year: int) -> str:
    """The slot that a year fills in the report of `year`."""
    if mentioned == year:
        return "@this"
    if mentioned == year - 1:
        return "@last"
    return "@next" if mentioned > year else "@past"
