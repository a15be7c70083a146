"""gkcheck config: which settings hold for a report or a folder, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Unpack

import click

from checker.commands.asked import Asked, said_keys, setting_options, settings_by_file
from checker.commands.common import guarded
from checker.commands.help import command

if TYPE_CHECKING:
    from checker.rule_set import RuleSet
    from checker.settings import Settings

_WORDS = {
    "zh": {
        "heads": ("设置", "值", "来源"),
        "call": "命令行",
        "default": "默认",
        "none": "无",
        "all": "全部",
        "read": "由报告推断",
        "file": "配置文件",
        "waiver_files": "豁免文件",
        "waivers": "{count} 条",
        "rules": "规则 {all} 条，使用 {run} 条",
    },
    "en": {
        "heads": ("setting", "value", "from"),
        "call": "command line",
        "default": "default",
        "none": "none",
        "all": "all",
        "read": "as read from the report",
        "file": "settings",
        "waiver_files": "waivers",
        "waivers": "{count}",
        "rules": "{all} rules, {run} in use",
    },
}
_KEYS = (
    *("select", "ignore", "severities", "rules", "fail-on", "lang"),
    *("kind", "level", "year", "previous", "names", "waivers"),
)


@command("config")
@click.argument("path", metavar="[PATH]", default=".")
@setting_options
def config_command(path: str, **asked: Unpack[Asked]) -> None:
    """列出对某份报告或文件夹（默认当前文件夹）有效的设置，以及各自的来源。"""
    from checker.rule_set import rule_set

    settings_for = settings_by_file(asked)
    settings = guarded(asked["lang"], lambda: settings_for.of(path))
    lang = settings.lang
    rules = guarded(lang, lambda: rule_set(settings))
    click.echo(_text(settings, rules, said_keys(), asked), nl=False)


def _text(settings: Settings, rules: RuleSet, said: frozenset[str], asked: Asked) -> str:
    from checker.outputs.columns import in_columns

    words = _WORDS[settings.lang]
    config = settings.config
    file = config.file.name if config is not None and config.file is not None else words["none"]
    files = "、".join(one.name for one in config.waiver_files) if config is not None else ""
    return "\n".join(
        [
            f"{words['file']}: {file}",
            f"{words['waiver_files']}: {files or words['none']}",
            str(words["rules"]).format(all=len(rules.pack.rules), run=len(rules.rules)),
            "",
            in_columns(list(_rows(settings, said, asked)), words["heads"]),
            "",
        ]
    )


def _rows(settings: Settings, said: frozenset[str], asked: Asked) -> Iterator[tuple[str, str, str]]:
    words = _WORDS[settings.lang]
    config = settings.config
    defaults = {"select": "all", "kind": "read", "level": "read", "year": "read"}
    for key in _KEYS:
        if key == "waivers" and settings.waivers:
            places = dict.fromkeys(waiver.where.rpartition(":")[0] for waiver in settings.waivers)
            yield key, str(words["waivers"]).format(count=len(settings.waivers)), "、".join(places)
        elif key in said:
            yield key, _shown(_asked(key, asked)), str(words["call"])
        elif config is not None and config.file is not None and key in config.values:
            yield key, _shown(config.values[key]), f"{config.file.name}:{config.line(key)}"
        else:
            fixed = {"fail-on": "error", "lang": settings.lang}.get(key)
            yield key, fixed or str(words[defaults.get(key, "none")]), str(words["default"])


def _asked(key: str, asked: Asked) -> object:
    values: dict[str, object] = {**asked, "rules": asked["folders"], "fail-on": asked["fail_on"]}
    return values[key]


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name} = {_shown(one)}" for name, one in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return str(value)
