"""gkcheck check: reports in, findings out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checker.commands.common import LANG, OUTPUT, RULES, emit, guarded, read_options
from checker.commands.screen import rendered


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="输出格式（默认 table）。"
)
@OUTPUT
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "notice", "never"]),
    default="error",
    help="从哪一级问题起退出状态为 1（默认 error）。",
)
@click.option("--select", multiple=True, help="只用这些规则：代码、代码开头（GK3）或名称，逗号分隔，可多次。")
@click.option("--ignore", multiple=True, help="不用这些规则；与 --select 冲突时以此为准。")
@click.option("--previous", type=click.Path(path_type=Path), help="本机关上一年度的报告（.docx 或 parse 的 JSON）。")
@click.option("--quiet", "-q", is_flag=True, help="只列问题和读不了的文件，不列合格报告和合计。")
@RULES
@LANG
@read_options
def check_command(
    paths: tuple[str, ...],
    form: str,
    output: Path | None,
    fail_on: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    previous: Path | None,
    quiet: bool,
    folders: tuple[Path, ...],
    lang: str,
    year: int | None,
    kind: str | None,
    level: str | None,
) -> None:
    """检查报告：文件、文件夹（其中的 *.docx），或 -（标准输入）。"""
    from checker.findings import Severity
    from checker.pipeline import Settings, check_files

    settings = Settings(folders, lang, year, kind, level, select, ignore, previous)
    outcome = guarded(lang, lambda: check_files(paths, settings))
    text = rendered(outcome, form, lang, quiet, to_file=output is not None)
    emit(text, output, lang, [*map(Path, paths), *(Path(report.file) for report in outcome.reports)])
    sys.exit(outcome.exit_status(None if fail_on == "never" else Severity(fail_on)))
