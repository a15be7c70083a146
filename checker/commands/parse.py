"""gkcheck parse: a report as JSON."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands.common import LANG, OUTPUT, emit, guarded, read_options
from checker.commands.help import command


@command("parse")
@click.argument("path", metavar="FILE")
@OUTPUT
@LANG
@read_options
def parse_command(
    path: str, output: Path | None, lang: str, year: int | None, kind: str | None, level: str | None
) -> None:
    """把一份报告读成 JSON（schemas/report.schema.json）。"""
    from checker.json_text import dump
    from checker.reading import read_one
    from checker.report_json import to_json
    from checker.settings import Settings

    report = guarded(lang, lambda: read_one(path, Settings(lang=lang, year=year, kind=kind, level=level)))
    emit(dump(to_json(report)) + "\n", output, lang, [Path(path)])
