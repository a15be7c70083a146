"""A call that is wrong, told in the reader's language: what is wrong, how the command is called, where its help is."""

from __future__ import annotations

import re

import click

from checker.commands.help import in_chinese
from checker.errors import Said

_NO_VALUE = re.compile(r"does not take a value")
_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)", re.S)
_NO_COMMAND = re.compile(r"No such command '([^']*)'")


class WrongCall(click.UsageError):
    """A wrong call that a command itself finds."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.zh)
        self.said = said


def usage_message(error: click.UsageError, lang: str) -> str:
    """One line on what is wrong with the call and one with the call's form; click's own words for lang "en"."""
    context = error.ctx
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()  # the help itself
    path = context.command_path if context is not None else "gkcheck"
    form = "" if context is None else " ".join((path, *context.command.collect_usage_pieces(context)))
    if lang == "en":
        wrong = error.said.en if isinstance(error, WrongCall) else error.format_message()
        lines = [f"gkcheck: {wrong}", form, f"{path} --help"]
    else:
        lines = [f"gkcheck: 用法不对：{_wrong(error)}", in_chinese(form), f"查看帮助：{path} --help"]
    return "\n".join(filter(None, lines))


def _wrong(error: click.UsageError) -> str:
    if isinstance(error, WrongCall):
        return error.said.zh
    if isinstance(error, click.NoSuchOption):
        near = f"；是否指 {'、'.join(error.possibilities)}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.BadOptionUsage):
        takes_none = _NO_VALUE.search(error.message)
        return f"选项 {error.option_name} {'后面不能有值' if takes_none else '后面要有一个值'}"
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_name(error)}"
    if isinstance(error, click.BadParameter):
        return f"{_name(error)}{_wrong_value(error)}"
    return _of_the_whole(error.format_message())


def _wrong_value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return f" 只能是 {'、'.join(kind.choices)} 之一"
    if isinstance(kind, click.IntRange):
        return f" 应为 {kind.min} 至 {kind.max} 的整数"
    if isinstance(kind, click.FloatRange):
        return f" 应为不小于 {kind.min} 的数"
    if isinstance(kind, click.DateTime):
        return " 应为日期，如 2026-12-31"
    if isinstance(kind, click.Path):
        return " 是文件夹，应为文件" if not kind.dir_okay else " 的路径不能用"
    return f" 的值不对（{error.message}）"


def _of_the_whole(told: str) -> str:
    """A fault that click tells by its words alone; words that are not known stay as they are."""
    extra, unknown = _EXTRA.search(told), _NO_COMMAND.search(told)
    if extra:
        return f"多了 {extra[1]}"
    return f"没有命令 {unknown[1]}" if unknown else told


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return ""
    return (
        " / ".join(error.param.opts)
        if isinstance(error.param, click.Option)
        else (error.param.metavar or str(error.param.name))
    )
