"""The lines of a table in a .layout file: blocks, columns, rows, groups and their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from checker.dataclass import dataclass, field, replace
from checker.errors import Said, example, one_of
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
        raise line.error(
            Said("表要有代号和所在的部分", "a table needs a key and a section"), example("table requests in requests")
        )
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
                raise below.error(Said(f"{below.key} 写了两次", f"{below.key} stands twice"))
            grid[below.key] = below
        else:
            raise below.unknown(("corner", "folded", "block", "columns", "rows"))
    if grid and blocks:
        raise next(iter(grid.values())).error(
            Said(
                "表要么分块（block），要么自有列和行，不能两样都有",
                "a table has blocks, or columns and rows of its own, not both",
            )
        )
    if not blocks:
        blocks.append(_grid(Block(None, (), (), (), corner), grid, shelf, line))
    columns = {head.key for block in blocks for head in block.columns}
    for key, row in shelf.rows.items():
        if key in columns:
            raise row.error_at_key(Said(f"{key} 既是行又是列", f"{key} is a row and a column"))
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
            raise below.unknown(("also", "corner", "columns", "rows"))
    return _grid(Block(_text(line), (), (), tuple(also), corner), grid, shelf, line)


def _grid(empty: Block, grid: dict[str, Line], shelf: _Shelf, line: Line) -> Block:
    """The block `empty` with its columns and rows."""
    for key in ("columns", "rows"):
        if key not in grid or not grid[key].below:
            raise line.error(
                Said(f"没有 {key}", f"no {key}"),
                Said("每张表或它的每一块都要有 columns 和 rows", "a table, or each block of it, has columns and rows"),
            )
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
            raise below.unknown(("group", "a key of small letters"))
        if key in seen:
            raise below.error_at_key(Said(f"两行（列）的代号都是 {key}", f"two heads with the key {key}"))
        if key in shelf.groups:
            raise below.error_at_key(Said(f"{key} 已是组的名称", f"{key} is the name of a group"))
        seen[key] = below
        shelf.names.setdefault(key, below)
        yield _head(below, above)


def _group(line: Line, above: Path, shelf: _Shelf, seen: dict[str, Line]) -> Iterator[Head]:
    name, _, label = line.value.partition(" ")
    if not _KEY.fullmatch(name):
        raise line.error(
            Said("组要有名称", "a group needs a name"),
            Said("group 名称，有文字的再写文字", "group NAME, then its label if it has one"),
        )
    if name in shelf.groups or name in shelf.names:
        raise line.error(Said(f"名称 {name} 已经用过", f"the name {name} is already taken"))
    path = above
    if label.strip():
        head = _labelled(line, name, label.strip(), above, "count")
        shelf.group_heads[name] = head
        path = head.path
    elif any(below.key in ("also", "also!") for below in line.below):
        raise line.error(Said(f"组 {name} 有别的写法，却没有文字", f"group {name} has other wordings but no label"))
    shelf.groups[name] = []
    for head in _heads(line, path, shelf, seen):
        shelf.groups[name].append(head.key)
        yield head
    if not shelf.groups[name]:
        raise line.error(Said(f"组 {name} 里什么也没有", f"group {name} holds nothing"))


def _head(line: Line, above: Path) -> Head:
    label, kind = line.value, "count"
    match = _NUMBER.search(label)
    if match:
        if match[1] not in _KINDS:
            at = match.start(1)
            raise line.error(
                Said(f"没有这种数：{match[1]}", f"unknown kind of number {match[1]}"), one_of(_KINDS), at=at
            )
        label, kind = label[: match.start()].rstrip(), match[1]
    if not label:
        raise line.error(Said(f"{line.key} 没有写文字", f"{line.key} has no label"))
    for below in line.below:
        if below.key not in ("also", "also!"):
            raise below.unknown(("also", "also!"))
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
        raise line.error(Said(f"{line.key} 后面没有文字", f"{line.key} without a text"))
    return line.value
