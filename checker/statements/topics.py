"""What a clause speaks of: its own words, else those of clauses, sentences and headings before it, else its section."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence

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
        about = {name.removeprefix("only ") for p in pack.patterns for name in p.about}
        asked = {name for p in pack.patterns for name in p.after}
        after = {name.removeprefix("only ") for name in asked}
        rivals = {self._groups[name.removeprefix("only ")] for name in asked if name.startswith("only ")}
        named = after | {name for name, group in self._groups.items() if group in rivals}
        self._mentions = named - about  # they end no other topic: what is named there is only asked for by `after`
        self._lasting = frozenset(after)
        self._foreign = frozenset(self._groups) - about - named  # no statement asks for them: they only end others

    def default(self, section: str) -> frozenset[str]:
        """The topics of a section where no words say otherwise."""
        return frozenset(self._defaults.get(section, ()))

    def own(self, clause: Clause, aside: int, text: str, small: Callable[[str], bool]) -> list[tuple[int, str]]:
        """Topics that the clause names, with where; a shorter word within a longer one is not meant.

        aside: where a word such as 涉及 stands. What it brings up is not spoken of, nor is what comes after the last
        number, unless it is the thing counted (12个苹果) or a statement asks for it.
        """
        found: list[tuple[int, str]] = []
        end = -1
        last = clause.quantities[-1].end if clause.quantities else clause.end
        for hit in clause.hits:
            if self._by_slot.keys().isdisjoint(hit.slots):
                continue
            names = [name for slot in hit.slots for name in self._by_slot.get(slot, ())]
            found += [(hit.start, name) for name in names if name in self._mentions]
            spoken = [name for name in names if name not in self._mentions]
            if spoken and hit.end > end:
                end = hit.end
                away = hit.start >= aside or (hit.start > last and not small(text[last : hit.start]))
                if not away:
                    found += [(hit.start, name) for name in spoken]
                elif clause.quantities:
                    found += [(hit.start, name) for name in spoken if name not in self._foreign]
        return found

    def rivals(self, names: Collection[str]) -> frozenset[str]:
        """Of these topics those that nothing is said `after`: they only stop what is said `after only` their kin."""
        return frozenset(names) - self._lasting

    def lasting(self, names: Collection[str]) -> frozenset[str]:
        """Of these topics those that something is said `after`."""
        return self._lasting.intersection(names)

    def _spoken(self, own: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
        return [(start, name) for start, name in own if name not in self._mentions]

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

    def speaks(self, own: Sequence[tuple[int, str]]) -> bool:
        """Whether a clause names a topic, mentions apart."""
        return bool(self._spoken(own))

    def foreign(self, topics: frozenset[str]) -> bool:
        """Whether only topics that no statement asks for are in force."""
        return bool(topics) and topics <= self._foreign

    def leaving(self, own: Sequence[tuple[int, str]], before: frozenset[str]) -> frozenset[str]:
        """Topics in force after a clause: those of the kind that it named last."""
        own = self._spoken(own)
        return self._kin(own, own[-1][1]) if own else before

    def at(self, own: Sequence[tuple[int, str]], before: frozenset[str], position: int) -> frozenset[str]:
        """Topics in force at a position of a clause: of its last topic before it, else of its first after it."""
        own = self._spoken(own)
        if not own:
            return before
        i = bisect_right([start for start, _ in own], position) - 1
        if i < 0 and own[0][1] in self._foreign:
            return before
        return self._kin(own, own[max(i, 0)][1])


def is_heading(text: str) -> bool:
    """Whether a paragraph is a heading: short, without a full stop and without a comma."""
    return len(text) <= _HEADING and not any(mark in text.rstrip("。") for mark in "。，；")
