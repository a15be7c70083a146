"""What each report is judged beside: last year's report of the body and the near texts of other bodies.

Both are certain once all files are surveyed. A report whose relations will hardly change is given out before: the files
are taken up in order, and each is then related to those before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from checker.batch.files import SURVEYED, WAITING, Files
from checker.batch.series import NONE, SEVERAL, Series
from checker.facts.near import near
from checker.settings import Settings


class Relations:
    """The relations of the files of a run. early: whether reports may be judged before all files are surveyed."""

    def __init__(self, files: Files, settings: Callable[[int], Settings], *, early: bool) -> None:
        self._files, self._settings, self._early = files, settings, early
        self._series = Series(files, lambda number: settings(number).former)
        self._reached = 0  # all files before this one are surveyed
        self._readable = 0
        self._finished = False
        self._first: dict[int, int] = {}
        self._near: Mapping[int, Sequence[int]] = {}
        self._several: set[int] = set()
        self.again: set[int] = set()

    @property
    def complete(self) -> bool:
        """Whether all files are surveyed."""
        return self._reached == len(self._files)

    @property
    def doubtful(self) -> int:
        """How many reports have more than one report of the year before."""
        return len(self._several)

    def settled(self) -> list[int]:
        """The reports that can be judged since this was last asked."""
        files, found = self._files, []
        while not self.complete and files.states[self._reached] != WAITING:
            number = self._reached
            self._reached += 1
            if files.states[number] != SURVEYED:
                continue
            self._readable += 1
            self._series.add(number)
            previous = self._series.previous(number)
            if self._early and self._series.is_likely(number, previous):
                files.early[number], files.previous[number] = 1, previous
                found.append(number)
        return found

    def finish(self) -> None:
        """All files are surveyed: look for near texts, and from now on say what is certain."""
        files = self._files
        self._first = files.one_of_each_content()
        self._near = near(files.sketches, [files.group(number) for number in range(len(files))])
        self._finished = True

    def open(self, numbers: Iterable[int]) -> list[int]:
        """Those of some reports that are not judged yet, or were beside other reports than they should have been."""
        files, found = self._files, []
        for number in numbers:
            if files.early[number]:
                if files.previous[number] == self._series.previous(number) and self.others(number) == self._presumed():
                    continue
                files.finished[number] = 0
                self.again.add(number)
            elif files.states[number] != SURVEYED:
                continue
            found.append(number)
        return found

    def only_others(self, number: int) -> bool:
        """Whether it was judged before beside the right report of last year, and beside no others."""
        known = number in self.again and self._files.previous[number] == self._series.previous(number)
        return known and self._presumed() is not None and self.others(number) is not None

    def others(self, number: int) -> list[int] | None:
        """Reports with a near text, each content once; None if there is no other report at all."""
        if not self._finished:
            return self._presumed()
        if self._readable < 2:
            return None
        near_ones = self._near.get(self._first.get(number, number), ())
        by_content = {self._files.content(other): other for other in reversed(near_ones)}
        return list(by_content.values())[::-1]

    def previous(self, number: int) -> int | str | None:
        """Last year's report: by number if it is of this run, by name if the settings say where it lies."""
        settings, files = self._settings(number), self._files
        if settings.previous is not None:
            return None
        found = self._series.previous(number) if self._finished else files.previous[number]
        if found == SEVERAL:
            self._several.add(number)
        if found != NONE or settings.previous_pattern is None:
            return None if found < 0 else found
        from checker.previous import files_for

        path, year, body = Path(files.names[number]), files.year(number), files.body(number)
        lying = files_for(settings.previous_pattern, path, year, body, settings.former)
        if len(lying) > 1:
            self._several.add(number)
        return str(lying[0]) if len(lying) == 1 else None

    def _presumed(self) -> list[int] | None:
        """Before all are surveyed: that no other body says the same."""
        return [] if len(self._files) > 1 else None
