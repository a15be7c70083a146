"""gkcheck rollup: a consolidated report against the sum of its parts."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from checker.commands.asked import config_options, over_files
from checker.commands.common import LANG, OUTPUT, RULES, emit, guarded
from checker.commands.help import command
from checker.commands.screen import rendered


@command("rollup")
@click.argument("parent", metavar="PARENT")
@click.argument("parts", nargs=-1, required=True, metavar="PART…")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="输出格式（默认 table）。"
)
@OUTPUT
@RULES
@LANG
@config_options
def rollup_command(
    parent: str,
    parts: tuple[str, ...],
    form: str,
    output: Path | None,
    folders: tuple[Path, ...],
    lang: str,
    config: Path | None,
    no_config: bool,
) -> None:
    """汇总报告 PARENT 与所含各单位 PART（文件或文件夹）之和逐格对照。"""
    from checker.pipeline import roll_up
    from checker.settings import Settings

    given = Settings(folders, lang, today=date.today())
    settings = guarded(lang, lambda: over_files(given, config, no_config).of(parent))
    lang = settings.lang
    outcome = guarded(lang, lambda: roll_up(parent, parts, settings))
    text = rendered(outcome, "rollup" if form == "table" else form, lang, quiet=False, to_file=output is not None)
    emit(text, output, lang, [Path(parent), *map(Path, parts)])
    sys.exit(outcome.exit_status())
