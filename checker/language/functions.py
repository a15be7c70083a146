"""The functions of the rule language over values already evaluated; those that take `for` stand in aggregates.py.

Each takes the values of its arguments, texts as texts, and returns a value. An unknown argument makes the result
unknown before the function is called; what a function cannot do is Unknown("unsuited").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from checker.days import date
from checker.hints import TYPE_CHECKING
from checker.language import arithmetic
from checker.language.values import Blank, Unknown, Value, Words, place_of

if TYPE_CHECKING:
    from checker.facts.names import OrganisationNames


class Pair:
    """Two neighbours of a list."""

    __slots__ = ("first", "place", "second")

    def __init__(self, first: Value, second: Value) -> None:
        self.first, self.second = first, second
        self.place = place_of(second)


def call(name: str, arguments: list[Value], names: OrganisationNames | None = None) -> Value:
    """The result of the function `name`; names: what tells the names of bodies, the package's own if None."""
    for value in arguments:
        if isinstance(value, Unknown):
            return value
    if name == "same_body":
        return _same_body(arguments[0], arguments[1], names)
    return FUNCTIONS[name](*arguments)


def _abs(value: Value) -> Value:
    if isinstance(value, Blank):
        return value
    return abs(value) if arithmetic.is_number(value) else Unknown("unsuited")


def _round(value: Value, places: Value = arithmetic.ZERO) -> Value:
    if not isinstance(places, Decimal) or abs(places) > 30:
        return Unknown("unsuited")
    return arithmetic.rounded(value, int(places))


def _agree(a: Value, b: Value, step: Value) -> Value:
    """Equal, or apart by less than one unit of the last digit that was printed; a blank side is unknown, as for `=`."""
    if not arithmetic.is_number(step):
        return Unknown("unsuited")
    same = arithmetic.compare("=", a, b)
    return same if same is not False or step <= 1 else arithmetic.compare("<", abs(a - b), step)


def _length(value: Value) -> Value:
    if isinstance(value, tuple):
        return Decimal(len(value))
    if isinstance(value, str):
        return Decimal(len("".join(value.split())))
    length = getattr(value, "length", None)
    return Decimal(length) if isinstance(length, int) else Unknown("unsuited")


def _date(year: Value, month: Value, day: Value) -> Value:
    try:
        return date(int(year), int(month), int(day))
    except (ValueError, TypeError, OverflowError):
        return Unknown("unsuited")


def _year(day: Value) -> Value:
    return Decimal(day.year) if isinstance(day, date) else Unknown("unsuited")


def _number(text: str) -> Value:
    from checker.facts.numbers import chinese_number

    found = chinese_number(text)
    return Unknown("text") if found is None else found


def _split(text: str, mark: str) -> Value:
    place = place_of(text)
    parts = [part.strip() for part in text.split(mark)] if mark else [text]
    return tuple(Words.at(part, place) if place else part for part in parts if part)


def _replace(text: str, old: str, new: str) -> Value:
    return text.replace(old, new) if old else text


@lru_cache(1024)
@lru_cache(maxsize=128)  # a rule asks for the same paragraph once for each thing that it looks for there
def _bare(text: str) -> str:
    from checker.facts.text import bare

    return bare(text)


def _unique(values: Value) -> Value:
    found: list[Value] = []
    seen: set[Value] = set()
    for value in values:
        key = _same(value)
        if key not in seen:
            seen.add(key)
            found.append(value)
    return tuple(found)


def _repeated(values: Value) -> Value:
    """What stands in the list before, at its second and later places."""
    seen: set[Value] = set()
    found = []
    for value in values:
        key = _same(value)
        if key in seen:
            found.append(value)
        seen.add(key)
    return tuple(found)


def _same(value: Value) -> Value:
    """What makes two values equal: records by their text."""
    if isinstance(value, (str, date)) or arithmetic.is_number(value):
        return value
    text = getattr(value, "text", None)
    return text if isinstance(text, str) else id(value)


def _sorted(values: Value) -> Value:
    if any(isinstance(v, (Unknown, Blank)) for v in values):
        return next(v for v in values if isinstance(v, (Unknown, Blank)))
    try:
        return tuple(sorted(values))
    except TypeError:
        return Unknown("unsuited")


def _first(values: Value) -> Value:
    return values[0] if values else Unknown("missing")


def _last(values: Value) -> Value:
    return values[-1] if values else Unknown("missing")


def _take(values: Value, n: Value) -> Value:
    return (
        tuple(values[: int(n)]) if isinstance(n, Decimal) and 0 <= n <= len(values) + 1_000_000 else Unknown("unsuited")
    )


def _item(values: Value, n: Value) -> Value:
    if not isinstance(n, Decimal) or n != int(n) or not 1 <= n <= len(values):
        return Unknown("missing")
    return values[int(n) - 1]


def _index(value: Value, values: Value) -> Value:
    keys = [_same(v) for v in values]
    return Decimal(keys.index(_same(value)) + 1) if _same(value) in keys else Unknown("missing")


def _pairs(values: Value) -> Value:
    return tuple(Pair(a, b) for a, b in pairwise(values))


def _join(values: Value, mark: str = "、") -> Value:
    from checker.language.display import show

    return mark.join(show(v, "zh") for v in values)


def _fault(kind: str) -> Callable[[str], Value]:
    def fault(text: str) -> Value:
        from checker.facts import forms

        name: str | None = getattr(forms, f"{kind}_fault")(text)
        return name or ""

    return fault


def _same_body(a: str, b: str, names: OrganisationNames | None = None) -> Value:
    from checker.facts.bodies import same_body

    same = same_body(a, b, names)
    return Unknown("unstated") if same is None else same


def _similarity(a: str, b: str, names: Value = (), phrases: Value = ()) -> Value:
    from checker.facts.similarity import similarity

    return similarity(a, b, names, phrases)


def _wording(name: str) -> Callable[..., Value]:
    def read(*arguments: Value) -> Value:
        from checker.language import wording

        return getattr(wording, name)(*arguments)

    return read


def _identity_number(text: str) -> bool:
    from checker.masking import is_identity_number

    return is_identity_number(text)


def _bank_card(text: str) -> bool:
    from checker.masking import is_bank_card

    return is_bank_card(text)


FUNCTIONS: Mapping[str, Callable[..., Value]] = {
    "abs": _abs,
    "agree": _agree,
    "round": _round,
    "length": _length,
    "date": _date,
    "year": _year,
    "number": _number,
    "split": _split,
    "replace": _replace,
    "bare": _bare,
    "unique": _unique,
    "repeated": _repeated,
    "sorted": _sorted,
    "first": _first,
    "last": _last,
    "take": _take,
    "item": _item,
    "index": _index,
    "pairs": _pairs,
    "join": _join,
    "clauses": _wording("clauses"),
    "unpaired": _wording("unpaired"),
    "misnumbered": _wording("misnumbered"),
    "doubled": _wording("doubled"),
    "slips": _wording("slips"),
    "phone_fault": _fault("phone"),
    "postcode_fault": _fault("postcode"),
    "email_fault": _fault("email"),
    "same_body": _same_body,
    "similarity": _similarity,
    "identity_number": _identity_number,
    "bank_card": _bank_card,
}
