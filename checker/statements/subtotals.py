"""Sums of the counts right before them, as many as their words say: 苹果9个、梨8个，两者合计17个."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from checker.expressions import compiled
from checker.statements.folding import BLOT, Passage
from checker.statements.labels import Reading
from checker.statements.model import Enumeration, Part
from checker.statements.quantities import ZERO, Quantity, chinese
from checker.statements.words import Words, long_first

_LONGEST = 12  # characters from the beginning of such a clause to its number
_MOST_BEFORE = 8  # counts before a sum that may be its parts
_NUMERALS = "二两三四五六"


def read_subtotals(
    readings: Sequence[Reading], passage: Passage, words: Words
) -> Mapping[Quantity, Enumeration | None]:
    """The sums of a line, each with its parts, or None where these cannot be told."""
    found: dict[Quantity, Enumeration | None] = {}
    before: list[tuple[Quantity, Reading]] = []
    sentence = -1
    for reading in sorted(readings, key=_start):
        if reading.clause.sentence != sentence:
            before, sentence = [], reading.clause.sentence
        counts = list(reading.counts)
        many = _so_many(reading, counts[-1], passage.text, words) if counts else 0
        if many:
            found[counts[-1]] = _summed(counts[-1], many, before, reading, passage)
        else:
            before += [(quantity, reading) for quantity in counts]
    return found


def _start(reading: Reading) -> int:
    return reading.clause.start


def _so_many(reading: Reading, quantity: Quantity, text: str, words: Words) -> int:
    """How many counts a number is the sum of by its words, 0 if it is none."""
    start = reading.clause.start
    if quantity.start - start > _LONGEST or not text.endswith(words["summed"], start, quantity.start):
        return 0
    match = compiled(_expression(words["these"], words["so_many_of"], words["summed"])).match(
        text[start : quantity.start].replace(BLOT, "")
    )
    many = chinese(match["many"]) if match is not None else None
    return int(many) if many is not None else 0


@lru_cache(maxsize=4)
def _expression(these: tuple[str, ...], of: tuple[str, ...], summed: tuple[str, ...]) -> str:
    def either(words: Iterable[str]) -> str:
        return "|".join(map(re.escape, long_first(tuple(words))))

    return rf"(?:{either(these)})?(?P<many>[{_NUMERALS}])(?:{either(of)})(?:{either(summed)})+$"


def _summed(
    total: Quantity, many: int, before: Sequence[tuple[Quantity, Reading]], reading: Reading, passage: Passage
) -> Enumeration | None:
    """The sum with the counts right before it. None where they are of other measure words, or other counts make it up
    (a bracket between them tells more)."""
    near = [each for each in before if each[0].unit == total.unit][-_MOST_BEFORE:]
    last = before[-many:]
    if len(last) < many or any(quantity.unit != total.unit for quantity, _ in last):
        return None
    frame = reading.clause.frame
    outer = [each for each in near if each[1].clause.frame == frame]
    parts = outer[-many:] if len(outer) >= many else last
    values = [quantity.value for quantity, _ in parts]
    right = any(sum([q.value for q, _ in some], ZERO) == total.value for some in combinations(near, many))
    place = passage.place(parts[0][1].clause.start, reading.clause.end)
    if right and sum(values, ZERO) != total.value:
        return None
    return Enumeration(
        total.value,
        sum(values, ZERO),
        total.step,
        tuple(Part(_label(q, r, passage.text), q.value, passage.place(r.clause.start, r.clause.end)) for q, r in parts),
        total.unit,
        True,
        True,
        False,
        sum(r.has("channel") for _, r in parts) > 1,
        False,
        total.exact and all(q.exact for q, _ in parts),
        passage.text[reading.clause.start : total.start],
        place,
    )


def _label(quantity: Quantity, reading: Reading, text: str) -> str:
    return reading.clause.between(text, reading.clause.start, quantity.start).strip(":，、" + BLOT)
