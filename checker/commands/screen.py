"""An outcome as the text of a format, fitted to the screen or the pipe it goes to."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.findings import Outcome

_PIPE_WIDTH = 100


def rendered(outcome: Outcome, form: str, lang: str, quiet: bool, *, to_file: bool) -> str:
    """The outcome as "table", "json" or "rollup"; colour and width are the terminal's, none in a pipe or a file."""
    if form == "json":
        from checker.outputs.json_output import render as render_json

        return render_json(outcome)
    from checker.outputs.table import Look, render

    screen = sys.stdout.isatty() and not to_file
    colour = screen and not os.environ.get("NO_COLOR")
    look = Look(lang, _screen_width() if screen else _PIPE_WIDTH, colour, quiet)
    if form == "rollup":
        from checker.outputs.rollup_table import render_rollup

        return render_rollup(outcome, look)
    return render(outcome, look)


def _screen_width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((_PIPE_WIDTH, 24)).columns - 1
