"""Which year and which span of it a number speaks of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.hints import TypeAlias
from checker.statements.labels import Reading

# How many years from the report's own (-2: more than one before, 1: later), and year, part, total or plan, as in Claim
When: TypeAlias = tuple[int, str]

_NOW: When = (0, "year")
_SHIFTS = {"@past": -2, "@last": -1, "@this": 0, "@next": 1, "last_year": -1, "this_year": 0}
SPANS = {"part_span": "part", "over_years": "total", "plan": "plan"}
MARKS = frozenset(_SHIFTS) | frozenset(SPANS)


def _moved(when: When, mark: str) -> When:
    """The time after a word of that kind."""
    if mark in _SHIFTS:
        return _SHIFTS[mark], "plan" if mark == "@next" else "year"
    return when[0], SPANS[mark]


def times(readings: Sequence[Reading], small: Callable[[str], bool], text: str) -> list[When]:
    """The time in force at the beginning of each clause. small: whether a text is made of small words alone."""
    result: list[When] = []
    running, sentence = _NOW, -1
    frames: dict[int, When] = {}
    for reading in readings:
        clause = reading.clause
        if clause.sentence != sentence:
            running, sentence, frames = _NOW, clause.sentence, {}
        if clause.frame and clause.frame not in frames:
            frames[clause.frame] = running
        result.append(frames.get(clause.frame, running) if clause.frame else running)
        if clause.frame or not reading.marks or reading.has("compare"):
            continue
        for start, end, name in reading.marks:
            if name in MARKS and not _consumed(reading, start) and _tells(reading, (start, end, name), small, text):
                running = _moved(running, name)
    return result


def _tells(reading: Reading, mark: tuple[int, int, str], small: Callable[[str], bool], text: str) -> bool:
    """Whether a word of time sets the time of the clauses after its own.

    A year does at the beginning of a clause that states a number, or standing alone (2022年，); not as a part of the
    words of a clause (按照2022年图纸). A span (上半年, 以来) does anywhere.
    """
    start, end, name = mark
    if name in SPANS:
        return True
    clause = reading.clause
    if not small(text[clause.start : start]):
        return False
    return bool(clause.quantities) or clause.end - end <= 6


def _consumed(reading: Reading, position: int) -> bool:
    """Whether the words at a position are part of a label (上年余下), and so tell nothing of the time."""
    return any(label.start <= position < label.end for label in reading.labels if label.pattern.kind != "flag")


def when_at(reading: Reading, when: When, position: int) -> When:
    """The time in force at a position of a clause, at whose beginning `when` is."""
    for start, end, name in reading.marks:
        if name in MARKS and end <= position and not _consumed(reading, start):
            when = _moved(when, name)
    return when
