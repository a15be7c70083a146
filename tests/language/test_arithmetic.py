"""Exact numbers, blanks and unknowns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language import arithmetic as a
from checker.language.values import Blank, Unknown

BLANK, UNKNOWN = Blank(), Unknown("text")
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12)
values = st.one_of(numbers, st.just(BLANK), st.just(UNKNOWN))


@given(numbers, numbers, numbers)
def test_sums_and_products_are_exact(x: Decimal, y: Decimal, z: Decimal) -> None:
    total = a.add(a.multiply(x, y, []), a.subtract(x, z, []), [])
    assert Fraction(total) == Fraction(x) * Fraction(y) + Fraction(x) - Fraction(z)


@given(numbers, numbers.filter(bool))
def test_a_quotient_times_its_divisor_is_the_dividend(x: Decimal, y: Decimal) -> None:
    assert a.compare("=", a.multiply(a.divide(x, y, []), y, []), x) is True


@given(st.lists(values, min_size=1))
def test_a_sum_is_unknown_if_a_part_is_and_blank_only_of_blanks(parts: list[object]) -> None:
    blanks: list[Blank] = []
    found = a.total(parts, blanks)
    known = [p for p in parts if isinstance(p, Decimal)]
    if UNKNOWN in parts:
        assert found is UNKNOWN
    elif not known:
        assert isinstance(found, Blank) and not blanks
    else:
        assert Fraction(found) == sum(map(Fraction, known))
        # blanks before the first number are one blank by the time they meet it
        assert bool(blanks) == (BLANK in parts)


@given(values, values, st.sampled_from(["=", "!=", "<", "<=", ">", ">="]))
def test_a_comparison_with_a_blank_or_unknown_side_is_unknown(x: object, y: object, operator: str) -> None:
    found = a.compare(operator, x, y)
    assert isinstance(found, bool) == (isinstance(x, Decimal) and isinstance(y, Decimal))


@given(numbers, numbers)
def test_comparisons_agree_with_numbers(x: Decimal, y: Decimal) -> None:
    found = [a.compare(operator, x, y) for operator in ("=", "!=", "<", "<=", ">", ">=")]
    assert found == [x == y, x != y, x < y, x <= y, x > y, x >= y]


def test_digits_beyond_the_default_precision_stay() -> None:
    long = Decimal("1" * 60 + ".5")
    assert a.subtract(a.add(long, Decimal(1), []), long, []) == 1


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [("2.345", 2, "2.35"), ("-2.5", 0, "-3"), ("2.4", 0, "2"), ("1250", -2, "1300"), ("7", 3, "7"), ("0.05", 1, "0.1")],
)
def test_rounding_is_half_up(value: str, places: int, shown: str) -> None:
    assert a.shortest(a.rounded(Decimal(value), places)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1E3", "1000"), ("1.50", "1.5"), ("-0.0", "0"), ("0", "0"), ("100", "100"), ("0.000001", "0.000001")],
)
def test_the_shortest_form(value: str, shown: str) -> None:
    assert a.shortest(Decimal(value)) == shown


def test_a_fraction_that_is_no_decimal_shows_four_places() -> None:
    assert a.shortest(a.divide(Decimal(2), Decimal(3), [])) == "0.6667"


@pytest.mark.parametrize("divisor", [Decimal(0), BLANK])
def test_division_by_nothing_is_unknown(divisor: object) -> None:
    found = a.divide(Decimal(1), divisor, [])
    assert isinstance(found, Unknown) and found.reason == "undivided"


def test_extremes_count_a_blank_as_zero_beside_a_number() -> None:
    blanks: list[Blank] = []
    assert a.extreme([Decimal(3), BLANK], False, blanks) == 0
    assert blanks == [BLANK]
    assert a.extreme([BLANK, BLANK], True, []) is BLANK
    assert a.extreme([Decimal(3), UNKNOWN], True, []) is UNKNOWN
    assert isinstance(a.extreme([], True, []), Unknown)
    assert a.extreme([date(2023, 1, 2), date(2023, 1, 1)], False, []) == date(2023, 1, 1)


def test_dates() -> None:
    day = date(2023, 12, 31)
    assert a.add(day, Decimal(1), []) == date(2024, 1, 1)
    assert a.subtract(date(2024, 1, 31), day, []) == 31
    assert a.compare("<", day, date(2024, 1, 1)) is True
    assert isinstance(a.compare("<", day, Decimal(1)), Unknown)
    assert isinstance(a.add(date(9999, 12, 31), Decimal(1), []), Unknown)


def test_texts_are_equal_or_not_and_in_order() -> None:
    assert a.compare("=", "一", "一") is True
    assert a.compare("<", "a", "b") is True
    assert isinstance(a.compare("=", "1", Decimal(1)), Unknown)
    assert isinstance(a.add("1", Decimal(1), []), Unknown)
