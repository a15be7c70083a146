"""Some mutated inputs with every run of the tests, and each input that once failed or was made to do harm."""

from __future__ import annotations

import contextlib
import random
import time
from pathlib import Path

import pytest

from checker import readers
from checker.errors import InputError
from tests.fuzz.mutate import mutate
from tests.fuzz.run import SLOW, run
from tests.fuzz.seeds import seeds

FOUND = sorted((Path(__file__).parent / "found").glob("*.bin"))


@pytest.mark.parametrize("form", ["docx", "html", "json", "markdown", "text"])
def test_mutated_files_end_as_a_document_or_as_one_line(form: str, tmp_path: Path) -> None:
    tally = run(60, 30, 1, [form], False, tmp_path)
    assert tally.failures == []
    assert tally.read[form] + tally.refused[form] == 60
    assert tally.slowest[0] < 10


def test_what_is_read_can_be_checked(tmp_path: Path) -> None:
    tally = run(25, 60, 2, ["docx", "html", "json", "markdown", "text"], True, tmp_path)
    assert tally.failures == []
    assert sum((tally.read + tally.refused).values()) == 25


def test_the_same_seed_gives_the_same_inputs() -> None:
    data = seeds()["docx"][0]
    first, second, other = (mutate(data, random.Random(seed)) for seed in (3, 3, 4))
    assert first == second != other


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_inputs_found_by_fuzzing_or_made_to_do_harm(path: Path) -> None:
    start = time.monotonic()
    with contextlib.suppress(InputError):
        readers.read(path, path.name)
    assert time.monotonic() - start < SLOW + 2  # what takes a process of its own is ended at its limit
