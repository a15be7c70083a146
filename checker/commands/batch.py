"""gkcheck batch: folders of reports in, one line of JSON a report out, and a summary."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from checker.commands.asked import Asked, given_settings, over_files, said_keys, setting_options
from checker.commands.common import guarded, stop
from checker.commands.help import command

if TYPE_CHECKING:
    from checker.batch.desk import Desk
    from checker.batch.store import DuckStore
    from checker.batch.workers import Workers


@command("batch")
@click.argument("paths", nargs=-1, required=True, metavar="DIR…")
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), help="结果文件，每份报告一行 JSON。")
@click.option(
    "--include", multiple=True, metavar="PATTERN", help="要检查的文件，写法同 .gitignore（默认 *.docx，可多次）。"
)
@click.option(
    "--exclude", multiple=True, metavar="PATTERN", help="不检查的文件和文件夹（可多次）；另见 .gkcheckignore。"
)
@click.option("--jobs", "-j", type=click.IntRange(1, 1024), help="进程数（默认处理器核数；文件少时一个）。")
@click.option("--timeout", type=click.FloatRange(0.1), default=120.0, help="一份文件最多用多少秒（默认 120）。")
@click.option("--resume", is_flag=True, help="接着做：结果文件里已有、内容未变的文件不再检查。")
@click.option("--no-cache", is_flag=True, help="不用以前检查同一文件的结果，也不保存。")
@click.option(
    "--store",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="结果、问题和数字另存入 .duckdb 文件或 .parquet 文件夹。",
)
@click.option(
    "--cluster", metavar="ADDRESS", help="由 Dask 集群检查，如 tcp://10.0.0.1:8786；各机器上的文件路径须相同。"
)
@click.option("--quiet", "-q", is_flag=True, help="不显示进度。")
@setting_options
def batch_command(
    paths: tuple[str, ...],
    output: Path | None,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    jobs: int | None,
    timeout: float,
    resume: bool,
    no_cache: bool,
    store: Path | None,
    cluster: str | None,
    quiet: bool,
    **asked: Unpack[Asked],
) -> None:
    """检查文件夹里（含下级文件夹）的全部报告：多进程，结果随时写出，可中断、可接着做。"""
    from checker.batch.cache import Cache, default_path
    from checker.batch.records import Plan
    from checker.batch.results import Results
    from checker.batch.run import Run
    from checker.batch.walk import walk
    from checker.batch.workers import CHUNK, Processes
    from checker.outputs.batch_summary import render_summary
    from checker.readers import limits

    given = given_settings(asked)
    settings_for = over_files(given, asked["config"], asked["no_config"])
    settings = guarded(asked["lang"], lambda: settings_for.of(paths[0]))
    lang = settings.lang
    if resume and output is None:
        stop("--resume needs -o FILE" if lang == "en" else "--resume 要与 -o 结果文件一起用")
    names = guarded(lang, lambda: list(walk(paths, include, exclude)))
    if not names:
        stop(_NONE[lang])
    plan = Plan(given, said_keys(), asked["config"], asked["no_config"], limits.names(), figures=store is not None)
    desks: list[Desk] = []

    def desk() -> Desk:
        from checker.batch.desk import Desk

        if not desks:
            desks.append(Desk(plan))
        return desks[0]

    workers: Workers = Processes(desk, plan, min(jobs or _cores(), -(-len(names) // CHUNK) or 1), timeout, lang)
    if cluster is not None:
        from checker.batch.cluster import Cluster

        workers = guarded(lang, lambda: Cluster(cluster, plan, timeout, lang))
    started = time.monotonic()
    with ExitStack() as stack:
        run = guarded(
            lang,
            lambda: Run(
                names,
                plan,
                settings_for,
                workers,
                Results(output, resume=resume),
                fail_on=asked["fail_on"] or "error",
                cache=Cache(None if no_cache else default_path()),
                scratch=output.absolute().parent if output is not None else Path(os.environ.get("TMPDIR", "/tmp")),
                prepare=lambda name: desk().prepare(name),
                progress=_progress(stack, 2 * len(names), lang, quiet),
                store=_store(store),
            ),
        )
        try:
            status = guarded(lang, run.go).status
        except KeyboardInterrupt:
            status = 130
    text = render_summary(run.tally, lang, time.monotonic() - started, stopped=status == 130, output=output)
    click.echo(text, nl=False, err=output is None)
    sys.exit(status)


_NONE = {
    "zh": "没有要检查的文件：文件夹里没有 .docx 报告，或者都被 --include、--exclude、.gkcheckignore 排除了",
    "en": "nothing to check: no .docx report in the folders, or --include, --exclude and .gkcheckignore leave all out",
}


def _store(path: Path | None) -> DuckStore | None:
    if path is None:
        return None
    from checker.batch.store import DuckStore

    return DuckStore(path)


def _progress(stack: ExitStack, steps: int, lang: str, quiet: bool) -> Callable[[int], None]:
    """A bar on a terminal, nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        return lambda _: None
    started, done = time.monotonic(), 0
    words = {"zh": "{rate:.0f} 份/秒，约剩 {left}", "en": "{rate:.0f} reports/s, {left} left"}[lang]

    def pace(_: object) -> str:
        """Rate and time left by the mean of this run: the bar's own estimate is led astray by the start of workers."""
        spent = max(time.monotonic() - started, 0.001)
        if not done:
            return ""
        seconds = round(spent * (steps - done) / done)
        return words.format(rate=done / 2 / spent, left=f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}")

    bar = stack.enter_context(
        click.progressbar(
            length=steps, show_eta=False, show_percent=True, item_show_func=pace, file=sys.stderr,
            update_min_steps=max(1, steps // 500),
        )
    )  # fmt: skip

    def update(more: int) -> None:
        nonlocal done
        done += more
        bar.update(more)

    return update


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
