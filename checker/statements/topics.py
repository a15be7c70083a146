"""What a clause speaks of: its own words, else those of clauses, sentences and headings before it, else its section."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from operator import itemgetter

from checker.hints import Any
from checker.statements.clauses import Clause
from checker.statements.finder import Hit, Sense

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

    def own(
        self, clause: Clause, hits: Sequence[Hit], aside: int, text: str, small: Callable[[str], bool]
    ) -> tuple[list[tuple[int, str]], list[str]]:
        """Topics that the clause speaks of, with where, and those that it mentions.

        A shorter word within a longer one is not meant. hits: those of its words that may be topics. aside: where a
        word such as 涉及 stands. What it brings up is not spoken of, nor is what comes after the last number, unless it
        is the thing counted (12个苹果) or a statement asks for it.
        """
        spoken: list[tuple[int, str]] = []
        mentioned: list[str] = []
        reached = -1
        for start, end, sense in hits:
            names = sense.topics
            if not names:
                continue
            if not self._mentions.isdisjoint(names):
                mentioned += [name for name in names if name in self._mentions]
                names = [name for name in names if name not in self._mentions]
            if names and end > reached:
                reached = end
                last = clause.quantities[-1].end if clause.quantities else clause.end
                away = start >= aside or (start > last and not small(text[last:start]))
                if not away:
                    spoken += [(start, name) for name in names]
                elif clause.quantities:
                    spoken += [(start, name) for name in names if name not in self._foreign]
        return spoken, mentioned

    def by_brackets(self, clauses: Sequence[Clause], owns: list[tuple[list[tuple[int, str]], list[str]]]) -> None:
        """Let a clause that speaks of nothing speak of what the bracket right behind its number parts it by
        (卖出9件（苹果5件、梨4件）). owns: topics that each clause speaks of, and that it mentions."""
        if not any(clause.frame for clause in clauses):
            return
        named: dict[int, list[str]] = {}  # by bracket
        for clause, (spoken, _) in zip(clauses, owns, strict=True):
            if clause.frame and spoken and clause.quantities:
                named.setdefault(clause.frame, []).append(spoken[-1][1])
        for clause in clauses:
            names = dict.fromkeys(named.get(clause.frame, ()))
            if clause.cut != "(" or clause.parent is None or len(names) < 2 or len({*map(self._groups.get, names)}) > 1:
                continue
            at = clauses.index(clause.parent)
            if not owns[at][0] and any(q.end == clause.start - 1 for q in clause.parent.quantities):
                owns[at] = [(clause.parent.start, name) for name in names], owns[at][1]

    def near(self, topics: frozenset[str], senses: Sequence[Sense]) -> frozenset[str]:
        """All that lines may be `about` in a text, with or without "only", by the topics before it and its words."""
        names = topics.union(*[sense.topics for sense in senses])
        return names.union([f"{how} {name}" for name in names for how in ("only", "along")])

    def rivals(self, names: Collection[str]) -> frozenset[str]:
        """Of these topics those that nothing is said `after`: they only stop what is said `after only` their kin."""
        return frozenset(names) - self._lasting

    def lasting(self, names: Collection[str]) -> frozenset[str]:
        """Of these topics those that something is said `after`."""
        return self._lasting.intersection(names)

    def holds(self, wanted: tuple[str, ...], current: frozenset[str]) -> bool:
        """Whether one of the wanted topics is in force; "only NAME": alone of its group, "along NAME": with another."""
        if not wanted:
            return True
        held = self._held.get((wanted, current))
        if held is None:
            if len(self._held) > _MOST_HELD:
                self._held.clear()
            held = self._held[wanted, current] = any(self._holds(name, current) for name in wanted)
        return held

    def may_hold(self, wanted: tuple[str, ...], anywhere: Sequence[frozenset[str]]) -> bool:
        """Whether one of the wanted topics is in force in one of several places."""
        for current in anywhere:  # noqa: SIM110 - any() takes twice the time, and this is asked of every line
            if self.holds(wanted, current):
                return True
        return False

    def _holds(self, name: str, current: frozenset[str]) -> bool:
        how, _, bare = name.rpartition(" ")
        if bare not in current:
            return False
        others = bool(how) and any(t != bare and self._groups[t] == self._groups[bare] for t in current)
        return not how or others == (how == "along")

    def _kin(self, spoken: Sequence[tuple[int, str]], name: str) -> frozenset[str]:
        group = self._groups[name]
        return frozenset([other for _, other in spoken if self._groups[other] == group])

    def foreign(self, topics: frozenset[str]) -> bool:
        """Whether only topics that no statement asks for are in force."""
        return bool(topics) and topics <= self._foreign

    def leaving(self, spoken: Sequence[tuple[int, str]]) -> frozenset[str]:
        """Topics in force after a clause that speaks of some: those of the kind that it named last."""
        return self._kin(spoken, spoken[-1][1])

    def between_sentences(self, leaving: frozenset[str], named: Sequence[str]) -> frozenset[str]:
        """Topics in force for a sentence that names none: all of their group that the one before spoke of.

        leaving: those in force at its end. named: those it spoke of (苹果9个，梨6个。卖出3个: of both).
        """
        groups = {self._groups[name] for name in leaving}
        return leaving.union([name for name in named if self._groups[name] in groups]) if len(groups) == 1 else leaving

    def at(self, spoken: Sequence[tuple[int, str]], before: frozenset[str], position: int) -> frozenset[str]:
        """Topics in force at a position of a clause: of its last topic before it, else of its first after it."""
        if not spoken:
            return before
        i = bisect_right(spoken, position, key=_start) - 1
        if i < 0 and spoken[0][1] in self._foreign:
            return before
        return self._kin(spoken, spoken[max(i, 0)][1])

    def anywhere(self, spoken: Sequence[tuple[int, str]], before: frozenset[str]) -> tuple[frozenset[str], ...]:
        """What may be in force at one position of a clause or another."""
        if not spoken:
            return (before,)
        kin = [self._kin(spoken, name) for name in dict.fromkeys([name for _, name in spoken])]
        return tuple(dict.fromkeys([before, *kin] if spoken[0][1] in self._foreign else kin))


_start = itemgetter(0)


def is_heading(text: str) -> bool:
    """Whether a paragraph is a heading: short, without a full stop and without a comma."""
    return len(text) <= _HEADING and not _HEADING_ENDS.intersection(text.rstrip("。"))
