"""Comparisons with the year before (较上年增长20%, 减少3件)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.statements.clause_read import Reading
from checker.statements.folding import Passage
from checker.statements.model import Change
from checker.statements.quantities import Quantity
from checker.statements.settle import Found


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
