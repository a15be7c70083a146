"""Many reports in one process, against what reads them and checks nothing."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path

from tests.bench.corpus import corpus
from tests.bench.measured import PROGRAM, Asked, printed_by, spent_by

_WARM = 20
_TOGETHER = 50  # files in a call of pandoc, so that its start costs next to nothing
_BESIDE = """
import gc, sys, time, zipfile
gc.set_threshold(100_000)
from pathlib import Path
from lxml import etree
from checker import expressions
from checker.pack import load_pack
from checker.pipeline import check_files
from checker.settings import Settings
expressions.recall()
warm, names = int(sys.argv[2]), Path(sys.argv[1]).read_text().splitlines()
def floor(names):
    start = time.process_time()
    for name in names:
        with zipfile.ZipFile(name) as archive:
            etree.fromstring(archive.read("word/document.xml"))
    return time.process_time() - start
pack = load_pack()
for name in names[:warm]:
    check_files([name], Settings(), pack)
floor(names[:warm])
base = floor(names) / 2
start = time.process_time()
for name in names:
    check_files([name], Settings(), pack)
alone = time.process_time() - start
base += floor(names) / 2
start = time.process_time()
check_files(names, Settings(), pack)
together = time.process_time() - start
for label, spent in (("base", base), ("alone", alone), ("together", together)):
    print(label, 1000 * spent / len(names), sep=":")
"""
_OTHER = """
import sys, time
from pathlib import Path
from docx2python import docx2python
names = Path(sys.argv[1]).read_text().splitlines()
def read(name):
    with docx2python(name) as content:
        return content.text
read(names[0])
start = time.process_time()
for name in names:
    read(name)
print("spent", 1000 * (time.process_time() - start) / len(names), sep=":")
"""


def many(asked: Asked) -> list[str]:
    """Reports as Word writes them, then with the barest XML."""
    word, barest = (corpus(asked.scratch, asked.reports, barest=barest) for barest in (False, True))
    return [*_beside(asked, word, "as Word writes them"), *_beside(asked, barest, "with the barest XML")]


def _beside(asked: Asked, files: list[Path], what: str) -> list[str]:
    size = sum(file.stat().st_size for file in files) / len(files)
    found = [f"{len(files):,} different reports {what} ({size:,.0f} bytes), one process, per report:"]
    listed = _listed(asked, files)
    spent = printed_by(_BESIDE, listed, _WARM)
    base = spent["base"]

    def row(name: str, value: float) -> str:
        return f"  {name:46} {value:7.2f} ms CPU   {value / base:6.2f} of unzip and parse"

    found.append(row("unzip and parse document.xml", base))
    found.append(row("gkcheck, everything checked, a call a report", spent["alone"]))
    found.append(row("gkcheck, all in one call, beside one another", spent["together"]))
    whole = [spent_by([*PROGRAM, "batch", "--no-cache", "--jobs", "1", files[0].parents[1]]).cpu for _ in range(2)]
    found.append(row("gkcheck batch, beside last year's, from start", min(whole) / len(files)))
    some = files[:: -(-len(files) // asked.sample)]
    rivals = {
        "docx2python, reading only": _docx2python(asked, some),
        "pandoc, reading only, start left out": _pandoc(some),
    }
    for name, measured in rivals.items():
        if measured is None:
            found.append(f"  {name}: not installed")
        else:
            found.append(row(f"{name} ({measured[1]} of {len(files)})", measured[0]))
    return found


def _docx2python(asked: Asked, files: list[Path]) -> tuple[float, int] | None:
    """CPU milliseconds a report, and over how many."""
    if importlib.util.find_spec("docx2python") is None:
        return None
    return printed_by(_OTHER, _listed(asked, files))["spent"], len(files)


def _pandoc(files: list[Path]) -> tuple[float, int] | None:
    """As _docx2python, over the files that pandoc can read, many in a call, without what a call of one costs more."""
    if shutil.which("pandoc") is None:
        return None
    plain = ["pandoc", "-f", "docx", "-t", "plain"]
    readable = [
        file for file in files if subprocess.run([*plain, file], capture_output=True, check=False).returncode == 0
    ]
    if not readable:
        return None
    calls = [readable[n : n + _TOGETHER] for n in range(0, len(readable), _TOGETHER)]
    start = min(spent_by(["pandoc", "--version"]).cpu for _ in range(3))
    return sum(spent_by([*plain, *call]).cpu - start for call in calls) / len(readable), len(readable)


def _listed(asked: Asked, files: list[Path]) -> Path:
    place = asked.scratch / f"files-{len(files)}.txt"
    place.write_text("\n".join(map(str, files)), encoding="utf-8")
    return place
