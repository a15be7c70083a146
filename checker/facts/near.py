"""Texts that may be copies of one another, found without comparing all with all: MinHash and banding.

A. Broder, "On the resemblance and containment of documents" (1997); one permutation hashing: P. Li and others (2012).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import TypeAlias
from zlib import crc32

from checker.facts.similarity import run_sums

_PLACES = 64
_BAND = 4
_NO_RUN = 0xFFFFFFFF
_ALIKE = 26  # places in common of 64, from which on the texts are compared in full
_WINDOW = 24  # neighbours in a band that a text is held against: a crowd of equals costs no more than a pair
MOST = 20
"""Near texts kept of each text."""
SIZE = 2 * _PLACES
"""Bytes of a sketch."""


_Near: TypeAlias = "tuple[array[int], array[int]]"  # numbers of near texts, and the places in common with each: small


def sketch(text: str) -> bytes:
    """64 numbers of a text; two texts share as many places as they share runs of characters, in proportion."""
    least = {number & 63: number for number in sorted(run_sums(text), reverse=True)}
    return array("H", (_mixed(least.get(place, _NO_RUN)) for place in range(_PLACES))).tobytes()


def near(sketches: bytes | bytearray, groups: Sequence[int]) -> dict[int, Sequence[int]]:
    """For the number of each text that has near ones the numbers of these, the nearest first, at most MOST.

    sketches: one after the other, zeros for a text that is not compared. groups: the body of each text; texts of one
    body are not compared. Time and memory grow with the number of texts, not of pairs.
    """
    found: dict[int, _Near] = {}
    blank = bytes(SIZE)
    for start in range(0, SIZE, 2 * _BAND):
        for a, b in _pairs(sketches, groups, start, blank):
            if a in found and b in found[a][0]:
                continue
            common = _common(sketches[a * SIZE : (a + 1) * SIZE], sketches[b * SIZE : (b + 1) * SIZE])
            if common >= _ALIKE:
                _keep(found, a, b, common)
                _keep(found, b, a, common)
    return {a: array("I", _nearest(*others)) for a, others in found.items()}


def _pairs(sketches: bytes | bytearray, groups: Sequence[int], start: int, blank: bytes) -> Iterator[tuple[int, int]]:
    """Pairs of texts of two bodies that are equal in a band; of a crowd each with the next few."""
    count = len(sketches) // SIZE
    keys = array("Q")
    for number in range(count):
        at = number * SIZE
        if sketches[at : at + SIZE] != blank:
            keys.append((crc32(sketches[at + start : at + start + 2 * _BAND]) << 32) | number)
    crowd: list[int] = []
    last = -1
    for key in sorted(keys):
        band, number = key >> 32, key & 0xFFFFFFFF
        if band != last:
            crowd, last = [], band
        for other in crowd[-_WINDOW:]:
            if groups[other] != groups[number]:
                yield other, number
        crowd.append(number)


def _common(first: bytes | bytearray, second: bytes | bytearray) -> int:
    a, b = array("H", first), array("H", second)
    return sum(x == y for x, y in zip(a, b, strict=True) if x != _NOTHING)


def _keep(found: dict[int, _Near], a: int, b: int, common: int) -> None:
    if a not in found:
        found[a] = array("I"), array("B")
    others, shares = found[a]
    if b in others:
        shares[others.index(b)] = common
    elif len(others) < 2 * MOST:
        others.append(b)
        shares.append(common)


def _nearest(others: Sequence[int], shares: Sequence[int]) -> list[int]:
    ranked = sorted(zip(shares, others, strict=True), key=lambda pair: (-pair[0], pair[1]))
    return [other for _, other in ranked[:MOST]]


def _mixed(value: int) -> int:
    """16 bits of a number, all of which depend on all of its bits."""
    return (value * 2654435761 & 0xFFFFFFFF) >> 16


_NOTHING = _mixed(_NO_RUN)
