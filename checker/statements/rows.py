"""Clauses of one sentence in one bracket, and the totals that a sentence before it told."""

from __future__ import annotations

from collections.abc import Container, Sequence

from checker.dataclass import dataclass
from checker.statements.folding import BLOT
from checker.statements.labels import Reading
from checker.statements.partitions import fits_one
from checker.statements.quantities import ZERO, Quantity
from checker.statements.words import Words

_LONGEST_LIST = 24  # clauses
SENTENCES_BACK = 2  # how far back the total of a list may be told: past a sentence without numbers


@dataclass(frozen=True, slots=True)
class Row:
    """Clauses of one sentence in one bracket.

    before: those of the last sentence before that has numbers. wholes: the counts of all sentences before, and those
    that they divide, without their parts. next_to: whether it stands right before. sums: counts that are sums of those
    before them, and no parts.
    """

    readings: Sequence[Reading]
    before: Sequence[Reading]
    wholes: Sequence[Quantity]
    next_to: bool
    text: str
    words: Words
    sums: Container[Quantity] = ()


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
    if any(role in subject for role in row.words["party_role"]):
        return []  # of some only: those that stand so to another (以北店为卖家的)
    if row.next_to and i == 0:
        if subject.startswith(row.words["view_from"]):
            return list(row.wholes) or totals  # another view of the whole (从大小看，大的6个)
        return totals if len(subject) < 3 or _alike(subject, told) else []
    near = range(i, min(i + 3, len(row.readings)))
    head, parts = row.text[last.end : start], [row.readings[k].clause for k in near if row.readings[k].counts]
    done = [verb for verb in row.words["compared_verb"] if verb in told and verb in head]
    again = any(verb in words_of(row, near) for verb in done) or (
        bool(done) and all(row.text[part.start : part.start + 2] in head for part in parts)
    )
    return totals if again and len(parts) > 1 else []


def by_semicolon(row: Row, i: int, totals: Sequence[Quantity], *, marked: bool, colon: bool = False) -> bool:
    """Whether the parts of a list that begins in clause i stand at its semicolons, each with what it was divided into.

    One of their first counts is made up by those behind it, and all of them make up a total; in a list that its marks
    hold together (9个（红的5个，3个卖出，2个留下；绿的…）) one of the two is enough; behind a colon only the first
    may be divided, and neither the counts before the first semicolon nor all together make up a total.
    """
    near = row.readings[i : i + _LONGEST_LIST]
    if not any(reading.clause.cut == "；" for reading in near):
        return False
    units = {total.unit for total in totals}
    groups: list[list[Quantity]] = []
    for reading in near:
        if reading.clause.cut == "；" or not groups:
            groups.append([])
        groups[-1] += [q for q in reading.counts if q.unit in units and q not in totals]
    told = [group for group in groups if group]
    if len(told) < 2 or all(len(group) == 1 for group in told):
        return False
    if colon and any(
        fits_one([q.value for q in some], totals) for some in (told[0], [q for each in told for q in each])
    ):
        return False
    firsts = sum([group[0].value for group in told], ZERO)
    near_groups = told[:1] if colon else told
    divided = any(0 < group[0].value == sum([q.value for q in group[1:]], ZERO) for group in near_groups)
    whole = any(firsts == total.value for total in totals)
    return (whole or divided) if marked else (whole and divided)


def is_rest(row: Row, reading: Reading, quantity: Quantity, begin: int) -> bool:
    """Whether a part is all that is left (其余9个, 李子和其他水果9个), not something with such a word in it (与其他商店
    合卖9个)."""
    text, words = row.text, row.words
    for start, end, name in reading.marks:
        if name == "rest" and begin <= start <= quantity.end + 1 and not reading.before(start, "aside"):
            head = text[max(begin, quantity.end if start >= quantity.end else begin) : start].lstrip("(" + BLOT)
            tail = text[end : quantity.start]
            if not words.joins_on(head):
                return words.small(head)
            return words.small(tail) or not (words.small(head) or tail.endswith(words["of"]))
    return False


def _alike(subject: str, other: str) -> bool:
    pairs = {subject[i : i + 2] for i in range(len(subject) - 1)}
    return sum(pair in other for pair in pairs) * 2 >= len(pairs)
