"""Where lists begin: behind a word such as 其中, a colon or a bracket, or right behind their total."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.dataclass import dataclass, field
from checker.statements.quantities import Quantity
from checker.statements.rows import Row, by_semicolon, totals_before, words_of
from checker.statements.total_last import INTROS

_EARLIER = frozenset(["@last", "@past", "last_year"])
_MOST_TOTALS = 8  # numbers before a list that may be its total, the nearest


@dataclass(slots=True)
class Listed:
    """A list being gathered: where it begins, the totals it may have (the nearest last), and its parts.

    nested: whether its parts stand at the semicolons, each with what it was divided into behind it.
    counts: the parts and the counts between them that are none. apart: whether one that is none was met; skipped:
    whether a part came after it. far: whether words stand between the totals and the list. mixed: whether it has
    counts of other measure words.
    """

    intro: str
    word: str
    begin: int
    totals: list[Quantity]
    parts: list[tuple[Quantity, str, int, int]] = field(default_factory=list)
    counts: list[Decimal] = field(default_factory=list)
    far: bool = False
    etc: bool = False
    channels: int = 0
    rest: bool = False
    apart: bool = False
    skipped: bool = False
    mixed: bool = False
    nested: bool = False


def opening_of(row: Row, i: int, seen: Sequence[Quantity]) -> Listed | None:
    """The list that begins in clause i, with its totals, or None."""
    reading, text = row.readings[i], row.text
    clause = reading.clause
    for name in INTROS if reading.has(*INTROS) else ():
        for start, end, mark in reading.marks:
            if mark != name or _of_percents(clause.quantities, end):
                continue
            own = [q for q in reading.counts if q.end <= start]
            if not own and any(name in _EARLIER and at <= start for _, at, name in reading.marks):
                continue  # figures of the year before, beside those of this one (2022年分别为3个和2个)
            totals = [*seen[-_MOST_TOTALS:], *own]
            if not totals and clause.frame and clause.parent is not None:
                totals = [q for q in clause.parent.quantities if q.end <= clause.start and q.unit not in ("%", "")][-1:]
            told_before = not totals and not clause.frame and not seen
            if told_before:
                totals = totals_before(row, i, start)
            if totals:
                far = told_before and not (row.next_to and i == 0)
                nested = by_semicolon(row, i, totals, marked=False)
                return Listed(name, text[start:end], start, totals, far=far, nested=nested)
    touched = _touched(clause.parent.quantities, clause.start - 1) if i == 0 and clause.parent is not None else None
    if touched is not None:
        nested = by_semicolon(row, 0, [touched], marked=True)
        return Listed("bracket", "", clause.start, [touched], nested=nested)
    previous = row.readings[i - 1] if i else None
    if previous is not None and seen and previous.clause.quantities and not row.readings[i - 1].has("parts"):
        own = [q for q in previous.counts if row.text.endswith(row.words["parts_tail"], q.end, previous.clause.end)]
        if own:
            return Listed("parts_open", "", clause.start, own)
    if clause.cut == ":" and i and seen and row.readings[i - 1].clause.quantities:
        last = row.readings[i - 1].clause.quantities[-1]
        if last in seen and last.end >= row.readings[i - 1].clause.end - 3:
            totals = list(seen[-_MOST_TOTALS:])
            nested = by_semicolon(row, i, totals, marked=True, colon=True)
            return Listed("colon", "", clause.start, totals, nested=nested)
    return _unannounced(row, i, seen)


def _of_percents(quantities: Sequence[Quantity], start: int) -> bool:
    """Whether the first number behind a word that begins a list is a percentage (占比依次为60%和40%)."""
    return next((q.unit == "%" for q in quantities if q.start >= start), False)


def _unannounced(row: Row, i: int, seen: Sequence[Quantity]) -> Listed | None:
    """A list that no word begins: counts by way or by time, one after the other, right behind their total
    (卖出9个，网上6个，店里3个; 上半年4个，下半年5个)."""
    if not 0 < i < len(row.readings) - 1:
        return None
    before, first, second = (reading.counts for reading in row.readings[i - 1 : i + 2])
    if not before or len(first) != 1 or len(second) != 1 or max(first[0].value, second[0].value) > before[-1].value:
        return None
    told, parts = (words_of(row, each) for each in ([i - 1], [i, i + 1]))
    if any(verb in parts and verb not in told for verb in row.words["compared_verb"]):
        return None  # what was done of them in other ways (卖出9个，网上发出6个，店里取走5个)
    for name in ("channel", "part_span"):
        if [reading.has(name) for reading in row.readings[i - 1 : i + 2]] == [False, True, True]:
            return Listed("unannounced", "", row.readings[i].clause.start, list(seen[-_MOST_TOTALS:]))
    return None


def _touched(quantities: Sequence[Quantity], bracket: int) -> Quantity | None:
    return next((q for q in quantities if q.end == bracket and q.unit not in ("%", "")), None)
