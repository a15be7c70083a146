"""Days, without the module of Python's standard library round them, which nothing here needs when a process starts.

`datetime` is written twice there, in C and in Python; loading the second to be given the first takes 2 ms.
"""

from __future__ import annotations

from checker.hints import TYPE_CHECKING

__all__ = ["date", "timedelta"]

if TYPE_CHECKING:
    from datetime import date, timedelta
else:
    try:
        from _datetime import date, timedelta  # the same classes
    except ImportError:  # pragma: no cover - another Python than CPython
        from datetime import date, timedelta
