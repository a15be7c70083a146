"""lxml, loaded without what it imports for uses that are not ours: a third of the time that it takes."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


def load_lxml() -> None:
    """Import lxml.etree. Its `inspect` and `gzip`, for targets of a parser and for writing compressed, come later."""
    if "lxml.etree" in sys.modules:
        return
    given = {"inspect": {"getfullargspec": _getfullargspec}, "gzip": {"GzipFile": _gzip_file}}
    lent = [name for name in given if name not in sys.modules]
    for name in lent:
        sys.modules[name] = stand_in = ModuleType(name)
        vars(stand_in).update(given[name])
    try:
        import lxml.etree  # noqa: F401 - all modules find it loaded
    finally:
        for name in lent:
            del sys.modules[name]


def _getfullargspec(function: Any) -> Any:  # noqa: ANN401 - as inspect has it
    import inspect

    return inspect.getfullargspec(function)


def _gzip_file(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as gzip has it
    import gzip

    return gzip.GzipFile(*given, **named)
