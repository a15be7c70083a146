"""Results as found before, by the content of the file and all that the result rests on. One file for all processes.

SQLite keeps it whole while several processes write and whenever one is killed. What is broken, of whatever kind, is as
good as nothing: the file is then checked, and nothing is said.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from checker import expressions
from checker.pack_cache import cache_folder

MOST_BYTES = 512 * 1024 * 1024
"""Beyond that the oldest entries go. An entry takes about 2 KB compressed."""
_NAME = "results-2.sqlite"
_KEPT = ("results-*", "pack-*.json*", "expressions.json*")  # also of older versions, and what a killed process left
_AT_ONCE = 500
_MAKE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB, sum INTEGER, at INTEGER)"


class Cache:
    """The cache of a user. path: its file, None for one that keeps nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._base: sqlite3.Connection | None = None
        self._waiting: list[tuple[bytes, bytes, int, int]] = []
        self._open(again=True)

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept under the keys."""
        found: dict[bytes, bytes] = {}
        if self._base is None:
            return found
        try:
            for start in range(0, len(keys), _AT_ONCE):
                some = keys[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                rows = self._base.execute(f"SELECT key, value, sum FROM kept WHERE key IN ({marks})", some)
                found |= {key: value for key, value, check in rows if _sum(key, value) == check}
        except (sqlite3.Error, TypeError, ValueError) as error:
            self._give_up(error)
        return found

    def put(self, key: bytes, value: bytes, now: int) -> None:
        """Keep a value; it is written with others, at the latest by `flush`. now: in seconds, to tell old from new."""
        if self._base is None:
            return
        self._waiting.append((key, value, _sum(key, value), now))
        if len(self._waiting) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what waits to be written."""
        if self._base is not None and self._waiting:
            try:
                with self._base:
                    self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", self._waiting)
            except sqlite3.Error as error:
                self._give_up(error)
        self._waiting = []

    def close(self, most: int = MOST_BYTES) -> None:
        """Write what waits, and let the oldest go if there is more than `most`."""
        self.flush()
        if self._base is None:
            return
        with suppress(sqlite3.Error):
            while _used(self._base) > most:
                count = self._base.execute("SELECT count(*) FROM kept").fetchone()[0]
                with self._base:
                    self._base.execute(
                        "DELETE FROM kept WHERE key IN (SELECT key FROM kept ORDER BY at LIMIT ?)", (count // 4 + 1,)
                    )
                if not count:
                    break
                self._base.execute("VACUUM")  # keys lie scattered: deleting leaves pages half full
        with suppress(sqlite3.Error):
            self._base.close()
        self._base = None

    def _open(self, *, again: bool) -> None:
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(self._path, timeout=10)
            self._base.execute("PRAGMA journal_mode=WAL")
            self._base.execute("PRAGMA synchronous=NORMAL")
            self._base.execute(_MAKE)
            self._base.execute("SELECT key, value, sum, at FROM kept LIMIT 1").fetchall()
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)
            if again and _is_broken(error):
                self._open(again=False)

    def _give_up(self, error: Exception) -> None:
        """Go on without; a file that is no longer a database goes away, so that the next run has a good one."""
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
        self._base = None
        if self._path is not None and _is_broken(error):
            for ending in ("", "-wal", "-shm"):
                _remove(Path(f"{self._path}{ending}"))


def default_path() -> Path | None:
    """Where the cache lies: beside that of the rules; None if GKCHECK_CACHE is set but empty."""
    folder = cache_folder()
    return None if folder is None else folder / _NAME


def clear() -> int:
    """Take away all that is kept in the user's folder: results, rules as parsed, expressions as compiled.

    Gives the bytes that it took. Raises OSError if that fails.
    """
    folder = cache_folder()
    if folder is None:
        return 0
    expressions.forget()
    return sum(_remove(file) for kept in _KEPT for file in sorted(folder.glob(kept)))


def _remove(file: Path) -> int:
    with suppress(FileNotFoundError):
        size = file.stat().st_size
        file.unlink()
        return size
    return 0


def joined(parts: Iterable[bytes]) -> bytes:
    """A key from parts: no two lists of parts have the same."""
    from hashlib import blake2b

    digest = blake2b(digest_size=20)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def _used(base: sqlite3.Connection) -> int:
    pages, free, size = (
        base.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def _sum(key: bytes, value: bytes) -> int:
    return crc32(value, crc32(key))


def _is_broken(error: Exception) -> bool:
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)


def content_of(name: str) -> bytes:
    """The digest of a file's content. Raises OSError."""
    from hashlib import blake2b

    if not os.path.isfile(name):
        return b"\0" * 20  # a pipe or a device, which is refused when it is read
    digest = blake2b(digest_size=20)
    with open(name, "rb", buffering=0) as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.digest()
