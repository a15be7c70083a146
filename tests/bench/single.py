"""One report: the whole process, and where its time goes."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench.measured import PROGRAM, Asked, printed_by, spent_by

_READ_ONLY = """
import sys, docx
document = docx.Document(sys.argv[1])
text = [p.text for p in document.paragraphs]
cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
"""
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


def one(asked: Asked) -> list[str]:
    """Whole processes, alternating, so that all see the same machine; against python-docx that only reads."""
    rivals = {
        "bare Python": [sys.executable, "-c", "pass"],
        "python-docx, reading only": [sys.executable, "-c", _READ_ONLY, str(asked.file)],
        "gkcheck --format json": [*PROGRAM, "--format", "json", str(asked.file)],
        "gkcheck (table)": [*PROGRAM, str(asked.file)],
    }
    times: dict[str, list[float]] = {name: [] for name in rivals}
    for command in rivals.values():
        spent_by(command)  # warm: byte code, the cache of compiled rules
        spent_by(command)
    for _ in range(asked.rounds):
        for name, command in rivals.items():
            times[name].append(spent_by(command).cpu)
    base = statistics.median(times["python-docx, reading only"])
    found = [
        f"one report ({asked.file.name}, {asked.file.stat().st_size:,} bytes), whole process, median of {asked.rounds}:"
    ]
    for name, series in times.items():
        median = statistics.median(series)
        found.append(f"  {name:28} {median:7.0f} ms CPU   {median / base:5.2f} of python-docx")
    with tempfile.TemporaryDirectory() as empty:
        first = spent_by(rivals["gkcheck --format json"], Path(empty)).cpu
    found.append(f"  {'gkcheck, first run ever':28} {first:7.0f} ms CPU   {first / base:5.2f} of python-docx")
    return found


def stations(asked: Asked) -> list[str]:
    """Where the time of one report goes, in processes of their own."""
    times: dict[str, list[float]] = {}
    for _ in range(asked.rounds):
        for name, spent in printed_by(_STATIONS, asked.file).items():
            times.setdefault(name, []).append(spent)
    found = [f"stations, median of {asked.rounds} processes:"]
    return found + [f"  {name:18} {statistics.median(series):7.2f} ms CPU" for name, series in times.items()]
