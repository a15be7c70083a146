"""Frozen data to and from what JSON can hold, for the few classes that a caller names.

A dataclass is kept as [its number, {field: value, …}] without the fields that have their defaults, a tuple as
[TUPLE, …] ([WORDS, …] if it holds texts and numbers alone), a frozenset as [SET, …]; the rest as JSON has it. Only
classes that the caller names are ever made: what is kept is data, never code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.dataclass import defaults_of
from checker.hints import Any

WORDS, TUPLE, SET = -1, -2, -3
_SIMPLE = (str, int, bool, type(None))


def to_plain(value: Any, classes: Sequence[type]) -> Any:  # noqa: ANN401 - whatever the classes hold
    """The value as lists, dicts and plain values. Raises TypeError for an object of another class."""
    if isinstance(value, _SIMPLE):
        return value
    if isinstance(value, Mapping):
        return {key: to_plain(one, classes) for key, one in value.items()}
    if isinstance(value, frozenset):
        return [SET, *sorted(value)]
    if isinstance(value, Sequence):
        if all(isinstance(one, _SIMPLE) for one in value):
            return [WORDS, *value]
        return [TUPLE, *(to_plain(one, classes) for one in value)]
    if type(value) not in classes:
        raise TypeError(f"{type(value).__name__} is not kept")
    kept = {}
    for name, default in defaults_of(type(value)).items():
        one = getattr(value, name)
        if one != default:
            kept[name] = to_plain(one, classes)
    return [classes.index(type(value)), kept]


def from_plain(kept: Any, classes: Sequence[type]) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """The value that `to_plain` kept. Raises TypeError, ValueError, KeyError or IndexError for another form."""
    if type(kept) is dict:
        return {key: from_plain(one, classes) if type(one) in (list, dict) else one for key, one in kept.items()}
    if type(kept) is not list:
        return kept
    tag = kept[0]
    if tag == WORDS:
        return tuple(kept[1:])
    if tag == TUPLE:
        return tuple([from_plain(one, classes) for one in kept[1:]])
    if tag == SET:
        return frozenset(kept[1:])
    fields = kept[1]
    for name, one in fields.items():
        if type(one) in (list, dict):
            fields[name] = from_plain(one, classes)
    return classes[tag](**fields)
