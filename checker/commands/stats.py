"""gkcheck stats: what a store of results says, counted and summed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.common import LANG, OUTPUT, emit, guarded, stop
from checker.commands.help import command

if TYPE_CHECKING:
    from checker.batch.stats import Counted

_BY = ("year", "level", "kind", "code", "severity")


@command("stats")
@click.argument("store", type=click.Path(path_type=Path), metavar="STORE")
@click.option("--by", multiple=True, type=click.Choice(_BY), help="按什么汇总，可多次（默认 year）。")
@click.option("--figures", is_flag=True, help="汇总各表的数字，不汇总问题。")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv"]), help="输出格式（默认 table；-o 写 .csv 时 csv）。"
)
@click.option("--chart", type=click.Path(path_type=Path), metavar="FILE", help="另存一张图（.png 或 .svg）。")
@OUTPUT
@LANG
def stats_command(
    store: Path,
    by: tuple[str, ...],
    figures: bool,
    form: str | None,
    chart: Path | None,
    output: Path | None,
    lang: str,
) -> None:
    """统计结果库 STORE（gkcheck batch --store 所写的 .duckdb 文件或 .parquet 文件夹）。"""
    from checker.batch.stats import count, sum_figures

    if chart is not None and chart.suffix not in (".png", ".svg"):
        stop("--chart FILE.png or FILE.svg" if lang == "en" else "--chart 的文件名应以 .png 或 .svg 结尾")
    by = by or ("year",)
    found = guarded(lang, lambda: sum_figures(store, by) if figures else count(store, by))
    form = form or ("csv" if output is not None and output.suffix == ".csv" else "table")
    emit(_csv(found, bom=output is not None) if form == "csv" else _table(found), output, lang, [store])
    if chart is not None:
        from checker.outputs.chart import render_chart
        from checker.writing import write_whole_bytes

        kind = chart.suffix[1:]
        drawn = guarded(lang, lambda: render_chart(found.columns, found.rows, found.labels, kind))
        guarded(lang, lambda: write_whole_bytes(chart, drawn, [store]))


def _table(found: Counted) -> str:
    from checker.outputs.columns import in_columns

    rows = [["-" if value is None else _number(value) for value in row] for row in found.rows]
    return in_columns(rows, found.columns, _sides(found)) + "\n"


def _sides(found: Counted) -> list[str]:
    return ["left"] * found.labels + ["right"] * (len(found.columns) - found.labels) if found.rows else []


def _csv(found: Counted, *, bom: bool) -> str:
    """bom: so that a spreadsheet knows the file for UTF-8."""
    import csv
    from io import StringIO

    from checker.outputs.safe_text import in_cell

    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(found.columns)
    writer.writerows(["" if value is None else in_cell(_number(value)) for value in row] for row in found.rows)
    return ("\ufeff" if bom else "") + text.getvalue()


def _number(value: object) -> str:
    """A value with its own digits; a sum without the zeros that its type adds."""
    from decimal import Decimal

    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)
