"""gkcheck waive: waivers for what is found today, written to the file of waivers."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from checker.commands.asked import Asked, setting_options, settings_by_file
from checker.commands.common import guarded, stop
from checker.commands.help import command

if TYPE_CHECKING:
    from checker.baseline import Entry

_WORDS = {
    "zh": {
        "aim": "要写什么豁免？--baseline：为目前的全部问题各写一条",
        "written": "写入 {file}：豁免 {count} 处（理由：{reason}）",
        "none": "没有需要豁免的问题",
        "unread": "读不了 {file}：{message}",
        "reason": "--reason 不能为空",
    },
    "en": {
        "aim": "which waivers? --baseline: one for each finding of today",
        "written": "{file}: {count} waiver(s) written (reason: {reason})",
        "none": "nothing to waive",
        "unread": "cannot read {file}: {message}",
        "reason": "--reason must not be empty",
    },
}


@command("waive")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--baseline", is_flag=True, help="为目前的全部问题各写一条豁免，以后只报新的问题。")
@click.option("--reason", default="baseline", help="豁免的理由（默认 baseline）。")
@click.option("--expires", type=click.DateTime(["%Y-%m-%d"]), help="豁免有效的最后一天，如 2026-12-31。")
@setting_options
def waive_command(
    paths: tuple[str, ...], baseline: bool, reason: str, expires: datetime | None, **asked: Unpack[Asked]
) -> None:
    """写豁免：写入最近的 gkcheck-waivers.toml，没有则新建；已有的内容不动。"""
    settings_for = settings_by_file(asked)
    lang = guarded(asked["lang"], lambda: settings_for.of(paths[0])).lang
    words = _WORDS[lang]
    if not baseline:
        stop(words["aim"])
    if not reason.strip():
        stop(words["reason"])
    found, unread = guarded(lang, lambda: _collected(paths, asked))
    for file, entries in found.items():
        last = expires.date() if expires is not None else None
        guarded(lang, partial(_append, file, entries, reason, last))
        click.echo(words["written"].format(file=file, count=len(entries), reason=reason))
    if not found:
        click.echo(words["none"])
    for name, message in unread.items():
        click.echo(words["unread"].format(file=name, message=message), err=True)
    sys.exit(2 if unread else 0)


def _collected(paths: tuple[str, ...], asked: Asked) -> tuple[Mapping[Path, list[Entry]], Mapping[str, str]]:
    """By file of waivers what is to be written to it, and the reports that could not be read, with the reason."""
    from checker.baseline import entries, target
    from checker.config_place import shown
    from checker.dataclass import replace
    from checker.pipeline import check_files
    from checker.rule_set import rule_set
    from checker.settings import Settings
    from checker.sources import Source

    settings_for = settings_by_file(asked)
    bare: dict[int, tuple[Settings, Settings]] = {}

    def without_waivers(source: Source) -> Settings:
        given = settings_for(source)
        return bare.setdefault(id(given), (given, replace(given, waivers=())))[1]

    outcome = check_files(paths, settings_for.of(paths[0]), settings_for=without_waivers)
    today = date.today()
    found: dict[Path, list[Entry]] = {}
    for assessment in outcome.reports:
        path = Path(assessment.file)
        if not path.is_file():
            continue  # standard input has no name that a waiver could mean
        settings, place = settings_for.below(path.parent), settings_for.found(path.parent)
        listed = settings.config.values.get("waivers", []) if settings.config is not None else []
        file = shown(target(path.parent, place.config, place.waivers, listed))
        top = place.config.parent if listed and place.config is not None else file.absolute().parent
        waivers = rule_set(settings).waivers if settings.waivers else ()
        new = entries(assessment, path, top, waivers, today)
        if new:
            found.setdefault(file, []).extend(new)
    return found, {error.file: error.message for error in outcome.errors}


def _append(file: Path, entries: Sequence[Entry], reason: str, last: date | None) -> None:
    from checker.baseline import written
    from checker.writing import write_whole

    before = file.read_text(encoding="utf-8-sig") if file.exists() else ""
    write_whole(file, written(entries, reason, last, before))
