"""Which settings hold for a report: what the call says, over the nearest file of settings, over the defaults."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from checker.config_place import Found, find, named
from checker.dataclass import replace
from checker.settings import Settings
from checker.sources import Source

_NOTHING = Found()


class SettingsByFile:
    """Gives each report its settings; files of settings are looked for once a folder and read once.

    given: what the call says. keys: the settings that it says, named as in a file ("fail-on", "rules"). config: the
    file of settings to use for all reports; off: none at all. The language is that of the first report asked for.
    """

    def __init__(
        self, given: Settings, keys: Collection[str] = (), *, config: Path | None = None, off: bool = False
    ) -> None:
        self._given, self._keys = given, frozenset(keys)
        self._fixed = _NOTHING if off else None if config is None else named(config)
        self._found: dict[Path, Found] = {}
        self._made: dict[Found, Settings] = {}
        self._lang = given.lang if "lang" in self._keys else None

    def __call__(self, source: Source) -> Settings:
        """The settings for a report. Raises RuleFileError and InputError for a file of settings."""
        return self.below(Path() if source.path is None else source.path.parent)

    def of(self, path: str) -> Settings:
        """The settings for a file or folder as a call names it; "-" stands in the working folder."""
        given = Path(path)
        return self.below(given if given.is_dir() else given.parent)

    def below(self, folder: Path) -> Settings:
        """The settings for the reports of a folder."""
        found = self.found(folder)
        if found not in self._made:
            self._made[found] = self._given if found == _NOTHING else self._merged(found)
        settings = self._made[found]
        if self._lang is None:
            self._lang = settings.lang
        if settings.lang != self._lang:
            settings = self._made[found] = replace(settings, lang=self._lang)
        return settings

    def found(self, folder: Path) -> Found:
        """The files that hold for the reports of a folder."""
        if self._fixed is not None:
            return self._fixed
        if folder not in self._found:
            self._found[folder] = find(folder)
        return self._found[folder]

    @property
    def folders(self) -> tuple[Path, ...]:
        """All folders of rules that the settings given so far name."""
        return tuple(dict.fromkeys(folder for settings in self._made.values() for folder in settings.rules))

    def _merged(self, found: Found) -> Settings:
        from checker.config import load  # late: most reports have no settings beside them

        config = load(found)
        said: dict[str, Any] = {key: value for key, value in config.values.items() if key not in self._keys}
        changes: dict[str, Any] = {key: said[key] for key in ("lang", "kind", "level", "year") if key in said}
        changes |= {key: tuple(said[key]) for key in ("select", "ignore") if key in said}
        if "rules" in said and config.file is not None:
            changes["rules"] = tuple(config.file.path.parent / name for name in said["rules"])
        if "previous" in said:
            changes["previous_pattern"] = said["previous"]
        former = {name: tuple(before) for name, before in said.get("names", {}).items()}
        return replace(
            self._given,
            **changes,
            severities=said.get("severities", {}),
            former=former,
            fail_on=said.get("fail-on", ""),
            waivers=config.waivers,
            config=config,
        )
