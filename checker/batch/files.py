"""What a run knows of its files, a few hundred bytes each, so that ten thousand take no more memory than one pack."""

from __future__ import annotations

import os
import tempfile
from array import array
from collections.abc import Sequence
from pathlib import Path

from checker.batch.records import Surveyed
from checker.facts.near import SIZE

WAITING, SURVEYED, OVER = 0, 1, 2
_DIGEST = 20


class Files:
    """The files by number. Reports as laid lie packed in a file of the run that vanishes with it."""

    def __init__(self, names: Sequence[str], folder: Path) -> None:
        count = len(names)
        self.names = names
        self.states = bytearray(count)
        self.finished = bytearray(count)  # in another run
        self.early = bytearray(count)  # judged before all were surveyed
        self.previous = array("l", [0]) * count  # last year's report, of those that were judged early
        self._contents = bytearray(_DIGEST * count)
        self._bodies, self._years = array("l", [-1]) * count, array("h", [0]) * count
        self._known = bytearray(count)  # whether the name tells where the body is
        self.sketches = bytearray(SIZE * count)
        self._at, self._lengths = array("Q", [0]) * count, array("L", [0]) * count
        self._bodies_by: dict[str, int] = {}
        self._texts: list[str] = []
        self._spool = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by close()
        self._end = 0

    def __len__(self) -> int:
        return len(self.names)

    def content(self, number: int) -> bytes:
        """The digest of its content."""
        return bytes(self._contents[number * _DIGEST : (number + 1) * _DIGEST])

    def set_content(self, number: int, digest: bytes) -> None:
        """Note the digest of its content."""
        self._contents[number * _DIGEST : (number + 1) * _DIGEST] = digest

    def surveyed(self, number: int, found: Surveyed) -> None:
        """Note what a survey found."""
        self.states[number] = SURVEYED
        if found.body is not None:
            self._bodies[number] = self._bodies_by.setdefault(found.body, len(self._texts))
            if self._bodies[number] == len(self._texts):
                self._texts.append(found.body)
        self._years[number] = found.year or 0
        self._known[number] = found.level is not None
        if found.sketch:
            self.sketches[number * SIZE : (number + 1) * SIZE] = found.sketch
        if found.packed:
            self._spool.seek(self._end)
            self._spool.write(found.packed)
            self._at[number], self._lengths[number] = self._end, len(found.packed)
            self._end += len(found.packed)

    def packed(self, number: int) -> bytes | None:
        """The report as laid, or None if it is to be read from the file."""
        if not self._lengths[number]:
            return None
        self._spool.seek(self._at[number])
        return self._spool.read(self._lengths[number])

    def body(self, number: int) -> str | None:
        """The body's name as read."""
        return None if self._bodies[number] < 0 else self._texts[self._bodies[number]]

    def year(self, number: int) -> int | None:
        """The report year as read."""
        return self._years[number] or None

    def group(self, number: int) -> int:
        """A number for the body; reports without a name have one of their own."""
        return self._bodies[number] if self._bodies[number] >= 0 else -2 - number

    def number_of(self, body: str) -> int:
        """The number of a body by its name, as `group` gives it; -1 for one that no report is of."""
        return self._bodies_by.get(body, -1)

    def place(self, number: int) -> str:
        """Where a body is, so far as its name does not tell: the folder, without the years in its name."""
        if self._known[number]:
            return ""
        return "".join("0" if c.isdigit() else c for c in os.path.dirname(self.names[number]))

    def one_of_each_content(self) -> dict[int, int]:
        """Leave the sketch of the first file of each content alone; gives for the others the first."""
        firsts: dict[bytes, int] = {}
        found = {}
        for number in range(len(self)):
            first = firsts.setdefault(self.content(number), number)
            if first != number:
                found[number] = first
                self.sketches[number * SIZE : (number + 1) * SIZE] = bytes(SIZE)
        return found

    def close(self) -> None:
        """Let the packed reports go."""
        self._spool.close()
