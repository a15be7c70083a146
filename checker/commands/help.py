"""The help of the commands with every word of it in Chinese, as the commands and options themselves are told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import click

_HEADINGS = {"Options": "选项", "Commands": "命令"}
_KIND = re.compile(r" (?:(TEXT)|(?:INTEGER|FLOAT)(?: RANGE)?)$")  # click counts signs, not columns: no wide one here
_NOTE = re.compile(r"  \[([^\[\]]{1,80})\]$")
_RANGE = re.compile(r"(-?[\d.]+)<=x<=(-?[\d.]+)")


def in_chinese(usage: str) -> str:
    """The form of a call as click writes it, without its English words."""
    return usage.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 [参数]…")


class _Help(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, in_chinese(args), "用法：" if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{_HEADINGS.get(heading, heading)}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(_option(name), _note(text)) for name, text in rows], col_max, col_spacing)


def _option(name: str) -> str:
    return _KIND.sub(lambda kind: " …" if kind[1] else " N", name)


def _note(text: str) -> str:
    """What is said of an option, its last bracket (`[2008<=x<=2100; required]`) in Chinese."""
    said = _NOTE.search(text)
    if said is None:
        return text
    note = _RANGE.sub(r"\1 至 \2", said[1]).replace("x>=", "不小于 ").replace("required", "必填").replace("; ", "；")
    return f"{text[: said.start()]}（{note}）"


class _Context(click.Context):
    formatter_class = _Help


class Command(click.Command):
    """A command with its help in Chinese."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这段说明。"
        return option


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command


def command(name: str) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command, as click.command does."""
    return click.command(name, cls=Command)


def group(name: str) -> Callable[[Callable[..., Any]], Group]:
    """Make a function a group, as click.group does."""
    return click.group(name, cls=Group)
