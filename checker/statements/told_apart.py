"""What a sentence tells besides and says to be left out (另有旧货9件，卖出8件，不计入上表): it is not of the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.statements.labels import Reading, Told


def told_apart(readings: Sequence[Reading]) -> Sequence[bool]:
    """For each clause whether it is so told: from a word such as 另有 on, up to the words that leave it out."""
    result = [False] * len(readings)
    if not any(reading.has("left_out") for reading in readings):
        return result
    sentence, begin = -1, -1
    for i, reading in enumerate(readings):
        clause = reading.clause
        if clause.sentence != sentence:
            sentence, begin = clause.sentence, -1
        if not clause.frame and reading.has("outside"):
            begin = i
        if begin >= 0 and reading.has("left_out"):
            result[begin : i + 1] = [True] * (i + 1 - begin)
    return result


def parting(readings: Sequence[Reading], statements: Mapping[str, Told]) -> Mapping[int, str]:
    """Brackets right behind a number of several things -> its family: what they count are its parts, by the
    kinds of things that it is said of (卖出9件（苹果5件、梨4件）: 5 apples were sold, and not 5 in all)."""
    given = {id(reading.clause): reading.given for reading in readings if reading.given}
    found: dict[int, str] = {}
    for reading in readings:
        clause = reading.clause
        if clause.parent is None or clause.frame in found:
            continue
        for quantity, labels in given.get(id(clause.parent), {}).items():
            along = [x for x in labels if any(name.startswith("along ") for name in x.pattern.about)]
            if along and quantity.end == clause.start - 1:
                found[clause.frame] = statements[along[0].pattern.statement].family
    return found
