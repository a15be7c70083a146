"""What a run found, added up as it goes: a few bytes a file, the same few numbers for ten files and for ten million."""

from __future__ import annotations

import heapq
from array import array
from collections import Counter
from collections.abc import Sequence

from checker.batch.records import Brief, Refused
from checker.findings import Severity

_WORST = 10
_TOLD = 1000  # unreadable files that are told one by one; each has its line in the results
_KINDS = len(Severity)
_MOST = 0xFFFF


class Tally:
    """The summary of a run. names: of its files, by number."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._weights = array("H", [0]) * (_KINDS * len(names))
        self._failing = bytearray(len(names))
        self.reports, self.refused_count, self.from_cache, self.from_before, self.doubtful = 0, 0, 0, 0, 0
        self.bodies: set[str] = set()
        self.years: Counter[int | None] = Counter()
        self.found: Counter[str] = Counter()
        self.refused: list[tuple[str, str]] = []

    def add(self, number: int, brief: Brief, threshold: str) -> None:
        """Count a result. threshold: from which severity on it fails, "never" for none."""
        self.reports += 1
        if brief.body is not None:
            self.bodies.add(brief.body)
        self.years[brief.year] += 1
        self.found.update(brief.found)
        weights = [0] * _KINDS
        for key, count in brief.found.items():
            weights[Severity(key.partition(" ")[2]).rank] += count
        self._failing[number] = threshold != "never" and any(weights[: Severity(threshold).rank + 1])
        self._weights[_KINDS * number : _KINDS * (number + 1)] = array("H", (min(one, _MOST) for one in weights))

    def take_back(self, brief: Brief) -> None:
        """Uncount a result that another one of the same file has taken the place of."""
        self.reports -= 1
        self.years -= Counter([brief.year])
        self.found -= Counter(brief.found)

    def refuse(self, number: int, refused: Refused) -> None:
        """Count a file that could not be checked."""
        self.refused_count += 1
        self._failing[number] = False
        self._weights[_KINDS * number : _KINDS * (number + 1)] = array("H", [0] * _KINDS)
        if len(self.refused) < _TOLD:
            self.refused.append((self._names[number], refused.message))

    @property
    def worst(self) -> list[tuple[str, tuple[int, ...]]]:
        """The reports with most errors, then warnings, then notices, with these counts; the worst first."""
        weighed = ((self._of(number), number) for number in range(len(self._names)))
        found = heapq.nsmallest(_WORST, ((*(-one for one in each), number) for each, number in weighed if any(each)))
        return [(self._names[one[-1]], self._of(one[-1])) for one in found]

    @property
    def status(self) -> int:
        """The exit status: 2 if a file could not be checked, 1 if a report fails, else 0."""
        return 2 if self.refused_count else int(any(self._failing))

    def _of(self, number: int) -> tuple[int, ...]:
        return tuple(self._weights[_KINDS * number : _KINDS * (number + 1)])
