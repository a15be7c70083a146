"""Clauses whose counts are said to be left out of what the report counts (卖出梨3个，不计入本店)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.statements.labels import Reading
from checker.statements.words import Words


def left_out(readings: Sequence[Reading], words: Words, text: str) -> Sequence[bool]:
    """For each clause whether its counts are left out: it says so itself, or one behind it without a count does.

    Of counts joined by 、 all are left out; words for all (均不计入) leave out those since the last semicolon.
    """
    result = [False] * len(readings)
    for i, reading in enumerate(readings):
        if not reading.has("left_out"):
            continue
        clause = reading.clause
        result[i] = True
        every = text.startswith(words["in_all"], clause.start)
        counted = bool(reading.counts)
        for k in range(i - 1, -1, -1):
            near = readings[k].clause
            if near.frame != clause.frame or near.sentence != clause.sentence or _ended(readings[k + 1]):
                break
            if counted and readings[k + 1].clause.cut != "、" and not every:
                break
            result[k] = True
            counted = counted or bool(readings[k].counts)
    return result


def _ended(after: Reading) -> bool:
    """Whether a clause begins anew, so that nothing is said of what stands before it."""
    return after.clause.cut == "；" or after.has("outside")
