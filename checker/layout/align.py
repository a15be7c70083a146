"""Heads that carry no known label are known by their place between those that do."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def fill_gaps(found: Sequence[str | None], fillable: Sequence[bool], expected: Sequence[str]) -> list[str | None]:
    """Give keys to unlabelled heads (None in `found`) by their place.

    Heads between two known neighbours get the keys that the format has between these, if none of those is found
    elsewhere and there are as many of the one as of the other; ends count as neighbours. Only heads marked in
    `fillable` take part.
    """
    result = list(found)
    here = set(found)
    at = 0
    while at < len(result):
        if result[at] is not None:
            at += 1
            continue
        end = at
        while end < len(result) and result[end] is None:
            end += 1
        gap = [i for i in range(at, end) if fillable[i]]
        before = result[at - 1] if at else None
        after = result[end] if end < len(result) else None
        keys = _between(before, after, expected, here)
        if gap and len(gap) == len(keys):
            for i, key in zip(gap, keys, strict=True):
                result[i] = key
        at = end
    return result


def fill_all(found: Sequence[str | None], fillable: Sequence[bool], expected: Sequence[str]) -> list[str | None]:
    """As fill_gaps; and if after that as many heads are open as keys are missing, they get these in order."""
    result = fill_gaps(found, fillable, expected)
    open_ = [i for i, key in enumerate(result) if key is None and fillable[i]]
    missing = [key for key in expected if key not in result]
    if open_ and len(open_) == len(missing):
        for i, key in zip(open_, missing, strict=True):
            result[i] = key
    return result


def _between(before: str | None, after: str | None, expected: Sequence[str], here: Collection[str | None]) -> list[str]:
    low = expected.index(before) + 1 if before in expected else 0
    high = expected.index(after) if after in expected else len(expected)
    return [key for key in expected[low:high] if key not in here]
