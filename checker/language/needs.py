"""What every match of a regular expression must hold, worked out once at load so that most searches need no RE2."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any, TypeAlias

Parsed: TypeAlias = Any  # what the parser of re makes, which has no public types
_MOST = 50  # alternatives of one part worth trying one by one
_ALL = 160  # alternatives of a whole pattern: to try them costs less than to load, compile and run RE2
_FEW = 4  # alternatives of what may be left out
_SHORT, _LONG = 4, 8  # runs of digits that few paragraphs have, and that hardly any has
_LISTS = 4  # lists of alternatives worth trying
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")


def needs_of(pattern: str) -> list[Any] | None:
    """What a match needs: ["any", literal, …], one of these; ["all", [literal, …], …], one of each list; ["digits", n],
    a run of n digits; ["either", needs, …], one of these; None if nothing is known.

    Where the pattern is nothing but literals, they say all: ["words", …] stands for a text that holds one of them,
    ["begins", …], ["ends", …] and ["is", …] for one that begins or ends with one or is one.
    """
    if re.search(r"\(\?[a-zA-Z]*i", pattern):
        return None
    try:
        parsed = _parser().parse(_for_re(pattern))
    except (re.error, OverflowError, RecursionError):
        return None  # RE2 knows forms that re does not
    return _whole(list(parsed)) or _necessary(parsed)


def _necessary(parsed: Parsed) -> list[Any] | None:
    run, found = _digits(parsed), _candidates(parsed)
    if run >= _LONG or (run >= _SHORT and not found):
        return ["digits", run]
    if len(found) <= 1 and (not found or len(found[0]) > _MOST):
        either = _either(parsed)
        if either is not None:
            return either
    if not found:
        return None
    if len(found) == 1:
        return ["any", *_shortest(found[0])]
    return ["all", *(_shortest(literals) for literals in sorted(found, key=len)[:_LISTS])]


def _either(parsed: Parsed) -> list[Any] | None:
    """What each of many alternatives needs; those that need one literal together."""
    if len(parsed) != 1 or str(parsed[0][0]) != "BRANCH":
        return None
    literals: set[str] = set()
    others: list[list[Any]] = []
    for branch in parsed[0][1][1]:
        needs = _necessary(branch)
        if needs is None:
            return None
        if needs[0] == "any":
            literals.update(needs[1:])
        else:
            others.append(needs)
    return ["either", ["any", *_shortest(literals)], *others]


def _for_re(pattern: str) -> str:
    """The pattern in the words of `re`: names of groups, characters by their number, some range for the script Han."""
    pattern = re.sub(r"\(\?P?<(?![=!])", "(?P<", pattern)
    pattern = re.sub(r"\\x\{([0-9A-Fa-f]{1,6})\}", lambda found: re.escape(chr(int(found[1], 16))), pattern)
    parts = pattern.split(r"\p{Han}")
    for at, part in enumerate(parts[1:], 1):
        before = "".join(parts[:at]).replace("\\\\", "").replace(r"\[", "").replace(r"\]", "")
        within = before.rfind("[") > before.rfind("]")
        parts[at] = ("一-龥" if within else "[一-龥]") + part
    return "".join(parts)


def _whole(items: list[Parsed]) -> list[Any] | None:
    """All texts that match, if the pattern has no other; and whether a text must begin or end with them."""
    begins = bool(items) and _is_mark(items[0], "AT_BEGINNING", "AT_BEGINNING_STRING")
    ends = bool(items) and _is_mark(items[-1], "AT_END", "AT_END_STRING")
    texts = _texts(items[begins : len(items) - ends])
    if not texts or "" in texts:
        return None
    if begins or ends:
        return ["is" if begins and ends else "begins" if begins else "ends", *sorted(texts)]
    return ["words", *_shortest(texts)]


def _is_mark(item: Parsed, *names: str) -> bool:
    return str(item[0]) == "AT" and str(item[1]) in names


def _texts(items: Parsed) -> frozenset[str] | None:
    """All texts that a part matches; None if they are not few, or if what stands round them counts too."""
    texts = frozenset({""})
    for kind, value in items:
        choices = _choices(str(kind), value)
        if choices is None or len(texts) * len(choices) > _ALL:
            return None
        texts = frozenset(before + one for before in texts for one in choices)
    return texts


def _choices(name: str, value: Parsed) -> frozenset[str] | None:
    if name == "SUBPATTERN":
        return _texts(value[-1])
    if name == "BRANCH":
        found = [_texts(branch) for branch in value[1]]
        union = frozenset(text for texts in found for text in texts or ())
        return union if None not in found and len(union) <= _ALL else None
    if name in _REPEATS:
        least, most, inner = value
        once = _texts(inner) if most <= 2 else None
        if once is None or len(once) ** most > _ALL:
            return None
        powers = [frozenset({""}), once, frozenset(a + b for a in once for b in once)]
        return frozenset(text for texts in powers[least : most + 1] for text in texts)
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in value) and len(value) <= _MOST:
        return frozenset(chr(number) for _, number in value)
    return frozenset({chr(value)}) if name == "LITERAL" else None


def _shortest(literals: Collection[str]) -> list[str]:
    """The literals without those that hold another one, in order."""
    kept: list[str] = []
    for one in sorted(literals, key=len):
        if not any(other in one for other in kept):
            kept.append(one)
    return sorted(kept)


def _parser() -> Parsed:
    import importlib

    return importlib.import_module("re._parser")


def _literals(items: Parsed) -> frozenset[str] | None:
    """The best set of literals one of which every match holds, the fewest of two characters; None if there is none."""
    return max(_candidates(items), key=lambda c: (min(2, *map(len, c)), -len(c)), default=None)


def _candidates(items: Parsed) -> list[frozenset[str]]:
    """Sets of literals, of each of which every match holds one."""
    found = [*_runs(items, 0), *_runs(items, _FEW)]
    return list(dict.fromkeys(c for c in found if c and all(c) and len(c) <= _ALL))


def _runs(items: Parsed, left_out: int) -> list[frozenset[str]]:
    """What stands side by side, as texts; through what may be left out if it is one of so many texts."""
    candidates: list[frozenset[str]] = []
    run: list[str] = [""]
    ended: list[str] = []  # beginnings of the run behind which anything may follow
    for kind, value in items:
        name = str(kind)
        choices, more = _repeated(value, left_out) if name in _REPEATS else (_single(name, value), False)
        if choices is not None and len(run) * len(choices) <= _MOST:
            longer = [before + one for before in run for one in choices]
            if not more:
                run = longer
                continue
            if "" in choices:  # none of it, and what follows; or one, and then perhaps more
                ended += [before + one for before in run for one in choices if one]
                continue
            run, inner = longer, None
        else:
            inner = _inner(name, value)
        candidates.append(frozenset(run + ended))
        run, ended = [""], []
        if inner is not None:
            candidates.append(inner)
    candidates.append(frozenset(run + ended))
    return candidates


def _repeated(value: Parsed, left_out: int) -> tuple[list[str] | None, bool]:
    """What a repetition begins with, and whether more of it may follow."""
    least, most, inner = value
    words = _words(inner)
    if words is None or least > 6 or (least == 0 and len(words) > left_out):
        return None, True
    if least == 0:
        return ["", *words], most > 1
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
            return frozenset(_shortest(frozenset(word for s in sets if s is not None for word in s)))
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
