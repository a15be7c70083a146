"""Values taken as what an operator wants: a cell as its number, a record as its text; and when two values are equal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache

from checker.language import arithmetic
from checker.language.logic import conjunction
from checker.language.table_view import Cell
from checker.language.values import Blank, Unknown, Value, Words


def text_of(value: Value) -> Value:
    """The text of a value: of a record its `text`; unknown if it has none."""
    if isinstance(value, (str, Unknown)):
        return value
    if isinstance(value, Blank):
        return Unknown("blank", value.source)
    if isinstance(value, Decimal):
        return arithmetic.shortest(value)
    text = getattr(value, "text", None)
    return text if isinstance(text, str) else Unknown("unstated", value)


def equal(a: Value, b: Value) -> Value:
    """a = b, lists item by item; records by identity."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        if len(a) != len(b):
            return False
        return conjunction(equal(valued(x), valued(y)) for x, y in zip(a, b, strict=True))
    return arithmetic.compare("=", a, b)


def valued(value: Value) -> Value:
    """The value; of a cell its number."""
    return value.value if value.__class__ is Cell else value


def field_of(record: Value, name: str) -> Value:
    """A field of a record."""
    kind = record.__class__
    if kind is Unknown or kind is Blank:
        return record
    value = getattr(record, name, None)
    kind = value.__class__
    if kind in _AS_IT_IS:
        return value
    if value is None:
        return Unknown("unstated", record)
    if kind is int:
        return _decimal(value)
    return tuple(value) if kind is list else value


_AS_IT_IS = frozenset((str, Words, tuple, bool))


@lru_cache(maxsize=4096)  # numbers of paragraphs, places and years: the same ones again and again
def _decimal(whole: int) -> Decimal:
    return Decimal(whole)


def _is_blank(value: Value) -> bool:
    if value.__class__ is Cell:
        return value.value.__class__ is Blank
    return isinstance(value, Blank) or (isinstance(value, str) and not value.strip())


def _is_given(value: Value) -> bool:
    if isinstance(value, Cell):
        return value.state != "missing"
    return not isinstance(value, (Unknown, Blank)) and bool(getattr(value, "given", True))


def _is_unknown(value: Value) -> bool:
    return isinstance(valued(value), Unknown) or getattr(value, "given", True) is False


STATES: Mapping[str, Callable[[Value], bool]] = {
    "blank": _is_blank,
    "unknown": _is_unknown,
    "number": lambda value: arithmetic.is_number(valued(value)),
    "given": _is_given,
}
