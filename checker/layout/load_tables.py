"""The lines of a table in a .layout file: blocks, columns, rows, groups and their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from checker.dataclass import dataclass, field, replace
from checker.errors import RuleFileError
from checker.layout.model import Block, Head, NumberKind, Path, TableLayout
from checker.lines import Line

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_NUMBER = re.compile(r"\s+number\s+(\S+)$")
_KINDS = ("count", "change", "amount")
_RESERVED = ("group", "also", "also!", "number")


@dataclass(slots=True)
class _Shelf:
    """What is gathered while a table is read: each name once, whether a head's or a group's."""

    names: dict[str, Line] = field(default_factory=dict)
    rows: dict[str, Line] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    group_heads: dict[str, Head] = field(default_factory=dict)


def read_table(line: Line) -> TableLayout:
    """The table that `table KEY in SECTION` and the lines below it describe. Raises RuleFileError."""
    match = re.fullmatch(r"([a-z][a-z0-9_]{0,39})\s+in\s+([a-z][a-z0-9_]{0,39})", line.value)
    if not match:
        raise line.error("a table needs a key and a section", "table requests in requests")
    shelf, corner, folded = _Shelf(), "", False
    blocks: list[Block] = []
    grid: dict[str, Line] = {}
    for below in line.below:
        if below.key == "corner":
            corner = _text(below)
        elif below.key == "folded":
            folded = True
        elif below.key == "block":
            blocks.append(_block(below, corner, shelf))
        elif below.key in ("columns", "rows"):
            if below.key in grid:
                raise below.error(f"{below.key} stands twice")
            grid[below.key] = below
        else:
            raise _unknown(below, ("corner", "folded", "block", "columns", "rows"))
    if grid and blocks:
        raise next(iter(grid.values())).error("a table has blocks, or columns and rows of its own, not both")
    if not blocks:
        blocks.append(_grid(Block(None, (), (), (), corner), grid, shelf, line))
    columns = {head.key for block in blocks for head in block.columns}
    for key, row in shelf.rows.items():
        if key in columns:
            raise _at_key(row, f"{key} is a row and a column")
    groups = {name: tuple(keys) for name, keys in shelf.groups.items()}
    return TableLayout(match[1], match[2], tuple(blocks), groups, folded, shelf.group_heads)


def _block(line: Line, corner: str, shelf: _Shelf) -> Block:
    also: list[str] = []
    grid: dict[str, Line] = {}
    for below in line.below:
        if below.key == "also":
            also.append(_text(below))
        elif below.key == "corner":
            corner = _text(below)
        elif below.key in ("columns", "rows") and below.key not in grid:
            grid[below.key] = below
        else:
            raise _unknown(below, ("also", "corner", "columns", "rows"))
    return _grid(Block(_text(line), (), (), tuple(also), corner), grid, shelf, line)


def _grid(empty: Block, grid: dict[str, Line], shelf: _Shelf, line: Line) -> Block:
    """The block `empty` with its columns and rows."""
    for key in ("columns", "rows"):
        if key not in grid or not grid[key].below:
            raise line.error(f"no {key}", "a table, or each block of it, has columns and rows")
    columns = tuple(_heads(grid["columns"], (), shelf, {}))
    rows = tuple(_heads(grid["rows"], (), shelf, shelf.rows))
    return replace(empty, columns=columns, rows=rows)


def _heads(line: Line, above: Path, shelf: _Shelf, seen: dict[str, Line]) -> Iterator[Head]:
    """The heads below a line, in order; `seen` are the keys that may not come again (columns may, in another block)."""
    for below in line.below:
        if below.key in ("also", "also!"):
            continue
        if below.key == "group":
            yield from _group(below, above, shelf, seen)
            continue
        key = below.key
        if not _KEY.fullmatch(key) or key in _RESERVED:
            raise _unknown(below, ("group", "a key of small letters"))
        if key in seen:
            raise _at_key(below, f"two heads with the key {key}")
        if key in shelf.groups:
            raise _at_key(below, f"{key} is the name of a group")
        seen[key] = below
        shelf.names.setdefault(key, below)
        yield _head(below, above)


def _group(line: Line, above: Path, shelf: _Shelf, seen: dict[str, Line]) -> Iterator[Head]:
    name, _, label = line.value.partition(" ")
    if not _KEY.fullmatch(name):
        raise line.error("a group needs a name", "group NAME, then its label if it has one")
    if name in shelf.groups or name in shelf.names:
        raise line.error(f"the name {name} is already taken")
    path = above
    if label.strip():
        head = _labelled(line, name, label.strip(), above, "count")
        shelf.group_heads[name] = head
        path = head.path
    elif any(below.key in ("also", "also!") for below in line.below):
        raise line.error(f"group {name} has other wordings but no label")
    shelf.groups[name] = []
    for head in _heads(line, path, shelf, seen):
        shelf.groups[name].append(head.key)
        yield head
    if not shelf.groups[name]:
        raise line.error(f"group {name} holds nothing")


def _head(line: Line, above: Path) -> Head:
    label, kind = line.value, "count"
    match = _NUMBER.search(label)
    if match:
        if match[1] not in _KINDS:
            at = match.start(1)
            raise line.error(f"unknown kind of number {match[1]}", "expected: " + ", ".join(_KINDS), at=at)
        label, kind = label[: match.start()].rstrip(), match[1]
    if not label:
        raise line.error(f"{line.key} has no label")
    for below in line.below:
        if below.key not in ("also", "also!"):
            raise _unknown(below, ("also", "also!"))
    return _labelled(line, line.key, label, above, cast(NumberKind, kind))


def _labelled(line: Line, key: str, label: str, above: Path, kind: NumberKind) -> Head:
    path = above + _steps(label)
    also = tuple(_other(below, path) for below in line.below if below.key == "also")
    faulty = tuple(_other(below, path) for below in line.below if below.key == "also!")
    return Head(key, path, kind, also, faulty)


def _other(line: Line, path: Path) -> Path:
    """Another wording: as many of its last steps as it states, the others as in the format."""
    steps = _steps(_text(line))
    return path[: max(len(path) - len(steps), 0)] + steps


def _steps(label: str) -> Path:
    return tuple(step.strip() for step in label.split(" / "))


def _text(line: Line) -> str:
    if not line.value:
        raise line.error(f"{line.key} without a text")
    return line.value


def _at_key(line: Line, problem: str, expected: str = "") -> RuleFileError:
    return RuleFileError(line.file, line.number, line.indent + 1, line.text, problem, expected)


def _unknown(line: Line, known: tuple[str, ...]) -> RuleFileError:
    return _at_key(line, f"unknown key {line.key}", "expected: " + ", ".join(known))
