"""Settings and waivers as read from gkcheck.toml, [tool.gkcheck] in pyproject.toml, and files of waivers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.config_place import PROJECT_NAME, Found
from checker.dataclass import dataclass
from checker.errors import RuleFileError, Said, one_of
from checker.previous import HOLES, unknown_hole
from checker.resources import folder
from checker.schema_check import problems
from checker.toml_file import TomlFile, read_toml
from checker.waivers import Waiver, waiver_of

SCHEMA = "config.schema.json"
_PROJECT_KEYS = ("tool", "gkcheck")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings as read. values: key -> value, as the schema allows; file: None where only a file of waivers was found.

    waivers: those of the file itself and of the files that it names, or else of the nearest gkcheck-waivers.toml.
    waiver_files: the files of waivers that were read.
    """

    values: Mapping[str, Any]
    waivers: tuple[Waiver, ...]
    file: TomlFile | None = None
    waiver_files: tuple[TomlFile, ...] = ()

    def line(self, *keys: str) -> int:
        """The line of a key in the file, 0 if there is no file."""
        return 0 if self.file is None else self.file.line(_inside(self.file, keys))

    def fault(self, key: str, word: str, problem: Said, expected: Said | None = None) -> RuleFileError:
        """An error at a word of a key's value."""
        assert self.file is not None  # without a file there is no value that could be wrong
        return self.file.fault(_inside(self.file, (key,)), problem, expected, word)


def load(found: Found) -> Config:
    """The settings and waivers that were found.

    Raises RuleFileError, with file and line, for what is no TOML or what the schema does not allow; InputError for a
    file that cannot be read.
    """
    values: Mapping[str, Any] = {}
    waivers: tuple[Waiver, ...] = ()
    file: TomlFile | None = None
    files = [] if found.waivers is None else [found.waivers]
    top = found.waivers.parent if found.waivers is not None else Path.cwd()
    if found.config is not None:
        file = read_toml(found.config)
        values = _checked(file, "config")
        waivers = _waivers(file, values, found.config.parent)
        if "waivers" in values:
            files, top = [found.config.parent / name for name in values["waivers"]], found.config.parent
    extra = tuple(read_toml(path) for path in files)
    for one in extra:
        waivers += _waivers(one, _checked(one, "waiver_file"), top)
    return Config(values, waivers, file, extra)


def _waivers(file: TomlFile, values: Mapping[str, Any], top: Path) -> tuple[Waiver, ...]:
    return tuple(
        waiver_of(entry, top, f"{file.name}:{file.line(_inside(file, ('waiver', number)))}")
        for number, entry in enumerate(values.get("waiver", ()))
    )


def _checked(file: TomlFile, kind: str) -> Mapping[str, Any]:
    """The values of a file. kind: "config", or "waiver_file" for one that holds waivers alone."""
    values: Any = file.values
    for key in _inside(file, ()):
        if not isinstance(values, dict) or key not in values:
            raise file.fault(
                (),
                Said("里面没有 gkcheck 的设置", "no settings of gkcheck in it"),
                Said("应有一张表 [tool.gkcheck]", "a table [tool.gkcheck]"),
            )
        values = values[key]
    whole = json.loads((folder("schemas") / SCHEMA).read_text(encoding="utf-8"))
    wanted = whole if kind == "config" else whole["$defs"][kind]
    for problem in problems(values, wanted, whole):
        raise file.fault(_inside(file, problem.path), problem.problem, problem.expected, problem.word)
    slip = unknown_hole(values.get("previous", ""))
    if slip is not None:
        problem_words = Said(f"previous 里的 {slip} 没有意义", f"{slip} means nothing in previous")
        raise file.fault(_inside(file, ("previous",)), problem_words, one_of(HOLES), slip)
    checked: Mapping[str, Any] = values
    return checked


def _inside(file: TomlFile, keys: tuple[str | int, ...]) -> tuple[str | int, ...]:
    return (*_PROJECT_KEYS, *keys) if file.path.name == PROJECT_NAME else keys
