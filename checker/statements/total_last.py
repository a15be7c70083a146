"""Sentences that name their total last (苹果100个，梨26个，共计126个)."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import pairwise

from checker.hints import TypeAlias
from checker.statements.folding import BLOT, Passage
from checker.statements.labels import Reading
from checker.statements.model import Enumeration, Part
from checker.statements.quantities import ZERO, Quantity
from checker.statements.words import Words

# Counts that are totals of their own wherever they stand, with what they are of.
Apart: TypeAlias = Mapping[Quantity, frozenset[str]]

INTROS = ("parts_closed", "parts_complete", "parts_open", "parts")


def total_last(
    row: Sequence[Reading], apart: Apart, sums: Container[Quantity], passage: Passage, words: Words
) -> Enumeration | None:
    """The enumeration of such a sentence, or of what stands behind its last semicolon; None if it is none.

    sums: counts that are sums of those before them, and no parts.
    """
    begin = max((i for i, reading in enumerate(row) if reading.clause.cut == "；"), default=0)
    if sum(len(reading.counts) for reading in row[begin:]) > 1:
        row = row[begin:]  # the total of what stands behind the last semicolon
    elif any(q for r in row[:-1] for q in r.counts if passage.text[r.clause.start : q.start] in words["summed"]):
        return None  # totals of its own before it
    counted = [(quantity, reading) for reading in row for quantity in reading.counts if quantity not in sums]
    if len(counted) < 3 or any(reading.has(*INTROS) for reading in row):
        return None
    total, last = counted[-1]
    before = passage.text[last.clause.start : total.start]
    if not _sums_up(before, words) or any(q.unit != total.unit for q, _ in counted):
        return None
    if not _of_one_kind([apart[q] for q, _ in counted[:-1] if q in apart]):
        return None
    parts = counted[:-1]
    place = passage.place(parts[0][1].clause.start, last.clause.end)
    return Enumeration(
        total.value,
        sum((q.value for q, _ in parts), ZERO),
        total.step,
        tuple(_part(q, reading, passage) for q, reading in parts),
        total.unit,
        False,
        True,
        False,
        sum(reading.has("channel") for _, reading in parts) >= 2,
        False,
        all(q.exact for q, _ in counted),
        before,
        place,
    )


def totals_last(
    row: Sequence[Reading], apart: Apart, sums: Container[Quantity], passage: Passage, words: Words
) -> list[Enumeration]:
    """Those of a sentence: its last, and those before a semicolon whose sum is right (a wrong one may sum up less)."""
    found: list[Enumeration] = []
    begins = [0, *[i for i, reading in enumerate(row) if i and reading.clause.cut == "；"]]
    for begin, end in pairwise(begins):
        made = total_last(row[begin:end], apart, sums, passage, words)
        found += [made] if made is not None and made.sum == made.total else []
    last = total_last(row, apart, sums, passage, words)
    return [*found, *([last] if last is not None else [])]


def _sums_up(before: str, words: Words) -> bool:
    """Whether the words before the last number say that it is the sum (全年共计)."""
    said = max((word for word in words["summed"] if before.endswith(word)), key=len, default=None)
    return said is not None and words.small(before.removesuffix(said))


def _of_one_kind(told: Sequence[frozenset[str]]) -> bool:
    """Whether all these counts are of one statement: what was received and what was handled is not added up."""
    return not told or bool(frozenset.intersection(*told))


def _part(quantity: Quantity, reading: Reading, passage: Passage) -> Part:
    clause = reading.clause
    label = clause.between(passage.text, clause.start, quantity.start).strip(":，、" + BLOT)
    return Part(label, quantity.value, passage.place(clause.start, clause.end))
