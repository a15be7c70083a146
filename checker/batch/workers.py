"""Processes that work side by side: one that hangs or dies costs the file it was at, and nobody else notices.

Each worker is given a few tasks at a time and answers them one by one, so it is known at any time which file it is at.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Protocol

from checker import expressions
from checker.batch.records import Answer, Done, Plan, Refused, Task
from checker.dataclass import dataclass

if TYPE_CHECKING:
    from checker.batch.desk import Desk

CHUNK = 25
"""Tasks given at once at most."""
_SPAN = 0.1  # seconds that the tasks given at once should take: so long may one worker be the last at the end
_FIRST_GUESS = 0.03  # seconds that a task takes, before any is done
_TIDY = 8  # tasks after which a worker looks for what is held in cycles
_RENEWED = 50  # tasks after which a process gives way to a new one: what it learned of texts and forms goes with it
_START = "fork" if sys.platform == "linux" else "spawn"
_TRIES = 2  # a worker may be killed by somebody else: the file it was at is tried once more, by itself


class Workers(Protocol):
    """Who does the tasks of a run: processes here, or machines of a cluster."""

    def run(self, tasks: Iterable[Task | None]) -> Iterator[Done]:
        """Do the tasks and give each with its answer, once, in the order in which they are done.

        tasks: None where more can be had only after the next answer.
        """

    def stop(self) -> None:
        """End all at once, whatever they are at."""


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the line to it, what it still has to do, the task it is at first, since when it is at that, and how
    many tasks it was given in all.
    """

    process: Any
    line: Connection
    tasks: deque[Task]
    since: float = 0.0
    given: int = 0


class Processes:
    """Workers that are processes of this machine.

    desk: makes the place where they work; where processes are forked it is made once, before. jobs: how many at most.
    seconds: that a file may take.
    """

    def __init__(self, desk: Callable[[], Desk], plan: Plan, jobs: int, seconds: float, lang: str) -> None:
        self._desk, self._plan, self._jobs, self._seconds, self._lang = desk, plan, jobs, seconds, lang
        self._context: Any = get_context(_START)
        self._workers: list[_Worker] = []
        self._tries: dict[tuple[int, bool], int] = {}
        self._usual = _FIRST_GUESS

    def run(self, tasks: Iterable[Task | None]) -> Iterator[Done]:
        """Do the tasks; no more are asked for than workers can take up."""
        source, again = iter(tasks), deque[list[Task]]()
        while True:
            for worker in [w for w in self._workers if not w.tasks]:
                self._hand(worker, source, again)
            while len(self._workers) < self._jobs and (chunk := self._next(source, again)):
                self._give(self._start(), chunk)
            busy = [worker for worker in self._workers if worker.tasks]
            if not busy and not again:
                return
            for worker in self._heard(busy):
                yield from self._answers(worker, again)

    def stop(self) -> None:
        """Kill all workers with whatever they started."""
        for worker in self._workers:
            _kill(worker)
        self._workers = []

    def _hand(self, worker: _Worker, source: Iterator[Task | None], again: deque[list[Task]]) -> None:
        chunk = self._next(source, again)
        if chunk:
            self._give(worker, chunk)

    def _next(self, source: Iterator[Task | None], again: deque[list[Task]]) -> list[Task]:
        return again.popleft() if again else taken(source, max(1, min(CHUNK, int(_SPAN / self._usual))))

    def _give(self, worker: _Worker, chunk: list[Task]) -> None:
        worker.tasks.extend(chunk)
        worker.given += len(chunk)
        worker.since = time.monotonic()
        with suppress(OSError):  # it is gone: that is heard of at the next look
            worker.line.send(chunk)

    def _start(self) -> _Worker:
        here, there = self._context.Pipe()
        forked = self._context.get_start_method() == "fork"
        desk = self._desk() if forked else None
        strange = [worker.line for worker in self._workers] + [here] if forked else []
        process = self._context.Process(target=_serve, args=(there, strange, desk, self._plan), daemon=False)
        process.start()
        there.close()
        worker = _Worker(process, here, deque())
        self._workers.append(worker)
        return worker

    def _heard(self, busy: list[_Worker]) -> list[_Worker]:
        """Workers that have said something, have ended, or have been at one file for too long."""
        now = time.monotonic()
        soonest = min(worker.since + self._seconds for worker in busy) if busy else now
        said = {id(line) for line in wait([worker.line for worker in busy], max(0.0, soonest - now))}
        now = time.monotonic()
        return [worker for worker in busy if id(worker.line) in said or now >= worker.since + self._seconds]

    def _answers(self, worker: _Worker, again: deque[list[Task]]) -> Iterator[Done]:
        lost = ""
        try:
            while worker.tasks and worker.line.poll():
                answer: Answer = worker.line.recv()
                now = time.monotonic()
                self._usual += ((now - worker.since) - self._usual) / _TIDY
                worker.since = now
                yield Done(worker.tasks.popleft(), answer)
        except (EOFError, OSError):
            lost = "died"
        if not lost and worker.tasks and time.monotonic() >= worker.since + self._seconds:
            lost = "late"
        if not lost and (worker.tasks or worker.given < _RENEWED):
            return
        _kill(worker)
        self._workers.remove(worker)
        if not worker.tasks:
            return
        task, rest = worker.tasks.popleft(), list(worker.tasks)
        if rest:
            again.append(rest)
        self._tries[task.number, task.judge] = tries = self._tries.get((task.number, task.judge), 0) + 1
        if lost == "died" and tries < _TRIES:
            again.append([task])
        else:
            yield Done(task, Refused(told(lost, self._lang, self._seconds), lasting=False))


def taken(source: Iterator[Task | None], most: int) -> list[Task]:
    """The next tasks that can be had."""
    found: list[Task] = []
    while len(found) < most and (task := next(source, None)) is not None:
        found.append(task)
    return found


def told(lost: str, lang: str, seconds: float) -> str:
    """In words what became of a file whose worker was lost. lost: "late" or "died"."""
    texts = {
        "late": (
            f"{seconds:g} 秒内没有检查完，已放弃；可用 --timeout 给更长时间",
            f"not done within {seconds:g} seconds, given up; --timeout gives it longer",
        ),
        "died": (
            "检查进程两次中途退出（可能内存不足），已放弃；请单独检查这份文件",
            "its process ended twice on the way (out of memory?), given up; check this file by itself",
        ),
    }
    return texts[lost][lang == "en"]


def _serve(line: Connection, strange: list[Connection], desk: Desk | None, plan: Plan) -> None:
    """The life of a worker: tasks in, an answer each out, until the run is gone."""
    import gc

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run ends its workers itself
    if hasattr(os, "setsid"):
        os.setsid()
    for other in strange:  # with them open here, nobody else would hear that the run is gone
        other.close()
    from checker.batch.desk import Desk
    from checker.facts import similarity
    from checker.readers import limits

    gc.set_threshold(100_000)  # as the command itself: what is young then is garbage of whole reports
    if desk is None:
        expressions.recall()
    done = 0
    with limits.changed(plan.limits), suppress(EOFError, OSError):
        desk = desk or Desk(plan)
        gc.freeze()  # what is there stays for good; reports leave cycles, which go after each handful of tasks
        while True:
            for task in line.recv():
                line.send(desk.do(task))
                done += 1
                similarity.forget()
                if done % _TIDY == 0:
                    gc.collect()
    os._exit(0)


def _kill(worker: _Worker) -> None:
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(worker.process.pid, signal.SIGKILL)
    with suppress(OSError):
        worker.process.kill()
    worker.process.join()
    worker.line.close()
