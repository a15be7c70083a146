"""Markdown (CommonMark, with the tables of GitHub and pandoc) as a Document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.document import Document
from checker.readers.blocks import Blocks
from checker.readers.spans import laid
from checker.readers.text import Finder, clean, goes_on, joined, wrapped_at
from checker.readers.text_tables import is_border, is_caption, pipe_rows

_RULE = frozenset("-*_ ")
_TABLE_LINES = 20_000


def is_markdown(text: str) -> bool:
    """Whether a text has what only Markdown has: # headings, rows of bars over a row of dashes, **emphasis**."""
    return _signs().search(text[:400_000]) is not None


def read_markdown(text: str) -> Document:
    """The document; raises InputError where it is far too long."""
    lines = clean(text).split("\n")
    if lines and lines[0].strip() == "---":  # metadata before the text
        end = next((i for i, line in enumerate(lines[1:200], 1) if line.strip() in ("---", "...")), 0)
        lines = lines[end + 1 :] if end else lines
    blocks = Blocks()
    full = wrapped_at(lines)
    waiting: list[str] = []
    finder = Finder(lines)
    at = 0
    while at < len(lines):
        after = _special(lines, at, blocks, waiting, finder)
        if after > at:
            at = after
            continue
        line = lines[at]
        at += 1
        if waiting and not goes_on(waiting[-1], line, full) and not _broken(waiting[-1], line):
            _paragraph(blocks, waiting)
        waiting.append(line)
    _paragraph(blocks, waiting)
    return blocks.document("markdown")


def _special(lines: Sequence[str], at: int, blocks: Blocks, waiting: list[str], finder: Finder) -> int:
    """Reads what is no paragraph (heading, table, HTML) at a line; gives the line after it, `at` for none."""
    line = lines[at].strip()
    under = lines[at + 1].strip() if at + 1 < len(lines) else ""
    if line.startswith("#") and _heading(line, blocks, waiting):
        return at + 1
    if line and under and len(under) >= 3 and "|" not in line and (set(under) == {"="} or set(under) == {"-"}):
        _paragraph(blocks, waiting)
        blocks.line(plain(line), "", 0 if under[0] == "=" else 1)
        return at + 2
    if line[:6].lower() == "<table":
        return _html_table(lines, at, blocks, waiting)
    if line.startswith(("```", "~~~")) or (len(line) >= 3 and _RULE.issuperset(line)):
        _paragraph(blocks, waiting)
        return at + 1
    found = _grid_table(lines, at) if line.startswith("+") and is_border(line) else finder.at(at)
    if not found[1]:
        return at
    if len(waiting) == 1 and is_caption(waiting[0], found[1]):
        found[1].insert(0, [waiting.pop().strip()])
    _paragraph(blocks, waiting)
    blocks.grid(laid([[plain(cell) for cell in row] for row in found[1]]))
    return found[0]


def _heading(line: str, blocks: Blocks, waiting: list[str]) -> bool:
    level = len(line) - len(line.lstrip("#"))
    if level > 6 or line[level : level + 1] not in ("", " ", "\t"):
        return False
    _paragraph(blocks, waiting)
    blocks.line(plain(line[level:].strip().rstrip("#").strip()), "", level - 1)
    return True


def _paragraph(blocks: Blocks, waiting: list[str]) -> None:
    lines = [line.strip().removeprefix("> ").removeprefix(">") for line in waiting]
    if lines and lines[0][:2] in ("- ", "* ", "+ ", "• "):
        lines[0] = lines[0][2:]
    breaks = [line.endswith("\\") or raw.endswith("  ") for line, raw in zip(lines, waiting, strict=True)]
    text = ""
    for line, broken in zip(lines, [False, *breaks], strict=False):
        text = text + "\n" + line if broken else joined([text, line]) if text else line
        text = text.removesuffix("\\")
    blocks.line(plain(text))
    waiting.clear()


def _broken(line: str, following: str) -> bool:
    """Whether a line ends with a hard break, after which its paragraph goes on."""
    return (line.endswith("\\") or (line.endswith("  ") and bool(line.strip()))) and bool(following.strip())


def _grid_table(lines: Sequence[str], at: int) -> tuple[int, list[list[str]]]:
    """pandoc's grid table: rows between +---+ borders, a cell over several lines."""
    rows: list[list[str]] = []
    fresh = True
    end = at
    for end in range(at, min(len(lines), at + _TABLE_LINES)):
        line = lines[end].strip()
        if line.startswith("+") and is_border(line):
            fresh = True
        elif line.startswith("|"):
            cells = pipe_rows([line])[0]
            if fresh or len(cells) != len(rows[-1]):
                rows.append(cells)
            else:
                rows[-1] = [f"{a}\n{b}" if a and b else a or b for a, b in zip(rows[-1], cells, strict=True)]
            fresh = False
        else:
            break
    else:
        end += 1
    return (end, rows) if len(rows) > 1 else (at, [])


def _html_table(lines: Sequence[str], at: int, blocks: Blocks, waiting: list[str]) -> int:
    from checker.readers.html import add_items, parse
    from checker.readers.html_walk import Walk

    depth, end = 0, at
    for end in range(at, min(len(lines), at + _TABLE_LINES)):
        low = lines[end].lower()
        depth += low.count("<table") - low.count("</table")
        if depth <= 0:
            break
    root = parse("\n".join(lines[at : end + 1]))
    if root is None:
        return at
    _paragraph(blocks, waiting)
    add_items(blocks, Walk().read(root))
    return end + 1


def plain(text: str) -> str:
    """Words without the marks of emphasis, links, code and escapes; a break in a cell becomes a line break."""
    if "<" in text:
        text = _tags().sub("", _breaks().sub("\n", text))
    if "&" in text:
        from html import unescape

        text = unescape(text).replace("\xa0", " ")
    if "[" in text:
        text = _links().sub(r"\1", text)
    for mark in ("***", "**", "~~", "`"):
        if text.count(mark) > 1:
            text = text.replace(mark, "")
    if "__" in text:
        text = _strong().sub(r"\1", text)
    if text.count("*") > 1:
        text = _emphasis().sub(r"\1", text)
    return _escapes().sub(r"\1", text).strip() if "\\" in text else text.strip()


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(
        r"(?m)^(?:#{1,6} {1,4}\S|\|?[ \t]{0,40}:?-{3,200}:?[ \t]{0,40}\|[-:| \t]{0,2000}$|\+[-=]{3,200}\+|"
        r">? ?\*\*[^*\n]{1,200}\*\*|[^\n]{1,80}\n(?:={4,200}|-{4,200})[ \t]{0,4}$)"
    )


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r"<br\s{0,4}/?>", re.IGNORECASE)


@cache
def _tags() -> re.Pattern[str]:
    return re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>|<!--[^<>\n]{0,300}-->")


@cache
def _links() -> re.Pattern[str]:
    return re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}(?: \"[^\"\n]{0,100}\")?\)(?:\{[^{}\n]{0,100}\})?")


@cache
def _emphasis() -> re.Pattern[str]:
    return re.compile(r"\*([^*\s][^*\n]{0,500})\*")


@cache
def _strong() -> re.Pattern[str]:
    """Two lines on either side of words; a longer line is a place to be filled in."""
    return re.compile(r"(?<!_)__([^_\s][^_\n]{0,300})__(?!_)")


@cache
def _escapes() -> re.Pattern[str]:
    return re.compile(r"\\([!-/:-@\[-`{-~])")
