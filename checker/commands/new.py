"""gkcheck new: an empty report of a year's format as a Word file."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands.common import KINDS, LANG, LEVELS, RULES, guarded, load, stop
from checker.commands.help import command

_WORDS = {
    "zh": {
        "written": "写入：{file}。填好【 】里的内容和表格后，运行 gkcheck {file}",
        "there": "已有这个文件，不会覆盖：{file}",
        "nameless": "--name 不能为空",
    },
    "en": {
        "written": "written: {file}. Fill in what stands between 【 】 and the tables, then run gkcheck {file}",
        "there": "this file is there already, not overwritten: {file}",
        "nameless": "--name must not be empty",
    },
}


@command("new")
@click.option("--year", type=click.IntRange(2008, 2100), required=True, help="报告年度。")
@click.option("--name", required=True, help="机关名称，如 某某县财政局。")
@click.option("--kind", type=click.Choice(KINDS), help="机关类别，不由名称推断。")
@click.option("--level", type=click.Choice(LEVELS), help="机关级别，不由名称推断。")
@click.option("-o", "output", type=click.Path(path_type=Path), required=True, help="写入这个 .docx 文件。")
@RULES
@LANG
def new_command(
    year: int, name: str, kind: str | None, level: str | None, output: Path, folders: tuple[Path, ...], lang: str
) -> None:
    """写一份该年度格式的空白报告（.docx）：标题、前言、六个部分、三张填 0 的表格，待填处用【 】标出。"""
    from checker.resources import folder
    from checker.starting.report import empty_report
    from checker.writers.word import write_word
    from checker.writing import write_whole_bytes

    words = _WORDS[lang]
    if output.exists():
        stop(words["there"].format(file=output))
    bare = "".join(char for char in name if char.isprintable()).strip()
    if not bare:
        stop(words["nameless"])
    pack = load(folders, lang)
    places = (folder("rules"), *folders)
    report = guarded(lang, lambda: empty_report(bare, year, pack.layouts, pack.names, places, kind=kind, level=level))
    guarded(lang, lambda: write_whole_bytes(output, write_word(report)))
    click.echo(words["written"].format(file=output))
