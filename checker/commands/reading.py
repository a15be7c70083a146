"""Options of every command that reads reports: where LibreOffice is, and how much a file may cost."""

from __future__ import annotations

from pathlib import Path

import click

from checker.errors import InputError, Said


def _use(context: click.Context, _: click.Parameter, program: Path | None) -> None:
    if program is not None:
        from checker.readers.soffice import using

        context.with_resource(using(program))


def _limit(context: click.Context, _: click.Parameter, texts: tuple[str, ...]) -> None:
    if not texts:
        return
    from checker.readers import limits

    try:
        values = limits.parse(texts)
    except InputError as error:
        from checker.commands.usage import WrongCall

        raise WrongCall(Said(f"--limit：{error.message_zh}", f"--limit: {error.message_en}")) from None
    context.with_resource(limits.changed(values))


SOFFICE = click.option(
    "--soffice",
    type=click.Path(path_type=Path),
    metavar="PROGRAM",
    expose_value=False,
    callback=_use,
    help="LibreOffice 的 soffice 程序（读 .doc、.wps、.rtf、.odt 时用；默认自动寻找）。",
)
LIMIT = click.option(
    "--limit",
    multiple=True,
    metavar="NAME=VALUE",
    expose_value=False,
    callback=_limit,
    help="改变读取的限额，如 file-bytes=1G、pdf-pages=500（可多次；全部限额见 docs/limits.md）。",
)
