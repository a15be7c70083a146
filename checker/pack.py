"""The rule pack as loaded: layouts, names of bodies, statements and rules, of the package and of an office's own."""

from __future__ import annotations

import os
from collections.abc import Sequence

from checker import pack_cache
from checker.dataclass import dataclass
from checker.errors import InputError
from checker.facts.names import OrganisationNames
from checker.hints import TYPE_CHECKING
from checker.language.nodes import Rule
from checker.layout.model import Layout
from checker.resources import place
from checker.statements.pack import StatementPack

if TYPE_CHECKING:
    from pathlib import Path


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
    package, extras = place("rules"), [os.fspath(extra) for extra in folders]
    for extra in extras:
        _require_folder(extra)
    places = [package, *extras]
    formats = [inside for each in places if os.path.isdir(inside := os.path.join(each, "layouts"))]
    statements = _files(places, "statements")
    rules = _files(places if own else extras, "rules")
    names = os.path.join(package, "organisations.names")
    key = pack_cache.key_of([*_files(formats, "layout"), *statements, *rules, names])
    parts = pack_cache.load(key)
    if parts is None:
        parts = _parsed(formats, statements, rules, names)
        pack_cache.save(key, parts)
    return Pack(*parts)


def _parsed(formats: list[str], statements: list[str], rules: list[str], names: str) -> pack_cache.Parts:
    from pathlib import Path  # late, as all that parses: a warm start finds the pack as kept

    from checker.facts.names import load_names
    from checker.language.load import load_rules
    from checker.language.statements import load_statements
    from checker.layout.load import load_layouts

    layouts, read = load_layouts([Path(each) for each in formats]), load_statements([Path(file) for file in statements])
    return layouts, load_names(Path(names)), read, load_rules([Path(file) for file in rules], layouts, read)


def _files(places: Sequence[str], ending: str) -> list[str]:
    return [
        path
        for each in places
        for name in sorted(os.listdir(each))
        if name.endswith(f".{ending}") and os.path.isfile(path := os.path.join(each, name))
    ]


def _require_folder(path: str) -> None:
    if not os.path.isdir(path):
        raise InputError(f"规则文件夹不存在：{path}", f"no such rules folder: {path}")
    if not _files([path], "rules") and not _files([path], "statements") and not os.path.isdir(f"{path}/layouts"):
        raise InputError(
            f"规则文件夹里没有规则文件（*.rules）：{path}", f"the rules folder holds no rule file (*.rules): {path}"
        )
