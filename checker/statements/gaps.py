"""Spots where a number is left out: a verb of counting, then a measure word with nothing before it (买苹果个)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.statements.folding import Passage
from checker.statements.labels import Reading
from checker.statements.model import Gap
from checker.statements.words import Words


class GapFinder:
    """Finds gaps by the pack's lists gap_verb, gap_unit and gap_safe (words that end in a measure word: 条件, 首次).

    gap_loose: such words that may stand for a count left out (来件), with a verb of gap_count before them. gap_named:
    what stands right before them where they name the things (收到的来件).
    """

    def __init__(self, words: Words) -> None:
        self._verbs, self._units, self._safe = words["gap_verb"], words["gap_unit"], words["gap_safe"]
        self._counts, self._loose = words["gap_count"], words["gap_loose"]
        self._named = tuple(named + loose for named in words["gap_named"] for loose in self._loose)

    def find(self, readings: Sequence[Reading], passage: Passage) -> list[Gap]:
        """All gaps of a line."""
        found: list[Gap] = []
        text = passage.text
        for reading in readings:
            clause = reading.clause
            if clause.quantities or clause.end - clause.start > 40:
                continue
            if not text.endswith(self._units, clause.start, clause.end):
                continue
            unit = next(unit for unit in self._units if text.endswith(unit, clause.start, clause.end))
            if text[clause.end - len(unit) - 1 : clause.end - len(unit)].isnumeric():
                continue  # an ordinal
            blank = passage.folded.blank_before(clause.end - len(unit))
            if not blank and text.endswith(self._safe, clause.start, clause.end):
                continue
            words = clause.between(text, clause.start, clause.end)
            if words.endswith(self._loose) and not any(word in words for word in self._counts):
                continue  # 查看来件 names the things, 共收来件 counts them
            if not blank and words.endswith(self._named):
                continue
            if len(words) > len(unit) and any(verb in words for verb in self._verbs) and not reading.has("without"):
                found.append(Gap(unit, passage.place(clause.start, clause.end)))
        return found
