"""Which files a call names: files as given, the Word files of a folder, standard input."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from checker.dataclass import dataclass

STANDARD_INPUT = "-"
_PATTERN = "*.docx"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to check. name: as the user knows it (for a folder, folder/name); path: None for standard input."""

    name: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class NoSource:
    """A path that names nothing to check. reason: missing, empty-folder, or unreadable (the folder)."""

    name: str
    reason: str


def collect(paths: Iterable[str]) -> tuple[list[Source], list[NoSource]]:
    """The files that the paths name, in the order given, each once.

    A folder stands for its *.docx, sorted by name, without hidden files and the owner files (~$…) that Word leaves
    while a document is open; folders within it are not entered.
    """
    found: list[Source] = []
    missing: list[NoSource] = []
    for given in paths:
        if given == STANDARD_INPUT:
            found.append(Source(given, None))
            continue
        path = Path(given)
        try:
            if not given:  # an empty name is no name, though a path makes the present folder of it
                missing.append(NoSource(given, "missing"))
            elif path.is_dir():
                inside = _word_files(path)
                found += inside
                if not inside:
                    missing.append(NoSource(given, "empty-folder"))
            elif path.exists():
                found.append(Source(given, path))
            else:
                missing.append(NoSource(given, "missing"))
        except (OSError, ValueError):  # ValueError: a name with a zero byte
            missing.append(NoSource(given, "unreadable"))
    once = {source.name: source for source in found}
    return list(once.values()), missing


def _word_files(folder: Path) -> list[Source]:
    names = sorted(p.name for p in folder.iterdir() if p.name.lower().endswith(_PATTERN[1:]))
    kept = (name for name in names if not name.startswith(("~$", ".")))
    return [Source(str(folder / name), folder / name) for name in kept if (folder / name).is_file()]
