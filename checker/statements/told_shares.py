"""Percentages with the counts they belong to, and what their own words say they are of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.statements.labels import Reading
from checker.statements.quantities import Quantity
from checker.statements.words import Words

_SUBJECT = 6  # characters of the shortest subject of a percentage that is told from a name of its count
_NAME = 2  # characters by which a percentage names a count again
_MOST = 8  # clauses over which percentages told one after the other go on


class ToldShare:
    """A percentage with its count. counts: what it may be the percentage of, the likeliest first. whole: the count that
    the words right before it say it is of (占50件的). named: whether they name something without a count."""

    __slots__ = ("count", "counts", "end", "named", "percent", "start", "whole")

    def __init__(
        self,
        count: Quantity,
        counts: Sequence[Decimal],
        percent: Quantity,
        span: tuple[int, int],
        whole: Quantity | None = None,
        named: bool = False,
    ) -> None:
        self.count, self.counts, self.percent, self.whole, self.named = count, counts, percent, whole, named
        self.start, self.end = span


def wholes(reading: Reading, text: str, words: Words) -> list[Quantity]:
    """The counts of a clause that say of what a percentage is (占50件的60%): they are told again, and none of their
    own."""
    if not reading.has("share"):
        return []
    found: list[Quantity] = []
    for quantity, percent in zip(reading.clause.quantities, reading.clause.quantities[1:], strict=False):
        counted = quantity.unit not in ("", "%") and percent.unit == "%"
        if (
            counted
            and reading.before(quantity.start, "share")
            and _of(reading, quantity.end, percent.start, text, words)
        ):
            found.append(quantity)
    return found


def whole_of(
    reading: Reading, percent: Quantity, readings: Sequence[Reading], text: str, words: Words
) -> Quantity | None:
    """The count that a percentage of a clause is said to be of, in the clause or in a bracket right behind its name."""
    own = [q for q in wholes(reading, text, words) if q.end <= percent.start]
    if own:
        return own[-1]
    for inner in readings if reading.clause.holes else ():
        clause = inner.clause
        if clause.parent is reading.clause and clause.end < percent.start and reading.before(clause.start, "share"):
            told = [q for q in clause.quantities if q.unit not in ("", "%")]
            if len(told) == 1 and _of(reading, clause.end, percent.start, text, words):
                return told[0]
    return None


def names_whole(reading: Reading, percent: Quantity, text: str, words: Words) -> bool:
    """Whether the words between a word of sharing and a percentage name what it is of (占办结总数的60%)."""
    ends = [end for _, end, name in reading.marks if name in ("share", "respectively") and end <= percent.start]
    between = reading.clause.between(text, max(ends), percent.start) if ends else ""
    return between.endswith(words["of"]) and not words.small(between)


def of_its_own(reading: Reading, count: Quantity, percent: Quantity, text: str, words: Words) -> bool:
    """Whether a percentage has a subject of its own, which the count before its clause is none of (买梨12个，老顾客自带
    篮子的比例达83%)."""
    clause = reading.clause
    if count.end > clause.start:
        return False
    start = min([at for at, _, name in reading.marks if name == "share" and at < percent.start], default=clause.start)
    head = clause.between(text, clause.start, start)
    if len(head) < _SUBJECT or words.small(head) or reading.has("parts", "parts_open"):
        return False
    if head.endswith((*words["parts_tail"], *words["about_before"])) or any(x in head for x in words["taken_together"]):
        return False
    stop = max(text.rfind(mark, 0, count.start) for mark in "，；。:")
    return head not in text[stop + 1 : count.start]


def in_order(readings: Sequence[Reading], i: int, text: str, words: Words) -> list[ToldShare]:
    """Percentages told one after the other (占比分别为60%、40%), each of its count before them, in order.

    Nothing where it is not sure which count is whose: a list with more counts than percentages, or of two sentences.
    """
    clause = readings[i].clause
    percents: list[tuple[Quantity, Reading]] = []
    for reading in [each for each in readings[i:] if each.clause.frame == clause.frame][:_MOST]:
        found = [q for q in reading.clause.quantities if q.unit == "%"]
        if not found or (percents and len(found) < len(reading.clause.quantities)):
            break
        percents += [(q, reading) for q in found]
    if len(percents) < 2:
        return []
    first = percents[0][0]
    whole = whole_of(readings[i], first, readings, text, words)
    named = whole is None and names_whole(readings[i], first, text, words)
    counts = _counts(readings[: i + 1], clause.frame, first, whole)
    if not counts and clause.parent is not None:
        counts = _counts(readings[:i], clause.parent.frame, first, whole)
    own = counts[-len(percents) :]
    if own and own[0][1].clause.sentence != clause.sentence and not _goes_on(readings[i], text, words):
        return []  # kinds that have no counts, behind a sentence about others
    if len(own) < len(percents) or len({(q.unit, r.clause.sentence) for q, r in own}) > 1:
        return []
    if len(counts) > len(own) and own[0][1].clause.cut == "、" and counts[-len(own) - 1][0].unit == own[0][0].unit:
        return []
    return [
        ToldShare(count, [count.value], percent, (reading.clause.start, reading.clause.end), whole, named)
        for (count, _), (percent, reading) in zip(own, percents, strict=True)
    ]


def _goes_on(reading: Reading, text: str, words: Words) -> bool:
    """Whether a clause has no subject of its own before its word of sharing."""
    start = min(
        [at for at, _, name in reading.marks if name in ("share", "respectively")], default=reading.clause.start
    )
    return words.small(reading.clause.between(text, reading.clause.start, start))


def counted_as(
    readings: Sequence[Reading], reading: Reading, count: Quantity, percent: Quantity, text: str, words: Words
) -> Quantity:
    """The count that a percentage names again (红的6个，绿的4个，红色占60%), or the one right before it."""
    clause = reading.clause
    start = min([at for at, _, name in reading.marks if name == "share" and at < percent.start], default=clause.start)
    name = clause.between(text, clause.start, start)[:_NAME]
    if count.end > clause.start or len(name) < _NAME or words.small(name):
        return count
    named = [
        r.counts[0]
        for r in readings
        if r.clause.sentence == clause.sentence
        and r.clause.frame == clause.frame
        and r.clause.start < clause.start
        and len(r.counts) == 1
        and name in r.clause.between(text, r.clause.start, r.counts[0].start)
    ]
    return named[-1] if named and named[-1].unit == count.unit else count


def _counts(
    readings: Sequence[Reading], frame: int, percent: Quantity, whole: Quantity | None
) -> list[tuple[Quantity, Reading]]:
    """The counts of a frame before a percentage, with their clauses."""
    return [
        (q, reading)
        for reading in readings
        if reading.clause.frame == frame
        for q in reading.counts
        if q.end <= percent.start and q is not whole
    ]


def _of(reading: Reading, start: int, end: int, text: str, words: Words) -> bool:
    """Whether a word such as 的 stands right before a percentage, and no more than a noun before that."""
    return reading.clause.between(text, start, end).endswith(words["of"])
