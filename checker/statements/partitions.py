"""Which total the parts of a list make up, and how many of them do."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.statements.quantities import ZERO, Quantity

_MARKS = "；。:()"  # they part counts that are not taken together
_MOST_FLOWS = 6  # figures that may be what was before, what came and what went


def total_of(
    values: Sequence[Decimal], totals: Sequence[Quantity], beside: set[Quantity], *, whole: bool
) -> tuple[Quantity, int, bool]:
    """The total that the parts make up, how many parts do, and whether it is sure to be the one meant.

    whole: the list ends with a rest, so no part may be left over. The nearest total that fits is taken, else a total
    with what stands beside it (买9件，借1件，其中…10件), else the nearest that is no smaller than any of the parts.
    """
    for total in reversed(totals):
        used = _first_partition(values, total)
        if used and (not whole or _all_partitions(values[used:], total)):
            return total, used, True
    last = totals[-1]
    if last not in beside:
        most = max(values)
        last = next((total for total in reversed(totals) if total.value >= most), last)
        return last, len(values), True
    first, value = totals[-2:][0], sum([q.value for q in totals[-2:]], ZERO)
    both = Quantity(first.start, last.end, value, last.step, last.unit, last.exact, last.arabic)
    return both, _first_partition(values, both) or len(values), False


def fits_one(values: Sequence[Decimal], totals: Sequence[Quantity]) -> bool:
    """Whether all of the parts together make up one of the totals."""
    value = sum(values, ZERO)
    return any(abs(value - total.value) < total.step for total in totals)


def joined(totals: Sequence[Quantity], values: Sequence[Decimal], text: str) -> list[Quantity]:
    """The totals, and before them the sum of the last two if only 、 or the like parts them (苹果9个、梨8个，其中…), or
    a comma and the parts make it up."""
    if len(totals) > 1:
        first, last = totals[-2:]
        value, between = first.value + last.value, text[first.end : last.start]
        near = not any(mark in between for mark in _MARKS)
        if near and ("，" not in between or sum(values, ZERO) == value):
            exact, step = first.exact and last.exact, max(first.step, last.step)
            return [Quantity(first.start, last.end, value, step, last.unit, exact, last.arabic), *totals]
    return list(totals)


def _first_partition(values: Sequence[Decimal], total: Quantity) -> int:
    """How many parts, from the first, add up to the total (zeros after them included); 0 if none do.

    A first part as large as the total is a partition of its own only if what follows adds up, too.
    """
    used = _prefix(values, total)
    rest = values[used:]
    return 0 if used == 1 and rest and not _prefix(rest, total) else used


def _all_partitions(values: Sequence[Decimal], total: Quantity) -> bool:
    """Whether the parts make up the total once or several times, with none left over."""
    while values:
        used = _prefix(values, total)
        if not used:
            return False
        values = values[used:]
    return True


def _prefix(values: Sequence[Decimal], total: Quantity) -> int:
    running = ZERO
    for i, value in enumerate(values):
        running += value
        last = i + 1 == len(values)
        if running == total.value or (last and abs(running - total.value) < total.step):
            end = i + 1
            while end < len(values) and values[end] == 0:
                end += 1
            return end
    return 0


def split_again(values: Sequence[Decimal], total: Quantity) -> bool:
    """Whether the figures make up the total more than once over, the first or the last of them exactly once."""
    if sum(values, ZERO) < 2 * total.value:
        return False
    return any(0 < _prefix(each, total) < len(each) for each in (values, values[::-1]))


def flows(values: Sequence[Decimal], total: Decimal) -> bool:
    """Whether the first figure (what was before) comes to the total with the others added or taken away."""
    if len(values) > _MOST_FLOWS:
        return False
    reached = {values[0]}
    for value in values[1:]:
        reached = {each + sign * value for each in reached for sign in (1, -1)}
    return total in reached
