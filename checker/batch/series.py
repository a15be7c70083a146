"""Which report is last year's of the same body: by its name and year, or by a name that the body had before."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from checker.batch.files import Files

NONE, SEVERAL = -1, -2
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
Former = Mapping[str, Sequence[str]]


class Series:
    """The reports of a run by body and year. former: gives for a file the former names of bodies, by today's names.

    A name that does not tell where the body is ("财政局") means the body of one folder, whatever years stand in the
    folder's name. Two reports of one body and year with unlike contents are not chosen from.
    """

    def __init__(self, files: Files, former: Callable[[int], Former]) -> None:
        self._files, self._former = files, former
        self._by: dict[int, int] = {}
        self._places: dict[str, int] = {}
        self._named = {int(year) for name in files.names for year in _YEAR.findall(name)}

    def add(self, number: int) -> None:
        """Take up a report; in order of number."""
        files = self._files
        body, year = files.group(number), files.year(number)
        if body >= 0 and year is not None:
            place = files.place(number)
            key = self._key(body, self._places.setdefault(place, len(self._places)), year)
            known = self._by.setdefault(key, number)
            if known == SEVERAL or files.content(known) != files.content(number):
                self._by[key] = SEVERAL

    def previous(self, number: int) -> int:
        """The number of last year's report among those taken up, NONE or SEVERAL."""
        files = self._files
        body, year = files.body(number), files.year(number)
        if body is None or year is None:
            return NONE
        place = files.place(number)
        for name in (body, *self._former(number).get(body, ())):
            for where in dict.fromkeys((place, "")):
                if files.number_of(name) >= 0 and where in self._places:
                    found = self._by.get(self._key(files.number_of(name), self._places[where], year - 1), NONE)
                    if found != NONE:
                        return found
        return NONE

    def is_likely(self, number: int, previous: int) -> bool:
        """Whether reports that are not taken up yet will hardly change what was found: there is a report of the year
        before, or no file bears that year in its name or its folder's. A guess, on which only the order of work rests.
        """
        year = self._files.year(number)
        return previous != NONE or year is None or year - 1 not in self._named

    @staticmethod
    def _key(body: int, place: int, year: int) -> int:
        """One number for the three: a tuple for each of ten thousand reports would take as much as all else of them."""
        return (body << 24 | place) << 12 | year
