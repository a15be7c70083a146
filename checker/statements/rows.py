"""Clauses of one sentence in one bracket, and the totals that a sentence before it told."""

from __future__ import annotations

from collections.abc import Sequence

from checker.dataclass import dataclass
from checker.statements.labels import Reading
from checker.statements.quantities import Quantity

SENTENCES_BACK = 2  # how far back the total of a list may be told: past a sentence without numbers


@dataclass(frozen=True, slots=True)
class Row:
    """Clauses of one sentence in one bracket.

    before: those of the last sentence before that has numbers. next_to: whether it stands right before. views: words
    such as 从 that begin a view on a total named before. tails: words such as 中 that end a clause whose number is the
    total of what follows. verbs: what is done with counts.
    """

    readings: Sequence[Reading]
    before: Sequence[Reading]
    next_to: bool
    text: str
    views: tuple[str, ...]
    tails: tuple[str, ...]
    verbs: tuple[str, ...]


def words_of(row: Row, places: Sequence[int]) -> str:
    """The words of a row from the first to the last of some of its clauses."""
    clauses = [row.readings[i].clause for i in places]
    return row.text[clauses[0].start : clauses[-1].end]


def totals_before(row: Row, i: int, start: int) -> list[Quantity]:
    """Totals told before the sentence of a list that begins in its clause i, if the list speaks of them.

    Right behind them it may have no subject of its own, or the same one. Further on, what was done with the total must
    be spoken of between, and again with the parts, or these be named there (卖出9个。卖法有两种，其中网上卖出6个，
    店里卖出3个).
    """
    totals = [q for reading in row.before for q in reading.counts]
    if not totals:
        return []
    first, last = row.before[0].clause, row.before[-1].clause
    told, subject = row.text[first.start : last.end], row.text[row.readings[0].clause.start : start]
    if row.next_to and i == 0:
        return totals if len(subject) < 3 or subject.startswith(row.views) or _alike(subject, told) else []
    near = range(i, min(i + 3, len(row.readings)))
    head, parts = row.text[last.end : start], [row.readings[k].clause for k in near if row.readings[k].counts]
    done = [verb for verb in row.verbs if verb in told and verb in head]
    again = any(verb in words_of(row, near) for verb in done) or (
        bool(done) and all(row.text[part.start : part.start + 2] in head for part in parts)
    )
    return totals if again and len(parts) > 1 else []


def _alike(subject: str, other: str) -> bool:
    pairs = {subject[i : i + 2] for i in range(len(subject) - 1)}
    return sum(pair in other for pair in pairs) * 2 >= len(pairs)
