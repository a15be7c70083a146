"""Compare gkcheck with what reading the same file costs anyway, side by side in one run, in CPU time of one machine.

    python -m tests.bench [FILE.docx] [--rounds 15] [--batch 200]

one report    the whole process `gkcheck --format json FILE` on a warm start, against a script that imports python-docx and
              reads the paragraphs and every row's cells of the same file.
batch         check_files over copies of the file, a report each, against unzipping and parsing document.xml of the same.
stations      where the time of one report goes, once the pack is loaded.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

_EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "compliant-2021.docx"
_READ_ONLY = """
import sys, docx
document = docx.Document(sys.argv[1])
text = [p.text for p in document.paragraphs]
cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
"""


def _child_cpu(command: list[str]) -> float:
    """CPU milliseconds of a child process, user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def one_report(file: Path, rounds: int) -> None:
    """Whole processes, alternating, so that both see the same machine."""
    rivals = {
        "bare Python": [sys.executable, "-c", "pass"],
        "python-docx, reading only": [sys.executable, "-c", _READ_ONLY, str(file)],
        "gkcheck --format json": [sys.executable, "-c", "from checker.cli import main; main()", "--format", "json", str(file)],
        "gkcheck (table)": [sys.executable, "-c", "from checker.cli import main; main()", str(file)],
    }
    times: dict[str, list[float]] = {name: [] for name in rivals}
    for command in rivals.values():
        _child_cpu(command)  # warm: byte code, the cache of compiled rules
    for _ in range(rounds):
        for name, command in rivals.items():
            times[name].append(_child_cpu(command))
    base = statistics.median(times["python-docx, reading only"])
    print(f"one report, whole process, median of {rounds}:")
    for name, series in times.items():
        median = statistics.median(series)
        print(f"  {name:28} {median:7.0f} ms CPU   {median / base:5.2f} of python-docx")


def batch(file: Path, size: int) -> None:
    """One process, pack loaded: reports checked against unzipping and parsing document.xml."""
    from lxml import etree

    from checker.pack import load_pack
    from checker.pipeline import Settings, check_files

    def floor(path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            etree.fromstring(archive.read("word/document.xml"))

    with tempfile.TemporaryDirectory() as scratch:
        copies = [Path(scratch) / f"{n:04}.docx" for n in range(size)]
        for copy in copies:
            shutil.copy(file, copy)
        pack = load_pack()
        names = [str(copy) for copy in copies]
        check_files(names[:3], Settings(), pack)
        base = _cpu(lambda: [floor(copy) for copy in copies])
        ours = _cpu(lambda: check_files(names, Settings(), pack))
    print(f"batch of {size}, one process, per report:")
    print(f"  unzip and parse document.xml {base / size:7.2f} ms CPU")
    print(f"  gkcheck, everything checked  {ours / size:7.2f} ms CPU   {ours / base:5.2f} of unzip and parse")


def stations(file: Path, rounds: int) -> None:
    """Where the time of one report goes."""
    from checker import readers
    from checker.layout.lay import lay
    from checker.pack import load_pack
    from checker.pipeline import assess_report

    loading = _cpu(load_pack)
    pack = load_pack()
    document = readers.read(file, file.name)
    report = lay(document, pack.layouts, pack.names, file=file.name)
    steps: dict[str, Callable[[], object]] = {
        "read": lambda: readers.read(file, file.name),
        "lay": lambda: lay(document, pack.layouts, pack.names, file=file.name),
        "assess": lambda: assess_report(report, pack.rules, pack, "zh"),
    }
    print(f"stations, warm, median of {rounds}:")
    print(f"  {'load the pack':14} {loading:7.2f} ms CPU")
    for name, work in steps.items():
        print(f"  {name:14} {statistics.median(_cpu(work) for _ in range(rounds)):7.2f} ms CPU")


def main() -> None:
    """Run all three."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=_EXAMPLE)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--batch", type=int, default=200)
    given = parser.parse_args()
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {given.file.name} ({given.file.stat().st_size} bytes)")
    one_report(given.file, given.rounds)
    batch(given.file, given.batch)
    stations(given.file, given.rounds)


if __name__ == "__main__":
    main()
