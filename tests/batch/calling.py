"""Calls of gkcheck batch as a process of its own, and what they wrote."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

PROGRAM = [sys.executable, "-c", "from checker.cli import main; main()"]
ROOT = Path(__file__).resolve().parents[2]


SPAWNING = [*PROGRAM[:-1], f"from checker.batch import workers; workers._START = 'spawn'; {PROGRAM[-1]}"]
"""The program with workers that are started anew, as on Windows."""


def call(*words: object, program: list[str] = PROGRAM) -> subprocess.CompletedProcess[str]:
    """The finished call `gkcheck WORDS`."""
    return subprocess.run([*program, *map(str, words)], capture_output=True, text=True, cwd=ROOT, check=False)


def lines(path: Path) -> list[dict[str, Any]]:
    """The lines of a file of results, in order of file."""
    read = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return sorted(read, key=lambda line: line["file"])
