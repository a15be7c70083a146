"""How much of a text another holds, by runs of five characters, without figures, blanks, marks and names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from zlib import crc32

from checker.expressions import compiled

_RUN = 5
_SKETCH = 64
_APART = 28  # of the 64 runs of two sketches: with fewer in common neither text is a copy of the other
_NAME_LEAST, _NAME_SURE = 2, 3
_DOUBT, _SURE = Decimal("0.8"), Decimal("0.97")


def similarity(a: str, b: str, names: Sequence[object] = (), phrases: Sequence[object] = ()) -> Decimal:
    """The share (0 to 1) of the runs of five characters of the shorter text that the longer one holds too.

    Only letters count: figures (numerals too), blanks and punctuation are taken out first, so that a text with new
    figures is the same text. names: the bodies of the two texts in order; they are taken out too, whole or in part.
    phrases: texts whose runs do not count. 0 if a text has no such run.

    So that comparing all reports of a call with one another stays cheap, what can be kept for the next comparison is
    tried first: a sketch of both texts (for texts that are no copies the share is only estimated), then the texts each
    without its own name, and only where that leaves a doubt both without both names.
    """
    first, second = _sketch(a), _sketch(b)
    common, fewer = len(first & second), min(len(first), len(second))
    if common * _SKETCH < _APART * fewer:
        return _share(common, fewer)
    return _in_full(a, b, tuple(map(str, names)), tuple(map(str, phrases)))


def _in_full(a: str, b: str, names: tuple[str, ...], phrases: tuple[str, ...]) -> Decimal:
    alone = _compared(_own_runs(a, names[:1], phrases), _own_runs(b, names[-1:], phrases))
    if not names or not _DOUBT < alone < _SURE:
        return alone
    pairs = _pieces(names, _NAME_LEAST)
    known = _phrase_runs(phrases)
    return max(alone, _compared(_runs(_without(a, pairs)) - known, _runs(_without(b, pairs)) - known))


def forget() -> None:
    """Let go of what was kept for comparing the same texts again: up to 100 MB after a thousand reports."""
    _own_runs.cache_clear()
    _sketch.cache_clear()


def run_sums(text: str) -> set[int]:
    """Checksums of the runs of five letters of a text, without figures, blanks and punctuation."""
    plain = _plain(text).encode("utf-32-le", "surrogatepass")
    return {crc32(plain[i : i + 4 * _RUN]) for i in range(0, len(plain) - 4 * _RUN + 4, 4)}


def _compared(first: frozenset[int], second: frozenset[int]) -> Decimal:
    return _share(len(first & second), min(len(first), len(second)))


@lru_cache(maxsize=1024)
def _share(part: int, whole: int) -> Decimal:
    return (Decimal(part) / whole).quantize(Decimal("0.0001")) if whole else Decimal(0)


def _plain(text: str) -> str:
    return _no_letter().sub("", text)


@cache
def _no_letter() -> re.Pattern[str]:
    return compiled(r"[\W\d_〇零一二三四五六七八九十百千万亿]+")


def _runs(text: str) -> frozenset[int]:
    """Hashes of the runs: sets of numbers are compared several times faster than sets of texts."""
    return frozenset(map(hash, _spelt(text)))


def _spelt(text: str) -> set[str]:
    plain = _plain(text)
    return {plain[i : i + _RUN] for i in range(len(plain) - _RUN + 1)}


@lru_cache(maxsize=1024)
def _own_runs(text: str, names: tuple[str, ...], phrases: tuple[str, ...]) -> frozenset[int]:
    """The runs of a text without three and more characters in a row of its own name, those of phrases left out."""
    return _runs(_without(text, _pieces(names, _NAME_SURE))) - _phrase_runs(phrases)


def _pieces(names: tuple[str, ...], length: int) -> frozenset[str]:
    return frozenset(name[i : i + length] for name in names for i in range(len(name) - length + 1))


def _without(text: str, pieces: frozenset[str]) -> str:
    """The text without every place where one of the pieces (all of one length) stands."""
    found: list[tuple[int, int]] = []
    for piece in pieces:
        at = text.find(piece)
        while at >= 0:
            found.append((at, at + len(piece)))
            at = text.find(piece, at + 1)
    kept, end = [], 0
    for start, after in sorted(found):
        if start > end:
            kept.append(text[end:start])
        end = after
    return "".join([*kept, text[end:]])


@lru_cache(maxsize=8)
def _phrase_runs(phrases: tuple[str, ...]) -> frozenset[int]:
    return frozenset(run for phrase in phrases for run in _runs(phrase))


@lru_cache(maxsize=1024)
def _sketch(text: str) -> frozenset[int]:
    """The least checksums of its runs: two texts have as many of them in common as they have runs in common."""
    return frozenset(sorted(run_sums(text))[:_SKETCH])
