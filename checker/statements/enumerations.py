"""Totals with their parts: 共N条，其中…；包括：…；分别为…; in brackets; nested; over two sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.statements.folding import BLOT, Passage
from checker.statements.labels import Reading, Told
from checker.statements.levels import Levels, levels_of
from checker.statements.model import Enumeration, Part
from checker.statements.openings import Listed, opening_of
from checker.statements.partitions import fits_one, flows, joined, split_again, total_of
from checker.statements.quantities import ZERO, Quantity
from checker.statements.rows import SENTENCES_BACK, Row, is_rest
from checker.statements.subtotals import read_subtotals
from checker.statements.total_last import Apart, totals_last
from checker.statements.whole_year import tells_whole_year
from checker.statements.words import Words

_LEAVE_ROOM = frozenset(["parts_open", "parts", "unannounced"])  # beginnings of lists that need not be complete
_TOLD = 5  # characters of what is told of a part that has no noun of its own (尚未解决的)
_REACH = 60  # characters before a list in which words such as 居前三位 say that it is of some only


def read_enumerations(
    readings: Sequence[Reading], passage: Passage, statements: Mapping[str, Told], words: Words
) -> list[Enumeration]:
    """All enumerations of a line, in reading order."""
    levels = levels_of(readings, statements)
    apart: dict[Quantity, frozenset[str]] = {}
    beside: set[Quantity] = set()
    for reading in readings:
        for quantity, labels in reading.given.items():
            told = [statements[label.pattern.statement] for label in labels]
            if any(statement.apart for statement in told):
                apart[quantity] = frozenset([statement.name for statement in told])
            if any(statement.beside for statement in told):
                beside.add(quantity)
    rows: dict[tuple[int, int], list[Reading]] = {}
    for reading in readings:
        rows.setdefault((reading.clause.frame, reading.clause.sentence), []).append(reading)
    sums = read_subtotals(readings, passage, words)
    found = [each for each in sums.values() if each is not None]
    counted: dict[int, int] = {}  # bracket -> its last sentence with a number
    wholes: dict[tuple[int, int], list[Quantity]] = {}  # what a sentence tells apart from the parts of its lists
    for (frame, sentence), row in rows.items():
        if not any(reading.clause.quantities for reading in row):
            continue
        last = counted.get(frame, sentence)
        counted[frame] = sentence
        before = rows[frame, last] if 0 < sentence - last <= SENTENCES_BACK else []
        if not before and not frame and sum([len(reading.counts) for reading in row]) < 2:
            wholes[frame, sentence] = _wholes(row, ())  # no total, or no part
            continue
        whole = [q for place, told in wholes.items() if before and place[0] == frame for q in told]
        lists = list(_lists(Row(row, before, whole, last == sentence - 1, passage.text, words, sums), apart, levels))
        wholes[frame, sentence] = _wholes(row, lists)
        for listed in lists:
            made = _enumeration(listed, apart, beside, levels, passage, words)
            if made is not None:
                found.append(made)
        found += totals_last(row, apart, sums, passage, words)
    return sorted(found, key=lambda each: passage.text.find(each.place.quote or ""))


def _wholes(row: Sequence[Reading], lists: Sequence[Listed]) -> list[Quantity]:
    """The counts of a sentence that are no parts of its lists, and those of sentences before that its lists divide."""
    parts = {part[0] for listed in lists for part in listed.parts}
    begin = row[0].clause.start
    told = dict.fromkeys([q for listed in lists for q in listed.totals if q.start < begin])
    return [*told, *[q for reading in row for q in reading.counts if q not in parts]]


def _lists(row: Row, apart: Apart, levels: Levels) -> Iterator[Listed]:
    """The lists of one row of clauses: where an introduction stands, its totals before it, its parts after it."""
    seen: list[Quantity] = []
    current: Listed | None = None
    around: list[tuple[Listed, str]] = []  # lists with a part that the current one divides, with what parts theirs
    separator = ""
    misses = 0
    for i, reading in enumerate(row.readings):
        clause = reading.clause
        opening = opening_of(row, i, seen)
        if opening is not None:
            # A list within a part of another ends with that part, at the semicolon.
            inner = current is not None and any(part[0] == opening.totals[-1] for part in current.parts)
            if current is not None and inner:
                around.append((current, separator))
            elif current is not None:
                yield from _all_of(current, around)
            current, separator, misses = opening, "；" if opening.nested else "，" if inner else "", 0
        else:
            while current is not None and _over(current, row, i, separator, apart, levels):
                yield current
                current, separator = around.pop() if around and clause.cut == "；" else (None, "")
                separator = separator or clause.cut
        share = reading.has("share") and not reading.counts
        if current is not None and not share:
            if current.parts and not separator and (reading.counts or current.intro != "colon"):
                separator = clause.cut  # behind a colon what is told of the first part parts it from no other
            taken = _take(current, reading, apart, row, nested=separator == "；" != clause.cut)
            misses = 0 if taken else misses + (opening is None)
            if misses > 1 and (separator or current is None or current.intro != "colon"):
                yield from _all_of(current, around)
                current = None
        seen += reading.counts
    yield from _all_of(current, around)


def _all_of(current: Listed | None, around: list[tuple[Listed, str]]) -> Iterator[Listed]:
    """The lists that end together: those around the current one, and it."""
    yield from [listed for listed, _ in around]
    around.clear()
    if current is not None:
        yield current


def _over(current: Listed, row: Row, i: int, separator: str, apart: Apart, levels: Levels) -> bool:
    """Whether a list is over before clause i."""
    reading = row.readings[i]
    if (_ends(current, reading, separator) and not _completes(current, reading)) or _counted_apart(current, row, i):
        return True
    return (
        bool(current.parts) and apart.keys().isdisjoint(reading.counts) and levels.beside_total(current, reading, row)
    )


def _ends(current: Listed, reading: Reading, separator: str) -> bool:
    """Whether a clause no longer belongs to the list."""
    clause = reading.clause
    if not current.parts:
        return False
    return reading.has("outside") or (clause.cut == "；" and separator not in ("", "；"))


def _completes(current: Listed, reading: Reading) -> bool:
    """Whether the only count of a clause is what the parts fall short of a total by (9个，红4个，绿3个；黄2个)."""
    if len(reading.counts) != 1 or len(current.parts) < 2 or reading.has("outside"):
        return False
    values = [part[0].value for part in current.parts]
    whole = [*values, reading.counts[0].value]
    totals = [total for total in current.totals if total.unit == reading.counts[0].unit]
    return fits_one(whole, totals) and not fits_one(values, totals)


def _counted_apart(current: Listed, row: Row, i: int) -> bool:
    """Whether clause i, behind a semicolon, is a total with a list of its own, as the one before is
    (买苹果9个，其中红的3个；买梨8个，其中绿的2个). 其中 with a colon has all behind it for parts."""
    clause = row.readings[i].clause
    after = row.readings[i + 1] if i + 1 < len(row.readings) else None
    if clause.cut != "；" or not current.parts or after is None or after.clause.cut == "；":
        return False
    return after.has("parts_open", "parts") and not row.text.startswith(":", current.begin + len(current.word))


def _take(current: Listed, reading: Reading, apart: Apart, row: Row, *, nested: bool) -> bool:
    """Take the clause's part into the list, if it has one of the total's measure word."""
    clause = reading.clause
    units = {current.parts[0][0].unit} if current.parts else {q.unit for q in current.totals}
    if reading.has("etc"):
        current.etc = True
    if nested and current.parts:
        return True
    begin = max(clause.start, current.begin)
    taken = 0
    for quantity in reading.counts:
        if quantity.start < begin or quantity in current.totals:
            continue
        if taken and not clause.between(row.text, taken, quantity.start).startswith(row.words["together"]):
            break
        if quantity in row.sums:
            return True
        if quantity.unit not in units:
            current.mixed = True
            return bool(taken)
        current.counts.append(quantity.value)
        if quantity in apart and not _same_again(current, apart, quantity):
            current.apart = True
            return bool(taken)
        first = max(begin, taken)
        label = clause.between(row.text, first, quantity.start) or clause.between(row.text, quantity.end, clause.end)
        label = label.removeprefix(current.word).strip(":，、" + BLOT)
        current.parts.append((quantity, label, clause.start, clause.end))
        current.skipped = current.apart
        current.rest = len(current.parts) > 1 and is_rest(row, reading, quantity, begin)
        current.channels += reading.has("channel") and not taken
        taken = quantity.end
    return bool(taken)


def _same_again(current: Listed, apart: Apart, quantity: Quantity) -> bool:
    """Whether a count says of a part what its total says of all (卖出9个，其中北店卖出4个)."""
    return any(total in apart and not apart[total].isdisjoint(apart[quantity]) for total in current.totals)


def _enumeration(
    listed: Listed, apart: Apart, beside: set[Quantity], levels: Levels, passage: Passage, words: Words
) -> Enumeration | None:
    if not listed.parts:
        return None
    unit = listed.parts[0][0].unit
    totals = [q for q in listed.totals if q.unit == unit]
    if not totals or (listed.intro == "bracket" and len(listed.parts) < 2):
        return None
    listed = levels.upper(listed, totals)
    values = [part[0].value for part in listed.parts]
    if not any(values) or (sum(values, ZERO) > totals[-1].value and _of_others(totals[-1], listed.parts)):
        return None  # parts that are all 0 make up no total, nor do other things
    if apart.keys().isdisjoint(totals):
        totals = joined(totals, values, passage.text)
    total, used, sure = total_of(values, totals, beside, whole=listed.rest)
    if listed.skipped and split_again(listed.counts, total):
        return None  # 共9个，其中新来8个，去年余1个，卖出7个，留下2个: what came, and again what became of it
    first = passage.text[slice(*listed.parts[0][2:])]
    stock = values[0] > total.value or any(word in first for word in words["stock_before"])
    if listed.intro == "bracket" and stock and flows(values[:used], total.value):
        return None  # 28个（去年31个，卖出3个）
    parts = listed.parts[:used]
    announced = listed.intro == "parts_complete" and passage.text.startswith(":", listed.begin + len(listed.word))
    ahead = passage.text[max(total.end, listed.begin - _REACH) : listed.begin]
    some = any(word in ahead for word in words["some_only"])
    over = listed.intro == "unannounced" and any(word in parts[-1][1] for word in words["last_period"])
    hedged = listed.etc or listed.skipped or listed.far or some or (listed.intro in _LEAVE_ROOM and not over)
    many = over or (len(parts) >= 4 and listed.intro not in _LEAVE_ROOM)
    whole = (listed.rest and used == len(values)) or listed.intro == "parts_closed"
    whole = whole or (used == len(values) and tells_whole_year(listed, passage.text, words))
    closed = sure and not (listed.skipped or listed.far or some) and whole
    twice = _counted_twice(listed, passage.text, words)
    channels = listed.channels >= 2 and total not in apart  # no request comes in twice
    return Enumeration(
        total.value,
        sum(values[:used], ZERO),
        total.step,
        tuple(Part(label, q.value, passage.place(start, end)) for q, label, start, end in parts),
        unit,
        closed,
        closed or (sure and (listed.intro == "colon" or announced or many) and not (hedged or listed.mixed)),
        hedged and not closed,
        not closed and (twice or channels),
        not (closed or twice) and channels,
        total.exact and all(q.exact for q, *_ in parts),
        listed.word,
        passage.place(min(total.start, listed.begin), parts[-1][3]),
    )


def _of_others(total: Quantity, parts: Sequence[tuple[Quantity, str, int, int]]) -> bool:
    """Whether a total in characters names things one by one, and the parts in digits count others with a noun of their
    own (三个难题：一是门窄，已拓宽门9个)."""
    return not total.arabic and all(q.arabic for q, *_ in parts) and any(len(label) > _TOLD for _, label, *_ in parts)


def _counted_twice(listed: Listed, text: str, words: Words) -> bool:
    """Whether parts hold the same things by their own words: ways of sending, spans of time that hold one another, and
    what is said to be counted twice."""
    end = listed.parts[-1][3]
    stop = text.find("。", end, end + _REACH)
    parts = text[listed.begin : max(stop, end)]
    return any(word in parts for word in words["counted_twice"])
