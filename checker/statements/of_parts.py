"""Clauses that speak of a part only: of what was carried over, of one body among several, or of some only.

去年余2件，均已卖出; 余2件中，1件卖出; 共买入15件，其中北店买入3件，卖出2件: what they say, they say of those 2 or of
that shop, and not of all. 农户买12件，其中8件是梨; 农户买的当中，8件是梨: of what the farmers bought.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.statements.clauses import Clause
from checker.statements.labels import Label, Reading, Told
from checker.statements.quantities import ZERO, Quantity
from checker.statements.told_again import told_again
from checker.statements.words import Words


class _Sentence:
    """What a sentence has counted so far.

    beside: numbers of statements that stand beside the totals (carried over). some: those of some only. totals:
    statement -> its first number. last: its last number. opened: whether a list goes on. part: whether what is read is
    said of a part. lacking: lists of words that end it.
    """

    __slots__ = ("beside", "lacking", "last", "number", "opened", "part", "some", "totals")

    def __init__(self, number: int) -> None:
        self.number = number
        self.beside: set[Quantity] = set()
        self.some: set[Quantity] = set()
        self.totals: dict[str, Quantity] = {}
        self.last: Quantity | None = None
        self.opened = self.part = False
        self.lacking: Sequence[str] = ()


def of_parts(readings: Sequence[Reading], statements: Mapping[str, Told], words: Words, text: str) -> Sequence[bool]:
    """For each clause whether it speaks of a part only."""
    if not any(_counts_or_some(reading, statements) for reading in readings):
        return [False] * len(readings)
    result: list[bool] = []
    told: dict[int, tuple[_Sentence, bool]] = {}  # clause -> its sentence, and whether it speaks of a part
    again = told_again(readings)
    now = _Sentence(-1)
    for i, reading in enumerate(readings):
        clause = reading.clause
        if clause.frame:
            part = _bracket_of_part(clause, told)
        else:
            if clause.sentence != now.number:
                now = _Sentence(clause.sentence)
            part = _clause_of_part(readings, i, now, statements, words, text) or i in again
        told[id(clause)] = (now, part)
        result.append(part)
        if not clause.frame:
            _count(reading, now, statements)
    return result


def _counts_or_some(reading: Reading, statements: Mapping[str, Told]) -> bool:
    """Whether a clause has a number that parts may be told of, or names some only."""
    told = [statements[label.pattern.statement] for labels in reading.given.values() for label in labels]
    named = _names_some(reading, statements)
    return named is not None or any(statement.apart or statement.some for statement in told)


def _names_some(reading: Reading, statements: Mapping[str, Told]) -> Label | None:
    """The words by which a clause says, without a number of their own, that some only are spoken of (企业买的当中)."""
    kinds = (x for x in reading.labels if x.pattern.kind == "flag" and statements[x.pattern.statement].some)
    return next(kinds, None)


def _bracket_of_part(clause: Clause, told: Mapping[int, tuple[_Sentence, bool]]) -> bool:
    """Whether a bracket stands in a clause that speaks of a part, or right behind the number of one."""
    parent = clause.parent
    if parent is None or id(parent) not in told:
        return False
    sentence, part = told[id(parent)]
    near = [q for q in parent.quantities if q.end <= clause.start]
    return part or bool(near and near[-1] in sentence.beside and clause.start - near[-1].end <= 1)


def _clause_of_part(
    readings: Sequence[Reading], i: int, now: _Sentence, statements: Mapping[str, Told], words: Words, text: str
) -> bool:
    reading = readings[i]
    clause = reading.clause
    if clause.cut == "；":
        now.opened, now.part = now.opened and not now.part, False
    if reading.has("outside"):
        now.opened = now.part = False
    if now.lacking and words.any_of(now.lacking, clause.between(text, clause.start, clause.end)):
        now.opened, now.part, now.lacking = False, False, ()
    some = _names_some(reading, statements)
    if some is not None:
        now.opened, now.part, now.lacking = True, True, some.pattern.lacking
    if not now.opened and now.last is not None:
        if now.last in now.some:
            now.opened = now.part = _of_some(readings, i, now.last, statements, words, text)
        elif _begins_list(reading, now.last, words, text):
            now.opened = True
            sure = not now.totals or text.startswith(words["parts_tail"], now.last.end)
            now.part = (
                _counts_others(reading, now)
                if now.last not in now.beside
                else (sure or _adds_up(readings, i, now.last))
            )
        elif (
            now.last in now.beside
            and not now.totals
            and _of_kinds(reading, statements)
            and _adds_up(readings, i, now.last)
        ):
            now.opened = now.part = True  # 去年余3件，2件卖出，1件退回
    if now.opened and not now.part and not reading.has("channel"):
        now.part = any(
            _smaller(label, quantity, now) and statements[label.pattern.statement].fuses
            for quantity, labels in reading.given.items()
            for label in labels
        )
    if now.part:
        return True
    return not clause.quantities and bool(now.beside) and not now.totals and not reading.has("this_year")


def _of_kinds(reading: Reading, statements: Mapping[str, Told]) -> bool:
    """Whether the numbers of a clause are of kinds, none a total or what stands beside it."""
    told = [statements[label.pattern.statement] for labels in reading.given.values() for label in labels]
    return bool(told) and not any(statement.apart or statement.beside or statement.some for statement in told)


def _of_some(
    readings: Sequence[Reading], i: int, some: Quantity, statements: Mapping[str, Told], words: Words, text: str
) -> bool:
    """Whether clause i begins to tell what became of some only, whose number it follows."""
    if not _of_kinds(readings[i], statements):
        return False
    return _begins_list(readings[i], some, words, text) or _adds_up(readings, i, some)


def _smaller(label: Label, quantity: Quantity, now: _Sentence) -> bool:
    """Whether the sentence has counted more of the same before; a strong line is a total of its own (其中新买3个)."""
    total = now.totals.get(label.pattern.statement)
    return total is not None and quantity.value < total.value and not label.pattern.strong


def _begins_list(reading: Reading, last: Quantity, words: Words, text: str) -> bool:
    """Whether a list of parts of the last number begins with the clause."""
    if reading.has("parts", "parts_open"):
        return True
    return text.startswith(words["parts_tail"], last.end)


def _counts_others(reading: Reading, now: _Sentence) -> bool:
    """Whether the list is of other things than the sentence counted (收到3箱苹果计40个，其中红的30个)."""
    last = now.last
    if last is None or not now.totals or last in now.totals.values():
        return False
    others = all(total.unit != last.unit for total in now.totals.values())
    return others and any(quantity.unit == last.unit for quantity in reading.clause.quantities)


def _adds_up(readings: Sequence[Reading], i: int, total: Quantity) -> bool:
    """Whether the numbers from clause i on, one after the other, come to a total."""
    running = ZERO
    for reading in readings[i : i + 12]:
        for quantity in reading.clause.quantities:
            if quantity.unit == total.unit and not reading.clause.frame:
                running += quantity.value
                if running >= total.value:
                    return running == total.value
    return False


def _count(reading: Reading, now: _Sentence, statements: Mapping[str, Told]) -> None:
    for quantity, labels in reading.given.items():
        told = [statements[x.pattern.statement] for x in labels]
        if any(statement.beside for statement in told):
            now.beside.add(quantity)
        elif any(statement.some for statement in told):
            now.some.add(quantity)
        else:
            for statement in told:
                if statement.apart:
                    now.totals.setdefault(statement.name, quantity)
    counts = [q for q in reading.clause.quantities if q.unit not in ("%", "")]
    if counts:
        now.last = counts[-1]
