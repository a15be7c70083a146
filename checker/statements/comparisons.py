"""Percentages: counts with their share of another (8件，占66.7%)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.statements.bases import fits, likeliest_first, neighbours
from checker.statements.folding import Passage
from checker.statements.labels import Reading
from checker.statements.model import Enumeration, Share
from checker.statements.quantities import ZERO, Quantity
from checker.statements.told_shares import ToldShare, counted_as, in_order, names_whole, of_its_own, whole_of, wholes
from checker.statements.words import Words

_VOICES = 4  # shares before and behind one that tell its base
_RUN = 8  # counts before a share that it may be of, alone or as the sum of neighbours
_WHOLE, _NEAR_WHOLE = Decimal(100), Decimal(10)  # percentages that add up to this are of one whole, one of them wrong


class _Shared:
    """value: what several shares are of together (a single one is no share of itself), else 0. whole: whether they add
    up to 100%. others: those around one, with it."""

    __slots__ = ("others", "value", "whole")

    def __init__(self, value: Decimal, whole: bool, others: Sequence[ToldShare]) -> None:
        self.value, self.whole, self.others = value, whole, others


def read_shares(
    readings: Sequence[Reading], lists: Sequence[Enumeration], passage: Passage, words: Words
) -> list[Share]:
    """All shares of a line. A percentage without a word of sharing (占, 占比) is a rate, and none."""
    found: list[ToldShare] = []
    counts: list[Quantity] = []
    last: dict[int, Reading] = {}
    bare = [reading for reading in readings if _only_percent(reading, passage.text)]
    for i, reading in enumerate(readings):
        clause = reading.clause
        counted = _counted(clause.quantities, passage.text, words)
        counts += [q for q in counted if q.unit != "%" and q not in reading.uncounted]
        ordered = reading.has("respectively")
        if ordered and reading.has("share") and not _of_more(passage.text, clause.start, clause.end, words):
            found += in_order(readings, i, passage.text, words)
        for percent in () if ordered else clause.quantities:
            told = reading.before(percent.start, "share") and not reading.has("compare")
            if percent.unit == "%" and (told or (reading in bare and len(bare) > 1)):
                whole = whole_of(reading, percent, readings, passage.text, words)
                again = wholes(reading, passage.text, words)
                count = _count(percent, reading, [q for q in counted if q not in again], last.get(clause.frame))
                if count is not None and (
                    of_its_own(reading, count, percent, passage.text, words)
                    or (again and count.end <= clause.start and not _begins(reading, passage.text, words))
                ):
                    continue  # 其中苹果占50件的60%: the count before is none of apples
                if count is not None:
                    count = counted_as(readings, reading, count, percent, passage.text, words)
                if count is not None and not _of_more(passage.text, clause.start, percent.start, words):
                    summed = _summed(passage.text, max(clause.start, count.end), percent.start, words)
                    run = _sums(counts, count) if summed else [count.value]
                    named = whole is None and names_whole(reading, percent, passage.text, words)
                    found.append(ToldShare(count, run, percent, (clause.start, clause.end), whole, named))
        last[clause.frame] = reading
    off = abs(sum((told.percent.value for told in found), ZERO) - _WHOLE)
    value = sum((told.count.value for told in found), ZERO) if len(found) > 1 and off <= _NEAR_WHOLE else ZERO
    shares: list[Share] = []
    for i, share in enumerate(found):
        shared = _Shared(value, off <= 1, found[max(0, i - _VOICES) : i + 1 + _VOICES])
        shares += _share(share, counts, shared, lists, passage)
    return shares


def _begins(reading: Reading, text: str, words: Words) -> bool:
    """Whether a clause begins with a word of sharing: it goes on about the count before it."""
    start = min(start for start, _, name in reading.marks if name == "share")
    return words.small(reading.clause.between(text, reading.clause.start, start))


def _only_percent(reading: Reading, text: str) -> bool:
    """Whether a bracket holds a percentage alone, right behind a count: 8件（66.7%）. Two are shares, one a rate."""
    clause = reading.clause
    if clause.parent is None or len(clause.quantities) != 1 or clause.quantities[0].unit != "%":
        return False
    touched = any(q.end == clause.start - 1 and q.unit not in ("%", "") for q in clause.parent.quantities)
    return touched and clause.quantities[0].start == clause.start and clause.quantities[0].end == clause.end


def _counted(quantities: Sequence[Quantity], text: str, words: Words) -> list[Quantity]:
    """The counts of things: 两项 in 两项合计 counts the counts."""
    together = words["taken_together"]
    return [q for q in quantities if q.unit and (q.arabic or not text.startswith(together, q.start))]


def _count(percent: Quantity, reading: Reading, counted: Sequence[Quantity], before: Reading | None) -> Quantity | None:
    """The count that a percentage belongs to: in its clause, in the clause before, or right before its bracket."""
    own = [q for q in counted if q.end <= percent.start]
    if own:
        return own[-1] if own[-1].unit not in ("%", "") else None
    if before is not None and before.clause.sentence == reading.clause.sentence:
        pool: Sequence[Quantity] = before.clause.quantities
    elif reading.clause.parent is not None:
        pool = [q for q in reading.clause.parent.quantities if q.end <= reading.clause.start]
    else:
        pool = ()
    return pool[-1] if pool and pool[-1].unit not in ("%", "") else None


def _of_more(text: str, start: int, end: int, words: Words) -> bool:
    """Whether the percentage is of something wider that no words before it speak of (占全市同类信息的4%)."""
    return any(word in text[start:end] and word not in text[:start] for word in words["wider"])


def _summed(text: str, start: int, end: int, words: Words) -> bool:
    """Whether a word such as 合计 between a count and its percentage takes the counts before it together."""
    return any(word in text[start:end] for word in words["taken_together"])


def _sums(counts: Sequence[Quantity], count: Quantity) -> list[Decimal]:
    """The sums of a count and those right before it, of two first."""
    run = [q.value for q in counts if q.unit == count.unit and q.start <= count.start][-_RUN:]
    return [sum(run[i:], ZERO) for i in range(len(run) - 2, -1, -1)] or [count.value]


def _share(
    told: ToldShare, counts: Sequence[Quantity], shared: _Shared, lists: Sequence[Enumeration], passage: Passage
) -> list[Share]:
    """The share, or nothing where several counts are taken together and which, only a right percentage would tell."""
    count, percent = told.count, told.percent
    listed = [e.total for e in lists if any(p.value == count.value for p in e.parts) and e.unit == count.unit]
    before = [q for q in counts if q.unit == count.unit and q.start < count.start]
    # Counts that have a share of the whole themselves are no whole.
    beside = {each.count for each in shared.others} if shared.value else set()
    earlier = [q.value for q in reversed(before) if q.value >= min(told.counts) and q not in beside]
    sums = [shared.value] if shared.whole or not listed else []
    sums += neighbours([q.value for q in before][-_RUN:])
    bases = list(dict.fromkeys([*listed, *earlier, *sums, *[q.value for q in reversed(before) if q in beside]]))
    others = [(each.count.value, each.percent) for each in shared.others]
    place = passage.place(min(told.start, count.start), told.end)
    if told.whole is not None:
        whole = told.whole.value
        return [Share(value, percent.value, whole, (whole,), percent.step, place) for value in told.counts[-1:]]
    bases = likeliest_first(bases, [(value, percent) for value in told.counts], others)
    for value in told.counts:
        right = tuple(base for base in bases if base > 0 and base >= value)
        if len(told.counts) == 1 or any(fits((value, percent), base) for base in right):
            if not (listed or earlier or shared.value):
                right = ()
            first = right[0] if right else ZERO  # of several shares, one that none of them is of is not told
            told_of = first in earlier and (len(others) == 1 or any(fits(each, first) for each in others))
            base = first if not told.named and (first in listed or told_of) else None
            return [Share(value, percent.value, base, right, percent.step, place)]
    return []
