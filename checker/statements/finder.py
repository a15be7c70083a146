"""Finds the literals of a pack in a plain text: every slot that begins at a place, with its longest literal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.statements.quantities import YearMark


@dataclass(frozen=True, slots=True)
class Hit:
    """A literal in the text: where it stands, and the slots that it fills."""

    start: int
    end: int
    slots: tuple[int, ...]


class Finder:
    """An index of all literals by their first two characters. One pass over a text, no backtracking."""

    def __init__(self, slots: Sequence[Sequence[str]]) -> None:
        by_literal: dict[str, list[int]] = {}
        for number, literals in enumerate(slots):
            for literal in literals:
                by_literal.setdefault(literal, []).append(number)
        self._special = {text: tuple(numbers) for text, numbers in by_literal.items() if text.startswith("@")}
        self._pairs: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
        for literal in sorted((text for text in by_literal if text not in self._special), key=len, reverse=True):
            self._pairs.setdefault(literal[:2], []).append((literal, tuple(by_literal[literal])))

    def find(self, text: str, years: Sequence[YearMark], year: int | None) -> list[Hit]:
        """All hits in reading order. A year beside the report's own fills the slots of @last, @this, @next or @past."""
        hits: list[Hit] = []
        pairs = self._pairs
        for i in range(len(text)):
            two = text[i : i + 2]
            for key in (two, two[:1]) if len(two) == 2 else (two,):
                entries = pairs.get(key)
                if entries is None:
                    continue
                seen: tuple[int, ...] = ()
                for literal, slots in entries:
                    if text.startswith(literal, i):
                        fresh = slots if not seen else tuple(s for s in slots if s not in seen)
                        if fresh:
                            hits.append(Hit(i, i + len(literal), fresh))
                            seen += fresh
        if year is not None and self._special:
            for mark in years:
                name = relative_year(mark.year, year)
                slots = self._special.get(name, ())
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
