"""How it is measured: CPU time of processes, the clock, and memory; and what a part of the bench hands back."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-c", "from checker.cli import main; main()"]
_LOOK = 0.02  # seconds between looks at the memory of a run


@dataclass(frozen=True)
class Asked:
    """What is to be measured. scratch: where reports lie. reports, sample, memory: how many; rounds: how often."""

    scratch: Path
    file: Path
    rounds: int
    reports: int
    sample: int
    jobs: tuple[int, ...]
    memory: tuple[int, ...]


Part = Callable[[Asked], list[str]]
"""Measures and gives the lines to print."""


@dataclass(frozen=True)
class Spent:
    """What a process and those that it started took: CPU and clock in milliseconds."""

    cpu: float
    clock: float


def environment(cache: Path | None = None) -> dict[str, str]:
    """That of an installed package: byte code is kept. cache: a folder of its own for what gkcheck keeps."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept if cache is None else {**kept, "GKCHECK_CACHE": str(cache)}


def spent_by(command: Sequence[str | Path], cache: Path | None = None) -> Spent:
    """Run a command to its end. Raises RuntimeError if it failed: status 1 only means that there are findings."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        check=False, env=environment(cache), cwd=ROOT,
    )  # fmt: skip
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command} ended with {done.returncode}")
    clock, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime), 1000 * clock)


def printed_by(script: str, *words: object, cache: Path | None = None) -> dict[str, float]:
    """What a script prints as `name:number`, in a process of its own."""
    command = [sys.executable, "-c", script, *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment(cache), cwd=ROOT)
    pairs = (line.rsplit(":", 1) for line in done.stdout.splitlines())
    return {name: float(number) for name, number in pairs}


@dataclass
class Peak:
    """Megabytes at most: of a run itself and of its largest worker, and how many workers there were at once."""

    run: float = 0
    worker: float = 0
    workers: int = 0

    @property
    def together(self) -> float:
        """All processes, each at its largest; what they share is counted in each."""
        return self.run + self.worker * self.workers


def peak_of(command: Sequence[str | Path], cache: Path) -> Peak:
    """The memory of a run and of its workers, as Linux counts it (/proc)."""
    process = subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment(cache), cwd=ROOT,
    )  # fmt: skip
    found, over = Peak(), threading.Event()

    def look() -> None:
        while not over.wait(_LOOK):
            found.run = max(found.run, _largest(process.pid))
            children = [int(child) for child in _read(f"/proc/{process.pid}/task/{process.pid}/children").split()]
            found.workers = max(found.workers, len(children))
            found.worker = max([found.worker, *map(_largest, children)])

    watch = threading.Thread(target=look)
    watch.start()
    status = process.wait()
    over.set()
    watch.join()
    if status not in (0, 1):
        raise RuntimeError(f"{command} ended with {status}")
    return found


def _largest(process: int) -> float:
    """The most memory that a process has had, 0 for one that is gone."""
    for line in _read(f"/proc/{process}/status").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""


def machine() -> str:
    """What was measured on, and how busy it was before."""
    load = f", load {os.getloadavg()[0]:.1f} before" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores, Python {sys.version.split()[0]}{load}"
