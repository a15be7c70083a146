"""Spots where a number is left out: a verb of counting, then a measure word with nothing before it (买苹果个)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.statements.clauses import Clause
from checker.statements.folding import Passage
from checker.statements.labels import Reading
from checker.statements.model import Gap
from checker.statements.words import Words

_LONGEST = 40  # characters: a longer clause tells of more than a count


class GapFinder:
    """Finds gaps by the pack's lists gap_verb, gap_unit and gap_safe (words that end in a measure word: 条件, 首次).

    gap_verb_beside: verbs that count only with a count in the clause before or behind, and for the measure words of
    gap_unit_beside, as do all in front of 、 with a count behind it. gap_loose: such words that may
    stand for a count left out (来件), with a verb of gap_count before them. gap_named: what stands right before them
    where they name the things (收到的来件).
    """

    def __init__(self, words: Words) -> None:
        self._verbs, self._units, self._safe = words["gap_verb"], words["gap_unit"], words["gap_safe"]
        self._counts, self._loose = words["gap_count"], words["gap_loose"]
        self._beside, self._units_beside = words["gap_verb_beside"], words["gap_unit_beside"]
        self._named = tuple(named + loose for named in words["gap_named"] for loose in self._loose)

    def find(self, readings: Sequence[Reading], passage: Passage) -> list[Gap]:
        """All gaps of a line."""
        found: list[Gap] = []
        for i, reading in enumerate(readings):
            clause = reading.clause
            if clause.quantities:
                end, counted = _before_the_next(clause, passage.text), True
            else:
                end, counted = clause.end, _counts_beside(readings, i)
            if clause.start < end <= clause.start + _LONGEST:
                unit = self._left_out(reading, end, passage, counted=counted)
                joined = clause.quantities[0].unit if clause.quantities else ""
                if unit and (not joined or (joined == unit and unit in self._units_beside)):
                    found.append(Gap(unit, passage.place(clause.start, end)))
        return found

    def _left_out(self, reading: Reading, end: int, passage: Passage, *, counted: bool) -> str:
        """The measure word before which a number is left out at the end of a clause, "" if there is none.

        counted: whether a count stands beside it.
        """
        clause, text = reading.clause, passage.text
        unit = next((unit for unit in self._units if text.endswith(unit, clause.start, end)), "")
        if not unit or text[end - len(unit) - 1 : end - len(unit)].isnumeric():
            return ""  # an ordinal
        blank = passage.folded.blank_before(end - len(unit))
        if not blank and text.endswith(self._safe, clause.start, end):
            return ""
        words = clause.between(text, clause.start, end)
        if words.endswith(self._loose) and not any(word in words for word in self._counts):
            return ""  # 查看来件 names the things, 共收来件 counts them
        if not blank and words.endswith(self._named):
            return ""
        verbs = (*self._verbs, *self._beside) if counted and unit in self._units_beside else self._verbs
        told = len(words) > len(unit) and any(verb in words for verb in verbs) and not reading.has("without")
        return unit if told else ""


def _before_the_next(clause: Clause, text: str) -> int:
    """Where what a clause joins by 、 to its first number ends (买苹果个、梨9个), its start if it joins nothing."""
    return max(text.rfind("、", clause.start, clause.quantities[0].start), clause.start)


def _counts_beside(readings: Sequence[Reading], i: int) -> bool:
    """Whether the clause before or behind one has a count, in its sentence."""
    near = [readings[k] for k in (i - 1, i + 1) if 0 <= k < len(readings)]
    return any(each.counts and each.clause.sentence == readings[i].clause.sentence for each in near)
