"""gkcheck formats: what this installation can read."""

from __future__ import annotations

import click

from checker.commands.common import LANG
from checker.commands.help import command

_HEADS = {
    "zh": ("可以读取", "还不能读取", "不含"),
    "en": ("can be read", "cannot be read yet", "carries no"),
}


@command("formats")
@LANG
def formats_command(lang: str) -> None:
    """列出本机能读的文件格式；不能读的，说明缺什么、怎么装。"""
    click.echo(listing(lang), nl=False)


def listing(lang: str) -> str:
    """A line for each format that can be read, then one for each that cannot, with what to install."""
    from checker.readers.formats import FORMATS

    read, missing, without = _HEADS[lang]
    colon, comma = ("：", "；") if lang == "zh" else (": ", "; ")
    lines = [read]
    for item in (f for f in FORMATS if f.readable):
        loses = f"{comma}{without}{colon}{item.loses.of(lang)}" if item.loses.of(lang) else ""
        lines.append(f"  {' '.join(item.endings)}  {item.name.of(lang)}{loses}")
    absent = [f for f in FORMATS if not f.readable]
    if absent:
        lines.append(missing)
        lines += [
            f"  {' '.join(f.endings)}  {f.name.of(lang)}{comma}{f.need.install.of(lang)}" for f in absent if f.need
        ]
    return "\n".join(lines) + "\n"
