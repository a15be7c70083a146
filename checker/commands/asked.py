"""What a call asks of the check, as options; and the settings that hold for each report: the call's over the file's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click
from click.core import ParameterSource

from checker.commands.common import LANG, RULES, Command, guarded, read_options
from checker.days import date

if TYPE_CHECKING:
    from checker.configuring import SettingsByFile
    from checker.settings import Settings

_THRESHOLD = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "notice", "never"]),
    help="从哪一级问题起退出状态为 1（默认 error）。",
)
SELECT = click.option("--select", multiple=True, help="只用这些规则：代码、代码开头（GK3）或名称，逗号分隔，可多次。")
IGNORE = click.option("--ignore", multiple=True, help="不用这些规则；与 --select 冲突时以此为准。")
_PREVIOUS = click.option(
    "--previous", type=click.Path(path_type=Path), help="本机关上一年度的报告（.docx 或 parse 的 JSON）。"
)
CONFIG = click.option("--config", type=click.Path(path_type=Path), help="用这个配置文件，不向上寻找 gkcheck.toml。")
NO_CONFIG = click.option("--no-config", is_flag=True, help="不用配置文件和豁免文件。")


class Asked(TypedDict):
    """The options of `setting_options` as a command gets them."""

    fail_on: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    previous: Path | None
    folders: tuple[Path, ...]
    lang: str
    year: int | None
    kind: str | None
    level: str | None
    config: Path | None
    no_config: bool


def setting_options(command: Command) -> Command:
    """The options that say what is checked and how much it weighs."""
    command = read_options(config_options(command))
    for option in (LANG, RULES, _PREVIOUS, IGNORE, SELECT, _THRESHOLD):
        command = option(command)
    return command


def config_options(command: Command) -> Command:
    """The options that say which file of settings holds."""
    return CONFIG(NO_CONFIG(command))


def settings_by_file(asked: Asked) -> SettingsByFile:
    """The settings for each report: the options of this call over the file of settings nearest to the report.

    The day by which waivers end is today.
    """
    return over_files(given_settings(asked), asked["config"], asked["no_config"])


def given_settings(asked: Asked) -> Settings:
    """What the options of this call say; the day by which waivers end is today."""
    from checker.settings import Settings

    return Settings(
        asked["folders"],
        asked["lang"],
        asked["year"],
        asked["kind"],
        asked["level"],
        asked["select"],
        asked["ignore"],
        asked["previous"],
        today=date.today(),
    )


def over_files(given: Settings, config: Path | None, off: bool) -> SettingsByFile:
    """What this call says, over the file `config`, or over those nearest to each report, or, with `off`, over none."""
    from checker.configuring import SettingsByFile

    return guarded(given.lang, lambda: SettingsByFile(given, said_keys(), config=config, off=off))


def said_keys() -> frozenset[str]:
    """The settings that stand in the call itself, by their names in a file."""
    context = click.get_current_context()
    said = {name for name in context.params if context.get_parameter_source(name) is ParameterSource.COMMANDLINE}
    return frozenset("rules" if name == "folders" else name.replace("_", "-") for name in said)
