"""Rows in columns for the eye, wide characters aligned, by tabulate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.lean_import import import_lean, later
from checker.outputs.wrap import width


def in_columns(rows: Iterable[Sequence[object]], heads: Sequence[str], sides: Sequence[str] | None = None) -> str:
    """The rows under their heads, without a line break at the end. sides: "left" or "right" for each column."""
    # Loaded late, as only tables need it, and without what it loads to tell its version and for rows of other kinds:
    # that is two thirds of its time. Widths are ours, so that a line is as wide as wrap.py made it.
    lent: dict[str, dict[str, object]] = {
        "importlib.metadata": {"version": str, "PackageNotFoundError": ImportError},
        "dataclasses": {"is_dataclass": _is_dataclass, "fields": later("dataclasses", "fields")},
        "wcwidth": {"wcswidth": width},
    }
    tabulate = import_lean("tabulate", lent).tabulate
    return str(tabulate(rows, heads, tablefmt="simple", disable_numparse=True, colalign=sides))


def _is_dataclass(row: object) -> bool:
    return hasattr(type(row), "__dataclass_fields__")
