"""What a run found, added up as it goes: the same few numbers for ten files and for ten million."""

from __future__ import annotations

import heapq
from collections import Counter

from checker.batch.records import Brief, Refused
from checker.findings import Severity

_WORST = 10
_TOLD = 1000  # unreadable files that are told one by one; each has its line in the results


class Tally:
    """The summary of a run."""

    def __init__(self) -> None:
        self.reports, self.refused_count, self.from_cache, self.from_before, self.doubtful = 0, 0, 0, 0, 0
        self.fails = False
        self.bodies: set[str] = set()
        self.years: Counter[int | None] = Counter()
        self.found: Counter[str] = Counter()
        self.refused: list[tuple[str, str]] = []
        self._worst: list[tuple[tuple[int, ...], str]] = []

    def add(self, name: str, brief: Brief, threshold: str) -> None:
        """Count a result. threshold: from which severity on it fails, "never" for none."""
        self.reports += 1
        if brief.body is not None:
            self.bodies.add(brief.body)
        self.years[brief.year] += 1
        self.found.update(brief.found)
        weights = [0] * len(Severity)
        for key, count in brief.found.items():
            weights[Severity(key.partition(" ")[2]).rank] += count
        if threshold != "never" and any(weights[: Severity(threshold).rank + 1]):
            self.fails = True
        if any(weights):
            heapq.heappush(self._worst, (tuple(weights), name))
            if len(self._worst) > _WORST:
                heapq.heappop(self._worst)

    def refuse(self, name: str, refused: Refused) -> None:
        """Count a file that could not be checked."""
        self.refused_count += 1
        if len(self.refused) < _TOLD:
            self.refused.append((name, refused.message))

    @property
    def worst(self) -> list[tuple[str, tuple[int, ...]]]:
        """The reports with most errors, then warnings, then notices, with these counts; the worst first."""
        return [(name, weights) for weights, name in sorted(self._worst, key=lambda w: ([-n for n in w[0]], w[1]))]

    @property
    def status(self) -> int:
        """The exit status: 2 if a file could not be checked, 1 if a report fails, else 0."""
        return 2 if self.refused_count else int(self.fails)
