"""Percentages and changes: counts with their share of another (8件，占66.7%), and with what the year before had."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.statements.folding import Passage
from checker.statements.labels import Reading
from checker.statements.model import Change, Enumeration, Share
from checker.statements.quantities import Quantity
from checker.statements.settle import Found


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


def read_changes(readings: Sequence[Reading], found: Sequence[Found], passage: Passage) -> list[Change]:
    """All comparisons of a line with the year before; others (between offices, to a plan) are left out."""
    changes: list[Change] = []
    before: Reading | None = None
    for reading in readings:
        begun = _begun(before, reading)
        before = reading
        for quantity in reading.clause.quantities:
            up = _direction(reading, quantity, begun=begun)
            if up is None:
                continue
            subject = _subject(reading, quantity, found)
            changes.append(
                Change(
                    subject.statement if subject else None,
                    subject.value if subject else None,
                    None if quantity.unit == "%" else quantity.value,
                    quantity.value if quantity.unit == "%" else None,
                    up,
                    quantity.step,
                    passage.place(reading.clause.start, reading.clause.end),
                )
            )
    return changes


def _begun(before: Reading | None, reading: Reading) -> bool:
    """Whether the clause before compares with the year before, so that this one may go on (较上年增加4个，增长25%)."""
    if (
        before is None
        or before.clause.sentence != reading.clause.sentence
        or before.clause.frame != reading.clause.frame
    ):
        return False
    return before.has("compare", "@last", "last_year") and before.has("more", "fewer")


def _direction(reading: Reading, quantity: Quantity, *, begun: bool) -> bool | None:
    """True for more, False for fewer, None if the number is no change against the year before."""
    if quantity.unit != "%" and quantity not in reading.uncounted:
        return None
    compared = [
        end for _, end, name in reading.marks if name in ("compare", "@last", "last_year") and end <= quantity.start
    ]
    ways = [name for start, end, name in reading.marks if name in ("more", "fewer") and end <= quantity.start]
    if not (compared or begun) or not ways:
        return None
    return ways[-1] == "more"


def _subject(reading: Reading, quantity: Quantity, found: Sequence[Found]) -> Found | None:
    """The last count before the change in its sentence."""
    before = [
        each
        for each in found
        if each.how == "count"
        and each.sentence == reading.clause.sentence
        and each.quantity is not None
        and each.quantity.start < quantity.start
    ]
    return max(before, key=lambda each: each.quantity.start if each.quantity else 0, default=None)
