"""The rule pack as loaded: layouts, names of bodies, statements and rules, from the package and from folders of an office's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.dataclass import dataclass
from checker.errors import InputError
from checker.facts.organisations import OrganisationNames, load_names
from checker.language.load import load_rules
from checker.language.nodes import Rule
from checker.language.statements import StatementPack, load_statements
from checker.layout.load import load_layouts
from checker.layout.model import Layout
from checker.resources import folder


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
    layouts = load_layouts([place / "layouts" for place in places if (place / "layouts").is_dir()])
    statements = load_statements(_files(places, "statements"))
    rules = load_rules(_files(places if own else folders, "rules"), layouts, statements)
    return Pack(layouts, load_names(package / "organisations.names"), statements, rules)


def _files(places: Sequence[Path], ending: str) -> list[Path]:
    return [path for place in places for path in sorted(place.glob(f"*.{ending}"))]


def _require_folder(path: Path) -> None:
    if not path.is_dir():
        raise InputError(f"规则文件夹不存在：{path}", f"no such rules folder: {path}")
    if not _files([path], "rules") and not _files([path], "statements") and not (path / "layouts").is_dir():
        raise InputError(
            f"规则文件夹里没有规则文件（*.rules）：{path}", f"the rules folder holds no rule file (*.rules): {path}"
        )
