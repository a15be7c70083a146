"""The file of results: one line a report, written whole and at once, so that whatever ends the run leaves it good."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from checker.batch.records import Brief, Judged, Refused
from checker.errors import InputError
from checker.writing import write_pieces

_BEGUN = b'{"file": '


class Results:
    """Where results go. path: a file, None for standard output.

    Raises InputError if it cannot be written, or holds something else than results: a report, perhaps, that was named
    by mistake.
    """

    def __init__(self, path: Path | None, *, resume: bool = False) -> None:
        self.path = path
        self.kept: dict[str, str] = {}  # name -> content, of the lines of an earlier run
        try:
            if path is None:
                self._file = os.dup(1)
                return
            if path.is_file() and not _holds_results(path):
                raise InputError(
                    f"{path} 不是批量检查的结果文件，不会覆盖；请换一个文件名",
                    f"{path} holds no results of a batch and is not overwritten; name another file",
                )
            if resume and path.exists():
                self._take_up(path)
            ways = os.O_WRONLY | os.O_CREAT | os.O_APPEND | (0 if resume else os.O_TRUNC)
            self._file = os.open(path, ways | getattr(os, "O_BINARY", 0), 0o666)
        except OSError as error:
            from checker.reasons import reason_of

            reason = reason_of(error)
            raise InputError(
                f"写不了输出文件 {path}（{reason.zh}）；请检查文件夹是否存在、是否可写",
                f"cannot write {path} ({reason.en})",
            ) from error

    def result(self, name: str, content: str, judged: Judged) -> None:
        """Write a result."""
        self._write(_beginning(name) + f'"content": "{content}",{judged.tail}\n'.encode("utf-8", "replace"))

    def refused(self, name: str, refused: Refused) -> None:
        """Write that a file could not be read."""
        self._write(_beginning(name) + f'"message": {_text(refused.message)}}}\n'.encode("utf-8", "replace"))

    def earlier(self) -> Iterator[tuple[str, Brief]]:
        """The results of the earlier run, for the summary."""
        if self.path is not None and self.kept:
            for _, line in _lines(self.path):
                yield line["file"], _brief(line)

    def close(self) -> None:
        """Nothing more comes."""
        os.close(self._file)

    def forget(self, names: set[str]) -> None:
        """Take lines of the earlier run out: the files have changed or are gone. Before anything is written."""
        if self.path is None or not names:
            return
        self._rewrite(self.path, (raw for raw, line in _lines(self.path) if line["file"] not in names))
        for name in names:
            self.kept.pop(name, None)

    def drop_older(self, names: set[str]) -> list[Brief]:
        """Leave of some files only the last line each; gives the results that were taken out."""
        if self.path is None or not names:
            return []
        last, older = dict[str, int](), set[int]()
        with open(self.path, "rb") as file:
            for at, raw in enumerate(file):
                name = json.loads(raw)["file"]
                if name in names:
                    older |= {last[name]} if name in last else set()
                    last[name] = at
        dropped: list[Brief] = []
        if older:
            self._rewrite(self.path, _without(self.path, older, dropped))
        return dropped

    def _take_up(self, path: Path) -> None:
        """Keep whole results, of each file the last; a torn line and files that could not be read are taken out."""
        last, size = dict[str, int](), 0
        for at, (raw, line) in enumerate(_lines(path)):
            self.kept[line["file"]] = line["content"]
            last[line["file"]] = at
            size += len(raw)
        good = set(last.values())
        if size != path.stat().st_size or len(good) <= max(good, default=-1):
            write_pieces(path, (raw for at, (raw, _) in enumerate(_lines(path)) if at in good))

    def _rewrite(self, path: Path, pieces: Iterable[bytes]) -> None:
        os.close(self._file)
        write_pieces(path, pieces)
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))

    def _write(self, line: bytes) -> None:
        data = memoryview(line)
        while data:
            data = data[os.write(self._file, data) :]


def _holds_results(path: Path) -> bool:
    """Whether a file is empty or begins as a line of results does."""
    with open(path, "rb") as file:
        begun = file.read(len(_BEGUN))
    return _BEGUN.startswith(begun)


def _lines(path: Path) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """The whole results of a file, as written and as read."""
    with open(path, "rb") as file:
        for raw in file:
            try:
                line = json.loads(raw) if raw.endswith(b"\n") else None
            except ValueError:
                continue
            if isinstance(line, dict) and isinstance(line.get("file"), str) and isinstance(line.get("content"), str):
                yield raw, line


def _without(path: Path, older: set[int], dropped: list[Brief]) -> Iterator[bytes]:
    """The lines of a file but for some; the results among these are put into `dropped`."""
    with open(path, "rb") as file:
        for at, raw in enumerate(file):
            if at not in older:
                yield raw
            elif "content" in (line := json.loads(raw)):
                dropped.append(_brief(line))


def _beginning(name: str) -> bytes:
    return _BEGUN + f"{_text(name)},".encode("utf-8", "replace")


def _brief(line: dict[str, Any]) -> Brief:
    found: dict[str, int] = {}
    for finding in line.get("findings", ()):
        key = f"{finding['code']} {finding['severity']}"
        found[key] = found.get(key, 0) + 1
    return Brief(line.get("organisation"), line.get("year"), found)


def _text(name: str) -> str:
    return json.dumps(name, ensure_ascii=not name.isprintable())
