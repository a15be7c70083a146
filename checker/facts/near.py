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


_Near: TypeAlias = "array[int]"  # numbers of near texts


def sketch(text: str) -> bytes:
    """64 numbers of a text; two texts share as many places as they share runs of characters, in proportion."""
    least = {number & 63: number for number in sorted(run_sums(text), reverse=True)}
    return array("H", (_mixed(least.get(place, _NO_RUN)) for place in range(_PLACES))).tobytes()


def near(sketches: bytes | bytearray, groups: Sequence[int]) -> dict[int, _Near]:
    """For the number of each text that has near ones the numbers of these, the nearest first, at most MOST.

    sketches: one after the other, zeros for a text that is not compared. groups: the body of each text; texts of one
    body are not compared. Time and memory grow with the number of texts, not of pairs.
    """
    found: dict[int, _Near] = {}
    blank = bytes(SIZE)
    for start in range(0, SIZE, 2 * _BAND):
        for a, b in _pairs(sketches, groups, start, blank):
            if (a not in found or b not in found[a]) and _common(sketches, a, b) >= _ALIKE:
                _keep(found, a, b)
                _keep(found, b, a)
    for a, others in found.items():  # one by one and in place: ten thousand texts may all have near ones
        found[a] = array("I", sorted(others, key=lambda b: (-_common(sketches, a, b), b))[:MOST])
    return found


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


def _common(sketches: bytes | bytearray, a: int, b: int) -> int:
    first, second = (array("H", sketches[number * SIZE : (number + 1) * SIZE]) for number in (a, b))
    return sum(x == y for x, y in zip(first, second, strict=True) if x != _NOTHING)


def _keep(found: dict[int, _Near], a: int, b: int) -> None:
    others = found.get(a)
    if others is None:
        others = found[a] = array("I")
    if b not in others and len(others) < 2 * MOST:
        others.append(b)


def _mixed(value: int) -> int:
    """16 bits of a number, all of which depend on all of its bits."""
    return (value * 2654435761 & 0xFFFFFFFF) >> 16


_NOTHING = _mixed(_NO_RUN)
