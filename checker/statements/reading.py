"""Clause by clause: topics in force, lines fulfilled, numbers given to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.hints import TypeAlias
from checker.statements.assign import Assigner
from checker.statements.carry import carried, left_over
from checker.statements.clauses import Clause
from checker.statements.finder import Hit
from checker.statements.folding import Passage
from checker.statements.labels import Grammar, Label, Line, Reading
from checker.statements.quantities import Quantity
from checker.statements.told_shares import wholes
from checker.statements.topics import NONE, Topics
from checker.statements.uncounted import uncounted
from checker.statements.words import Words

Mark: TypeAlias = tuple[int, int, str]  # a word of the reader's own: where it stands, and its kind
_Own: TypeAlias = tuple[list[tuple[int, str]], list[str]]  # topics that a clause speaks of, and that it mentions
_NO_OWN: _Own = [], []


class _State:
    """What is remembered from clause to clause of a line.

    topics: those before the line. frames: bracket -> topics in force in it. told: the last topics that some
    statement asks for. tells: whether any line may be fulfilled. last: bracket -> the clause read last. named:
    sentence -> topics it named so far. spoken_of: those that the sentence speaks of outside brackets. rivals:
    sentence -> topics that it names anywhere and nothing is said `after`. known: topics that lines are said
    `after`, where they have been found for the place. counted: whether the sentence has a number. counts:
    statements of the last count of the sentence. spoken: whether any topic was named. barred: statements that a
    `never` line stops in the sentence.
    """

    def __init__(self, topics: frozenset[str], *, tells: bool) -> None:
        self.topics, self.frames, self.told, self.tells = topics, {0: topics}, topics, tells
        self.last: dict[int, Reading] = {}
        self.named: dict[int, set[str]] = {}
        self.spoken_of: list[str] = []
        self.rivals: dict[int, set[str]] = {}
        self.known: frozenset[str] | None = None
        self.sentence = 0
        self.counted = self.spoken = False
        self.counts: frozenset[str] = NONE
        self.barred: set[str] = set()


class ReadLine:
    """The clauses of a line as read.

    leaving: topics in force after it. last: topics it named last, be they of other things (a heading means them).
    spoken: whether it named a topic itself.
    """

    __slots__ = ("last", "leaving", "readings", "spoken")

    def __init__(
        self, readings: list[Reading], leaving: frozenset[str], last: frozenset[str], *, spoken: bool = False
    ) -> None:
        self.readings, self.leaving, self.last, self.spoken = readings, leaving, last, spoken


class ClauseReader:
    """Reads the clauses of a line."""

    def __init__(self, grammar: Grammar, topics: Topics, assigner: Assigner, words: Words) -> None:
        self._grammar, self._topics, self._assigner, self._words = grammar, topics, assigner, words

    def read(
        self,
        passage: Passage,
        clauses: Sequence[Clause],
        topics: frozenset[str],
        months: Sequence[tuple[int, int]] = (),
        *,
        tells: bool = True,
    ) -> ReadLine:
        """Read the clauses in order.

        topics: those in force before the line. months: where months stand in it. tells: whether its words may fulfil
        a line.
        """
        state, text = _State(topics, tells=tells), passage.text
        spans = [at for at in months if self._words.month_alone(text, *at)]
        marks: list[list[Mark]] = []
        owns: list[_Own] = []
        for clause in clauses:
            telling = [hit for hit in clause.hits if hit[2].tells]
            found = self._marks(clause, telling, text, spans) if telling or spans else []
            spoken, mentioned = own = self._own(clause, telling, found, text) if telling else _NO_OWN
            marks.append(found)
            owns.append(own)
            if spoken or mentioned:
                rivals = self._topics.rivals({*mentioned, *[name for _, name in spoken]})
                if rivals:
                    state.rivals.setdefault(clause.sentence, set()).update(rivals)
        self._topics.by_brackets(clauses, owns)
        readings = [self._read_clause(passage, clauses, i, marks[i], owns[i], state) for i in range(len(clauses))]
        return ReadLine(readings, self._settled(state), state.frames[0], spoken=state.spoken)

    def _settled(self, state: _State) -> frozenset[str]:
        """Topics at the end of a sentence: words of other things in a sentence without a number change no topic."""
        now = state.frames[0]
        if len(state.spoken_of) > 1:
            now = self._topics.between_sentences(now, state.spoken_of)
        return state.told if not state.counted and self._topics.foreign(now) else now

    def _own(self, clause: Clause, hits: Sequence[Hit], marks: Sequence[Mark], text: str) -> _Own:
        hits = [hit for hit in hits if not self._words.compared_with(text, hit[0])] if marks else hits
        aside = min([start for start, _, name in marks if name == "aside"], default=clause.end) if marks else clause.end
        return self._topics.own(clause, hits, aside, text, self._words.small)

    def _read_clause(
        self, passage: Passage, clauses: Sequence[Clause], i: int, marks: list[Mark], own: _Own, state: _State
    ) -> Reading:
        clause, text = clauses[i], passage.text
        frame, (spoken, mentioned) = clause.frame, own
        if clause.sentence != state.sentence:
            state.frames[0] = self._settled(state)
            state.sentence, state.counted, state.counts, state.known = clause.sentence, False, NONE, None
            state.spoken_of.clear()
            state.barred.clear()
        if clause.quantities:
            state.counted = True
        if frame not in state.frames:
            state.frames[frame] = state.frames[clause.parent.frame] if clause.parent else state.topics
        if spoken or mentioned:
            state.named.setdefault(clause.sentence, set()).update(mentioned, [name for _, name in spoken])
            state.known = None
        labels = self._labels(passage, clauses, i, marks, spoken, state) if clause.hits and state.tells else []
        reading = Reading(clause, labels, marks)
        before = state.last.get(frame)
        if before is not None and before.clause.sentence != clause.sentence:
            before = None
        if clause.quantities:
            self._count(reading, before, clauses, i, text)
        elif before is not None:
            if before.says:
                self._assigner.answer(reading, before, text)
            kept = carried(reading, before, text, self._grammar.statements, self._words) if reading.says else None
            if kept is not None:
                reading.given[kept[0]] = [kept[1]]
        if reading.given:
            state.counts = frozenset([x.pattern.statement for x in list(reading.given.values())[-1]])
        if spoken:
            state.spoken = True
            state.frames[frame] = leaving = self._topics.leaving(spoken)
            state.spoken_of += [name for _, name in spoken] if not frame else []
            if not frame and not self._topics.foreign(leaving):
                state.told = leaving
        state.last[frame] = reading
        return reading

    def _count(
        self,
        reading: Reading,
        before: Reading | None,
        clauses: Sequence[Clause],
        i: int,
        text: str,
    ) -> None:
        """Give the numbers of clause i to its labels."""
        clause = reading.clause
        if reading.says:
            reading.following = self._following(clauses, i, text)
            reading.inner = self._inner(clauses, i, text)
        none = reading.uncounted
        if reading.marks:
            none.update(uncounted(reading, before, text, self._words))
            none = none.union(wholes(reading, text, self._words)) if reading.has("share") else none
        reading.counts = [q for q in clause.quantities if q.unit not in ("%", "") and q not in none]
        coming = self._coming(clauses, i, text) if reading.has("respectively") else ()
        self._assigner.assign(reading, before, coming, text)

    def _labels(
        self,
        passage: Passage,
        clauses: Sequence[Clause],
        i: int,
        marks: Sequence[Mark],
        spoken: Sequence[tuple[int, str]],
        state: _State,
    ) -> list[Label]:
        """The lines fulfilled in clause i whose conditions hold, without those that a `not` line stops."""
        clause, topics, section = clauses[i], self._topics, passage.section
        before = state.frames[clause.frame]
        anywhere = topics.anywhere(spoken, before)

        def may(line: Line) -> bool:
            if line.about and not topics.may_hold(line.about, anywhere):
                return False
            if line.sections and section not in line.sections:
                return False
            if line.behind and state.counts.isdisjoint(line.behind):
                return False
            return not line.after or topics.holds(line.after, self._known(clause.sentence, state))

        numbers = (
            bool(clause.quantities)
            or (bool(marks) and any(name == "without" for _, _, name in marks))
            or self._answered(clauses, i, passage.text)
            or left_over(state.last.get(clause.frame)) is not None
        )
        labels = self._grammar.labels(clause, passage.text, numbers=numbers, may=may)
        labels = [x for x in labels if not (x.pattern.doubted and self._unmeant(x, clause, passage.text))]
        if not labels:
            return labels
        if len(anywhere) > 1:
            labels = [x for x in labels if topics.holds(x.pattern.about, topics.at(spoken, before, x.last_start))]
        state.barred.update([x.pattern.statement for x in labels if x.pattern.kind == "never"])
        stopped = {x.pattern.statement for x in labels if x.pattern.kind == "not"} | state.barred
        return [x for x in labels if x.pattern.kind not in ("not", "never") and x.pattern.statement not in stopped]

    def _unmeant(self, label: Label, clause: Clause, text: str) -> bool:
        """Whether a word that a line must lack stands between the number before it and its end, or the word for
        nothing with which it ends begins another (退货零投诉)."""
        words = self._words
        if label.pattern.kind == "none" and text[label.last_start : label.end] in words["bare_nothing"]:
            rest = clause.between(text, label.end, clause.end)
            if not words.small(rest) and not rest.startswith(words["together"]):
                return True
        if not label.pattern.lacking:
            return False
        start = max([q.end for q in clause.quantities if q.end <= label.start], default=clause.start)
        return words.any_of(label.pattern.lacking, clause.between(text, start, label.end))

    def _known(self, sentence: int, state: _State) -> frozenset[str]:
        """Topics that lines may be said `after` in a sentence, as far as it is read."""
        if state.known is None:
            named = [state.named[near] for near in (sentence, sentence - 1) if near in state.named]
            state.known = state.topics.union(*map(self._topics.lasting, named), state.rivals.get(sentence, NONE))
        return state.known

    def _marks(self, clause: Clause, hits: Sequence[Hit], text: str, months: Sequence[tuple[int, int]]) -> list[Mark]:
        """The reader's words in a clause; a word within a longer one is not meant (增 in 新增)."""
        marks: list[Mark] = []
        reached = -1
        for start, end, sense in hits:
            names = sense.marks
            if names and (end > reached or (marks and marks[-1][:2] == (start, end))):
                if "@past" in names or "@last" in names or "@this" in names:
                    names = self._words.over_years(text, start, end, names)
                marks += [(start, end, name) for name in names]
                reached = max(reached, end)
        if not months:
            return marks
        within = [(*at, "part_span") for at in months if clause.start <= at[0] < clause.end]
        return sorted([*marks, *within], key=_at) if within else marks

    def _inner(self, clauses: Sequence[Clause], i: int, text: str) -> list[tuple[int, frozenset[str]]]:
        """Where the clauses in brackets of clause i stand, with the statements that their words name."""
        if not clauses[i].holes:
            return []
        inside = [c for c in clauses[i + 1 : i + 1 + 4 * len(clauses[i].holes)] if c.parent is clauses[i]][:16]
        return [
            (c.start, frozenset(x.pattern.statement for x in self._grammar.labels(c, text, numbers=True)))
            for c in inside
        ]

    def _following(self, clauses: Sequence[Clause], i: int, text: str) -> Mapping[str, frozenset[str]]:
        """By family, the statements that clause i + 1 names, if it goes on with it (、) and has no number."""
        after = clauses[i + 1] if i + 1 < len(clauses) else None
        if after is None or after.cut != "、" or after.quantities or not clauses[i].quantities:
            return {}
        return self._grammar.by_family(after, text)

    def _answered(self, clauses: Sequence[Clause], i: int, text: str) -> bool:
        """Whether the clause after clause i may give it its number: it has one, or is a word for nothing."""
        for clause in clauses[i + 1 : i + 6]:
            if clause.frame == clauses[i].frame:
                return bool(clause.quantities) or self._words.nothing(text[clause.start : clause.end])
        return False

    def _coming(self, clauses: Sequence[Clause], i: int, text: str) -> list[Quantity]:
        """Numbers of the clauses after clause i that begin with one."""
        found: list[Quantity] = []
        for clause in clauses[i + 1 : i + 9]:
            if clause.frame != clauses[i].frame or clause.cut not in "、，" or not clause.quantities:
                break
            if not self._words.small(text[clause.start : clause.quantities[0].start]):
                break
            found += [q for q in clause.quantities if q.unit != "%"]
        return found


def _at(mark: Mark) -> tuple[int, int]:
    return mark[:2]
