"""A run over many files: first each is surveyed, then each is judged beside last year's report and its near texts."""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from checker.batch.cache import Cache, content_of
from checker.batch.files import OVER, SURVEYED, Files
from checker.batch.keys import Keys
from checker.batch.records import Answer, Brief, Given, Judged, Plan, Refused, Surveyed, Task
from checker.batch.results import Results
from checker.batch.series import Series
from checker.batch.tally import Tally
from checker.batch.workers import Workers
from checker.facts.near import near
from checker.settings import Settings
from checker.sources import Source

_AT_ONCE = 250  # files looked up in the cache together


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
        self._first: dict[int, int] = {}
        self._near: dict[int, tuple[int, ...]] = {}
        self._series: Series | None = None
        self.tally = Tally()
        self._now = int(time.time())  # only to tell old entries of the cache from new ones

    def go(self) -> Tally:
        """Do it all. Raises what settings and rules raise; KeyboardInterrupt when it is told to stop."""
        try:
            self._take_up()
            for done in self._workers.run(self._surveys()):
                self._surveyed(done.task, done.answer)
            self._cache.flush()
            files = self._files
            self._series = Series(files, lambda number: self._settings(number).former)
            self._first = files.one_of_each_content()
            self._near = near(files.sketches, [files.group(number) for number in range(len(files))])
            for done in self._workers.run(self._judgements()):
                self._judged(done.task, done.answer)
            self.tally.doubtful = self._series.doubtful
        finally:
            self._workers.stop()
            if self._store is not None:
                self._store.close()
            self._cache.close()
            self._results.close()
            self._files.close()
        return self.tally

    def _settings(self, number: int) -> Settings:
        name = self._files.names[number]
        return self._settings_for(Source(name, Path(name)))

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
                    from checker.reasons import reason_of

                    reason = reason_of(error)
                    english = self._settings(number).lang == "en"
                    self._refuse(
                        number, Refused(f"cannot be opened ({reason.en})" if english else f"打不开（{reason.zh}）")
                    )
        return found

    def _surveys(self) -> Iterator[Task]:
        """The surveys that the cache does not have."""
        for start in range(0, len(self._files), _AT_ONCE):
            waiting = range(start, min(start + _AT_ONCE, len(self._files)))
            keys = {number: self._survey_key(number) for number in self._contents(waiting)}
            kept = self._cache.get(list(keys.values()))
            for number, key in keys.items():
                known = _survey_from(kept[key]) if key in kept else None
                if known is not None:
                    self._files.surveyed(number, known)
                    self._progress(1)
                    continue
                self._prepared(number)
                yield Task(number, Given(self._files.names[number]))

    def _prepared(self, number: int) -> None:
        settings = self._settings(number)
        if id(settings) not in self._ready:
            self._ready.add(id(settings))
            self._prepare(self._files.names[number])

    def _surveyed(self, task: Task, answer: Answer) -> None:
        if isinstance(answer, Refused):
            self._refuse(task.number, answer)
        elif isinstance(answer, Surveyed):
            self._files.surveyed(task.number, answer)
            self._cache.put(self._survey_key(task.number), _survey_kept(answer), self._now)
            self._progress(1)

    def _judgements(self) -> Iterator[Task]:
        """The results that are not there yet; those that the cache has are written here."""
        waiting: list[int] = []
        for number in range(len(self._files)):
            if self._files.states[number] != SURVEYED:
                continue
            waiting.append(number)
            if len(waiting) == _AT_ONCE:
                yield from self._judge(waiting)
                waiting = []
        yield from self._judge(waiting)

    def _judge(self, numbers: Sequence[int]) -> Iterator[Task]:
        waiting = [number for number in numbers if not self._is_over(number)]
        keys = {number: self._result_key(number) for number in waiting}
        kept = self._cache.get(list(keys.values()))
        for number, key in keys.items():
            known = _result_from(kept[key]) if key in kept else None
            if known is not None:
                self.tally.from_cache += 1
                self._finish(number, known)
                continue
            self._prepared(number)
            earlier = self._earlier(number)
            others = tuple(self._given(other) for other in self._others(number))
            previous = self._given(earlier) if isinstance(earlier, int) else Given(earlier) if earlier else None
            yield Task(number, self._given(number), True, previous, others)

    def _is_over(self, number: int) -> bool:
        """Whether an earlier run has finished it, in the store too."""
        if not self._files.finished[number]:
            return False
        over = self._store is None or self._store.has(self._files.names[number], self._hex(number))
        if over:
            self._progress(1)
        return over

    def _judged(self, task: Task, answer: Answer) -> None:
        if isinstance(answer, Refused):
            self._refuse(task.number, answer)
        elif isinstance(answer, Judged):
            self._cache.put(self._result_key(task.number), _result_kept(answer), self._now)
            self._finish(task.number, answer)

    def _finish(self, number: int, judged: Judged) -> None:
        name = self._files.names[number]
        if self._store is not None:
            self._store.add(name, self._hex(number), judged)
        if not self._files.finished[number]:
            self._results.result(name, self._hex(number), judged)
            self._count(number, judged.brief)
        self._files.states[number] = OVER
        self._progress(1)

    def _count(self, number: int, brief: Brief) -> None:
        self.tally.add(self._files.names[number], brief, self._settings(number).fail_on or self._fail_on)

    def _refuse(self, number: int, refused: Refused) -> None:
        steps = 2 if self._files.states[number] != SURVEYED else 1
        self._files.states[number] = OVER
        self._results.refused(self._files.names[number], refused)
        self.tally.refuse(self._files.names[number], refused)
        self._progress(steps)

    def _given(self, number: int) -> Given:
        return Given(self._files.names[number], self._files.packed(number))

    def _others(self, number: int) -> list[int]:
        """Reports with a near text, each content once."""
        near_ones = self._near.get(self._first.get(number, number), ())
        by_content = {self._files.content(other): other for other in reversed(near_ones)}
        return list(by_content.values())[::-1]

    def _earlier(self, number: int) -> int | str | None:
        """Last year's report: by number if it is of this run, by name if the settings say where it lies."""
        assert self._series is not None
        settings, files = self._settings(number), self._files
        if settings.previous is not None:
            return None
        found = self._series.previous(number)
        if found is not None or settings.previous_pattern is None:
            return found
        from checker.previous import files_for

        lying = files_for(
            settings.previous_pattern,
            Path(files.names[number]),
            files.year(number),
            files.body(number),
            settings.former,
        )
        if len(lying) > 1:
            self._series.doubtful += 1
        return str(lying[0]) if len(lying) == 1 else None

    def _survey_key(self, number: int) -> bytes:
        return self._keys.survey(self._settings(number), self._files.names[number], self._files.content(number))

    def _result_key(self, number: int) -> bytes:
        files, earlier = self._files, self._earlier(number)
        before = b""
        if earlier is not None:
            before = files.content(earlier) if isinstance(earlier, int) else content_of(earlier)
        others = [files.content(other) for other in self._others(number)]
        return self._keys.result(self._settings(number), files.names[number], files.content(number), before, others)

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
