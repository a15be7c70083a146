"""Whether a number beside a label is its own: what stands between the two, and what else the number may be of."""

from __future__ import annotations

from checker.statements.labels import Label, Reading, Told
from checker.statements.quantities import Quantity
from checker.statements.words import Words


def is_base(reading: Reading, label: Label, quantity: Quantity, text: str, words: Words) -> bool:
    """Whether the number before a label is what its things are some of (12个里烂的3个)."""
    return reading.clause.between(text, quantity.end, label.start).startswith(words["parts_tail"])


def of_some(reading: Reading, label: Label, told: Told, quantity: Quantity, text: str, words: Words) -> bool:
    """Whether the number behind a total is that of some of what it counts (买的苹果中有3个). told: of the label."""
    if not told.apart or told.beside:
        return False
    said = text[label.start : label.end] + reading.clause.between(text, label.end, quantity.start)
    for having in words["having"]:
        if said.endswith(having):
            said = said.removesuffix(having)
            break
    return said.endswith(words["parts_tail"])


def nearer(reading: Reading, label: Label, quantity: Quantity, text: str, words: Words) -> bool:
    """Whether the number after a label stands nearer to it than the one before (12个里苹果7个: 7 apples)."""
    after = next((q for q in reading.clause.quantities if q.start >= label.end), None)
    if after is None:
        return False
    gap = reading.clause.between(text, label.end, after.start)
    if words.joins_on(gap):
        return False  # 4个苹果和3个梨
    ahead = reading.clause.between(text, quantity.end, label.start)
    return words.small(gap) and (words.joins_on(ahead) or len(gap) < len(ahead))  # 买的4个和梨3个


def alone(reading: Reading, quantity: Quantity, text: str, words: Words) -> bool:
    """Whether only small words come after the number: 共3件 is a total, 共3件大衣 is none."""
    end = min((q.start for q in reading.clause.quantities if q.start > quantity.start), default=reading.clause.end)
    return words.small(reading.clause.between(text, quantity.end, end))
