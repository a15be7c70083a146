"""What a clause speaks of: its own words, else those of the clauses, sentences and headings before it, else its section."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from checker.statements.clauses import Clause
from checker.statements.pack import StatementPack

_HEADING = 40  # characters: a paragraph without a full stop, or a first sentence, that is no longer may be a heading


class Topics:
    """Finds the topics of clauses by the slots of a pack's topics."""

    def __init__(self, pack: StatementPack) -> None:
        self._by_slot: dict[int, list[str]] = {}
        for name, (_, slot) in pack.topics.items():
            self._by_slot.setdefault(slot, []).append(name)
        self._groups: Mapping[str, str] = {name: group for name, (group, _) in pack.topics.items()}
        self._defaults = pack.defaults
        wanted = {name.removeprefix("only ") for p in pack.patterns for name in p.about + p.after}
        self._foreign = frozenset(self._groups) - wanted  # topics no statement asks for: they only end other topics

    def default(self, section: str) -> frozenset[str]:
        """The topics of a section where no words say otherwise."""
        return frozenset(self._defaults.get(section, ()))

    def own(self, clause: Clause, aside: int) -> list[tuple[int, str]]:
        """Topics that the clause names, with where; a shorter word within a longer one is not meant.

        aside: where a word such as 涉及 stands: what it brings up is not spoken of, unless a statement asks for it.
        """
        found: list[tuple[int, str]] = []
        end = -1
        for hit in clause.hits:
            names = [name for slot in hit.slots for name in self._by_slot.get(slot, ())]
            if names and hit.end > end:
                found += [(hit.start, n) for n in names if hit.start < aside or n not in self._foreign]
                end = hit.end
        return found

    def holds(self, wanted: tuple[str, ...], current: frozenset[str]) -> bool:
        """Whether one of the wanted topics is in force; "only NAME": with no other of its group."""
        for name in wanted:
            only = name.removeprefix("only ")
            if only in current and (
                only == name or not any(t != only and self._groups[t] == self._groups[only] for t in current)
            ):
                return True
        return not wanted

    def _kin(self, own: Sequence[tuple[int, str]], name: str) -> frozenset[str]:
        group = self._groups[name]
        return frozenset(other for _, other in own if self._groups[other] == group)

    def leaving(self, own: Sequence[tuple[int, str]], before: frozenset[str]) -> frozenset[str]:
        """Topics in force after a clause: those of the kind that it named last."""
        return self._kin(own, own[-1][1]) if own else before

    def at(self, own: Sequence[tuple[int, str]], before: frozenset[str], position: int) -> frozenset[str]:
        """Topics in force at a position of a clause: of its last topic before it, else of its first after it."""
        if not own:
            return before
        i = bisect_right([start for start, _ in own], position) - 1
        return self._kin(own, own[max(i, 0)][1])


def is_heading(text: str) -> bool:
    """Whether a paragraph is a heading: short, without a full stop and without a comma."""
    return len(text) <= _HEADING and not any(mark in text.rstrip("。") for mark in "。，；")
