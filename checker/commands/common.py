"""What the commands share: options, errors as one line and status 2, and where output goes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from checker.commands.reading import LIMIT, SOFFICE

if TYPE_CHECKING:
    from checker.pack import Pack

KINDS = ("government", "township", "subdistrict", "department", "institution", "zone")
LEVELS = ("national", "province", "prefecture", "county", "township")
LANG = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="提示语言（默认 zh）。")
RULES = click.option(
    "--rules", "folders", multiple=True, type=click.Path(path_type=Path), help="另加一个规则文件夹（可多次）。"
)
OUTPUT = click.option("-o", "output", type=click.Path(path_type=Path), help="写入文件，不在屏幕显示。")

Command = TypeVar("Command", bound=Callable[..., None])
Result = TypeVar("Result")


def read_options(command: Command) -> Command:
    """The options that overrule what is read from a report, and those of the readers."""
    for option in (
        LIMIT,
        SOFFICE,
        click.option("--level", type=click.Choice(LEVELS), help="机关级别，不由名称推断。"),
        click.option("--kind", type=click.Choice(KINDS), help="机关类别，不由名称推断。"),
        click.option("--year", type=click.IntRange(2008, 2100), help="报告年度，不由标题推断。"),
    ):
        command = option(command)
    return command


def load(folders: tuple[Path, ...], lang: str) -> Pack:
    """The rule pack; a fault in it ends the call with exit status 2."""
    from checker.pack import load_pack

    return guarded(lang, lambda: load_pack(folders))


def load_here(folders: tuple[Path, ...], lang: str) -> Pack:
    """As `load`; without folders those that the settings of the working folder name."""
    from checker.configuring import SettingsByFile
    from checker.settings import Settings

    return load(folders or guarded(lang, lambda: SettingsByFile(Settings(lang=lang)).of(".")).rules, lang)


def guarded(lang: str, work: Callable[[], Result]) -> Result:
    """The result of `work`; what cannot be read, or is called wrongly, ends the call with one message and status 2."""
    from checker.errors import InputError, RuleFileError
    from checker.selection import UnknownRule

    try:
        return work()
    except RuleFileError as error:
        stop(error.report(lang))
    except InputError as error:
        stop(error.message(lang))
    except UnknownRule as error:
        near = {"zh": f"；是否指 {error.nearest}？", "en": f"; did you mean {error.nearest}?"} if error.nearest else {}
        unknown = {"zh": f"没有这条规则：{error.selector}", "en": f"no such rule: {error.selector}"}
        stop(unknown[lang] + near.get(lang, ""))
    except OSError as error:
        from checker.reasons import reason_of

        where, reason = error.filename or "", reason_of(error)
        opened = {"zh": f"打不开 {where}（{reason.zh}）；请检查路径和权限", "en": f"cannot open {where} ({reason.en})"}
        stop(opened[lang])
    raise AssertionError  # stop() does not return


def stop(message: str) -> None:
    """End the call with a message on standard error and exit status 2."""
    tell(message)
    sys.exit(2)


def tell(message: str) -> None:
    """A message on standard error; a terminal obeys what it does not show, so names of files go without that."""
    if not message.isprintable() or "::" in message:
        from checker.outputs.safe_text import in_log, visible

        message = in_log(visible(message))
    click.echo(f"gkcheck: {message}", err=True)


def emit(text: str, output: Path | None, lang: str, inputs: list[Path]) -> None:
    """Print, or write whole to the file."""
    if output is None:
        click.echo(text, nl=False)
        return
    from checker.writing import write_whole

    guarded(lang, lambda: write_whole(output, text, inputs))
