"""Exact arithmetic over numbers, blanks and unknowns: unknown makes unknown, a blank counts as 0 beside a number.

Decimals never round here; a quotient that no decimal can hold is a fraction. Every function takes a list `blanks` to
which it adds the blanks that it counted as 0.
"""

from __future__ import annotations

import operator as operators
from collections.abc import Iterable
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal, Inexact

from checker.days import date, timedelta
from checker.language.values import Blank, Number, Truth, Unknown, Value

_EXACT = Context(prec=1_000_000, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact])
_add, _subtract = _EXACT.add, _EXACT.subtract
ZERO = Decimal(0)
_EXACTLY = {"+": _EXACT.add, "-": _EXACT.subtract, "*": _EXACT.multiply}
_RATIONALLY = {"+": operators.add, "-": operators.sub, "*": operators.mul}
COMPARE = {
    "=": operators.eq,
    "!=": operators.ne,
    "<": operators.lt,
    "<=": operators.le,
    ">": operators.gt,
    ">=": operators.ge,
}


def add(a: Value, b: Value, blanks: list[Blank]) -> Value:
    """a + b; a date and a number of days make a date."""
    if a.__class__ is Decimal and b.__class__ is Decimal:
        return _add(a, b)
    return _apply("+", a, b, blanks)


def subtract(a: Value, b: Value, blanks: list[Blank]) -> Value:
    """a - b; the difference of two dates is a number of days."""
    if a.__class__ is Decimal and b.__class__ is Decimal:
        return _subtract(a, b)
    return _apply("-", a, b, blanks)


def multiply(a: Value, b: Value, blanks: list[Blank]) -> Value:
    """a * b."""
    return _apply("*", a, b, blanks)


def divide(a: Value, b: Value, blanks: list[Blank]) -> Value:
    """a / b, exactly; unknown where b is zero or blank."""
    if isinstance(b, Blank):
        return Unknown("undivided", b.source)
    return _apply("/", a, b, blanks)


def negate(a: Value) -> Value:
    """-a."""
    return a if isinstance(a, (Blank, Unknown)) else -a if is_number(a) else Unknown("unsuited")


def total(values: Iterable[Value], blanks: list[Blank]) -> Value:
    """The sum of the values; 0 of none, blank of blanks alone."""
    result: Value = None
    for value in values:
        result = value if result is None else add(result, value, blanks)
    return ZERO if result is None else result


def extreme(values: Iterable[Value], largest: bool, blanks: list[Blank]) -> Value:
    """The largest or smallest of numbers, or of dates; a blank counts as 0 beside a number; unknown of none."""
    found = list(values)
    unknown = next((v for v in found if isinstance(v, Unknown)), None)
    if unknown is not None or not found:
        return unknown or Unknown("unstated")
    blank = [v for v in found if isinstance(v, Blank)]
    known = [v for v in found if not isinstance(v, Blank)]
    if not known:
        return blank[0]
    if not all(is_number(v) for v in known) and not (all(isinstance(v, date) for v in known) and not blank):
        return Unknown("unsuited")
    if blank:
        blanks += blank
        known.append(ZERO)
    return max(known, key=_ordered) if largest else min(known, key=_ordered)


def compare(operator: str, a: Value, b: Value) -> Truth:
    """a operator b for = != < <= > >=; unknown where a side is blank or unknown, or the kinds cannot be compared."""
    if a.__class__ is not Decimal or b.__class__ is not Decimal:
        for side in (a, b):
            if isinstance(side, Unknown):
                return side
        for side in (a, b):
            if isinstance(side, Blank):
                return Unknown("blank", side.source)
        if is_number(a) and is_number(b):
            a, b = _rational(a), _rational(b)
        elif not _comparable(a, b, operator):
            return Unknown("unsuited")
    return bool(COMPARE[operator](a, b))


def is_number(value: object) -> bool:
    """Whether it is an exact number (a truth is none)."""
    return value.__class__ is Decimal or value.__class__.__name__ == "Fraction"


def shortest(value: Number) -> str:
    """The shortest exact decimal form; a fraction that has none with four places."""
    if not isinstance(value, Decimal):
        places = round(value * 10_000)
        value = Decimal(int(places)).scaleb(-4)
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def rounded(value: Value, places: int) -> Value:
    """The number rounded half up (away from zero) to so many places, as officials round."""
    if value.__class__ is Decimal:
        if places >= 0 and value == value.to_integral_value():
            return value
        moved = value.scaleb(places, _EXACT)
        nearest = moved.to_integral_value(ROUND_HALF_UP)
        if nearest == moved:
            return value  # it has no more places than that
        return Decimal(int(nearest)).scaleb(-places, _EXACT)
    if not is_number(value):
        return value if isinstance(value, (Blank, Unknown)) else Unknown("unsuited")
    exact = value * 10**places if places >= 0 else value / 10**-places
    whole = int(abs(exact) + _rational(Decimal("0.5")))
    return Decimal(whole if exact >= 0 else -whole).scaleb(-places, _EXACT)


def _apply(operator: str, a: Value, b: Value, blanks: list[Blank]) -> Value:
    unknown = next((side for side in (a, b) if isinstance(side, Unknown)), None)
    if unknown is not None or (isinstance(a, Blank) and isinstance(b, Blank)):
        return unknown or a
    if isinstance(a, Blank):
        blanks.append(a)
        a = ZERO
    elif isinstance(b, Blank):
        blanks.append(b)
        b = ZERO
    if isinstance(a, date):
        return _shift(operator, a, b)
    if not is_number(a) or not is_number(b):
        return Unknown("unsuited")
    if operator == "/":
        return _quotient(a, b)
    if a.__class__ is Decimal and b.__class__ is Decimal:
        return _EXACTLY[operator](a, b)
    return _plain(_RATIONALLY[operator](_rational(a), _rational(b)))


def _shift(operator: str, day: date, other: Value) -> Value:
    if operator == "-" and isinstance(other, date):
        return Decimal((day - other).days)
    if operator in "+-" and other.__class__ is Decimal and other == int(other) and abs(other) < 100_000:
        try:
            return date(day.year, day.month, day.day) + timedelta(days=int(other if operator == "+" else -other))
        except OverflowError:
            return Unknown("unsuited")
    return Unknown("unsuited")


def _quotient(a: Number, b: Number) -> Value:
    if b == 0:
        return Unknown("undivided")
    return _plain(_rational(a) / _rational(b))


def _rational(value: Number) -> Value:
    if not isinstance(value, Decimal):
        return value
    from checker.lean_import import import_lean

    return import_lean("fractions", {}).Fraction(value)  # only rules that divide need it


def _plain(value: Value) -> Value:
    """The fraction as a decimal where one can hold it."""
    rest = value.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return value
    places = max(twos, fives)
    return Decimal(value.numerator * 10**places // value.denominator).scaleb(-places, _EXACT)


def _ordered(value: Value) -> Value:
    return _rational(value) if is_number(value) else value


def _comparable(a: Value, b: Value, operator: str) -> bool:
    if isinstance(a, date) or isinstance(b, date):
        return isinstance(a, date) and isinstance(b, date)
    if operator in ("=", "!="):
        return not (is_number(a) or is_number(b))
    return isinstance(a, str) and isinstance(b, str)
