"""Compare gkcheck with what reading the same file costs anyway, side by side in one run, in CPU time of one machine.

    python -m tests.bench [FILE.docx] [--rounds 15] [--batch 200]

one report    the whole process `gkcheck --format json FILE` on a warm start, against a script that imports
              python-docx and reads the paragraphs and every row's cells of the same file; and the first run ever.
batch         check_files over copies of the file, a report each, against unzipping and parsing document.xml alone.
stations      where the time goes: what is imported, the pack, and reading, laying and assessing one report, the first
              time in a process and once all is ready.

The ratios hold for reports as Word writes them; without a FILE the example is given as much XML as Word would.
"""

from __future__ import annotations

import argparse
import gc
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

from tests.bench.wordy import wordy

_EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "compliant-2021.docx"
_PROGRAM = "from checker.cli import main; main()"
_READ_ONLY = """
import sys, docx
document = docx.Document(sys.argv[1])
text = [p.text for p in document.paragraphs]
cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
"""


def _child_cpu(command: list[str], **environment: str) -> float:
    """CPU milliseconds of a child process, user and system; byte code is kept, as an installed package has it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env={**kept, **environment}
    )
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
        "gkcheck --format json": [sys.executable, "-c", _PROGRAM, "--format", "json", str(file)],
        "gkcheck (table)": [sys.executable, "-c", _PROGRAM, str(file)],
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

    with tempfile.TemporaryDirectory() as empty:
        first = _child_cpu(rivals["gkcheck --format json"], GKCHECK_CACHE=empty)
    print(f"  {'gkcheck, first run ever':28} {first:7.0f} ms CPU   {first / base:5.2f} of python-docx")


def batch(file: Path, size: int) -> None:
    """One process, pack loaded: reports checked against unzipping and parsing document.xml."""
    from lxml import etree

    from checker.pack import load_pack
    from checker.pipeline import check_files
    from checker.settings import Settings

    def floor(path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            etree.fromstring(archive.read("word/document.xml"))

    gc.set_threshold(100_000)  # as the command does; both see it
    with tempfile.TemporaryDirectory() as scratch:
        copies = [Path(scratch) / f"{n:04}.docx" for n in range(size)]
        for copy in copies:
            shutil.copy(file, copy)
        pack = load_pack()
        names = [str(copy) for copy in copies]
        check_files(names[:3], Settings(), pack)
        base = _cpu(lambda: [floor(copy) for copy in copies]) / 2
        ours = _cpu(lambda: check_files(names, Settings(), pack))
        base += _cpu(lambda: [floor(copy) for copy in copies]) / 2  # before and after: both see the same machine
    print(f"batch of {size}, one process, per report:")
    print(f"  unzip and parse document.xml {base / size:7.2f} ms CPU")
    print(f"  gkcheck, everything checked  {ours / size:7.2f} ms CPU   {ours / base:5.2f} of unzip and parse")


_STATIONS = """
import gc, sys, time
gc.set_threshold(100_000)
names, marks = [], [time.process_time()]
def mark(name):
    names.append(name); marks.append(time.process_time())
from pathlib import Path
from checker import expressions
from checker.readers.lean_lxml import load_lxml
expressions.recall(); mark("recall expressions")
load_lxml(); mark("import lxml")
import checker.cli, checker.pipeline, checker.settings, checker.outputs.json_output, checker.readers.docx
import checker.statements.claims; mark("import checker")
from checker.pack import load_pack
from checker import readers
from checker.layout.lay import lay
from checker.pipeline import assess_report
pack = load_pack(); mark("load the pack")
for again in ("", ", again", ", again"):
    document = readers.read(Path(sys.argv[1]), "a.docx"); mark("read" + again)
    report = lay(document, pack.layouts, pack.names, file="a.docx"); mark("lay" + again)
    assess_report(report, pack.rules, pack, "zh"); mark("assess" + again)
for name, first, last in zip(names, marks, marks[1:]):
    print(name, 1000 * (last - first), sep=":")
"""


def stations(file: Path, rounds: int) -> None:
    """Where the time of one report goes, in processes of their own."""
    times: dict[str, list[float]] = {}
    for _ in range(rounds):
        done = subprocess.run([sys.executable, "-c", _STATIONS, str(file)], capture_output=True, text=True, check=True)
        for line in done.stdout.splitlines():
            name, spent = line.split(":")
            times.setdefault(name, []).append(float(spent))
    print(f"stations, median of {rounds} processes:")
    for name, series in times.items():
        print(f"  {name:18} {statistics.median(series):7.2f} ms CPU")


def main() -> None:
    """Run all three."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--batch", type=int, default=200)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        file = given.file
        if file is None:
            file = Path(scratch) / _EXAMPLE.name
            file.write_bytes(wordy(_EXAMPLE.read_bytes()))
        print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {file.name} ({file.stat().st_size} bytes)")
        one_report(file, given.rounds)
        batch(file, given.batch)
        stations(file, given.rounds)


if __name__ == "__main__":
    main()
