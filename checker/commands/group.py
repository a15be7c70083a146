"""Which command is called, read by click. The commands stand beside this file and are loaded when they are called."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import cast

import click

from checker.commands.help import Group
from checker.commands.plain import asked_language
from checker.version import VERSION

_COMMANDS = {
    "check": "check:check_command",
    "batch": "batch:batch_command",
    "parse": "parse:parse_command",
    "rollup": "rollup:rollup_command",
    "fix": "fix:fix_command",
    "new": "new:new_command",
    "waive": "waive:waive_command",
    "config": "config:config_command",
    "explain": "rules:explain_command",
    "rules": "rules:rules_group",
    "formats": "formats:formats_command",
    "stats": "stats:stats_command",
    "cache": "cache:cache_group",
}


class _Commands(Group):
    """Commands that are loaded when they are called; `gkcheck PATH…` is `gkcheck check PATH…`.

    It is so unless the first word is a command or an option of the group.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(":")
        return cast("click.Command", getattr(import_module(f"checker.commands.{module}"), name))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {name for parameter in self.get_params(ctx) for name in (*parameter.opts, *parameter.secondary_opts)}
        if args and args[0] not in _COMMANDS and args[0] not in own:
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="gkcheck", message="%(prog)s %(version)s", help="显示版本。")
def group() -> None:
    """检查政府信息公开工作年度报告：错在哪里、依据哪一条、怎么改。

    \b
    gkcheck 报告.docx             检查一份报告
    gkcheck 文件夹                检查文件夹里的全部 .docx
    gkcheck explain GK310         说明一条规则
    gkcheck fix 报告.docx -o 新.docx   不需判断的直接改好，另存一份
    gkcheck new --year 2026 --name 某某局 -o 报告.docx   写一份空白报告

    退出状态：0 没有达到门槛的问题；1 有；2 有文件读不了或用法不对。
    """


def run(words: Sequence[str]) -> int:
    """Run the command that the words call, and give its exit status; a wrong call is told in the language it asks for.

    Raises SystemExit where a command ends the process itself.
    """
    try:
        return int(group.main(list(words), prog_name="gkcheck", standalone_mode=False) or 0)
    except click.UsageError as error:
        from checker.commands.usage import usage_message

        click.echo(usage_message(error, asked_language(words)), err=True)
        return 2
    except click.Abort:
        return 130
