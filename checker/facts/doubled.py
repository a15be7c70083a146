"""Words that stand twice in a row."""

from __future__ import annotations

import re
from functools import cache

from checker.expressions import compiled

_MOST = 50
_READ = 30_000  # characters of a text: an honest paragraph is far shorter


def doubled(text: str) -> list[tuple[int, int]]:
    """Words that follow themselves at once, as (start, end of both), in order, at most 50.

    A word is a run of two to six Chinese characters, or a number with 年, 月, 日. What is a word of its own in that
    form (一项一项) or two words that meet is for the caller to know. Only the first 30,000 characters are read.
    """
    found: list[tuple[int, int]] = []
    end = 0
    for match in _twice().finditer(text[:_READ]):
        start = match.start()
        if start < end:
            continue
        unit = match.group(1)
        if len(set(unit)) > 1:
            end = start + 2 * len(unit)
            found.append((start, end))
            if len(found) == _MOST:
                break
    return found


@cache
def _twice() -> re.Pattern[str]:
    return compiled(r"([\u4e00-\u9fff]{2,6}?|[0-9]{1,4}[年月日])(?=\1)")
