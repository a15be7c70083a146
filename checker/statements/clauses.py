"""Prose cut into clauses: at commas and stops, at 、 beside a number, and at brackets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from checker.dataclass import dataclass, field
from checker.expressions import compiled
from checker.statements.finder import Hit
from checker.statements.quantities import Quantity

_CUT = compiled(r"[，；:。\n、()]")
_MOST_CLAUSES = 600  # read in a line: no prose has more
_MOST_HITS = 240  # a clause with more words of statements is no clause, and says nothing
_LONGEST_BRACKET = 600  # characters: a longer one has lost its closing mark


@dataclass(slots=True)
class Clause:
    """A clause. start, end: its span, brackets in it included. cut: the mark before it. parent: the clause around its
    bracket. sentence: number of its sentence in the paragraph. frame: number of its bracket, 0 outside brackets.
    quantities, hits: those of its own, without its brackets'. holes: spans of brackets in it."""

    start: int
    end: int
    cut: str
    sentence: int
    frame: int
    parent: Clause | None = None
    quantities: list[Quantity] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    holes: list[tuple[int, int]] = field(default_factory=list)

    def between(self, text: str, start: int, end: int) -> str:
        """The clause's own words from start to end, brackets left out."""
        if not self.holes:
            return text[start:end]
        kept, at = "", start
        for first, last in self.holes[bisect_left(self.holes, (start, 0)) :]:
            if first >= end:
                break
            kept += text[at : max(at, first)]
            at = max(at, last)
        return kept + text[at:end]


@dataclass(slots=True)
class _Frame:
    number: int
    clause: Clause


def cut(text: str, quantities: Sequence[Quantity], hits: Sequence[Hit], glued: Collection[int] = ()) -> list[Clause]:
    """The clauses of a plain text in the order in which they begin, each with its own quantities and hits.

    glued: where a word stands that begins a list (其中): a sentence that begins so goes on with the one before it.
    """
    pairs = _brackets(text)
    starts = [q.start for q in quantities]
    clauses: list[Clause] = []
    sentence = frames = 0

    def begin(start: int, mark: str, frame: int, parent: Clause | None) -> Clause:
        clause = Clause(start, len(text), mark, sentence, frame, parent)
        clauses.append(clause)
        return clause

    stack = [_Frame(0, begin(0, "", 0, None))]
    for match in _CUT.finditer(text):
        if len(clauses) > _MOST_CLAUSES:
            break
        mark, at = match.group(), match.start()
        top = stack[-1]
        if mark == "(":
            if at in pairs:
                frames += 1
                stack.append(_Frame(frames, begin(at + 1, "(", frames, top.clause)))
        elif mark == ")":
            if at in pairs and len(stack) > 1:
                top.clause.end = at
                stack.pop()
                stack[-1].clause.holes.append((pairs[at], at + 1))
        elif mark == "、" and not _beside_number(top.clause, at, quantities, starts):
            continue
        else:
            top.clause.end = at
            if mark in "。\n" and len(stack) == 1 and at + 1 not in glued:
                sentence += 1
            top.clause = begin(at + 1, mark, top.number, top.clause.parent)
    _give(text, clauses, quantities, hits)
    for clause in clauses:
        if len(clause.hits) > _MOST_HITS:
            clause.hits.clear()
    return [c for c in clauses if c.end > c.start]


def _brackets(text: str) -> dict[int, int]:
    """Position of each bracket that has its other half within reach -> position of the other half."""
    pairs: dict[int, int] = {}
    if "(" not in text:
        return pairs
    open_at: list[int] = []
    for match in re.finditer(r"[()\n]", text):
        if match.group() == "(":
            open_at.append(match.start())
        elif match.group() == "\n":
            open_at.clear()
        elif open_at:
            start = open_at.pop()
            if match.start() - start <= _LONGEST_BRACKET and len(open_at) < 4:
                pairs[start], pairs[match.start()] = match.start(), start
    return pairs


def _beside_number(clause: Clause, at: int, quantities: Sequence[Quantity], starts: Sequence[int]) -> bool:
    """Whether the clause already holds a number before the mark at `at`, or one begins right after it."""
    after = bisect_left(starts, at + 1)
    if after < len(starts) and starts[after] == at + 1:
        return True
    last = after - 1
    if last < 0 or quantities[last].start < clause.start:
        return False
    return any(
        not _within(quantities[i], clause) for i in range(last, max(-1, last - 8), -1) if starts[i] >= clause.start
    )


def _within(quantity: Quantity, clause: Clause) -> bool:
    return any(first <= quantity.start < last for first, last in clause.holes[-8:])  # the nearest are enough


def _give(text: str, clauses: Sequence[Clause], quantities: Sequence[Quantity], hits: Sequence[Hit]) -> None:
    """Each quantity and hit to the innermost clause that holds it. Clauses stand in the order of their starts."""
    starts = [c.start for c in clauses]
    for quantity in quantities:
        if (
            not quantity.unit
            and text[quantity.start - 1 : quantity.start] == "("
            and text[quantity.end : quantity.end + 1] == ")"
        ):
            continue  # (1) is the number of an item
        clause = _owner(clauses, starts, quantity.start)
        if clause is not None:
            clause.quantities.append(quantity)
    for hit in hits:
        clause = _owner(clauses, starts, hit.start)
        if clause is not None and hit.end <= clause.end:
            clause.hits.append(hit)


def _owner(clauses: Sequence[Clause], starts: Sequence[int], at: int) -> Clause | None:
    i = bisect_right(starts, at) - 1
    while i >= 0:
        clause = clauses[i]
        if clause.start <= at < clause.end:
            return clause
        if clause.parent is None:
            return None
        i = bisect_right(starts, clause.parent.start) - 1
    return None
