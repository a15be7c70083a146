"""Figures told again and again: behind 其中, the same of one part after the other (北店买2件、卖1件；南店…)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.statements.labels import Reading

_LEAST = 2  # statements that each part gives, and parts that give them


def told_again(readings: Sequence[Reading]) -> frozenset[int]:
    """The places of the clauses that tell of parts, each between two semicolons and with the same statements."""
    again: set[int] = set()
    for run in _runs(readings):
        told = [_told(readings, part) for part in run]
        for (first, names), (second, others) in pairwise(zip(run, told, strict=True)):
            if len(names & others) >= _LEAST:
                again.update(first, second)
    return frozenset(again)


def _told(readings: Sequence[Reading], part: Sequence[int]) -> frozenset[str]:
    given = [labels for i in part for labels in readings[i].given.values()]
    return frozenset([label.pattern.statement for labels in given for label in labels])


def _runs(readings: Sequence[Reading]) -> Iterator[list[list[int]]]:
    """The clauses of each sentence from a word that begins a list on, by place, parted at the semicolons."""
    parts: list[list[int]] = []
    sentence, opened = -1, False
    for i, reading in enumerate(readings):
        clause = reading.clause
        if clause.frame:
            continue
        if clause.sentence != sentence:
            if len(parts) >= _LEAST:
                yield parts
            parts, sentence, opened = [], clause.sentence, False
        if not opened and reading.has("parts", "parts_open"):
            parts, opened = [[]], True
        if opened and clause.cut == "；" and parts[-1]:
            parts.append([])
        if opened:
            parts[-1].append(i)
    if len(parts) >= _LEAST:
        yield parts
