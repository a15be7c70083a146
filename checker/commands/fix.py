"""gkcheck fix: a copy of a report with all mended that needs no judgement."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.asked import CONFIG, IGNORE, NO_CONFIG, SELECT, Asked, settings_by_file
from checker.commands.common import LANG, RULES, emit, guarded, read_options, stop
from checker.commands.help import command

if TYPE_CHECKING:
    from checker.fix.mend import Result

_AIM = {
    "zh": "请用 -o 指定修正后写入的文件，或用 --diff 只看要改哪里",
    "en": "name the file to write with -o, or see what would change with --diff",
}


@command("fix")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("-o", "output", type=click.Path(path_type=Path), help="修正后的副本写入这个文件；原文件不动。")
@click.option("--diff", is_flag=True, help="只显示要改哪里，不写文件；有可改的，退出状态为 1。")
@SELECT
@IGNORE
@RULES
@CONFIG
@NO_CONFIG
@LANG
@read_options
def fix_command(
    path: Path,
    output: Path | None,
    diff: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    folders: tuple[Path, ...],
    lang: str,
    year: int | None,
    kind: str | None,
    level: str | None,
    config: Path | None,
    no_config: bool,
) -> None:
    """把不需判断的问题直接改好：表格能推算的空格、数字写法、电话横线、半角标点、标题和行列名称等，其余一字不动。"""
    from checker.fix.mend import Mender
    from checker.outputs.mended import as_diff, as_list
    from checker.readers import limits
    from checker.writing import write_whole_bytes

    asked = Asked(
        fail_on=None,
        select=select,
        ignore=ignore,
        previous=None,
        folders=folders,
        lang=lang,
        year=year,
        kind=kind,
        level=level,
        config=config,
        no_config=no_config,
    )
    settings = guarded(lang, lambda: settings_by_file(asked).of(str(path)))
    lang = settings.lang
    if output is None and not diff:
        stop(_AIM[lang])
    if output is not None and _same(path, output):
        said = {"zh": f"输出文件就是输入文件，不会覆盖：{output}", "en": f"{output} is the input file, not overwritten"}
        stop(said[lang])

    def mended() -> Result:
        with path.open("rb") as file:
            data = file.read(limits.FILE_BYTES + 1)
        return Mender(settings).mend(data, str(path))

    result = guarded(lang, mended)
    if diff or output is None:
        emit(as_diff(result, str(path), lang), None, lang, [])
        sys.exit(1 if result.done else 0)
    guarded(lang, lambda: write_whole_bytes(output, result.data, [path]))
    emit(as_list(result, str(output), lang), None, lang, [])


def _same(path: Path, output: Path) -> bool:
    try:
        return path.samefile(output)
    except OSError:
        return False
