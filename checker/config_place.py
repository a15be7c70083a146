"""Where the settings for a report lie: the nearest files above it. A few looks at the disk, nothing read in vain."""

from __future__ import annotations

import os
from collections.abc import Iterable

from checker import expressions
from checker.dataclass import dataclass
from checker.errors import InputError
from checker.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CONFIG_NAME = "gkcheck.toml"
PROJECT_NAME = "pyproject.toml"
WAIVERS_NAME = "gkcheck-waivers.toml"
_TABLE = r'(?m)^[ \t]{0,8}(?:\[[ \t]{0,8}){0,2}"?tool"?[ \t]{0,8}(?:\]|\.[ \t]{0,8}"?gkcheck)'
_REPOSITORY_MARKS = (".git", ".hg", ".svn")


@dataclass(frozen=True, slots=True)
class Found:
    """What lies nearest above a file: its settings and its file of waivers, each None if there is none."""

    config: Path | None = None
    waivers: Path | None = None


def find(start: Path) -> Found:
    """Settings and waivers nearest above a folder, up to the top of its repository or of the file system.

    In one folder gkcheck.toml stands before pyproject.toml, which counts only if it has a table tool.gkcheck.
    """
    from pathlib import Path  # late: most calls find nothing, and loading it takes as long as reading a report

    config, waivers = _above(os.fspath(start))
    return Found(None if config is None else Path(config), None if waivers is None else Path(waivers))


def _above(start: str) -> tuple[str | None, str | None]:
    config: str | None = None
    waivers: str | None = None
    here = os.path.abspath(start)
    while True:
        if config is None:
            config = _settings_in(here)
        if waivers is None and os.path.isfile(os.path.join(here, WAIVERS_NAME)):
            waivers = os.path.join(here, WAIVERS_NAME)
        above = os.path.dirname(here)
        top = above == here or any(os.path.exists(os.path.join(here, mark)) for mark in _REPOSITORY_MARKS)
        if top or (config and waivers):
            return config, waivers
        here = above


def have_settings(paths: Iterable[str]) -> bool:
    """Whether settings or waivers lie above one of the files and folders that a call names, or it cannot be told."""
    folders = {path if os.path.isdir(path) else os.path.dirname(path) for path in paths}
    try:
        return any(_above(folder) != (None, None) for folder in folders)
    except OSError:  # the working folder is gone
        return True


def shown(path: Path) -> Path:
    """A path as people know it: relative where it lies below the working folder."""
    try:
        return path.relative_to(os.getcwd())
    except (ValueError, OSError):
        return path


def named(path: Path) -> Found:
    """Settings by the file that a caller names, and the waivers beside it. Raises InputError if the file is missing."""
    if not path.is_file():
        raise InputError(f"配置文件不存在：{path}", f"no such settings file: {path}")
    from pathlib import Path

    whole = Path(os.path.abspath(path))
    beside = whole.parent / WAIVERS_NAME
    return Found(whole, beside if beside.is_file() else None)


def _settings_in(folder: str) -> str | None:
    own = os.path.join(folder, CONFIG_NAME)
    if os.path.isfile(own):
        return own
    project = os.path.join(folder, PROJECT_NAME)
    return project if os.path.isfile(project) and _is_for_gkcheck(project) else None


def _is_for_gkcheck(project: str) -> bool:
    try:
        with open(project, "rb") as file:
            raw = file.read()
    except OSError:
        return False  # another tool's file, as far as is known
    if b"gkcheck" not in raw or not expressions.compiled(_TABLE).search(raw.decode("latin-1")):
        return False
    import tomllib  # late: only where the table seems to be met

    try:
        tool = tomllib.loads(raw.decode("utf-8-sig")).get("tool")
    except ValueError:
        return b"[tool.gkcheck" in raw  # broken, which is said only where it seems to be meant for gkcheck
    return isinstance(tool, dict) and "gkcheck" in tool
