"""Labels: where the lines of statements are fulfilled within a clause, and the clause as read with them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter, itemgetter

from checker.hints import Any
from checker.statements.clauses import Clause
from checker.statements.finder import Hit
from checker.statements.pack import NUMBERED, Index
from checker.statements.quantities import Quantity

_MOST_WIDE = 16  # literals that overlap: of more, those that have ended are left out


class Line:
    """A line of a statement as the index tells it; see Pattern. steps: its slots but the first, each with its gap.
    doubted: whether other words of its clause may show that it is not meant."""

    __slots__ = (
        "about", "after", "anchored", "behind", "doubted", "kind", "lacking", "leading", "of", "readings", "sections",
        "slots", "statement", "steps", "strong", "unless",
    )  # fmt: skip

    def __init__(self, told: Sequence[Any]) -> None:
        self.statement, self.kind, self.strong, self.anchored, self.leading, *lists = told
        self.slots, gaps, self.about, self.of, self.readings, *conditions = map(tuple, lists)
        self.sections, self.after, self.behind, self.unless, self.lacking = conditions
        self.doubted = self.kind == "none" or bool(self.lacking)
        self.steps = tuple(zip(self.slots[1:], gaps, strict=True))


class Label:
    """A line fulfilled: its span in the text, and the span of its first and of its last group."""

    __slots__ = ("end", "first_end", "last_start", "pattern", "start")

    def __init__(self, pattern: Line, start: int, end: int, first_end: int, last_start: int) -> None:
        self.pattern, self.start, self.end, self.first_end, self.last_start = pattern, start, end, first_end, last_start


_NO_KINDS: frozenset[str] = frozenset()
_NO_FAMILIES: Mapping[str, frozenset[str]] = {}


class Reading:
    """A clause as read. labels: lines fulfilled whose topics are in force; says: those that want a number. given:
    number -> labels it was given to. used: labels that have a number. marks: the reader's words in it, (start, end,
    name); kinds: their names. uncounted: numbers that are changes, not counts; counts: the others that have a measure
    word, percentages apart. nothing: labels of the clause before
    that this clause answers with "none". inner: its brackets, with the statements named in each. following: by family,
    the statements that the next clause names, if it is joined to this one by 、 and has no number."""

    __slots__ = (
        "clause", "counts", "following", "given", "inner", "kinds", "labels", "marks", "nothing", "says", "uncounted",
        "used",
    )  # fmt: skip

    def __init__(self, clause: Clause, labels: list[Label], marks: list[tuple[int, int, str]]) -> None:
        self.clause, self.labels, self.marks = clause, labels, marks
        self.kinds = frozenset([name for _, _, name in marks]) if marks else _NO_KINDS
        self.says = [label for label in labels if label.pattern.kind == "says"] if labels else []
        self.given: dict[Quantity, list[Label]] = {}
        self.used: set[int] = set()
        self.uncounted: set[Quantity] = set()
        self.counts: Sequence[Quantity] = ()
        self.nothing: Sequence[Label] = ()
        self.inner: Sequence[tuple[int, frozenset[str]]] = ()
        self.following = _NO_FAMILIES

    def has(self, *names: str) -> bool:
        """Whether one of the reader's words of these kinds stands in the clause."""
        return bool(self.kinds) and not self.kinds.isdisjoint(names)

    def before(self, position: int, *names: str) -> bool:
        """Whether one of these words ends at or before a position."""
        return any(end <= position and name in names for _, end, name in self.marks)

    def free(self, label: Label) -> bool:
        """Whether the label has no number yet."""
        return id(label) not in self.used


class _BySlot:
    """Lines by one of their slots, each with the other slots that it has. met: those of the slots asked for so far."""

    __slots__ = ("_kept", "met", "slots")

    def __init__(self, kept: Sequence[Any]) -> None:
        self._kept = dict[int, list[tuple[int, list[int]]]](kept)
        self.met: dict[int, list[tuple[int, frozenset[int]]]] = {}
        self.slots = frozenset(self._kept)

    def of(self, slot: int) -> list[tuple[int, frozenset[int]]]:
        """The lines of a slot that is met for the first time."""
        lines = self.met[slot] = [(number, frozenset(more)) for number, more in self._kept[slot]]
        return lines


class Grammar:
    """The patterns of a pack by their first group, and the families of its slots: what competes for the same words."""

    def __init__(self, index: Index, small: Callable[[str], bool]) -> None:
        self._small = small
        self._rows = index.patterns
        self._all = _BySlot(index.lines)
        self._told = _BySlot(index.told)
        self._stops = _BySlot(index.stops)
        self._lines: list[Line | None] = [None] * len(index.patterns)
        self.statements = {name: Told(name, *row) for name, row in index.statements.items()}
        self._shadows = [frozenset(shadowing) for shadowing in index.shadows]

    def labels(
        self, clause: Clause, text: str, *, numbers: bool, may: Callable[[Line], bool] | None = None
    ) -> list[Label]:
        """All lines fulfilled in the clause, in the order of their first words.

        numbers: whether lines that want a number are looked for, too. may: whether a line counts in the clause at all;
        if it is given, `not` lines are left out that have nothing to stop there.
        """
        present = _slots(clause.hits)
        possible = self._complete(self._all if numbers else self._told, present)
        if may is None:
            possible += self._complete(self._stops, present)
        elif possible:
            possible = [line for line in possible if may(line)]
            if possible:
                said = {line.statement for line in possible}
                possible += [x for x in self._complete(self._stops, present) if x.statement in said and may(x)]
        if not possible:
            return []
        if len(possible) > 1:  # of those that begin and end together, too, the order is that of their first slots
            rank = {slot: i for i, slot in enumerate(present)}
            possible.sort(key=lambda line: rank[line.slots[0]])
        by_slot = self._living(clause.hits, {slot for line in possible for slot in line.slots})
        found: list[Label] = []
        for line in possible:
            for hit in by_slot.get(line.slots[0], ()):
                label = self._follow(line, hit, by_slot, clause, text)
                if label is not None:
                    found.append(label)
        if len(found) > 1:
            found.sort(key=_span)
        return found

    def may_tell(self, hits: Sequence[Hit], section: str, topics: frozenset[str], *, numbers: bool) -> bool:
        """Whether the words of a text may fulfil a line, all in one clause or not.

        section: the part of the report. topics: all that lines may be `about` in it. numbers: whether it has any.
        """
        present = _slots(hits)
        lines = self._all if numbers else self._told
        for slot in lines.slots & present:
            for number, more in lines.met.get(slot) or lines.of(slot):
                if more <= present:
                    line = self._lines[number] or self._line(number)
                    here = not line.sections or section in line.sections
                    if here and line.kind != "never" and not (line.about and topics.isdisjoint(line.about)):
                        return True
        return False

    def _complete(self, lines: _BySlot, present: set[int]) -> list[Line]:
        """Those of the lines all of whose slots are present, in the order of the files."""
        found = [
            number
            for slot in lines.slots & present
            for number, more in lines.met.get(slot) or lines.of(slot)
            if more <= present
        ]
        if len(found) > 1:
            found.sort()
        return [self._lines[number] or self._line(number) for number in found]

    def _line(self, number: int) -> Line:
        line = self._lines[number] = Line(self._rows[number])
        return line

    def by_family(self, clause: Clause, text: str) -> dict[str, frozenset[str]]:
        """The statements that want a number of the clause, by family."""
        named: dict[str, set[str]] = {}
        for label in self.labels(clause, text, numbers=True):
            if label.pattern.kind == "says":
                name = label.pattern.statement
                named.setdefault(self.statements[name].family, set()).add(name)
        return {family: frozenset(names) for family, names in named.items()}

    def _living(self, hits: Sequence[Hit], wanted: set[int]) -> dict[int, list[Hit]]:
        """Hits of the wanted slots, without those inside a longer literal of another statement of the family: that one
        is meant."""
        by_slot: dict[int, list[Hit]] = {}
        wide: list[tuple[int, int, Sequence[int]]] = []  # hits that may hold others, with the kin of their slots
        reached = -1
        for hit in hits:
            start, end, sense = hit
            slots, kins = sense.lines, sense.kins
            if not slots:
                continue
            if start >= reached:
                wide = []
            elif end <= reached or len(wide) > _MOST_WIDE:
                if len(wide) > _MOST_WIDE:
                    wide = [each for each in wide if each[1] > start]
                for first, last, held in wide:
                    if end <= last and last - first > end - start:
                        living = [i for i, kin in enumerate(kins) if self._shadows[kin].isdisjoint(held)]
                        if len(living) < len(kins):
                            slots, kins = tuple([slots[i] for i in living]), tuple([kins[i] for i in living])
            for slot in wanted.intersection(slots):
                if slot not in by_slot:
                    by_slot[slot] = [hit]
                elif by_slot[slot][-1][1] < end:
                    by_slot[slot].append(hit)
            if end - start > 1 and slots:
                wide.append((start, end, kins))
                reached = max(reached, end)
        return by_slot

    def _follow(
        self, pattern: Line, hit: Hit, by_slot: dict[int, list[Hit]], clause: Clause, text: str
    ) -> Label | None:
        last = hit
        for slot, gap in pattern.steps:
            choices = by_slot.get(slot)
            if not choices:
                return None
            i = bisect_left(choices, last[1], key=_start)
            if i == len(choices):
                return None
            between = clause.between(text, last[1], choices[i][0])
            if gap < 0:
                if gap == NUMBERED:
                    between = _unnumbered(clause, last[1], choices[i][0], text)
                if not self._small(between):
                    return None
            elif len(between) > gap:
                return None
            while i + 1 < len(choices) and choices[i + 1][0] < choices[i][1]:
                i += 1  # one noun that two literals share
            last = choices[i]
        if pattern.anchored and not self._small(text[clause.start : hit[0]]):
            return None
        return Label(pattern, hit[0], last[1], hit[1], last[0])


def _slots(hits: Sequence[Hit]) -> set[int]:
    """The slots of lines that the hits fill."""
    return set().union(*[hit[2].lines for hit in hits])


class Told:
    """What reading asks of a statement; see Statement."""

    __slots__ = ("adds", "apart", "beside", "family", "fuses", "name", "some", "units")

    def __init__(self, name: str, family: str, units: Sequence[str], *flags: bool) -> None:
        self.name, self.family, self.units = name, family, frozenset(units)
        self.adds, self.apart, self.fuses, self.beside, self.some = flags


def _unnumbered(clause: Clause, start: int, end: int, text: str) -> str:
    """The clause's own words from start to end, numbers left out (买12件大衣 is 买大衣 with its number inside)."""
    kept, at = "", start
    for quantity in clause.quantities:
        if start <= quantity.start and quantity.end <= end:
            kept, at = kept + clause.between(text, at, quantity.start), quantity.end
    return kept + clause.between(text, at, end)


_start = itemgetter(0)
_span = attrgetter("start", "end")
