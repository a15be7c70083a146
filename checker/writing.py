"""Output files, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from checker.errors import InputError


def write_whole(path: Path, content: str, inputs: Iterable[Path] = ()) -> None:
    """Write text to a file through a temporary one beside it, so that no reader ever sees half of it.

    Raises InputError, with what to do, if the path is one of the inputs or cannot be written.
    """
    write_whole_bytes(path, content.encode("utf-8", "replace"), inputs)  # a file's name may be no text at all


def write_whole_bytes(path: Path, content: bytes, inputs: Iterable[Path] = ()) -> None:
    """As write_whole, for bytes."""
    write_pieces(path, (content,), inputs)


def write_pieces(path: Path, pieces: Iterable[bytes], inputs: Iterable[Path] = ()) -> None:
    """As write_whole, for bytes that come piece by piece, it may be from the same file."""
    if any(_same(path, given) for given in inputs):
        raise InputError(
            f"输出文件就是输入文件，不会覆盖：{path}", f"the output file is an input file, not overwritten: {path}"
        )
    try:
        if path.exists() and not path.is_file():  # a device or a pipe: it has no other file in its place
            _written(path, pieces)
            return
        path = path.resolve() if path.is_symlink() else path
        partial = path.with_name(f".gkcheck-{os.getpid()}.part")
        try:
            _written(partial, pieces)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        from checker.reasons import reason_of

        reason = reason_of(error)
        raise InputError(
            f"写不了输出文件 {path}（{reason.zh}）；请检查文件夹是否存在、是否可写、磁盘是否已满",
            f"cannot write {path} ({reason.en}); check that its folder exists, may be written to and has room",
        ) from error


def make_folder(path: Path) -> Path:
    """The folder, made if it is not there but the folder that holds it is. Raises InputError."""
    try:
        path.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        from checker.reasons import reason_of

        reason = reason_of(error)
        raise InputError(
            f"建不了输出文件夹 {path}（{reason.zh}）；请检查上级文件夹是否存在、是否可写",
            f"cannot make the folder {path} ({reason.en}); check that the folder above it exists and may be written to",
        ) from error
    return path


def write_folder(folder: Path, pages: Mapping[str, str], *, dry: bool = False) -> list[str]:
    """Write pages (name -> text) into a folder, made if need be; pages of the same ending that are not among them go.

    Returns the names that differ from what stood there, sorted; with `dry` nothing is written. Raises InputError if the
    folder cannot be read or written.
    """
    try:
        endings = {Path(name).suffix for name in pages}
        there = {p.name for p in folder.iterdir() if p.suffix in endings} if folder.is_dir() else set()
        kept = {name: (folder / name).read_text(encoding="utf-8") for name in there & set(pages)}
        changed = sorted((there - set(pages)) | {name for name, text in pages.items() if kept.get(name) != text})
        if dry or not changed:
            return changed
        folder.mkdir(parents=True, exist_ok=True)
        for name in there - set(pages):
            (folder / name).unlink()
    except (OSError, UnicodeError) as error:
        raise InputError(
            f"读写不了文件夹 {folder}：{error}", f"cannot read or write the folder {folder}: {error}"
        ) from error
    for name in changed:
        if name in pages:
            write_whole(folder / name, pages[name])
    return changed


def _written(path: Path, pieces: Iterable[bytes]) -> None:
    with open(path, "wb") as file:
        file.writelines(pieces)


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return path == other
