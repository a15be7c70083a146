"""The questions of docs/archive.md and their answers, as tables."""

from __future__ import annotations

import re
from pathlib import Path

from tabulate import tabulate

from checker.batch.store import opened

PAGE = Path(__file__).resolve().parents[2] / "docs" / "archive.md"
_BLOCK = re.compile(r"```sql\n(.{1,2000}?)```\n\n```\n(.{0,4000}?)```\n", re.DOTALL)


def asked(page: str) -> list[tuple[str, str]]:
    """The queries of the page, each with the answer that it shows."""
    return [(query, answer) for query, answer in _BLOCK.findall(page)]


def answer(store: Path, query: str) -> str:
    """The answer of a store, as the page shows it."""
    base = opened(store, read_only=True)
    found = base.execute(query)
    columns = [column[0] for column in found.description or ()]
    rows = [["-" if value is None else str(value) for value in row] for row in found.fetchall()]
    base.close()
    return tabulate(rows, columns, tablefmt="simple", disable_numparse=True) + "\n"
