"""Where the rule pack and the schemas are: inside the installed package, or at the top of the source tree."""

from __future__ import annotations

import os

from checker.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.realpath(__file__))


def place(name: str) -> str:
    """The folder `name` ("rules" or "schemas") from a wheel, an editable install or a source tree, whatever the
    working folder.
    """
    inside = os.path.join(_PACKAGE, "_data", name)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_PACKAGE), name)


def folder(name: str) -> Path:
    """The same as a path."""
    from pathlib import Path  # late: loading it takes as long as reading a report

    return Path(place(name))
