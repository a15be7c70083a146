"""What a share may be of: counts told before it, sums of them, and what the shares of a line are of together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.hints import TypeAlias
from checker.statements.quantities import ZERO, Quantity

# A count and its percentage
Told: TypeAlias = tuple[Decimal, Quantity]

_LIKELY = 12  # bases that the shares around one are asked about


def fits(told: Told, base: Decimal) -> bool:
    """Whether a share is of a base, rounded or cut off."""
    value, percent = told
    return base > 0 and base >= value and abs(value * 100 / base - percent.value) <= percent.step


def neighbours(earlier: Sequence[Decimal]) -> Iterator[Decimal]:
    """The sums of neighbouring counts (对18个镇、31个部门开展检查): a share may be of all of them."""
    for end in range(len(earlier), 1, -1):
        for start in range(end - 2, -1, -1):
            yield sum(earlier[start:end], ZERO)


def likeliest_first(bases: Sequence[Decimal], told: Sequence[Told], others: Sequence[Told]) -> list[Decimal]:
    """The bases of a share, told with each count that it may be of. others: the shares around it.

    One that fits comes first; if none does, those that the others have.
    """
    fitting = [base for base in bases if any(fits(each, base) for each in told)]
    if fitting:
        return [*fitting, *[base for base in bases if base not in fitting]]
    asked = sorted(bases[:_LIKELY], key=lambda base: -sum(fits(each, base) for each in others))
    return [*asked, *bases[_LIKELY:]]
