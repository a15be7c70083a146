"""gkcheck cache: what is kept from earlier checks."""

from __future__ import annotations

import click

from checker.commands.common import LANG, guarded
from checker.commands.help import group


@group("cache")
def cache_group() -> None:
    """以前检查的结果（gkcheck batch 对内容未变的文件沿用）。"""


@cache_group.command("clear")
@LANG
def clear_command(lang: str) -> None:
    """删去保存的全部检查结果。"""
    from checker.batch.cache import clear

    freed = guarded(lang, clear)
    mebibytes = freed / 1024 / 1024
    click.echo(f"{mebibytes:.1f} MiB freed" if lang == "en" else f"已删除 {mebibytes:.1f} MiB")
