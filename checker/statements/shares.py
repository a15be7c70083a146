"""Counts with a percentage (8件，占66.7%), and what they may be shares of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.statements.clause_read import Reading
from checker.statements.folding import Passage
from checker.statements.model import Enumeration, Share
from checker.statements.quantities import Quantity


def read_shares(readings: Sequence[Reading], lists: Sequence[Enumeration], passage: Passage) -> list[Share]:
    """All shares of a line. A percentage without a word of sharing (占, 占比) is a rate, and none."""
    found: list[tuple[Quantity, Quantity, int, int]] = []
    counts: list[Quantity] = []
    last: dict[int, Reading] = {}
    bare = [reading for reading in readings if _only_percent(reading, passage.text)]
    for reading in readings:
        clause = reading.clause
        counts += reading.counts
        for percent in clause.quantities:
            told = reading.before(percent.start, "share") and not reading.has("compare")
            if percent.unit == "%" and (told or (reading in bare and len(bare) > 1)):
                count = _count(percent, reading, last.get(clause.frame))
                if count is not None:
                    found.append((count, percent, clause.start, clause.end))
        last[clause.frame] = reading
    # What several shares are of together; a single one is no share of itself.
    shared = sum((count.value for count, *_ in found), Decimal(0)) if len(found) > 1 else Decimal(0)
    return [_share(item, counts, shared, lists, passage) for item in found]


def _only_percent(reading: Reading, text: str) -> bool:
    """Whether a bracket holds a percentage alone, right behind a count: 8件（66.7%）. Two are shares, one a rate."""
    clause = reading.clause
    if clause.parent is None or len(clause.quantities) != 1 or clause.quantities[0].unit != "%":
        return False
    touched = any(q.end == clause.start - 1 and q.unit not in ("%", "") for q in clause.parent.quantities)
    return touched and clause.quantities[0].start == clause.start and clause.quantities[0].end == clause.end


def _count(percent: Quantity, reading: Reading, before: Reading | None) -> Quantity | None:
    """The count that a percentage belongs to: in its clause, in the clause before, or right before its bracket."""
    own = [q for q in reading.clause.quantities if q.end <= percent.start]
    if own:
        return own[-1] if own[-1].unit not in ("%", "") else None
    if before is not None and before.clause.sentence == reading.clause.sentence:
        pool: Sequence[Quantity] = before.clause.quantities
    elif reading.clause.parent is not None:
        pool = [q for q in reading.clause.parent.quantities if q.end <= reading.clause.start]
    else:
        pool = ()
    return pool[-1] if pool and pool[-1].unit not in ("%", "") else None


def _share(
    item: tuple[Quantity, Quantity, int, int],
    counts: Sequence[Quantity],
    shared: Decimal,
    lists: Sequence[Enumeration],
    passage: Passage,
) -> Share:
    count, percent, start, end = item
    listed = [e.total for e in lists if any(p.value == count.value for p in e.parts) and e.unit == count.unit]
    earlier = [q.value for q in counts if q.unit == count.unit and q.value >= count.value and q.start < count.start]
    bases = dict.fromkeys([*listed, *reversed(earlier), shared])
    right = tuple(base for base in bases if base > 0)
    place = passage.place(min(start, count.start), end)
    return Share(count.value, percent.value, right[0] if listed or earlier else None, right, percent.step, place)
