"""One process of the fuzzing: mutated inputs read one after the other, and what was seen of them."""

from __future__ import annotations

import io
import random
import resource
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from checker import readers
from checker.errors import InputError
from checker.pack import load_pack
from checker.pipeline import assess_report
from checker.readers import limits
from checker.reading import read_report
from checker.settings import Settings
from checker.sources import Source
from tests.fuzz.mutate import mutate
from tests.fuzz.seeds import office_seeds, seeds

SLOW = 10.0
OFFICE = "office"
"""Files for LibreOffice: a second or two each, so only where they are asked for; its own time limit holds for them."""
_RARE = {"pdf": 50}


@dataclass
class Tally:
    """What a process saw. slowest: seconds and name of the input; memory: its peak, and its children's, in MiB."""

    read: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    memory: tuple[float, float] = (0.0, 0.0)
    failures: list[str] = field(default_factory=list)


def run(count: int, seconds: float, seed: int, forms: list[str], check: bool, keep: Path) -> Tally:
    """Read `count` inputs, or as many as `seconds` allow."""
    known = {form: files for form, files in seeds().items() if not forms or form in forms}
    if OFFICE in forms:
        known[OFFICE] = office_seeds()
    order = sorted(known)
    tally, until = Tally(), time.monotonic() + seconds
    for number in range(count):
        if time.monotonic() > until:
            break
        rng = random.Random(f"{seed} {number}")
        form = rng.choices(order, [1 / _RARE.get(f, 1) if len(order) > 1 else 1 for f in order])[0]
        data = mutate(rng.choice(known[form]), rng)
        name = f"{form}-{seed}-{number}"
        start = time.monotonic()
        try:
            _read(data, check)
            tally.read[form] += 1
        except InputError as error:
            tally.refused[form] += 1
            if "\n" in error.message_zh + error.message_en or not error.message_zh:
                tally.failures.append(f"{name}: a message of several lines: {error.message_zh!r}")
        except Exception:
            (keep / f"{name}.bin").write_bytes(data)
            tally.failures.append(f"{name}: {traceback.format_exc()}")
        took = time.monotonic() - start
        if took > (limits.OFFICE_SECONDS + SLOW if form == OFFICE else SLOW):
            (keep / f"{name}.bin").write_bytes(data)
            tally.failures.append(f"{name}: took {took:.1f} s")
        tally.slowest = max(tally.slowest, (took, name))
    peaks = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    tally.memory = (next(peaks), next(peaks))
    return tally


def _read(data: bytes, check: bool) -> None:
    if not check:
        readers.read(data, "fuzz")
        return
    pack = load_pack()
    sys.stdin = _Input(data)  # type: ignore[assignment]
    report = read_report(Source("-", None), pack, Settings())
    assess_report(report, pack.rules, pack, "zh")


class _Input:
    """Standard input that holds these bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)
