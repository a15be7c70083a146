"""The door to this package: what the prose of a report states, by the statements of a pack."""

from __future__ import annotations

from collections.abc import Sequence

from checker.report import Para
from checker.statements.model import Claims
from checker.statements.pack import StatementPack
from checker.statements.reader import Reader

_ready: list[tuple[StatementPack, Reader]] = []  # the reader of the last pack: a batch has one pack for all its reports


def read_claims(passages: Sequence[tuple[str, Para]], pack: StatementPack, year: int | None) -> Claims:
    """Read paragraphs, each with the key of its section, as prose of the report of `year` (None if it is not known)."""
    if not _ready or _ready[-1][0] is not pack:
        _ready[:] = [(pack, Reader(pack))]
    return _ready[-1][1].read(passages, year)
