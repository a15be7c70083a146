"""Finds the literals of a pack in a plain text: every slot that begins at a place, with its longest literal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker.dataclass import dataclass
from checker.statements.pack import YEAR_SLOTS, Index, StatementPack
from checker.statements.quantities import YearMark
from checker.statements.words import MARKED

_MOST_READ = 20_000  # pairs of characters kept: the prose of one language has fewer


@dataclass(frozen=True, slots=True)
class Hit:
    """A literal in the text: where it stands, and the slots that it fills."""

    start: int
    end: int
    slots: tuple[int, ...]


def index_of(pack: StatementPack) -> Index:
    """The index of the pack's literals, of the words that mark clauses, and of years beside the report's own."""
    slots = list(pack.slots)
    marks: dict[str, str] = {}
    for name in MARKED:
        marks[str(len(slots))] = name
        slots.append(pack.words.get(name, ()))
    for name in YEAR_SLOTS:
        if (name,) not in slots:
            slots.append((name,))
        marks[str(slots.index((name,)))] = name
    literals: dict[str, list[str]] = {}
    for number, group in enumerate(slots):
        for literal in group:
            literals.setdefault(literal, []).append(str(number))
    entries: dict[str, dict[str, str]] = {}
    for literal, numbers in literals.items():
        entries.setdefault("" if literal[0] == "@" else literal[:2], {})[literal] = ",".join(numbers)
    return Index({begin: f"{'|'.join(found)}<{'|'.join(found.values())}" for begin, found in entries.items()}, marks)


class Finder:
    """Finds literals by an index: one pass over a text, no backtracking."""

    def __init__(self, index: Index) -> None:
        self._entries = index.entries
        self._firsts = frozenset([begin[:1] for begin in index.entries])
        self._read: dict[str, list[tuple[int, dict[str, str]]]] = {}
        self._special = {word: _slots(numbers) for word, numbers in self._literals("").items()}

    def _literals(self, begin: str) -> dict[str, str]:
        """The literals that are kept with a beginning, and their slots as text."""
        kept = self._entries.get(begin)
        words, _, numbers = kept.partition("<") if kept else ("", "", "")
        return dict(zip(words.split("|"), numbers.split("|"), strict=True)) if words else {}

    def _at(self, begin: str) -> list[tuple[int, dict[str, str]]]:
        """The literals that may stand where a text goes on with these two characters, by length, the longest first."""
        found: list[tuple[int, dict[str, str]]] = []
        for part in dict.fromkeys((begin, begin[:1])):
            literals = self._literals(part)
            found += ((length, literals) for length in sorted(set(map(len, literals)), reverse=True))
        if len(self._read) < _MOST_READ:
            self._read[begin] = found
        return found

    def find(self, text: str, years: Sequence[YearMark], year: int | None) -> list[Hit]:
        """All hits in reading order, of those that begin at one place the longest first, each slot once.

        A year beside the report's own fills the slots of @last, @this, @next or @past.
        """
        hits: list[Hit] = []
        firsts, read, whole = self._firsts, self._read, len(text)
        for i, one in enumerate(text):
            if one not in firsts:
                continue
            begin = text[i : i + 2]
            literals_by_length = read.get(begin)
            if literals_by_length is None:
                literals_by_length = self._at(begin)
            seen: tuple[int, ...] = ()
            for length, literals in literals_by_length:
                numbers = literals.get(text[i : i + length])
                if numbers is not None and i + length <= whole:
                    slots = _slots(numbers)
                    fresh = tuple([s for s in slots if s not in seen]) if seen else slots
                    if fresh:
                        hits.append(Hit(i, i + length, fresh))
                        seen += fresh
        if year is not None and self._special and years:
            for mark in years:
                filled = self._special.get(relative_year(mark.year, year))
                if filled:
                    hits.append(Hit(mark.start, mark.end, filled))
            hits.sort(key=lambda hit: (hit.start, -hit.end))
        return hits


@cache
def _slots(numbers: str) -> tuple[int, ...]:
    return tuple(map(int, numbers.split(",")))


def relative_year(mentioned: int, year: int) -> str:
    """The slot that a year fills in the report of `year`."""
    if mentioned == year:
        return "@this"
    if mentioned == year - 1:
        return "@last"
    return "@next" if mentioned > year else "@past"
