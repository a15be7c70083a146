"""A call that is wrong, told in the reader's language: what is wrong, how the command is called, where its help is."""

from __future__ import annotations

import click


def usage_message(error: click.UsageError, lang: str) -> str:
    """One line on what is wrong with the call and one with the call's form; click's own words for lang "en"."""
    context = error.ctx
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()  # the help itself
    path = context.command_path if context is not None else "gkcheck"
    usage = f"\n{context.get_usage().removeprefix('Usage: ')}" if context is not None else ""
    if lang == "en":
        return f"gkcheck: {error.format_message()}{usage}\n{path} --help"
    return f"gkcheck: 用法不对：{_wrong(error)}{usage.replace('[OPTIONS]', '[选项]')}\n查看帮助：{path} --help"


def _wrong(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f"；是否指 {'、'.join(error.possibilities)}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 后面要有一个值"
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_name(error)}"
    if isinstance(error, click.BadParameter):
        kind = error.param.type if error.param is not None else None
        if isinstance(kind, click.Choice):
            return f"{_name(error)} 只能是 {'、'.join(kind.choices)} 之一"
        rule = (
            f" 应为 {kind.min} 至 {kind.max} 的整数"
            if isinstance(kind, click.IntRange)
            else f" 的值不对（{error.message}）"
        )
        return _name(error) + rule
    return error.format_message()


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return ""
    return (
        " / ".join(error.param.opts)
        if isinstance(error.param, click.Option)
        else (error.param.metavar or str(error.param.name))
    )
