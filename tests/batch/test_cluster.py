"""The same run on a Dask cluster of this machine, and with one of its workers killed on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster

from checker.batch import cluster as cluster_module
from checker.batch.cluster import Cluster
from checker.batch.records import Answer, Given, Plan, Refused, Task
from checker.settings import Settings
from tests.batch.calling import PROGRAM, ROOT, call, lines


@contextmanager
def made_cluster(workers: int) -> Iterator[LocalCluster]:
    """A scheduler and workers, each a process with a nanny; a task that has ended two of them is given up."""
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=":0") as made,
    ):
        yield made


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """One for all tests, with three workers."""
    with made_cluster(3) as made:
        yield made


@pytest.fixture(scope="module")
def whole(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of the archive by the processes of this machine."""
    path = tmp_path_factory.mktemp("whole") / "r.jsonl"
    call("batch", archive, "-o", path, "--no-cache")
    return path


def test_a_cluster_finds_the_same(cluster: LocalCluster, archive: Path, tmp_path: Path, whole: Path) -> None:
    done = call("batch", archive, "-o", tmp_path / "r.jsonl", "--no-cache", "--cluster", cluster.scheduler_address)
    assert done.returncode in (0, 1), done.stderr
    assert lines(tmp_path / "r.jsonl") == lines(whole)


def test_a_killed_worker_loses_and_repeats_nothing(
    cluster: LocalCluster, archive: Path, tmp_path: Path, whole: Path
) -> None:
    words = [
        "batch",
        str(archive),
        "-o",
        str(tmp_path / "r.jsonl"),
        "--no-cache",
        "--cluster",
        cluster.scheduler_address,
    ]
    run = subprocess.Popen([*PROGRAM, *words], cwd=ROOT, stdout=subprocess.DEVNULL)
    killed = threading.Event()
    while run.poll() is None and not killed.is_set():
        working = [w for w in cluster.scheduler.workers.values() if w.processing]
        if working:
            os.kill(
                next(n.pid for n in cluster.workers.values() if n.worker_address == working[0].address), signal.SIGKILL
            )
            killed.set()
        time.sleep(0.02)
    assert run.wait(timeout=120) in (0, 1) and killed.is_set()
    assert lines(tmp_path / "r.jsonl") == lines(whole)


def test_a_file_that_ends_its_workers_costs_only_itself(cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    def ending(_: bytes, chunk: list[Task], seconds: float) -> list[Answer]:
        import os as system

        for task in chunk:
            if task.file.name.endswith("die"):
                system._exit(1)
        return [Refused(f"{task.file.name} {seconds}") for task in chunk]

    monkeypatch.setattr(cluster_module, "work", ending)
    workers = Cluster(cluster.scheduler_address, Plan(Settings(), frozenset(), None, True, {}), 5, "en")
    names = [f"{number}-die" if number == 31 else f"{number}-well" for number in range(60)]
    done = list(workers.run(Task(number, Given(name)) for number, name in enumerate(names)))
    workers.stop()
    assert sorted(one.task.number for one in done) == list(range(60))
    lost = [one.task.file.name for one in done if isinstance(one.answer, Refused) and "memory" in one.answer.message]
    assert lost == ["31-die"]


def test_a_file_that_hangs_is_given_up_after_the_time_given(monkeypatch: pytest.MonkeyPatch) -> None:
    def waiting(plan: bytes, chunk: list[Task], seconds: float) -> list[Answer]:
        import time as system_time

        from checker.batch import cluster as module
        from checker.batch.records import Refused as Answered

        class Waiting:
            def do(self, task: Task) -> Answer:
                system_time.sleep(60 if task.file.name.endswith("hang") else 0)
                return Answered(task.file.name)

        # the desk's place is taken by what has one method of it alone
        usual, module._desk_of = module._desk_of, lambda _: Waiting()  # type: ignore[assignment, return-value]
        try:
            return module.work(plan, chunk, seconds)
        finally:
            module._desk_of = usual

    monkeypatch.setattr(cluster_module, "work", waiting)
    names = ["0-well", "1-hang", "2-well"]
    with made_cluster(2) as cluster:
        workers = Cluster(cluster.scheduler_address, Plan(Settings(), frozenset(), None, True, {}), 0.5, "en")
        tasks = [Task(number, Given(name)) for number, name in enumerate(names)]
        answers = {done.task.file.name: done.answer for done in workers.run(tasks)}
        workers.stop()
    assert sorted(answers) == sorted(names)
    lost = [name for name, answer in answers.items() if isinstance(answer, Refused) and answer.message != name]
    assert lost == ["1-hang"]


def test_a_cluster_that_is_not_there_is_told(archive: Path) -> None:
    done = call("batch", archive, "--cluster", "nothing://here")
    assert done.returncode == 2 and "Traceback" not in done.stderr
