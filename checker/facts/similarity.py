"""How much of a text another holds, by runs of five characters, without figures, blanks, marks and names."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from zlib import crc32

_RUN = 5
_SKETCH = 64
_APART = 12  # of the 64 runs of two sketches: with fewer in common the texts have nothing to do with one another
_NAME_LEAST = 2


def similarity(a: str, b: str, names: tuple[str, ...] = (), phrases: tuple[str, ...] = ()) -> Decimal:
    """The share (0 to 1) of the runs of five characters of the shorter text that the longer one holds too.

    Only letters count: figures (numerals too), blanks and punctuation are taken out first, so that a text with new
    figures is the same text. names: what is taken out too, whole or in part (two characters and more). phrases: texts
    whose runs do not count. For texts that are plainly different the share is only estimated, so that comparing all
    reports of a call with one another stays cheap. 0 if a text has no such run.
    """
    if len(_sketch(a) & _sketch(b)) < min(_APART, len(_sketch(a)) // 4):
        return _share(len(_sketch(a) & _sketch(b)), len(_sketch(a)))
    first, second = _runs(a, names), _runs(b, names)
    common = _phrase_runs(phrases)
    first, second = first - common, second - common
    return _share(len(first & second), min(len(first), len(second)))


def _share(part: int, whole: int) -> Decimal:
    return (Decimal(part) / whole).quantize(Decimal("0.0001")) if whole else Decimal(0)


def _plain(text: str) -> str:
    return _no_letter().sub("", text)


@cache
def _no_letter() -> re.Pattern[str]:
    return re.compile(r"[\W\d_〇零一二三四五六七八九十百千万亿]+")


def _runs(text: str, names: tuple[str, ...]) -> frozenset[str]:
    plain = _plain(_without(text, names) if names else text)
    return frozenset(plain[i : i + _RUN] for i in range(len(plain) - _RUN + 1))


def _without(text: str, names: tuple[str, ...]) -> str:
    """The text without every piece of two characters and more of a name."""
    pairs = {name[i : i + _NAME_LEAST] for name in names for i in range(len(name) - _NAME_LEAST + 1)}
    kept = []
    covered = 0
    for i, char in enumerate(text):
        if text[i : i + _NAME_LEAST] in pairs:
            covered = i + _NAME_LEAST
        if i >= covered:
            kept.append(char)
    return "".join(kept)


@lru_cache(maxsize=8)
def _phrase_runs(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(run for phrase in phrases for run in _runs(phrase, ()))


@lru_cache(maxsize=1024)
def _sketch(text: str) -> frozenset[int]:
    """The least checksums of its runs: two texts have as many of them in common as they have runs in common."""
    return frozenset(sorted(crc32(run.encode()) for run in _runs(text, ()))[:_SKETCH])
