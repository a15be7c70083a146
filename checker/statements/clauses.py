"""Prose cut into clauses: at commas and stops, at 、 beside a number, and at brackets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from checker.expressions import compiled
from checker.statements.finder import Hit
from checker.statements.quantities import Quantity

_CUT = compiled(r"[，；:。\n、()]")
_CUT_WITHOUT_NUMBERS = compiled(r"[，；:。\n()]")
_MOST_CLAUSES = 600  # read in a line: no prose has more
_MOST_HITS = 240  # a clause with more words of statements is no clause, and says nothing
_LONGEST_BRACKET = 600  # characters: a longer one has lost its closing mark


class Clause:
    """A clause. start, end: its span, brackets in it included. cut: the mark before it. parent: the clause around its
    bracket. sentence: number of its sentence in the paragraph. frame: number of its bracket, 0 outside brackets.
    quantities, hits: those of its own, without its brackets'. holes: spans of brackets in it."""

    __slots__ = ("cut", "end", "frame", "hits", "holes", "parent", "quantities", "sentence", "start")

    def __init__(self, start: int, end: int, cut: str, sentence: int, frame: int, parent: Clause | None) -> None:
        self.start, self.end, self.cut, self.sentence, self.frame, self.parent = (
            start,
            end,
            cut,
            sentence,
            frame,
            parent,
        )
        self.quantities: list[Quantity] = []
        self.hits: list[Hit] = []
        self.holes: list[tuple[int, int]] = []

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


def cut(text: str, quantities: Sequence[Quantity], hits: list[Hit], gluing: tuple[str, ...] = ()) -> list[Clause]:
    """The clauses of a plain text in the order in which they begin, each with its own quantities and hits.

    gluing: words that begin a list (其中): a sentence that begins so goes on with the one before it.
    """
    pairs = _brackets(text)
    starts = [q.start for q in quantities]
    sentence = frames = 0
    top = Clause(0, len(text), "", 0, 0, None)
    clauses = [top]
    around: list[Clause] = []  # the clauses that the bracket being read stands in, the innermost last
    for match in (_CUT if starts else _CUT_WITHOUT_NUMBERS).finditer(text):
        mark, at = match.group(), match.start()
        if mark == "、" and not _beside_number(top, at, quantities, starts):
            continue
        if len(clauses) > _MOST_CLAUSES:
            break
        if mark == "(":
            if at in pairs:
                frames += 1
                around.append(top)
                top = Clause(at + 1, len(text), "(", sentence, frames, top)
                clauses.append(top)
        elif mark == ")":
            if at in pairs and around:
                top.end = at
                top = around.pop()
                top.holes.append((pairs[at], at + 1))
        else:
            top.end = at
            if mark in "。\n" and not around and not text.startswith(gluing, at + 1):
                sentence += 1
            top = Clause(at + 1, len(text), mark, sentence, top.frame, top.parent)
            clauses.append(top)
    _give(text, clauses, quantities, hits)
    for clause in clauses:
        if len(clause.hits) > _MOST_HITS:
            clause.hits.clear()
    return [c for c in clauses if c.end > c.start]


def pieces(text: str) -> list[str]:
    """A text parted at each mark that may cut it: every clause is one of these or several."""
    return _CUT.split(text)


def _brackets(text: str) -> dict[int, int]:
    """Position of each bracket that has its other half within reach -> position of the other half."""
    pairs: dict[int, int] = {}
    if "(" not in text:
        return pairs
    open_at: list[int] = []
    for match in compiled(r"[()\n]").finditer(text):
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


def _give(text: str, clauses: Sequence[Clause], quantities: Sequence[Quantity], hits: list[Hit]) -> None:
    """Each quantity and hit to the innermost clause that holds it. Clauses stand in the order of their starts."""
    starts = [c.start for c in clauses]
    for quantity in quantities:
        if (
            not quantity.unit
            and text[quantity.start - 1 : quantity.start] == "("
            and text[quantity.end : quantity.end + 1] == ")"
        ):
            continue  # (1) is the number of an item
        clause = _owner(clauses, bisect_right(starts, quantity.start) - 1, quantity.start, starts)
        if clause is not None:
            clause.quantities.append(quantity)
    if len(clauses) == 1 or not hits:
        clauses[0].hits = hits
        return
    places = list(map(_start, hits))
    if clauses[-1].frame or any(c.holes for c in clauses):
        for hit in hits:
            clause = _owner(clauses, bisect_right(starts, hit[0]) - 1, hit[0], starts)
            if clause is not None and hit[1] <= clause.end:
                clause.hits.append(hit)
        return
    for clause in clauses:
        own = hits[bisect_left(places, clause.start) : bisect_left(places, clause.end)]
        if own:
            clause.hits = own if max(map(_end, own)) <= clause.end else [hit for hit in own if hit[1] <= clause.end]


def _owner(clauses: Sequence[Clause], i: int, at: int, starts: Sequence[int]) -> Clause | None:
    """The innermost clause around a position; clause i is the last that begins before it."""
    while i >= 0:
        clause = clauses[i]
        if clause.start <= at < clause.end:
            return clause
        if clause.parent is None:
            return None
        i = bisect_right(starts, clause.parent.start) - 1
    return None


_start, _end = itemgetter(0), itemgetter(1)
