"""`gkcheck batch` as a whole: first, warm and unchanged; over processes; its memory; and what follows for more."""

from __future__ import annotations

import shutil
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.bench.corpus import corpus
from tests.bench.measured import PROGRAM, Asked, Peak, Spent, peak_of, spent_by

_LOOP = 6_000_000


def repeated(asked: Asked) -> list[str]:
    """The first run ever, one that has the rules but no results, and one over unchanged files; in turns."""
    top = _top(corpus(asked.scratch, asked.reports))
    best: dict[str, Spent] = {}
    for turn in range(_turns(asked)):
        cache = asked.scratch / f"cache-{turn}"
        shutil.rmtree(cache, ignore_errors=True)
        for name in ("first run ever", "warm run (rules kept, no result is)", "unchanged run"):
            if name.startswith("warm"):
                for file in cache.glob("results-*"):
                    file.unlink()
            spent = spent_by(_batch(asked, top), cache)
            best[name] = min(best.get(name, spent), spent, key=lambda one: one.clock)
        shutil.rmtree(cache)
    last = best["unchanged run"]
    found = [f"gkcheck batch, {asked.reports:,} reports, default --jobs, best of {_turns(asked)} turns:"]
    for name, spent in best.items():
        times = f"{spent.clock / last.clock:6.1f} times unchanged ({spent.cpu / last.cpu:.1f} in CPU)"
        found.append(f"  {name:38} {spent.clock / 1000:7.2f} s   {spent.cpu / 1000:7.2f} s CPU   {times}")
    return found


def jobs(asked: Asked) -> list[str]:
    """The clock over processes, in turns; beside it what the machine gives plain loops that share nothing."""
    top, cache = _top(corpus(asked.scratch, asked.reports)), asked.scratch / "cache"
    spent_by(_batch(asked, top, "--jobs", max(asked.jobs)), cache)
    found: dict[int, list[Spent]] = {count: [] for count in asked.jobs}
    loops: dict[int, list[float]] = {count: [] for count in asked.jobs}
    for turn in range(_turns(asked)):
        for count in asked.jobs if turn % 2 == 0 else asked.jobs[::-1]:
            found[count].append(spent_by(_batch(asked, top, "--no-cache", "--jobs", count), cache))
            loops[count].append(_loops(count, max(asked.jobs)))
    best = {count: min(series, key=lambda one: one.clock) for count, series in found.items()}
    one, loop = best[asked.jobs[0]], min(loops[asked.jobs[0]])
    lines = [f"gkcheck batch --no-cache, {asked.reports:,} reports, best of {_turns(asked)} turns:"]
    for count, spent in best.items():
        gain, plain = one.clock / spent.clock, loop / min(loops[count])
        lines.append(
            f"  --jobs {count}   {spent.clock / 1000:7.2f} s   {spent.cpu / 1000:7.2f} s CPU   "
            f"{gain:5.2f} times as fast (plain loops: {plain:.2f})"
        )
    return lines


def memory(asked: Asked) -> list[str]:
    """The most memory of the run itself and of its largest worker, over more and more reports."""
    cache, found = asked.scratch / "cache", list[tuple[int, Peak]]()
    spent_by(_batch(asked, _top(corpus(asked.scratch, asked.memory[0], barest=True))), cache)  # the rules are kept then
    for reports in asked.memory:
        top = _top(corpus(asked.scratch, reports, barest=True))
        found.append((reports, peak_of(_batch(asked, top, "--no-cache", "--jobs", 2), cache)))
    first = found[0][1]
    lines = ["gkcheck batch --no-cache --jobs 2, most memory of each process:"]
    for reports, peak in found:
        lines.append(
            f"  {reports:6,} reports   run {peak.run:5.1f} MB   largest worker {peak.worker:5.1f} MB   "
            f"together {peak.together:6.1f} MB   {peak.together / first.together:5.2f} of {asked.memory[0]:,}"
        )
    return lines


def scale(asked: Asked) -> list[str]:
    """What follows for provinces and the country, by calculation from what one worker and the run itself take."""
    top, cache = _top(corpus(asked.scratch, asked.reports)), asked.scratch / "cache"
    spent_by(_batch(asked, top), cache)
    checked = min(spent_by(_batch(asked, top, "--no-cache", "--jobs", 1), cache).cpu for _ in range(2)) / asked.reports
    kept = min(spent_by(_batch(asked, top), cache).cpu for _ in range(2)) / asked.reports
    lines = [
        f"measured over {asked.reports:,} reports, start and all: {checked:.1f} ms CPU a report, "
        f"{kept:.2f} ms an unchanged one",
        f"{'calculated':32} {'one machine, 16 cores':>24} {'ten machines, 160 cores':>26}",
    ]
    for reports, name in ((30_000, "30,000 (a province)"), (3_000_000, "3,000,000 (the country)")):
        spans = [_span(max(checked / cores, kept) * reports) for cores in (16, 160)]
        lines.append(f"{name:32} {spans[0]:>24} {spans[1]:>26}")
        lines.append(f"{'  unchanged':32} {_span(kept * reports):>24} {'the same':>26}")
    return lines


def _span(milliseconds: float) -> str:
    seconds = milliseconds / 1000
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 100 * 60 else f"{seconds / 3600:.1f} h"


def _loops(count: int, whole: int) -> float:
    """Seconds that so many processes take to do the same plain work together."""
    share = _LOOP * whole // count
    with ProcessPoolExecutor(count) as pool:
        list(pool.map(_loop, [1] * count))  # all are there
        start = time.monotonic()
        list(pool.map(_loop, [share] * count))
        return time.monotonic() - start


def _loop(turns: int) -> int:
    total = 0
    for number in range(turns):
        total += number * number & 7
    return total


def _batch(asked: Asked, top: Path, *more: object) -> list[str]:
    return [*PROGRAM, "batch", str(top), "-o", str(asked.scratch / "results.jsonl"), *map(str, more)]


def _turns(asked: Asked) -> int:
    return max(1, asked.rounds // 3)


def _top(files: list[Path]) -> Path:
    return files[0].parents[1]
