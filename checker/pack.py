"""The rule pack as loaded: layouts, names of bodies, statements and rules, of the package and of an office's own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from checker import pack_cache
from checker.dataclass import dataclass
from checker.errors import InputError
from checker.facts.names import OrganisationNames
from checker.language.nodes import Rule
from checker.layout.model import Layout
from checker.resources import folder
from checker.statements.pack import StatementPack


@dataclass(frozen=True, slots=True)
class Pack:
    """What the regulation says, as data. layouts: in the order of their years; rules: by code."""

    layouts: tuple[Layout, ...]
    names: OrganisationNames
    statements: StatementPack
    rules: tuple[Rule, ...]


def load_pack(folders: Sequence[Path] = (), *, own: bool = True) -> Pack:
    """The pack of the package (unless own is False: its rules are then left out) and of the folders.

    Raises RuleFileError for a fault in a file of the pack, InputError for a folder that holds no file of a pack.
    """
    package = folder("rules")
    for extra in folders:
        _require_folder(extra)
    places = [package, *folders]
    formats = [place / "layouts" for place in places if (place / "layouts").is_dir()]
    statements = _files(places, "statements")
    rules = _files(places if own else folders, "rules")
    names = package / "organisations.names"
    key = pack_cache.key_of([*_files(formats, "layout"), *statements, *rules, names])
    parts = pack_cache.load(key)
    if parts is None:
        parts = _parsed(formats, statements, rules, names)
        pack_cache.save(key, parts)
    return Pack(*parts)


def _parsed(formats: list[Path], statements: list[Path], rules: list[Path], names: Path) -> pack_cache.Parts:
    from checker.facts.names import load_names
    from checker.language.load import load_rules
    from checker.language.statements import load_statements
    from checker.layout.load import load_layouts

    layouts, read = load_layouts(formats), load_statements(statements)
    return layouts, load_names(names), read, load_rules(rules, layouts, read)


def _files(places: Sequence[Path], ending: str) -> list[Path]:
    return [
        place / name
        for place in places
        for name in sorted(os.listdir(place))
        if name.endswith(f".{ending}") and (place / name).is_file()
    ]


def _require_folder(path: Path) -> None:
    if not path.is_dir():
        raise InputError(f"规则文件夹不存在：{path}", f"no such rules folder: {path}")
    if not _files([path], "rules") and not _files([path], "statements") and not (path / "layouts").is_dir():
        raise InputError(
            f"规则文件夹里没有规则文件（*.rules）：{path}", f"the rules folder holds no rule file (*.rules): {path}"
        )
