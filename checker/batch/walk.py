"""The reports below folders, in the order of their names; what a .gkcheckignore, or the call, leaves out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.errors import InputError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_NAME = ".gkcheckignore"
INCLUDED = ("*.docx",)


def walk(paths: Sequence[str], include: Sequence[str] = (), exclude: Sequence[str] = ()) -> Iterator[str]:
    """The names of the files: those given, and below each folder those that `include` means (*.docx without it).

    include, exclude: patterns as in .gitignore, from the folder given. A .gkcheckignore leaves out what it means from
    its own folder down, a deeper one after a higher one, so that "!name" takes a file back. Hidden files and folders
    and Word's owner files (~$…) are passed over, links to folders not followed; each file comes once. Raises InputError
    for a path that is not there, a folder that cannot be listed or a pattern that means nothing.
    """
    usual = tuple(include) in ((), INCLUDED)  # which needs no library
    wanted, unwanted = None if usual else _spec(include, "--include"), _spec(exclude, "--exclude")
    seen: set[str] = set()
    for given in paths:
        if os.path.isdir(given):
            found = _below(given, "", wanted, unwanted, ())
        elif given and os.path.exists(given):
            found = iter([given])
        else:
            raise InputError(f"{given}：文件不存在；请检查路径和文件名", f"{given}: no such file or folder")
        for name in found:
            if len(paths) == 1:
                yield name
            elif name not in seen:
                seen.add(name)
                yield name


_Specs = tuple[tuple[str, "GitIgnoreSpec"], ...]


def _below(
    top: str, inside: str, wanted: GitIgnoreSpec | None, unwanted: GitIgnoreSpec | None, ignored: _Specs
) -> Iterator[str]:
    folder = os.path.join(top, inside) if inside else top
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        from checker.reasons import reason_of

        reason = reason_of(error)
        raise InputError(f"打不开文件夹 {folder}（{reason.zh}）", f"cannot list {folder} ({reason.en})") from error
    own = os.path.join(folder, IGNORE_NAME)
    if os.path.isfile(own):
        with open(own, encoding="utf-8-sig", errors="replace") as file:
            spec = _spec(file.read().splitlines(), own)
        ignored = ignored if spec is None else (*ignored, (inside, spec))
    for entry in entries:
        name = f"{inside}/{entry.name}" if inside else entry.name
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not _left_out(f"{name}/", unwanted, ignored):
                yield from _below(top, name, wanted, unwanted, ignored)
        elif _is_wanted(name, wanted) and entry.is_file() and not _left_out(name, unwanted, ignored):
            yield os.path.join(top, name)


def _is_wanted(name: str, wanted: GitIgnoreSpec | None) -> bool:
    return name.lower().endswith(".docx") if wanted is None else wanted.match_file(name)


def _left_out(name: str, unwanted: GitIgnoreSpec | None, ignored: _Specs) -> bool:
    if unwanted is not None and unwanted.match_file(name):
        return True
    out = False
    for folder, spec in ignored:
        verdict = spec.check_file(name[len(folder) + 1 :] if folder else name).include
        out = out if verdict is None else verdict
    return out


def _spec(patterns: Sequence[str], where: str) -> GitIgnoreSpec | None:
    """The patterns compiled; None for none."""
    if not patterns:
        return None
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise InputError(f"{where} 的写法不对：{error}", f"{where}: {error}") from error
