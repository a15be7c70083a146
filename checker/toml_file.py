"""A TOML file with the line on which each key stands, which tomllib does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from checker.config_place import shown
from checker.dataclass import dataclass
from checker.errors import InputError, RuleFileError, Said, example

_HEADER = re.compile(r"\s{0,80}(\[\[?)([^\[\]]{1,400})\]")
_KEY = re.compile(r"""\s{0,80}((?:[\w.-]{1,200}|"[^"]{0,400}"|'[^']{0,400}')(?:\s?\.\s?"[^"]{0,400}")?)\s{0,80}=""")
_PART = re.compile(r"""[\w-]{1,200}|"[^"]{0,400}"|'[^']{0,400}'""")
_AT = re.compile(r"\(at line (\d{1,9}), column (\d{1,9})\)")
_IN_CHINESE = {  # how what tomllib says begins; the line and the mark below it tell the rest
    "Cannot overwrite": "同一个键写了两次",
    "Cannot declare": "同一张表写了两次",
    "Unclosed": "括号没有写完",
    "Expected ']": "括号没有写完",
    "Unterminated": "引号没有写完",
    "Illegal character '\\n'": "引号没有写完",
    "Invalid value": "值的写法不对",
    "Expected '='": "键后面没有等号",
}

Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A file as read. name: as shown to people; lines: its lines; values: what tomllib read."""

    path: Path
    name: str
    lines: tuple[str, ...]
    values: dict[str, Any]

    def fault(self, path: Path_, problem: Said, expected: Said | None = None, word: str = "") -> RuleFileError:
        """An error at the line where `path` (keys and numbers) stands, at `word` if it is found from there on."""
        number = self.line(path)
        for at in range(number, min(number + 200, len(self.lines)) + 1) if word else ():
            column = self.lines[at - 1].find(word)
            if column >= 0:
                return RuleFileError(self.name, at, column + 1, self.lines[at - 1], problem, expected)
        text = self.lines[number - 1] if self.lines else ""
        return RuleFileError(self.name, number, len(text) - len(text.lstrip()) + 1, text, problem, expected)

    def line(self, path: Path_) -> int:
        """The line, from 1, of a key, or of the longest part of its path that has a line of its own."""
        keys = _keys(self.lines)
        return next((keys[path[:n]] for n in range(len(path), 0, -1) if path[:n] in keys), 1)


def read_toml(path: Path) -> TomlFile:
    """Read a file. Raises InputError if it cannot be opened, RuleFileError with line and column if it is no TOML."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        from checker.reasons import reason_of

        reason = reason_of(error)
        raise InputError(
            f"读不了配置文件 {path}（{reason.zh}）", f"cannot read the settings {path} ({reason.en})"
        ) from error
    import tomllib  # late: only where there are settings

    name = str(shown(path))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        from checker.lines import not_utf8

        raise not_utf8(name, raw, error.start) from None
    lines = tuple(text.splitlines())
    try:
        return TomlFile(path, name, lines, tomllib.loads(text.replace("\r\n", "\n")))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = _AT.search(str(error))
        number, column = (int(at[1]), int(at[2])) if at else (max(len(lines), 1), 1)
        line = lines[number - 1] if number <= len(lines) else ""
        deep = isinstance(error, RecursionError)
        what = _AT.sub("", str(error)).strip()
        problem = Said("嵌套太深", "nested too deeply") if deep else Said(_in_chinese(what), what)
        raise RuleFileError(name, number, column, line, problem, None if deep else _hint(line)) from None


def _in_chinese(what: str) -> str:
    return next((zh for begin, zh in _IN_CHINESE.items() if what.startswith(begin)), "TOML 的写法不对")


def _hint(line: str) -> Said:
    wide = next((mark for mark in "“”‘’＝＂，［］" if mark in line), None)
    if wide is None:
        return example('fail-on = "warning"')
    return Said(f'请用半角符号（"、=、[ ]），不用 {wide}', f'half-width marks (", =, [ ]) instead of {wide}')


@lru_cache(maxsize=8)
def _keys(lines: tuple[str, ...]) -> Mapping[Path_, int]:
    """The line of each header and key that stands at the beginning of a line, outside texts of several lines."""
    found: dict[Path_, int] = {}
    table: Path_ = ()
    counts: dict[tuple[str, ...], int] = {}
    closing = ""
    for number, line in enumerate(lines, 1):
        if closing:
            if closing in line:
                closing = ""
            continue
        header = _HEADER.match(line)
        key = None if header else _KEY.match(line)
        if header:
            names = _names(header[2])
            if header[1] == "[[":
                counts[names] = counts.get(names, -1) + 1
            table = _counted(names, counts)
            found.setdefault(table, number)
        elif key:
            found.setdefault((*table, *_names(key[1])), number)
        for mark in ('"""', "'''"):
            if line.count(mark) % 2:
                closing = mark
    return found


def _counted(names: tuple[str, ...], counts: Mapping[tuple[str, ...], int]) -> Path_:
    """The path of a header, with the number of the entry of each list that it lies in."""
    path: list[str | int] = []
    for depth, name in enumerate(names, 1):
        path.append(name)
        if names[:depth] in counts:
            path.append(counts[names[:depth]])
    return tuple(path)


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(text))
