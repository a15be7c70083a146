"""A number told with its reason, and in the next clause what became of it (3个因破损，退回)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker.statements.labels import Label, Reading, Told
from checker.statements.quantities import Quantity
from checker.statements.words import Words


def left_over(before: Reading | None) -> Quantity | None:
    """The only number of a clause, if no words of the clause took it."""
    if before is None or before.given or len(before.clause.quantities) != 1:
        return None
    quantity = before.clause.quantities[0]
    return None if quantity in before.uncounted or quantity.unit in ("", "%") else quantity


def begins(before: Reading | None, reading: Reading, text: str, small: Callable[[str], bool]) -> Quantity | None:
    """The number left over that begins the clause before, in the sentence and bracket of this one, or None."""
    quantity = left_over(before)
    if quantity is None or before is None or before.clause.sentence != reading.clause.sentence:
        return None
    same = before.clause.frame == reading.clause.frame
    return quantity if same and small(text[before.clause.start : quantity.start]) else None


def carried(
    reading: Reading, before: Reading, text: str, statements: Mapping[str, Told], words: Words
) -> tuple[Quantity, Label] | None:
    """The number that begins the clause before, and the words of this one that it is of, or None.

    No words that may be said of a part only (fuses), and none behind a word for all (15个是红的，均已卖出).
    """
    clause, quantity = reading.clause, begins(before, reading, text, words.small)
    if quantity is None or clause.quantities or text[before.clause.end : before.clause.end + 1] != "，":
        return None
    fitting = [
        label
        for label in reading.says
        if quantity.unit in statements[label.pattern.statement].units
        and not statements[label.pattern.statement].fuses
        and not (label.pattern.anchored or label.pattern.leading)
        and words.small(head := text[clause.start : label.start])
        and not any(word in head for word in words["in_all"])
        and words.small(clause.between(text, label.end, clause.end))
    ]
    if not fitting:
        return None
    return quantity, max(fitting, key=lambda label: (label.end - label.start, label.pattern.strong))
