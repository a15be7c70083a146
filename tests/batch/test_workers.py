"""Files that hang, kill their worker or break it cost only themselves."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from pathlib import Path
from typing import cast

from checker.batch.desk import Desk
from checker.batch.records import Answer, Brief, Given, Judged, Plan, Refused, Task
from checker.batch.workers import Processes
from checker.readers import limits
from checker.settings import Settings

PLAN = Plan(Settings(), frozenset(), None, True, limits.names())


class Acting:
    """A desk at which files do what their names say."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch

    def do(self, task: Task) -> Answer:
        word = task.file.name.rpartition("-")[2]
        if word == "hang":
            time.sleep(60)
        if word == "die" or (word == "once" and not (self.scratch / task.file.name).exists()):
            (self.scratch / task.file.name).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        told = str(os.getpid()) if word == "pid" else task.file.name
        return Judged(told, Brief(None, None, {}))


def done_by(names: list[str], scratch: Path, jobs: int) -> dict[str, list[Answer]]:
    """The answers by name."""
    workers = Processes(lambda: cast("Desk", Acting(scratch)), PLAN, jobs, 0.5, "en")
    found: dict[str, list[Answer]] = {}
    for done in workers.run(Task(number, Given(name)) for number, name in enumerate(names)):
        found.setdefault(done.task.file.name, []).append(done.answer)
    workers.stop()
    return found


def test_each_task_is_answered_once(tmp_path: Path) -> None:
    names = [f"{number}-well" for number in range(230)]
    found = done_by(names, tmp_path, 3)
    assert sorted(found) == sorted(names)
    assert all(len(answers) == 1 and isinstance(answers[0], Judged) for answers in found.values())


def test_a_file_that_hangs_or_kills_costs_only_itself(tmp_path: Path) -> None:
    names = [f"{number}-well" for number in range(120)]
    for at, word in ((3, "hang"), (4, "hang"), (30, "die"), (55, "hang"), (77, "die"), (119, "die"), (100, "once")):
        names[at] = f"{at}-{word}"
    start = time.monotonic()
    found = done_by(names, tmp_path, 2)
    assert time.monotonic() - start < 15
    assert sorted(found) == sorted(names) and all(len(answers) == 1 for answers in found.values())
    lost = {name: answers[0].message for name, answers in found.items() if isinstance(answers[0], Refused)}
    assert sorted(lost) == ["119-die", "3-hang", "30-die", "4-hang", "55-hang", "77-die"]
    assert "0.5 seconds" in lost["3-hang"] and "memory" in lost["30-die"]


def test_a_process_gives_way_to_a_new_one_before_it_has_learned_too_much(tmp_path: Path) -> None:
    names = [f"{number}-pid" for number in range(1_000)]
    found = done_by(names, tmp_path, 1)
    assert sorted(found) == sorted(names)
    processes = [answers[0].tail for answers in found.values() if isinstance(answers[0], Judged)]
    assert len(processes) == 1_000
    assert max(Counter(processes).values()) < 300


def test_no_tasks_no_workers(tmp_path: Path) -> None:
    assert done_by([], tmp_path, 2) == {}
