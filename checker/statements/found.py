"""A figure on its way to a claim."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.hints import Any
from checker.statements.labels import Label, Reading
from checker.statements.quantities import ONE, ZERO, Quantity
from checker.statements.times import When, when_at


class Found:
    """A figure on its way to a claim; see Claim.

    start, end: its clause. within: it stands in a list or bracket of another figure. strong: of its pattern.
    """

    __slots__ = (
        "end", "exact", "how", "quantity", "readings", "sentence", "start", "statement", "step", "strong", "unit",
        "value", "values", "when", "within",
    )  # fmt: skip

    def __init__(self, reading: Reading, label: Label, how: str, when: When, *, within: bool) -> None:
        """What a label says without a number of its own."""
        pattern, clause = label.pattern, reading.clause
        self.statement, self.readings, self.strong = pattern.statement, pattern.readings, pattern.strong
        self.start, self.end, self.sentence = clause.start, clause.end, clause.sentence
        self.how, self.within = how, within
        self.when = when_at(reading, when, label.start) if how != "count" and reading.marks else when
        self.value, self.unit, self.step, self.exact = ONE if how == "flag" else ZERO, "", ONE, True
        self.values: tuple[Decimal, ...] = ()
        self.quantity: Quantity | None = None

    def counted(self, quantity: Quantity, also: Sequence[str]) -> Found:
        """It, with the number that it has. also: other statements that the number is of."""
        self.value, self.unit, self.step, self.exact = quantity.value, quantity.unit, quantity.step, quantity.exact
        self.readings, self.end, self.quantity = (*self.readings, *also), max(self.end, quantity.end), quantity
        return self

    def but(self, **changes: Any) -> Found:  # noqa: ANN401 - of the fields
        """Another that differs in these fields."""
        made = Found.__new__(Found)
        for name in Found.__slots__:
            setattr(made, name, changes[name] if name in changes else getattr(self, name))
        return made
