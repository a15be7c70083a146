"""From clauses as read to what the paragraph states: times, zeros, all-words, sums and second mentions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from checker.statements.bodies import of_bodies
from checker.statements.carry import begins
from checker.statements.found import Found
from checker.statements.labels import Label, Reading, Told
from checker.statements.left_out import left_out
from checker.statements.of_parts import of_parts
from checker.statements.quantities import ZERO, of_each
from checker.statements.times import When, times, when_at
from checker.statements.told_apart import parting, told_apart
from checker.statements.words import Words


def settle(
    readings: Sequence[Reading], statements: Mapping[str, Told], words: Words, text: str, kind: str = ""
) -> list[Found]:
    """What the clauses of a paragraph state, each statement once a sentence, in reading order.

    kind: that of the body whose report it is.
    """
    if not any(reading.labels or reading.given or reading.nothing for reading in readings):
        return []
    found: list[Found] = []
    whens = _of_those(readings, times(readings, words.small, text), words, text)
    lists = _in_lists(readings)
    bodies = of_bodies(readings, statements, words, text, kind)
    apart = (left_out(readings, words, text), told_apart(readings))
    parts = list(map(any, zip(of_parts(readings, statements, words, text), bodies, *apart, strict=True)))
    parted = parting(readings, statements)
    telling = [
        (reading, when, within)
        for reading, when, within, part in zip(readings, whens, lists, parts, strict=True)
        if not part and (reading.labels or reading.given or reading.nothing)
    ]
    for reading, when, within in telling:
        if reading.given:
            found += [
                each
                for each in _counts(reading, when, statements, words, text, within=within)
                if parted.get(reading.clause.frame) in (None, statements[each.statement].family)
            ]
        if reading.labels or reading.nothing:
            found += _nones(reading, when, _also_none(reading, statements, words.joint, text), within=within)
    found = _once_a_sentence(found, statements)
    some = {(each.sentence, each.statement) for each in found if each.how == "count" and each.value > 0}
    found = [_plain(each, some, statements) if each.readings else each for each in found]
    flags = [
        Found(reading, label, "flag", when, within=within)
        for reading, when, within in telling
        for label in reading.labels
        if label.pattern.kind == "flag" and not _but(label, reading, some)
    ]
    found += _once_a_sentence(flags, statements)
    if any(label.pattern.kind in ("all", "one") for reading, _, _ in telling for label in reading.labels):
        times_of = [None if part else when for when, part in zip(whens, parts, strict=True)]
        found += _alls(readings, times_of, found, some, (text, words.small))
    return sorted(found, key=_start)


def _of_those(readings: Sequence[Reading], whens: Sequence[When], words: Words, text: str) -> Sequence[When]:
    """The times of the clauses, of an all-word (均已卖出) that of the number right before it (卖出去年收的6件)."""
    result = list(whens)
    for i, (before, reading) in enumerate(pairwise(readings), 1):
        clause = reading.clause
        if clause.quantities or not before.counts or before.has("compare"):
            continue
        near = before.clause.sentence == clause.sentence and before.clause.frame == clause.frame
        if near and text.startswith(words["in_all"], clause.start):
            result[i] = when_at(before, whens[i - 1], before.counts[-1].start)
    return result


def _plain(found: Found, some: set[tuple[int, str]], statements: Mapping[str, Told]) -> Found:
    """Without other meanings of its family that the sentence gives a count of their own (上年余2件，余3件)."""
    own = statements[found.statement].family
    left = tuple([n for n in found.readings if statements[n].family != own or (found.sentence, n) not in some])
    return found if left == found.readings else found.but(readings=left)


def _in_lists(readings: Sequence[Reading]) -> list[bool]:
    """Whether each clause stands in a bracket, or in a list that 其中 or the like begins."""
    result: list[bool] = []
    sentence, opened = -1, False
    for reading in readings:
        clause = reading.clause
        if clause.sentence != sentence:
            sentence = clause.sentence
            opened = False
        if not clause.frame:
            opened = (opened or reading.has("parts")) and not reading.has("outside")
        result.append(opened or clause.frame > 0)
    return result


def _counts(
    reading: Reading, when: When, statements: Mapping[str, Told], words: Words, text: str, *, within: bool
) -> list[Found]:
    if reading.has("respectively") and len({name for _, _, name in reading.marks if name[0] == "@"}) > 1:
        return []  # a number for each of several years
    found: list[Found] = []
    for quantity, labels in reading.given.items():
        at = when_at(reading, when, quantity.start)
        beside = {statements[x.pattern.statement].family for x in labels if statements[x.pattern.statement].beside}
        for label in labels:
            if beside and statements[label.pattern.statement].family not in beside:
                continue  # 去年余3件均已卖出: 3 are left over, and not 3 in all sold
            family = statements[label.pattern.statement].family
            others = [x.pattern.statement for x in labels] if len(labels) > 1 else []
            also = [name for name in others if statements[name].family != family]
            made = Found(reading, label, "count", at, within=within).counted(quantity, also)
            if words.each(text, quantity.start):
                made.values = of_each(quantity, reading.clause.quantities)
                made.value = made.values[0]
            found.append(made)
    return found


def _also_none(
    reading: Reading, statements: Mapping[str, Told], joint: Callable[[str], bool], text: str
) -> list[Label]:
    """Labels joined to a none-label (无苹果和梨): the word for nothing is said of each."""
    found: list[Label] = []
    for none in reading.labels:
        if none.pattern.kind != "none":
            continue
        edge, family = none.end, statements[none.pattern.statement].family
        for label in reading.says:
            if label.start >= edge and statements[label.pattern.statement].family == family:
                if not joint(reading.clause.between(text, edge, label.start)):
                    break
                found.append(label)
                edge = label.end
        edge = none.start
        if any(label.start == edge and label.pattern.statement == none.pattern.statement for label in reading.says):
            for label in reversed(reading.says):  # the word for nothing stands behind: 苹果和梨均为零
                if label.end <= edge and statements[label.pattern.statement].family == family:
                    if not joint(reading.clause.between(text, label.end, edge)):
                        break
                    found.append(label)
                    edge = label.start
    return found


def _nones(reading: Reading, when: When, also: Sequence[Label], *, within: bool) -> list[Found]:
    answered = [*reading.nothing, *also]
    if not answered and not any(label.pattern.kind == "none" for label in reading.labels):
        return []
    counted = [label for labels in reading.given.values() for label in labels]
    stated = {label.pattern.statement for label in counted}
    found: dict[str, Found] = {}
    for label in [*reading.labels, *answered]:
        name = label.pattern.statement
        if any(x.start <= label.start < x.end and x.pattern.statement != name for x in counted):
            continue  # the word for nothing is part of what is counted (未付款即发货12件)
        if (label.pattern.kind == "none" or label in answered) and name not in stated and name not in found:
            found[name] = Found(reading, label, "none", when, within=within)
    return list(found.values())


def _once_a_sentence(found: Sequence[Found], statements: Mapping[str, Told]) -> list[Found]:
    """One figure for each statement of a sentence; several are settled to one with all their right readings."""
    if not found:
        return []
    groups: dict[tuple[int, str, When], list[Found]] = {}
    for each in found:
        groups.setdefault((each.sentence, each.statement, each.when), []).append(each)
    settled: list[Found] = []
    for (_, name, _), group in groups.items():
        settled += _settle_group(group, statements[name].adds)
    return list({(each.sentence, each.statement, each.value, each.when): each for each in settled}.values())


def _settle_group(group: list[Found], adds: bool) -> list[Found]:
    counts = [each for each in group if each.how == "count"]
    if not counts or (len(group) == 1 and not adds):
        return group[:1]
    strong = [each for each in counts if each.strong]
    if adds:
        return _settle_sum(counts, strong)
    result: list[Found] = []
    if strong:
        result = [
            each.but(statement=each.readings[0], readings=())
            for each in counts
            if not each.strong and each.readings and each.value > strong[0].value
        ]
        lesser = [each for each in counts if not each.strong and each.value < strong[0].value]
        return [*result, _merge(strong, strong[0].value, [*strong, *lesser])]
    else:
        first = counts[0]
        counts = [first] + [each for each in counts[1:] if not each.within]
    return [*result, _merge(counts, counts[0].value, counts)]


def _settle_sum(counts: list[Found], strong: list[Found]) -> list[Found]:
    """Counts that add up. A weak line only adds to a strong one: alone it may be a part of what is counted."""
    if not strong:
        return []
    return [_merge(strong, sum((each.value for each in strong), ZERO), counts)]


def _merge(counts: list[Found], value: Decimal, others: list[Found]) -> Found:
    """One figure for several: `value`, and as other readings each of the counts and the sum of `others`."""
    if len(counts) == len(others) == 1:
        return counts[0]
    total = sum([each.value for each in others], ZERO)
    return counts[0].but(
        value=value,
        exact=all(each.exact for each in counts),
        end=max(each.end for each in counts),
        values=tuple(dict.fromkeys([value, *(each.value for each in counts), total])),
    )


def _alls(
    readings: Sequence[Reading],
    whens: Sequence[When | None],
    found: Sequence[Found],
    some: set[tuple[int, str]],
    told: tuple[str, Callable[[str], bool]],
) -> list[Found]:
    """Figures of all-words (均已卖出): as many as the count before, unless the paragraph gives the number itself.

    whens: the times of the clauses, None for one that speaks of a part only.
    """
    text, small = told
    explicit = {each.statement for each in found if each.how == "count"}
    result: dict[str, Found] = {}
    ends: dict[int, list[str]] = {}  # what a single thing came to, by its count
    earlier: Reading | None = None
    before: Reading | None = None
    for reading, when in zip(readings, whens, strict=True):
        left = begins(before, reading, text, small)
        if left is not None and before is not None and begins(earlier, before, text, small) is not None:
            left = None  # parts of the whole, one after the other: 3个是红的，2个是绿的，均已卖出
        earlier, before = before, reading
        for label in reading.labels if when is not None else ():
            name = label.pattern.statement
            if _but(label, reading, some):
                continue
            kind = label.pattern.kind
            if kind not in ("all", "one") or name in explicit or name in result or not _for_all(reading, label):
                continue
            base = _count_before(label, reading, found)
            if left is not None and base is not None and left.unit == base.unit and left.value != base.value:
                continue  # all of another number (共40个，15个是红的，均已卖出)
            if kind == "one" and (base is None or base.value != 1 or reading.before(label.start, "without")):
                continue
            if base is not None and when is not None and base.when == when:
                made = Found(reading, label, "all" if kind == "all" else "count", when, within=False)
                made.value, made.exact, made.unit, made.step = base.value, base.exact, base.unit, base.step
                result[name] = made
                if kind == "one":
                    ends.setdefault(id(base), []).append(name)
    # What the one thing came to first and last (卖出1个，后退回): which of them counts, is not sure.
    unsure = {name for names in ends.values() if len(names) > 1 for name in names}
    return [each for name, each in result.items() if name not in unsure]


def _but(label: Label, reading: Reading, some: set[tuple[int, str]]) -> bool:
    """Whether the sentence gives a count of a statement that the line is said `unless`."""
    return any((reading.clause.sentence, name) in some for name in label.pattern.unless)


def _for_all(reading: Reading, label: Label) -> bool:
    """Whether an all-word stands in a clause without a number, or behind the very count that it speaks of."""
    return all(
        q.unit == "%"
        or (q.end <= label.start and any(x.pattern.statement in label.pattern.of for x in reading.given.get(q, ())))
        for q in reading.clause.quantities
    )


def _count_before(label: Label, reading: Reading, found: Sequence[Found]) -> Found | None:
    """The last count before the label that it can speak of."""
    before = [
        each
        for each in found
        if each.statement in label.pattern.of and each.how == "count" and each.start < label.end and each.value > 0
    ]
    own = [each for each in before if each.sentence == reading.clause.sentence]
    pool = own or before
    return max(pool, key=lambda each: (-label.pattern.of.index(each.statement), each.start)) if pool else None


_start = attrgetter("start")
