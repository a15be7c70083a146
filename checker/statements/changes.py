"""Changes: what was more or fewer than the year before (较上年增加3个, 同比增长25%), and what they are of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from checker.statements.folding import Passage
from checker.statements.found import Found
from checker.statements.labels import Reading, Told
from checker.statements.model import Change
from checker.statements.quantities import Quantity
from checker.statements.words import Words, long_first

_ABOUT = Decimal("0.1")  # by how much a number with 约 may be off
_FAR = 8  # clauses before a change that may tell of it; characters between a year and its figure


def read_changes(
    readings: Sequence[Reading],
    found: Sequence[Found],
    statements: Mapping[str, Told],
    passage: Passage,
    words: Words,
) -> list[Change]:
    """All comparisons of a line with the year before; others (between offices, to a plan) are left out."""
    changes: list[Change] = []
    nearest: dict[int, Reading] = {}  # bracket -> the clause before in it
    named: str | None = None
    moved: Reading | None = None  # the clause with the last change
    for i, reading in enumerate(readings):
        quantities: Sequence[Quantity] = reading.clause.quantities if reading.has("more", "fewer") else ()
        before, nearest[reading.clause.frame] = nearest.get(reading.clause.frame), reading
        begun = bool(quantities) and _begun(before, reading)
        on = before is not None and before is moved and bool(quantities) and quantities[0].unit == "%"
        begun = begun or on  # 与上年相比，买入增加4个，增长25%
        if not begun:
            named = None
        for quantity in quantities:
            up = _direction(reading, quantity, begun=begun)
            if up is None:
                continue
            moved = reading
            named = _named(reading, quantity, statements) or named
            if _long_ago(reading, quantity):
                named, subject = None, None  # against another year than the one before
            else:
                subject = _subject(reading, quantity, found) if named is None else None
            told = _Compared(readings, i, quantity, passage.text, words)
            last = next((each.value for each in found if subject is not None and _year_before(each, subject)), None)
            changes.append(
                Change(
                    subject.statement if subject else named,
                    subject.value if subject else None,
                    None if quantity.unit == "%" else quantity.value,
                    quantity.value if quantity.unit == "%" else None,
                    up,
                    quantity.step if quantity.exact else max(quantity.step, quantity.value * _ABOUT),
                    passage.place(reading.clause.start, reading.clause.end),
                    told.figures(),
                    last if last is not None else told.before(),
                    told.difference(begun=begun),
                )
            )
    return changes


def _long_ago(reading: Reading, quantity: Quantity) -> bool:
    """Whether a change is told against a year before the last one."""
    ends = {name: end for _, end, name in reading.marks if end <= quantity.start}
    return "@past" in ends and "@last" not in ends


def _year_before(found: Found, subject: Found) -> bool:
    """Whether a figure is that of the year before in the sentence of its subject."""
    return (found.statement, found.sentence, found.when[0]) == (
        subject.statement,
        subject.sentence,
        subject.when[0] - 1,
    )


class _Compared:
    """What a sentence tells of a change beside it: the figures compared, and the number that goes with a percentage."""

    __slots__ = ("_change", "_clause", "_near", "_reading", "_text", "_words")

    def __init__(self, readings: Sequence[Reading], i: int, change: Quantity, text: str, words: Words) -> None:
        self._reading, self._change, self._text, self._words = readings[i], change, text, words
        self._clause = readings[i].clause
        self._near = [r for r in readings[max(0, i - _FAR) : i + 3] if r.clause.sentence == self._clause.sentence]

    def figures(self) -> tuple[Decimal, ...]:
        """Counts before the change that are of this year, the nearest first."""
        counts = [q for r in self._near if r.clause.frame == self._clause.frame for q in r.counts]
        own = [q for q in counts if q.start < self._change.start and not self._is_last(q)]
        return tuple([q.value for q in reversed(own) if self._change.unit in ("%", q.unit)])

    def before(self) -> Decimal | None:
        """The figure of the year before: 较上年的30件, 上年为30件; the nearest of its sentence."""
        last = [q for r in self._near for q in r.clause.quantities if q.unit not in ("%", "") and self._is_last(q, r)]
        return min(last, key=lambda q: abs(q.start - self._change.start)).value if last else None

    def _is_last(self, quantity: Quantity, reading: Reading | None = None) -> bool:
        """Whether only small words stand between a word for the year before and a number."""
        around = [r for r in self._near if reading is not None and r.clause is reading.clause.parent]
        for each in [reading, *around] if reading is not None else self._near:
            for start, end, name in each.marks:
                known = name in ("@last", "@past", "last_year") or (
                    name == "compare" and self._text.endswith(self._words["last_year"], start, end)
                )
                if known and 0 <= quantity.start - end <= _FAR:
                    between = self._text[end : quantity.start].replace("(", "")
                    for verb in self._words["compared_verb"]:
                        between = between.replace(verb, "")
                    if self._words.small(between):
                        return True
        return False

    def difference(self, *, begun: bool) -> Decimal | None:
        """The number of the change in the clause before, or this one, if the percentage has no subject of its own."""
        if self._change.unit != "%" or self._reading.has("respectively", "parts", "parts_open", "share"):
            return None
        numbers = [q for q in self._changed(self._reading) if q.end <= self._change.start]
        if numbers:
            return numbers[-1].value
        beside = [r for r in self._near if r.clause.frame == self._clause.frame]
        at = beside.index(self._reading)
        if not begun or not at or beside[at - 1].has("respectively"):
            return None
        way = min([start for start, _, name in self._reading.marks if name in ("more", "fewer")], default=0)
        head = self._text[self._clause.start : way]
        for word in long_first([*self._words["compare"], *self._words["last_year"]]):
            head = head.replace(word, "")
        if not self._words.small(head):
            return None
        earlier = self._changed(beside[at - 1])
        return earlier[-1].value if earlier else None

    def _changed(self, reading: Reading) -> list[Quantity]:
        """The numbers of a clause that are changes, not what the year before had."""
        return [q for q in reading.clause.quantities if q in reading.uncounted and not self._is_last(q)]


def _begun(before: Reading | None, reading: Reading) -> bool:
    """Whether the clause before compares with the year before, so that this one may go on (较上年增加4个，增长25%)."""
    if before is None or before.clause.sentence != reading.clause.sentence:
        return False
    if before.has("more", "fewer"):
        return before.has("compare", "@last", "last_year")
    # 与上年相比，买入增加4个: a comparison alone, of nothing yet
    return not before.clause.quantities and before.has("compare") and before.has("@last", "last_year")


def _named(reading: Reading, quantity: Quantity, statements: Mapping[str, Told]) -> str | None:
    """The statement whose words stand before a change in its clause, without a number (买入量较上年增加4个)."""
    ways = [start for start, _, name in reading.marks if name in ("more", "fewer") and start <= quantity.start]
    before = [label for label in reading.says if ways and label.end <= max(ways)] if not reading.counts else []
    # A noun of many meanings names nothing.
    before = [label for label in before if len(label.pattern.readings) < 2]
    if quantity.unit != "%":
        before = [label for label in before if quantity.unit in statements[label.pattern.statement].units]
    return max(before, key=lambda label: (label.end, label.pattern.strong)).pattern.statement if before else None


def _direction(reading: Reading, quantity: Quantity, *, begun: bool) -> bool | None:
    """True for more, False for fewer, None if the number is no change against the year before."""
    if quantity.unit != "%" and quantity not in reading.uncounted:
        return None
    compared = [
        end for _, end, name in reading.marks if name in ("compare", "@last", "last_year") and end <= quantity.start
    ]
    ways = [name for start, end, name in reading.marks if name in ("more", "fewer") and end <= quantity.start]
    if not (compared or begun) or not ways:
        return None
    return ways[-1] == "more"


def _subject(reading: Reading, quantity: Quantity, found: Sequence[Found]) -> Found | None:
    """The last count before the change in its sentence."""
    before = [
        each
        for each in found
        if each.how == "count"
        and each.sentence == reading.clause.sentence
        and each.quantity is not None
        and each.quantity.start < quantity.start
    ]
    return max(before, key=lambda each: each.quantity.start if each.quantity else 0, default=None)
