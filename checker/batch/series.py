"""Which report is last year's of the same body: by its name and year, or by a name that the body had before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from checker.batch.files import SURVEYED, Files

_SEVERAL = -1
Former = Mapping[str, Sequence[str]]


class Series:
    """The reports of a run by body and year. former: gives for a file the former names of bodies, by today's names.

    A name that does not tell where the body is ("财政局") means the body of one folder, whatever years stand in the
    folder's name. Two reports of one body and year with unlike contents are not chosen from: the pair is doubtful.
    """

    def __init__(self, files: Files, former: Callable[[int], Former]) -> None:
        self._files, self._former = files, former
        self._by: dict[tuple[str, str, int], int] = {}
        self.doubtful = 0
        for number in range(len(files)):
            body, year = files.body(number), files.year(number)
            if files.states[number] != SURVEYED or body is None or year is None:
                continue
            key = (body, files.place(number), year)
            known = self._by.get(key)
            if known is None:
                self._by[key] = number
            elif known == _SEVERAL or files.content(known) != files.content(number):
                self._by[key] = _SEVERAL

    def previous(self, number: int) -> int | None:
        """The number of last year's report, None if there is none or more than one."""
        body, year = self._files.body(number), self._files.year(number)
        if body is None or year is None:
            return None
        place = self._files.place(number)
        for name in (body, *self._former(number).get(body, ())):
            for where in dict.fromkeys((place, "")):
                found = self._by.get((name, where, year - 1))
                if found == _SEVERAL:
                    self.doubtful += 1
                    return None
                if found is not None:
                    return found
        return None
