"""Numbers that are no counts: changes (增加3个), what the year before had (上年的9个), and 一 in 未买一个."""

from __future__ import annotations

from checker.statements.labels import Reading
from checker.statements.quantities import Quantity
from checker.statements.words import Words

_NEAR = 4  # characters between a word for nothing and its 一


def uncounted(reading: Reading, before: Reading | None, text: str, words: Words) -> list[Quantity]:
    """Numbers that are no counts but tell a change (增加3个, 较上年多2个) or, with 一, for none (未买一个).

    before: the clause before it in its sentence and bracket.
    """
    found: list[Quantity] = []
    for quantity in reading.clause.quantities:
        if quantity.unit == "%" or words.reached(text, reading.marks, quantity.start):
            continue
        if any(quantity.end <= at and text.startswith(words["reached"], at) for at, _, name in reading.marks):
            found.append(quantity)  # what it was before
            continue
        if not quantity.arabic and text.startswith(words["summed"], quantity.end) and _so_many(quantity, text, words):
            found.append(quantity)  # 两项合计9个: how many counts, not how many things
            continue
        for start, end, name in reading.marks:
            if name == "without":
                if 0 <= quantity.start - end <= _NEAR and _is_none(reading, before, quantity, start):
                    found.append(quantity)
                    break
                continue
            if name in ("more", "fewer") and end <= quantity.start and words.small(text[end : quantity.start]):
                found.append(quantity)
                break
            if name == "compare" and end <= quantity.start and not _counted_again(reading, end, quantity.start):
                found.append(quantity)
                break
    return found


def _so_many(quantity: Quantity, text: str, words: Words) -> bool:
    return text.startswith(words["taken_together"], quantity.start)


def _is_none(reading: Reading, before: Reading | None, quantity: Quantity, start: int) -> bool:
    """Whether 一 behind a word such as 未 says that there is none (未买一个), not that there is one of what the word
    begins (未熟一个), as a line of a statement or the number before it in the list tells (熟的三个，未熟一个)."""
    if quantity.value != 1 or quantity.arabic:
        return False
    if any(label.start <= start < label.end <= quantity.start for label in reading.says):
        return False
    last = before.clause.quantities[-1] if before is not None and before.clause.quantities else None
    if before is None or last is None or last.arabic or last.unit != quantity.unit:
        return True
    return not (last.end == before.clause.end and quantity.end == reading.clause.end)


def _counted_again(reading: Reading, start: int, end: int) -> bool:
    """Whether the words between a word of comparison and a number come back to the number's own year."""
    return any(start <= first and last <= end and name == "this_year" for first, last, name in reading.marks)
