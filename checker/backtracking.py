"""Which patterns of RE2 may be left to Python's `re`, and how long a text may be so that `re` surely is quick on it.

RE2 is linear on every text, but loading it and compiling a few patterns costs as much as reading a report. `re` keeps
its compiled form between processes (expressions.py), but it tries one way after the other. How many steps that can take
is worked out here from the pattern, for the worst of all texts of a length: where they are few, both give the same
matches and `re` gives them sooner; longer texts, and patterns that differ between the two, stay with RE2.
"""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

from checker.expressions import MOST_STEPS
from checker.re2_syntax import FLAGS, LAST, in_words_of_re

Parsed: TypeAlias = Any  # what the parser of re makes, which has no public types
Ranges: TypeAlias = tuple[tuple[int, int], ...]  # of characters, by number, both ends within

_LENGTHS = (16_384, 8_192, 4_096, 2_048, 1_024, 768, 512, 384, 256, 192, 128, 96, 64)
_FAR = 2_048  # characters: few paragraphs are longer, and what one beginning costs may grow with them
_FEW_STARTS = 4  # a pattern of which fewer fit in MOST_STEPS is RE2's: most texts would have more of them
_ALL: Ranges = ((0, LAST),)
_ENDLESS = float("inf")
_DEEPEST = 60  # repetitions of a group that are worked out one by one


class Starts(NamedTuple):
    """Where a match can begin at all, for texts on which that is what keeps `re` quick.

    characters: a class for `re` of those that a match can begin with. reach: the longest text, in characters, that it
    holds for. once: the most steps from one of them. idle: the most at any other place.
    """

    characters: str
    reach: int
    once: int
    idle: int


class InRe(NamedTuple):
    """A pattern for `re`, to be compiled with FLAGS.

    reach: the longest text, in characters, on which it is quick, whatever stands there. each: the most steps that a
    character of it can cost. starts: for longer texts, if few of their characters can begin a match.
    """

    pattern: str
    reach: int
    each: int
    starts: Starts | None


def in_re(pattern: str) -> InRe | None:
    """The pattern of RE2 for `re`; None if the two may differ on it, or if it may be slow on texts of any length."""
    translated = in_words_of_re(pattern)
    if translated is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a pattern that later versions of Python may read otherwise
        try:
            parsed = _parser().parse(translated, FLAGS)
        except (re.error, FutureWarning, DeprecationWarning, OverflowError, RecursionError):
            return None
    if parsed.getwidth()[0] == 0:
        return None  # the two go on differently after a match of nothing
    reach, most = next(((n, steps(parsed, n)) for n in _LENGTHS if steps(parsed, n) <= MOST_STEPS), (0, 0.0))
    starts = _starts(parsed, reach)
    return InRe(translated, reach, math.ceil(most / max(reach, 1)), starts) if reach or starts else None


def steps(parsed: Parsed, length: int) -> float:
    """The most steps that looking for a parsed pattern can take in a text of so many characters."""
    once = _sequence(list(parsed), _Rest(0, _ALL), length).steps
    return length + 1 + once if _anchored(list(parsed)) else (length + 1) * once


def _starts(parsed: Parsed, short: int) -> Starts | None:
    """Of texts longer than `short`; None if a match can begin with anything, or if even one beginning costs much."""
    items = list(parsed)
    idle = _idle(items)
    for length in (n for n in _LENGTHS if short < n <= _FAR and (n + 1) * idle <= MOST_STEPS):
        once, first = _sequence(items, _Rest(0, _ALL), length)
        if once <= MOST_STEPS / _FEW_STARTS and first and first != _ALL:
            return Starts(_as_class(first), length, math.ceil(once), idle)
    return None


def _idle(items: Sequence[Parsed]) -> int:
    """The most steps at a place whose character can begin no match: every way is left at its first character."""
    taken, ways = 0, 1
    for kind, value in items:
        name = str(kind)
        here = 1
        if name == "SUBPATTERN":
            here += _idle(list(value[-1]))
        elif name == "BRANCH":
            here += sum(_idle(list(branch)) for branch in value[1])
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            here += 1 + _idle(list(value[2]))
        taken += here * max(ways, 1)
        ways *= _ways(name, value)
    return taken


def _ways(name: str, value: Parsed) -> int:
    """In how many ways an item can be passed without a character: so often is what follows it tried at one place."""
    if name == "AT":
        return 1
    if name == "SUBPATTERN":
        return _ways_through(list(value[-1]))
    if name == "BRANCH":
        return sum(_ways_through(list(branch)) for branch in value[1])
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        least, inner = min(int(value[0]), _DEEPEST), _ways_through(list(value[2]))
        return 1 + inner if least == 0 else inner**least
    return 0


def _ways_through(items: Sequence[Parsed]) -> int:
    return math.prod(_ways(str(kind), value) for kind, value in items)


def _as_class(ranges: Ranges) -> str:
    return "[" + "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges) + "]"


class _Rest(NamedTuple):
    """What is still to be matched. steps: the most that it takes from one place. first: what it may begin with."""

    steps: float
    first: Ranges


def _sequence(items: Sequence[Parsed], rest: _Rest, length: int) -> _Rest:
    for kind, value in reversed(items):
        rest = _before(str(kind), value, rest, length)
    return rest


def _before(kind: str, value: Parsed, rest: _Rest, length: int) -> _Rest:
    """One item, and then the rest."""
    if kind == "AT":
        at_end = str(value) == "AT_END_STRING"
        return _Rest(1 + rest.steps, () if at_end else rest.first)
    one = _characters(kind, value)
    if one is not None:
        return _Rest(1 + rest.steps, one)
    if kind == "SUBPATTERN":
        inner = _sequence(list(value[-1]), rest, length)
        return _Rest(1 + inner.steps, inner.first)
    if kind == "BRANCH":
        return _one_of([_sequence(list(branch), rest, length) for branch in value[1]])
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, inner = value
        return _repeated(int(least), min(int(most), length + 1), list(inner), rest, length)
    return _Rest(_ENDLESS, _ALL)


def _repeated(least: int, most: int, inner: Sequence[Parsed], rest: _Rest, length: int) -> _Rest:
    alone = _characters(str(inner[0][0]), inner[0][1]) if len(inner) == 1 else None
    if alone is not None:
        ends = max(most - least, 0) + 1
        apart = not _common(alone, rest.first)  # then all ends but the last fail at once
        after = ends + rest.steps if apart else ends * (1 + rest.steps)
        return _Rest(1 + most + after, alone if least else _union((alone, rest.first)))
    made = _Rest(_ENDLESS, _ALL)
    if most <= _DEEPEST:
        made = rest
        for count in range(most, 0, -1):  # the last one first
            more = _sequence(inner, made, length)
            made = _one_of([more, rest]) if count > least else _Rest(1 + more.steps, more.first)
    return _Rest(1 + min(made.steps, _in_one_way(inner, rest, length)), made.first)


def _in_one_way(inner: Sequence[Parsed], rest: _Rest, length: int) -> float:
    """The steps of a group repeated without end that can be read in one way only: every character is come to once."""
    once, first = _sequence(inner, _Rest(0, ()), length)
    if _follows(inner, first) is None:
        return _ENDLESS
    ends = length + 1
    after = ends + rest.steps if not _common(first, rest.first) else ends * (1 + rest.steps)
    return once + 3 * (1 + _idle(inner)) * ends + after  # to read it, to give it back, and the one that fails


def _follows(items: Sequence[Parsed], follow: Ranges) -> Ranges | None:
    """What the items begin with, if each character tells which of them it is (one-unambiguous, Brüggemann-Klein and
    Wood 1998) when `follow` comes after them; None if not, or if they can be nothing."""
    empty = True
    for kind, value in reversed(items):
        name = str(kind)
        one = _characters(name, value)
        if name == "SUBPATTERN":
            one = _follows(list(value[-1]), follow)
        elif name == "BRANCH":
            ways = [_follows(list(branch), follow) for branch in value[1]]
            one = None if None in ways or _overlap([way for way in ways if way]) else _union(way or () for way in ways)
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            first = _sequence(list(value[2]), _Rest(0, ()), 1).first
            one = _follows(list(value[2]), _union((first, follow)))
            if one is None or _common(one, follow):
                return None
            if value[0] == 0:
                follow = _union((one, follow))
                continue
        if one is None:
            return None
        follow, empty = one, False
    return None if empty else follow


def _overlap(many: Sequence[Ranges]) -> bool:
    return any(_common(one, other) for at, one in enumerate(many) for other in many[at + 1 :])


def _one_of(ways: Sequence[_Rest]) -> _Rest:
    """Ways that are tried in turn: of those that may begin with one character all, of the others a step."""
    starts = {first for way in ways for first, _ in way.first}
    together = [sum(w.steps for w in ways if any(a <= start <= b for a, b in w.first)) for start in starts]
    endings = sum(w.steps for w in ways if not w.first)  # what stands at the end of a text
    return _Rest(len(ways) + max(together, default=0) + endings, _union(way.first for way in ways))


def _characters(kind: str, value: Parsed) -> Ranges | None:
    """What an item that is one character may be; None for another item."""
    if kind == "LITERAL":
        return ((value, value),)
    if kind == "NOT_LITERAL":
        return _other_than(((value, value),))
    if kind == "ANY":
        return _ALL
    if kind != "IN":
        return None
    found: list[tuple[int, int]] = []
    for what, part in value:
        name = str(what)
        if name == "LITERAL":
            found.append((part, part))
        elif name == "RANGE":
            found.append((part[0], part[1]))
        elif name != "NEGATE":
            return _ALL  # a category: more than it is, which is on the safe side
    return _other_than(found) if str(value[0][0]) == "NEGATE" else _union((found,))


def _union(many: Iterable[Iterable[tuple[int, int]]]) -> Ranges:
    """The ranges together, in order, those that touch as one."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(one for ranges in many for one in ranges):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def _other_than(ranges: Iterable[tuple[int, int]]) -> Ranges:
    found: list[tuple[int, int]] = []
    at = 0
    for first, last in _union((ranges,)):
        if at < first:
            found.append((at, first - 1))
        at = last + 1
    if at <= LAST:
        found.append((at, LAST))
    return tuple(found)


def _common(one: Ranges, other: Ranges) -> bool:
    return any(a <= d and c <= b for a, b in one for c, d in other)


def _anchored(items: Sequence[Parsed]) -> bool:
    """Whether a match can only begin where the text does."""
    if not items:
        return False
    kind, value = str(items[0][0]), items[0][1]
    if kind == "AT":
        return str(value) in ("AT_BEGINNING", "AT_BEGINNING_STRING")
    if kind == "SUBPATTERN":
        return _anchored(list(value[-1]))
    return kind == "BRANCH" and all(_anchored(list(branch)) for branch in value[1])


def _parser() -> Parsed:
    import importlib

    return importlib.import_module("re._parser")
