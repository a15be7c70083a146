"""Percentages and changes: counts with their share of another (8件，占66.7%), and with what the year before had."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.statements.bases import fits, likeliest_first, neighbours
from checker.statements.folding import Passage
from checker.statements.found import Found
from checker.statements.labels import Reading
from checker.statements.model import Change, Enumeration, Share
from checker.statements.quantities import ZERO, Quantity
from checker.statements.told_shares import ToldShare, in_order, names_whole, of_its_own, whole_of, wholes
from checker.statements.words import Words, long_first

_ABOUT = Decimal("0.1")  # by how much a number with 约 may be off
_VOICES = 4  # shares before and behind one that tell its base
_RUN = 8  # counts before a share that it may be of, alone or as the sum of neighbours
_WHOLE, _NEAR_WHOLE = Decimal(100), Decimal(10)  # percentages that add up to this are of one whole, one of them wrong


class _Shared:
    """value: what several shares are of together (a single one is no share of itself), else 0. whole: whether they add
    up to 100%. others: those around one, with it."""

    __slots__ = ("others", "value", "whole")

    def __init__(self, value: Decimal, whole: bool, others: Sequence[ToldShare]) -> None:
        self.value, self.whole, self.others = value, whole, others


def read_shares(
    readings: Sequence[Reading], lists: Sequence[Enumeration], passage: Passage, words: Words
) -> list[Share]:
    """All shares of a line. A percentage without a word of sharing (占, 占比) is a rate, and none."""
    found: list[ToldShare] = []
    counts: list[Quantity] = []
    last: dict[int, Reading] = {}
    bare = [reading for reading in readings if _only_percent(reading, passage.text)]
    for i, reading in enumerate(readings):
        clause = reading.clause
        counted = _counted(clause.quantities, passage.text, words)
        counts += [q for q in counted if q.unit != "%" and q not in reading.uncounted]
        ordered = reading.has("respectively")
        if ordered and reading.has("share") and not _of_more(passage.text, clause.start, clause.end, words):
            found += in_order(readings, i, passage.text, words)
        for percent in () if ordered else clause.quantities:
            told = reading.before(percent.start, "share") and not reading.has("compare")
            if percent.unit == "%" and (told or (reading in bare and len(bare) > 1)):
                whole = whole_of(reading, percent, readings, passage.text, words)
                again = wholes(reading, passage.text, words)
                count = _count(percent, reading, [q for q in counted if q not in again], last.get(clause.frame))
                if count is not None and (
                    of_its_own(reading, count, percent, passage.text, words)
                    or (again and count.end <= clause.start and not _begins(reading, passage.text, words))
                ):
                    continue  # 其中苹果占50件的60%: the count before is none of apples
                if count is not None and not _of_more(passage.text, clause.start, percent.start, words):
                    summed = _summed(passage.text, max(clause.start, count.end), percent.start, words)
                    run = _sums(counts, count) if summed else [count.value]
                    named = whole is None and names_whole(reading, percent, passage.text, words)
                    found.append(ToldShare(count, run, percent, (clause.start, clause.end), whole, named))
        last[clause.frame] = reading
    off = abs(sum((told.percent.value for told in found), ZERO) - _WHOLE)
    value = sum((told.count.value for told in found), ZERO) if len(found) > 1 and off <= _NEAR_WHOLE else ZERO
    shares: list[Share] = []
    for i, share in enumerate(found):
        shared = _Shared(value, off <= 1, found[max(0, i - _VOICES) : i + 1 + _VOICES])
        shares += _share(share, counts, shared, lists, passage)
    return shares


def _begins(reading: Reading, text: str, words: Words) -> bool:
    """Whether a clause begins with a word of sharing: it goes on about the count before it."""
    start = min(start for start, _, name in reading.marks if name == "share")
    return words.small(reading.clause.between(text, reading.clause.start, start))


def _only_percent(reading: Reading, text: str) -> bool:
    """Whether a bracket holds a percentage alone, right behind a count: 8件（66.7%）. Two are shares, one a rate."""
    clause = reading.clause
    if clause.parent is None or len(clause.quantities) != 1 or clause.quantities[0].unit != "%":
        return False
    touched = any(q.end == clause.start - 1 and q.unit not in ("%", "") for q in clause.parent.quantities)
    return touched and clause.quantities[0].start == clause.start and clause.quantities[0].end == clause.end


def _counted(quantities: Sequence[Quantity], text: str, words: Words) -> list[Quantity]:
    """The counts of things: 两项 in 两项合计 counts the counts."""
    together = words["taken_together"]
    return [q for q in quantities if q.unit and (q.arabic or not text.startswith(together, q.start))]


def _count(percent: Quantity, reading: Reading, counted: Sequence[Quantity], before: Reading | None) -> Quantity | None:
    """The count that a percentage belongs to: in its clause, in the clause before, or right before its bracket."""
    own = [q for q in counted if q.end <= percent.start]
    if own:
        return own[-1] if own[-1].unit not in ("%", "") else None
    if before is not None and before.clause.sentence == reading.clause.sentence:
        pool: Sequence[Quantity] = before.clause.quantities
    elif reading.clause.parent is not None:
        pool = [q for q in reading.clause.parent.quantities if q.end <= reading.clause.start]
    else:
        pool = ()
    return pool[-1] if pool and pool[-1].unit not in ("%", "") else None


def _of_more(text: str, start: int, end: int, words: Words) -> bool:
    """Whether the percentage is of something wider that no words before it speak of (占全市同类信息的4%)."""
    return any(word in text[start:end] and word not in text[:start] for word in words["wider"])


def _summed(text: str, start: int, end: int, words: Words) -> bool:
    """Whether a word such as 合计 between a count and its percentage takes the counts before it together."""
    return any(word in text[start:end] for word in words["taken_together"])


def _sums(counts: Sequence[Quantity], count: Quantity) -> list[Decimal]:
    """The sums of a count and those right before it, of two first."""
    run = [q.value for q in counts if q.unit == count.unit and q.start <= count.start][-_RUN:]
    return [sum(run[i:], ZERO) for i in range(len(run) - 2, -1, -1)] or [count.value]


def _share(
    told: ToldShare, counts: Sequence[Quantity], shared: _Shared, lists: Sequence[Enumeration], passage: Passage
) -> list[Share]:
    """The share, or nothing where several counts are taken together and which, only a right percentage would tell."""
    count, percent = told.count, told.percent
    listed = [e.total for e in lists if any(p.value == count.value for p in e.parts) and e.unit == count.unit]
    before = [q for q in counts if q.unit == count.unit and q.start < count.start]
    # Counts that have a share of the whole themselves are no whole.
    beside = {each.count for each in shared.others} if shared.value else set()
    earlier = [q.value for q in reversed(before) if q.value >= min(told.counts) and q not in beside]
    sums = [shared.value] if shared.whole or not listed else []
    sums += neighbours([q.value for q in before][-_RUN:])
    bases = list(dict.fromkeys([*listed, *earlier, *sums, *[q.value for q in reversed(before) if q in beside]]))
    others = [(each.count.value, each.percent) for each in shared.others]
    place = passage.place(min(told.start, count.start), told.end)
    if told.whole is not None:
        whole = told.whole.value
        return [Share(value, percent.value, whole, (whole,), percent.step, place) for value in told.counts[-1:]]
    bases = likeliest_first(bases, [(value, percent) for value in told.counts], others)
    for value in told.counts:
        right = tuple(base for base in bases if base > 0 and base >= value)
        if len(told.counts) == 1 or any(fits((value, percent), base) for base in right):
            if not (listed or earlier or shared.value):
                right = ()
            first = right[0] if right else ZERO  # of several shares, one that none of them is of is not told
            told_of = first in earlier and (len(others) == 1 or any(fits(each, first) for each in others))
            base = first if not told.named and (first in listed or told_of) else None
            return [Share(value, percent.value, base, right, percent.step, place)]
    return []


def read_changes(readings: Sequence[Reading], found: Sequence[Found], passage: Passage, words: Words) -> list[Change]:
    """All comparisons of a line with the year before; others (between offices, to a plan) are left out."""
    changes: list[Change] = []
    before: Reading | None = None
    for i, reading in enumerate(readings):
        quantities = reading.clause.quantities if reading.has("more", "fewer") else ()
        begun = bool(quantities) and _begun(before, reading)
        for quantity in quantities:
            up = _direction(reading, quantity, begun=begun)
            if up is None:
                continue
            subject = _subject(reading, quantity, found)
            told = _Compared(readings, i, quantity, passage.text, words)
            last = next((each.value for each in found if subject is not None and _year_before(each, subject)), None)
            changes.append(
                Change(
                    subject.statement if subject else None,
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
        before = reading
    return changes


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
        self._near = [r for r in readings[max(0, i - _RUN) : i + 3] if r.clause.sentence == self._clause.sentence]

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
        for each in [reading] if reading is not None else self._near:
            for start, end, name in each.marks:
                known = name in ("@last", "last_year") or (
                    name == "compare" and self._text.endswith(self._words["last_year"], start, end)
                )
                if known and 0 <= quantity.start - end <= _RUN:
                    between = self._text[end : quantity.start]
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
        at = self._near.index(self._reading)
        if not begun or not at or self._near[at - 1].has("respectively"):
            return None
        way = min([start for start, _, name in self._reading.marks if name in ("more", "fewer")], default=0)
        head = self._text[self._clause.start : way]
        for word in long_first([*self._words["compare"], *self._words["last_year"]]):
            head = head.replace(word, "")
        if not self._words.small(head):
            return None
        earlier = self._changed(self._near[at - 1])
        return earlier[-1].value if earlier else None

    def _changed(self, reading: Reading) -> list[Quantity]:
        """The numbers of a clause that are changes, not what the year before had."""
        return [q for q in reading.clause.quantities if q in reading.uncounted and not self._is_last(q)]


def _begun(before: Reading | None, reading: Reading) -> bool:
    """Whether the clause before compares with the year before, so that this one may go on (较上年增加4个，增长25%)."""
    if (
        before is None
        or before.clause.sentence != reading.clause.sentence
        or before.clause.frame != reading.clause.frame
    ):
        return False
    return before.has("compare", "@last", "last_year") and before.has("more", "fewer")


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
