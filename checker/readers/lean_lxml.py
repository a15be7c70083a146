"""lxml, loaded without what it imports for targets of a parser, for writing compressed and for type checkers: half of
its time.
"""

from __future__ import annotations

from checker.hints import Generic, TypeVar
from checker.lean_import import import_lean, later


def load_lxml() -> None:
    """Import lxml.etree, so that all modules find it loaded."""
    import_lean(
        "lxml.etree",
        {
            "inspect": {"getfullargspec": later("inspect", "getfullargspec")},
            "gzip": {"GzipFile": later("gzip", "GzipFile")},
            "typing": {"Generic": Generic, "TypeVar": TypeVar},
        },
    )
