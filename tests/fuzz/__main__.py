"""Read mutated files of every form, and say how many, which took longest and what memory it took.

    python -m tests.fuzz [--count 2000] [--seconds 600] [--seed 0] [--form docx]… [--processes 2] [--check] [--keep DIR]

Every input must end as a document or as an InputError of one line, within 10 seconds. --check also lays it and runs
all rules over it. PDF is read in a process of its own (0.3 s each), so it gets one input in fifty. --form office takes
files that LibreOffice converts, which must be installed. A failing input is written to --keep (default: the current
folder) with its seed in the name; the exit status is then 1.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.fuzz.run import Tally, run


def main() -> None:
    """Fuzz with several processes and print one summary."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--form", action="append", default=[])
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--keep", type=Path, default=Path())
    given = parser.parse_args()
    each = -(-given.count // given.processes)
    jobs = [
        (each, given.seconds, given.seed * 1000 + n, given.form, given.check, given.keep)
        for n in range(given.processes)
    ]
    start = time.monotonic()
    with ProcessPoolExecutor(given.processes, multiprocessing.get_context("spawn")) as pool:
        tallies: list[Tally] = list(pool.map(run, *zip(*jobs, strict=True)))
    read, refused = sum((t.read for t in tallies), Counter()), sum((t.refused for t in tallies), Counter())
    for form in sorted(read | refused):
        print(f"{form:10} {read[form]:8} read {refused[form]:8} refused with a line")
    seconds, name = max(t.slowest for t in tallies)
    own, children = (max(t.memory[i] for t in tallies) for i in (0, 1))
    print(f"{sum(read.values()) + sum(refused.values())} inputs in {time.monotonic() - start:.0f} s")
    print(f"slowest {seconds:.2f} s ({name}); peak memory {own:.0f} MiB, of programs started {children:.0f} MiB")
    failures = [failure for t in tallies for failure in t.failures]
    for failure in failures[:20]:
        print(failure)
    print(f"{len(failures)} failure(s)")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
