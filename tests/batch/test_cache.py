"""The cache: bounded, whole under several writers, never trusted when broken."""

from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

from checker.batch.cache import Cache, joined


def fill(path: Path, first: int) -> None:
    """Write two thousand entries from a process of its own."""
    cache = Cache(path)
    for number in range(first, first + 2000):
        cache.put(joined([str(number).encode()]), b"value %d" % number, number)
    cache.close()


def test_several_processes_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    writers = [multiprocessing.get_context("fork").Process(target=fill, args=(path, 1500 * n)) for n in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    keys = [joined([str(number).encode()]) for number in range(5000)]
    assert len(Cache(path).get(keys)) == 5000


def test_the_oldest_go_when_there_is_too_much(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    cache = Cache(path)
    for number in range(2000):
        cache.put(joined([str(number).encode()]), bytes(1000), number)
    cache.close(most=1_000_000)
    again = Cache(path)
    kept = [number for number in range(2000) if again.get([joined([str(number).encode()])])]
    assert 400 < len(kept) < 1100 and kept == list(range(2000 - len(kept), 2000))


def test_a_changed_value_is_not_trusted(tmp_path: Path) -> None:
    path, key = tmp_path / "kept.sqlite", joined([b"a"])
    cache = Cache(path)
    cache.put(key, b"good", 1)
    cache.close()
    with sqlite3.connect(path) as base:
        base.execute("UPDATE kept SET value = ?", (b"evil",))
    assert Cache(path).get([key]) == {}


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = Cache(tmp_path / "file" / "kept.sqlite")
    cache.put(b"key", b"value", 1)
    cache.close()
    assert Cache(None).get([b"key"]) == {}


def test_parts_are_told_apart() -> None:
    assert len({joined([b"ab", b"c"]), joined([b"a", b"bc"]), joined([b"abc"]), joined([b"abc", b""])}) == 4
