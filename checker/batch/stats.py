"""Questions that are asked of a store again and again: how many reports and findings of what, and figures summed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.batch.store import duck_error, opened
from checker.dataclass import dataclass
from checker.errors import InputError

DIMENSIONS = ("year", "level", "kind", "code", "severity")
_OF_FINDINGS = ("code", "severity")


@dataclass(frozen=True, slots=True)
class Counted:
    """A table of answers. labels: how many of the first columns say what the others count."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    labels: int


def count(store: Path, by: Sequence[str] = ("year",)) -> Counted:
    """Reports and findings by some dimensions. Raises InputError for a store that cannot be read.

    By code or severity: the findings, and the reports that have one. Else: reports, bodies, reports without an error,
    and findings by severity.
    """
    names = tuple(dict.fromkeys(by))
    listed = ", ".join(names)
    if set(names) & set(_OF_FINDINGS):
        values: tuple[str, ...] = ("findings", "reports")
        what = "count(*), count(DISTINCT file) FROM findings JOIN reports USING (file)"
    else:
        values = ("reports", "bodies", "without_error", "errors", "warnings", "notices")
        what = (
            "count(*), count(DISTINCT organisation), count(*) FILTER (errors = 0), "
            "sum(errors), sum(warnings), sum(notices) FROM reports"
        )
    return _asked(store, f"SELECT {listed}, {what} GROUP BY {listed} ORDER BY {listed}", names, values)


def sum_figures(store: Path, by: Sequence[str] = ("year",)) -> Counted:
    """The figures of all reports summed cell by cell, by dimensions of reports; and how many reports give one.

    Raises InputError for a store that cannot be read, and for a dimension of findings.
    """
    names = tuple(dict.fromkeys(by))
    wrong = [name for name in names if name in _OF_FINDINGS]
    if wrong:
        raise InputError(f"数字不能按 {wrong[0]} 汇总", f"figures are not summed by {wrong[0]}")
    cell = ("table_key", "row_key", "column_key")
    listed = ", ".join((*names, *cell))
    query = (
        f"SELECT {listed}, sum(value), count(value) FROM figures JOIN reports USING (file) "
        f"GROUP BY {listed} HAVING count(value) > 0 ORDER BY {listed}"
    )
    return _asked(store, query, (*names, *cell), ("sum", "reports"))


def _asked(store: Path, query: str, labels: tuple[str, ...], values: tuple[str, ...]) -> Counted:
    if not store.exists():
        raise InputError(f"没有这个结果库：{store}", f"no such store: {store}")
    base = opened(store, read_only=True)
    try:
        rows = base.execute(query).fetchall()
    except duck_error() as error:
        raise InputError(f"{store}：不是 gkcheck 的结果库", f"{store}: not a store of gkcheck") from error
    finally:
        base.close()
    return Counted((*labels, *values), tuple(map(tuple, rows)), len(labels))
