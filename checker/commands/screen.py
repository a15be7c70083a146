"""An outcome as the text of a format, fitted to the screen or the pipe it goes to."""

from __future__ import annotations

import os
import sys

from checker.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.findings import Outcome, Severity
    from checker.pack import Pack

_PIPE_WIDTH = 100


def rendered_for(
    outcome: Outcome, form: str, lang: str, pack: Callable[[], Pack], threshold: Severity | None
) -> str | bytes:
    """The outcome in a format for machines, pages and offices: sarif, junit, github, markdown, html or xlsx.

    pack: gives the rules and formats of the call, asked for only where the format needs them. threshold: from which
    severity on a finding is a failure of a test.
    """
    if form == "sarif":
        from checker.outputs.sarif import render_sarif

        return render_sarif(outcome, pack().rules, lang)
    if form == "junit":
        from checker.outputs.junit import render_junit

        return render_junit(outcome, pack().rules, lang, threshold)
    if form == "github":
        from checker.outputs.github import render_github

        return render_github(outcome, lang)
    if form == "markdown":
        from checker.outputs.markdown import render_markdown

        return render_markdown(outcome, lang)
    if form == "html":
        from checker.outputs.html import render_html

        return render_html(outcome, pack().layouts, lang)
    from checker.outputs.xlsx import render_xlsx

    return render_xlsx(outcome, pack().layouts, lang)


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
