"""gkcheck check: reports in, findings out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from checker.commands.asked import Asked, setting_options, settings_by_file
from checker.commands.common import guarded, load
from checker.commands.help import command
from checker.commands.screen import rendered, rendered_for
from checker.commands.targets import FORMATS, Target, pair

if TYPE_CHECKING:
    from checker.findings import Outcome


@command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format",
    "forms",
    multiple=True,
    type=click.Choice(FORMATS),
    help="输出格式（默认 table）；可与 -o 成对重复。",
)
@click.option(
    "-o",
    "outputs",
    multiple=True,
    metavar="FILE|DIR/",
    help="写入文件；以 / 结尾或已有的文件夹：每份报告一个文件。",
)
@click.option(
    "--annotate",
    metavar="FILE|DIR/",
    help="另存一份 Word 副本，在每个问题的单元格或句子处加批注；多份报告给文件夹。",
)
@click.option("--quiet", "-q", is_flag=True, help="只列问题和读不了的文件，不列合格报告和合计。")
@setting_options
def check_command(
    paths: tuple[str, ...],
    forms: tuple[str, ...],
    outputs: tuple[str, ...],
    annotate: str | None,
    quiet: bool,
    **asked: Unpack[Asked],
) -> None:
    """检查报告：文件、文件夹（其中的 *.docx），或 -（标准输入）。"""
    from checker.findings import Severity
    from checker.pipeline import check_files

    targets = pair(forms, outputs)
    settings_for = settings_by_file(asked)
    settings = guarded(asked["lang"], lambda: settings_for.of(paths[0]))
    lang = settings.lang
    fail_on = asked["fail_on"] or settings.fail_on or "error"
    outcome = guarded(lang, lambda: check_files(paths, settings, settings_for=settings_for))
    threshold = None if fail_on == "never" else Severity(fail_on)
    if targets == [Target("table")] or targets == [Target("json")]:
        click.echo(rendered(outcome, targets[0].form, lang, quiet, to_file=False), nl=False)
        targets = []
    read = [*paths, *(report.file for report in outcome.reports), *(error.file for error in outcome.errors)]
    inputs = [*map(Path, read), *([asked["previous"]] if asked["previous"] else [])]
    status = outcome.exit_status(threshold)
    if targets:
        from checker.commands.results import write_results

        def render(part: Outcome, target: Target) -> str | bytes:
            if target.form in ("table", "json"):
                return rendered(part, target.form, lang, quiet, to_file=target.path is not None)
            return guarded(
                lang, lambda: rendered_for(part, target.form, lang, lambda: load(settings_for.folders, lang), threshold)
            )

        write_results(outcome, targets, render, lang, inputs)
    if annotate is not None:
        from checker.commands.results import write_copies

        status = status if write_copies(outcome, annotate, load(settings_for.folders, lang), lang, inputs) else 2
    sys.exit(status)
