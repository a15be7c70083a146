"""What a clause speaks of: its own words, else those of clauses, sentences and headings before it, else its section."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from checker.statements.clauses import Clause

NONE: frozenset[str] = frozenset()
_MOST_HELD = 5_000  # answers kept: topics are few, and so are the sets of them that are in force together
_HEADING_ENDS = frozenset("。，；")
_HEADING = 40  # characters: a paragraph without a full stop, or a first sentence, that is no longer may be a heading


class Topics:
    """Finds the topics of clauses, by what an index keeps of them."""

    def __init__(self, kept: Mapping[str, Any]) -> None:
        self._groups: Mapping[str, str] = kept["groups"]
        self._defaults = {section: frozenset(names) for section, names in kept["defaults"].items()}
        # They end no other topic: what is named there is only asked for by `after`.
        self._mentions = frozenset(kept["mentions"])
        self._lasting = frozenset(kept["lasting"])
        self._foreign = frozenset(kept["foreign"])  # no statement asks for them: they only end others
        self._held: dict[tuple[tuple[str, ...], frozenset[str]], bool] = {}

    def default(self, section: str) -> frozenset[str]:
        """The topics of a section where no words say otherwise."""
        return self._defaults.get(section, NONE)

    def own(self, clause: Clause, aside: int, text: str, small: Callable[[str], bool]) -> list[tuple[int, str]]:
        """Topics that the clause names, with where; a shorter word within a longer one is not meant.

        aside: where a word such as 涉及 stands. What it brings up is not spoken of, nor is what comes after the last
        number, unless it is the thing counted (12个苹果) or a statement asks for it.
        """
        found: list[tuple[int, str]] = []
        reached = -1
        for start, end, sense in clause.hits:
            if not sense.topics:
                continue
            spoken = []
            for name in sense.topics:
                if name in self._mentions:
                    found.append((start, name))
                else:
                    spoken.append(name)
            if spoken and end > reached:
                reached = end
                last = clause.quantities[-1].end if clause.quantities else clause.end
                away = start >= aside or (start > last and not small(text[last:start]))
                if not away:
                    found += [(start, name) for name in spoken]
                elif clause.quantities:
                    found += [(start, name) for name in spoken if name not in self._foreign]
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
        if not wanted:
            return True
        held = self._held.get((wanted, current))
        if held is None:
            if len(self._held) > _MOST_HELD:
                self._held.clear()
            held = self._held[wanted, current] = any(self._holds(name, current) for name in wanted)
        return held

    def _holds(self, name: str, current: frozenset[str]) -> bool:
        only = name.removeprefix("only ")
        return only in current and (
            only == name or not any(t != only and self._groups[t] == self._groups[only] for t in current)
        )

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

    def anywhere(self, own: Sequence[tuple[int, str]], before: frozenset[str]) -> tuple[frozenset[str], ...]:
        """What may be in force at one position of a clause or another."""
        own = self._spoken(own)
        if not own:
            return (before,)
        kin = [self._kin(own, name) for name in dict.fromkeys([name for _, name in own])]
        return tuple(dict.fromkeys([before, *kin] if own[0][1] in self._foreign else kin))


def is_heading(text: str) -> bool:
    """Whether a paragraph is a heading: short, without a full stop and without a comma."""
    return len(text) <= _HEADING and not _HEADING_ENDS.intersection(text.rstrip("。"))
