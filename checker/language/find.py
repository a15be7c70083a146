"""Regular expressions of rules: RE2's, loaded late, and only for a text that could match.

`needs` (made at load, see needs.py) says what every match must hold, or all that there is to a pattern of literals.
Without it in the text, RE2 is not even imported. A short text is left to `re` where that is sure to find the same in
few steps (checker/backtracking.py), and has the pattern compiled already (checker/expressions.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from checker import expressions
from checker.document import Place
from checker.language.stretch import Stretch
from checker.language.values import Blank, Unknown, Value, Words, place_of

_HAN = r"\p{Han}"
_HAN_RANGES = (  # the script Han of Unicode 15
    r"\x{2E80}-\x{2FD5}\x{3005}\x{3007}\x{3021}-\x{3029}\x{3038}-\x{303B}"
    r"\x{3400}-\x{4DBF}\x{4E00}-\x{9FFF}\x{F900}-\x{FAD9}\x{20000}-\x{3FFFF}"
)
_EXACT = frozenset({"words", "begins", "ends", "is"})  # needs that are all that the pattern says
_SOMEWHERE = frozenset({"words", "any", "all", "either", "digits"})  # needs that a text has if a part of it has them
_FEW = 10  # items of a list that may be wholes: [title, text]
_LONG = 40_000  # characters of prose looked through as a whole: hardly any report has more, and a text made to may
_ALLOWED = 30_000_000  # steps that `re` may take for a report: one made to cost time is then left to RE2
_MOST = 200  # matches of one text: every one costs what a rule makes of it


_allowance = [_ALLOWED]


def begin() -> None:
    """A new report: what `re` may cost is counted anew."""
    _allowance[0] = _ALLOWED


class Match(Stretch):
    """A match: its text and place, what stands round it, and its named groups as fields (numbers as numbers)."""

    __slots__ = ("groups",)

    def __init__(self, found: Value, source: str, place: Place | None) -> None:
        start, end = found.span()
        super().__init__(source, start, end, place)
        self.groups = found.groupdict()

    def group(self, name: str) -> Value:
        """A named group: a number where it reads as one, else a text; None where it took no part."""
        value = self.groups.get(name)
        if type(value) is str:  # as found: read once
            value = self.groups[name] = _value(value, self.place)
        return value


def _value(text: str, place: Place) -> Value:
    if text and (text[0] != "0" or len(text) == 1 or text[1] == "."):
        from checker.facts.numbers import chinese_number

        number = chinese_number(text)
        if number is not None:
            return number
    return Words.at(text, place)


def find(source: Value, pattern: str, needs: list[Value] | None) -> tuple[Match, ...] | Unknown:
    """The matches in a text, in a record's text (paragraph by paragraph), or in each item of a list.

    At most 200 of one text: an honest paragraph has fewer, and a text made to cost time ends there.
    """
    if isinstance(source, Unknown):
        return source
    if isinstance(source, Blank):
        return ()
    found: list[Match] = []
    for text, needed in ((source, needs),) if isinstance(source, str) else _likely(source, needs):
        if not text or (needed is not None and not may_match(text, needed)):
            continue
        place = place_of(text)
        found += (Match(m, text, place) for m in islice(_for(text, pattern).finditer(text), _MOST))
    return tuple(found)


def contains(pattern: str, text: str, needs: list[Value] | None = None) -> bool:
    """Whether the text holds a match."""
    if needs is not None:
        if not may_match(text, needs):
            return False
        if needs[0] in _EXACT:
            return True
    literals = _literals(pattern) if needs is None else None
    if literals is not None:
        return any(literal in text for literal in literals)
    return _for(text, pattern).search(text) is not None


def matches(source: Value, pattern: str, needs: list[Value] | None) -> bool | Unknown:
    """Whether a text, or any paragraph of a record, holds a match."""
    if isinstance(source, str):
        return contains(pattern, source, needs)
    if isinstance(source, Unknown):
        return source
    if isinstance(source, Blank):
        return Unknown("blank", source.source)
    return any(contains(pattern, text, needed) for text, needed in _likely(source, needs))


def texts(source: Value) -> Iterator[str]:
    """The texts of a value: itself, its paragraphs, its text, or those of its items."""
    if isinstance(source, str):
        yield source
    elif isinstance(source, tuple):
        for item in source:
            yield from texts(item)
    elif hasattr(source, "paragraphs"):
        for paragraph in source.paragraphs:
            yield paragraph.text
    else:
        text = getattr(source, "text", None)
        if isinstance(text, str):
            yield text


def _likely(source: Value, needs: list[Value] | None) -> Iterator[tuple[str, list[Value] | None]]:
    """The texts of a value, each with what a match in it needs.

    All the prose is looked through as a whole first: its paragraphs are left out if it lacks what a match needs, and
    need not be asked for the literals that it lacks.
    """
    if needs is not None and needs[0] in _SOMEWHERE:
        if isinstance(source, tuple) and len(source) < _FEW:
            for item in source:
                yield from _likely(item, needs)
            return
        if hasattr(source, "whole") and len(source.whole) <= _LONG:
            needs = _left(source.whole, needs)
            if needs is None:
                return
    for text in texts(source):
        yield text, needs


def _left(text: str, needs: list[Value]) -> list[Value] | None:
    """What a match in a part of the text needs, without what the text does not hold; None if there can be none."""
    kind, *wanted = needs
    if kind == "digits":
        return needs if may_match(text, needs) else None
    if kind in ("words", "any"):
        held = [literal for literal in wanted if literal in text]
        return [kind, *held] if held else None
    if kind == "all":
        if not may_match(text, needs):
            return None
        return [kind, *([literal for literal in literals if literal in text] for literals in wanted)]
    either = [left for left in (_left(text, one) for one in wanted) if left is not None]
    return [kind, *either] if either else None


def may_match(text: str, needs: list[Value]) -> bool:
    """Whether the text holds what a match needs."""
    return _MAY_MATCH[needs[0]](text, needs[1:])


# Loops, for any() and all() take twice the time, and these run for every pattern and text.


def _holds(text: str, literals: list[str]) -> bool:
    for literal in literals:  # noqa: SIM110 - see above
        if literal in text:
            return True
    return False


def _holds_of_each(text: str, lists: list[list[str]]) -> bool:
    for literals in lists:
        for literal in literals:
            if literal in text:
                break
        else:
            return False
    return True


def _holds_either(text: str, several: list[list[Value]]) -> bool:
    for needs in several:  # noqa: SIM110 - see above
        if _MAY_MATCH[needs[0]](text, needs[1:]):
            return True
    return False


@cache
def _digit_run(length: int) -> re.Pattern[str]:
    return expressions.compiled(rf"[0-9０-９]{{{int(length)}}}")


_MAY_MATCH: dict[str, Callable[[str, list[Value]], bool]] = {
    "words": _holds,
    "any": _holds,
    "all": _holds_of_each,
    "either": _holds_either,
    "digits": lambda text, wanted: _digit_run(wanted[0]).search(text) is not None,
    "is": lambda text, wanted: text in wanted,
    "begins": lambda text, wanted: text.startswith(tuple(wanted)),
    "ends": lambda text, wanted: text.endswith(tuple(wanted)),
}


@cache
def _literals(pattern: str) -> list[str] | None:
    """The alternatives of a pattern that has nothing but literals: for these RE2 has nothing to do."""
    return None if any(mark in pattern for mark in ".^$*+?{}[]()\\") else pattern.split("|")


def _for(text: str, pattern: str) -> Value:
    """The pattern, compiled by the engine that is the quicker one for the text."""
    short = _short(pattern)
    if short is not None:
        most = short.steps(text)
        if most is not None and most <= _allowance[0]:
            _allowance[0] -= most
            return short.pattern
    return compiled(pattern)


@cache
def _short(pattern: str) -> expressions.ShortForm | None:
    return expressions.short_form(_with_ranges(pattern))


@cache
def compiled(pattern: str) -> Value:
    """The pattern compiled by RE2. Raises re2.error if RE2 does not take it."""
    import re2  # 5 to 30 ms: only for a report in which a pattern may match

    options = re2.Options()
    options.log_errors = False
    return re2.compile(_with_ranges(pattern), options)


def _with_ranges(pattern: str) -> str:
    """The pattern with the script Han as ranges, which RE2 compiles in a fourth of the time and the same search finds.

    They differ in characters that Unicode has not assigned, and in four marks of old scripts.
    """
    before, *parts = pattern.split(_HAN)
    for part in parts:
        opened = before.replace("\\\\", "").replace("\\[", "").replace("\\]", "")
        within = opened.rfind("[") > opened.rfind("]")
        before += (_HAN_RANGES if within else f"[{_HAN_RANGES}]") + part
    return before
