"""python -m tests.accuracy: print what is found and what is missed, and fail below the recorded level (level.json)."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from checker.pack import load_pack
from tests.accuracy.cases import compliant_cases, planted_cases
from tests.accuracy.held_out import HELD_OUT
from tests.accuracy.judge import judge
from tests.accuracy.tally import Tally, below, select
from tests.builders.faults.all import FAULTS
from tests.builders.faults.stated import stated_faults
from tests.builders.write import OPEN

LEVEL = Path(__file__).with_name("level.json")


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; 1 if a whole run (no --codes) is below the recorded level, or if a report broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument(
        "--codes", action="append", default=[], help="only faults of these codes or prefixes; no compliant reports"
    )
    parser.add_argument("--part", choices=("all", "planted", "compliant"), default="all", help="half of the benchmark")
    parser.add_argument("--held-out", action="store_true", help="the wordings kept apart, instead of the open ones")
    parser.add_argument("--verbose", action="store_true", help="a line for each miss and each accusation")
    parser.add_argument("--times", type=int, default=2, help="reports per fault")
    parser.add_argument("--compliant", type=int, default=100, help="compliant reports beside those of each shape")
    parser.add_argument("--record", action="store_true", help="write the level reached to level.json")
    asked = parser.parse_args(arguments)
    codes = [c for part in asked.codes for c in part.split(",")]
    wordings = HELD_OUT if asked.held_out else OPEN
    faults = [f for f in (stated_faults(HELD_OUT) if asked.held_out else FAULTS) if select(codes, f.code)]
    pack, tally = load_pack(), Tally()
    with tempfile.TemporaryDirectory() as folder:
        for case in planted_cases(faults if asked.part != "compliant" else [], wordings, asked.times):
            tally.add(judge(case, pack, Path(folder)))
        if asked.part == "compliant" or (asked.part == "all" and not codes):
            for case in compliant_cases(wordings, asked.compliant):
                tally.add(judge(case, pack, Path(folder)))
    print(tally.table())
    if asked.verbose:
        print("\n".join(tally.lines))
    if tally.broken:
        print(f"{tally.broken} reports could not be checked at all")
        return 1
    return (
        0
        if codes or asked.part != "all"
        else _compare(tally, "held-out" if asked.held_out else "open", record=asked.record)
    )


def _compare(tally: Tally, name: str, *, record: bool) -> int:
    recorded = json.loads(LEVEL.read_text(encoding="utf-8")) if LEVEL.exists() else {}
    if record:
        recorded[name] = tally.level()
        LEVEL.write_text(json.dumps(recorded, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        return 0
    short = below(tally.level(), recorded[name]) if name in recorded else []
    for line in short:
        print(f"below the recorded level: {line}")
    return int(bool(short))


if __name__ == "__main__":
    sys.exit(main())
