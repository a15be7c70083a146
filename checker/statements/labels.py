"""Labels: where the lines of statements are fulfilled within a clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checker.statements.clauses import Clause
from checker.statements.finder import Hit
from checker.statements.pack import TIGHT, Pattern, StatementPack

_MOST = 64  # hits of one slot looked at in a clause: a clause with more says nothing that could be read


@dataclass(frozen=True, slots=True)
class Label:
    """A line fulfilled: its span in the text, and the span of its first and of its last group."""

    pattern: Pattern
    start: int
    end: int
    first_end: int
    last_start: int


class Grammar:
    """The patterns of a pack, found by their first group; and which slots belong to which families."""

    def __init__(self, pack: StatementPack, small: Callable[[str], bool]) -> None:
        self._small = small
        self._by_first: dict[int, list[Pattern]] = {}
        self._families: dict[int, frozenset[str]] = {}
        families: dict[int, set[str]] = {}
        self._owners: dict[int, set[str]] = {}
        for pattern in pack.patterns:
            self._by_first.setdefault(pattern.slots[0], []).append(pattern)
            if pattern.kind != "not":
                for slot in pattern.slots:
                    families.setdefault(slot, set()).add(pack.statements[pattern.statement].family)
                    self._owners.setdefault(slot, set()).add(pattern.statement)
        self._families = {slot: frozenset(names) for slot, names in families.items()}

    def labels(self, clause: Clause, text: str) -> list[Label]:
        """All lines fulfilled in the clause, in the order of their first words."""
        by_slot = self._living(clause)
        found: list[Label] = []
        for slot, hits in by_slot.items():
            for pattern in self._by_first.get(slot, ()):
                for hit in hits:
                    label = self._follow(pattern, hit, by_slot, clause, text)
                    if label is not None:
                        found.append(label)
        found.sort(key=lambda label: (label.start, label.end))
        return found

    def _living(self, clause: Clause) -> dict[int, list[Hit]]:
        """Hits by slot, without those inside a longer literal of another statement of the family: that one is meant."""
        by_slot: dict[int, list[Hit]] = {}
        covers: dict[str, list[tuple[int, int, set[str]]]] = {}
        for hit in clause.hits:
            for slot in hit.slots:
                owners = self._owners.get(slot)
                if owners is None:
                    by_slot.setdefault(slot, []).append(hit)  # a slot of `not` lines
                    continue
                families = self._families[slot]
                if any(_covered(hit, owners, covers.get(family, ())) for family in families):
                    continue
                kept = by_slot.setdefault(slot, [])
                if len(kept) < _MOST and not (kept and kept[-1].end >= hit.end):
                    kept.append(hit)
                    for family in families:
                        covers.setdefault(family, []).append((hit.start, hit.end, owners))
        return by_slot

    def _follow(
        self, pattern: Pattern, hit: Hit, by_slot: dict[int, list[Hit]], clause: Clause, text: str
    ) -> Label | None:
        last = hit
        for slot, gap in zip(pattern.slots[1:], pattern.gaps, strict=True):
            choices = by_slot.get(slot)
            if not choices:
                return None
            i = bisect_left(choices, last.end, key=lambda h: h.start)
            if i == len(choices):
                return None
            between = clause.between(text, last.end, choices[i].start)
            if gap == TIGHT:
                if len(between) > 24 or not self._small(between):
                    return None
            elif len(between) > gap:
                return None
            while i + 1 < len(choices) and choices[i + 1].start < choices[i].end:
                i += 1  # one noun that two literals share
            last = choices[i]
        if pattern.anchored and not self._small(text[clause.start : hit.start]):
            return None
        return Label(pattern, hit.start, last.end, hit.end, last.start)


def _covered(hit: Hit, owners: set[str], spans: Sequence[tuple[int, int, set[str]]]) -> bool:
    """Whether one of the last few longer spans, of other statements, holds the hit."""
    return any(
        start <= hit.start and hit.end <= end and end - start > hit.end - hit.start and not (owners & others)
        for start, end, others in spans[-6:]
    )
