"""Clauses that give the figures of one body of those that the report is of (全厂买入40件；北店买入15件，卖出12件).

Such a body is named at the beginning of its clause. What follows in the sentence is of it, too, up to words for the
whole or the name of another; so are the sentences after it, as far as they tell what was not told of it, if it is what
its sentence is about, and no part of a list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from checker.statements.labels import Reading, Told
from checker.statements.quantities import ZERO
from checker.statements.words import Words, one_of

_LONGEST = 60  # characters before the words of a statement in which a body is sought
_MORE = Decimal("1.5")  # by how much what became of a body's things may exceed those told, with what it had before
_PART, _WHOLE = "part", "whole"


class _Body:
    """The body in force. sentence: where it was named; alone: no count stands before it there, so that the sentence is
    about it; among: how many such bodies the sentence named; told: statements told of it, summed: its counts."""

    __slots__ = ("alone", "among", "sentence", "summed", "told")

    def __init__(self, sentence: int, among: int, *, alone: bool) -> None:
        self.sentence, self.among, self.alone = sentence, among, alone
        self.told: set[str] = set()
        self.summed = ZERO


def of_bodies(
    readings: Sequence[Reading], statements: Mapping[str, Told], words: Words, text: str, kind: str
) -> Sequence[bool]:
    """For each clause whether its figures are of a part of what the report is of. kind: of the report's body."""
    every, (names, below, parties, whole_end) = _lists(words, kind)
    if every.search(text) is None:
        return [False] * len(readings)
    result: list[bool] = []
    told: dict[int, bool] = {}
    body: _Body | None = None
    alone = True  # no part was named so far
    counted = -1  # the last sentence with a count
    most = ZERO  # the largest count so far
    for reading in readings:
        clause = reading.clause
        if clause.frame:
            part = clause.parent is not None and told.get(id(clause.parent), False)
        else:
            among_all = parties if reading.counts and max(q.value for q in reading.counts) < most else ()
            fitting = below if _of_below(reading, statements, words) else names
            tells = _tells(reading, statements, words)
            named = _named(reading, fitting, among_all, whole_end, words, text, alone=alone) if tells else ""
            alone = alone and named != _PART
            if named == _PART:
                among = body.among + 1 if body is not None and body.sentence == clause.sentence else 1
                body = _Body(clause.sentence, among, alone=counted != clause.sentence)
            elif named == _WHOLE or (body is not None and _of_all(reading, body, words, text)):
                body = None
            part = body is not None
            if body is not None:
                body.told.update(_stated(reading))
                body.summed += sum((q.value for q in reading.counts), ZERO)
            if reading.counts:
                counted = clause.sentence
                most = max(most, *[q.value for q in reading.counts])
        told[id(clause)] = part
        result.append(part)
    return result


@lru_cache(maxsize=16)
def _lists(words: Words, kind: str) -> tuple[re.Pattern[str], tuple[tuple[str, ...], ...]]:
    """What names a body at all; parts, those below the seat, parties, and ends of names of the whole."""
    names = (*words["part_body"], *words[f"part_of_{kind}"])
    parties = words[f"party_of_{kind}"]
    below = tuple([name for name in names if name not in words["seat"]])
    whole_end = (*words["whole_end"], *words[f"whole_of_{kind}"])
    every = one_of((*names, *parties, *words["attached"], *words["counted_bodies"]))
    return every, (names, below, parties, whole_end)


def _stated(reading: Reading) -> set[str]:
    """The statements of a clause."""
    counted = [label.pattern.statement for labels in reading.given.values() for label in labels]
    return {*counted, *[label.pattern.statement for label in reading.labels if label.pattern.kind in ("all", "none")]}


def _tells(reading: Reading, statements: Mapping[str, Told], words: Words) -> bool:
    """Whether a clause counts something, and nothing that is told for all alone."""
    families = (*words["told_by_body"], *words["told_by_below"])
    if reading.clause.quantities and not reading.labels:
        return True
    return any(statements[label.pattern.statement].family in families for label in reading.labels)


def _behind(rest: str, words: Words) -> str:
    """What stands behind the name of a body, without words such as 被."""
    return next((rest[len(word) :] for word in words["behind_body"] if rest.startswith(word)), rest)


def _of_below(reading: Reading, statements: Mapping[str, Told], words: Words) -> bool:
    """Whether a clause tells only what the seat of a body tells for the body itself."""
    families = {statements[label.pattern.statement].family for label in reading.labels}
    return bool(families) and families.issubset(words["told_by_below"])


def _named(
    reading: Reading,
    names: tuple[str, ...],
    parties: tuple[str, ...],
    whole_end: tuple[str, ...],
    words: Words,
    text: str,
    *,
    alone: bool,
) -> str:
    """Whether a clause begins with the name of a part, with words for the whole, or ("") with neither.

    parties: names that are those of a part where the clause says in which role (以北店为卖家的), behind more of all.
    alone: no part was named before: several kinds of them together may be the whole.
    """
    clause = reading.clause
    start, names = _begin(reading, names, words, text)
    nouns, attached = words["body_noun"], words["attached"]
    ends = [label.start for label in reading.labels]
    ends += [q.start for q in clause.quantities if not text.endswith(attached, clause.start, q.start)]  # 下设3家店
    end = min([at for at in ends if at >= start], default=start)
    head = clause.between(text, start, end)
    if head.startswith(words["parts"]):
        head = head[max(len(word) for word in words["parts"] if head.startswith(word)) :]
    if not head or len(head) > _LONGEST:
        return ""
    wide = head + text[end : end + 4]
    role = -1
    if words.holds(wide, words["party_role"]):
        role = min([at for at in map(wide.find, words["party_role"]) if 0 <= at <= len(head)], default=-1)
    if role >= 0:
        names = (*names, *parties)
        head = head[len(words["party_lead"][0]) if head.startswith(words["party_lead"]) else 0 : role]
    whole = head.startswith(words["whole_body"])
    joined = any(word in head for word in words["together"])
    for name in names if words.holds(head, names) else ():
        at = head.rfind(name)
        body = head[: at + len(name)]
        rest = head[len(body) :]
        if at < 0 or not (words.small(_behind(rest, words)) or rest in words["body_does"]):
            continue
        if body.endswith(whole_end) or body in words["whole_body"]:
            return _WHOLE
        both = any(each in head for each in words["part_above"]) and any(each in head for each in words["part_below"])
        return _WHOLE if joined and (whole or (both and alone)) else _PART
    if not joined and head.startswith(attached):
        at, noun = max((head.rfind(noun), noun) for noun in nouns)
        if at > 0 and words.small(head[at + len(noun) :]):
            return _PART
    if clause.holes and any(text[first + 1 : last - 1].endswith(names) for first, last in clause.holes if last <= end):
        return _PART  # 东店（含本部）卖出2件
    return _WHOLE if whole else ""


def _begin(reading: Reading, names: tuple[str, ...], words: Words, text: str) -> tuple[int, tuple[str, ...]]:
    """Where the words of a clause begin, behind a number of bodies (3个分店买入2件), and the names that may stand."""
    clause, bodies = reading.clause, words["counted_bodies"]
    first = clause.quantities[0] if len(clause.quantities) > 1 else None
    if first is None or not words.small(text[clause.start : first.start]) or first in reading.given:
        return clause.start, names
    return (first.end, (*names, *bodies)) if text.startswith((*names, *bodies), first.end) else (clause.start, names)


def _of_all(reading: Reading, body: _Body, words: Words, text: str) -> bool:
    """Whether a clause that names no body comes back to all of them."""
    clause = reading.clause
    begin = text[clause.start : clause.end]
    if begin.startswith(words["whole_body"]):
        return True
    if clause.sentence != body.sentence and (
        body.among > 1
        or not body.alone
        or reading.has("this_year", "outside")
        or not body.told.isdisjoint(_stated(reading))
    ):
        return True
    counts = [q.value for q in reading.counts]
    if not counts:
        return body.among > 1 and any(word in begin for word in words["in_all"])
    if begin.startswith(words["summed"]):
        return body.among > 1 or max(counts) > body.summed
    return max(counts) > body.summed * _MORE + 2
