"""A run over many files: each is surveyed, then judged beside last year's report of its body and near texts."""

from __future__ import annotations

import json
import os
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from checker.batch.cache import Cache, content_of
from checker.batch.files import OVER, SURVEYED, Files
from checker.batch.keys import Keys
from checker.batch.records import Answer, Brief, Given, Judged, Plan, Refused, Same, Surveyed, Task
from checker.batch.relations import Relations
from checker.batch.results import Results
from checker.batch.tally import Tally
from checker.batch.workers import Workers
from checker.settings import Settings
from checker.sources import Source

_AT_ONCE = 250  # files looked up in the cache together
_SAME = b"="  # kept for a result that near texts do not change


class Store(Protocol):
    """Where results are also kept for questions (store.py)."""

    def has(self, name: str, content: str) -> bool:
        """Whether the result of this file with this content is in it."""

    def add(self, name: str, content: str, judged: Judged) -> None:
        """Take a result, in place of that of another content."""

    def close(self) -> None:
        """Make what was taken lasting."""


class Run:
    """A run. names: of the files; settings_for: what holds for each; prepare: called with the first file of each
    settings that must be worked on, before workers are; progress: called with the number of steps done, two a file.

    Only when all files are surveyed is it certain what a report is judged beside. Where results go to a file, those
    that will hardly change are written before; the few that did change are judged again, and their lines replaced.
    """

    def __init__(
        self,
        names: Sequence[str],
        plan: Plan,
        settings_for: Callable[[Source], Settings],
        workers: Workers,
        results: Results,
        *,
        fail_on: str,
        cache: Cache,
        scratch: Path,
        prepare: Callable[[str], None],
        progress: Callable[[int], None],
        store: Store | None = None,
    ) -> None:
        self._files = Files(names, scratch)
        self._settings_for, self._workers, self._results = settings_for, workers, results
        self._fail_on, self._cache, self._store, self._keys = fail_on, cache, store, Keys(plan)
        self._prepare, self._progress = prepare, progress
        self._ready: set[int] = set()
        self._by_folder: dict[str, Settings] = {}
        self._relations = Relations(self._files, self._settings, early=results.path is not None)
        self.tally = Tally(names)
        self._now = int(time.time())  # only to tell old entries of the cache from new ones

    def go(self) -> Tally:
        """Do it all. Raises what settings and rules raise; KeyboardInterrupt when it is told to stop."""
        with ExitStack() as closing:
            store = () if self._store is None else (self._store.close,)
            for last in (self._files.close, self._results.close, self._cache.close, *store, self._settle):
                closing.callback(last)
            closing.callback(self._workers.stop)  # what is called last here is done first
            self._take_up()
            for tasks in (self._first(), self._rest()):
                for done in self._workers.run(tasks):
                    self._answered(done.task.number, done.answer)
            self.tally.doubtful = self._relations.doubtful
        return self.tally

    def _settings(self, number: int) -> Settings:
        """They are those of its folder, which is asked for many times a file."""
        name = self._files.names[number]
        folder = os.path.dirname(name)
        if folder not in self._by_folder:
            self._by_folder[folder] = self._settings_for(Source(name, name))
        return self._by_folder[folder]

    def _take_up(self) -> None:
        """See what an earlier run has finished; a result of another content is none."""
        if not self._results.kept:
            return
        numbers = {name: number for number, name in enumerate(self._files.names)}
        stale = set()
        for name in [name for name in self._results.kept if name in numbers]:
            if self._contents([numbers[name]]) and self._hex(numbers[name]) == self._results.kept[name]:
                self._files.finished[numbers[name]] = 1
            else:
                stale.add(name)
        self._results.forget(stale)
        for name, brief in self._results.earlier():
            if name in numbers:
                self.tally.from_before += 1
                self._count(numbers[name], brief)

    def _contents(self, numbers: Sequence[int]) -> list[int]:
        """Digest files; those that can be opened, the others are refused."""
        found = []
        for number in numbers:
            if self._files.content(number).strip(b"\0"):
                found.append(number)
                continue
            try:
                self._files.set_content(number, content_of(self._files.names[number]))
                found.append(number)
            except (OSError, ValueError) as error:
                if self._files.states[number] != OVER:
                    reason = getattr(error, "strerror", None) or type(error).__name__
                    english = self._settings(number).lang == "en"
                    self._refuse(number, Refused(f"cannot be opened ({reason})" if english else f"打不开（{reason}）"))
        return found

    def _first(self) -> Iterator[Task | None]:
        """The surveys that the cache does not have, and on the way what can be judged already; None: not yet."""
        for start in range(0, len(self._files), _AT_ONCE):
            waiting = range(start, min(start + _AT_ONCE, len(self._files)))
            keys = {number: self._survey_key(number) for number in self._contents(waiting)}
            kept = self._cache.get(list(keys.values()))
            new = []
            for number, key in keys.items():
                known = _survey_from(kept[key]) if key in kept else None
                if known is None:
                    new.append(number)
                else:
                    self._files.surveyed(number, known)
                    self._progress(1)
            for number in new:
                yield from self._judge(self._relations.settled())
                self._prepared(number)
                yield Task(number, Given(self._files.names[number]))
            yield from self._judge(self._relations.settled())
        while not self._relations.complete:
            yield from self._judge(self._relations.settled())
            yield None
        yield from self._judge(self._relations.settled())

    def _rest(self) -> Iterator[Task]:
        """What could not be judged before all were surveyed, and what would now be judged beside other reports."""
        self._cache.flush()
        self._relations.finish()
        for start in range(0, len(self._files), _AT_ONCE):
            yield from self._judge(self._relations.open(range(start, min(start + _AT_ONCE, len(self._files)))))

    def _judge(self, numbers: Sequence[int]) -> Iterator[Task]:
        """The results that are not there yet; those that the cache has are written here."""
        waiting = [number for number in numbers if not self._is_over(number)]
        keys = {number: self._result_key(number) for number in waiting}
        kept = self._cache.get(list(keys.values()))
        for number, key in keys.items():
            value = kept.get(key)
            if value == _SAME:
                if number in self._relations.again:
                    self._relations.again.discard(number)
                    continue
                before = self._result_key(number, alone=True)
                value = self._cache.get([before]).get(before)
            known = None if value is None else _result_from(value)
            if known is not None:
                self.tally.from_cache += number not in self._relations.again
                self._finish(number, known)
                continue
            self._prepared(number)
            earlier, others = self._relations.previous(number), self._relations.others(number)
            yield Task(
                number,
                self._given(number),
                True,
                self._given(earlier) if isinstance(earlier, int) else Given(earlier) if earlier else None,
                None if others is None else tuple(self._given(other) for other in others),
                again=self._relations.only_others(number),
            )

    def _prepared(self, number: int) -> None:
        settings = self._settings(number)
        if id(settings) not in self._ready:
            self._ready.add(id(settings))
            self._prepare(self._files.names[number])

    def _answered(self, number: int, answer: Answer) -> None:
        if isinstance(answer, Refused):
            self._refuse(number, answer)
        elif isinstance(answer, Surveyed):
            self._files.surveyed(number, answer)
            self._cache.put(self._survey_key(number), _survey_kept(answer), self._now)
            self._progress(1)
        elif isinstance(answer, Same):
            self._relations.again.discard(number)
            self._cache.put(self._result_key(number), _SAME, self._now)
        else:
            self._cache.put(self._result_key(number), _result_kept(answer), self._now)
            self._finish(number, answer)

    def _is_over(self, number: int) -> bool:
        """Whether an earlier run has finished it, in the store too."""
        if not self._files.finished[number]:
            return False
        over = self._store is None or self._store.has(self._files.names[number], self._hex(number))
        if over:
            self._progress(1)
        return over

    def _finish(self, number: int, judged: Judged) -> None:
        name = self._files.names[number]
        if self._store is not None:
            self._store.add(name, self._hex(number), judged)
        if not self._files.finished[number]:
            self._results.result(name, self._hex(number), judged)
            self._count(number, judged.brief)
        self._over(number, 1)

    def _refuse(self, number: int, refused: Refused) -> None:
        self._results.refused(self._files.names[number], refused)
        self.tally.refuse(number, refused)
        self._files.early[number] = 0
        self._over(number, 2 if self._files.states[number] != SURVEYED else 1)

    def _over(self, number: int, steps: int) -> None:
        self._progress(0 if self._files.states[number] == OVER else steps)
        self._files.states[number] = OVER

    def _count(self, number: int, brief: Brief) -> None:
        self.tally.add(number, brief, self._settings(number).fail_on or self._fail_on)

    def _settle(self) -> None:
        """Take out the lines in whose place others have been written."""
        names = {self._files.names[number] for number in self._relations.again}
        for brief in self._results.drop_older(names):
            self.tally.take_back(brief)

    def _given(self, number: int) -> Given:
        return Given(self._files.names[number], self._files.packed(number))

    def _survey_key(self, number: int) -> bytes:
        return self._keys.survey(self._settings(number), self._files.names[number], self._files.content(number))

    def _result_key(self, number: int, *, alone: bool = False) -> bytes:
        """alone: as it was before the near texts were known."""
        files, earlier = self._files, self._relations.previous(number)
        others = [] if alone else self._relations.others(number)
        before = b""
        if earlier is not None:
            before = files.content(earlier) if isinstance(earlier, int) else content_of(earlier)
        beside = None if others is None else [files.content(other) for other in others]
        return self._keys.result(self._settings(number), files.names[number], files.content(number), before, beside)

    def _hex(self, number: int) -> str:
        return self._files.content(number).hex()


def _survey_kept(found: Surveyed) -> bytes:
    return json.dumps([found.body, found.level, found.year]).encode() + b"\n" + found.sketch


def _survey_from(kept: bytes) -> Surveyed | None:
    head, _, sketch = kept.partition(b"\n")
    try:
        body, level, year = json.loads(head)
        return Surveyed(body, level, year, sketch)
    except ValueError:
        return None


def _result_kept(judged: Judged) -> bytes:
    brief = json.dumps([judged.brief.body, judged.brief.year, dict(judged.brief.found)])
    return zlib.compress("\n".join((brief, judged.tail, judged.rows)).encode("utf-8", "surrogatepass"), 1)


def _result_from(kept: bytes) -> Judged | None:
    try:
        brief, tail, rows = zlib.decompress(kept).decode("utf-8", "surrogatepass").split("\n")
        body, year, found = json.loads(brief)
        return Judged(tail, Brief(body, year, found), rows)
    except (ValueError, zlib.error):
        return None
