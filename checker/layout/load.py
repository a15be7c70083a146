"""Reads .layout files. Their lines are described in docs/writing-rules.md; this module knows the keys, no word of a
format.

On the hot path of every call: split by hand, no parser.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from checker.errors import RuleFileError, Said, example, nearest
from checker.layout.load_tables import read_table
from checker.layout.model import Layout, SectionLayout, TableLayout
from checker.lines import Line, joined_text, parse_lines, read_source

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_YEARS = re.compile(r"(\d{4})(?:\.\.(\d{4})?)?")
_NUMBER = re.compile(r"([一二三四五六七八九十]{1,3})、(.+)")
_SECTION_KEYS = ("also", "also!", "asks", "instruction")


def load_layouts(folders: Sequence[Path]) -> tuple[Layout, ...]:
    """Every layout of the *.layout files of `folders` and of their folder "layouts", the oldest first.

    Raises RuleFileError for a fault in a file, and for two layouts with one key or with years in common.
    """
    found: dict[str, tuple[Layout, Line]] = {}
    for folder in folders:
        for path in sorted([*folder.glob("*.layout"), *folder.glob("layouts/*.layout")]):
            layout, line = _read(path)
            if layout.key in found:
                raise line.error(
                    Said(
                        f"格式 {layout.key} 已经写在 {found[layout.key][1].file}",
                        f"layout {layout.key} is already defined in {found[layout.key][1].file}",
                    )
                )
            for other, _ in found.values():
                if _overlap(layout, other):
                    raise line.error(
                        Said(
                            f"格式 {other.key} 与 {layout.key} 有共同的年度",
                            f"layouts {other.key} and {layout.key} share a report year",
                        )
                    )
            found[layout.key] = (layout, line)
    return tuple(sorted((layout for layout, _ in found.values()), key=lambda item: item.first_year))


def _read(path: Path) -> tuple[Layout, Line]:
    return _build(parse_lines(read_source(path), str(path)), str(path))


def _overlap(one: Layout, other: Layout) -> bool:
    ends = [item.last_year if item.last_year is not None else 9999 for item in (one, other)]
    return max(one.first_year, other.first_year) <= min(ends)


def _build(lines: Sequence[Line], file: str) -> tuple[Layout, Line]:
    heads = [line for line in lines if line.key == "layout"]
    if not heads:
        raise RuleFileError(
            file, 1, 1, lines[0].text if lines else "", Said("没有 layout", "no layout"), example("layout 2021")
        )
    if len(heads) > 1:
        raise heads[1].error(
            Said("一个文件里有两个 layout", "a second layout in one file"),
            Said("一个文件只写一种格式", "one file, one layout"),
        )
    sections: dict[str, SectionLayout] = {}
    tables: dict[str, TableLayout] = {}
    for line in lines:
        if line.key == "section":
            section = _section(line)
            if section.key in sections:
                raise line.error(Said(f"两个部分的代号都是 {section.key}", f"two sections with the key {section.key}"))
            sections[section.key] = section
        elif line.key == "table":
            table = read_table(line)
            if table.key in tables:
                raise line.error(Said(f"两张表的代号都是 {table.key}", f"two tables with the key {table.key}"))
            if table.section not in sections:
                raise line.error(
                    Said(f"表 {table.key} 所在的部分没有定义", f"table {table.key} stands in an unknown section"),
                    nearest(table.section, sections),
                )
            tables[table.key] = table
        elif line.key != "layout":
            raise line.unknown(("layout", "section", "table"))
    if not sections:
        raise heads[0].error(Said("这种格式没有任何部分", "a layout without a section"))
    return _head(heads[0], tuple(sections.values()), tuple(tables.values())), heads[0]


def _head(line: Line, sections: tuple[SectionLayout, ...], tables: tuple[TableLayout, ...]) -> Layout:
    if not re.fullmatch(r"[A-Za-z0-9_.-]{1,40}", line.value):
        raise line.error(Said("格式要有代号", "a layout needs a key"), example("layout 2021"))
    single: dict[str, Line] = {}
    names: list[str] = []
    contents: list[str] = []
    for below in line.below:
        if below.key in ("title", "basis", "years", "report"):
            if below.key in single:
                raise below.error(Said(f"{below.key} 写了两次", f"{below.key} stands twice"))
            single[below.key] = below
        elif below.key == "also":
            names.append(label_of(below))
        elif below.key == "contents":
            contents.append(label_of(below))
        else:
            raise below.unknown(("title", "basis", "years", "report", "also", "contents"))
    for key in ("title", "basis", "years", "report"):
        if key not in single or not single[key].value:
            raise (single.get(key) or line).error(
                Said(f"格式 {line.value} 没有写 {key}", f"layout {line.value} states no {key}")
            )
    first, last = _years(single["years"])
    return Layout(
        key=line.value,
        title=joined_text(single["title"]),
        basis=joined_text(single["basis"]),
        first_year=first,
        last_year=last,
        sections=sections,
        tables=tables,
        report=(joined_text(single["report"]), *names),
        contents=tuple(contents),
    )


def _years(line: Line) -> tuple[int, int | None]:
    match = _YEARS.fullmatch(line.value)
    if not match:
        raise line.error(Said("读不懂的年度", "years that cannot be read"), example("2019..2020, 2021.."))
    first = int(match[1])
    last = first if ".." not in line.value else int(match[2]) if match[2] else None
    if last is not None and last < first:
        raise line.error(Said("末年早于首年", "years that end before they begin"))
    return first, last


def _section(line: Line) -> SectionLayout:
    key, _, label = line.value.partition(" ")
    if not _KEY.fullmatch(key):
        raise line.error(Said("部分要有代号", "a section needs a key"), example("section overview    一、…"))
    match = _NUMBER.fullmatch(label.strip())
    if not match:
        raise line.error(
            Said(f"部分 {key} 的标题要有序号", f"section {key} needs a numbered heading"),
            example("section overview    一、…"),
        )
    also, faulty, instructions = [], [], []
    asks: dict[str, str] = {}
    for below in line.below:
        if below.key == "also":
            also.append(label_of(below))
        elif below.key == "also!":
            faulty.append(label_of(below))
        elif below.key == "instruction":
            instructions.append(label_of(below))
        elif below.key == "asks":
            name, _, pattern = joined_text(below).partition(" ")
            if not _KEY.fullmatch(name) or not pattern.strip():
                raise below.error(
                    Said("asks 要有名称和词语", "an aspect needs a name and a pattern"),
                    example("asks NAME    word|word"),
                )
            if name in asks:
                raise below.error(Said(f"两个 asks 的名称都是 {name}", f"two aspects with the name {name}"))
            asks[name] = re.sub(r"\s*\|\s*", "|", pattern.strip())
        else:
            raise below.unknown(_SECTION_KEYS)
    return SectionLayout(key, match[1], match[2].strip(), tuple(also), tuple(faulty), asks, tuple(instructions))


def label_of(line: Line) -> str:
    """The text of a line that must have one. Raises RuleFileError."""
    text = joined_text(line)
    if not text:
        raise line.error(Said(f"{line.key} 后面没有文字", f"{line.key} without a text"))
    return text
