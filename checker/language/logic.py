"""Three-valued logic: true, false and unknown (Kleene's)."""

from __future__ import annotations

from collections.abc import Iterable

from checker.language.values import Blank, Truth, Unknown, Value


def truth(value: Value) -> Truth:
    """The value as a truth: a blank or anything that is no truth is unknown."""
    if value is True or value is False or isinstance(value, Unknown):
        return value
    return Unknown("blank", value.source) if isinstance(value, Blank) else Unknown("unsuited")


def negation(value: Truth) -> Truth:
    """not value."""
    return value if isinstance(value, Unknown) else not value


def conjunction(values: Iterable[Truth]) -> Truth:
    """True if all are true, false if any is false, else the first unknown. Stops at the first false."""
    unknown: Unknown | None = None
    for value in values:
        if value is False:
            return False
        if unknown is None and isinstance(value, Unknown):
            unknown = value
    return True if unknown is None else unknown


def disjunction(values: Iterable[Truth]) -> Truth:
    """True if any is true, false if all are false, else the first unknown. Stops at the first true."""
    unknown: Unknown | None = None
    for value in values:
        if value is True:
            return True
        if unknown is None and isinstance(value, Unknown):
            unknown = value
    return False if unknown is None else unknown
