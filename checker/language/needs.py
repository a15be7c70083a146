"""What every match of a regular expression must hold, worked out once at load so that most searches need no RE2."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeAlias

Parsed: TypeAlias = Any  # what the parser of re makes, which has no public types
_MOST = 50  # alternatives worth trying one by one
_LISTS = 4  # lists of alternatives worth trying
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")


def needs_of(pattern: str) -> list[Any] | None:
    """What a match needs: ["any", literal, …], one of these; ["all", [literal, …], …], one of each list; ["digits", n],
    a run of n digits; None if nothing is known.
    """
    if re.search(r"\(\?[a-zA-Z]*i", pattern):
        return None
    try:
        parsed = _parser().parse(re.sub(r"\(\?P?<", "(?P<", pattern))
    except (re.error, OverflowError, RecursionError):
        return None  # RE2 knows forms that re does not
    run = _digits(parsed)
    if run >= 4:
        return ["digits", run]
    found = _candidates(parsed)
    if not found:
        return None
    if len(found) == 1:
        return ["any", *sorted(found[0])]
    return ["all", *(sorted(literals) for literals in sorted(found, key=len)[:_LISTS])]


def _parser() -> Parsed:
    import importlib

    return importlib.import_module("re._parser")


def _literals(items: Parsed) -> frozenset[str] | None:
    """The best set of literals one of which every match holds; None if there is none."""
    return max(_candidates(items), key=lambda c: (min(map(len, c)), -len(c)), default=None)


def _candidates(items: Parsed) -> list[frozenset[str]]:
    """Sets of literals, of each of which every match holds one."""
    candidates: list[frozenset[str]] = []
    run: list[str] = [""]
    for kind, value in items:
        name = str(kind)
        choices, more = _repeated(value) if name in _REPEATS else (_single(name, value), False)
        if choices is not None and len(run) * len(choices) <= _MOST:
            run = [before + one for before in run for one in choices]
            if not more:
                continue
            inner = None
        else:
            inner = _inner(name, value)
        candidates.append(frozenset(run))
        run = [""]
        if inner is not None:
            candidates.append(inner)
    candidates.append(frozenset(run))
    return list(dict.fromkeys(c for c in candidates if c and all(c) and len(c) <= _MOST))


def _repeated(value: Parsed) -> tuple[list[str] | None, bool]:
    """What a repetition begins with, and whether more may follow."""
    least, most, inner = value
    words = _words(inner)
    if words is None or not 1 <= least <= 6:
        return None, True
    texts = [""]
    for _ in range(least):
        texts = [a + b for a in texts for b in words]
        if len(texts) > _MOST:
            return None, True
    return texts, most != least


def _single(name: str, value: Parsed) -> Sequence[str] | None:
    """The characters that may stand at one position, if few."""
    if name == "LITERAL":
        return chr(value)
    if name == "IN":
        if all(str(k) == "LITERAL" for k, _ in value) and len(value) <= 8:
            return [chr(v) for _, v in value]
        return None
    if name == "SUBPATTERN":
        parts = _words(value[-1])
        return parts if parts and len(parts) <= _MOST else None
    if name == "BRANCH":
        return _alternatives(value)
    return None


def _words(items: Parsed) -> list[str] | None:
    """All texts that a small part can be, if they can be listed."""
    texts = [""]
    for kind, value in items:
        choices = _single(str(kind), value)
        if choices is None or len(texts) * len(choices) > _MOST:
            return None
        texts = [a + b for a in texts for b in choices]
    return texts


def _alternatives(value: Parsed) -> list[str] | None:
    found: list[str] = []
    for branch in value[1]:
        words = _words(branch)
        if words is None:
            return None
        found += words
    return found if len(found) <= _MOST else None


def _inner(name: str, value: Parsed) -> frozenset[str] | None:
    if name == "SUBPATTERN":
        return _literals(value[-1])
    if name in _REPEATS and value[0] >= 1:
        return _literals(value[2])
    if name == "BRANCH":
        sets = [_literals(branch) for branch in value[1]]
        if all(s is not None for s in sets):
            return frozenset(word for s in sets if s is not None for word in s)
    return None


def _digits(items: Parsed) -> int:
    """The longest run of digits that every match holds."""
    best = run = 0
    for kind, value in items:
        name = str(kind)
        if (name == "IN" and _is_digits(value)) or (name == "LITERAL" and ord("0") <= value <= ord("9")):
            run += 1
        elif name in _REPEATS and len(value[2]) == 1 and _is_repeat_of_digits(value[2][0]):
            run += value[0]
            best = max(best, run)
            if value[0] != value[1]:
                run = 0
            continue
        elif name == "SUBPATTERN":
            best, run = max(best, _digits(value[-1])), 0
            continue
        elif name == "AT":
            continue
        else:
            run = 0
        best = max(best, run)
    return best


def _is_repeat_of_digits(item: Parsed) -> bool:
    return str(item[0]) == "IN" and _is_digits(item[1])


def _is_digits(value: Parsed) -> bool:
    for kind, what in value:
        if str(kind) == "CATEGORY" and str(what) == "CATEGORY_DIGIT":
            continue
        if str(kind) == "RANGE" and ord("0") <= what[0] <= what[1] <= ord("9"):
            continue
        return False
    return True
