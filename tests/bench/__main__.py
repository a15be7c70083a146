"""Compare gkcheck with what reading the same files costs anyway, side by side in one run.

    python -m tests.bench [PART…] [--page docs/speed.md]

one        a report as a whole process, against a script that imports python-docx and reads paragraphs and cells
stations   where the time of one report goes: imports, the pack, reading, laying, assessing, at first and again
many       1,000 different reports in one process, against unzipping and parsing document.xml alone, and against
           docx2python and pandoc that read the same files and check nothing; with the XML of Word and the barest
repeated   gkcheck batch: the first run ever, one with the rules kept, one over unchanged files
jobs       gkcheck batch over 1, 2 and 4 processes
memory     gkcheck batch over 100, 1,000 and 10,000 reports
scale      what follows from the measured figures for a province and the country

CPU time counts where processes do the same alone, the clock where they work together (then the machine should be idle).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench.many import many
from tests.bench.measured import ROOT, Asked, Part, machine
from tests.bench.page import fill, parts_of
from tests.bench.runs import jobs, memory, repeated, scale
from tests.bench.single import one, stations
from tests.bench.wordy import wordy

EXAMPLE = ROOT / "docs" / "examples" / "compliant-2021.docx"
PARTS: dict[str, Part] = {
    "one": one,
    "stations": stations,
    "many": many,
    "repeated": repeated,
    "jobs": jobs,
    "memory": memory,
    "scale": scale,
}


def main(words: list[str] | None = None) -> None:
    """Measure the parts asked for, all without any; print them, and put them on the page."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--file", type=Path, help="the one report; else the example with as much XML as Word writes")
    parser.add_argument("--rounds", type=int, default=15, help="of one report; a third as many of a whole batch")
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--sample", type=int, default=100, help="reports read by docx2python and pandoc")
    parser.add_argument("--jobs", type=_numbers, default=(1, 2, 4), metavar="1,2,4")
    parser.add_argument("--memory", type=_numbers, default=(100, 1000, 10_000), metavar="100,1000,10000")
    parser.add_argument("--corpus", type=Path, help="where to keep the reports for another time")
    parser.add_argument("--page", type=Path, action="append", default=[], help="pages whose blocks get the figures")
    given = parser.parse_args(words)
    wrong = [part for part in given.parts if part not in PARTS]
    if wrong:
        parser.error(f"no such part: {wrong[0]} (there are {', '.join(PARTS)})")
    with tempfile.TemporaryDirectory() as scratch:
        place = given.corpus or Path(scratch)
        place.mkdir(parents=True, exist_ok=True)
        file = given.file or place / EXAMPLE.name
        if given.file is None:
            file.write_bytes(wordy(EXAMPLE.read_bytes()))
        asked = Asked(place.absolute(), file, given.rounds, given.reports, given.sample, given.jobs, given.memory)
        for name in given.parts or PARTS:
            lines = [machine(), *PARTS[name](asked)]
            print("\n".join(lines), flush=True)
            for page in given.page:
                if name in parts_of(page.read_text(encoding="utf-8")):
                    fill(page, name, f"python -m tests.bench {name}", lines)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(","))


if __name__ == "__main__":
    sys.exit(main())
