"""Patterns of RE2 that are left to `re`: the same matches, and never more steps than were worked out."""

from __future__ import annotations

import importlib
import re
import string
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import re2
from hypothesis import example, given
from hypothesis import strategies as st

from checker.backtracking import _starts, in_re, steps
from checker.language.find import _with_ranges
from checker.pack import load_pack
from checker.re2_syntax import FLAGS
from tests.builders.write import OPEN, random_spec

_PARSER: Any = importlib.import_module("re._parser")


def _patterns() -> list[str]:
    """Every regular expression of the rules."""
    found: dict[str, None] = {}

    def look(node: object) -> None:
        if isinstance(node, (list, tuple)):
            if len(node) > 1 and node[0] == "re" and isinstance(node[1], str):
                found[_with_ranges(node[1])] = None
            for part in node:
                look(part)

    for rule in load_pack().rules:
        look([rule.when, rule.require, rule.steps])
    return list(found)


PATTERNS = _patterns()


def _matches(engine: Any, text: str) -> list[tuple[Any, ...]]:  # noqa: ANN401 - of either engine
    return [(m.span(), m.groups(), m.groupdict()) for m in engine.finditer(text)]


def _texts() -> Iterator[str]:
    for seed in range(6):
        spec = random_spec(seed, "2021" if seed % 2 else "2019", wordings=OPEN)
        yield from re.findall(r"[^\n]+", repr(spec))


def test_most_patterns_of_the_rules_have_a_short_form() -> None:
    assert len(PATTERNS) > 80
    assert sum(in_re(pattern) is not None for pattern in PATTERNS) > len(PATTERNS) * 0.9


def test_both_find_the_same_in_reports() -> None:
    texts = [text[at : at + 400] for text in _texts() for at in range(0, len(text), 400)]
    found = 0
    for pattern in PATTERNS:
        short = in_re(pattern)
        if short is None:
            continue
        one, other = re2.compile(pattern), re.compile(short.pattern, FLAGS)
        for text in texts:
            expected = _matches(one, text)
            assert _matches(other, text) == expected, (pattern, text)
            found += len(expected)
    assert found > 1000


_PIECES = [
    "a", "b", "[ab]", "[^a]", "[a-c]", ".", r"\s", r"\S", r"\d", "[\\s一]", "一", r"\x{4E00}", "(?:a|ab|b)", "(?:a|一)",
    "(b)", "(?P<n>a|ba)", "^", "$", "[(\\[]",
]  # fmt: skip
_TIMES = ["", "", "", "?", "*", "+", "{0,3}", "{2}", "{1,4}?", "*?", "??"]


@st.composite
def _made(draw: Callable[[Any], Any]) -> str:
    def sequence(depth: int) -> str:
        parts = []
        for _ in range(draw(st.integers(1, 4))):
            piece = draw(st.sampled_from(_PIECES))
            if depth and draw(st.integers(0, 3)) == 0:
                piece = f"(?:{sequence(depth - 1)}|{sequence(depth - 1)})"
            times = "" if piece in "^$" else draw(st.sampled_from(_TIMES))
            parts.append(piece.replace("?P<n>", "") + times)
        return "".join(parts)

    return sequence(2)


@given(_made(), st.text("ab一c \n1([", max_size=24))
@example("a{1,3}?$", "aaa\n")
@example(r"(?:a|ab)(?:c|bcd)", "abcd")
def test_both_find_the_same(pattern: str, text: str) -> None:
    short = in_re(pattern)
    if short is not None:
        assert _matches(re.compile(short.pattern, FLAGS), text) == _matches(re2.compile(pattern), text)


class _Counting:
    """The way of `re`, one after the other, over a parsed pattern: it counts each item that it tries."""

    def __init__(self, text: str) -> None:
        self.text, self.tried = text, 0

    def items(self, items: list[Any], at: int, then: Callable[[int], bool]) -> bool:
        """Whether the items match from there on, and then what follows."""
        if not items:
            return then(at)
        (kind, value), rest = items[0], items[1:]
        name = str(kind)
        self.tried += 1

        def go_on(reached: int) -> bool:
            return self.items(rest, reached, then)

        if name == "AT":
            return self._at(str(value), at) and go_on(at)
        if name == "SUBPATTERN":
            return self.items(list(value[-1]), at, go_on)
        if name == "BRANCH":
            return any(self.items(list(branch), at, go_on) for branch in value[1])
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            least, most, inner = value
            return self._repeat(int(least), int(most), list(inner), at, go_on, greedy=name == "MAX_REPEAT")
        return at < len(self.text) and self._is(name, value, self.text[at]) and go_on(at + 1)

    def _repeat(
        self, least: int, most: int, inner: list[Any], at: int, then: Callable[[int], bool], *, greedy: bool
    ) -> bool:
        def more() -> bool:
            return most > 0 and self.items(
                inner,
                at,
                lambda reached: (
                    (reached > at or least > 0)
                    and self._repeat(max(least - 1, 0), most - 1, inner, reached, then, greedy=greedy)
                ),
            )

        if least > 0:
            return more()
        return more() or then(at) if greedy else then(at) or more()

    def _at(self, name: str, at: int) -> bool:
        return at == 0 if "BEGINNING" in name else at == len(self.text)

    def _is(self, name: str, value: Any, one: str) -> bool:  # noqa: ANN401 - what the parser made
        if name == "LITERAL":
            return bool(ord(one) == value)
        if name == "NOT_LITERAL":
            return bool(ord(one) != value)
        if name == "ANY":
            return one != "\n"
        negated = str(value[0][0]) == "NEGATE"
        return negated != any(self._in(str(k), v, one) for k, v in value if str(k) != "NEGATE")

    def _in(self, name: str, value: Any, one: str) -> bool:  # noqa: ANN401 - what the parser made
        if name == "CATEGORY":
            assert str(value) == "CATEGORY_DIGIT"
            return one in string.digits
        return bool(value[0] <= ord(one) <= value[1] if name == "RANGE" else ord(one) == value)


def _tried(pattern: str, text: str) -> tuple[float, float]:
    """How many items a search that finds nothing tries, and how many it may."""
    parsed = _PARSER.parse(pattern, FLAGS)
    counting = _Counting(text)
    for at in range(len(text) + 1):
        counting.items(list(parsed), at, lambda _: False)
    return counting.tried, steps(parsed, len(text))


@given(_made(), st.text("ab一", max_size=10))
@example("a*a*a*b", "aaaaaaaaaa")
@example("(?:a|b|ab)*c", "ababababab")
@example("(?:[^ab]|a[^b]{2,}b|ba?)*c", "a一一一b一ba一a一一一一一一")
@example("(?:a(?:b一*){1,2})+b", "ab一b一一ab一ab一b一一a")
@example("(?:a|b)*a", "abababababab")
def test_no_text_takes_more_steps_than_were_worked_out(pattern: str, text: str) -> None:
    short = in_re(pattern)
    if short is not None:
        tried, most = _tried(short.pattern, text)
        assert tried <= most


@given(_made(), st.text("ab一", max_size=10))
@example("a*b*a*b*a*b*一", "bbbb一一bbbb一一aaaa")
@example("(?:^|一)a*a*a*a*b", "aaa一aaa一aaaa")
@example("(?:ab|b一|一?a)a*a*a*b", "一一一一aaaaaaa")
@example("(?:^|a?)a?a", "")
def test_nor_more_than_follow_from_where_a_match_can_begin(pattern: str, text: str) -> None:
    short = in_re(pattern)
    if short is None:
        return
    starts = _starts(_PARSER.parse(short.pattern, FLAGS), 0)
    if starts is not None:
        tried, _ = _tried(short.pattern, text)
        begun = len(re.findall(starts.characters, text))
        assert tried <= (len(text) + 1) * starts.idle + begun * starts.once


@pytest.mark.parametrize(
    "pattern",
    [
        "(?i)a", "[[:alpha:]]", r"\pN", r"\bx", r"\zx", "a{,3}", "a*+", r"\Qa\E", r"\C", "(?:a*)*b", "(?:a+)+b",
        "a*", "$", "(?=a)", r"[\S]", "a(?:bb|b)*", "a(?:b|bc?)+", "(?:a|b?){2,}c",
    ],
)  # fmt: skip
def test_what_differs_or_may_be_slow_stays_with_re2(pattern: str) -> None:
    assert in_re(pattern) is None
