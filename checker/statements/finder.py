"""Finds the literals of a pack in a plain text: every slot that begins at a place, with its longest literal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker.dataclass import dataclass
from checker.statements.pack import YEAR_SLOTS, Index, StatementPack
from checker.statements.quantities import YearMark
from checker.statements.words import MARKED


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
        self._read: dict[str, tuple[tuple[int, ...], dict[str, str]]] = {}
        self._special = {word: _slots(numbers) for word, numbers in self._at("")[1].items()}

    def _at(self, begin: str) -> tuple[tuple[int, ...], dict[str, str]]:
        """The lengths of the literals that begin so, the longest first, and their slots as text."""
        kept = self._entries.get(begin)
        words, _, numbers = kept.partition("<") if kept else ("", "", "")
        literals = dict(zip(words.split("|"), numbers.split("|"), strict=True)) if words else {}
        found = self._read[begin] = (tuple(sorted(set(map(len, literals)), reverse=True)), literals)
        return found

    def find(self, text: str, years: Sequence[YearMark], year: int | None) -> list[Hit]:
        """All hits in reading order, of those that begin at one place the longest first, each slot once.

        A year beside the report's own fills the slots of @last, @this, @next or @past.
        """
        hits: list[Hit] = []
        entries, firsts, whole = self._entries, self._firsts, len(text)
        for i, one in enumerate(text):
            if one not in firsts:
                continue
            seen: tuple[int, ...] = ()
            for begin in (text[i : i + 2], one) if i + 1 < whole else (one,):
                if begin not in entries:
                    continue
                lengths, literals = self._read.get(begin) or self._at(begin)
                for length in lengths:
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
