"""Numbers of some only of what a label names: 卖出的3个苹果, or 苹果中有3个卖出, is no count of all apples."""

from __future__ import annotations

from collections.abc import Mapping

from checker.statements.labels import Label, Reading, Told
from checker.statements.quantities import Quantity
from checker.statements.words import Words


def narrowed(
    reading: Reading, label: Label, quantity: Quantity, text: str, statements: Mapping[str, Told], words: Words
) -> bool:
    """Whether what a number counts is told by another label, whose counts add up to those of this one."""
    family, clause = statements[label.pattern.statement].family, reading.clause
    others = [x for x in reading.says if statements[x.pattern.statement].family != family]
    others = [x for x in others if statements[x.pattern.statement].adds]
    if not others:
        return False
    if quantity.end <= label.start:
        return any(clause.between(text, x.end, quantity.start) in words["of"] for x in others if x.end < quantity.start)
    if label.end > quantity.start or not any(x.start >= quantity.end for x in others):
        return False
    gap = clause.between(text, label.end, quantity.start)
    for word in words["parts_tail"]:
        at = gap.find(word)
        if at >= 0 and words.small(gap[:at]):
            return True
    return False
