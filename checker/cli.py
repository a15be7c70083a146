"""The command line: options in, text and exit status out. No logic of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from checker.version import VERSION

if TYPE_CHECKING:
    from checker.findings import Outcome
    from checker.pack import Pack

_KINDS = ("government", "township", "subdistrict", "department", "institution", "zone")
_LEVELS = ("national", "province", "prefecture", "county", "township")
_LANG = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="提示语言（默认 zh）。")
_RULES = click.option(
    "--rules", "folders", multiple=True, type=click.Path(path_type=Path), help="另加一个规则文件夹（可多次）。"
)
_PIPE_WIDTH = 100

Command = TypeVar("Command", bound=Callable[..., None])


class _DefaultToCheck(click.Group):
    """`gkcheck PATH…` is `gkcheck check PATH…` unless the first word is a command or an option of the group."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {name for parameter in self.get_params(ctx) for name in (*parameter.opts, *parameter.secondary_opts)}
        if args and args[0] not in self.commands and args[0] not in own:
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_DefaultToCheck, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="gkcheck", message="%(prog)s %(version)s")
def group() -> None:
    """检查政府信息公开工作年度报告：错在哪里、依据哪一条、怎么改。

    \b
    gkcheck 报告.docx             检查一份报告
    gkcheck 文件夹                检查文件夹里的全部 .docx
    gkcheck explain GK310         说明一条规则

    退出状态：0 没有达到门槛的问题；1 有；2 有文件读不了或用法不对。
    """


def read_options(command: Command) -> Command:
    """The options that overrule what is read from a report."""
    for option in (
        click.option("--level", type=click.Choice(_LEVELS), help="机关级别，不由名称推断。"),
        click.option("--kind", type=click.Choice(_KINDS), help="机关类别，不由名称推断。"),
        click.option("--year", type=click.IntRange(2008, 2100), help="报告年度，不由标题推断。"),
    ):
        command = option(command)
    return command


@group.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="输出格式（默认 table）。"
)
@click.option("-o", "output", type=click.Path(path_type=Path), help="写入文件，不在屏幕显示。")
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
@_RULES
@_LANG
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
    text = _render(outcome, form, lang, quiet, to_file=output is not None)
    emit(text, output, lang, [Path(path) for path in paths])
    sys.exit(outcome.exit_status(None if fail_on == "never" else Severity(fail_on)))


@group.command("parse")
@click.argument("path", metavar="FILE")
@click.option("-o", "output", type=click.Path(path_type=Path), help="写入文件，不在屏幕显示。")
@_LANG
@read_options
def parse_command(
    path: str, output: Path | None, lang: str, year: int | None, kind: str | None, level: str | None
) -> None:
    """把一份报告读成 JSON（schemas/report.schema.json）。"""
    from checker.json_text import dump
    from checker.pipeline import Settings, read_one
    from checker.report_json import to_json

    report = guarded(lang, lambda: read_one(path, Settings(lang=lang, year=year, kind=kind, level=level)))
    emit(dump(to_json(report)) + "\n", output, lang, [Path(path)])


@group.command("rollup")
@click.argument("parent", metavar="PARENT")
@click.argument("parts", nargs=-1, required=True, metavar="PART…")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="输出格式（默认 table）。"
)
@click.option("-o", "output", type=click.Path(path_type=Path), help="写入文件，不在屏幕显示。")
@_RULES
@_LANG
def rollup_command(
    parent: str, parts: tuple[str, ...], form: str, output: Path | None, folders: tuple[Path, ...], lang: str
) -> None:
    """汇总报告 PARENT 与所含各单位 PART（文件或文件夹）之和逐格对照。"""
    from checker.pipeline import Settings, roll_up

    outcome = guarded(lang, lambda: roll_up(parent, parts, Settings(folders, lang)))
    text = _render(outcome, "rollup" if form == "table" else form, lang, quiet=False, to_file=output is not None)
    emit(text, output, lang, [Path(parent), *map(Path, parts)])
    sys.exit(outcome.exit_status())


@group.command("explain")
@click.argument("code", metavar="CODE")
@_RULES
@_LANG
def explain_command(code: str, folders: tuple[Path, ...], lang: str) -> None:
    """说明一条规则：检查什么、依据、何时不适用、例子。"""
    from checker.rule_page import explain

    click.echo(guarded(lang, lambda: explain(code, load(folders, lang), lang)), nl=False)


@group.group("rules")
def rules_group() -> None:
    """规则库：列出、自检。"""


@rules_group.command("list")
@_RULES
@_LANG
def rules_list(folders: tuple[Path, ...], lang: str) -> None:
    """列出全部规则。"""
    from checker.rule_page import overview

    click.echo(overview(load(folders, lang), lang), nl=False)


@rules_group.command("docs")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--check", "checking", is_flag=True, help="只比较，有过时的页退出状态为 1。")
@_RULES
@_LANG
def rules_docs(folder: Path, checking: bool, folders: tuple[Path, ...], lang: str) -> None:
    """每条规则写一页 Markdown 到文件夹。"""
    from checker.rule_page import pages
    from checker.writing import write_folder

    changed = guarded(lang, lambda: write_folder(folder, pages(load(folders, lang), lang), dry=checking))
    for name in changed:
        click.echo(f"{folder / name}")
    sys.exit(1 if checking and changed else 0)


@rules_group.command("test")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@_LANG
def rules_test(folder: Path | None, lang: str) -> None:
    """用各规则自带的例子自检规则库，或自检 DIR 里自定的规则。"""
    from checker.proving import prove_folder
    from checker.rule_page import proof_text

    proof = guarded(lang, lambda: prove_folder(folder))
    click.echo(proof_text(proof, lang), nl=False)
    sys.exit(1 if proof.unproved else 0)


Result = TypeVar("Result")


def load(folders: tuple[Path, ...], lang: str) -> Pack:
    """The rule pack; a fault in it ends the call with exit status 2."""
    from checker.pack import load_pack

    return guarded(lang, lambda: load_pack(folders))


def guarded(lang: str, work: Callable[[], Result]) -> Result:
    """The result of `work`; what cannot be read, or is called wrongly, ends the call with one message and status 2."""
    from checker.errors import InputError, RuleFileError
    from checker.selection import UnknownRule

    try:
        return work()
    except RuleFileError as error:
        stop(error.report())
    except InputError as error:
        stop(error.message(lang))
    except UnknownRule as error:
        near = {"zh": f"；是否指 {error.nearest}？", "en": f"; did you mean {error.nearest}?"} if error.nearest else {}
        unknown = {"zh": f"没有这条规则：{error.selector}", "en": f"no such rule: {error.selector}"}
        stop(unknown[lang] + near.get(lang, ""))
    raise AssertionError  # stop() does not return


def stop(message: str) -> None:
    """End the call with a message on standard error and exit status 2."""
    click.echo(f"gkcheck: {message}", err=True)
    sys.exit(2)


def emit(text: str, output: Path | None, lang: str, inputs: list[Path]) -> None:
    """Print, or write whole to the file."""
    if output is None:
        click.echo(text, nl=False)
        return
    from checker.writing import write_whole

    guarded(lang, lambda: write_whole(output, text, inputs))


def _render(outcome: Outcome, form: str, lang: str, quiet: bool, *, to_file: bool) -> str:
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


def main() -> None:
    """Entry point of the command `gkcheck`."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a pipe carries UTF-8; a console keeps its own encoding and replaces what it lacks
            reconfigure(errors="replace", encoding=None if stream.isatty() else "utf-8")
    group(prog_name="gkcheck")
