"""Which files a call names: files as given, the Word files of a folder, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable

from checker.dataclass import dataclass
from checker.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path  # late: loading it takes as long as reading a report

STANDARD_INPUT = "-"
_PATTERN = "*.docx"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to check. name: as the user knows it (for a folder, folder/name); place: None for standard input."""

    name: str
    place: str | os.PathLike[str] | None

    @property
    def path(self) -> Path | None:
        """The place, for those who go about folders."""
        from pathlib import Path

        return None if self.place is None else Path(self.place)


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
        try:
            if os.path.isdir(given):
                inside = _word_files(given)
                found += inside
                if not inside:
                    missing.append(NoSource(given, "empty-folder"))
            elif _exists(given):
                found.append(Source(given, given))
            else:
                missing.append(NoSource(given, "missing"))
        except (OSError, ValueError):  # ValueError: a name with a zero byte
            missing.append(NoSource(given, "unreadable"))
    once = {source.name: source for source in found}
    return list(once.values()), missing


def _exists(path: str) -> bool:
    """Whether something has that name. Raises OSError where that cannot be told, as in a folder closed to the user."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _word_files(given: str) -> list[Source]:
    from pathlib import Path

    folder = Path(given)
    names = sorted(p.name for p in folder.iterdir() if p.name.lower().endswith(_PATTERN[1:]))
    kept = (name for name in names if not name.startswith(("~$", ".")))
    return [Source(str(folder / name), folder / name) for name in kept if (folder / name).is_file()]
