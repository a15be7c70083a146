"""Labels: where the lines of statements are fulfilled within a clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import attrgetter

from checker.dataclass import dataclass
from checker.statements.clauses import Clause
from checker.statements.finder import Hit
from checker.statements.pack import NUMBERED, Pattern, StatementPack


@dataclass(frozen=True, slots=True)
class Label:
    """A line fulfilled: its span in the text, and the span of its first and of its last group."""

    pattern: Pattern
    start: int
    end: int
    first_end: int
    last_start: int


class Grammar:
    """The patterns of a pack by their first group, and the families of its slots: what competes for the same words."""

    def __init__(self, pack: StatementPack, small: Callable[[str], bool]) -> None:
        self._small = small
        self.statements = pack.statements
        self._by_first: dict[int, list[tuple[Pattern, frozenset[int]]]] = {}
        families: dict[int, set[str]] = {}
        owners: dict[int, set[str]] = {}
        for pattern in pack.patterns:
            self._by_first.setdefault(pattern.slots[0], []).append((pattern, frozenset(pattern.slots)))
            for i, slot in enumerate(pattern.slots):
                kin, own = families.setdefault(slot, set()), owners.setdefault(slot, set())
                if pattern.kind in ("says", "all") or (i and pattern.kind in ("none", "flag")):
                    kin.add(pack.statements[pattern.statement].family)
                    own.add(pattern.statement)
        self._kin = {slot: (frozenset(families[slot]), frozenset(owners[slot])) for slot in families}

    def labels(self, clause: Clause, text: str, *, numbers: bool) -> list[Label]:
        """All lines fulfilled in the clause, in the order of their first words.

        numbers: whether lines that want a number are looked for, too.
        """
        hits = clause.hits
        if not hits:
            return []
        kin = self._kin
        present = {slot for hit in hits for slot in hit.slots if slot in kin}
        possible = [
            (pattern, slot)
            for slot in present
            for pattern, needed in self._by_first.get(slot, ())
            if (numbers or pattern.kind != "says") and needed <= present
        ]
        if not possible:
            return []
        by_slot = self._living(hits)
        found: list[Label] = []
        for pattern, slot in possible:
            for hit in by_slot.get(slot, ()):
                label = self._follow(pattern, hit, by_slot, clause, text)
                if label is not None:
                    found.append(label)
        found.sort(key=lambda label: (label.start, label.end))
        return found

    def by_family(self, clause: Clause, text: str) -> dict[str, frozenset[str]]:
        """The statements that want a number of the clause, by family."""
        named: dict[str, set[str]] = {}
        for label in self.labels(clause, text, numbers=True):
            if label.pattern.kind == "says":
                name = label.pattern.statement
                named.setdefault(self.statements[name].family, set()).add(name)
        return {family: frozenset(names) for family, names in named.items()}

    def _living(self, hits: Sequence[Hit]) -> dict[int, list[Hit]]:
        """Hits by slot, without those inside a longer literal of another statement of the family: that one is meant."""
        by_slot: dict[int, list[Hit]] = {}
        recent: list[tuple[int, int, frozenset[str], frozenset[str]]] = []
        kin = self._kin
        for hit in hits:
            start, end = hit.start, hit.end
            if recent:
                recent = [each for each in recent if each[1] > start]
            fresh: list[tuple[int, int, frozenset[str], frozenset[str]]] = []
            for slot in hit.slots:
                if slot not in kin:
                    continue
                families, owners = kin[slot]
                for first, last, others, names in recent:
                    longer = end <= last and last - first > end - start
                    if longer and owners.isdisjoint(names) and not others.isdisjoint(families):
                        break
                else:
                    kept = by_slot.setdefault(slot, [])
                    if not kept or kept[-1].end < end:
                        kept.append(hit)
                        if families:
                            fresh.append((start, end, families, owners))
            recent += fresh
        return by_slot

    def _follow(
        self, pattern: Pattern, hit: Hit, by_slot: dict[int, list[Hit]], clause: Clause, text: str
    ) -> Label | None:
        last = hit
        for slot, gap in zip(pattern.slots[1:], pattern.gaps, strict=True):
            choices = by_slot.get(slot)
            if not choices:
                return None
            i = bisect_left(choices, last.end, key=_start)
            if i == len(choices):
                return None
            between = clause.between(text, last.end, choices[i].start)
            if gap < 0:
                if gap == NUMBERED:
                    between = _unnumbered(clause, last.end, choices[i].start, text)
                if not self._small(between):
                    return None
            elif len(between) > gap:
                return None
            while i + 1 < len(choices) and choices[i + 1].start < choices[i].end:
                i += 1  # one noun that two literals share
            last = choices[i]
        if pattern.anchored and not self._small(text[clause.start : hit.start]):
            return None
        return Label(pattern, hit.start, last.end, hit.end, last.start)


def _unnumbered(clause: Clause, start: int, end: int, text: str) -> str:
    """The clause's own words from start to end, numbers left out (买12件大衣 is 买大衣 with its number inside)."""
    kept, at = "", start
    for quantity in clause.quantities:
        if start <= quantity.start and quantity.end <= end:
            kept, at = kept + clause.between(text, at, quantity.start), quantity.end
    return kept + clause.between(text, at, end)


_start = attrgetter("start")
