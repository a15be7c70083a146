"""The same workers on a Dask cluster: tasks go out a few at a time, and each answer is taken once.

Dask gives the tasks of a machine that is gone to another; one that ends worker after worker is taken apart, until the
file that does it is alone and is given up. Files must have the same names on all machines.
"""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from checker import expressions
from checker.batch.records import Answer, Done, Plan, Refused, Task
from checker.batch.workers import CHUNK, taken, told
from checker.errors import InputError

if TYPE_CHECKING:
    from checker.batch.desk import Desk

_AHEAD = 3  # pieces of work for each thread of the cluster that are on their way
_DESKS: dict[bytes, Desk] = {}  # of a worker's process: rules are made once for all pieces of a run
_MAKING = threading.Lock()


class Cluster:
    """Workers of a Dask cluster. Raises InputError if it cannot be reached or distributed is not installed.

    seconds: that a file may take; a worker's process that is at one for longer is ended, and its nanny starts another.
    """

    def __init__(self, address: str, plan: Plan, seconds: float, lang: str) -> None:
        try:
            import distributed

            library: Any = distributed
        except ImportError as error:
            raise InputError(
                "--cluster 需要 dask.distributed；请先运行 pip install 'gkcheck[cluster]'",
                "--cluster needs dask.distributed: pip install 'gkcheck[cluster]'",
            ) from error
        try:
            self._client: Any = library.Client(address, timeout=20, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise InputError(
                f"连不上集群 {address}（{error}）", f"cannot reach the cluster {address} ({error})"
            ) from error
        self._plan, self._seconds, self._lang = pickle.dumps(plan), seconds, lang

    def run(self, tasks: Iterable[Task | None]) -> Iterator[Done]:
        """Do the tasks; no more are asked for than the cluster can take up."""
        import distributed
        from distributed.scheduler import KilledWorker

        library: Any = distributed
        source = iter(tasks)
        under_way: dict[Any, list[Task]] = {}
        finished = library.as_completed(loop=self._client.loop)
        suspects: list[Task] = []  # their worker ended, but so it did for all that waited there with the culprit
        alone = False
        self._fill(source, under_way, finished)
        while under_way or suspects:
            if not under_way:
                alone = True
                self._submit([suspects.pop()], under_way, finished)
            future = next(finished)
            chunk = under_way.pop(future)
            answers, error = _outcome(future)
            if answers is not None:
                yield from (Done(task, answer) for task, answer in zip(chunk, answers, strict=True))
            elif future.status == "lost":  # done, but its worker ended before the answers were fetched
                self._submit(chunk, under_way, finished)
            elif error is None:
                raise InputError("与集群的连接断了；可用 --resume 接着做", "the cluster is gone; --resume goes on")
            elif not isinstance(error, KilledWorker):
                raise error
            elif len(chunk) == 1 and not alone:
                suspects += chunk
            elif len(chunk) == 1:
                yield Done(chunk[0], Refused(told("died", self._lang, self._seconds), lasting=False))
            else:
                for task in chunk:
                    self._submit([task], under_way, finished)
            self._fill(source, under_way, finished)

    def stop(self) -> None:
        """Take back what is under way and leave the cluster, which goes on for others."""
        self._client.close()

    def _fill(self, source: Iterator[Task | None], under_way: dict[Any, list[Task]], finished: Any) -> None:  # noqa: ANN401 - futures of Dask, which has no types
        most = _AHEAD * max(1, sum(self._client.nthreads().values()))
        while len(under_way) < most and (chunk := taken(source, CHUNK)):
            self._submit(chunk, under_way, finished)

    def _submit(self, chunk: list[Task], under_way: dict[Any, list[Task]], finished: Any) -> None:  # noqa: ANN401 - futures of Dask, which has no types
        future = self._client.submit(work, self._plan, chunk, self._seconds, pure=False)
        under_way[future] = chunk
        finished.add(future)


def _outcome(future: Any) -> tuple[list[Answer] | None, BaseException | None]:  # noqa: ANN401 - futures of Dask, which has no types
    """The answers of a piece of work, or what went wrong with it; neither if it is lost or taken back."""
    if future.status == "finished":
        try:
            return future.result(), None
        except Exception as error:  # its worker ended while they were fetched, and then others did
            return None, error
    return None, future.exception() if future.status == "error" else None


def work(plan: bytes, chunk: list[Task], seconds: float) -> list[Answer]:
    """Do a few tasks, in a worker of the cluster."""
    desk = _desk_of(plan)
    answers = []
    for task in chunk:
        watch = threading.Timer(seconds, os._exit, [1])  # a thread cannot be stopped, a process can
        watch.daemon = True
        watch.start()
        try:
            answers.append(desk.do(task))
        finally:
            watch.cancel()
    return answers


def _desk_of(plan: bytes) -> Desk:
    with _MAKING:
        if plan not in _DESKS:
            from checker.batch.desk import Desk
            from checker.readers import limits

            expressions.recall()

            made: Plan = pickle.loads(plan)  # sent by the run over the cluster's own connections
            _DESKS.clear()
            limits.changed(made.limits).__enter__()  # for as long as the process lives
            _DESKS[plan] = Desk(made)
        return _DESKS[plan]
